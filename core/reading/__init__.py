"""Reading: from files, folders, standard input and addresses to documents.

One bad file never stops the rest: what cannot be read comes out as a `Refusal`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core.errors import Refused
from core.model import Document
from core.reading import formats, sources
from core.reading.judging import judged
from core.reading.names import shown
from core.reading.records import Refusal, blob_of
from core.reading.visits import Visits

__all__ = ["Refusal", "Visits", "count", "read", "read_text"]


def read(
    inputs: Iterable[str | Path], *, form: str | None = None, state: Visits | Path | None = None
) -> Iterator[Document | Refusal]:
    """Documents and refusals, one after another as they are read.

    inputs: paths of files and folders, http(s) addresses, «-» for standard input.
    form: name of a format (`core.reading.formats`) that overrides the endings of files named here.
    state: where the servers' marks (ETag, Last-Modified) of fetched addresses are kept, so that what did not
        change is not fetched again and gives no document. A path is written to as soon as everything behind
        an address was handed out; with `Visits` the caller says when, by `Visits.keep`.
    """
    visits = state if isinstance(state, Visits) else Visits(state)
    for named in inputs:
        if sources.is_address(named):
            yield from _fetched(str(named), form, visits)
            if not isinstance(state, Visits):
                with suppress(OSError):  # a folder that can't be written to costs another fetch, no more
                    visits.keep()
            continue
        for found in sources.find(named):
            if isinstance(found, Refusal):
                yield found
            else:
                yield from formats.documents(replace(found, format=form))


def read_text(data: bytes | str, source: str = "-") -> Document:
    """One plain text given as bytes or as a string. Raises `Refused` for what is no text."""
    from core.reading import kinds, plain

    if isinstance(data, str):
        return judged(Document(id=source, source=source, text=shown(data)))
    kinds.refuse_binary(data)
    found = next(plain.read(blob_of(data, source, source)))
    if isinstance(found, Refusal):
        raise Refused(found.message.template, **found.message.values)
    return judged(found)


def count(inputs: Iterable[str | Path]) -> int | None:
    """How many documents to expect; None where an input does not tell without being read.

    A file of lines, an archive, a mail, a feed, standard input and an address do not tell.
    """
    total = 0
    for named in inputs:
        if named == sources.STDIN or sources.is_address(named):
            return None
        for found in sources.find(named):
            if not isinstance(found, Refusal) and formats.is_many(found.name):
                return None
            total += 1
    return total


def _fetched(address: str, form: str | None, visits: Visits) -> Iterator[Document | Refusal]:
    from core.reading import web

    try:
        blob = web.fetch(address, visits)
    except Refused as refused:
        yield Refusal(address, refused.message)
        return
    if blob is not None:
        yield from formats.documents(replace(blob, format=form or blob.format))
