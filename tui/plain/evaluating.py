"""`depesha eval`: precision and recall on the releases with known answers that ship with depesha."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from tui.lang import tr
from tui.plain import DONE, FAILED
from tui.plain.cleaning import clean
from tui.plain.printing import table
from tui.plain.terminal import Terminal, warn

EXAMPLES = ("depesha eval", "depesha eval --json", "depesha eval --texts my/texts --gold my/gold")


def options(parser: ArgumentParser) -> None:
    """Other texts and answers than those that ship, and the form."""
    parser.add_argument("--texts", metavar="DIR", help="folder of texts, NAME.txt; the samples without")
    parser.add_argument("--gold", metavar="DIR", help="folder of answers, NAME.gold.json")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Annotates the texts and scores them; a folder without answers is an error."""
    from core import GOLD, SAMPLES

    texts, gold = Path(chosen.texts or SAMPLES), Path(chosen.gold or GOLD)
    if not any(gold.glob("*.gold.json")):
        warn(clean(tr("{path} holds no answers (*.gold.json).", path=gold)))
        return FAILED
    measures = measured(texts, gold)
    if chosen.json:
        terminal.json({"texts": str(texts), "gold": str(gold), "measures": measures}, indent=1)
        return DONE
    head = ("", tr("precision"), tr("recall"), "F1", "")
    for line in table([head, *(_cells(name, one) for name, one in measures.items())], right=(1, 2, 3)):
        terminal.line(line)
    return DONE


def measured(texts: Path, gold: Path) -> dict[str, dict[str, Any]]:
    """The scorer's measures by name. The scorer lies beside the answers that ship."""
    from core import GOLD, Document, annotate, annotated_line, read

    place = spec_from_file_location("score_releases", GOLD / "score_releases.py")
    assert place is not None and place.loader is not None
    scorer = module_from_spec(place)
    place.loader.exec_module(scorer)
    lines = {
        document.id: annotated_line(annotate(document))
        for document in read([texts])
        if isinstance(document, Document)
    }
    found: dict[str, dict[str, Any]] = scorer.score(scorer.load_gold(str(gold)), lines)
    return found


def _cells(name: str, one: dict[str, Any]) -> tuple[str, ...]:
    """One measure: precision, recall and F1, or a share of so many."""
    if "F1" in one:
        figures = (f"{one['P']:.3f}", f"{one['R']:.3f}", f"{one['F1']:.3f}")
        return (name, *figures, f"{one['tp']}/{one['gold']}")
    if "acc" in one:
        return name, "", "", f"{one['acc']:.3f}", f"n={one['n']}"
    return name, "", "", "", ", ".join(f"{key}={value}" for key, value in one.items())
