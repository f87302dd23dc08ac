"""A stretch of elements read as a name: which word is the given name, and how much it looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.names.declension import GIVEN, SURNAME
from core.annotating.names.joint import EITHER, STILL, Part, agreement, roles
from core.annotating.names.lexicon import Look, look
from core.annotating.names.runs import AFTER, BEFORE, INITIAL, NUMERAL, WORD, Element
from core.annotating.names.tables import words

Signs = tuple[tuple[str, str, bool], ...]  # kind, form, all in capitals
# Log-odds that a stretch has by its make-up.
_INITIALS = 1.6  # «К. Иванов»
_SEVERAL = 0.8  # more than one word
_PATRONYMIC = 3.0
_GIVEN_BEHIND = -1.2  # the given name after the surname
_SURELY_GIVEN = 2.0
_LIKE_SURNAME = 1.0
_COMMON_BEHIND_INITIAL = -2.0  # «В. Адрес»
_AGREEMENT = 0.8  # the weight of agreement


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch read as a name: its score by itself and the parts in their roles."""

    score: float
    parts: tuple[Part, ...]


def shape_of(elements: tuple[Element, ...]) -> Shape | None:
    """The best reading of a stretch as a name; None if it cannot be one."""
    return _shape(
        tuple(
            (element.kind, element.form, element.text.isupper() and len(element.text) > 1)
            for element in elements
        )
    )


@lru_cache(maxsize=1 << 13)
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
    if shouted[0] and len(looks) > 2 and not looks[-1].patronymic:
        return all(shouted) and max(one.given for one in looks) > 2 and min(map(len, forms)) > 2  # «ИСЕСКО»
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
    for given in _given_places([signs[p][1] for p in places], initials, patronymics, looks):
        score = _looks_score(signs, looks, given, patronymics, initials)
        parts = _parts(signs, places, roles([signs[p][1] for p in places], given, patronymics), looks)
        fit = agreement(parts) if count > 1 else 0.0
        shape = Shape(score + fit * _AGREEMENT, parts)
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
    forms: Sequence[str], initials: str, patronymics: Sequence[bool], looks: Sequence[Look]
) -> Sequence[int]:
    """Where the given name may stand; -1 for nowhere. Behind the surname only in a name of two words."""
    count = len(forms)
    if initials:
        return (-1,) if count == 1 else (-1, 0)
    if count == 1:
        return (0, -1)
    if any(patronymics):
        first = patronymics.index(True)
        return (max(0, first - 1),)
    like_surname = looks[0].given < _SURELY_GIVEN and looks[0].alone > _LIKE_SURNAME
    leads = count == 2 and like_surname and not _is_fathers(forms[0]) and looks[1].given > looks[1].alone
    return (0, 1) if leads else (0,)


def _is_fathers(form: str) -> bool:
    """True for the father's name that leads a Mongolian one: «Лувсаннамсрайн Оюун-Эрдэнэ»."""
    return form.endswith(("ийн", "ын", "айн", "эйн", "ойн")) and not look(form).known


def _looks_score(
    signs: Signs, looks: Sequence[Look], given: int, patronymics: Sequence[bool], initials: str
) -> float:
    if len(looks) == 1 and not initials:
        one = looks[0]
        return one.given - 0.4 if given == 0 else one.alone - 0.2
    if initials == "after":
        return looks[0].alone + 0.6 + 0.4 * (len(signs) - 1)
    score = _INITIALS if initials else _SEVERAL
    if initials and all(one.common and one.beside <= 0.6 for one in looks):
        score += _COMMON_BEHIND_INITIAL
    for place, one in enumerate(looks):
        if patronymics[place]:
            score += _PATRONYMIC
        elif place == given:
            score += one.given + (0.0 if place == 0 else _GIVEN_BEHIND)
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
    eastern = len(places) > 1 and all(one.syllable for one in looks[:-1])
    if len(places) == 2 and looks[-1].given >= 2 and not looks[-1].syllable:
        eastern = False  # «Ким Роберт»
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
