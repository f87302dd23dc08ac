"""`depesha annotate`: annotated releases as JSON lines, one after another, without an archive."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.lang import say
from tui.plain import DONE, FAILED
from tui.plain.adding import PATH_HELP
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal, warn

EXAMPLES = (
    "depesha annotate seeds > seeds.jsonl",
    "depesha annotate - < release.txt",
    "depesha annotate --from jsonl texts.jsonl --with-text",
)


def options(parser: ArgumentParser) -> None:
    """What to annotate, and whether the text comes along."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATH_HELP)
    parser.add_argument(
        "--from",
        dest="form",
        choices=("auto", "jsonl"),
        default="auto",
        help='jsonl: each PATH holds lines {"id", "text", "date"?, "title"?, "url"?}',
    )
    parser.add_argument("--with-text", action="store_true", help="add the text itself")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints a line a release as soon as it is annotated; 2 if anything was refused."""
    from core import Document, annotate, annotated_line, read

    status = DONE
    for item in read(chosen.paths, form=None if chosen.form == "auto" else chosen.form):
        if isinstance(item, Document):
            terminal.json(annotated_line(annotate(item), with_text=chosen.with_text))
            terminal.flush()
        else:
            warn(clean(f"depesha: {item.source}: {say(item.message)}"))
            status = FAILED
    return status
