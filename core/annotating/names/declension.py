"""What a written word of a name may be in the nominative: every reading, with gender, cases and likelihood.

Three sources, the surest first: the dictionary and the tables of names; nouns of the dictionary, which
surnames are made of (Дрозд, Заяц); the table of endings for words that no dictionary knows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from core.annotating.morphology import Parse, parses
from core.annotating.names.tables import EVERY_CASE, GRAMMEME_CASE, bits, kinds, words
from core.annotating.posts.tables import rows

VOWELS = frozenset("аеёиоуыэюя")
_LETTERS = {
    "V": VOWELS,
    "G": frozenset("гкх"),
    "Z": frozenset("жшчщ"),
    "C": frozenset("ц"),
    "S": frozenset("бвдзйлмнпрстфґ"),
    "B": frozenset("ьъ"),
}
_LETTERS["K"] = _LETTERS["G"] | _LETTERS["Z"] | _LETTERS["C"] | _LETTERS["S"]
GIVEN, SURNAME, PATRONYMIC = "given", "surname", "patronymic"
_GRAMMEME = {GIVEN: "Name", SURNAME: "Surn", PATRONYMIC: "Patr"}
_FIRST_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))  # no «мелу», «на мелу»
_GUESSED = -0.4  # a parse of a word that the dictionary does not hold
_COMMON = -0.3  # a surname that is a noun of the language
_RARITY, _RAREST = 0.3, -0.39
_RATHER_DECLINES = -0.5
_BESIDE_LISTED = -0.6
_NAME_BEHIND = -0.1
_TYPICAL = 0.7
_BESIDE_NOUN = -0.7
_ALIKE = 0.8  # what speaks against a first half that stands still where both end alike
_OBLIQUE = frozenset(("ом", "ем", "ым", "им", "ой", "ей"))
_BESIDE_KNOWN = -2.5  # readings by ending beside a word that is known


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a written word: `nominative` in lower case, `gender` m or f, `cases` a bit mask."""

    nominative: str
    gender: str
    cases: int
    score: float


@dataclass(frozen=True, slots=True)
class _Rule:
    ending: str
    before: frozenset[str] | None
    nominative: str
    genders: str
    cases: int
    scores: dict[str, float | None]


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """The table of endings, by ending."""
    found: dict[str, list[_Rule]] = {}
    for ending, before, nominative, genders, cases, *scores in rows("endings"):
        letters = None if before == "*" else frozenset().union(*(_LETTERS[kind] for kind in before))
        given, surname = (None if score == "-" else float(score) for score in scores)
        rule = _Rule(ending, letters, nominative, genders, bits(cases), {GIVEN: given, SURNAME: surname})
        found.setdefault(ending, []).append(rule)
    return {ending: tuple(rules) for ending, rules in found.items()}


@lru_cache(maxsize=1 << 13)
def readings(form: str, role: str) -> tuple[Reading, ...]:
    """The readings of a word form in lower case as a given name, surname or patronymic."""
    if "-" in form.strip("-"):
        return tuple(_hyphenated(form, role))
    if role == PATRONYMIC:
        return tuple(_by_ending(form, GIVEN, 0.0))
    listed = list(_listed(form)) if role == GIVEN else []
    known = [*listed, *(_beside(listed, reading) for reading in _of_dictionary(form, role))]
    sure = any(reading.score > _GUESSED for reading in known)
    if any(reading.score > _GUESSED and reading.cases != EVERY_CASE for reading in known):
        known = [_hedged(reading) for reading in known]
    nouns = tuple(_of_nouns(form)) if role == SURNAME and not sure else ()
    by_ending = _by_ending(form, role, _BESIDE_KNOWN if sure else _BESIDE_NOUN if nouns else 0.0)
    behind = _given_behind(form) if role == SURNAME else ()
    return _best((*known, *behind, *nouns, *by_ending))


def _given_behind(form: str) -> tuple[Reading, ...]:
    """Given names where a surname is looked for: «Павла» in «Иоанна Павла»."""
    found = (one for one in _of_dictionary(form, GIVEN) if one.score > _GUESSED)
    return tuple(replace(one, score=one.score + _NAME_BEHIND) for one in found)


def _beside(listed: Sequence[Reading], reading: Reading) -> Reading:
    """A reading of the dictionary where the table of names has one, too: «Асия» is rather no «Асий»."""
    less = _BESIDE_LISTED if listed and reading.nominative not in {one.nominative for one in listed} else 0.0
    return Reading(reading.nominative, reading.gender, reading.cases, reading.score + less)


def _hedged(reading: Reading) -> Reading:
    """«Марку» may be an indeclinable name; if it may be a form of «Марк», it rather is."""
    less = _RATHER_DECLINES if reading.cases == EVERY_CASE else 0.0
    return Reading(reading.nominative, reading.gender, reading.cases, reading.score + less)


