"""`depesha restore`: an archive from a backup."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.lang import tr, trn
from tui.plain import DONE, settings
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha restore press.zip", "depesha restore press.zip --archive ~/press-again")


def options(parser: ArgumentParser) -> None:
    """Where from."""
    parser.add_argument("file", metavar="FILE.zip", help="a backup")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Makes the archive, which must be empty or not there yet."""
    from core import Archive

    folder = settings.archive_folder(chosen.archive)
    Archive.restore(Path(chosen.file), folder)
    with Archive(folder, wait=settings.held("wait", chosen.wait).value) as archive:
        releases, dispatches = archive.size
    if chosen.json:
        terminal.json({"archive": str(folder), "releases": releases, "dispatches": dispatches})
    else:
        terminal.line(clean(tr("Archive: {path}", path=folder)))
        terminal.line(trn(releases, "{n} release|{n} releases"))
    return DONE
