"""Of a stored release only who acts where and when: a tenth of the work of reading it whole."""

from __future__ import annotations

import msgspec


class _Official(msgspec.Struct):
    name: str
    country: str | None = None
    post: str | None = None
    post_full: str | None = None


class _Dispatch(msgspec.Struct):
    host: str | None = None
    officials: list[_Official] = []


class _Dateline(msgspec.Struct):
    date: str | None = None


class _Release(msgspec.Struct):
    date: str | None = None
    dateline: _Dateline | None = None
    dispatches: list[_Dispatch] = []


_releases = msgspec.json.Decoder(_Release)


def acts(line: bytes) -> _Release:
    """What `core.cards.seen.gather` looks at. Raises `ValueError`."""
    return _releases.decode(line)
