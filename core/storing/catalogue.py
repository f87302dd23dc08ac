"""Where each release stands: `keys/MONTH.tsv`, derived from the month's file and written after it.

Columns: key, offset, length (bytes in the month's file), number of dispatches, id (a JSON string, so that no
name can break the line). A look-up searches bytes for a line; nothing is parsed but the line that was found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TAB = "\t"
_DIGITS = frozenset("0123456789abcdef")


class Place(NamedTuple):
    """Where a release stands in its file: offset and length in bytes; and what it is looked up by."""

    key: str
    id: str
    start: int
    size: int
    dispatches: int


def write(places: Iterable[Place]) -> bytes:
    """The file; it begins with an empty line, so that every line has a line end before it."""
    rows = (f"\n{p.key}\t{p.start}\t{p.size}\t{p.dispatches}\t{json.dumps(p.id)}" for p in places)
    return "".join([*rows, "\n"]).encode("ascii")


def read(data: bytes) -> Iterator[Place]:
    """All rows. Raises `ValueError` where a row is none."""
    return (_place(line) for line in data.split(b"\n") if line)


def count(data: bytes) -> int:
    """How many rows there are."""
    return max(data.count(b"\n") - 1, 0)


def keys(data: bytes) -> Iterator[str]:
    """The keys alone."""
    return (line.partition(b"\t")[0].decode("ascii", "replace") for line in data.split(b"\n") if line)


def by_key(data: bytes, beginning: str, *, whole: bool = False) -> Iterator[Place]:
    """Releases whose key begins so, or is that as a `whole`."""
    if not beginning or not _DIGITS.issuperset(beginning):
        return iter(())
    return _found(data, f"\n{beginning}{TAB if whole else ''}".encode())


def by_id(data: bytes, name: str) -> Iterator[Place]:
    """Releases of that id."""
    return _found(data, f"\t{json.dumps(name)}\n".encode("utf-8", "replace"))


def _found(data: bytes, wanted: bytes) -> Iterator[Place]:
    at = data.find(wanted)
    while at >= 0:
        start = at + 1 if wanted[:1] == b"\n" else data.rfind(b"\n", 0, at) + 1
        end = data.index(b"\n", start)
        yield _place(data[start:end])
        at = data.find(wanted, end)


def _place(line: bytes) -> Place:
    key, start, size, dispatches, name = line.decode("ascii").split("\t", 4)
    return Place(key, json.loads(name), int(start), int(size), int(dispatches))
