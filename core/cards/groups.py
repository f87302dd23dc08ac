"""Disjoint sets of keys (union–find)."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Which keys belong together; every group has one key that stands for it."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._above = {key: key for key in keys}

    def top(self, key: str) -> str:
        """The key that stands for the group of `key`."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Makes both groups one."""
        self._above[self.top(one)] = self.top(other)
