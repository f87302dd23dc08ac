"""What the index keeps of a dispatch, so that a list and its excerpts need no trip to the store.

A row is a line of JSON without names, the text follows; both are compressed together, in one byte a letter
where that can be, by a dictionary of texts that an index gets when it is made. The head of it, row and
headline, is read without the rest.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from core.hits import Hit

if TYPE_CHECKING:
    from core.model import Dispatch, Release

HEADLINE = 160  # code points of the beginning of a dispatch that a row can show
_SMALL, _WIDE = b"1", b"8"  # the first byte: one byte a letter, or UTF-8
_ONE_BYTE, _ANY, _KEPT = "cp1251", "utf-8", "surrogatepass"
_HEAD = 700  # bytes that mostly hold row and headline
_DICTIONARY = 32_000  # bytes; zlib looks back no further
_RAW = -15  # no header, no checksum: tantivy has its own


def date_of(release: Release) -> str | None:
    """The day under which the dispatches of a release are listed; None for what is no day of the calendar."""
    return release.day if release.day and _is_day(release.day) else None


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return len(day) == len("2026-03-10")


def agency_of(release: Release) -> str | None:
    """The agency named in the dateline."""
    return release.dateline.agency if release.dateline else None


def countries_of(dispatch: Dispatch) -> tuple[str, ...]:
    """States in any part: receiving, mentioned, or served by an official; those without code by name."""
    states = {*dispatch.mentioned, *(official.country for official in dispatch.officials), dispatch.host}
    return (*sorted(filter(None, states)), *dispatch.mentioned_other)


def dictionary(texts: Iterable[str]) -> bytes:
    """What `Packer` needs to know beforehand, from some texts like those to come."""
    made = b""
    for text in texts:
        made += text.encode(_ONE_BYTE, "replace")
        if len(made) >= _DICTIONARY:
            break
    return made[:_DICTIONARY]


class Packer:
    """Packs and unpacks by one dictionary."""

    def __init__(self, known: bytes) -> None:
        self._known = known
        self._fresh: Any = None

    def pack(self, release: Release, dispatch: Dispatch) -> bytes:
        """The row of a dispatch and its text."""
        written = f"{_row(release, dispatch)}\n{release.text[dispatch.start : dispatch.end]}"
        try:
            return _SMALL + self._compressed(written.encode(_ONE_BYTE))
        except UnicodeEncodeError:
            return _WIDE + self._compressed(written.encode(_ANY, _KEPT))

    def row(self, packed: bytes) -> Hit:
        """The hit, without score and excerpt."""
        row, _, text = self._unpacked(packed, _HEAD).partition("\n")
        if len(text) < 2 * HEADLINE:
            row, _, text = self._unpacked(packed, 0).partition("\n")
        headline = " ".join(text[: 2 * HEADLINE].split())[:HEADLINE]
        key, n, name, source, start, end, day, host, event, sender, agency, countries, officials = json.loads(
            row
        )
        return Hit(
   key, n, name, source, start, end, day, host, event, headline, sender, agency,
   tuple(countries), tuple(officials),
  )  # fmt: skip

    def text(self, packed: bytes) -> str:
        """The text of the dispatch."""
        return self._unpacked(packed, 0).partition("\n")[2]

    def _compressed(self, raw: bytes) -> bytes:
        if self._fresh is None:
            self._fresh = zlib.compressobj(9, zlib.DEFLATED, _RAW, zdict=self._known)
        press = self._fresh.copy()  # a copy is many times as fast as taking in the dictionary again
        packed: bytes = press.compress(raw) + press.flush()
        return packed

    def _unpacked(self, packed: bytes, most: int) -> str:
        raw = zlib.decompressobj(_RAW, zdict=self._known).decompress(packed[1:], most)
        if packed[:1] == _SMALL:
            return raw.decode(_ONE_BYTE)
        return raw.decode(_ANY, "ignore" if most else _KEPT)


def _row(release: Release, dispatch: Dispatch) -> str:
    row = (
        release.key,
        dispatch.n,
        release.id,
        release.source,
        dispatch.start,
        dispatch.end,
        date_of(release),
        dispatch.host,
        dispatch.event,
        release.sender,
        agency_of(release),
        countries_of(dispatch),
        tuple(official.name for official in dispatch.officials),
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
