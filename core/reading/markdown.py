"""Markdown: the marks taken off, the words and their lines kept.

Numbers and bullets of lists stay: they tell where an item begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Document
from core.reading import plain
from core.reading.decoding import decode
from core.reading.limits import DOCUMENT_BYTES
from core.reading.names import stem
from core.reading.records import Blob, Refusal

# each in turn; lengths are bounded so that unclosed marks cost no more than the text is long
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^()\n]{0,1000}\)"), r"\1"),
    (re.compile(r"<(?:https?://[^<>\s]{1,500}|/?[a-zA-Z][^<>\n]{0,300})>"), ""),
    (re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}(?:[-*_][ ]?){3,80}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{1,2000}?)(?<=[^\s*_])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w`])`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """One document; title, date and address from its front matter. Raises `Refused` for what is too large."""
    decoded = decode(blob.content(DOCUMENT_BYTES), blob.charset)
    date, title, url = plain.head_of(decoded.text)
    matter = plain.FRONT_MATTER.match(decoded.text)
    yield Document(
        id=stem(blob.name),
        source=blob.source,
        text=without_marks(decoded.text[matter.end() :] if matter else decoded.text),
        date=date or blob.date,
        title=title or blob.title,
        url=blob.url or url,
        encoding=decoded.encoding,
    )


def without_marks(text: str) -> str:
    """The text without the marks of Markdown."""
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text
