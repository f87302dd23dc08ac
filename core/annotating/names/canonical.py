"""Mentions of one person in a release: the fullest of them names the others.

A surname alone, or with initials, stands for the nearest full name that it fits, those before it first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.annotating.names import naming, titles
from core.annotating.names.context import Surroundings
from core.annotating.names.joint import Whole
from core.annotating.names.naming import Mention
from core.annotating.names.runs import INITIAL, NUMERAL, WORD
from core.folding import fold

_NEAR_BEST = 2.0  # a reading so much worse than the best may still be the one the release means


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person. `start`, `end` in code points; `first`, `last` word indices, last exclusive.

    `name`: canonical in the release, given name first. `written`: the nominative of just the words there.
    `title`: шейх, лорд, доктор … before the name, in the nominative. `gender`: m, f or None.
    `cases`: letters n g d a i p in which the mention can stand. `rule`: full, initials, surname, given or
    word; `again` behind it for a mention that a fuller one names.
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
    """The mentions with their canonical names."""
    full = _by_word(mentions)
    made = []
    for place, mention in enumerate(mentions):
        fuller = None if _is_full(mention) else _fuller(mentions, place, full)
        made.append(_named(mention, fuller, around))
    return tuple(made)


def _named(mention: Mention, fuller: Mention | None, around: Surroundings) -> Named:
    return Named(
        start=mention.elements[0].start,
        end=mention.elements[-1].end,
        first=mention.first,
        last=mention.last,
        name=naming.given_first(fuller or mention),
        written=naming.written(mention),
        title=titles.before(around, mention.first),
        gender=(fuller or mention).best.gender,
        cases=naming.cases_of(mention),
        rule=_rule(mention) + (" again" if fuller else ""),
        confidence=round(1 / (1 + math.exp(-mention.score)), 2),
    )


def _is_full(mention: Mention) -> bool:
    """True if at least two words of a name are written out, or one with a numeral."""
    return len(mention.words) > 1 or mention.elements[-1].kind == NUMERAL


def _has_initials(mention: Mention) -> bool:
    return any(element.kind == INITIAL for element in mention.elements)


def _rule(mention: Mention) -> str:
    if _is_full(mention):
        return "full"
    return "initials" if _has_initials(mention) else mention.parts[-1].role


def _by_word(mentions: Sequence[Mention]) -> dict[str, list[int]]:
    """The places of the full names by each of their words, folded."""
    found: dict[str, list[int]] = {}
    for place, mention in enumerate(mentions):
        if _is_full(mention):
            for word in {fold(word) for word in mention.words}:
                found.setdefault(word, []).append(place)
    return found


def _fuller(mentions: Sequence[Mention], place: int, full: Mapping[str, Sequence[int]]) -> Mention | None:
    """The full name that a short mention stands for; its reading is set to the one that fits."""
    mention = mentions[place]
    words = {fold(word) for reading in mention.readings for word in reading.nominatives}
    others = sorted({other for word in words for other in full.get(word, ())})
    before = [other for other in others if other < place]
    for other in (*reversed(before), *others[len(before) :]):
        reading = _fitting(mention, mentions[other])
        if reading is not None:
            mention.readings.insert(0, reading)
            return mentions[other]
    return None


def _fitting(mention: Mention, full: Mention) -> Whole | None:
    """The reading under which a short mention fits a full name."""
    words = {fold(word) for word in full.words}
    for reading in mention.readings:
        if reading.score < mention.best.score - _NEAR_BEST:
            break
        word = next(n for n, e in zip(reading.nominatives, mention.elements, strict=True) if e.kind == WORD)
        fits = fold(word) in words and _initials_fit(mention, full)
        if fits and (reading.gender == full.best.gender or _either(mention, reading)):
            return reading
    return None


def _either(mention: Mention, reading: Whole) -> bool:
    """True if the other gender reads the same nominative nearly as well."""
    return any(
        other.gender != reading.gender
        and other.nominatives == reading.nominatives
        and other.score > reading.score - _NEAR_BEST
        for other in mention.readings
    )


def _initials_fit(mention: Mention, full: Mention) -> bool:
    """True if the initials begin the given names in their order; also if there are none."""
    letters = [part for e in mention.elements if e.kind == INITIAL for part in _letters(e.form)]
    given = [half for word in naming.given_names(full) for half in word.split("-")]
    if not letters:
        return True
    return bool(given) and all(name.startswith(letter) for letter, name in zip(letters, given, strict=False))


def _letters(initial: str) -> list[str]:
    """«б.-а.» → «б», «а»."""
    return [letter for letter in initial.replace("-", " ").replace(".", " ").split() if letter]
