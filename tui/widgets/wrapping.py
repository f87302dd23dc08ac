"""Wrapping: a text of any size to lines of a width, without losing or adding a character.

Lines are spans of the text (code points), so that hits and names found there keep their offsets. Widths are
terminal columns. What must not be written as it is counts with what is shown in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from tui.plain.cleaning import clean, unsafe

Span = tuple[int, int]


class Block(NamedTuple):
    """A stretch of the text under a heading of its own, or without one."""

    start: int
    end: int
    heading: str | None = None


# Characters of one column that are written as they are: nearly all of what a release consists of
_SIMPLE = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2116]*"
)
# A line may end after spaces, and after the hyphen of a word long on both sides: «бизнес-форум», not «L-410»
_BREAK = re.compile(r" +|(?<=[^\W\d_]{3}-)(?=[^\W\d_]{3})")


def wrap(text: str, start: int, end: int, width: int) -> list[Span]:
    """The lines of `text[start:end]` at `width` columns; each begins where the one before ends.

    A line feed ends a line and belongs to it, and so do the spaces at which a line is broken: they are
    not drawn. A word wider than `width` is cut.
    """
    lines: list[Span] = []
    while start < end:
        feed = text.find("\n", start, end)
        stop, after = (end, end) if feed < 0 else (feed, feed + 1)
        paragraph = list(_paragraph(text, start, stop, max(width, 2)))
        last = paragraph[-1][0] if paragraph else start
        lines += [*paragraph[:-1], (last, after)]
        start = after
    return lines


def drawn(text: str, start: int, end: int) -> str:
    """What is drawn of `text[start:end]`: one safe line, tabs as spaces."""
    return clean(text[start:end])


def columns(text: str) -> int:
    """The width of one line as drawn."""
    return len(text) if _SIMPLE.fullmatch(text) else sum(width for _, _, width in _units(text))


def _paragraph(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    if _SIMPLE.fullmatch(text, start, end):
        for found in _pattern(width).finditer(text, start, end):
            yield found.span()
    else:
        yield from ((a + start, b + start) for a, b in _measured(text[start:end], width))


@lru_cache(maxsize=64)
def _pattern(width: int) -> re.Pattern[str]:
    """Greedily as many characters as fit before a break, else a cut word. `$` is the end of the paragraph."""
    return re.compile(rf".{{1,{width}}}(?: +|(?<= )|\Z|{_BREAK.pattern.partition('|')[2]})|.{{{width}}}")


def _measured(text: str, width: int) -> Iterator[Span]:
    """The lines of a paragraph with characters of other widths than one column."""
    breaks = iter([found.span() for found in _BREAK.finditer(text)])
    gap = next(breaks, None)
    line, used, chance = 0, 0, 0  # where the line begins, its columns, the last place where it may end
    since = 0  # columns after that place
    for start, _end, columns_ in _units(text):
        while gap is not None and gap[1] <= start:
            chance, since, gap = gap[1], 0, next(breaks, None)
        blank = gap is not None and gap[0] <= start < gap[1]
        while used + columns_ > width and not blank and start > line:
            at = chance if chance > line else start
            yield line, at
            used = since if at == chance else 0
            line, since = at, used
        used += columns_
        since += columns_
    if line < len(text):
        yield line, len(text)


def _units(text: str) -> Iterator[tuple[int, int, int]]:
    """Graphemes and what is shown escaped, which no line is cut inside of: (start, end, columns).

    Measured as drawn: a mark behind an escape changes the width of the escape's last sign.
    """
    shown, owners = _shown(text)
    begin, last, width = 0, -1, 0
    for at, _end, columns_ in split_graphemes(shown)[0]:
        if last >= 0 and owners[at] != last:
            yield begin, owners[at], width
            begin, width = owners[at], 0
        last, width = owners[at], width + columns_
    if text:
        yield begin, len(text), width


def _shown(text: str) -> tuple[str, list[int]]:
    """The text as drawn, and for each of its characters the place in `text` that it stands for."""
    parts: list[str] = []
    owners: list[int] = []
    done = 0
    for at, escape in unsafe(text):
        parts += [text[done:at], escape]
        owners += [*range(done, at), *[at] * len(escape)]
        done = at + 1
    return "".join((*parts, text[done:])).replace("\t", " "), [*owners, *range(done, len(text))]
