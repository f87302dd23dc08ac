"""One JSON value: a JSON Feed (jsonfeed.org, versions 1 and 1.1), a release, or a list of releases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.errors import Refused
from core.model import Document
from core.reading import dates, pages
from core.reading.decoding import decode
from core.reading.limits import DOCUMENT_BYTES, FEED_ENTRIES
from core.reading.lines import release_of
from core.reading.names import stem
from core.reading.records import Blob, Refusal


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """The items of the feed, or the releases. Raises `Refused` for other JSON and for what is too large."""
    import orjson

    decoded = decode(blob.content(DOCUMENT_BYTES), blob.charset)
    try:
        value: Any = orjson.loads(decoded.text)
    except orjson.JSONDecodeError as error:
        raise Refused("not JSON: {reason}", reason=str(error)) from None
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        yield from _items(value["items"], blob, decoded.encoding)
        return
    records = value if isinstance(value, list) else [value]
    found = [
        release_of(
            record,
            _numbered(blob.source, ":", n, records),
            _numbered(stem(blob.name), "-", n, records),
            decoded.encoding,
        )
        for n, record in enumerate(records, start=1)
    ]
    if not any(found):
        raise Refused("JSON, but neither a feed nor a release with a key “text”")
    yield from filter(None, found)


def _numbered(name: str, separator: str, number: int, records: list[Any]) -> str:
    return f"{name}{separator}{number}" if len(records) > 1 else name


def _items(items: list[Any], blob: Blob, encoding: str) -> Iterator[Document | Refusal]:
    for number, item in enumerate(items[:FEED_ENTRIES], start=1):
        if not isinstance(item, dict):
            continue
        strings = {key: value for key, value in item.items() if isinstance(value, str)}
        text = strings.get("content_text") or pages.fragment(strings.get("content_html") or "")
        title = pages.inline(strings.get("title") or "")
        yield Document(
            id=strings.get("id") or f"{stem(blob.name)}-{number}",
            source=f"{blob.source}:{number}",
            text=text or strings.get("summary") or title,
            date=dates.iso(strings.get("date_published") or strings.get("date_modified")),
            title=title or None,
            url=strings.get("url") or strings.get("external_url"),
            encoding=encoding,
        )
