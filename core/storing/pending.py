"""Batches that are safe already but do not stand in their months' files yet.

A batch is one file, named by its number and written whole. Its first line is the header, then a line a
release:

    {"schema":1,"number":7,"removed":{},"checksum":"…","rows":[["key","id","2026-03",0,5312,4],…]}

`rows`: key, id, month, offset after the header, length in bytes, number of dispatches. Without batches every
release would cost a rewriting of its month; with them a month is rewritten once for many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.storing import records, shard
from core.storing.layout import Damaged
from core.storing.schema import SCHEMA


class Row(msgspec.Struct, array_like=True):
    """One release of a batch."""

    key: str
    id: str
    month: str
    start: int
    size: int
    dispatches: int


class Header(msgspec.Struct):
    """The first line of a batch."""

    schema: int
    number: int
    removed: dict[str, str]  # key → month it stood in
    checksum: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch on disk: its header, and where its first release begins (bytes)."""

    path: Path
    header: Header
    body: int

    def lines(self) -> Iterator[tuple[Row, bytes]]:
        """The releases as lines of JSON. Raises `Damaged` where they are not those of the checksum."""
        with self.path.open("rb") as file:
            file.seek(self.body)
            data = file.read()
        lines = [data[row.start : row.start + row.size] for row in self.header.rows]
        if shard.checksum(lines) != self.header.checksum:
            raise Damaged(f"{self.path.name}: checksum")
        yield from zip(self.header.rows, lines, strict=True)

    def line(self, row: Row) -> bytes:
        """One release as a line of JSON."""
        with self.path.open("rb") as file:
            file.seek(self.body + row.start)
            return file.read(row.size)


def build(number: int, lines: Sequence[bytes], removed: Mapping[str, str]) -> bytes:
    """The bytes of a batch."""
    rows, at = [], 0
    for line in lines:
        head = records.head(line)
        month = records.month_of(head.day)
        rows.append(Row(head.key, head.id, month, at, len(line), len(head.dispatches)))
        at += len(line) + 1
    header = Header(SCHEMA, number, dict(removed), shard.checksum(lines), rows)
    return b"\n".join([msgspec.json.encode(header), *lines, b""])


def read(path: Path) -> Batch:
    """A batch without its releases. Raises `Damaged`, or `OSError` where it is gone."""
    with path.open("rb") as file:
        first = file.readline()
    try:
        return Batch(path, msgspec.json.decode(first, type=Header), len(first))
    except (ValueError, msgspec.MsgspecError) as error:
        raise Damaged(str(error)) from error
