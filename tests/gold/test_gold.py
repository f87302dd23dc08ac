"""The samples through the whole pipeline, scored against their gold: floors just under what was reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core import annotate, annotated_line, read
from core.model import Document
from tests.gold import score_releases

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"

# The scorer's measure → the least that is accepted.
FLOORS = {
    "dateline all three": 0.98,
    "dispatch boundaries": 0.98,
    "lede told apart": 1.0,
    "host accuracy": 0.98,
    "event accuracy": 0.95,
    "mentioned countries": 0.985,
    "officials found+named": 0.96,
    "post accuracy on named": 0.95,
    "officials name+post": 0.93,
    "country-of-official accuracy": 0.96,
    "organisation accuracy": 0.90,
    "sentences": 0.985,
}


@pytest.fixture(scope="module")
def measures() -> dict[str, dict[str, float]]:
    lines: dict[str, Any] = {}
    for document in read([SEEDS]):
        assert isinstance(document, Document), document
        # what `depesha annotate` prints, through JSON as the scorer's users have it
        lines[document.id] = json.loads(json.dumps(annotated_line(annotate(document))))
    result: dict[str, dict[str, float]] = score_releases.score(score_releases.load_gold(str(HERE)), lines)
    return result


@pytest.mark.parametrize("measure", FLOORS)
def test_figure_on_the_samples_stays_above_its_floor(
    measures: dict[str, dict[str, float]], measure: str
) -> None:
    figure = measures[measure]
    assert figure.get("F1", figure.get("acc", 0.0)) >= FLOORS[measure], figure


def test_no_photographer_or_poet_is_an_official(measures: dict[str, dict[str, float]]) -> None:
    assert measures["false officials among other persons"]["n"] == 0


def test_the_scorer_can_fail() -> None:
    gold = score_releases.load_gold(str(HERE))
    nothing = score_releases.score(gold, {})
    assert nothing["dispatch boundaries"]["F1"] == 0.0
