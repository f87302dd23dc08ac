"""The head of a release: everything above its first sentence, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import Part
from core.segmenting import datelines, dates, loose, titles
from core.segmenting.lines import Line, ends_sentence

_LOOKED_AT = 14  # lines within which a dateline may stand
_DEEPEST = 1500  # characters above a dateline at the most
_MOST_LINES = 60  # of a head
_PROSE = 120  # characters of a line with a stop; below two such lines there is no dateline
_LONG = 420  # characters from which a line is prose and no part of a head
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:[^\n]*\n){1,60}?---[ \t]*(?=\r?\n|\Z)")
_MACHINE = re.compile(r"\s*(\S{1,100})\r?\n([a-z]{2})\r?\n(\d{4}-\d\d-\d\d|)\r?\n(https?://\S+)(?=\r?\n|\Z)")
_LABEL = re.compile(
    r"(?:опубликовано|дата публикации|дата|date|published|размещено|создано|добавлено)\s*[:–—-]?\s*", re.I
)
_STAMP = re.compile(rf"(?:\d\d?:\d\d,?\s+)?{dates.DATE}(?P<after>\s*(?:[.:|–—-]\s*|$))?", re.I)
_STAMP_BEHIND = re.compile(rf"[:|,]\s{dates.DATE}\s*\d{{0,6}}\Z", re.I)
_YEAR = re.compile(r"\d{4}|\d\.\d\d\.\d\d")
_CLOCK = re.compile(r"\d\d?:\d\d(?=[\s,|])[\s,|]*")
_CAPITAL = re.compile(r"\s(?=[А-ЯЁA-Z])")
_CREDIT_LONGEST = 160  # characters
_CREDIT = re.compile(r"[^.!?\n]*?(?:[.!?](?=\s|$)|$)")
_CREDIT_INSIDE = re.compile(r"(?<=[.!?»\")])\s+(?=(?:Фото|ФОТО|Photo)\s*[:©/])")
_COUNTER = re.compile(r"[|/\s]*(\d[\d\s]{0,8}\d|\d)\s*$")


@dataclass(slots=True)
class Head:
    """What stands above the text: its parts, and where the text itself begins."""

    parts: list[Part] = field(default_factory=list)
    found: datelines.Found | None = None
    stamp: tuple[int, int] | None = None  # the first date above the dateline, one with a year if there is one
    place: tuple[int, int] | None = None  # a line that only holds a city
    body: int = 0  # offset

    def add(self, text: str, kind: str, start: int, end: int) -> None:
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if start < end:
            self.parts.append(Part(kind, start, end))

    def kinds(self) -> frozenset[str]:
        """The kinds of the parts found so far."""
        return frozenset(part.kind for part in self.parts)


def head_of(text: str, lines: Sequence[Line], known: titles.Known) -> Head:
    """The head of the text. `lines` are all of its lines."""
    head = Head()
    lines = _after_machine(text, lines, head)
    place, found = _dateline_line(text, lines)
    for number, line in enumerate(lines[:_MOST_LINES]):
        if number == place and found is not None:
            _add_dateline(text, line, found, head)
            if text[found.end : line.end].strip():
                break
            continue
        body = _taken(text, lines[number:], head, known, certain=number < place)
        if body < line.end:
            head.body = body
            break
        head.body = line.end
    _promote_rubric(text, head)
    return head


def _promote_rubric(text: str, head: Head) -> None:
    """Makes the last rubric the title where there is none: «Дипломатический календарь недели»."""
    numbers = [number for number, part in enumerate(head.parts) if part.kind == "rubric"]
    if not numbers or "title" in head.kinds():
        return
    last = head.parts[numbers[-1]]
    piece = text[last.start : last.end]
    if len(piece.split()) > 2 and not piece.isupper():
        head.parts[numbers[-1]] = Part("title", last.start, last.end)


def _add_dateline(text: str, line: Line, found: datelines.Found, head: Head) -> None:
    """Takes the dateline, and what stands before it on its line: a stamp, a photo credit."""
    start = _peeled(text, line, head)
    head.add(text, "photo", start, found.start)
    head.parts.append(Part("dateline", found.start, found.end))
    head.found = found
    head.body = found.end


def _after_machine(text: str, lines: Sequence[Line], head: Head) -> Sequence[Line]:
    """The lines below what a machine wrote, whose pieces become parts."""
    if (matter := _FRONT_MATTER.match(text)) is not None:
        head.add(text, "insert", 0, matter.end())
        head.body = matter.end()
    elif (machine := _MACHINE.match(text)) is not None:
        for group, kind in enumerate(("insert", "insert", "date", "source"), 1):
            head.add(text, kind, *machine.span(group))
        head.stamp = machine.span(3) if machine[3] else None
        head.body = machine.end()
    return [line for line in lines if line.start >= head.body]


def _dateline_line(text: str, lines: Sequence[Line]) -> tuple[int, datelines.Found | None]:
    """Number of the line that opens with a dateline of place or agency, and the dateline; -1 without one."""
    prose = 0
    for number, line in enumerate(lines[:_LOOKED_AT]):
        if datelines.may_hold(text, line.start, line.end):
            start = _peeled(text, line, Head())
            found = datelines.find(text, start, line.end) or _behind_photo(text, start, line.end)
            if found is not None:
                return number, found
        prose += line.end - line.start > _PROSE and ends_sentence(text, line)
        if prose > 1 or line.end - line.start > _LONG or line.end > lines[0].start + _DEEPEST:
            break
    return -1, None


def _behind_photo(text: str, start: int, end: int) -> datelines.Found | None:
    """A dateline that stands behind a photo credit on the same line, the one with the shortest place."""
    if loose.kind_of(text[start:end]) != "photo":
        return None
    shortest = None
    for word in _CAPITAL.finditer(text, start, min(end, start + _CREDIT_LONGEST)):
        found = datelines.find(text, word.end(), end)
        if found is not None and found.date is not None and found.agency is not None:
            if shortest is not None and found.date != shortest.date:
                break
            shortest = found
    return shortest


def _peeled(text: str, line: Line, head: Head) -> int:
    """Takes date and clock off the front of a line; where the rest begins."""
    start = line.start
    label = _LABEL.match(text, start, line.end)
    begin = label.end() if label else start
    stamp = _STAMP.match(text, begin, line.end)
    if stamp is not None and _is_stamp(stamp):
        head.add(text, "date", start, stamp.end(1))
        if head.stamp is None or not _YEAR.search(text, *head.stamp) and _YEAR.search(stamp[1]):
            head.stamp = stamp.span(1)
        after = stamp.end(1) + len(text[stamp.end(1) : stamp.end()].rstrip(" \u00a0"))
        if after > stamp.end(1):
            last = head.parts.pop()
            head.add(text, "date", last.start, after)
        return _skipped(text, stamp.end(), line.end)
    if (clock := _CLOCK.match(text, start, line.end)) is not None:
        head.add(text, "date", start, clock.end())
        return clock.end()
    return start


def _is_stamp(stamp: re.Match[str]) -> bool:
    """A date that stands for itself: at the end of its line, before a sign, or with a clock."""
    written = dates.read(stamp[1])
    if written is None:
        return False
    has_clock = re.search(r"\d:\d\d", stamp.group()) is not None
    return has_clock or (
        written.year is not None and (stamp["after"] is not None or stamp.start() > 0 and _is_labelled(stamp))
    )


def _is_labelled(stamp: re.Match[str]) -> bool:
    return _LABEL.search(stamp.string, max(0, stamp.start() - 25), stamp.start()) is not None


def _skipped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _taken(text: str, rest: Sequence[Line], head: Head, known: titles.Known, *, certain: bool) -> int:
    """Takes what belongs to the head off the first line; where the rest begins."""
    line = rest[0]
    before = len(head.parts)
    start = _peeled(text, line, head)
    if start >= line.end:
        return line.end
    was_stamped = len(head.parts) > before
    if was_stamped and (counter := _COUNTER.match(text, start, line.end)) is not None:
        head.add(text, "counter", counter.start(1), counter.end())
        return line.end
    piece = text[start : line.end]
    kind = loose.kind_of(piece)
    if kind == "photo":
        _add_photo(text, start, line.end, head)
        return line.end
    if kind is not None and kind != "signoff":
        head.add(text, kind, start, line.end)
        return line.end
    inner = _CREDIT_INSIDE.search(text, start, line.end)
    if inner is not None and line.end - line.start < _LONG and "title" in head.kinds():
        head.add(text, "caption", start, inner.start())
        head.add(text, "photo", inner.end(), line.end)
        return line.end
    if rest[1:] and head.place is None and datelines.is_city(piece) and not certain:
        head.place = (start, line.end)
        head.add(text, "dateline", start, line.end)
        return line.end
    kind = titles.kind_of(
        text, Line(start, line.end, line.gap), rest[1:], known, head.kinds(), certain=certain
    )
    if kind is None:
        return start
    head.add(text, kind, start, line.end)
    if kind == "title" and head.stamp is None and (stamp := _STAMP_BEHIND.search(text[start : line.end])):
        head.stamp = (start + stamp.start(1), start + stamp.end(1))
    return line.end


def _add_photo(text: str, start: int, end: int, head: Head) -> None:
    credit = _CREDIT.match(text, start, end)
    stop = credit.end() if credit else end
    head.add(text, "photo", start, stop)
    head.add(text, "caption", stop, end)
