"""Segmenting: the text of a release cut into head, dateline, dispatches, trailer, sentences and tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Dateline, Part, Segmentation
from core.segmenting import datelines, dates, dispatches, heads, lines, sentences, titles, trailers
from core.segmenting.tokens import tokens

__all__ = ["segment"]

_OPENING = re.compile(r"^\W*\w|[.!?]\s+\w", re.MULTILINE)


def segment(
    text: str, *, page_date: str | None = None, title: str | None = None, seen: str | None = None
) -> Segmentation:
    """Cuts any text. Never raises.

    page_date: ISO date of page, mail or crawl, from which the year of a dateline without one is told.
    title: known from outside the text.
    seen: ISO date when the text was stored. Where nothing tells a year, the last such day before it is
        assumed, and the flag `year-assumed` says so.
    Offsets are code points of `text`. Every character but blanks lies in exactly one part or cut.
    """
    given, text = text, _with_capitals(text) if text.islower() else text
    every = lines.lines_of(text)
    width = lines.wrap_width(text, every)
    head = heads.head_of(text, every, titles.Known(title, width))
    below = _below(text, every, head.body)
    if not below:  # a head alone is the news itself
        head, below = heads.Head(), every
    dateline = _dateline(text, head, page_date)
    assumed = _with_assumed_year(text, dateline, seen)
    kept, trailer = trailers.trailer_of(text, below, dateline.agency if dateline else None)
    body = dispatches.body_of(text, kept, text[: head.body], width)
    parts = tuple(sorted((*head.parts, *body.parts, *trailer), key=lambda part: part.start))
    found = [span for start, end in body.paragraphs for span in sentences.sentences(text, start, end)]
    return Segmentation(
        kind=body.kind,
        date=page_date or _stamp(text, head) or (assumed.date if assumed else None),
        title=next((part for part in parts if part.kind == "title"), None),
        dateline=assumed,
        parts=parts,
        cuts=tuple(body.cuts),
        sentences=tuple(found),
        tokens=tokens(given),
        flags=(*_flags(text, found, width), *(("year-assumed",) if assumed != dateline else ())),
    )


def _with_capitals(text: str) -> str:
    """A text that was stored in small letters throughout, with capitals where lines and sentences begin."""
    capitals = _OPENING.sub(lambda match: match.group().upper(), text)
    return capitals if len(capitals) == len(text) else text  # «ß» has a capital of two letters


def _below(text: str, every: Sequence[lines.Line], body: int) -> list[lines.Line]:
    """The lines from the offset `body` on; the first may begin inside a line."""
    below = []
    for line in every:
        start = max(line.start, body)
        start += len(text[start : line.end]) - len(text[start : line.end].lstrip())
        if start < line.end:
            below.append(line if start == line.start else replace(line, start=start))
    return below


def _stamp(text: str, head: heads.Head, near: str | None = None) -> str | None:
    """The date that stands in the head above the dateline; `near` tells a missing year."""
    written = dates.read(text[slice(*head.stamp)]) if head.stamp else None
    return written.resolved(near) if written else None


def _dateline(text: str, head: heads.Head, page_date: str | None) -> Dateline | None:
    """The dateline of the head; a line that only holds a date stands in for it."""
    stamp = _stamp(text, head, page_date)
    if head.found is not None:
        found = datelines.dateline_of(text, head.found, stamp or page_date)
        if found.date_span is None and stamp is not None:
            return replace(found, date=stamp, date_span=head.stamp)
        return found
    return _of_lines(text, head, stamp)


def _of_lines(text: str, head: heads.Head, stamp: str | None) -> Dateline | None:
    """The dateline whose date and place have a line for themselves, or the one of them that there is."""
    spans = [span for span in (head.place, head.stamp if stamp else None) if span is not None]
    held = [
        number
        for number, part in enumerate(head.parts)
        if part.kind in ("date", "dateline") and any(part.start <= start < part.end for start, _ in spans)
    ]
    if not held:
        return None
    if held[-1] - held[0] == len(held) - 1:
        whole = Part("dateline", head.parts[held[0]].start, head.parts[held[-1]].end)
        head.parts[held[0] : held[-1] + 1] = [whole]
    else:  # a title stands between them
        whole = head.parts[held[0]] = replace(head.parts[held[0]], kind="dateline")
    return Dateline(
        whole.start,
        whole.end,
        datelines.place_name(text[slice(*head.place)]) if head.place else None,
        stamp,
        None,
        head.place,
        head.stamp if stamp else None,
        rule="place-line" if head.place else "date-line",
    )


def _with_assumed_year(text: str, dateline: Dateline | None, seen: str | None) -> Dateline | None:
    """The dateline with the last year in which its day lies before `seen`, if nothing else tells a date."""
    if dateline is None or dateline.date is not None or dateline.date_span is None:
        return dateline
    written = dates.read(text[slice(*dateline.date_span)])
    return replace(dateline, date=written.resolved(seen)) if written else dateline


def _flags(text: str, found: Sequence[tuple[int, int]], width: int) -> tuple[str, ...]:
    """What the layout did to the text."""
    glued = any(
        after[0] == before[1] and not text[after[0]].isspace()
        for before, after in zip(found, found[1:], strict=False)
    )
    return tuple(name for name, is_so in (("hard-wrapped", width > 0), ("glued-sentences", glued)) if is_so)
