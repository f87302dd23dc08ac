"""How fast a query is answered while it is typed, beside the peers: ripgrep, SQLite FTS5, TinyDB.

 python -m tests.bench.searching                 1k, 10k and 100k dispatches
 python -m tests.bench.searching --million       1M as well (an hour on two cores)
 python -m tests.bench.searching --folder DIR  keeps what is built, and uses it again

A keystroke is the whole answer: the newest 50 rows, the total, the counts of all nine facets; the best of
seven rounds, each of an index opened anew. ripgrep looks for a regex of all forms in one file a release,
FTS5 holds lemmas and counts facets in SQL, TinyDB runs a test over documents with lemmas. Resampled
dispatches have few words and dense hits: ratios hold better than times.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from core.cards import bind, gather
from core.hits import FACETS, Narrowing
from core.model import Release
from core.searching import build, open_index
from core.searching.writing import place
from tests.bench.peers import ASKED, Peers, median
from tests.bench.synthetic import releases
from tests.searching.conftest import Cards

TYPED = ("конституционн", "искусственный интеллект", "страна:испания пос", "посла казахстана")
FOUR = ("country", "official", "event", "month")
PAGE = 50
ROUNDS = 7
CARDED = 20_000  # dispatches from which the cards are bound: all persons stand in them

# A process of its own: milliseconds to open and answer once after imports, megabytes held at the end
OPENING = """
import sys, time
from pathlib import Path
from core.hits import Narrowing
from core.searching import open_index
import core.searching.index, core.states
from tests.bench.searching import NOBODY, anonymous
before, began = anonymous(), time.perf_counter()
index = open_index(Path(sys.argv[1]))
index.find(sys.argv[2], Narrowing(), NOBODY).facets["country"]
first = time.perf_counter() - began
for typed in sys.argv[3:]:
 for end in range(1, len(typed) + 1):
  dict(index.find(typed[:end], Narrowing(), NOBODY, typing=True, excerpts=True).facets)
print(first * 1000, (anonymous() - before) / 1024)
"""
# The whole process of a plain look-up
FINDING = """
import sys
from pathlib import Path
from core.hits import Narrowing
from core.searching import open_index
print(open_index(Path(sys.argv[1])).find(sys.argv[2], Narrowing(), None).total)
"""


class Nobody:
    """No cards at all."""

    card_of: dict[str, str] = {}

    def label(self, card_key: str) -> str:
        return card_key

    def spellings(self, card_key: str) -> tuple[str, ...]:
        return ()

    def named(self, text: str) -> tuple[str, ...]:
        return ()


NOBODY = Nobody()


def anonymous() -> int:
    """Memory of this process in kB that is no mapped file."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon")))


class Bench:
    """The index of one size."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.folder = folder / str(count)
        self.index = self.folder / "index"
        self.seconds: float | None = None
        self.peers = Peers(self.folder, count)

    def make(self) -> None:
        """Builds what is not there."""
        if self.peers.is_made() and place(self.index):
            return
        spent = 0.0

        def timed() -> Iterator[Release]:
            nonlocal spent
            made = releases(self.count)
            while True:
                began = time.perf_counter()
                release = next(made, None)
                spent += time.perf_counter() - began
                if release is None:
                    return
                yield release
                began = time.perf_counter()
                self.peers.add(release)
                spent += time.perf_counter() - began

        self.peers.begin()
        began = time.perf_counter()
        build(self.index, timed(), "bench")
        self.seconds = time.perf_counter() - began - spent
        self.peers.end()

    def opening(self) -> tuple[float, float]:
        """Milliseconds to open and answer once; megabytes held after all keystrokes."""
        runs = [_run(OPENING, str(self.index), ASKED, *TYPED).split() for _ in range(3)]
        return min(float(run[0]) for run in runs), float(runs[0][1])

    def keystrokes(self, cards: Cards, typed: str, facets: tuple[str, ...]) -> list[float]:
        """Milliseconds of every keystroke: the best of some rounds, each over an index opened anew."""
        rounds = []
        for _ in range(ROUNDS):
            index = open_index(self.index)
            index.find("", Narrowing(), cards, limit=1)
            times = []
            for end in range(1, len(typed) + 1):
                began = time.perf_counter()
                hits = index.find(typed[:end], Narrowing(), cards, limit=PAGE, typing=True)
                for facet in facets:
                    len(hits.facets[facet])
                times.append((time.perf_counter() - began) * 1000)
            rounds.append(times)
        return [min(times) for times in zip(*rounds, strict=True)]

    def process(self) -> float:
        """Milliseconds of a process that finds a word."""
        return median(lambda: _run(FINDING, str(self.index), ASKED))


def _run(code: str, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return done.stdout


def report(bench: Bench) -> None:
    """Prints the table of one size."""
    bench.make()
    cards = Cards(bind(gather(releases(min(bench.count, CARDED)))))
    text = bench.peers.text_bytes()
    size = sum(path.stat().st_size for path in bench.index.rglob("*") if path.is_file())
    first, held = bench.opening()
    built = "–" if bench.seconds is None else f"{bench.seconds:.1f}"
    print(f"\n{bench.count:,} dispatches, {text / 1e6:.1f} MB of text; index built in {built} s")
    print(f"  {'index / text':30}{size / text:9.2f}")
    print(f"  {'open + first query':30}{first:9.1f} ms")
    print(f"  {'held beyond imports':30}{held:9.1f} MB")
    for typed in TYPED:
        told = []
        for facets in (FACETS, FOUR):
            times = bench.keystrokes(cards, typed, facets)
            told.append(f"median {statistics.median(times):6.2f}  worst {max(times):6.2f} ms")
        print(f"  {f'«{typed}»':30}{told[0]}   four facets: {told[1]}")
    for name, took in (("depesha, whole process", bench.process()), *bench.peers.times()):
        print(f"  {name:30}" + ("        –" if took is None else f"{took:9.1f} ms"))


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        for count in [*chosen.sizes, *([1_000_000] if chosen.million else [])]:
            report(Bench(chosen.folder or Path(made), count))


if __name__ == "__main__":
    main()
