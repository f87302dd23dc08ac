"""`depesha remove`: releases out of the archive."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tui.lang import tr, trn
from tui.plain import DONE, FAILED, NOTHING, opening
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal, warn

EXAMPLES = ("depesha remove 3f2a91c0", "depesha remove --query 'дата:<2020' --yes")


def options(parser: ArgumentParser) -> None:
    """Which releases."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="key of a release or its beginning, or its id")
    parser.add_argument("--query", metavar="QUERY", help="all releases with a dispatch that meets the query")
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Removes what is named; 1 if nothing was there. What a query chooses is confirmed first."""
    if not chosen.ids and chosen.query is None:
        warn(tr("Name releases, or choose them with --query."))
        return FAILED
    with opening.archive(chosen) as archive:
        keys = dict.fromkeys(archive.release(name.partition("/")[0]).key for name in chosen.ids)
        if chosen.query is not None:
            _, found = opening.hits(archive, chosen.query)
            keys |= dict.fromkeys(hit.key for hit in found)
            if keys and not (chosen.yes or _confirmed(len(keys))):
                return NOTHING
        count = archive.remove(keys)
    if chosen.json:
        terminal.json({"removed": count, "keys": list(keys)})
    else:
        terminal.line(clean(trn(count, "{n} release removed|{n} releases removed")))
    return DONE if count else NOTHING


def _confirmed(count: int) -> bool:
    """Asks on a terminal; elsewhere nothing is removed without --yes."""
    question = trn(count, "Remove {n} release? [y/N]|Remove {n} releases? [y/N]")
    if not sys.stdin.isatty():
        warn(question + " " + tr("Say --yes to do it."))
        return False
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "д", "да")
