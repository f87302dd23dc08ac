"""Phrases: words in their order or near each other, each of them in any of its lemmas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import permutations, product
from math import prod
from typing import NamedTuple

from tantivy import Query

from core.searching import engine
from core.searching.schema import schema

_COMBINATIONS = 64  # of lemmas in one phrase that are spelled out
_LONGEST = 150  # letters of a pattern; the engine takes 1,000 states, several a letter
_ANY_ORDER = 3  # words of a near phrase that are tried in every order


class Choice(NamedTuple):
    """A lemma, or a pattern of lemmas, at a place of a phrase."""

    text: str
    is_pattern: bool = False

    @property
    def pattern(self) -> str:
        return self.text if self.is_pattern else re.escape(self.text)


Place = tuple[int, list[Choice]]  # how far from the first word, and what may stand there, the likeliest first


def phrase(field: str, places: list[Place], slop: int) -> Query:
    """Dispatches with words at these places; with `slop` so much apart and, a few, in any order."""
    found = _in_order(field, places, slop)
    if slop and 1 < len(places) <= _ANY_ORDER:
        orders = permutations([choices for _, choices in places])
        return engine.either([_in_order(field, list(enumerate(order)), slop) for order in orders])
    return found


def _in_order(field: str, places: list[Place], slop: int) -> Query:
    """Every combination spelled out, or where they are too many one pattern for each place."""
    if len(places) == 1:
        return engine.either([_single(field, choice) for choice in places[0][1]])
    if prod(len(choices) for _, choices in places) > _COMBINATIONS:
        places = [(at, [_alternatives(choices)]) for at, choices in places]
    spelled = product(*([(at, choice) for choice in choices] for at, choices in places))
    return engine.either([_spelled(field, words, slop) for words in spelled])


def _single(field: str, choice: Choice) -> Query:
    return engine.regex(field, choice.text) if choice.is_pattern else engine.terms(field, [choice.text])


def _alternatives(choices: list[Choice]) -> Choice:
    """The first choices as one pattern, as many as the engine takes."""
    patterns: list[str] = []
    for choice in choices:
        if patterns and sum(map(len, patterns)) + len(choice.pattern) > _LONGEST:
            break
        patterns.append(choice.pattern)
    return Choice(f"({'|'.join(patterns)})", is_pattern=True)


def _spelled(field: str, words: Iterable[tuple[int, Choice]], slop: int) -> Query:
    found = list(words)
    if any(choice.is_pattern for _, choice in found):
        patterns: list[str | tuple[int, str]] = [(at, choice.pattern) for at, choice in found]
        return Query.regex_phrase_query(schema(), field, patterns, slop)
    return Query.phrase_query(schema(), field, [(at, choice.text) for at, choice in found], slop)
