"""Reading and segmenting beside bare razdel on the same bytes, and the memory that a large .jsonl takes.

    python -m tests.bench.reading [--mb 50] [--rounds 3]

The load is made of the sample releases: their sentences, with words of a long tail put among them so that the
cache of tokens has to work for its hits. razdel does only what it can: tokens and sentences of decoded texts.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import razdel

from core.model import Document
from core.reading import read
from core.segmenting import segment
from core.shipped import SAMPLES

MB = 1_000_000
RARE_EVERY = 25  # words, between two of which one of the long tail stands
RARE = 60_000


def releases(size: int, seed: int = 1) -> Iterator[str]:
    """Texts of about `size` bytes of UTF-8 altogether."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    while size > 0:
        words = chance.choice(texts).split(" ")
        for place in range(0, len(words), RARE_EVERY):
            words[place] += f" Тест{_letters(chance.randrange(RARE))}ов"
        text = " ".join(words)
        size -= len(text.encode())
        yield text


def _letters(number: int) -> str:
    return "".join("абвгдежзик"[int(digit)] for digit in str(number))


def write(path: Path, size: int) -> None:
    """A .jsonl of about `size` bytes."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(releases(size)):
            file.write(
                json.dumps({"id": str(number), "text": text, "date": "2026-03-12"}, ensure_ascii=False)
            )
            file.write("\n")


def ours(path: Path) -> int:
    """Reads, judges and segments everything; how many sentences there were."""
    found = 0
    for document in read([path]):
        assert isinstance(document, Document)
        found += len(segment(document.text, page_date=document.date).sentences)
    return found


def bare(path: Path) -> int:
    """razdel over the same texts, decoded from the same lines."""
    found = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            found += sum(1 for _ in razdel.sentenize(text))
            sum(1 for _ in razdel.tokenize(text))
    return found


def speed(work: Callable[[Path], int], path: Path, rounds: int) -> float:
    """MB/s of the best round, in time of this process."""
    best = min(_timed(work, path) for _ in range(rounds))
    return path.stat().st_size / MB / best


def _timed(work: Callable[[Path], int], path: Path) -> float:
    begun = time.process_time()
    work(path)
    return time.process_time() - begun


def peak(mode: str, path: Path) -> float:
    """Peak memory in MB of a process of its own that only loads (`idle`), reads, or reads and segments."""
    asked = subprocess.run(
        [sys.executable, "-m", "tests.bench.reading", "--alone", mode, str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(asked.stdout)


def alone(mode: str, path: Path) -> None:
    """What `peak` asks for: does the work and prints the peak of this process."""
    if mode == "segment":
        ours(path)
    elif mode == "read":
        for _ in read([path]):
            pass
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024)


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mb", type=int, default=50, help="size of the .jsonl whose memory is measured")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--alone", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.alone:
        alone(chosen.alone[0], Path(chosen.alone[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.jsonl", Path(folder) / "large.jsonl"
        write(small, 4 * MB)
        write(large, chosen.mb * MB)
        ours(small)  # warm: tables loaded, common words cut once
        rates = {
            "reading + segmenting": speed(ours, small, chosen.rounds),
            "razdel alone": speed(bare, small, chosen.rounds),
        }
        for name, rate in rates.items():
            print(f"{name:28}{rate:8.2f} MB/s{rate / rates['razdel alone']:8.2f} ×")
        for mode in ("idle", "read", "segment"):
            print(f"peak, {mode:22}{peak(mode, large):8.0f} MB")


if __name__ == "__main__":
    main()
