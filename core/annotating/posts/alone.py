"""A post given alone, without a text around it: «министром иностранных дел» → «министр иностранных дел»."""

from __future__ import annotations

import re

from core.annotating.morphology import Word, words
from core.annotating.posts.chain import reach
from core.annotating.posts.grammar import qualifies
from core.annotating.posts.heads import Head, case_of, heads
from core.annotating.posts.nominative import adjective, compose, inflected_words
from core.annotating.posts.phrase import Phrase, left

_TOKEN = re.compile(r"[\w’'-]*\w|\S")


def nominative(phrase: str) -> str:
    """The phrase with its first noun, and what agrees with it, in the nominative singular.

    A noun need not be a known post: «кандидата в мэры» → «кандидат в мэры».
    """
    tokens = words(phrase, [match.span() for match in _TOKEN.finditer(phrase)])
    found = heads(tokens)
    known = next(iter(found), None)
    top = next((i for i, word in enumerate(tokens) if i in found or _is_noun(word)), None)
    if known is not None and left(tokens, known, found[known], 0).acting is not None:
        top = known  # «исполняющий обязанности | ректора»
    if top is None:
        return phrase
    found.setdefault(top, _any_noun(tokens[top]))
    side = left(tokens, top, found[top], 0)
    walked = reach(tokens, found, top, len(tokens), frozenset(case for case, _ in side.forms))
    inflected = dict(inflected_words(tokens, found, Phrase(0, len(tokens), top, walked.joined)))
    for index in range(top):  # what a release leaves out of a post belongs to it here: «нынешний глава»
        if index not in inflected and side.acting is None and qualifies(tokens[index].low):
            inflected[index] = adjective(tokens[index], side.forms)
    return compose(phrase, tokens, 0, len(tokens), inflected)


def _is_noun(word: Word) -> bool:
    """True for a noun; «поверенного» and «учёным» are heads that the table knows."""
    return word.is_word and word.parses[0].pos == "NOUN" and not qualifies(word.low)


def _any_noun(word: Word) -> Head:
    """The noun as a head, those readings first that name a person: «политику» is of a «политик»."""
    nouns = [parse for parse in word.parses if parse.pos == "NOUN" and parse.number]
    animate = [parse for parse in nouns if "anim" in parse.grammemes] or nouns
    forms = frozenset((case, parse.number or "sing") for parse in animate if (case := case_of(parse)))
    lemma = animate[0].lemma if animate else word.low
    return Head(lemma, "person", forms or frozenset({("nomn", "sing")}))
