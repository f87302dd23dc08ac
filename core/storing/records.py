"""A release as a line of JSON, and back: every field of the record under its own name."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from core.model import Release

UNDATED = "undated"
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?=-|\Z)")


class _Dateline(msgspec.Struct):
    date: str | None = None


class Head(msgspec.Struct):
    """What the order in a month's file needs of a record; the rest is passed over unread."""

    key: str
    id: str
    date: str | None = None
    dateline: _Dateline | None = None
    dispatches: list[msgspec.Raw] = []

    @property
    def day(self) -> str | None:
        """As `Release.day`."""
        return (self.dateline and self.dateline.date) or self.date


@cache
def _decoder() -> msgspec.json.Decoder[Release]:
    return msgspec.json.Decoder(Release)


_heads = msgspec.json.Decoder(Head)


def encode(release: Release) -> bytes:
    """One line of JSON.

    Raises `UnicodeEncodeError` where a text holds half a character (a lone surrogate).
    """
    return msgspec.json.encode(release)


def decode(line: bytes | msgspec.Raw) -> Release:
    """The release. Raises `ValueError` for anything else."""
    return _decoder().decode(line)


def head(line: bytes | msgspec.Raw) -> Head:
    """Key, id, date and the number of dispatches. Raises `ValueError`."""
    return _heads.decode(line)


def month_of(date: str | None) -> str:
    """The name of the month's file that a release of `date` belongs to: «2026-03», or «undated»."""
    found = _MONTH.match(date or "")
    return found.group() if found else UNDATED
