"""What is packed: streams that count what comes out of them, so that no bomb swells past the limits."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from core.errors import Refused
from core.reading.limits import ARCHIVE_RATIO, RATIO_FROM_BYTES
from core.reading.records import Budget


class Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__()
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As of `io.RawIOBase`."""
        data = self._inner.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the stream below too."""
        if not self.closed:
            self._inner.close()
        super().close()


class Metered(Counted):
    """A stream over the unpacked bytes of one member. Reading raises `Refused` past the limits.

    packed: how many packed bytes were read so far, or hold the whole member.
    """

    def __init__(self, inner: BinaryIO, packed: Callable[[], int], budget: Budget) -> None:
        super().__init__(inner)
        self._packed = packed
        self._budget = budget

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As of `io.RawIOBase`."""
        size = super().readinto(buffer)
        self._budget.spend(size)
        if self.count > RATIO_FROM_BYTES and self.count > ARCHIVE_RATIO * max(1, self._packed()):
            raise Refused("unpacks to more than {ratio} times its size", ratio=ARCHIVE_RATIO)
        return size


def metered(inner: BinaryIO, packed: Callable[[], int], budget: Budget) -> BinaryIO:
    """A buffered `Metered`."""
    return io.BufferedReader(Metered(inner, packed, budget), 64 * 1024)
