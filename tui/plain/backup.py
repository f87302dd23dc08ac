"""`depesha backup`: the archive in one file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from tui.lang import tr
from tui.plain import DONE, opening
from tui.plain.cleaning import clean
from tui.plain.stats import size
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha backup", "depesha backup press.zip")


def options(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", nargs="?", metavar="FILE.zip", help="file to make; depesha-DATE.zip without")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Writes the backup and tells its name and size."""
    file = Path(chosen.file or f"depesha-{datetime.now(UTC):%Y-%m-%d}.zip")
    with opening.archive(chosen) as archive:
        archive.backup(file)
    made = file.stat().st_size
    if chosen.json:
        terminal.json({"file": str(file), "bytes": made})
    else:
        terminal.line(clean(tr("Backup: {file}, {size}", file=file, size=size(made))))
    return DONE
