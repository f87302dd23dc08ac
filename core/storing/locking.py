"""The writers' lock: one writer at a time, readers never wait.

Who is refused learns who writes since when.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from core.errors import Busy
from core.storing import durable
from core.storing.layout import HOLDER, LOCK

_POLL = 0.02  # seconds between two tries


@contextmanager
def locked(folder: Path, wait: float) -> Iterator[None]:
    """Holds the lock of the archive in `folder`. Raises `Busy` when it is not free for `wait` seconds.

    The system lets go of the lock when its holder dies, however it dies; where a file system knows no locks,
    filelock's own take over a lock whose process is gone. What a dead holder wrote about itself is not
    believed: only the lock counts.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, mode=durable.file_mode(folder), thread_local=False)
    try:
        lock.acquire(timeout=max(wait, 0), poll_interval=_POLL)
    except Timeout:
        raise _busy(folder) from None
    try:
        _sign(folder)
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER).unlink()
        lock.release()


def _sign(folder: Path) -> None:
    """Notes who holds the lock; only for the message to others, so it need not last."""
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]]) if sys.argv else "",
    }
    path = folder / HOLDER
    with suppress(OSError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, durable.file_mode(folder))
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            json.dump(holder, file)


def holder(folder: Path) -> dict[str, str] | None:
    """Who wrote itself into the archive as its writer: pid, host, since, command. None if nobody did."""
    try:
        told = json.loads((folder / HOLDER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    names = ("pid", "host", "since", "command")
    return {name: str(told.get(name, "?")) for name in names} if isinstance(told, dict) else None


def _busy(folder: Path) -> Busy:
    told = holder(folder)
    if told is None:
        return Busy(
            "Another process is writing to {path}. Try again, or wait longer with --wait SECONDS.",
            path=str(folder),
        )
    return Busy(
        "Process {pid} on {host} ({command}) has been writing to {path} since {since}. "
        "Try again, or wait longer with --wait SECONDS.",
        path=str(folder),
        **told,
    )
