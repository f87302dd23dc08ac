"""Lines and paragraphs of a text: where a line end is only a wrap, and where it ends something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = re.compile(r"[.!?…:][\"»”’')\]]*\Z")
_LIST_ENDS = re.compile(r"[;,]\Z")
_OPENERS = "«\"“„'([–—-•"
_WRAP_RANGE = range(40, 110)
_RAGGED = 24  # characters by which a wrapped line may be shorter than the longest


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; `gap` is true if an empty line stands before it."""

    start: int
    end: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together: `lines[0].start` to `lines[-1].end`."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def gap(self) -> bool:
        return self.lines[0].gap


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines that hold anything but blanks."""
    found: list[Line] = []
    previous = start
    for match in _LINE.finditer(text, start):
        piece = match.group()
        inner = piece.strip()
        if not inner:
            continue
        begin = match.start() + len(piece) - len(piece.lstrip())
        gap = len(re.findall(r"\r\n|[\n\r\x85\u2028\u2029]", text[previous:begin])) > 1
        found.append(Line(begin, begin + len(inner), gap))
        previous = begin + len(inner)
    return found


def opens_small(text: str, line: Line) -> bool:
    """True if the line goes on with what stood before it: its first letter is small."""
    head = text[line.start : line.start + 3].lstrip(_OPENERS + " ")
    return head[:1].islower()


def ends_sentence(text: str, line: Line) -> bool:
    """True if the line ends with a stop."""
    return _ENDS.search(text, max(line.start, line.end - 6), line.end) is not None


def is_wrapped(lines: Sequence[Line]) -> bool:
    """True if the lines were broken by a machine at a fixed width, so that a single line end means nothing."""
    lengths = [line.end - line.start for line, after in zip(lines, lines[1:], strict=False) if not after.gap]
    if len(lengths) < 3:
        return False
    width = max(lengths)
    full = sum(length >= width - _RAGGED for length in lengths)
    return width in _WRAP_RANGE and full >= 0.9 * len(lengths)
