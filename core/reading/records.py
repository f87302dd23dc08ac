"""What the readers pass to each other: the bytes of one input, and a refusal instead of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from core.errors import Message, Refused
from core.reading.limits import ARCHIVE_BYTES, HEAD_BYTES, MIB


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or one line or member of it, that did not become a document, and why."""

    source: str
    message: Message


@dataclass(slots=True)
class Budget:
    """How many more bytes may be unpacked from one named archive, everything inside it taken together."""

    left: int = ARCHIVE_BYTES

    def spend(self, size: int) -> None:
        """Takes `size` bytes off. Raises `Refused` when there are none left."""
        self.left -= size
        if self.left < 0:
            raise Refused("unpacks to more than {limit} MB", limit=ARCHIVE_BYTES // MIB)


@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of one input. `name` decides on the format; `depth` counts the archives around it."""

    name: str  # file name, without folders
    source: str  # as shown: path, address, a.zip!b.txt
    open: Callable[[], BinaryIO]
    depth: int = 0
    url: str | None = None  # the address it was fetched from
    charset: str | None = None  # what server or mail said about the encoding
    format: str | None = None  # what server or mail said about the format, or the user
    date: str | None = None  # what is known about the date from outside
    title: str | None = None
    seen: str | None = None  # when it was stored, an ISO date
    budget: Budget | None = None  # of the archive around it

    def content(self, limit: int) -> bytes:
        """All bytes, or `Refused` when there are more than `limit`."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise Refused("larger than {limit} MB", limit=limit // MIB)
        return data

    def head(self) -> bytes:
        """The first bytes, by which a format is recognised."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)


def blob_of(data: bytes, name: str, source: str) -> Blob:
    """A blob over bytes in memory."""
    return Blob(name, source, lambda: BytesIO(data))


@contextmanager
def parsing(kind: str) -> Iterator[None]:
    """Whatever a parser of others raises on a damaged file becomes a `Refused` that names the kind.

    Parsers of office files, mail and feeds raise nearly anything on what was damaged on purpose; no list of
    exceptions would be complete.
    """
    try:
        yield
    except (Refused, OSError, MemoryError):
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise Refused("damaged {kind} file: {reason}", kind=kind, reason=reason) from error
