"""Plain text: exactly as it stands in the file, so that offsets are those of the file.

What a machine wrote above the text is looked at for date, title and address, and stays in the text: the front
matter of site generators, and the header of four lines (id, language, date, address) of text collections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Document
from core.reading import dates
from core.reading.decoding import decode
from core.reading.limits import DOCUMENT_BYTES
from core.reading.names import stem
from core.reading.records import Blob, Refusal

FRONT_MATTER = re.compile(r"\s{0,20}---[ \t]*\r?\n((?:[^\n]{0,2000}\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"(\w[\w-]{0,30}):[ \t]*(.*?)\s*\Z")
_MACHINE = re.compile(r"\S{1,100}\r?\n[a-z]{2}\r?\n(\d{4}-\d\d-\d\d)\r?\n(https?://\S{1,2000})\r?\n")


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """One document. Raises `Refused` for what is too large."""
    decoded = decode(blob.content(DOCUMENT_BYTES), blob.charset)
    date, title, url = head_of(decoded.text)
    yield Document(
        id=stem(blob.name),
        source=blob.source,
        text=decoded.text,
        date=date or blob.date,
        title=title or blob.title,
        url=blob.url or url,
        encoding=decoded.encoding,
    )


def head_of(text: str) -> tuple[str | None, str | None, str | None]:
    """Date, title and address from what a machine wrote above the text."""
    if (machine := _MACHINE.match(text)) is not None:
        return machine[1], None, machine[2]
    if (matter := FRONT_MATTER.match(text)) is None:
        return None, None, None
    found = {
        field[1].casefold(): field[2].strip("'\"")
        for line in matter[1].splitlines()
        if (field := _FIELD.match(line))
    }
    url = found.get("url") or found.get("link") or ""
    return (
        dates.iso(found.get("date", "")),
        found.get("title") or None,
        url if url.startswith(("http://", "https://")) else None,
    )
