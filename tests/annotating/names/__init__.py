"""Tests of core.annotating.names. The sentences are made up; persons in them are invented."""

from __future__ import annotations

from core.annotating import morphology, names, places
from core.annotating.names import Named
from core.annotating.posts import heads
from core.segmenting import segment


def named(text: str) -> tuple[Named, ...]:
    """The names of a text, found as `annotate` finds them."""
    cut = segment(text)
    words = morphology.words(text, cut.tokens)
    return names.find(text, words, cut, places.find(text), heads(words))


def pairs(text: str) -> list[tuple[str, str]]:
    """What is written and its nominative, mention by mention."""
    return [(text[one.start : one.end], one.written) for one in named(text)]


def nominatives(text: str) -> list[str]:
    """The nominatives of the mentions, in order."""
    return [one.written for one in named(text)]
