"""Writing that survives a crash: temporary file, fsync, rename, fsync of the folder.

After `write` and `sync_folder` a reader sees either the old file or the new one, whenever the power goes.
Files are private (0600, folders 0700) unless the archive is shared on purpose: then its folder has the setgid
bit (`chmod g+s`), and files get the folder's rights.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
UNFINISHED = ".tmp"  # how names of temporary files end


def write(path: Path, data: bytes) -> None:
    """Replaces `path` by a file of `data`, whole or not at all. The folder is still to be synced.

    Raises `OSError`; then the old file stands and nothing is left behind.
    """
    from tempfile import mkstemp

    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED)
    try:
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(handle, file_mode(path.parent))
            write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_all(handle: int, data: bytes) -> None:
    """Writes all of `data`: the system may take less than it was given without calling it an error."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def sync_folder(folder: Path) -> None:
    """Makes what was renamed or removed in `folder` last, on systems that open folders."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Makes a folder (and those above it), private or with the rights of a shared one above."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    mode = folder_mode(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=mode)
        folder.chmod(mode)
        sync_folder(folder.parent)


def folder_mode(folder: Path) -> int:
    """The rights of a new folder inside `folder`."""
    mode = folder.stat().st_mode
    return stat.S_IMODE(mode) if mode & stat.S_ISGID else PRIVATE_FOLDER


def file_mode(folder: Path) -> int:
    """The rights of a new file inside `folder`."""
    mode = folder.stat().st_mode
    return stat.S_IMODE(mode) & 0o666 if mode & stat.S_ISGID else PRIVATE_FILE


def settle_rights(folder: Path) -> None:
    """Gives what another library wrote below `folder` the rights that files and folders have here."""
    for path in folder.rglob("*"):
        wanted = folder_mode(folder) if path.is_dir() else file_mode(folder)
        with suppress(OSError):  # gone meanwhile, or another user's, who has done the same
            if stat.S_IMODE(path.stat().st_mode) != wanted:
                path.chmod(wanted)


def remove(path: Path) -> None:
    """Removes a file if it is there. The folder is still to be synced."""
    with suppress(FileNotFoundError):
        path.unlink()


def clear(folder: Path) -> None:
    """Removes the temporary files of a folder. Only while nobody else writes there."""
    with suppress(FileNotFoundError):
        for path in folder.iterdir():
            if is_unfinished(path.name):
                remove(path)


def is_unfinished(name: str) -> bool:
    """True for the name of a temporary file of `write`, left by a crash if nobody is writing."""
    return name.startswith(".") and name.endswith(UNFINISHED)
