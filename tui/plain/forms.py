"""The forms of an answer that every listing command has: text for the eye, JSON, JSON lines, CSV."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _MutuallyExclusiveGroup
from collections.abc import Iterable, Mapping, Sequence

from tui.plain import rows
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal

BOM = "\ufeff"  # Excel takes a CSV file for UTF-8 only if it begins so


def options(parser: ArgumentParser) -> _MutuallyExclusiveGroup:
    """`--json`, `--jsonl`, `--csv`, of which one may be chosen, and how the CSV is to be.

    The group of the three is returned: a command may have a form more.
    """
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--jsonl", action="store_true", help="a JSON object a line")
    form.add_argument("--csv", action="store_true", help="a table with comma-separated values")
    csv_options(parser)
    return form


def csv_options(parser: ArgumentParser) -> None:
    """What Excel wants of a CSV file."""
    parser.add_argument("--bom", action="store_true", help="begin the CSV with a byte order mark, for Excel")
    parser.add_argument("--sep", default=",", metavar="CHAR", help="separator of the CSV: , ; or tab")


def put(
    chosen: Namespace,
    terminal: Terminal,
    columns: Sequence[str],
    found: Iterable[rows.Row],
    *,
    head: Mapping[str, object] | None = None,
    name: str = "rows",
    flat: Iterable[rows.Row] | None = None,
) -> bool:
    """Writes `found` in the form chosen; False if that is text, which the caller writes.

    head: what stands beside the list `name` in the JSON document. flat: the rows for CSV, if they differ.
    """
    if chosen.json:
        terminal.json({**(head or {}), name: list(found)}, indent=1)
    elif chosen.jsonl:
        for row in found:
            terminal.json(row)
    elif chosen.csv:
        table(chosen, terminal, columns, found if flat is None else flat)
    else:
        return False
    return True


def table(chosen: Namespace, terminal: Terminal, columns: Sequence[str], found: Iterable[rows.Row]) -> None:
    """Writes rows as CSV, with the byte order mark if asked for."""
    separator = {"tab": "\t", "\\t": "\t"}.get(chosen.sep, chosen.sep)[:1] or ","
    mark = BOM if chosen.bom and not terminal.live else ""
    for line in rows.csv_lines(columns, found, separator):
        terminal.line(mark + (clean(line) if terminal.live else rows.encodable(line)))
        mark = ""
