"""Where one piece of news ends and the next begins: paragraphs, items of lists, digest or single note, lede."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.model import Cut, Part
from core.segmenting import loose, openings
from core.segmenting.lines import Line, Paragraph, ends_sentence, is_wrapped, opens_small

_LIST_MEMBER = re.compile(r"[;,]\Z")
_INSERTED = ("photo", "insert", "update", "source", "counter")


@dataclass(slots=True)
class Item:
    """A paragraph with the mark before it, and what follows it until the next item."""

    paragraphs: list[Paragraph]
    start: int  # behind the mark
    mark: tuple[int, int] | None = None
    kind: str | None = None  # of the mark: the sign itself, or «number»

    @property
    def end(self) -> int:
        return self.paragraphs[-1].end


@dataclass(slots=True)
class Body:
    """The text below the head, cut."""

    kind: str
    cuts: list[Cut] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    paragraphs: list[tuple[Paragraph, int]] = field(default_factory=list)  # with where its text begins


def body_of(text: str, lines: Sequence[Line], known: str) -> Body:
    """Cuts the lines of the body. `known` is the head: what it names is nobody's own news."""
    blocks = [block for block in _blocks(text, lines)]
    items = [_item(text, block) for block in blocks if isinstance(block, Paragraph)]
    loose_parts = [block for block in blocks if isinstance(block, Part)]
    if not items:
        return Body("single", parts=loose_parts)
    marked = _marked(text, items)
    if marked:
        return _digest(text, items, marked, loose_parts)
    starts = openings.news(
        text, [(item.start, item.end) for item in items], known, len(_rubrics(loose_parts))
    )
    if starts is not None:
        return _digest(text, items, starts, loose_parts)
    body = Body("single", paragraphs=[(item.paragraphs[0], item.paragraphs[0].start) for item in items])
    body.cuts.append(Cut(items[0].paragraphs[0].start, items[-1].end))
    body.parts = [part for part in loose_parts if not body.cuts[0].start <= part.start < body.cuts[0].end]
    return body


def _rubrics(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.kind == "rubric"]


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Paragraph | Part]:
    """Paragraphs and loose lines in order."""
    held: list[Line] = []
    for stretch in _stretches(lines):
        wrapped = is_wrapped(stretch)
        for line in stretch:
            if held and _goes_on(text, held, line, wrapped):
                held.append(line)
                continue
            if held:
                yield Paragraph(tuple(held))
                held = []
            kind = _loose(text, line, lines)
            if kind is not None:
                yield Part(kind, line.start, line.end)
            else:
                held = [line]
    if held:
        yield Paragraph(tuple(held))


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


def _goes_on(text: str, held: Sequence[Line], line: Line, wrapped: bool) -> bool:
    """True if `line` goes on with the lines before it: a wrap, a broken lead, the next member of a list."""
    last = held[-1]
    if loose.bullet(text, line) is not None and not (wrapped and not line.gap):
        return False
    stops = ends_sentence(text, last)
    if line.gap:
        return opens_small(text, line) and not stops and loose.kind_of(text[last.start : last.end]) is None
    if wrapped:
        return True
    if opens_small(text, line):
        return True
    if stops:
        return False
    if _LIST_MEMBER.search(text, last.start, last.end):
        return True
    return _loose(text, line, ()) is None


def _loose(text: str, line: Line, lines: Sequence[Line]) -> str | None:
    """The kind of a line between dispatches; None for text."""
    piece = text[line.start : line.end]
    kind = loose.kind_of(piece)
    if kind in _INSERTED:
        return kind
    if loose.is_rubric(piece):
        return "rubric"
    if lines and line.gap and len(piece) < 60 and not ends_sentence(text, line) and len(piece.split()) <= 6:
        after = next((other for other in lines if other.start > line.start), None)
        if (
            after is not None
            and after.gap
            and not opens_small(text, after)
            and loose.bullet(text, line) is None
        ):
            return "rubric"
    return None


def _item(text: str, paragraph: Paragraph) -> Item:
    mark = loose.bullet(text, paragraph.lines[0])
    if mark is None:
        return Item([paragraph], paragraph.start)
    kind = "number" if mark["number"] else mark["sign"]
    return Item([paragraph], mark.end(), (mark.start(), mark.end()), kind)


def _marked(text: str, items: Sequence[Item]) -> dict[int, bool]:
    """Numbers of the items that begin a dispatch because a bullet or a number says so; none for a list in a note."""
    signs = [item.kind for item in items if item.kind is not None]
    for sign in sorted(set(signs), key=lambda sign: -signs.count(sign)):
        chosen = [number for number, item in enumerate(items) if item.kind == sign]
        if len(chosen) < 2 or _is_inner_list(text, items, chosen):
            continue
        return {number: True for number in chosen}
    return {}


def _is_inner_list(text: str, items: Sequence[Item], chosen: Sequence[int]) -> bool:
    """True for points of one text: announced by a colon, in small letters, parted by semicolons, or direct speech."""
    pieces = [text[items[number].start : items[number].end] for number in chosen]
    first = chosen[0]
    if (
        first
        and text[: items[first].paragraphs[0].start].rstrip().endswith(":")
        and not any(
            openings.is_summary(text[items[number].start : items[number].end]) for number in range(first)
        )
    ):
        return True
    small = sum(piece[:1].islower() for piece in pieces)
    open_ended = sum(piece[-1] in ";," for piece in pieces[:-1])
    speech = sum(re.search(r"[,!?…»\"]\s[–—-]\s[а-яё]", piece) is not None for piece in pieces)
    sign = items[first].kind
    is_dash = sign is not None and sign in "-–—"
    short = sum(len(piece) < 60 for piece in pieces)
    return (
        small * 2 > len(pieces)
        or open_ended * 2 > len(pieces)
        or (is_dash and speech * 3 >= len(pieces))
        or short * 2 > len(pieces)
    )


def _digest(text: str, items: Sequence[Item], starts: dict[int, bool], loose_parts: Sequence[Part]) -> Body:
    """Joins what follows an item to it; what stands before the first item is the lede."""
    body = Body("digest", parts=list(loose_parts))
    bounds = [part.start for part in loose_parts]
    first = min(starts)
    groups: list[list[Item]] = []
    for number, item in enumerate(items):
        begin = item.start if number in starts else item.paragraphs[0].start
        body.paragraphs.append((item.paragraphs[0], begin))
        parted = bool(groups) and any(groups[-1][-1].end <= bound < begin for bound in bounds)
        if number in starts or not groups or (parted and number != first):
            groups.append([item])
        else:
            groups[-1].append(item)
        if number in starts and item.mark is not None:
            body.parts.append(Part("bullet", item.mark[0], len(text[: item.mark[1]].rstrip())))
    for place, group in enumerate(groups):
        begin = group[0].start if items.index(group[0]) in starts else group[0].paragraphs[0].start
        body.cuts.append(Cut(begin, group[-1].end, lede=place == 0 and first > 0))
    return body
