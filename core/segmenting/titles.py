"""Title, subtitle and rubric in the head of a release, told from its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.segmenting import loose
from core.segmenting.lines import Line, ends_sentence, is_full, opens_small

_TITLE = 260  # characters at the most
_SUBTITLE = 200
_RUBRIC = 45
_INNER_STOP = re.compile(r"[а-яё»\")\d]\s?[.!?…]\s+[А-ЯЁ«\"A-Z]")
_TORN = re.compile(
    r"\b(?:[ввксуоия]|во|на|по|от|из|за|до|об|со|для|при|что|как|но|а|не|его|ее|её|их|года)\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the head is read: the title from outside, the width of wrapped lines or 0."""

    title: str | None = None
    width: int = 0


def kind_of(
    text: str, line: Line, rest: Sequence[Line], known: Known, found: frozenset[str], *, certain: bool
) -> str | None:
    """title, subtitle, rubric or caption; None for a line of the text itself.

    rest: the lines below. found: kinds of the parts above.
    certain: a dateline stands below, so that the line must belong to the head.
    """
    piece = text[line.start : line.end]
    if not rest:
        return None
    if known.title is not None and _same(piece, known.title) and "title" not in found:
        return "title"
    if certain:
        return _above_dateline(text, line, found)
    if not _is_titular(text, line, rest, known.width):
        return None
    if "title" not in found:
        is_rubric = len(piece) < _RUBRIC and (loose.is_rubric(piece) or _is_above_title(text, rest, known))
        return "rubric" if is_rubric else "title"
    is_apart = line.gap and rest[0].gap and not loose.is_rubric(piece)
    is_whole = len(piece) < _SUBTITLE and not _INNER_STOP.search(piece) and not _TORN.search(piece)
    return "subtitle" if is_apart and is_whole and "subtitle" not in found else None


def _above_dateline(text: str, line: Line, found: frozenset[str]) -> str:
    piece = text[line.start : line.end]
    if "title" not in found:
        return "rubric" if len(piece) < _RUBRIC and loose.is_rubric(piece) else "title"
    return "caption" if ends_sentence(text, line) and "photo" in found else "subtitle"


def _is_titular(text: str, line: Line, rest: Sequence[Line], width: int) -> bool:
    """A line that stands for itself: without a stop, not too long, not going on in the next line."""
    piece = text[line.start : line.end]
    mark = loose.bullet(text, line)
    is_item = mark is not None and not mark["rubric"]
    if len(piece) > _TITLE or piece[-1] in ".;:," or is_item or opens_small(text, line):
        return False
    if not any(char.isalpha() for char in piece) or (not rest[0].gap and opens_small(text, rest[0])):
        return False
    return rest[0].gap or not width or not is_full(text, line, rest[0], width)


def _is_above_title(text: str, rest: Sequence[Line], known: Known) -> bool:
    """True if the next line is the title: the known one, or the last line without a stop before the text."""
    after = rest[0]
    if known.title is not None:
        return _same(text[after.start : after.end], known.title)
    below = text[after.start : after.end]
    if loose.kind_of(below) is not None or _INNER_STOP.search(below):
        return False
    if len(rest) < 2 or after.gap or not _is_titular(text, after, rest[1:], known.width):
        return False
    return ends_sentence(text, rest[1]) and after.end - after.start > 20


def _same(piece: str, title: str) -> bool:
    first, second = _folded(piece), _folded(title)
    return bool(first) and (first == second or (len(second) > 20 and first.startswith(second)))


def _folded(value: str) -> str:
    return re.sub(r"[\W_]+", " ", value.casefold()).strip()
