"""What an archive stands: kill -9, writers and readers at once, a full disk, garbled and cut files.

    python -m tests.bench.stress [--kills 1000] [--each 250] [--seed 1]

Prints a table. Exit status 1 if an acknowledged release was lost, a month could not be read, an index did not
hold what the store holds, or a reader failed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core import Archive
from core.pipeline import key_of, process
from core.reading import read_text
from tests.archive.killing import add_and_die, faults
from tests.archive.notes import note, write_notes

A_RUN = 15  # releases that a writer adds before it is killed
AN_ARCHIVE = 20  # kills before a new archive is begun
WRITERS, READERS = 4, 4
WIDTH = 27  # of the table's first column

Row = tuple[str, str, bool]

WRITE = """
import sys
from core import Archive
with Archive(sys.argv[1], wait=300) as archive:
    print(archive.add([sys.argv[2]]).count("added"))
"""

# a reader keeps its archive open, as a screen does, and asks all the time until its input is closed
READ = """
import json, sys, threading, time
from core import Archive
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
taken, wrong = [], []
with Archive(sys.argv[1]) as archive:
    while not ended.is_set():
        begun = time.perf_counter()
        try:
            archive.refresh()
            hits = archive.find("выставка номер", limit=20, typing=True)
            len(hits.facets["country"])
            for hit in hits.rows[-1:]:
                archive.release(hit.key)
        except Exception as error:
            wrong.append(repr(error))
        if wrong or hits.total:  # before the first release there is nothing to look at
            taken.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.01)
