"""Where state lies between two starts: JSON files in the user's state folder (XDG).

A file that cannot be read is put aside under `.broken` and the screen starts fresh; lost state is no error.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from tui.state import Looks, State

T = TypeVar("T", State, Looks)


def folder() -> Path:
    """The folder of state: DEPESHA_STATE, or the user's (XDG)."""
    named = os.environ.get("DEPESHA_STATE")
    if named:
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("depesha")


def state_path(archive: Path) -> Path:
    """The state file of one archive, named by its place."""
    place = os.fsencode(archive.expanduser().absolute())
    return folder() / f"archive-{hashlib.sha256(place).hexdigest()[:16]}.json"


def looks_path() -> Path:
    """The file of theme and sizes."""
    return folder() / "looks.json"


def load(path: Path, kind: type[T]) -> T:
    """What a file keeps; a new one where there is none or it is broken."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name(path.name + ".broken"))
    return kind()


def store(path: Path, kept: State | Looks) -> bool:
    """Writes whole or not at all; False where the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        fresh.write_bytes(msgspec.json.encode(kept))
        fresh.replace(path)
    except OSError:
        return False
    return True
