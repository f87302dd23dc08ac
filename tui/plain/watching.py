"""`depesha watch`: new files and feed entries into the archive as they come, until Ctrl+C."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.lang import say, tr, trn
from tui.plain import DONE, adding, opening, settings
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal, warn

if TYPE_CHECKING:
    from core import Report

EXAMPLES = (
    "depesha watch ~/press",
    "depesha watch https://agency.example/rss --every 600",
    "depesha watch ~/inbox --once",
)
_FOLDER_SECONDS, _ADDRESS_SECONDS = 2.0, 300.0
_STEP = 0.2  # seconds within which Ctrl+C is heard

Stamp = tuple[int, int]  # time of change in nanoseconds, size


def options(parser: ArgumentParser) -> None:
    """What to watch, how often, and whether to end after one look."""
    parser.add_argument("paths", nargs="+", metavar="DIR|FEED", help="folder, file or address")
    parser.add_argument("--every", type=float, metavar="SECONDS", help="time between two looks")
    parser.add_argument("--once", action="store_true", help="look once, then end")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes that annotate side by side")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Adds what is new at each look. Everything added is kept, whenever it is stopped."""
    addresses = [path for path in chosen.paths if _is_address(path)]
    folders = [path for path in chosen.paths if not _is_address(path)]
    every = chosen.every or (_FOLDER_SECONDS if folders else _ADDRESS_SECONDS)
    seen: dict[Path, Stamp] = {}
    waiting: dict[Path, Stamp] = {}
    asked = float("-inf")
    with adding.interruptible() as stop, opening.archive(chosen) as archive:
        while not stop():
            fresh = list(changed(folders, seen, None if chosen.once else waiting))
            due = time.monotonic() - asked >= max(every, 0.0 if chosen.every else _ADDRESS_SECONDS)
            if addresses and due:
                fresh += addresses
                asked = time.monotonic()
            if fresh:
                jobs = max(settings.held("jobs", chosen.jobs).value, 1)
                _tell(archive.add(fresh, jobs=jobs, stop=stop), terminal)
            if chosen.once:
                break
            _pause(every, stop)
    return DONE


def changed(folders: list[str], seen: dict[Path, Stamp], waiting: dict[Path, Stamp] | None) -> Iterator[str]:
    """Files that are new or changed since they were last `seen`.

    A file still being written is left for the next look: it must look the same twice (`waiting` remembers).
    With None a file is taken as it is.
    """
    for path in _files(folders):
        try:
            status = path.stat()
        except OSError:  # gone again
            continue
        stamp = (status.st_mtime_ns, status.st_size)
        if seen.get(path) == stamp:
            continue
        if waiting is not None and waiting.get(path) != stamp:
            waiting[path] = stamp
            continue
        if waiting is not None:
            del waiting[path]
        seen[path] = stamp
        yield str(path)


def _files(folders: list[str]) -> Iterator[Path]:
    for named in folders:
        path = Path(named).expanduser()
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
            if not hidden and found.is_file():
                yield found


def _is_address(named: str) -> bool:
    return named.lower().startswith(("http://", "https://"))


def _tell(report: Report, terminal: Terminal) -> None:
    """A line for each release added or refused; what was known already is no news."""
    for result in report.results:
        if result.state == "added":
            terminal.line(clean(f"+ {result.source}"))
        elif result.state == "refused":
            warn(clean(f"{result.source}: {say(result.reason) if result.reason else tr('refused')}"))
    if report.count("added"):
        terminal.line(trn(report.count("added"), "{n} release added|{n} releases added"))
    terminal.flush()


def _pause(seconds: float, stop: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while not stop() and (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _STEP))