print(json.dumps([taken, wrong]))
"""


def kills(folder: Path, count: int, rng: random.Random) -> list[Row]:
    """Writers killed at random moments, while they open, write, index, settle or close."""
    process(read_text(note(0)))  # loads the language stage before the forks
    wrong: list[str] = []
    killed = runs = acknowledged = 0
    longest = 0.6
    while killed < count:
        archive = folder / f"killed-{runs}"
        keys: set[str] = set()
        for _ in range(AN_ARCHIVE):
            numbers = range(runs * A_RUN, (runs + 1) * A_RUN)
            done = add_and_die(archive, write_notes(folder / "notes.jsonl", numbers), rng.uniform(0, longest))
            runs += 1
            killed += done is not None
            longest = longest * 0.9 if done is None else longest * 1.02  # so that most are caught at work
            keys |= {key_of(note(number)) for number in list(numbers)[:done]}
            wrong += faults(archive, keys)
            if killed == count:
                break
        acknowledged += len(keys)
        shutil.rmtree(archive)
        told(f"{killed} kills, {acknowledged} acknowledged, {len(wrong)} wrong")
    for line in wrong[:10]:
        print("   ", line)
    what = f"{acknowledged} releases acknowledged, {len(wrong)} lost, unreadable or out of step"
    return [(f"{killed} × kill -9 in add", what, not wrong)]


def at_once(folder: Path, each: int) -> list[Row]:
    """Writers and readers at one archive."""
    archive = folder / "shared"
    readers = [start(READ, archive) for _ in range(READERS)]
    parts = [range(n * each, (n + 1) * each) for n in range(WRITERS)]
    sources = [write_notes(folder / f"{n}.jsonl", part) for n, part in enumerate(parts)]
    begun = time.perf_counter()
    writers = [start(WRITE, archive, source) for source in sources]
    added = sum(int(writer.communicate()[0] or 0) for writer in writers)
    seconds = time.perf_counter() - begun
    answers = [json.loads(reader.communicate("")[0]) for reader in readers]
    taken = sorted(one for times, _ in answers for one in times)
    errors = [error for _, wrong in answers for error in wrong]
    with Archive(archive) as opened:
        found = opened.find("выставка").total
        findings = opened.check()
    for line in errors[:5]:
        print("   ", line)
    quantiles = statistics.quantiles(taken, n=100)
    latency = (
        f"{len(taken)} looks, median {quantiles[49]:.0f} ms, p99 {quantiles[98]:.0f} ms, {len(errors)} errors"
    )
    wanted = WRITERS * each
    return [
        (
            f"{WRITERS} writers × {each} releases",
            f"{added} added in {seconds:.0f} s, {found} found, {len(findings)} findings",
            added == found == wanted and not findings,
        ),
        (f"{READERS} readers beside them", latency, not errors),
    ]


def full_disk(folder: Path) -> list[Row]:
    """Adding to a small file system of its own until it is full, where that may be mounted."""
    place = folder / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        return [("disk full (tmpfs of 3 MB)", "may not be mounted here", True)]
    try:
        source = write_notes(folder / "many.jsonl", range(1500))
        code = (
            "import sys; from core import *\n"
            "done = 0\n"
            "def progress(now):\n    global done; done = now.done\n"
            "from core.archive import adding; adding.BATCH_RELEASES = 20\n"
            "try:\n    Archive(sys.argv[1]).add([sys.argv[2]], progress=progress)\n"
            "except ArchiveError as error: print(done); print(error)\n"
        )
        answer = start(code, place / "archive", source).communicate()[0]
        done, _, sentence = answer.partition("\n")
        keys = [key_of(note(number)) for number in range(int(done))]
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        wrong = faults(place / "archive", keys)
        with Archive(place / "archive") as archive:
            archive.add([source])
            wrong += [str(finding) for finding in archive.check()]
            wrong += [] if archive.size[0] == 1500 else [f"{archive.size[0]} of 1500"]
        for line in wrong[:5]:
            print("   ", line)
        what = f"«{sentence.strip()[:60]}…» after {done}; with room again all 1500, {len(wrong)} wrong"
        return [("disk full (tmpfs of 3 MB)", what, not wrong and "room" in sentence)]
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)


def garbled(folder: Path, rng: random.Random, count: int) -> list[Row]:
    """Months' files with bytes changed or cut off: what is whole stays, and the archive goes on."""
    whole = folder / "whole"
    with Archive(whole) as archive:
        archive.add([write_notes(folder / "some.jsonl", range(40))])
    wrong: list[str] = []
    kept = 0
    for _ in range(count):
        copy = folder / "copy"
        shutil.copytree(whole, copy)
        path = rng.choice(sorted((copy / "releases").iterdir()))
        data = bytearray(path.read_bytes())
        if rng.random() < 0.5:
            del data[rng.randrange(len(data)) :]
        else:
            for _ in range(rng.choice((1, 4, 64))):
                data[rng.randrange(len(data))] = rng.randrange(256)
        path.write_bytes(data)
        try:
            with Archive(copy) as archive:
                archive.check(repair=True)
                kept += archive.size[0]
                if archive.size[0] < 30 or archive.check():
                    wrong.append(f"{path.name}: {archive.size}, {archive.check()}")
                if archive.find("").total != archive.size[1]:
                    wrong.append("index")
        except Exception as error:
            wrong.append(repr(error))
        shutil.rmtree(copy)
    for line in wrong[:5]:
        print("   ", line)
    what = f"{kept / count:.1f} of 40 releases kept, {len(wrong)} archives not mended"
    return [(f"{count} garbled or cut months", what, not wrong)]


def start(code: str, *words: object) -> subprocess.Popen[str]:
    """A Python process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def told(line: str) -> None:
    """Says how far it is, where somebody looks."""
    if sys.stderr.isatty() or os.environ.get("STRESS_TOLD"):
        print(line, file=sys.stderr, flush=True)


def main() -> int:
    """Runs everything and prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--each", type=int, default=250, help="releases that each of four writers adds")
    parser.add_argument("--garbled", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs: tuple[Callable[[], list[Row]], ...] = (
            lambda: at_once(folder, chosen.each),
            lambda: full_disk(folder),
            lambda: garbled(folder, rng, chosen.garbled),
            lambda: kills(folder, chosen.kills, rng),
        )
        rows = []
        for run in runs:
            for what, result, is_well in run():
                print(f"{what:<{WIDTH}}  {'ok  ' if is_well else 'FAIL'}  {result}", flush=True)
                rows.append(is_well)
    return 0 if all(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
