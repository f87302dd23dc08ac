"""Hits as JSON and CSV rows. Names and order of the fields are documented and stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.lang import say

if TYPE_CHECKING:
    import io

    from core import Hit, Hits

Row = dict[str, object]

HIT_COLUMNS = (
    "date", "host", "event", "headline", "sender", "agency", "countries", "officials",
    "source", "start", "end", "id", "key", "n", "hit_start", "excerpt",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def hit_row(hit: Hit) -> Row:
    """A hit as JSON types; offsets are code points of the release's text, marks of the excerpt's."""
    excerpt = hit.excerpt
    return {
        "key": hit.key,
        "n": hit.n,
        "id": hit.release_id,
        "source": hit.source,
        "start": hit.start,
        "end": hit.end,
        "date": hit.date,
        "host": hit.host,
        "event": hit.event,
        "headline": hit.headline,
        "sender": hit.sender,
        "agency": hit.agency,
        "countries": list(hit.countries),
        "officials": list(hit.officials),
        "score": round(hit.score, 4),
        "excerpt": excerpt
        and {"text": excerpt.text, "start": excerpt.start, "marks": [list(mark) for mark in excerpt.marks]},
    }


def hit_cells(hit: Hit) -> Row:
    """A hit as one flat row of a table."""
    row = hit_row(hit)
    row["countries"] = " ".join(hit.countries)
    row["officials"] = "; ".join(hit.officials)
    row["excerpt"] = hit.excerpt.text if hit.excerpt else ""
    row["hit_start"] = first_hit(hit)
    return row


def first_hit(hit: Hit) -> int:
    """Offset in the release of the first matched word, or of the dispatch."""
    excerpt = hit.excerpt
    return excerpt.start + excerpt.marks[0][0] if excerpt and excerpt.marks else hit.start


def answer(hits: Hits, query: str) -> Row:
    """What `find --json` tells beside the hits."""
    return {
        "query": query,
        "total": hits.total,
        "explained": [list(pair) for pair in hits.explained],
        "notices": [say(notice) for notice in hits.notices],
        "releases": hits.releases,
        "dispatches": hits.dispatches,
    }


def csv_lines(columns: Iterable[str], rows: Iterable[Row], separator: str = ",") -> Iterable[str]:
    """CSV, a line a row, the names of the columns first; no cell is a formula to a spreadsheet."""
    import csv
    import io

    names = tuple(columns)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="", delimiter=separator)
    writer.writerow(names)
    yield _taken(buffer)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in names])
        yield _taken(buffer)


def cell(value: object) -> object:
    """A cell: one line of text that no spreadsheet takes for a formula; a quote before one that it would."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value)
    guarded = f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
    return " ".join(guarded.splitlines()) if "\n" in guarded or "\r" in guarded else guarded


def encodable(text: str) -> str:
    """`text` without lone surrogates, which no encoding can write."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
