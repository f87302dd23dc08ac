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
    "dispatch boundaries": 0.99,
    "lede told apart": 1.0,
    "host accuracy": 0.99,
    "event accuracy": 0.98,
    "mentioned countries": 0.99,
    "officials found+named": 0.995,
    "post accuracy on named": 0.995,
    "officials name+post": 0.995,
    "country-of-official accuracy": 0.995,
    "organisation accuracy": 0.995,
    "sentences": 0.99,
}


@pytest.fixture(scope="module")
def lines() -> dict[str, Any]:
    """What `depesha annotate` prints, by id, through JSON as the scorer's users have it."""
    lines: dict[str, Any] = {}
    for document in read([SEEDS]):
        assert isinstance(document, Document), document
        lines[document.id] = json.loads(json.dumps(annotated_line(annotate(document))))
    return lines


@pytest.fixture(scope="module")
def measures(lines: dict[str, Any]) -> dict[str, dict[str, float]]:
    result: dict[str, dict[str, float]] = score_releases.score(score_releases.load_gold(str(HERE)), lines)
    return result


@pytest.mark.parametrize("measure", FLOORS)
def test_figure_on_the_samples_stays_above_its_floor(
    measures: dict[str, dict[str, float]], measure: str
) -> None:
    figure = measures[measure]
    assert figure.get("F1", figure.get("acc", 0.0)) >= FLOORS[measure], figure


@pytest.mark.parametrize(("key", "floor"), [("side", 0.985), ("status", 0.985), ("title", 0.99)])
def test_side_status_and_title_of_the_officials_that_were_found(
    lines: dict[str, Any], key: str, floor: float
) -> None:
    """What the scorer leaves out of the gold's officials."""
    right = []
    for gold in score_releases.load_gold(str(HERE)):
        wanted = {one["start"]: one for item in gold["dispatches"] for one in item["officials"]}
        for item in lines[gold["id"]]["dispatches"]:
            right += [
                wanted[one["start"]].get(key) == one[key]
                for one in item["officials"]
                if one["start"] in wanted
            ]
    assert len(right) > 200
    assert sum(right) / len(right) >= floor


def test_later_mentions_of_an_official_are_named_as_they_stand_there(lines: dict[str, Any]) -> None:
    right = []
    for gold in score_releases.load_gold(str(HERE)):
        found = {one["start"]: one["name"] for one in lines[gold["id"]]["persons"]}
        right += [found.get(one["start"]) == one["name"] for one in gold["repeated_mentions"]]
    assert sum(right) / len(right) >= 0.9, sum(right)


def test_no_photographer_or_poet_is_an_official(measures: dict[str, dict[str, float]]) -> None:
    assert measures["false officials among other persons"]["n"] == 0


def test_the_scorer_can_fail() -> None:
    gold = score_releases.load_gold(str(HERE))
    nothing = score_releases.score(gold, {})
    assert nothing["dispatch boundaries"]["F1"] == 0.0