def _best(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Each reading once, with the best score."""
    best: dict[tuple[str, str, int], Reading] = {}
    for reading in found:
        same = (reading.nominative, reading.gender, reading.cases)
        if same not in best or best[same].score < reading.score:
            best[same] = reading
    return tuple(best.values())


def _of_dictionary(form: str, role: str) -> Iterator[Reading]:
    """Parses as a name; those of the dictionary for sure, those of its predictor with a doubt."""
    grammeme = _GRAMMEME[role]
    likeliest = max((parse.score for parse in parses(form) if grammeme in parse.grammemes), default=1.0)
    for parse in parses(form):
        if grammeme not in parse.grammemes or parse.number == "plur" or parse.case not in GRAMMEME_CASE:
            continue
        score = _doubt(parse, likeliest) if parse.raw.is_known else _GUESSED
        yield from _read(parse, _nominative(parse), score)


def _doubt(parse: Parse, likeliest: float) -> float:
    """How far a reading of the dictionary stands behind its likeliest: «Виктория» is rarely of «Викторий»."""
    return max(_RAREST, _RARITY * math.log(max(parse.score, 0.001) / likeliest))


def _listed(form: str) -> Iterator[Reading]:
    """Readings by ending whose nominative the tables of given names hold, with the gender they say."""
    genders = given_names()
    for reading in _by_ending(form, GIVEN, 0.0):
        if reading.gender in genders.get(reading.nominative, "") and reading.score > -2.6:
            yield Reading(reading.nominative, reading.gender, reading.cases, 0.0)


@cache
def given_names() -> dict[str, str]:
    """Given names that the dictionary lacks, with their genders (m, f, mf)."""
    return {row[0]: "mf" for row in rows("given_more")} | {row[0]: row[1] for row in rows("given")}


def _of_nouns(form: str) -> Iterator[Reading]:
    """Nouns and adjectives of the dictionary taken as a surname."""
    for parse in parses(form):
        if not parse.raw.is_known or parse.number == "plur" or parse.case not in _FIRST_CASES:
            continue
        if parse.pos == "NOUN" and "Name" not in parse.grammemes and parse.gender != "neut":
            yield from _read(parse, parse.lemma, _COMMON, "mf" if parse.gender == "femn" else "m")
        elif parse.pos == "ADJF" and parse.gender in ("masc", "femn"):
            yield from _read(parse, _nominative(parse), _COMMON * 2)


def _read(parse: Parse, nominative: str, score: float, genders: str | None = None) -> Iterator[Reading]:
    if genders is None:
        genders = {"masc": "m", "femn": "f"}.get(parse.gender or "", "mf")
    cases = EVERY_CASE if "Fixd" in parse.grammemes else bits(GRAMMEME_CASE.get(parse.case or "", "n"))
    for gender in genders:
        yield Reading(nominative, gender, cases, score if gender == genders[-1] else score - 0.3)


def _nominative(parse: Parse) -> str:
    """The nominative of a parse with its gender kept: Ивановой → Иванова, not Иванов."""
    if parse.gender == "femn" and parse.pos in ("NOUN", "ADJF") and "Name" not in parse.grammemes:
        inflected = parse.raw.inflect({"nomn", "femn", "sing"})
        return str(inflected.word) if inflected else parse.lemma
    return parse.lemma


def _by_ending(form: str, role: str, less: float) -> Iterator[Reading]:
    """Readings by the table of endings; of two rules for the same reading the longer ending tells."""
    table = _rules()
    found: dict[tuple[str, str, int], Reading] = {}
    for size in range(min(5, len(form) - 1), -1, -1):
        stem, ending = form[: len(form) - size], form[len(form) - size :]
        for rule in table.get(ending, ()):
            score = rule.scores[role]
            if score is None or (rule.before is not None and stem[-1] not in rule.before):
                continue
            for gender in rule.genders:
                same = (stem + rule.nominative, gender, rule.cases)
                found.setdefault(same, Reading(*same, score + less + _typical(role, same[0])))
    yield from found.values()


def _typical(role: str, nominative: str) -> float:
    """What speaks for a surname that ends in а, я or е by its last letters («Накагава», «Траоре»)."""
    return _TYPICAL if role == SURNAME and nominative.endswith(_typical_endings()) else 0.0


@cache
def _typical_endings() -> tuple[str, ...]:
    return tuple(words("surnames_in_a") | words("surnames_in_e"))


def _hyphenated(form: str, role: str) -> Iterator[Reading]:
    """The last part declines; those before it decline with it or stand still (Жан-Клода, Анны-Марии)."""
    head, _, tail = form.rpartition("-")
    if head in kinds("particles"):
        yield from (replace(one, nominative=f"{head}-{one.nominative}") for one in readings(tail, role))
        return
    if not head or not tail:
        yield Reading(form, "m", EVERY_CASE, -1)
        return
    if kinds("particles").get(tail) == "after":
        yield from (replace(one, nominative=f"{one.nominative}-{tail}") for one in readings(head, role))
        return
    first = () if head.endswith("-и") else readings(head, role)  # «Конча-и-Толедо»
    for last in readings(tail, role):
        less = _still(head)
        for part in first:
            common = part.cases & last.cases
            if common and part.gender == last.gender and part.nominative != head:
                score = last.score + min(part.score, 0) * 0.5 - 0.2
                less += _ALIKE if _same_ending(head, tail) else 0.0
                yield Reading(f"{part.nominative}-{last.nominative}", last.gender, common, score)
        yield Reading(f"{head}-{last.nominative}", last.gender, last.cases, last.score - less)


def _same_ending(head: str, tail: str) -> bool:
    """True if both halves end like instrumentals: «Тасуласом-Папасом», «Крстуловичем-Опарой»."""
    return head[-2:] in _OBLIQUE and tail[-2:] in _OBLIQUE


def _still(head: str) -> float:
    """How unlikely it is that the first half of a double name stands still."""
    return 0.0 if head[-1] not in VOWELS else 0.5
