"""Sentences: razdel, with what it misses in press releases mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

import razdel

_GLUED = re.compile(r"(?<=[а-яё»\")])([.!?…])(?=[А-ЯЁ«][а-яё]+|[А-ЯЁ]\s)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«\"-])(?:[А-ЯЁA-Z]|[А-ЯЁ][а-яё]|г|гг|и\.\s?о|врио|им|св|корр|ул|пр|пл|обл|тов|гр|проф|акад|ген|полк|зам|св)\.\Z",
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of the paragraph `text[start:end]`, in code points of `text`."""
    held: tuple[int, int] | None = None
    for sentence in razdel.sentenize(text[start:end]):
        for begin, stop in _parted(sentence.text):
            found = (start + sentence.start + begin, start + sentence.start + stop)
            if held is not None and _belongs(text, held, found):
                held = (held[0], found[1])
                continue
            if held is not None:
                yield held
            held = found
    if held is not None:
        yield held


def _parted(sentence: str) -> Iterator[tuple[int, int]]:
    """Cuts where two sentences stand without a blank between them."""
    begin = 0
    for match in _GLUED.finditer(sentence):
        if _ABBREVIATED.search(sentence[: match.end()]):
            continue
        yield begin, match.end()
        begin = match.end()
    yield begin, len(sentence)


def _belongs(text: str, held: tuple[int, int], found: tuple[int, int]) -> bool:
    """True if razdel has cut after an abbreviation."""
    return _ABBREVIATED.search(text[held[0] : held[1]]) is not None and held[1] - held[0] < 4
