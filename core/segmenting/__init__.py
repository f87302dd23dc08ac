"""Segmenting: the text of a release cut into header, dateline, dispatches, trailer, sentences and tokens."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Dateline, Part, Segmentation
from core.segmenting import datelines, dates, dispatches, heads, lines, sentences, titles, trailers
from core.segmenting.tokens import tokens

__all__ = ["segment"]


def segment(text: str, *, page_date: str | None = None, title: str | None = None) -> Segmentation:
    """Cuts any text. Never raises.

    page_date: ISO date of page, mail or crawl, from which the year of a dateline without one is told.
    title: known from outside the text.
    Offsets are code points of `text`. Every character but blanks lies in exactly one part or cut.
    """
    every = lines.lines_of(text)
    width = lines.wrap_width(text, every)
    head = heads.head_of(text, every, titles.Known(title, width))
    below = [
        lines.Line(_skipped(text, max(line.start, head.body), line.end), line.end, line.gap)
        for line in every
        if line.end > head.body and text[max(line.start, head.body) : line.end].strip()
    ]
    if not below:
        head, below = heads.Head(), every
    dateline = _dateline(text, head, page_date)
    kept, trailer = trailers.trailer_of(text, below, dateline.agency if dateline else None)
    body = dispatches.body_of(text, kept, text[: head.body], width)
    parts = tuple(sorted((*head.parts, *body.parts, *trailer), key=lambda part: part.start))
    return Segmentation(
        kind=body.kind,
        date=page_date or _stamp(text, head) or (dateline.date if dateline else None),
        title=next((part for part in parts if part.kind == "title"), None),
        dateline=dateline,
        parts=parts,
        cuts=tuple(body.cuts),
        sentences=tuple(_sentences(text, body)),
        tokens=tokens(text),
        flags=_flags(text, body),
    )


def _skipped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _stamp(text: str, head: heads.Head) -> str | None:
    written = dates.read(text[slice(*head.stamp)]) if head.stamp else None
    return written.resolved(None) if written else None


def _dateline(text: str, head: heads.Head, page_date: str | None) -> Dateline | None:
    """The dateline of the head; a line that only holds a date stands in for it."""
    stamp = _stamp(text, head)
    if head.found is not None:
        found = datelines.dateline_of(text, head.found, stamp or page_date)
        if found.date is None and found.date_span is None and stamp is not None:
            return Dateline(
                found.start,
                found.end,
                found.place,
                stamp,
                found.agency,
                found.place_span,
                head.stamp,
                found.agency_span,
                found.rule,
            )
        return found
    if head.stamp is None or stamp is None:
        return None
    for number, part in enumerate(head.parts):
        if part.kind == "date" and part.start <= head.stamp[0] < part.end:
            head.parts[number] = Part("dateline", part.start, part.end)
            return Dateline(part.start, part.end, None, stamp, None, date_span=head.stamp, rule="date-line")
    return None


def _sentences(text: str, body: dispatches.Body) -> Iterable[tuple[int, int]]:
    for start, end in body.paragraphs:
        yield from sentences.sentences(text, start, end)


def _flags(text: str, body: dispatches.Body) -> tuple[str, ...]:
    return ()
