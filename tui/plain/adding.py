"""`depesha add`: files, folders, addresses into the archive."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.lang import say, tr, trn
from tui.plain import DONE, FAILED, opening, settings
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal, warn

if TYPE_CHECKING:
    from core import Progress, Report

PATH_HELP = "file, folder, address, or - for standard input"
EXAMPLES = ("depesha add ~/press releases.zip", "cat release.txt | depesha add -", "depesha add --json seeds")


def options(parser: ArgumentParser) -> None:
    """What to add, and how many processes annotate."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATH_HELP)
    more_options(parser)


def more_options(parser: ArgumentParser) -> None:
    """How to add, whatever it is."""
    parser.add_argument("--jobs", type=int, metavar="N", help="processes that annotate side by side")
    parser.add_argument("--json", action="store_true", help="the outcome of each input as JSON")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Adds and tells the sums; 2 if anything was refused, 130 if it was stopped."""
    with opening.archive(chosen) as archive, interruptible() as stop, bar() as progress:
        jobs = settings.held("jobs", chosen.jobs).value
        report = archive.add(chosen.paths, jobs=max(jobs, 1), progress=progress, stop=stop)
    if chosen.json:
        terminal.json(as_json(report))
    else:
        tell(report, terminal)
    if report.stopped:
        return 130
    return FAILED if report.count("refused") else DONE


def tell(report: Report, terminal: Terminal) -> None:
    """Refusals with their reasons on standard error, then one line of sums."""
    for result in report.results:
        if result.state == "refused":
            reason = say(result.reason) if result.reason else tr("refused")
            warn(clean(f"{result.source}: {reason}"))
    sums = ", ".join(
        (
            trn(report.count("added"), "{n} release added|{n} releases added"),
            trn(report.count("known"), "{n} known already"),
            trn(report.count("refused"), "{n} refused"),
        )
    )
    terminal.line(sums)
    if report.stopped:
        warn(tr("Stopped before the end. What is counted above is kept; run the same command to go on."))


def as_json(report: Report) -> dict[str, object]:
    """The report as JSON types; reasons in the language spoken."""
    return {
        "added": report.count("added"),
        "known": report.count("known"),
        "refused": report.count("refused"),
        "stopped": report.stopped,
        "results": [
            {
                "source": result.source,
                "state": result.state,
                "key": result.key,
                "reason": say(result.reason) if result.reason else None,
                "flags": list(result.flags),
            }
            for result in report.results
        ],
    }


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """A question «stop?» that Ctrl+C answers with yes; a second Ctrl+C breaks off at once."""
    import signal

    asked = False

    def ask(_number: int, _frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    try:
        before = signal.signal(signal.SIGINT, ask)
    except ValueError:  # not in the main thread
        yield lambda: False
        return
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def bar(unit: str = "release") -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal's standard error: done, rate and time left. None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit=f" {tr(unit)}", dynamic_ncols=True, leave=False, file=sys.stderr) as shown:

        def progress(now: Progress) -> None:
            if now.total is not None:
                shown.total = now.total
            shown.update(now.done - shown.n)

        yield progress
