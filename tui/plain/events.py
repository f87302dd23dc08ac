"""`depesha events`: dispatches by kind of event."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.plain import counting, opening
from tui.plain.finding import QUERY_HELP
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha events", "depesha events host:ES", "depesha events --json")


def options(parser: ArgumentParser) -> None:
    """What narrows, and the forms."""
    counting.options(parser, QUERY_HELP)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the counts."""
    with opening.archive(chosen) as archive:
        return counting.show(archive, " ".join(chosen.query), "event", chosen, terminal)
