"""What the index keeps of a dispatch, so that a list and its excerpts need no trip to the store.

A row is JSON without names; the text stands beside it, compressed, and its beginning is the headline.
"""

from __future__ import annotations

import json
import zlib

from core.model import Dispatch, Release
from core.results import Hit

HEADLINE = 160  # code points of the beginning of a dispatch that a row can show
_SMALL, _WIDE = b"1", b"8"  # the first byte: one byte a letter, or UTF-8
_ONE_BYTE, _ANY, _KEPT = "cp1251", "utf-8", "surrogatepass"


def date_of(release: Release) -> str | None:
    """The date under which the dispatches of a release are listed."""
    return release.day


def agency_of(release: Release) -> str | None:
    """The agency named in the dateline."""
    return release.dateline.agency if release.dateline else None


def countries_of(dispatch: Dispatch) -> tuple[str, ...]:
    """States in any part: receiving, mentioned, or served by an official; those without code by name."""
    states = {*dispatch.mentioned, *(official.country for official in dispatch.officials), dispatch.host}
    return (*sorted(filter(None, states)), *dispatch.mentioned_other)


def pack_row(release: Release, dispatch: Dispatch) -> bytes:
    """The row of a dispatch."""
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
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode(_ANY, _KEPT)


def unpack_row(packed: bytes, text: bytes) -> Hit:
    """The hit of a row and its packed text, without score and excerpt."""
    row = json.loads(packed.decode(_ANY, _KEPT))
    key, n, release_id, source, start, end, date, host, event, sender, agency, countries, officials = row
    return Hit(
        key=key,
        n=n,
        release_id=release_id,
        source=source,
        start=start,
        end=end,
        date=date,
        host=host,
        event=event,
        headline=" ".join(unpack_text(text, 2 * HEADLINE).split())[:HEADLINE],
        sender=sender,
        agency=agency,
        countries=tuple(countries),
        officials=tuple(officials),
    )


def pack_text(text: str) -> bytes:
    """A text, compressed; in one byte a letter where that can be."""
    try:
        return _SMALL + zlib.compress(text.encode(_ONE_BYTE), 9)
    except UnicodeEncodeError:
        return _WIDE + zlib.compress(text.encode(_ANY, _KEPT), 9)


def unpack_text(packed: bytes, most: int = 0) -> str:
    """The text that `pack_text` packed; if `most` is given, at least so many code points of it."""
    raw = zlib.decompressobj().decompress(packed[1:], most * 4)
    if packed[:1] == _SMALL:
        return raw.decode(_ONE_BYTE)
    return raw.decode(_ANY, "ignore" if most else _KEPT)
