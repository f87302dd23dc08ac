"""From what was named to the bytes behind it: files, folders, standard input, addresses."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Container, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO

from core.errors import Message
from core.reading import beside
from core.reading.beside import SIDE
from core.reading.formats import reason
from core.reading.limits import FOLDER_DEPTH, HEAD_BYTES
from core.reading.names import ending, is_passed_over, shown, stem
from core.reading.records import Blob, Refusal

STDIN = "-"
ADDRESS = ("http://", "https://")


def is_address(named: str | Path) -> bool:
    """True for an http(s) address."""
    return isinstance(named, str) and named[:8].lower().startswith(ADDRESS)


def find(named: str | Path) -> Iterator[Blob | Refusal]:
    """The inputs behind a path or «-», folders in the order of their names."""
    if named == STDIN:
        yield Blob("stdin", STDIN, _stdin())
        return
    path = Path(named)
    try:
        if path.is_dir():
            yield from _folder(path, frozenset(), 0)
        elif path.is_file():
            yield _file(path)
        elif path.exists():
            yield Refusal(shown(str(path)), Message("neither a file nor a folder"))
        else:
            yield Refusal(shown(str(path)), Message("no such file or folder"))
    except (OSError, ValueError) as error:
        yield Refusal(shown(str(path)), reason(error))


class _Replayed(io.RawIOBase):
    """A stream that can't be wound back, from its start: the head that was looked at, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As of `io.RawIOBase`. The rest is not closed with this: it is not ours."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _stdin() -> Callable[[], BinaryIO]:
    @cache
    def head() -> bytes:
        return sys.stdin.buffer.read(HEAD_BYTES)

    return lambda: io.BufferedReader(_Replayed(head(), sys.stdin.buffer))


def _file(path: Path) -> Blob:
    known = beside.told(path)
    return Blob(
        shown(path.name),
        shown(str(path)),
        lambda: path.open("rb"),
        url=known.url,
        date=known.date,
        title=known.title,
        seen=date.fromtimestamp(path.stat().st_mtime).isoformat(),
    )


def is_side_file(name: str, releases: Container[str]) -> bool:
    """True for a .json that only tells of the release beside it: `a.json`, `a.gold.json` by `a.txt`."""
    return ending(name) == SIDE and (stem(name) in releases or stem(stem(name)) in releases)


def _folder(path: Path, above: frozenset[tuple[int, int]], depth: int) -> Iterator[Blob | Refusal]:
    """Files below `path`, without hidden ones, README, side files and links back to a folder above."""
    try:
        status = path.stat()
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Refusal(shown(str(path)), reason(error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above or depth > FOLDER_DEPTH:
        return
    releases = {stem(entry.name) for entry in entries if ending(entry.name) != SIDE}
    for inner in entries:
        if is_passed_over(inner.name) or is_side_file(inner.name, releases):
            continue
        if inner.is_dir():
            yield from _folder(inner, above | {here}, depth + 1)
        elif inner.is_file():
            yield _file(inner)
