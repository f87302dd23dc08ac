"""The index that an archive asks: opened when first needed, or made for now where nothing may be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Release
    from core.searching import Index


class Indexes:
    """Holds the index of one archive."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Index | None = None
        self._borrowed: Path | None = None

    def __call__(self) -> Index:
        """The index, open."""
        if self._index is None:
            from core.searching import open_index

            self._index = open_index(self._borrowed or self._folder)
        return self._index

    def borrow(self, releases: Iterable[Release], stamp: str) -> None:
        """Makes an index in a temporary folder and uses that from now on."""
        from tempfile import mkdtemp

        from core.searching import build

        self.close()
        self._borrowed = Path(mkdtemp(prefix="depesha-index-"))
        build(self._borrowed, releases, stamp)

    def close(self) -> None:
        """Lets go of the files; what was borrowed is removed."""
        index, self._index = self._index, None
        if index is not None:
            index.close()
        borrowed, self._borrowed = self._borrowed, None
        if borrowed is not None:
            import shutil

            shutil.rmtree(borrowed, ignore_errors=True)
