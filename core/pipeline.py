"""From a document to an annotated release: the stages in their order."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from core.annotating import annotate
from core.model import Document, Release


def key_of(text: str) -> str:
    """The identity of a text in an archive: 32 hexadecimal digits of its SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def process(document: Document) -> Release:
    """Segments and annotates one document. Never raises on any text."""
    from core.segmenting import segment

    seen = document.seen or date.today().isoformat()
    cut = segment(document.text, page_date=document.date, title=document.title, seen=seen)
    return annotate(document, cut, key_of(document.text))
