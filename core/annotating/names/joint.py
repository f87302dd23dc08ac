"""All words of a name read together: one case and one gender for the whole of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.names.declension import GIVEN, PATRONYMIC, SURNAME, VOWELS, readings
from core.annotating.names.tables import CASES

STILL = "still"  # a word that does not decline: an initial, a particle, «Ли» in «Ли Пэна»
EITHER = "either"  # the only word of a name
Cell = tuple[float, str]  # score and nominative of a word in one case and gender
_GENDERS = "mf"
_COMBINATIONS = tuple((gender, case) for gender in _GENDERS for case in range(len(CASES)))


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name in lower case and its role."""

    form: str
    role: str
    last: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    """A reading of a whole name: nominatives word by word, the case as an index of `CASES`."""

    score: float
    gender: str
    case: int
    nominatives: tuple[str, ...]


def wholes(parts: Sequence[Part], support: Mapping[str, Mapping[str, float]]) -> list[Whole]:
    """Every case × gender with its best reading, the best first. `support`: written form → nominative →
    what speaks for it."""
    columns = [_column(part, support) for part in parts]
    found = []
    for place, (gender, case) in enumerate(_COMBINATIONS):
        cells = [column[place] for column in columns]
        found.append(Whole(sum(c[0] for c in cells), gender, case, tuple(c[1] for c in cells)))
    found.sort(key=lambda whole: -whole.score)
    return found


def agreement(parts: Sequence[Part]) -> float:
    """How well the words agree: 0 for well, negative for badly."""
    columns = [_cells(part.form, part.role, part.last) for part in parts]
    best: float = max(sum(cell[0] for cell in cells) for cells in zip(*columns, strict=True))
    return min(0.0, best)


def _column(part: Part, support: Mapping[str, Mapping[str, float]]) -> Sequence[Cell]:
    if part.role == STILL or not support.get(part.form):
        return _cells(part.form, part.role, part.last)
    return _fill(part.form, part.role, part.last, support[part.form])


@lru_cache(maxsize=1 << 13)
def _cells(form: str, role: str, last: bool) -> tuple[Cell, ...]:
    return _fill(form, role, last, {})


def _fill(form: str, role: str, last: bool, support: Mapping[str, float]) -> tuple[Cell, ...]:
    """The best reading for each case × gender; a word may also stand still, which is unlikely."""
    if role == STILL:
        return ((0.0, form),) * len(_COMBINATIONS)
    still = -6.0 if last else -4.5 if form[-1] in VOWELS else -2.5
    best: list[Cell] = [(still, form)] * len(_COMBINATIONS)
    found = readings(form, role) if role != EITHER else readings(form, GIVEN) + readings(form, SURNAME)
    if not found:
        best = [(-0.5, form)] * len(_COMBINATIONS)
    for reading in found:
        score = reading.score + support.get(reading.nominative, 0.0)
        for place, (gender, case) in enumerate(_COMBINATIONS):
            if gender == reading.gender and reading.cases >> case & 1 and score > best[place][0]:
                best[place] = (score, reading.nominative)
    return tuple(best)


def roles(forms: Sequence[str], given: int, patronymics: Sequence[bool]) -> tuple[str, ...]:
    """Roles of the words when the word at `given` is the given name (-1 for none)."""
    return tuple(
        PATRONYMIC if patronymics[place] else GIVEN if place == given else SURNAME
        for place in range(len(forms))
    )
