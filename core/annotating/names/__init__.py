"""Names: every mention of a person in a release, with its nominative.

A run of capitalised words is parted into persons by the look of the words and their agreement (`spans`); each
name is read as a whole in its surroundings, and the other mentions of the release vote (`naming`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.annotating.morphology import Word
from core.annotating.names import canonical, naming, spans
from core.annotating.names.canonical import Named
from core.annotating.names.context import Surroundings
from core.annotating.names.naming import Mention
from core.annotating.names.runs import Element, runs
from core.annotating.names.shapes import plain_parts, shape_of
from core.annotating.places import Places
from core.annotating.posts import Head
from core.model import Segmentation

__all__ = ["Named", "find", "nominatives"]


def find(
    text: str, words: Sequence[Word], cut: Segmentation, places: Places, heads: Mapping[int, Head]
) -> tuple[Named, ...]:
    """Every mention of a person in the text, in order and without overlap."""
    around = _surroundings(text, words, cut, heads)
    found = spans.find(text, words, around, cut, places)
    mentions = [Mention(one.elements, one.shape.parts, one.score) for one in found]
    naming.read(mentions, around)
    return canonical.named(mentions, around)


def nominatives(
    text: str,
    words: Sequence[Word],
    cut: Segmentation,
    given: Sequence[tuple[int, int]],
    heads: Mapping[int, Head],
) -> list[str]:
    """The nominatives of the given spans of the text, in their order; what is no name comes back as it is."""
    around = _surroundings(text, words, cut, heads)
    mentions: list[Mention | None] = []
    for start, end in given:
        inside = [index for index, word in enumerate(words) if word.start < end and word.end > start]
        elements = _elements(text, words, inside)
        shape = shape_of(elements) if elements else None
        parts = shape.parts if shape else plain_parts(elements)
        mentions.append(Mention(elements, parts, 0.0) if elements else None)
    naming.read([mention for mention in mentions if mention], around)
    return [
        naming.written(mention) if mention else text[start:end]
        for mention, (start, end) in zip(mentions, given, strict=True)
    ]


def _elements(text: str, words: Sequence[Word], inside: Sequence[int]) -> tuple[Element, ...]:
    if not inside:
        return ()
    first = inside[0]
    shifted = [words[index] for index in inside]
    found = [element for run in runs(text, shifted, ()) for element in run]
    return tuple(
        Element(e.kind, e.first + first, e.last + first, e.start, e.end, e.text, e.form) for e in found
    )


def _surroundings(
    text: str, words: Sequence[Word], cut: Segmentation, heads: Mapping[int, Head]
) -> Surroundings:
    starts = frozenset(start for start, _ in cut.sentences)
    small = frozenset(word.text for word in words if word.text[0].islower())
    return Surroundings(words, heads, starts, small)
