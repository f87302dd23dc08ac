"""`depesha export`: every release as a JSON line; `depesha add` of them makes the archive again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.plain import DONE, NOTHING, opening
from tui.plain.cleaning import clean_json
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha export > press.jsonl", "depesha export | gzip > press.jsonl.gz")


def options(parser: ArgumentParser) -> None:
    """The only form there is."""
    parser.add_argument("--jsonl", action="store_true", help="a JSON object a line (the only form)")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the releases; 1 if there are none."""
    status = NOTHING
    with opening.archive(chosen) as archive:
        for line in archive.export():
            terminal.line(clean_json(line) if terminal.live else line)
            status = DONE
    return status
