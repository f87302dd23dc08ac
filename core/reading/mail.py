"""Mail (.eml): the text of the letter, with subject and date, then what is attached."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message as Letter

from core.errors import Message, Refused
from core.model import Document
from core.reading import dates, formats, pages
from core.reading.decoding import Decoded, decode
from core.reading.limits import ARCHIVE_DEPTH, DOCUMENT_BYTES, HEADER_CHARACTERS, MAIL_PARTS
from core.reading.names import ending, shown, stem
from core.reading.records import Blob, Refusal, blob_of, parsing

# parts that only dress a letter up are passed over in silence; anything else unread is refused aloud
_DRESS = frozenset({"image", "font", "audio", "video"})
_DRESS_ENDINGS = (".p7s", ".asc", ".ics", ".vcf")


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """The letter, if it has words, and its attachments as `letter.eml!name`. Raises `Refused` for damage."""
    data = blob.content(DOCUMENT_BYTES)
    with parsing(".eml"):
        # not the modern policy: its parser of headers takes quadratic time on hostile ones
        message = message_from_bytes(data, policy=policy.compat32)
        parts = list(_parts(message))
        title = " ".join(_header(message, "subject").split()) or None
        date = dates.iso(_header(message, "date")) or blob.date
        letter = _letter(parts)
        attached = [(_name(part), part) for part in parts if _is_attached(part)]
    if letter is not None:
        yield Document(stem(blob.name), blob.source, letter.text, date, title, blob.url, letter.encoding)
    elif not attached:
        raise Refused("a mail without text")
    for number, (name, part) in enumerate(attached, start=1):
        yield from _attachment(part, name or f"part-{number}", replace(blob, date=date))


def _parts(message: Letter) -> Iterator[Letter]:
    for number, part in enumerate(message.walk()):
        if number > MAIL_PARTS:
            raise Refused("more than {limit} parts", limit=MAIL_PARTS)
        if any(len(str(value)) > HEADER_CHARACTERS for value in part.values()):
            raise Refused("a header of more than {limit} characters", limit=HEADER_CHARACTERS)
        if not part.is_multipart():
            yield part


def _header(message: Letter, name: str) -> str:
    """A header with its encoded words decoded; bytes that no word declares are told by the decoder."""
    # raw, because what `get` gives has lost the bytes that no word declares
    raw = next((str(value) for field, value in message.raw_items() if field.lower() == name), "")
    try:
        text = raw.encode("ascii", "surrogateescape")
        if not text.isascii():
            return decode(text).text
        return shown(str(make_header(decode_header(raw))))
    except (HeaderParseError, LookupError, ValueError):
        return shown(raw)


def _is_attached(part: Letter) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _name(part: Letter) -> str:
    """The name of an attachment: a label without folders."""
    raw = part.get_filename() or ""
    with suppress(HeaderParseError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return shown(raw).replace("\\", "/").rpartition("/")[2].replace("\0", "")


def _letter(parts: list[Letter]) -> Decoded | None:
    """The words of the letter itself: the plain text, else the text of its page."""
    bodies = [part for part in parts if not _is_attached(part)]
    for kind in ("text/plain", "text/html"):
        for part in bodies:
            if part.get_content_type() != kind:
                continue
            decoded = decode(_payload(part), part.get_content_charset())
            text = decoded.text.replace("\r\n", "\n").strip("\n")
            text = pages.fragment(text) if kind == "text/html" else text
            if text.strip():
                return Decoded(text, decoded.encoding)
    return None


def _payload(part: Letter) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachment(part: Letter, name: str, letter: Blob) -> Iterator[Document | Refusal]:
    source = f"{letter.source}!{name}"
    if part.get_content_maintype() in _DRESS or ending(name) in _DRESS_ENDINGS:
        return
    if letter.depth >= ARCHIVE_DEPTH:
        yield Refusal(source, Message("packed more than {limit} deep", {"limit": ARCHIVE_DEPTH}))
        return
    yield from formats.documents(
        replace(
            blob_of(_payload(part), name, source),
            depth=letter.depth + 1,
            charset=part.get_content_charset(),
            date=letter.date,
            budget=letter.budget,
        )
    )
