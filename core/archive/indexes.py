"""The index that an archive asks:

opened when first needed, or one that stands in where nothing may be written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Release
    from core.searching import Index


class Indexes:
    """Holds the index of one archive.

    The engine wants to lock files even where it only reads. Where it may not, it is given a folder of links
    to the files of the index.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Index | None = None
        self._instead: Path | None = None  # a temporary folder that stands in for the archive's
        self._is_linked = False

    def __call__(self) -> Index:
        """The index, open."""
        if self._index is None:
            from core.searching import open_index

            if self._instead is None and self._folder.is_dir() and not os.access(self._folder, os.W_OK):
                self._instead, self._is_linked = _temporary(), True
                self._link()
            self._index = open_index(self._instead or self._folder)
        return self._index

    def refresh(self) -> bool:
        """Goes on to what was last written; True if it is new."""
        if self._is_linked:
            self._link()
        return self().refresh()

    def borrow(self, releases: Iterable[Release], stamp: str) -> None:
        """Makes an index in a temporary folder and uses that from now on."""
        from core.searching import build

        self.close()
        self._instead = _temporary()
        build(self._instead, releases, stamp)

    def close(self) -> None:
        """Lets go of the files; what stood in is removed."""
        index, self._index = self._index, None
        if index is not None:
            index.close()
        instead, self._instead, self._is_linked = self._instead, None, False
        if instead is not None:
            import shutil

            shutil.rmtree(instead, ignore_errors=True)

    def _link(self) -> None:
        """Links all files of the index; small ones that name others are copied."""
        assert self._instead is not None
        for path in sorted(self._folder.rglob("*")):
            here = self._instead / path.relative_to(self._folder)
            with suppress(OSError):  # gone again, or linked before
                if path.is_dir():
                    here.mkdir()
                elif path.parent == self._folder:
                    here.write_bytes(path.read_bytes())
                elif not path.name.endswith(".lock"):
                    here.symlink_to(path.absolute())


def _temporary() -> Path:
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="depesha-index-"))
