"""Backup and restore: one .zip file with everything that cannot be made again.

    state.json, releases/*.json, officials.toml, visits/*.json

Index, catalogue and persons are derived and made anew. A backup is taken with nothing waiting, so the same
archive gives the same members.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.archive.failing import told
from core.archive.keeping import Keeper
from core.archive.people import People
from core.errors import ArchiveError
from core.storing import durable
from core.storing.layout import CORRECTIONS, INDEX, KEYS, RELEASES, STATE
from core.storing.store import Store

_MEMBER = re.compile(
    r"state\.json|officials\.toml|releases/(?:\d{4}-\d{2}|undated)\.json|visits/[0-9a-f]{1,64}\.json"
)
_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # of every member: what a backup holds decides on its bytes, not when it was made


def backup(keeper: Keeper, file: Path) -> None:
    """Writes the backup, whole or not at all. Raises `ArchiveError`."""
    folder = keeper.store.folder
    if keeper.store.state is None:
        raise ArchiveError("There is no archive in {path}.", path=str(folder))
    with keeper.settled():
        pack(folder, file)


def pack(folder: Path, file: Path) -> None:
    """Packs what belongs into a backup, durably. Raises `ArchiveError`."""
    with (
        told(file.parent),
        _fresh(file) as handle,
        os.fdopen(os.dup(handle), "wb") as stream,
        zipfile.ZipFile(stream, "w") as packed,
    ):
        for path in _kept(folder):
            name = path.relative_to(folder).as_posix()
            member = zipfile.ZipInfo(name, _DAY)
            member.external_attr = durable.PRIVATE_FILE << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, packed.open(member, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 1 << 20)


def restore(file: Path, folder: Path) -> None:
    """Makes an archive of a backup, whole or not at all. Raises `ArchiveError`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveError("{path} is not empty. Name an empty or a new folder.", path=str(folder))
    with told(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            _unpack(file, beside)
            store = Store(beside)
            _verify(file, store)
            _derive(store)
            for made in (beside / RELEASES, beside / KEYS, beside):
                durable.sync_folder(made)
            if folder.exists():
                folder.rmdir()
            beside.replace(folder)
            durable.sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise


def _kept(folder: Path) -> Iterator[Path]:
    found = (
        folder / STATE,
        folder / CORRECTIONS,
        *folder.glob("releases/*.json"),
        *folder.glob("visits/*.json"),
    )
    return (
        path
        for path in sorted(found)
        if path.is_file() and _MEMBER.fullmatch(path.relative_to(folder).as_posix())
    )


def _unpack(file: Path, beside: Path) -> None:
    """Unpacks members with names that a backup has, and no others; never more than there is room for."""
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()
            if not any(member.filename == STATE for member in members):
                raise ArchiveError("{file} is no backup of an archive.", file=str(file))
            size = sum(member.file_size for member in members)
            if size > shutil.disk_usage(beside).free:
                raise ArchiveError(
                    "{file} needs {size} MB, more than there is room for.", file=str(file), size=size >> 20
                )
            for member in members:
                if not _MEMBER.fullmatch(member.filename):
                    raise ArchiveError(
                        "{file} holds {name}, which no backup does.", file=str(file), name=member.filename
                    )
                _unpack_member(packed, member, beside / member.filename)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ArchiveError("{file} is damaged ({why}).", file=str(file), why=str(error)) from error


def _unpack_member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    durable.make_folder(path.parent)
    with packed.open(member) as source, path.open("xb") as target:
        if hasattr(os, "fchmod"):
            os.fchmod(target.fileno(), durable.PRIVATE_FILE)
        shutil.copyfileobj(source, target, 1 << 20)  # zipfile stops at the size that the member claims
        target.flush()
        os.fsync(target.fileno())


def _verify(file: Path, store: Store) -> None:
    """Raises `ArchiveError` unless every month is there and is what the state says of it."""
    from core.storing.layout import Damaged
    from core.storing.state import Unreadable

    try:
        known = store.state
        months = known.months if known else {}
        read = ((month, store.read(month)) for month in store.months())
        checksums = {month: one.about.checksum if one.is_whole else "" for month, one in read}
    except (Unreadable, Damaged) as error:
        raise ArchiveError("{file} is damaged ({why}).", file=str(file), why=str(error)) from error
    if checksums != {name: month.checksum for name, month in months.items()}:
        raise ArchiveError("{file} is damaged ({why}).", file=str(file), why="checksum")


def _derive(store: Store) -> None:
    """Makes what a backup leaves out: catalogue, persons, index."""
    from core.searching import build
    from core.storing import settling

    for month in store.months():
        settling.write_rows(store, month, store.whole(month).values())
    People(store, []).renew()
    build(store.folder / INDEX, store.releases(), store.stamp)


@contextmanager
def _fresh(file: Path) -> Iterator[int]:
    """A temporary file that becomes `file` if all goes well."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=durable.UNFINISHED)
    try:
        try:
            yield handle
            os.fsync(handle)
        finally:
            os.close(handle)
        Path(name).replace(file)
        durable.sync_folder(file.parent)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
