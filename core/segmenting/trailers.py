"""The trailer of a release: source, sign-off, «Дополнено», calls to subscribe, below the last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model import Part
from core.segmenting import agencies, loose
from core.segmenting.lines import Line, ends_sentence

_MOST_LINES = 25
_SIGNED = 70  # characters of a sign-off at the most
_NAME = re.compile(
    r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.)(?:\s(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.)){1,2}\Z"
)
_ON_LINE = re.compile(
    r"(?<=[.!?»\")])\s+(?=(?:источник|фото|по материалам|автор)\s?:\s?[^.!?\n]{2,90}[.]?\Z)", re.I
)


def trailer_of(text: str, lines: Sequence[Line], agency: str | None) -> tuple[list[Line], list[Part]]:
    """The lines without the trailer, and the parts of the trailer in order."""
    kept = list(lines)
    parts: list[Part] = []
    while len(kept) > 1 and len(parts) < _MOST_LINES:
        line = kept[-1]
        kind = _kind(text, line, kept[-2], agency)
        if kind is None:
            break
        parts.append(Part(kind, line.start, line.end))
        kept.pop()
    if kept:
        last = kept[-1]
        inner = _ON_LINE.search(text[: last.end], max(last.start, last.end - 120))
        if inner is not None:
            kind = loose.kind_of(text[inner.end() : last.end]) or "source"
            parts.append(Part(kind, inner.end(), last.end))
            kept[-1] = Line(last.start, inner.start(), last.gap)
    return kept, parts[::-1]


def _kind(text: str, line: Line, before: Line, agency: str | None) -> str | None:
    piece = text[line.start : line.end]
    kind = loose.kind_of(piece)
    if kind is not None:
        return kind
    if (
        len(piece) > _SIGNED
        or ends_sentence(text, line)
        and not piece.isupper()
        or not (ends_sentence(text, before) or loose.kind_of(text[before.start : before.end]))
    ):
        return None
    bare = re.sub(r"[«»\"“”./\s]", "", piece).casefold()
    if agency is not None and bare == re.sub(r"[«»\"“”./\s]", "", agency).casefold():
        return "signoff"
    if agencies.is_agency(piece):
        return "signoff"
    return "signoff" if _NAME.match(piece) else None
