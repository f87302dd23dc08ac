"""JSON lines: one release a line, streamed.

Keys: `text` (required), `id`, `title`, `date`, `url`; a line of an export also has `source`, `encoding`,
`flags`. Others are ignored. A line without id gets its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from core.errors import Refused
from core.model import Document
from core.reading import dates
from core.reading.decoding import decode
from core.reading.limits import LINE_BYTES, MIB
from core.reading.names import shown, stem
from core.reading.records import Blob, Refusal


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """The documents of all lines; a bad line is refused, the rest goes on."""
    with blob.open() as stream:
        for number, line in _lines(stream):
            where = f"{blob.source}:{number}"
            try:
                if line is None:
                    raise Refused("line longer than {limit} MB", limit=LINE_BYTES // MIB)
                if line.strip():
                    yield _document(line, where, f"{stem(blob.name)}-{number}")
            except Refused as refused:
                yield Refusal(where, refused.message)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long, which is passed over without being kept."""
    number = 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if len(line) <= LINE_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)
        yield number, None


def _document(line: bytes, where: str, fallback: str) -> Document:
    import orjson

    decoded = decode(line)
    try:
        record: Any = orjson.loads(decoded.text)
    except orjson.JSONDecodeError as error:
        raise Refused("not JSON: {reason}", reason=shown(str(error))) from None
    found = release_of(record, where, fallback, decoded.encoding)
    if found is None:
        raise Refused("no object with a key “text”")
    return found


def release_of(record: Any, where: str, fallback: str, encoding: str | None) -> Document | None:
    """The release that a JSON object with a key `text` holds; None for anything else."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    name = record.get("id")
    ours = _exported(record)
    return Document(
        id=str(name) if isinstance(name, str | int) and name != "" else fallback,
        source=ours.get("source") or where,
        text=record["text"],
        date=dates.iso(record.get("date")),
        title=_said(record.get("title")),
        url=_said(record.get("url")),
        encoding=ours["encoding"] if ours else encoding,
        flags=tuple(ours.get("flags", ())),
    )


def _exported(record: dict[str, Any]) -> dict[str, Any]:
    """What a line of `depesha export` knows beside the text: where that was first read from, and how."""
    source, encoding, flags = (record.get(name, 0) for name in ("source", "encoding", "flags"))
    is_ours = isinstance(source, str) and isinstance(encoding, str | None) and isinstance(flags, list)
    if not is_ours or not all(isinstance(flag, str) for flag in flags):
        return {}
    return {"source": source, "encoding": encoding, "flags": flags}


def _said(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
