"""What the system or the engine of the index refuses, said as an error of the archive."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from shutil import disk_usage

from core.errors import ArchiveError, Busy, DepeshaError
from core.storing.layout import STATE, DamagedMonth
from core.storing.state import Unreadable

_NO_ROOM = (ENOSPC, EDQUOT, EFBIG)
_OS_ERROR = re.compile(r"os error (\d+)")
_LITTLE = 1 << 20  # bytes left on a disk that is as good as full


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """An `OSError` becomes an `ArchiveError` that says what to do."""
    try:
        yield
    except Unreadable as error:
        raise ArchiveError(
            "{path} can't be read ({why}). «depesha check --repair» makes it again.",
            path=str(folder / STATE),
            why=str(error),
        ) from error
    except OSError as error:
        why = error.strerror or str(error)
        if error.errno in _NO_ROOM:
            raise ArchiveError(
                "There is no room to write to {path} ({why}). What was added is safe; make room and go on.",
                path=str(folder),
                why=why,
            ) from error
        raise _refused(folder, why) from error


@contextmanager
def engine(folder: Path) -> Iterator[None]:
    """Whatever the engine fails at becomes an `OSError` where the disk is full, else an `ArchiveError`.

    It has no type of its own for what goes wrong with its files, and tells it in words, if at all.
    """
    try:
        yield
    except (OSError, Busy, DamagedMonth):
        raise
    except Exception as error:
        found = _OS_ERROR.search(str(error))
        number = int(found[1]) if found else 0
        if number in _NO_ROOM or disk_usage(folder).free < _LITTLE:
            raise OSError(number or ENOSPC, os.strerror(number or ENOSPC)) from error
        if isinstance(error, DepeshaError):
            raise
        raise _refused(folder, str(error)) from error


def _refused(folder: Path, why: str) -> ArchiveError:
    return ArchiveError("{path} can't be written to ({why}).", path=str(folder), why=why)
