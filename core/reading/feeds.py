"""RSS and Atom feeds, from a file or an address: every entry a document."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from core.errors import Refused
from core.model import Document
from core.reading import dates, pages
from core.reading.decoding import decode
from core.reading.limits import DOCUMENT_BYTES, FEED_ENTRIES
from core.reading.names import stem
from core.reading.records import Blob, Refusal, parsing

# all that the reader of feeds may take XML for, as far as they write its signs differently
_XML_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037")
_UNFINISHED = ("…", "...")  # how feeds end a summary of a longer text


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """The entries in the order of the feed. Raises `Refused` for other XML and for what is too large."""
    import feedparser

    data = blob.content(DOCUMENT_BYTES)
    refuse_entities(data)
    with parsing("feed"):
        # the headers stand for a file: feedparser must fetch nothing, and sanitizing is done on our side
        parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        raise Refused("XML, but no feed")
    encoding = str(parsed.get("encoding") or "") or decode(data).encoding
    for number, entry in enumerate(parsed.entries[:FEED_ENTRIES], start=1):
        yield _document(entry, number, blob, encoding)


def refuse_entities(data: bytes) -> None:
    """Raises `Refused` for XML that declares entities: no feed needs them, bombs are made of them."""
    if any("<!ENTITY".encode(encoding) in data for encoding in _XML_ENCODINGS):
        raise Refused("XML that declares entities, which can be made to swell without end")


def _document(entry: Any, number: int, blob: Blob, encoding: str) -> Document:
    title = pages.inline(str(entry.get("title") or ""))
    bodies = [str(content.get("value") or "") for content in entry.get("content") or ()]
    bodies.append(str(entry.get("summary") or ""))
    text = next(filter(None, map(pages.fragment, sorted(bodies, key=len, reverse=True))), "")
    link = str(entry.get("link") or "")
    return Document(
        id=str(entry.get("id") or link or f"{stem(blob.name)}-{number}"),
        source=f"{blob.source}:{number}",
        text=text or title,
        date=_date(entry),
        title=title or None,
        url=link if link.startswith(("http://", "https://")) else None,
        encoding=encoding,
        flags=("cut-off",) if text.endswith(_UNFINISHED) else (),
    )


def _date(entry: Any) -> str | None:
    for key in ("published", "updated", "created"):
        # asked first, because feedparser warns that it gives the one date for the other
        if key in entry and (found := dates.iso(entry[key])) is not None:
            return found
        parsed = f"{key}_parsed"
        if parsed in entry and isinstance(moment := entry[parsed], time.struct_time):
            return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
    return None
