"""`depesha countries`: dispatches by country, as host, as sender, as merely mentioned, or any of them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.plain import counting, opening
from tui.plain.finding import QUERY_HELP
from tui.plain.terminal import Terminal

EXAMPLES = (
    "depesha countries",
    "depesha countries --as host дата:2026-03",
    "depesha countries --csv > states.csv",
)
PARTS = ("country", "host", "mentioned", "sender")


def options(parser: ArgumentParser) -> None:
    """In which part a country counts, and what narrows."""
    counting.options(parser, QUERY_HELP)
    parser.add_argument(
        "--as",
        dest="part",
        choices=PARTS,
        default="country",
        help="count only this part; country is any part",
    )


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the counts."""
    with opening.archive(chosen) as archive:
        return counting.show(archive, " ".join(chosen.query), chosen.part, chosen, terminal)
