"""Lines for the eye: hits with their marks, tables with even columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.plain import rows
from tui.plain.cleaning import clean

if TYPE_CHECKING:
    from core import Archive, Excerpt, Hit
    from tui.plain.terminal import Terminal

GAP = "  "


def hit_lines(archive: Archive, hits: Iterable[Hit], terminal: Terminal, context: int) -> Iterator[str]:
    """The hits as lines: grouped by release on a terminal, one line each with tabs in a pipe.

    `context` sentences before and after stand under each hit.
    """
    release = None
    for hit in hits:
        if terminal.live and hit.key != release:
            yield from ((), ("",))[release is not None]
            release = hit.key
            yield _release_line(hit, terminal)
        yield _live_line(hit, terminal) if terminal.live else _piped_line(hit, terminal)
        if terminal.live and hit.excerpt and not context:
            room = terminal.columns - 8 - len(GAP)
            yield f"{rows.first_hit(hit):>8}{GAP}{marked(around_hit(hit.excerpt, room), terminal)}"
        if context:
            yield from _around(archive, hit, terminal, context)


def marked(excerpt: Excerpt, terminal: Terminal) -> str:
    """The excerpt with its hits marked, safe to look at."""
    done, at = [], 0
    for start, end in excerpt.marks:
        if start < at:
            continue
        done += [clean(excerpt.text[at:start]), terminal.mark(clean(excerpt.text[start:end]))]
        at = end
    return "".join((*done, clean(excerpt.text[at:])))


def around_hit(excerpt: Excerpt, room: int) -> Excerpt:
    """The excerpt cut to `room` columns around its first hit, marks between stars included."""
    from core import Excerpt

    stars = 2 * len(excerpt.marks)
    if len(excerpt.text) + stars <= room or not excerpt.marks:
        return excerpt
    room = max(room - stars - 2, 16)  # an ellipsis at both ends
    start = max(0, min(excerpt.marks[0][0] - room // 3, len(excerpt.text) - room))
    end = start + room
    text = ("…" if start else "") + excerpt.text[start:end] + ("…" if end < len(excerpt.text) else "")
    shift = start - (1 if start else 0)
    marks = tuple((a - shift, b - shift) for a, b in excerpt.marks if start <= a and b <= end)
    return Excerpt(text, excerpt.start + shift, marks)


def cut(text: str, columns: int) -> str:
    """`text` in at most `columns` columns, with an ellipsis where something is left out."""
    if columns <= 0 or width(text) <= columns:
        return text
    while text and width(text) >= columns:
        text = text[:-1]
    return text.rstrip() + "…"


def _release_line(hit: Hit, terminal: Terminal) -> str:
    known = (hit.date or "–", hit.agency, hit.source, hit.key[:8])
    date, *rest = (clean(part) for part in known if part)
    return GAP.join((terminal.style("date", date), terminal.style("head", GAP.join(rest))))


def _live_line(hit: Hit, terminal: Terminal) -> str:
    host = pad(hit.host or "–", 8, right=True)
    return f"{terminal.style('place', host)}{GAP}{cut(clean(hit.headline), terminal.columns - 8 - len(GAP))}"


def _piped_line(hit: Hit, terminal: Terminal) -> str:
    place = f"{clean(hit.source)}:{rows.first_hit(hit)}"
    line = marked(hit.excerpt, terminal) if hit.excerpt else ""
    return "\t".join((place, hit.date or "–", hit.host or "–", clean(hit.headline), line))


def _around(archive: Archive, hit: Hit, terminal: Terminal, context: int) -> Iterator[str]:
    """The sentences around the first hit, inside its dispatch, each with its offset."""
    release = archive.release(hit.key)
    inside = [span for span in release.sentences if hit.start <= span[0] < hit.end]
    at = rows.first_hit(hit)
    middle = next((i for i, (_, end) in enumerate(inside) if at < end), 0)
    marks = hit.excerpt.marks if hit.excerpt else ()
    base = hit.excerpt.start if hit.excerpt else 0
    for start, end in inside[max(middle - context, 0) : middle + context + 1]:
        here = [(base + a - start, base + b - start) for a, b in marks if start <= base + a < base + b <= end]
        yield f"{start:>8}{GAP}{painted(release.text[start:end], here, terminal)}"


def painted(text: str, marks: Iterable[tuple[int, int]], terminal: Terminal) -> str:
    """`text` with the spans in `marks` marked, safe to look at."""
    from core import Excerpt

    return marked(Excerpt(text, 0, tuple(marks)), terminal)


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `columns`; `right` puts them before it."""
    gap = " " * (columns - width(text))
    return gap + text if right else text + gap


def table(cells: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> Iterator[str]:
    """Rows with even columns, cleaned; the columns in `right` stand to the right."""
    rows_ = [[clean(cell) for cell in row] for row in cells]
    widths = [max(map(width, column)) for column in zip(*rows_, strict=True)] if rows_ else []
    for row in rows_:
        padded = (pad(cell, widths[i], right=i in right) for i, cell in enumerate(row))
        yield GAP.join(padded).rstrip()
