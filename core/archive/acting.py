"""Of a stored release only who acts where and when: a tenth of the work of reading it whole."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class _Official(msgspec.Struct):
    name: str
    country: str | None = None
    post: str | None = None
    post_full: str | None = None


class _Dispatch(msgspec.Struct):
    event: str = "other"
    host: str | None = None
    officials: list[_Official] = []


class _Dateline(msgspec.Struct):
    date: str | None = None


class Acts(msgspec.Struct):
    """A release as far as `core.cards.gather` looks at it."""

    key: str
    date: str | None = None
    dateline: _Dateline | None = None
    dispatches: list[_Dispatch] = []

    @property
    def day(self) -> str | None:
        """As `Release.day`."""
        return (self.dateline and self.dateline.date) or self.date


_releases = msgspec.json.Decoder(Acts)


def acts(lines: Iterable[bytes]) -> list[Acts]:
    """Who acts in releases, in the order of their file: whose spelling comes first must not hang on the rest.

    Raises `ValueError`.
    """
    return sorted(map(_releases.decode, lines), key=lambda one: (one.day or "", one.key))
