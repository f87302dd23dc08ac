"""A release as a page for the reader: its text in blocks, a block a dispatch, and the spans to be styled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.plain import naming
from tui.widgets.wrapping import Block, Span

if TYPE_CHECKING:
    from core import Archive, City, Country, Dispatch, Release

_FEED = re.compile(r"\r?\n")
TITLES = ("title", "subtitle")


@dataclass(frozen=True)
class Page:
    """What the text view needs of a release. `numbers`: the dispatch of each block, None between them."""

    text: str
    blocks: tuple[Block, ...]
    numbers: tuple[int | None, ...]
    layers: dict[str, tuple[Span, ...]]

    def block_of(self, n: int | None) -> int:
        """The block of the dispatch numbered `n`, -1 if there is none."""
        return -1 if n is None or n not in self.numbers else self.numbers.index(n)


@dataclass(frozen=True)
class Opened:
    """A release ready to be shown, and where in it the words of the query stand."""

    release: Release
    page: Page
    hits: tuple[Span, ...] = ()


def opened(archive: Archive, key: str, query: str = "") -> Opened:
    """Fetches a release and lays it out; the part of the work that is done beside the event loop."""
    release = archive.release(key)
    return Opened(release, page(release), archive.marks(query, release) if query.strip() else ())


def page(release: Release) -> Page:
    """Makes the page of a release. Offsets stay those of its text."""
    pairs = list(_blocks(release))
    return Page(
        text=flowing(release),
        blocks=tuple(block for block, _ in pairs),
        numbers=tuple(number for _, number in pairs),
        layers={
            "aside": _apart((p.start, p.end) for p in release.parts if p.kind not in TITLES),
            "title": _apart((p.start, p.end) for p in release.parts if p.kind in TITLES),
            "place": _apart(_spans(release.countries) + _spans(release.cities)),
            "official": officials(release),
            "hit": (),
            "fact": (),
        },
    )


def flowing(release: Release) -> str:
    """The text in which a line feed inside a sentence is a space: a broken lead or hard-wrapped lines.

    Of the same length, so that offsets hold.
    """
    made, done = [], 0
    for start, end in release.sentences:
        if "\n" not in release.text[start:end] or start < done:
            continue
        sentence = _FEED.sub(lambda found: " " * len(found.group()), release.text[start:end])
        made += [release.text[done:start], sentence]
        done = end
    return "".join((*made, release.text[done:]))


def officials(release: Release) -> tuple[Span, ...]:
    """Where officials are named, later mentions included."""
    names = {official.name for dispatch in release.dispatches for official in dispatch.officials}
    first = [(o.start, o.end) for dispatch in release.dispatches for o in dispatch.officials]
    return _apart([*first, *((p.start, p.end) for p in release.persons if p.name in names)])


def heading(dispatch: Dispatch) -> str:
    """«3  Испания · встреча»"""
    host = f"{naming.country(dispatch.host)} · " if dispatch.host else ""
    number = f"{dispatch.n}  " if dispatch.n else ""
    return f"{number}{host}{naming.event(dispatch.event)}"


def _blocks(release: Release) -> Iterator[tuple[Block, int | None]]:
    """Dispatches, and what stands between them unless it is blank."""
    done = 0
    for dispatch in sorted(release.dispatches, key=lambda one: one.start):
        yield from _between(release.text, done, dispatch.start)
        yield Block(dispatch.start, dispatch.end, heading(dispatch)), dispatch.n
        done = max(done, dispatch.end)
    yield from _between(release.text, done, len(release.text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[Block, None]]:
    piece = text[start:end]
    if piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        begin = max(text.rfind("\n", start, first) + 1, start)
        yield Block(begin, start + len(piece.rstrip())), None


def _spans(mentions: Iterable[Country | City]) -> list[Span]:
    return [(mention.start, mention.end) for mention in mentions]


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those dropped that overlap an earlier one."""
    made: list[Span] = []
    for span in sorted(spans):
        if not made or span[0] >= made[-1][1]:
            made.append(span)
    return tuple(made)
