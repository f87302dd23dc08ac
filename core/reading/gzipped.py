"""Files packed with gzip: the file inside, streamed, under the name without «.gz»."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from core.errors import Refused
from core.model import Document
from core.reading import formats
from core.reading.limits import ARCHIVE_DEPTH
from core.reading.names import unpacked
from core.reading.packed import Counted, metered
from core.reading.records import Blob, Budget, Refusal


class _Gzip(gzip.GzipFile):
    """A packed stream that closes what it was opened over."""

    def __init__(self, packed: Counted) -> None:
        super().__init__(fileobj=packed)
        self._below = packed

    def close(self) -> None:
        """Closes both."""
        super().close()
        self._below.close()


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """What the packed file holds. Raises `Refused` for damage and for what swells past the limits."""
    if blob.depth >= ARCHIVE_DEPTH:
        raise Refused("packed more than {limit} deep", limit=ARCHIVE_DEPTH)
    budget = blob.budget or Budget()

    def opened() -> BinaryIO:
        packed = Counted(blob.open())
        return metered(cast(BinaryIO, _Gzip(packed)), lambda: packed.count, budget)

    yield from formats.documents(
        replace(blob, name=unpacked(blob.name), open=opened, depth=blob.depth + 1, budget=budget, format=None)
    )
