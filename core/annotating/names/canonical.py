"""Mentions of one person in a release: the fullest of them names the others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.annotating.names.context import Surroundings
from core.annotating.names.naming import Mention, cases_of, written


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person. `start`, `end` in code points; `first`, `last` word indices, last exclusive.

    `name`: canonical in the release, given name first. `written`: the nominative of just the words there.
    `cases`: letters n g d a i p in which the mention can stand. `gender`: m, f or None.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    written: str
    title: str | None
    gender: str | None
    cases: frozenset[str]
    rule: str
    confidence: float


def named(mentions: Sequence[Mention], around: Surroundings) -> tuple[Named, ...]:
    made = []
    for mention in mentions:
        own = written(mention)
        made.append(
            Named(
                start=mention.elements[0].start,
                end=mention.elements[-1].end,
                first=mention.first,
                last=mention.last,
                name=own,
                written=own,
                title=None,
                gender=mention.best.gender,
                cases=cases_of(mention),
                rule="name",
                confidence=round(1 / (1 + math.exp(-mention.score)), 2),
            )
        )
    return tuple(made)
