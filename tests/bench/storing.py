"""The store beside stock TinyDB: what a release costs as the archive grows, what opening and a look-up cost.

    python -m tests.bench.storing [--sizes 500 2000] [--settle-mb 32]

Sizes are releases of eight dispatches each. The store writes durably (fsync) and keeps a file a month; the
peers write one file and sync nothing. Times are of this run; ratios hold better than times.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from tinydb import Query, TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

from core.model import Release
from core.storing import records, settling
from core.storing.store import Store
from tests.bench.synthetic import releases

BATCH = 100
Row = tuple[str, int, float, float, float, float, float]


class Nothing:
    """Nothing is derived from the months here."""

    def month(self, name: str, lines: Iterable[bytes]) -> None:
        """A month was written."""

    def done(self) -> None:
        """All were."""


def seconds(do: Callable[[], object], times: int = 1) -> float:
    """The median time of a call."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def ours(folder: Path, made: Sequence[Release], settle_bytes: int) -> Row:
    """Batches, settled whenever they come to `settle_bytes`, and at the end."""
    store = Store(folder)
    lines = [records.encode(release) for release in made]

    def fill() -> None:
        for start in range(0, len(lines) - 1, BATCH):
            settling.put(store, lines[start : min(start + BATCH, len(lines) - 1)])
            if store.waiting_bytes() > settle_bytes:
                settling.settle(store, Nothing())
        settling.settle(store, Nothing())

    def one_more() -> None:
        settling.put(store, lines[-1:])
        settling.settle(store, Nothing())

    filled = seconds(fill)
    return (
        "store, a file a month",
        len(made),
        filled / len(made),
        seconds(one_more),
        seconds(lambda: Store(folder).state, 5),
        seconds(lambda: records.decode(Store(folder).get(made[len(made) // 2].key)), 5),
        sum(path.stat().st_size for path in folder.rglob("*.json")) / 1e6,
    )


def peer(name: str, path: Path, made: Sequence[Release], open_it: Callable[[Path], TinyDB]) -> Row:
    """TinyDB with one file."""
    documents = [json.loads(records.encode(release)) for release in made]
    database = open_it(path)
    filled = seconds(lambda: database.insert_multiple(documents[:-1]))

    def one_more() -> None:
        database.insert(documents[-1])
        if isinstance(database.storage, CachingMiddleware):
            database.storage.flush()

    more = seconds(one_more)
    database.close()

    def look_up() -> None:
        with open_it(path) as fresh:
            fresh.get(Query().key == made[len(made) // 2].key)

    opened = seconds(lambda: len(open_it(path)))
    return name, len(made), filled / len(made), more, opened, seconds(look_up), path.stat().st_size / 1e6


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="The store beside stock TinyDB.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2000], help="releases")
    parser.add_argument("--settle-mb", type=int, default=32)
    chosen = parser.parse_args()
    heads = f"{'fill, ms each':>15}{'one more, ms':>14}{'open, ms':>10}{'one, ms':>9}{'MB':>7}"
    print(f"{'':<28}{'releases':>9}{heads}")
    for size in chosen.sizes:
        made = list(islice(releases(size * 8), size))
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            rows = (
                ours(folder / "store", made, chosen.settle_mb << 20),
                peer("TinyDB as it comes", folder / "a.json", made, TinyDB),
                peer(
                    "TinyDB, CachingMiddleware",
                    folder / "b.json",
                    made,
                    lambda path: TinyDB(path, storage=CachingMiddleware(JSONStorage)),
                ),
            )
        for label, count, *times, size_mb in rows:
            a, b, c, d = (f"{value * 1000:.1f}" for value in times)
            print(f"{label:<28}{count:>9}{a:>15}{b:>14}{c:>10}{d:>9}{size_mb:>7.0f}")


if __name__ == "__main__":
    main()
