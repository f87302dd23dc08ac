"""What the names of a release show: a word that stands in one of them may stand for it alone elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.names.declension import GIVEN, SURNAME, readings
from core.annotating.names.joint import EITHER
from core.annotating.names.runs import WORD, Element
from core.annotating.names.shapes import Shape

_SHOWN = {EITHER: 0.8, GIVEN: 1.6, SURNAME: 3.2}  # how far a word found in that role is one elsewhere
_SURE = 2.0  # the score of a word that is surely a name
_LIKELY = -1.3  # readings below it say nothing


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch taken for a person."""

    elements: tuple[Element, ...]
    shape: Shape
    score: float


class Shown:
    """The words of the names found so far, as nominatives: what a word standing alone may be again."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._weights: dict[str, float] = {}
        self._words: dict[str, float] = {}
        for one in found:
            for part in one.shape.parts:
                weight = _SHOWN.get(part.role, 0.0) if len(one.elements) > 1 else _alone(one)
                for nominative in _likely(part.form, part.role) if weight else ():
                    self._weights[nominative] = max(self._weights.get(nominative, 0.0), weight)

    def evidence(self, elements: Sequence[Element]) -> float:
        """What speaks for a stretch because its words stand in names elsewhere."""
        return sum(self._word(element.form) for element in elements if element.kind == WORD)

    def _word(self, form: str) -> float:
        if form not in self._words:
            weights = self._weights
            self._words[form] = max((weights.get(one, 0.0) for one in _likely(form, SURNAME)), default=0.0)
        return self._words[form]


def _alone(found: Found) -> float:
    """What a word found standing alone shows: more if much speaks for it there («лордом Харперсом»)."""
    return 2 * _SHOWN[EITHER] if found.score > _SURE else _SHOWN[EITHER]


@lru_cache(maxsize=1 << 13)
def _likely(form: str, role: str) -> frozenset[str]:
    role = SURNAME if role == EITHER else role
    return frozenset(reading.nominative for reading in readings(form, role) if reading.score > _LIKELY)
