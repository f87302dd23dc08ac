"""Paragraphs below the head: broken leads and wrapped lines joined, loose lines told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core import states
from core.model import Part
from core.segmenting import loose
from core.segmenting.lines import Line, Paragraph, ends_sentence, is_full, opens_small

_LOOSE = frozenset(("photo", "insert", "update", "source", "counter", "bullet"))
_RUBRIC = 60  # characters of a rubric at the most
_RUBRIC_WORDS = 6
_MEMBER = re.compile(r"[^\n]{2,50}\s[–—-]\s[^\n]{2,50}[,;.]")


def blocks_of(text: str, lines: Sequence[Line], width: int) -> list[Paragraph | Part]:
    """Paragraphs and loose lines in order; every line is in one of them. `width` as by `lines.wrap_width`."""
    found: list[Paragraph | Part] = []
    held: list[Line] = []
    for stretch in _stretches(lines):
        for line, after in zip(stretch, (*stretch[1:], None), strict=True):
            if held and _goes_on(text, held[-1], line, width):
                held.append(line)
                continue
            if held:
                found.append(Paragraph(tuple(held)))
                held = []
            kind = _loose(text, line, stretch)
            if kind == "rubric" and after is not None and opens_small(text, after):
                kind = None
            if kind is None:
                held = [line]
            else:
                found.append(Part(kind, line.start, line.end))
    if held:
        found.append(Paragraph(tuple(held)))
    return found


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines between empty lines."""
    stretch: list[Line] = []
    for line in lines:
        if line.gap and stretch:
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _goes_on(text: str, last: Line, line: Line, width: int) -> bool:
    """True if `line` goes on with the line before it: a wrap, a broken lead, the next member of a list."""
    stops = ends_sentence(text, last)
    if line.gap:
        return opens_small(text, line) and not stops
    if width and not stops:
        return True
    if loose.bullet(text, line) is not None:
        return False
    if width:
        return is_full(text, last, line, width)
    if opens_small(text, line):
        return True
    if stops or _is_member(text, last) and _is_member(text, line):
        return False
    return _loose(text, line, ()) is None


def _is_member(text: str, line: Line) -> bool:
    """True for «Имя – Государство,», a line of a list."""
    piece = text[line.start : line.end]
    return _MEMBER.fullmatch(piece) is not None


def _loose(text: str, line: Line, stretch: Sequence[Line]) -> str | None:
    """The kind of a line between dispatches; None for text. A line that stands alone may be any rubric."""
    piece = text[line.start : line.end]
    kind = loose.kind_of(piece)
    if kind in _LOOSE:
        return kind
    if kind == "signoff" and not any(map(str.isalpha, piece)):  # «***» between items
        return "bullet"
    if loose.is_rubric(piece):
        return "rubric"
    if len(stretch) == 1 and piece[-1] == ":" and (" " not in piece or states.codes(piece[:-1])):
        return "rubric"
    is_alone = len(stretch) == 1 and len(piece) <= _RUBRIC and len(piece.split()) <= _RUBRIC_WORDS
    if is_alone and not ends_sentence(text, line) and piece[-1] not in ",;" and not opens_small(text, line):
        mark = loose.bullet(text, line)
        return "rubric" if mark is None or mark["number"] else None
    return None
