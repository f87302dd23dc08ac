"""The table of formats: which module reads which ending. Modules are loaded when first needed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import cast

from core.errors import Message, Refused
from core.model import Document
from core.reading import judging, kinds
from core.reading.names import ending, shown
from core.reading.records import Blob, Refusal

Reader = Callable[[Blob], Iterator[Document | Refusal]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: its name on the command line, endings, media types, the module with `read`."""

    name: str
    endings: tuple[str, ...]
    types: tuple[str, ...]
    module: str

    def reader(self) -> Reader:
        """The function that reads it."""
        return cast(Reader, import_module(f"core.reading.{self.module}").read)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
FORMATS = (
    Format("text", (".txt", ".text"), ("text/plain",), "plain"),
    Format("markdown", (".md", ".markdown"), ("text/markdown",), "markdown"),
    Format("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), "pages"),
    Format("docx", (".docx",), (_WORD,), "word"),
    Format("mail", (".eml",), ("message/rfc822",), "mail"),
    Format("jsonl", (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson"), "lines"),
    Format("json", (".json",), ("application/feed+json", "application/json"), "jsonfeed"),
    Format("feed", (".rss", ".atom", ".xml", ".rdf"), _FEEDS, "feeds"),
    Format("zip", (".zip",), ("application/zip",), "zipped"),
    Format("gz", (".gz",), ("application/gzip", "application/x-gzip"), "gzipped"),
)
BY_NAME = {form.name: form for form in FORMATS}
BY_ENDING = {ending: form for form in FORMATS for ending in form.endings}
BY_TYPE = {kind: form for form in FORMATS for kind in form.types}
_MANY = frozenset({"mail", "jsonl", "json", "feed", "zip", "gz"})
_OPEN = frozenset({"text", "markdown"})  # formats that any bytes could be; the content may know better


def documents(blob: Blob) -> Iterator[Document | Refusal]:
    """What one input holds, judged; never raises anything but for want of memory.

    A reader is stopped at what it cannot go on from; what it gave before that stays.
    """
    try:
        for found in _chosen(blob).reader()(blob):
            if isinstance(found, Document):
                found = judging.judged(replace(found, seen=blob.seen))
            yield found
    except Refused as refused:
        yield Refusal(blob.source, refused.message)
    except (OSError, EOFError, zlib.error) as error:
        yield Refusal(blob.source, reason(error))


def is_many(name: str) -> bool:
    """True if a file of this name may hold any number of documents."""
    form = BY_ENDING.get(ending(name))
    return form is not None and form.name in _MANY


def reason(error: Exception) -> Message:
    """The sentence for what the system or a decompressor says."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Message("cannot be read: {reason}", {"reason": shown(text)})


def _chosen(blob: Blob) -> Format:
    """The format of an input: what was said from outside, else its ending, else its content.

    Raises `Refused` for what is no text and for endings that are unknown.
    """
    head = blob.head()
    named = BY_ENDING.get(ending(blob.name))
    chosen = BY_NAME[blob.format] if blob.format else named
    seen = kinds.format_of(head)
    if chosen is None or (chosen.name in _OPEN and blob.format is None):
        chosen = BY_NAME[seen] if seen else chosen
    if chosen is None or chosen.name not in ("zip", "gz", "docx"):
        kinds.refuse_binary(head)
    if chosen is None and ending(blob.name):
        raise Refused(
            "unknown ending “{ending}”; known are {known}",
            ending=shown(ending(blob.name)),
            known=" ".join(sorted(BY_ENDING)),
        )
    return chosen or BY_NAME["text"]
