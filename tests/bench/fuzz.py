"""Mutated inputs through reading and annotating, and through the query parser: what raises, and what is slow.

    python -m tests.bench.fuzz [--inputs 20000] [--queries 20000] [--seed 1]

A mutation flips, cuts, doubles or splices pieces of samples in every format, or puts hostile strings into
them. Only a refusal may come instead of a document; `process` may raise nothing at all; a query may raise
`QueryError`. Prints a table; exit status 1 if anything else was raised or took longer than the limit (processor time).
"""

# ruff: noqa: E501 - samples in the formats as they are

from __future__ import annotations

import argparse
import base64
import gzip
import io
import json
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from core.errors import QueryError
from core.model import Document
from core.pipeline import process
from core.reading import Refusal, formats
from core.reading.records import blob_of
from core.searching.query import parse
from core.shipped import SAMPLES

LIMIT = 2.0  # seconds of processor time
LENGTH = 1200  # code points of a sample
HOSTILE = (
    "\x1b[2J\x1b]0;x\x07", "\u202e\u2066", "\u200b\u200d\ufeff", "\ue000\U000f0000", "[bold]x[/]", "\0", "\r\n", "\u2028",
    "<div>" * 400, "</p>" * 50, "&amp;" * 60, "<!--", "<![CDATA[", "&#x110000;", "<script>", "{" * 200, "[" * 400, '"', "\\u",
    '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "../../etc/passwd", "А" * 3000, "а-" * 900, ". " * 900,
    "И.О. " * 200, "« " * 300, "10 марта 2026 " * 60, "посол Казахстана в " * 60, "\ud800", "и" + "\u0301" * 500, "1" * 2000,
)  # fmt: skip
QUERIES = (
    'конституция страна:Испания -выставка "посол прибыл"~3', "лицо:Токаев дата:2026-01..2026-03", "=Мас* OR (а | б)",
    "событие:signing хост:JO дата:>2026", "пост:посол город:Амман агентство:«СЕВЕР»", "((()))", "-", '"', "дата:март", "a:b:c",
)  # fmt: skip


@dataclass(slots=True)
class Run:
    """One kind of input: how many, what became of them, the slowest, what was raised."""

    name: str
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def time(self, do: Callable[[], str], what: object) -> None:
        """Runs one input."""
        begun = time.process_time()
        try:
            outcome = do()
        except Exception:
            outcome = "raised"
            self.wrong.append(f"{what!r:.200}\n{traceback.format_exc(limit=-3)}")
        taken = time.process_time() - begun
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, taken)
        if taken > LIMIT:
            self.wrong.append(f"{taken:.1f} s: {what!r:.200}")


def files(text: str) -> dict[str, bytes]:
    """The same release in every format, by file name."""
    lines = [line for line in text.split("\n") if line.strip()]
    page = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><head><title>{lines[0]}</title><meta charset='utf-8'></head><body><article>{page}</article></body></html>"
    mail = f"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}"
    word = f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{"".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)}</w:body></w:document>'
    feed = f"<rss version='2.0'><channel><title>x</title><item><title>y</title><description><![CDATA[{page}]]></description></item></channel></rss>"
    encoded = base64.encodebytes(text.encode()).decode()
    return {
        "a.txt": text.encode(),
        "a1.txt": text.encode("cp1251", "replace"),
        "a.md": f"---\ntitle: x\n---\n# {lines[0]}\n\n{text}".encode(),
        "a.html": html.encode(),
        "a.eml": mail.encode(),
        "b.eml": mail.replace("\r\n\r\n" + text, f"\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}").encode(),
        "a.jsonl": (json.dumps({"id": 1, "text": text}, ensure_ascii=False) + "\n").encode() * 2,
        "a.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": page}]}).encode(),
        "a.xml": feed.encode(),
        "a.gz": gzip.compress(text.encode()),
        "a.zip": packed({"b.txt": text.encode(), "../c.txt": b"x"}),
        "a.docx": packed({"word/document.xml": word.encode(), "[Content_Types].xml": b"<Types/>"}),
    }  # fmt: skip


def packed(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def mutated(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """`data` with a few things done to it."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        at, end = sorted(rng.randrange(len(made) + 1) for _ in range(2))
        end = min(end, at + rng.choice((1, 8, 64, 512)))
        what = rng.randrange(6)
        if what == 0 and made:
            made[at:end] = bytes(rng.randrange(256) for _ in range(end - at))
        elif what == 1:
            del made[at:end]
        elif what == 2:
            made[at:at] = made[at:end] * rng.choice((1, 3, 20))
        elif what == 3:
            start = rng.randrange(len(other) + 1)
            made[at:end] = other[start : start + rng.choice((8, 64, 512))]
        elif what == 4:
            made[at:at] = rng.choice(HOSTILE).encode("utf-8", "surrogatepass")
        else:
            del made[at + rng.randrange(len(made) - at + 1) :]
    return bytes(made)


def inputs(rng: random.Random) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of mutated files, without end."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    while True:
        text = rng.choice(texts)
        start = rng.randrange(max(len(text) - LENGTH, 1))
        samples = files(text[start : start + LENGTH] if start % 2 else text[:LENGTH])
        name = rng.choice(list(samples))
        yield name, mutated(samples[name], rng.choice(list(samples.values())), rng)


def read_and_annotate(name: str, data: bytes) -> str:
    """What became of a file."""
    found = list(formats.documents(blob_of(data, name, name)))
    for item in found:
        if not isinstance(item, Document | Refusal):
            raise TypeError(type(item).__name__)
        if isinstance(item, Document):
            release = process(item)
            spans = [(d.start, d.end) for d in release.dispatches] + [
                (p.start, p.end) for p in release.persons
            ]
            if any(not 0 <= start <= end <= len(release.text) for start, end in spans):
                raise ValueError("a span outside the text")
    return "annotated" if any(isinstance(item, Document) for item in found) else "refused"


def ask(query: str) -> str:
    """What became of a query, typed to its end and half typed."""
    parse(query, typing=True)
    try:
        parse(query)
    except QueryError:
        return "refused"
    return "parsed"


def queries(rng: random.Random) -> Iterator[str]:
    """Mutated queries, without end."""
    while True:
        data = mutated(rng.choice(QUERIES).encode(), rng.choice(QUERIES).encode(), rng)
        yield data.decode("utf-8", "replace")


def main() -> int:
    """Runs everything and prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    process(Document("a", "a", "Посол прибыл."))  # loads the language stage
    reading, asking = Run("reading → annotating"), Run("query parser")
    for _, (name, data) in zip(range(chosen.inputs), inputs(rng), strict=False):
        reading.time(lambda name=name, data=data: read_and_annotate(name, data), (name, data))  # type: ignore[misc]
    for _, query in zip(range(chosen.queries), queries(rng), strict=False):
        asking.time(lambda query=query: ask(query), query)  # type: ignore[misc]
    for run in (reading, asking):
        for line in run.wrong[:5]:
            print("   ", line)
        became = ", ".join(f"{count} {what}" for what, count in sorted(run.outcomes.items()))
        print(f"{run.name:<22}{len(run.wrong)} wrong; {became}; slowest {run.slowest * 1000:.0f} ms")
    return 1 if reading.wrong or asking.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
