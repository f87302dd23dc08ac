"""Rows inside a post that several persons share: «Эстонии и Латвии», «ЕС, Японии и Канады»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from core.annotating.morphology import Word, parses
from core.annotating.posts.grammar import forms, is_abbreviation
from core.annotating.posts.tables import column
from core.folding import fold

Span = tuple[int, int]
_QUOTES = {"«": "»", "“": "”", "„": "“"}
_AND = frozenset((",", "и"))
_JOINERS = _AND | {"в", "во", "на"}  # «в Германии, Дании и в Австрии»
# Nouns of which every person heads one: «главы дипмиссий Чили и Перу», «ректоры университетов …».
_EACH = frozenset(("own", "body", "power", "organ", "ministry", "class"))


def within(states: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    """The states between two words; `states` are in order."""
    return states[bisect_left(states, (start, start)) : bisect_left(states, (stop, stop))]


def row_of(words: Sequence[Word], start: int, stop: int, states: Sequence[Span], size: int) -> list[Span]:
    """The row of `size` members between two words, else the first; a member is a state, a body, a name."""
    rows: list[list[Span]] = []
    for span in _items(words, start, stop, within(states, start, stop)):
        between = words[rows[-1][-1][1] : span[0]] if rows else ()
        if any(word.low in _AND for word in between) and all(word.low in _JOINERS for word in between):
            rows[-1].append(span)
        else:
            rows.append([span])
    return next((row for row in rows if len(row) == size), rows[0] if rows else [])


def _items(words: Sequence[Word], start: int, stop: int, states: Sequence[Span]) -> Iterator[Span]:
    """States, abbreviations and quoted names between two words, in order."""
    ends = dict(states)
    at = start
    while at < stop:
        if at in ends:
            yield at, ends[at]
            at = ends[at]
        elif words[at].text in _QUOTES:
            closing = _QUOTES[words[at].text]
            close = next((i for i in range(at, stop) if words[i].text == closing), stop - 1)
            yield at, close + 1
            at = close + 1
        else:
            if is_abbreviation(words[at]):
                yield at, at + 1
            at += 1


def each(words: Sequence[Word], start: int, stop: int) -> dict[int, str]:
    """The nouns before a row that every person has one of, in the singular: «дипмиссий» → «дипмиссии»."""
    found = {}
    for index in range(start, stop):
        word = words[index]
        if ("gent", "plur") in forms(word.low) and not word.is_capital and (made := _single(word.low)):
            found[index] = made
    return found


@lru_cache(maxsize=1 << 10)
def _single(form: str) -> str | None:
    for parse in parses(form):
        told = parse.pos == "NOUN" and parse.case == "gent" and parse.number == "plur"
        if told and column("post_organisations").get(fold(parse.lemma)) in _EACH:
            made = parse.raw.inflect({"gent", "sing"})
            return made.word if made else None
    return None
