"""How quick, small and quiet the screen is, on a real pty of 80×24, beside its peers.

    python -m tests.bench.screen [--dispatches 10000,100000] [--archives FOLDER] [--peers FOLDER] [--runs 5]

Archives of synthetic dispatches are made in FOLDER and used again. With --peers, posting and harlequin are
installed there, each into an environment of its own. All packages are byte-compiled first. Times are medians
of the runs; ratios hold from machine to machine, absolutes do not.

    first frame   from the start of the process until anything is painted on the whole screen
    usable        until rows of the archive stand there
    key           from a key to the last byte painted for it, «посол» typed at 8 keys a second
    step          bytes sent for a step of the cursor in the list: alone, and with the text following
"""

from __future__ import annotations

import argparse
import compileall
import re
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.bench.seats import Seat
from tests.bench.synthetic import releases

MINIMAL = """
from textual.app import App
from textual.widgets import Label

class Minimal(App):
    def compose(self):
        yield Label("the least that Textual can show")

Minimal().run()
"""
# package → words that start it; harlequin refuses a machine with the C locale alone
PEERS = {"posting": ["posting"], "harlequin": ["harlequin", "--locale", ""]}
WORD = "посол"
PACE = 0.125  # seconds between keys
_ROW = re.compile(r"20\d\d-\d\d-\d\d")
_SLOT = 0.06  # seconds in which a step of the cursor has been drawn; the text follows later
_BATCH = 500  # releases


class Figures(NamedTuple):
    """What one program reached; seconds, megabytes, bytes."""

    first: float
    usable: float
    memory: float
    keys: list[float] = []
    last_key: float = 0.0
    step: float = 0.0
    followed: float = 0.0
    idle: float = 0.0


def main() -> None:
    """Runs everything and prints one table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--dispatches", default="10000,100000")
    options.add_argument("--archives", type=Path, default=Path(tempfile.gettempdir()) / "depesha-bench")
    options.add_argument("--peers", type=Path)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    compile_all()
    rows: dict[str, Figures] = {
        "minimal Textual app": median_start([sys.executable, "-c", MINIMAL], chosen.runs)
    }
    for name, words in installed(chosen.peers):
        try:
            rows[name] = median_start(words, chosen.runs)
        except TimeoutError as ended:
            print(f"{name} draws nothing here: {str(ended)[-200:]}", file=sys.stderr)
    for count in map(int, chosen.dispatches.split(",")):
        rows[f"depesha, {count:,} dispatches"] = depesha(archive(chosen.archives, count), chosen.runs)
    show(rows)


def compile_all() -> None:
    """Byte-compiles the program and what it stands on, as an installation does."""
    root = Path(__file__).parents[2]
    for folder in (root / "core", root / "tui", Path(sysconfig.get_paths()["purelib"])):
        compileall.compile_dir(str(folder), quiet=2, workers=0)


def archive(folder: Path, count: int) -> Path:
    """An archive of `count` synthetic dispatches; made once."""
    from core import Archive
    from core.storing import records

    path = folder / str(count)
    if (path / "done").exists():
        return path
    print(f"making an archive of {count:,} dispatches…", file=sys.stderr)
    with Archive(path) as made:
        keeper, every = made._keeper, releases(count)
        keeper.begin()
        while batch := list(islice(every, _BATCH)):
            keeper.keep({release.key: records.encode(release) for release in batch})
        keeper.end()
    (path / "done").touch()
    return path


def installed(folder: Path | None) -> Iterator[tuple[str, list[str]]]:
    """The peers that can be had, installed into environments of their own."""
    for package, words in PEERS.items() if folder else ():
        assert folder is not None
        place = folder / package
        program = place / "bin" / words[0]
        if not program.exists():
            venv.create(place, with_pip=True)
            command = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", package]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode or not program.exists():
                print(f"{package} does not install here: {done.stderr.strip()[-200:]}", file=sys.stderr)
                continue
        yield package, [str(program), *words[1:]]


def median_start(words: Sequence[str], runs: int) -> Figures:
    """Start and memory of a program of which nothing else is known."""
    firsts, memory = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(runs + 1):
            with Seat(words, HOME=home) as seat:
                firsts.append(seat.until(str.strip))
                seat.quiet()
                memory.append(seat.megabytes)
    first = statistics.median(firsts[1:])  # the first run warms the disk's cache
    return Figures(first, first, statistics.median(memory[1:]))


def depesha(path: Path, runs: int) -> Figures:
    """All figures of the screen on an archive."""
    words = [sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main(sys.argv[1:]))"]
    words += ["--fresh", "--archive", str(path)]
    figures = []
    with tempfile.TemporaryDirectory() as home:
        for number in range(runs + 1):
            with Seat(words, HOME=home, DEPESHA_STATE=home, DEPESHA_LANG="ru", PYTHONPATH=".") as seat:
                first = seat.until(str.strip)
                usable = seat.until(_ROW.search)
                seat.quiet()
                memory = seat.megabytes
                if number:  # the first run warms the disk's cache
                    figures.append(Figures(first, usable, memory, *_busy(seat)))
    return Figures(
        *(statistics.median(one[at] for one in figures) for at in range(3)),
        sorted(key for one in figures for key in one.keys),
        *(statistics.median(one[at] for one in figures) for at in range(4, 8)),
    )


def _busy(seat: Seat) -> tuple[list[float], float, float, float, float]:
    """Keys, last key, step, step with text and idle bytes of a screen that stands."""
    steps, followed = [], []
    for _ in range(8):
        seat.key("j")
        drawn, _ = seat.listen(_SLOT)
        more, _ = seat.listen(0.6)
        steps.append(drawn)
        followed.append(drawn + more)
    idle = seat.listen(5.0)[0] / 5
    seat.key("/")
    seat.quiet()
    keys = []
    for letter in WORD[:-1]:
        seat.key(letter)
        keys.append(seat.listen(PACE)[1])
    seat.key(WORD[-1])
    last = seat.listen(1.5)[1]
    return [*keys, last], last, statistics.median(steps), statistics.median(followed), idle


def show(rows: dict[str, Figures]) -> None:
    """One table; ratios are to the minimal Textual app."""
    least = next(iter(rows.values())).first
    heads = (
        "",
        "first frame",
        "usable",
        "memory",
        "key, median",
        "key, worst",
        "last key",
        "step",
        "+ text",
        "idle",
    )
    lines = [heads]
    for name, one in rows.items():
        start = (name, _against(one.first, least), _against(one.usable, least), f"{one.memory:.0f} MB")
        busy: tuple[str, ...] = ("–",) * 6
        if one.keys:
            busy = (
                f"{statistics.median(one.keys) * 1000:.0f} ms",
                f"{max(one.keys) * 1000:.0f} ms",
                f"{one.last_key * 1000:.0f} ms",
                f"{one.step:.0f} B",
                f"{one.followed:.0f} B",
                f"{one.idle:.0f} B/s",
            )
        lines.append((*start, *busy))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _against(seconds: float, least: float) -> str:
    return f"{seconds * 1000:.0f} ms {seconds / least:.2f}×"


if __name__ == "__main__":
    main()
