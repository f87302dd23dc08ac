"""How far a word with a capital letter looks like a part of a name, by itself: a few log-odds a form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import parses
from core.annotating.names.declension import GIVEN, SURNAME, given_names, readings
from core.annotating.names.tables import kinds, weights, words
from core.folding import fold

_NEVER = -6.0
_SERVING = frozenset(
    ("ADVB", "CONJ", "PREP", "PRCL", "NPRO", "PRED", "INTJ", "VERB", "INFN", "GRND", "COMP", "NUMR")
)


@dataclass(frozen=True, slots=True)
class Look:
    """Log-odds that a capitalised form is a given name, a surname standing alone, a surname beside a name.

    `known`: the dictionary holds the form. `common`: as a word of the language. `place`: as a place.
    `patronymic`: it is one. `adjective`: it can stand before a noun.
    """

    given: float
    alone: float
    beside: float
    patronymic: bool
    known: bool
    common: bool
    place: bool
    adjective: bool
    syllable: bool
    noun: bool = False  # it is also a noun of the language
    serves: bool = False  # a sentence may begin with it as with a word that is no noun


@dataclass(slots=True)
class _Share:
    """How the readings of the dictionary are shared out, as probabilities."""

    name: float = 0.0
    surname: float = 0.0
    patronymic: float = 0.0
    place: float = 0.0
    other: float = 0.0
    noun: float = 0.0  # the nouns among the others
    short: float = 0.0
    adjective: bool = False
    plural: bool = True  # nothing but plurals


@lru_cache(maxsize=1 << 13)
def look(form: str) -> Look:
    """The look of a form in lower case."""
    if form in words("nobody") or _is_nobody(form):
        if _serves(form) and parses(form)[0].pos == "NPRO":  # «Харухико Оно»: no pronoun has a capital there
            return Look(_NEVER, _NEVER, 0.4, False, True, True, False, False, False)
        return Look(_NEVER, _NEVER, -1.5, False, True, True, False, False, False)
    if "-" in form:
        return _double(form)
    if form in words("place_halves"):
        return Look(-3.0, -3.0, 0.8, False, True, False, True, False, False)
    if _institution(form):
        return Look(_NEVER, _NEVER, -1.5, False, True, True, False, False, False)
    if form == "и":  # «Ван И», never before a name
        return Look(_NEVER, _NEVER, 1.4, False, True, False, False, False, True, serves=True)
    share = _share(form)
    known = any(parse.raw.is_known for parse in parses(form))
    listed = _listed(form)
    common = share.other + share.short
    syllable = any(r.score > -1 and _eastern(r.nominative, known) for r in readings(form, SURNAME))
    syllable = syllable or (len(form) == 1 and form in words("syllables"))
    serves = _serves(form)
    return Look(
        given=_given(share, known, listed, syllable, serves),
        alone=_alone(form, share, known, listed),
        beside=_beside(form, share, known, listed, syllable),
        patronymic=share.patronymic > 0.3 or (not known and form.endswith(_PATRONYMICS)),
        known=known,
        common=common > 0 and known,
        place=share.place > 0,
        adjective=share.adjective,
        syllable=syllable,
        noun=share.noun > 0.1,
        serves=serves,
    )


@lru_cache(maxsize=1 << 13)
def _eastern(word: str, known: bool) -> bool:
    """True for a syllable of the table, or two of them in a word the dictionary lacks («Цзиньпин»)."""
    table = words("syllables")
    return (
        word in table
        or not known
        and any(word[:cut] in table and word[cut:] in table for cut in range(2, len(word) - 1))
    )


def _serves(form: str) -> bool:
    """True for adverbs, conjunctions, verbs and the like, which a sentence may begin with."""
    first = parses(form)[0]
    return first.raw.is_known and first.pos in _SERVING and first.score > 0.4


def _institution(form: str) -> bool:
    """True for Минпромторг, Росприроднадзор and their forms, where the dictionary lacks them."""
    if len(form) < 6 or parses(form)[0].raw.is_known:
        return False
    starts = [piece for piece, place in kinds("institutions").items() if place == "start"]
    if not form.startswith(tuple(starts)):
        return False
    ends = tuple(piece for piece, place in kinds("institutions").items() if place == "end")
    return any(form[: len(form) - cut].endswith(ends) for cut in range(3))


def _is_nobody(form: str) -> bool:
    if any(p.raw.is_known and ("Name" in p.grammemes or "Surn" in p.grammemes) for p in parses(form)):
        return False
    return any(base in words("nobody") for base in _bases(form))


def _bases(form: str) -> tuple[str, ...]:
    """Lemmas of the form, or the likely nominatives of a word that no dictionary knows."""
    known = tuple(fold(parse.lemma) for parse in parses(form)[:3] if parse.raw.is_known)
    return known or tuple(reading.nominative for reading in readings(form, SURNAME) if reading.score >= -0.1)


def _share(form: str) -> _Share:
    share = _Share()
    for parse in parses(form):
        if not parse.raw.is_known:
            continue
        tags = parse.grammemes
        if "Name" in tags:
            share.name += parse.score
        elif "Surn" in tags:
            share.surname += parse.score
        elif "Patr" in tags:
            share.patronymic += parse.score
        elif "Geox" in tags:
            share.place += parse.score
        elif "Abbr" in tags or "Orgn" in tags or "Trad" in tags or "Init" in tags:
            share.short += parse.score
        elif parse.pos in _SERVING or "Apro" in tags:
            continue  # never with a capital letter inside a sentence
        else:
            share.other += parse.score
            share.noun += parse.score if parse.pos == "NOUN" else 0.0
            share.plural = share.plural and parse.number == "plur"
            share.adjective = share.adjective or parse.pos in ("ADJF", "PRTF")
    total = share.name + share.surname + share.patronymic + share.place + share.other + share.short
    if total and share.name + share.surname:
        share.name, share.surname = share.name / total, share.surname / total
        share.place, share.other, share.short = share.place / total, share.other / total, share.short / total
    return share


def _listed(form: str) -> bool:
    """True if a reading of the form stands in the tables of given names."""
    names = given_names()
    return any(reading.score > -0.1 and reading.nominative in names for reading in readings(form, GIVEN))


def _suffix(form: str) -> float:
    """The weight of the best surname ending among the likely readings of a form."""
    table = weights("surname_suffixes")
    best = 0.0
    for reading in readings(form, SURNAME):
        if reading.score > -0.75:
            word = reading.nominative
            for size in range(2, min(7, len(word) - 1)):
                best = max(best, table.get(word[-size:], 0.0))
    return best


def _given(share: _Share, known: bool, listed: bool, syllable: bool, serves: bool) -> float:
    rest = share.other + share.place + share.short + share.surname * 0.5
    if share.name:
        if rest < 0.02:
            return 2.6
        return max(1.0 if listed else 0.0, 1.2 + 1.6 * (share.name - rest))
    if listed:
        return 2.3 if not known else 0.3 if share.place else 1.0
    if syllable:
        return -0.5 if serves else 1.0
    if not known:
        return -0.2
    return -2.5 if share.adjective or share.place or share.short else -1.5


def _alone(form: str, share: _Share, known: bool, listed: bool) -> float:
    rest = share.other + share.place + share.short
    name = share.surname + share.name * 0.8
    if name:
        if rest < 0.02:
            return 2.4
        return max(0.8 + 1.8 * (name - rest), 0.8 * _suffix(form) if share.surname else -9.0)
    if known:
        if listed and not share.other:
            return 0.4
        if share.place and not share.other:
            return -1.2
        if share.plural and (weight := _suffix(form)) > 1:
            return 0.6 * weight  # «Мясников» is a genitive plural, too
        return -2.2
    return (1.5 if listed else 0.2) + _suffix(form)


def _beside(form: str, share: _Share, known: bool, listed: bool, syllable: bool) -> float:
    if share.surname:
        return 2.6
    if not known:
        return 1.4 + _suffix(form) * 0.6
    if share.name:
        return 1.8
    if listed or syllable:
        return 1.4
    if share.short:
        return -3.0
    return 0.3 if share.adjective else 0.6


_PATRONYMICS = tuple(
    stem + ending
    for stem, endings in (
        ("ович", ("", "а", "у", "ем", "е")), ("евич", ("", "а", "у", "ем", "е")),
        ("овн", ("а", "ы", "е", "у", "ой")), ("евн", ("а", "ы", "е", "у", "ой")),
    )
    for ending in endings
)  # fmt: skip


def _of_place(first: str) -> bool:
    """True for the first half of «Сан-Диего», «Нью-Йорк»."""
    return first.split("-")[0] in words("place_halves")


def _double(form: str) -> Look:
    """A hyphenated word looks as its likelier half does."""
    first, _, last = form.rpartition("-")
    one, two = look(first.rpartition("-")[2] or last), look(last or first)
    if _of_place(first):
        return Look(-3.0, -3.0, 0.8, False, False, False, True, False, False)
    common = one.common and two.common
    return Look(
        given=max(one.given, two.given) - 0.3,
        alone=(one.alone + two.alone) / 2 if common else max(one.alone, two.alone),
        beside=max(one.beside, two.beside),
        patronymic=False,
        known=one.known and two.known,
        common=common,
        place=one.place or two.place,
        adjective=two.adjective,
        syllable=one.syllable and two.syllable,
    )
