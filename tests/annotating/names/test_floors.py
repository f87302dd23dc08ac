"""Floors on the sample releases: exact span, nominative and full name of the gold mentions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from core.annotating.names import Named
from core.folding import fold
from tests.annotating.names import named

ROOT = Path(__file__).parents[3]
Gold = dict[str, Any]


@cache
def compared() -> tuple[tuple[Gold, Named | None], ...]:
    """Every gold mention with what was found at exactly its place."""
    return tuple(_compared())


def _compared() -> Iterator[tuple[Gold, Named | None]]:
    for path in sorted((ROOT / "tests/gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (ROOT / "seeds" / gold["source"]).read_bytes().decode("utf-8")
        found = {(one.start, one.end): one for one in named(text)}
        for mention in _mentions(gold):
            yield mention, found.get((mention["start"], mention["end"]))


def _mentions(gold: Gold) -> list[Gold]:
    officials = [official for dispatch in gold["dispatches"] for official in dispatch["officials"]]
    return [*officials, *gold["repeated_mentions"], *gold["other_persons"]]


def test_mentions_are_found() -> None:
    found = sum(one is not None for _, one in compared())
    assert found / len(compared()) >= 0.96


def test_their_nominatives_are_right() -> None:
    both = [(gold, one) for gold, one in compared() if one]
    assert sum(fold(gold["name"]) in (fold(o.written), fold(o.name)) for gold, o in both) / len(both) >= 0.97


def test_short_mentions_get_the_full_name() -> None:
    again = [(gold, one) for gold, one in compared() if one and "full_name" in gold]
    assert sum(fold(gold["full_name"]) == fold(one.name) for gold, one in again) / len(again) >= 0.95
