"""A writer that is killed: a forked process adds releases, tells what is acknowledged, and gets SIGKILL.

Forked, so that a thousand of them cost no thousand starts of the language stage. Batches are small and
settling is frequent: most of the time the writer is between two steps of a write. The moment is told by the
processor time that the writer has used, so that it means the same on a busy machine.
"""

import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from core import Archive, Progress
from core.archive import adding, keeping

BATCH = 3  # releases
SETTLE_BYTES = 8_000


def add_and_die(folder: Path, source: Path, after: float) -> int | None:
    """Adds `source` in a process that is killed after so many seconds of processor time.

    How many inputs it had acknowledged; None if it was done before.
    """
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        _add(folder, source, tell)
    os.close(tell)
    status = _killed(child, after)
    with os.fdopen(told, "rb") as stream:
        lines = stream.read().split()
    if not os.WIFSIGNALED(status):
        assert os.waitstatus_to_exitcode(status) == 0, "the writer failed"
        return None
    return int(lines[-1]) if lines else 0


def _killed(child: int, after: float) -> int:
    """The status of a child that is killed when it has used so much processor time, if it still runs then."""
    clock = (~child << 3) | 2  # as clock_getcpuclockid(3) makes it
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        if time.clock_gettime(clock) >= after:
            os.kill(child, signal.SIGKILL)
            return os.waitpid(child, 0)[1]
        time.sleep(0.0005)


def _add(folder: Path, source: Path, tell: int) -> None:
    """The child. Never returns."""
    adding.BATCH_RELEASES, keeping.SETTLE_BYTES = BATCH, SETTLE_BYTES

    def progress(now: Progress) -> None:
        os.write(tell, b"%d\n" % now.done)

    try:
        with Archive(folder, wait=30) as archive:
            archive.add([source], progress=progress)
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def faults(folder: Path, keys: Iterable[str]) -> list[str]:
    """What is wrong in the archive as it opens.

    Acknowledged releases that are lost, months that can't be read, an index that holds other dispatches.
    """
    with Archive(folder, wait=30) as archive:
        found = [f"{notice}" for notice in archive.notices]
        releases = {release.key: release for release in archive.releases()}
        found += [f"lost: {key}" for key in keys if key not in releases]
        hits = {(hit.key, hit.n) for hit in archive.find("", limit=1_000_000, facets=False).rows}
        stored = {(key, one.n) for key, release in releases.items() for one in release.dispatches}
        if hits != stored:
            found.append(f"index: {len(hits - stored)} too many, {len(stored - hits)} missing")
        if archive.size[0] != len(releases):
            found.append(f"size: {archive.size[0]}, and {len(releases)} releases")
    return found
