"""A line around the first words of a text that a query asks for."""

from __future__ import annotations

from collections.abc import Sequence

from core.hits import Excerpt
from core.searching.contracts import Span

LENGTH = 160  # code points of an excerpt, at most
_BEFORE = 50  # of them before the first hit, at most
_BREAKS = {ord(char): " " for char in "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029\u00a0"}


def excerpt(text: str, spans: Sequence[Span], offset: int) -> Excerpt:
    """The line of `text` around the first of `spans`; its beginning where there are none.

    `offset` is where the text begins in the release. A break becomes one blank, so offsets stay.
    """
    first = spans[0][0] if spans else 0
    start = _word_start(text, max(0, first - _BEFORE), first)
    end = _word_end(text, min(len(text), max(start + LENGTH, spans[0][1] if spans else 0)), first)
    line = text[start:end].rstrip()
    marks = [(a - start, b - start) for a, b in spans if start <= a and b <= start + len(line)]
    return Excerpt(line.translate(_BREAKS), offset + start, tuple(marks))


def _word_start(text: str, start: int, first: int) -> int:
    """The next beginning of a word at or behind `start`, not behind the hit."""
    if start and not text[start - 1].isspace():
        while start < first and not text[start].isspace():
            start += 1
    while start < first and text[start].isspace():
        start += 1
    return start


def _word_end(text: str, end: int, first: int) -> int:
    """The last end of a word at or before `end`, not before the hit."""
    if end == len(text):
        return end
    back = end
    while back > first and not text[back].isspace():
        back -= 1
    return back if back > first else end
