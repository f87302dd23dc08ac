"""What the index keeps of a dispatch, so that a list and its excerpts need no trip to the store.

A row is JSON without names, the text at its end, in one byte a letter where that can be, compressed.
"""

from __future__ import annotations

import json
import zlib

from core.model import Dispatch, Release
from core.results import Hit

HEADLINE = 160  # code points of the beginning of a dispatch that a row can show
_SMALL, _WIDE = b"1", b"8"  # the first byte: one byte a letter, or UTF-8
_ONE_BYTE, _ANY = "cp1251", "utf-8"


def date_of(release: Release) -> str | None:
    """The date under which the dispatches of a release are listed."""
    return release.date or (release.dateline.date if release.dateline else None)


def agency_of(release: Release) -> str | None:
    """The agency named in the dateline."""
    return release.dateline.agency if release.dateline else None


def countries_of(dispatch: Dispatch) -> tuple[str, ...]:
    """States in any part: receiving, mentioned, or served by an official; those without code by name."""
    states = {*dispatch.mentioned, *(official.country for official in dispatch.officials), dispatch.host}
    return (*sorted(filter(None, states)), *dispatch.mentioned_other)


def pack(release: Release, dispatch: Dispatch) -> bytes:
    """The row of a dispatch with its text."""
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
        release.text[dispatch.start : dispatch.end],
    )
    written = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        return _SMALL + zlib.compress(written.encode(_ONE_BYTE))
    except UnicodeEncodeError:
        return _WIDE + zlib.compress(written.encode(_ANY, "surrogatepass"))


def unpack(packed: bytes) -> tuple[Hit, str]:
    """The hit that `pack` packed, without score and excerpt, and the text of the dispatch."""
    raw = zlib.decompress(packed[1:])
    row = json.loads(raw.decode(_ONE_BYTE) if packed[:1] == _SMALL else raw.decode(_ANY, "surrogatepass"))
    key, n, release_id, source, start, end, date, host, event, sender, agency, countries, officials, text = row
    hit = Hit(
        key=key,
        n=n,
        release_id=release_id,
        source=source,
        start=start,
        end=end,
        date=date,
        host=host,
        event=event,
        headline=" ".join(text[: 2 * HEADLINE].split())[:HEADLINE],
        sender=sender,
        agency=agency,
        countries=tuple(countries),
        officials=tuple(officials),
    )
    return hit, text
