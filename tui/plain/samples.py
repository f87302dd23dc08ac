"""`depesha samples`: the sample releases that come with depesha."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.plain import DONE, adding
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha samples", "depesha samples --path")


def options(parser: ArgumentParser) -> None:
    """Add them, or only say where they lie."""
    parser.add_argument("--path", action="store_true", help="only print the folder of the samples")
    adding.more_options(parser)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Adds the samples to the archive."""
    from core import SAMPLES

    if chosen.path:
        terminal.line(str(SAMPLES))
        return DONE
    chosen.paths = [str(path) for path in sorted(SAMPLES.glob("*.txt"))]
    return adding.run(chosen, terminal)
