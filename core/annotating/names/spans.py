"""Which stretches of a run are persons: the best way to part it, by look and agreement of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import Word
from core.annotating.names.context import Surroundings
from core.annotating.names.declension import GIVEN, SURNAME, readings
from core.annotating.names.joint import EITHER, STILL, Part, agreement, roles
from core.annotating.names.lexicon import Look, look
from core.annotating.names.runs import AFTER, BEFORE, INITIAL, NUMERAL, WORD, Element, runs
from core.annotating.names.tables import words
from core.annotating.places import Places
from core.model import Segmentation

Signs = tuple[tuple[str, str, bool], ...]  # kind, form, all in capitals
_LONGEST = 7  # elements of a name
_NEIGHBOURS = 0.8  # two persons rarely stand side by side
_PLACE = 2.5  # what a word that names a place takes away
_ACCEPT = 1.0  # what a stretch must score to be a person
_IMPOSSIBLE = -99.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch read as a name: its score by itself and the parts in their roles."""

    score: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch taken for a person."""

    elements: tuple[Element, ...]
    shape: Shape
    score: float


Evidence = Callable[[Sequence[Element]], float]


def part(run: Sequence[Element], evidence: Evidence) -> list[Found]:
    """The persons in a run. `evidence`: what the surroundings say for or against a stretch."""
    best: list[tuple[float, tuple[Found, ...]]] = [(0.0, ())]
    for end in range(1, len(run) + 1):
        score, chain = best[end - 1]
        if _touches(chain, run, end - 1):
            score -= _left_out(run, end - 1)
        top = (score, chain)
        for start in range(max(0, end - _LONGEST), end):
            found = _person(run[start:end], evidence) if not _torn(run, start) else None
            if found is None:
                continue
            score, chain = best[start]
            score += found.score - _ACCEPT
            if _touches(chain, run, start):
                score -= _NEIGHBOURS
            elif start > 0:
                score -= _left_out(run, start - 1)
            if score > top[0]:
                top = (score, (*chain, found))
        best.append(top)
    return list(best[-1][1])


def _person(stretch: Sequence[Element], evidence: Evidence) -> Found | None:
    elements = tuple(stretch)
    shape = shape_of(elements)
    if shape is None:
        return None
    score = shape.score + evidence(elements)
    return Found(elements, shape, score) if score > _ACCEPT else None


def _touches(chain: Sequence[Found], run: Sequence[Element], place: int) -> bool:
    """True if the last person of the chain ends right before `place`."""
    return bool(chain) and place > 0 and chain[-1].elements[-1] is run[place - 1]


def _torn(run: Sequence[Element], start: int) -> bool:
    """True if a name that begins at `start` would begin with the particle of the word before."""
    if start == 0 or run[start - 1].kind != WORD:
        return False
    return run[start].kind == BEFORE or (run[start].text[0].islower() and "-" in run[start].text)


def _left_out(run: Sequence[Element], place: int) -> float:
    """What it costs to leave a word out that could be of a name with its neighbours."""
    if run[place].kind in (INITIAL, NUMERAL, AFTER):
        return 0.8
    if run[place].kind == BEFORE:
        return 3.0 if place > 0 else 0.0
    if run[place].kind != WORD or len(run) == 1:
        return 0.0
    one = look(run[place].form)
    return 1.1 if not one.known or one.given > 1 or one.alone > 1 else 0.0


def shape_of(elements: tuple[Element, ...]) -> Shape | None:
    """The best reading of a stretch as a name; None if it cannot be one."""
    return _shape(
        tuple(
            (element.kind, element.form, element.text.isupper() and len(element.text) > 1)
            for element in elements
        )
    )


@lru_cache(maxsize=1 << 16)
def _shape(signs: Signs) -> Shape | None:
    kinds = [kind for kind, _, _ in signs]
    places = [place for place, kind in enumerate(kinds) if kind == WORD]
    if not places or not _well_formed(kinds):
        return None
    looks = [look(signs[place][1]) for place in places]
    if kinds[0] == WORD and INITIAL in kinds and len(places) > 1 and looks[0].given <= 1.1:
        return None  # «Японии Н. Кан»
    shouted = [signs[place][2] for place in places]
    if any(shouted) and not _may_shout(looks, shouted, [signs[place][1] for place in places]):
        return None
    return _best_shape(signs, places, looks)


def _well_formed(kinds: Sequence[str]) -> bool:
    """A particle leads to a word, a numeral or an «оглы» follows one, initials stand at one end."""
    if kinds[-1] == BEFORE or kinds[0] in (AFTER, NUMERAL):
        return False
    initials = [place for place, kind in enumerate(kinds) if kind == INITIAL]
    if len(initials) > 3:
        return False
    words = [place for place, kind in enumerate(kinds) if kind == WORD]
    if initials and initials[-1] > words[-1]:
        return len(words) == 1 and initials[0] > words[0]  # «Токаев К. К.»
    return NUMERAL not in kinds[:-1]


def _may_shout(looks: Sequence[Look], shouted: Sequence[bool], forms: Sequence[str]) -> bool:
    """Words in capitals are names beside a given name only: «Олег ЗОЛОТО», but «МИД», «СССР»."""
    if all(shouted):
        return len(looks) > 1 and max(one.given for one in looks) > 2 and min(map(len, forms)) > 2
    return all(not loud or len(form) > 3 for loud, form in zip(shouted, forms, strict=True)) and any(
        one.given > 1.5 and not loud for one, loud in zip(looks, shouted, strict=True)
    )


def _best_shape(signs: Signs, places: Sequence[int], looks: Sequence[Look]) -> Shape:
    count = len(places)
    initials = _initials([kind for kind, _, _ in signs])
    patronymics = [one.patronymic and (count > 1) for one in looks]
    best: Shape | None = None
    for given in _given_places(count, initials, patronymics, looks):
        score = _looks_score(signs, looks, given, patronymics, initials)
        parts = _parts(signs, places, roles([signs[p][1] for p in places], given, patronymics), looks)
        fit = agreement(parts) if count > 1 else 0.0
        shape = Shape(score + fit * 0.8, parts)
        if best is None or shape.score > best.score:
            best = shape
    assert best is not None
    return best


def _initials(kinds: Sequence[str]) -> str:
    """Where initials stand: before the surname, after it, or nowhere."""
    if INITIAL not in kinds:
        return ""
    return "after" if kinds[-1] == INITIAL else "before"


def _given_places(
    count: int, initials: str, patronymics: Sequence[bool], looks: Sequence[Look]
) -> Sequence[int]:
    """Where the given name may stand; -1 for nowhere."""
    if initials:
        return (-1,) if count == 1 else (-1, 0)
    if count == 1:
        return (0, -1)
    if any(patronymics):
        first = patronymics.index(True)
        return (max(0, first - 1),)
    return (0, count - 1)


def _looks_score(
    signs: Signs, looks: Sequence[Look], given: int, patronymics: Sequence[bool], initials: str
) -> float:
    if len(looks) == 1 and not initials:
        one = looks[0]
        return one.given - 0.4 if given == 0 else one.alone - 0.2
    if initials == "after":
        return looks[0].alone + 0.6 + 0.4 * (len(signs) - 1)
    score = 1.6 if initials else 0.8
    if initials and all(one.beside <= 0.3 for one in looks):
        score -= 2.0
    for place, one in enumerate(looks):
        if patronymics[place]:
            score += 3.0
        elif place == given:
            score += one.given + (0.0 if place == 0 else -1.2)
        else:
            beside = one.beside
            if place == 0 and given > 0:  # a surname that leads must look like one
                beside = min(beside, one.alone)
            elif one.given > 2 and place > 1:
                beside = min(beside, 0.8)
            score += beside
    return score


def _parts(
    signs: Signs,
    places: Sequence[int],
    word_roles: Sequence[str],
    looks: Sequence[Look],
) -> tuple[Part, ...]:
    """The elements as parts of a name; all but words stand still, so do all but the last of «Ли Пэн»."""
    eastern = (
        len(places) > 1
        and all(one.syllable for one in looks[:-1])
        and (looks[-1].given < 2 or looks[-1].syllable)
    )
    role_at = dict(zip(places, word_roles, strict=True))
    if len(places) == 1 and word_roles[0] == GIVEN:
        role_at[places[0]] = EITHER
    made = []
    for place, (_, form, _) in enumerate(signs):
        role = role_at.get(place, STILL)
        if role != STILL and eastern and place != places[-1] and form in words("syllables"):
            role = STILL
        made.append(Part(form, role, place == places[-1]))
    return tuple(made)


def plain_parts(elements: Sequence[Element]) -> tuple[Part, ...]:
    """Parts of a stretch that looks like no name: words as surnames, the rest stands still."""
    return tuple(Part(e.form, SURNAME if e.kind == WORD else STILL, e is elements[-1]) for e in elements)


def find(
    text: str, tokens: Sequence[Word], around: Surroundings, cut: Segmentation, places: Places
) -> list[Found]:
    """The persons of a text: first each run by itself, then once more with what the others have shown."""
    ends = frozenset(end for _, end in cut.sentences)
    alike = list(runs(text, tokens, ends))

    spots = _spots(places)

    def evidence(elements: Sequence[Element]) -> float:
        first = elements[0]
        score = around.evidence(first.first, elements[-1].last)
        if first.kind == WORD and look(first.form).serves and around.left(first.first) is None:
            score -= _PLACE * 2
        elif len(elements) > 1 and around.left(first.first) is None and _is_thing(first):
            score -= 1.5  # «Назначение Иванова»
        return score - sum(_place_cost(elements, e) for e in elements if e.start in spots)

    shown = Shown([one for run in alike for one in part(run, evidence)])

    def evidence_and_shown(elements: Sequence[Element]) -> float:
        return evidence(elements) + shown.evidence(elements)

    return [one for run in alike for one in part(run, evidence_and_shown)]


def _is_thing(element: Element) -> bool:
    one = look(element.form)
    return element.kind == WORD and one.common and one.given < 0


def _place_cost(elements: Sequence[Element], one: Element) -> float:
    """What a word that names a place takes away: less for «Денвер» in «Тодд Денвер»."""
    if len(elements) > 1 and (one is not elements[0]) and look(elements[0].form).given > 1.5:
        return _PLACE / 3
    if len(elements) > 1 and one is elements[0] and look(one.form).given > 0:
        return _PLACE / 2
    return _PLACE


def _spots(places: Places) -> frozenset[int]:
    """The offsets that names of places cover."""
    found: set[int] = set()
    for country in places.countries:
        found.update(range(country.start, country.end))
    for city in places.cities:
        found.update(range(city.start, city.end))
    return frozenset(found)


_SHOWN = {EITHER: 0.8, GIVEN: 1.6, SURNAME: 2.8}  # how far a word found in that role is one elsewhere


class Shown:
    """The words of the names found so far, as nominatives: what a word standing alone may be again."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._weights: dict[str, float] = {}
        for one in found:
            for part in one.shape.parts:
                weight = _SHOWN.get(part.role, 0.0) if len(one.elements) > 1 else _SHOWN[EITHER]
                for nominative in _likely(part.form, part.role) if weight else ():
                    self._weights[nominative] = max(self._weights.get(nominative, 0.0), weight)

    def evidence(self, elements: Sequence[Element]) -> float:
        """What speaks for a stretch because its words stand in names elsewhere."""
        return sum(self._word(element.form) for element in elements if element.kind == WORD)

    def _word(self, form: str) -> float:
        return max((self._weights.get(one, 0.0) for one in _likely(form, SURNAME)), default=0.0)


@lru_cache(maxsize=1 << 15)
def _likely(form: str, role: str) -> frozenset[str]:
    role = SURNAME if role == EITHER else role
    return frozenset(reading.nominative for reading in readings(form, role) if reading.score > -1.3)
