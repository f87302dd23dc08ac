"""What a file is, by its first bytes: a format that is read here, or something that is no text.

The table `kinds.tsv` holds byte signatures: offset, hexadecimal bytes, what it is.
Source: the file formats' own specifications, as collected in the `magic` database of file(1).
"""

from __future__ import annotations

import re
from functools import cache

from core.errors import Message, Refused
from core.reading.decoding import is_utf16
from core.reading.tables import rows

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(!doctype\s+)?([a-z][a-z0-9:]*)", re.I
)
_FEED_ROOTS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_MAIL = re.compile(
    rb"(?:From [^\n]{1,200}\n)?"
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n)*){3,}"
)
_MAIL_FIELD = re.compile(rb"^(?:Received|Message-ID|MIME-Version|Return-Path|Content-Type):", re.I | re.M)
_JSON_LINE = re.compile(rb'\s*\{\s*"[A-Za-z_]{1,40}"\s*:')
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x0b\x1b\x1a\x08\x07\x1f\x1e\x1d\x1c")
_BINARY_SHARE = 0.02  # of control characters, above which a file is no text


def format_of(head: bytes) -> str | None:
    """The name of the format that the first bytes speak for beyond doubt; None for plain text and others."""
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in head or b"[Content_Types].xml" in head[:64] else "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gz"
    head = head.removeprefix(b"\xef\xbb\xbf")
    if (found := _MARKUP.match(head)) is not None:
        root = found[2].lower()
        if root == b"html" or (found[1] and root == b"html"):
            return "html"
        if root in _FEED_ROOTS:
            return "feed"
    if _JSON_LINE.match(head):
        return "jsonl" if head.partition(b"\n")[0].rstrip().endswith(b"}") or b"\n" not in head else "json"
    if (mail := _MAIL.match(head)) is not None and _MAIL_FIELD.search(mail[0]):
        return "mail"
    return None


def refuse_binary(head: bytes) -> None:
    """Raises `Refused` that says what it is, if the first bytes are not those of a text."""
    for offset, signature, what in _signatures():
        if head.startswith(signature, offset):
            raise Refused("{what}, not a text", what=Message(what))
    if not head or is_utf16(head):
        return
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    if controls > max(1, len(head) * _BINARY_SHARE):
        raise Refused("{what}, not a text", what=Message("binary data"))


@cache
def _signatures() -> tuple[tuple[int, bytes, str], ...]:
    return tuple(
        (int(offset), bytes.fromhex(signature), what) for offset, signature, what in rows("kinds.tsv")
    )
