"""Searching: the query language, and the index behind the `Index` protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from core.searching.contracts import TRIES, Index, People
from core.searching.writing import OnProgress

if TYPE_CHECKING:
    from core.model import Release

__all__ = ["TRIES", "Index", "People", "build", "open_index"]


def open_index(folder: Path) -> Index:
    """The index in a folder; an empty one where there is none yet, or none of this version."""
    from core.searching.index import TantivyIndex

    return TantivyIndex(folder)


def build(folder: Path, releases: Iterable[Release], stamp: str, progress: OnProgress | None = None) -> None:
    """Makes the index anew beside the one in use and puts it in its place.

    Readers go on with the old one until they refresh. Raises `ArchiveError`.
    """
    from core.searching import writing

    writing.build(folder, releases, stamp, progress)
