"""Where one piece of news ends and the next begins: items of lists, digest or single note, lede."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import Cut, Part
from core.segmenting import loose, openings
from core.segmenting.lines import Line, Paragraph
from core.segmenting.paragraphs import blocks_of

_SPEECH = re.compile(r"[,!?…»\"]\s[–—-]\s[а-яё]")
_STOP = re.compile(r"[.!?…][»\"”’)]*\Z")
_SHORT_ITEM = 60  # characters; what is shorter is a point of a list, not a piece of news


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, and the bullet or number before it."""

    paragraph: Paragraph
    start: int  # of the text behind the mark
    sign: str | None = None  # as by `loose.sign`

    @property
    def end(self) -> int:
        return self.paragraph.end


@dataclass(slots=True)
class Body:
    """The text below the head, cut. `paragraphs` are spans within the cuts, behind bullets."""

    kind: str
    cuts: list[Cut] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)


def body_of(text: str, lines: Sequence[Line], head: str, width: int) -> Body:
    """Cuts the lines below the head into dispatches.

    head: the text of the head, which may announce several pieces of news.
    width: at which lines are wrapped, or 0.
    """
    blocks = blocks_of(text, lines, width)
    items = [_item(text, block) for block in blocks if isinstance(block, Paragraph)]
    parts = [block for block in blocks if isinstance(block, Part)]
    if not items:  # nothing but rubrics and credits: then they are the news
        items, parts = [_item(text, Paragraph((line,))) for line in lines], []
    if not items:
        return Body("single")
    pieces = [text[item.start : item.end] for item in items]
    starts = _marked(text, items) or openings.news(pieces, head, _below_rubrics(items, parts))
    return _digest(text, items, starts, parts) if starts else _single(items, parts)


def _item(text: str, paragraph: Paragraph) -> Item:
    mark = loose.bullet(text, paragraph.lines[0])
    if mark is None:
        return Item(paragraph, paragraph.start)
    return Item(paragraph, mark.end(), loose.sign(mark))


def _below_rubrics(items: Sequence[Item], parts: Sequence[Part]) -> frozenset[int]:
    """Numbers of the items that stand right below a rubric, or a bullet that has the line for itself."""
    starts = [item.paragraph.start for item in items]
    below = {bisect(starts, part.start) for part in parts if part.kind in ("rubric", "bullet")}
    return frozenset(below - {len(items)})


def _marked(text: str, items: Sequence[Item]) -> list[int]:
    """Numbers of the items that begin a dispatch because a mark says so; none for a list in a note."""
    signs = [item.sign for item in items if item.sign is not None]
    for sign in sorted(set(signs), key=lambda sign: -signs.count(sign)):
        chosen = [number for number, item in enumerate(items) if item.sign == sign]
        if len(chosen) > 1 and not _is_inner_list(text, items, chosen):
            return chosen
    return []


def _is_inner_list(text: str, items: Sequence[Item], chosen: Sequence[int]) -> bool:
    """True for points of one text: short, in small letters, without stops or persons; and for speech."""
    pieces = [text[items[number].start : items[number].end] for number in chosen]
    half = len(pieces) / 2
    if sum(map(openings.is_small_news, pieces)) > half:
        return False
    points = (
        sum(piece[:1].islower() for piece in pieces) > half,
        sum(len(piece) < _SHORT_ITEM and not openings.tells_deed(piece) for piece in pieces) > half,
        sum(_STOP.search(piece) is None for piece in pieces[:-1]) > half,
        sum(openings.tells_news(piece) for piece in pieces) < half,
    )
    if any(points):
        return True
    if (items[chosen[0]].sign or "") in "-–—":
        return sum(_SPEECH.search(piece) is not None for piece in pieces) * 3 >= len(pieces)
    return False


def _single(items: Sequence[Item], parts: Sequence[Part]) -> Body:
    """One dispatch; what stands between its paragraphs is a piece of it."""
    cut = Cut(items[0].paragraph.start, items[-1].end)
    outside = [part for part in parts if not cut.start <= part.start < cut.end]
    subheads = [(part.start, part.end) for part in parts if part.kind == "rubric" and part not in outside]
    return Body(
        "single", [cut], outside, sorted([*((item.paragraph.start, item.end) for item in items), *subheads])
    )


def _digest(text: str, items: Sequence[Item], starts: Sequence[int], parts: Sequence[Part]) -> Body:
    """Joins to an item what follows it, up to the next item or loose line; first comes the lede."""
    body = Body("digest", parts=list(parts))
    begins = frozenset(starts)
    edges = [part.start for part in parts]
    held: tuple[int, int] | None = None
    for number, item in enumerate(items):
        is_start = number in begins
        start = item.start if is_start else item.paragraph.start
        body.paragraphs.append((start, item.end))
        if is_start and item.sign is not None:
            mark = text[item.paragraph.start : item.start].rstrip()
            body.parts.append(Part("bullet", item.paragraph.start, item.paragraph.start + len(mark)))
        is_parted = held is not None and bisect(edges, held[1]) < bisect(edges, start)
        if held is not None and not is_start and not is_parted:
            held = (held[0], item.end)
            continue
        if held is not None:
            body.cuts.append(Cut(*held))
        held = (start, item.end)
    if held is not None:
        body.cuts.append(Cut(*held))
    if min(begins) > 0 and body.cuts:
        body.cuts[0] = Cut(body.cuts[0].start, body.cuts[0].end, lede=True)
    return body
