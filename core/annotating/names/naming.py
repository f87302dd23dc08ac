"""From stretches to nominatives: each name read in its surroundings, then all names of a release vote."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.annotating.names.context import Surroundings
from core.annotating.names.joint import STILL, Part, Whole, wholes
from core.annotating.names.runs import Element
from core.annotating.names.spans import Shape
from core.annotating.names.tables import CASES

_VOTE = 0.9
_GENDER_VOTE = 1.2


@dataclass(slots=True)
class Mention:
    """A stretch that names a person, with the readings of it, the likeliest first."""

    elements: tuple[Element, ...]
    parts: tuple[Part, ...]
    score: float
    readings: list[Whole] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.elements[0].first

    @property
    def last(self) -> int:
        return self.elements[-1].last

    @property
    def best(self) -> Whole:
        return self.readings[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The nominatives of the words that decline."""
        pairs = zip(self.parts, self.best.nominatives, strict=True)
        return tuple(word for part, word in pairs if part.role != STILL)


def read(mentions: Sequence[Mention], around: Surroundings) -> None:
    """Fills the readings of all mentions: alone first, then with the votes of the others."""
    cases = [around.case_scores(mention.first, mention.last) for mention in mentions]
    genders = [around.genders(mention.first, mention.last) for mention in mentions]
    for mention, case, gender in zip(mentions, cases, genders, strict=True):
        mention.readings = _weigh(mention.parts, {}, case, gender, None)
    votes, women = _votes(mentions)
    for mention, case, gender in zip(mentions, cases, genders, strict=True):
        support = _support(mention, votes)
        mention.readings = _weigh(mention.parts, support, case, gender, _lean(mention, women))


def _weigh(
    parts: Sequence[Part],
    support: Mapping[str, float],
    cases: Sequence[float],
    genders: str,
    lean: float | None,
) -> list[Whole]:
    weighed = []
    for whole in wholes(parts, support):
        score = whole.score + cases[whole.case]
        if whole.gender not in genders:
            score -= 1.0
        if lean is not None:
            score += lean if whole.gender == "f" else -lean
        weighed.append(Whole(score, whole.gender, whole.case, whole.nominatives))
    weighed.sort(key=lambda whole: -whole.score)
    return weighed


def _shares(mention: Mention, place: int) -> dict[str, float]:
    """How likely each nominative of one word is in a mention."""
    shares: dict[str, float] = defaultdict(float)
    top = mention.readings[0].score
    for whole in mention.readings:
        shares[whole.nominatives[place]] += math.exp(2 * (whole.score - top))
    total = sum(shares.values())
    return {word: share / total for word, share in shares.items()}


Votes = dict[str, dict[str, float]]  # nominative → written form → likelihood


def _votes(mentions: Sequence[Mention]) -> tuple[Votes, dict[str, float]]:
    """Votes for nominatives by written form, and for women by the nominative of the last word."""
    votes: Votes = defaultdict(dict)
    women: dict[str, float] = defaultdict(float)
    for mention in mentions:
        for place, part in enumerate(mention.parts):
            if part.role == STILL:
                continue
            for word, share in _shares(mention, place).items():
                votes[word][part.form] = max(votes[word].get(part.form, 0.0), share)
        surest = mention.best
        other = max((w.score for w in mention.readings if w.gender != surest.gender), default=surest.score)
        sure = min(2.0, surest.score - other)
        women[surest.nominatives[-1]] += sure if surest.gender == "f" else -sure
    return votes, women


def _support(mention: Mention, votes: Votes) -> dict[str, float]:
    """For each nominative that other written forms vote for, how much they do."""
    support = {}
    for place, part in enumerate(mention.parts):
        if part.role == STILL:
            continue
        for word in _shares(mention, place):
            others = sum(share for form, share in votes[word].items() if form != part.form)
            if others > 0.05:
                support[word] = _VOTE * math.log1p(2 * others)
    return support


def _lean(mention: Mention, women: Mapping[str, float]) -> float | None:
    """How far the release takes bearers of the surname for women (positive) or men."""
    total = women.get(mention.best.nominatives[-1], 0.0)
    return max(-1.0, min(1.0, total / 2)) * _GENDER_VOTE / 2


def written(mention: Mention) -> str:
    """The nominative of the words that stand there, in their order and with their capitals."""
    pieces = []
    previous_end = mention.elements[0].start
    for element, nominative in zip(mention.elements, mention.best.nominatives, strict=True):
        if pieces:
            pieces.append("" if element.start == previous_end else " ")
        pieces.append(_cased(element, nominative))
        previous_end = element.end
    return "".join(pieces)


def _cased(element: Element, nominative: str) -> str:
    """The nominative with the letters as they are written, as far as both agree."""
    text = element.text
    if nominative == element.form:
        return _title(text) if text.isupper() and len(text) > 3 and element.kind == "word" else text
    kept = 0
    for one, other in zip(text.lower(), nominative, strict=False):
        if one != other and (one, other) != ("е", "ё"):
            break
        kept += 1
    made = text[:kept] + nominative[kept:]
    return _title(made) if text.isupper() else made


def _title(word: str) -> str:
    return "-".join(half[:1].upper() + half[1:].lower() for half in word.split("-"))


def cases_of(mention: Mention) -> frozenset[str]:
    """The cases, as letters of `CASES`, in which the best nominatives can stand, the likely ones."""
    best = mention.best
    return frozenset(
        CASES[whole.case]
        for whole in mention.readings
        if whole.nominatives == best.nominatives
        and whole.gender == best.gender
        and whole.score > best.score - 2
    )


__all__ = ["Mention", "Shape", "cases_of", "read", "written"]
