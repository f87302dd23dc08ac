"""Writing the index: commits into the one in use, and a new one built beside it and put in its place.

    FOLDER/current            the name of the folder in use
    FOLDER/v2-0123456789ab/   an index of version 2: what tantivy makes, and the dictionary of packed rows

A reader goes on with the files it has open, whatever happens to the folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import tantivy

from core.errors import ArchiveError, Busy
from core.searching.rows import Packer, dictionary
from core.searching.schema import STAMP, VERSION, schema

if TYPE_CHECKING:
    from core.model import Release
    from core.results import Progress

CURRENT, DICTIONARY = "current", "dictionary"
_FIRST = 40  # releases that the dictionary is made of
_SMALL, _LARGE = 30_000_000, 200_000_000  # bytes of memory for a commit, for a new index
BUSY = "Another process is writing to the index in {path}."
NO_WRITE = "The index in {path} can't be written ({why})."

OnProgress = Callable[["Progress"], None]


def place(folder: Path) -> Path | None:
    """The folder of the index in use; None where there is none of this version."""
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    inside = folder / name
    fitting = name.startswith(f"v{VERSION}-") and Path(name).name == name
    return inside if fitting and (inside / "meta.json").is_file() else None


def write(folder: Path, added: Iterable[Release], removed: Iterable[str], stamp: str) -> None:
    """One commit into the index in use, which is made where there is none. Raises `Busy`, `ArchiveError`."""
    try:
        used = place(folder)
        if used is None:
            build(folder, added, stamp)
            return
        try:
            index = tantivy.Index.open(str(used))
        except ValueError as error:
            raise ArchiveError(NO_WRITE, path=str(used), why=str(error)) from error
        _fill(used, index, added, removed, stamp, _SMALL)
    except OSError as error:
        raise ArchiveError(NO_WRITE, path=str(folder), why=str(error)) from error


def build(folder: Path, releases: Iterable[Release], stamp: str, progress: OnProgress | None = None) -> None:
    """A new index of the releases, put in place of the one in use when it is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / f"v{VERSION}-{os.urandom(6).hex()}"
        made.mkdir()
        try:
            index = tantivy.Index(
                schema(), path=str(made), sort_by_field="order", sort_order=tantivy.Order.Desc
            )
            releases = _begun(made, iter(releases))
            _fill(made, index, _told(releases, progress), (), stamp, _LARGE)
            _use(folder, made.name)
        except BaseException:
            _remove(made)
            raise
        _clear(folder, made.name)
    except OSError as error:
        raise ArchiveError(NO_WRITE, path=str(folder), why=str(error)) from error


def _fill(
    place: Path,
    index: tantivy.Index,
    added: Iterable[Release],
    removed: Iterable[str],
    stamp: str,
    memory: int,
) -> None:
    from core.searching import documents

    writer = _writer(place, index, memory)
    packer = Packer((place / DICTIONARY).read_bytes())
    try:
        for key in removed:
            writer.delete_documents_by_term("key", key)
        for release in added:
            writer.delete_documents_by_term("key", release.key)
            for document in documents.documents(release, packer):
                writer.add_document(document)
        writer.delete_documents_by_term("kind", STAMP)
        writer.add_document(documents.stamp(stamp))
        writer.commit()
    except ValueError as error:  # what the engine says of a full or read-only disk
        writer.rollback()
        raise ArchiveError(NO_WRITE, path=str(place), why=str(error)) from error
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _begun(place: Path, releases: Iterator[Release]) -> Iterator[Release]:
    """The releases; from the first of them the dictionary is made."""
    first = list(islice(releases, _FIRST))
    with (place / DICTIONARY).open("wb") as file:
        file.write(dictionary(release.text for release in first))
        file.flush()
        os.fsync(file.fileno())
    return chain(first, releases)


def _writer(place: Path, index: tantivy.Index, memory: int) -> tantivy.IndexWriter:
    try:
        return index.writer(memory, 1)
    except ValueError as error:
        if "lock" in str(error).lower():
            raise Busy(BUSY, path=str(place)) from error
        raise ArchiveError(NO_WRITE, path=str(place), why=str(error)) from error


def _told(releases: Iterable[Release], progress: OnProgress | None) -> Iterable[Release]:
    from core.results import Progress

    done = 0
    for done, release in enumerate(releases, 1):
        yield release
        if progress:
            progress(Progress(done, None, release.source))


def _use(folder: Path, name: str) -> None:
    """Names the folder in use, durably."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile("w", dir=folder, prefix=".current.", delete=False, encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(folder / CURRENT)
    if os.name == "posix":  # the name itself is durable when the folder is
        entry = os.open(folder, os.O_RDONLY)
        os.fsync(entry)
        os.close(entry)


def mark(folder: Path) -> tuple[str, int]:
    """Tells one state of the index in use from the next: its folder, and when it was last committed."""
    used = place(folder)
    if used is None:
        return "", 0
    try:
        return used.name, (used / "meta.json").stat().st_mtime_ns
    except OSError:
        return used.name, 0


def _remove(place: Path) -> None:
    import shutil

    shutil.rmtree(place, ignore_errors=True)


def _clear(folder: Path, kept: str) -> None:
    """Removes the indexes that are no longer in use; what a system holds fast stays till the next time."""
    for other in folder.glob("v*-*"):
        if other.name != kept:
            _remove(other)
    for left in folder.glob(".current.*"):
        left.unlink(missing_ok=True)
