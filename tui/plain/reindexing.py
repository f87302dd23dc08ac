"""`depesha reindex`: the index anew, from the store alone. Readers go on with the old one meanwhile."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.lang import trn
from tui.plain import DONE, adding, opening
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha reindex",)


def options(parser: ArgumentParser) -> None:
    """The form of the answer."""
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Rebuilds and tells how much there is."""
    with opening.archive(chosen) as archive, adding.bar("dispatch") as progress:
        count = archive.reindex(progress)
    if chosen.json:
        terminal.json({"dispatches": count})
    else:
        terminal.line(trn(count, "{n} dispatch indexed|{n} dispatches indexed"))
    return DONE
