"""Small questions about a word in a post: its cases, whether it qualifies a head, what it governs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from core.annotating.morphology import Word, parses
from core.annotating.posts.heads import CASES, case_of
from core.annotating.posts.tables import column
from core.folding import fold

DASHES = frozenset("–—-−")
AND = frozenset(("и", "или", "а", "также", "ныне", "одновременно", "/"))
_NOMINAL = frozenset(("NOUN", "ADJF", "PRTF", "NUMR", "ADJS"))
_RARE = 0.02
_ABBREVIATION = re.compile(r"([^\W\d_a-zа-яё]{2,})(?:а|у|ом|е)?")

Forms = frozenset[tuple[str, str]]


@lru_cache(maxsize=1 << 15)
def forms(form: str) -> Forms:
    """(case, number) of a noun, adjective, participle or number in lower case; none for other words."""
    return frozenset(
        (case, parse.number or "sing")
        for parse in parses(form)
        if parse.pos in _NOMINAL and parse.score >= _RARE and (case := case_of(parse))
    )


@lru_cache(maxsize=1 << 10)
def noun_cases(form: str) -> frozenset[str]:
    """The cases of a form read as a noun, however rarely it is one: «стали»."""
    return frozenset(case for parse in parses(form) if parse.pos == "NOUN" and (case := case_of(parse)))


@lru_cache(maxsize=1 << 15)
def qualifies(form: str) -> Forms:
    """(case, number) in which a form qualifies a noun: adjectives, participles; «1-й» in every case."""
    if form[0].isdigit():
        return frozenset((case, "sing") for case in CASES) if "-" in form else frozenset()
    return frozenset(
        (case, parse.number or "sing")
        for parse in parses(form)
        if parse.pos in ("ADJF", "PRTF") and "Apro" not in parse.grammemes and (case := case_of(parse))
    )


@lru_cache(maxsize=1 << 15)
def part(form: str) -> str | None:
    """What the table says of a word around a post: outside, former, former-kept, title."""
    table = column("post_words")
    if is_age(form):
        return "outside"
    lemmas = _lemmas(form)
    told = next((table[lemma] for lemma in lemmas if lemma in table), None)
    title = any(lemma in column("titles") and lemma not in column("posts") for lemma in lemmas)
    return told or ("title" if title else None)


@lru_cache(maxsize=1 << 15)
def tie(form: str) -> str | None:
    """How a word ties a post to a person: gives, ends, is, place."""
    table = column("post_verbs")
    return next((table[lemma] for lemma in _lemmas(form) if lemma in table), None)


@cache
def governs(preposition: str) -> frozenset[str]:
    """The cases that a preposition inside a post takes; none for other words."""
    cases = column("post_prepositions").get(preposition, "")
    return frozenset(cases.split(",")) if cases else frozenset()


def is_title(word: Word) -> bool:
    """True for шейх, генералом, г-жа, 78-летний: between post and name, and part of neither."""
    if not word.is_word:
        return is_age(word.low)
    return part(word.low) == "title" and not _of_many(word.low)


@lru_cache(maxsize=1 << 12)
def _of_many(form: str) -> bool:
    """True for nothing but a genitive plural: «Палаты лордов»."""
    return bool(forms(form)) and forms(form) <= {("gent", "plur"), ("accs", "plur")}


@lru_cache(maxsize=1 << 12)
def title_of(form: str) -> str | None:
    """The nominative of a title: «принцем» → «принц»; None for other words."""
    table = column("post_words")
    return next((lemma for lemma in _lemmas(form) if table.get(lemma) == "title"), None)


def is_age(form: str) -> bool:
    """True for «78-летний» in any form."""
    return form[0].isdigit() and "-летн" in form


@lru_cache(maxsize=1 << 15)
def is_verb(form: str) -> bool:
    """True for a word that can hardly be anything but a verb."""
    read = parses(form)
    known = bool(read) and read[0].raw.is_known  # «Айти» only looks like an infinitive
    return known and all(parse.pos in ("VERB", "INFN", "GRND") for parse in read[:2])


def is_abbreviation(word: Word) -> bool:
    """True for МИД, ООН, ВТО, МИДа: at least two letters, all capital but for an ending."""
    return word.is_word and _ABBREVIATION.fullmatch(word.text) is not None


def bare(word: Word) -> str:
    """An abbreviation without the ending that it may have: «МИДом» → «МИД»."""
    found = _ABBREVIATION.fullmatch(word.text)
    return found[1] if found else word.text


def skip_back(words: Sequence[Word], index: int, low: int) -> int:
    """The index after the title words that end before `index` are left out («…шейхом | Хамзой»)."""
    while index > low:
        before = words[index - 1]
        if is_title(before):
            index -= 1
        elif before.text == "." and index - 2 >= low and part(words[index - 2].low) == "title":
            index -= 2
        else:
            break
    return index


def _lemmas(form: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fold(form), *(fold(parse.lemma) for parse in parses(form)))))
