"""Lines and paragraphs of a text: where a line end is only a wrap, and where it ends something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!?…:][\"»”’')\]]*\Z")
_OPENERS = "«\"“„'([–—-•"
_WORD = re.compile(r"\S+")
_WRAP_RANGE = range(40, 121)
_LEAST_INNER = 3  # lines by which a wrap can be told
_LEAST_WITH_OUTLIER = 8
_FULL = 0.85  # of the lines that must be full
_TORN = 0.4  # of the lines that must end within a sentence
_SLACK = 2


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
        between = text[previous:begin]
        gap = len(between) > 1 and len(_END.findall(between)) > 1
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


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The width at which a machine broke the lines, so that a single line end means nothing; else 0."""
    inner = [(line, after) for line, after in zip(lines, lines[1:], strict=False) if not after.gap]
    if len(inner) < _LEAST_INNER:
        return 0
    lengths = sorted(line.end - line.start for line, _ in inner)
    width = (
        lengths[-1] if len(inner) < _LEAST_WITH_OUTLIER else lengths[-2]
    )  # a line of the head may be longer
    if width not in _WRAP_RANGE:
        return 0
    full = sum(is_full(text, line, after, width) for line, after in inner)
    torn = sum(not ends_sentence(text, line) for line, _ in inner)
    return width if full >= _FULL * len(inner) and torn >= _TORN * len(inner) else 0


def is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """True if the first word of the next line had no room on this one."""
    word = _WORD.match(text, after.start, after.end)
    return line.end - line.start + 1 + (len(word.group()) if word else 0) > width - _SLACK
