import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from core.errors import Busy
from core.storing.locking import holder, locked

HOLD = """
import sys
from pathlib import Path
from core.storing.locking import locked
with locked(Path(sys.argv[1]), 0):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its standard input is closed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    assert process.stdin is not None
    process.stdin.close()
    process.stdout.close()


def test_who_is_refused_learns_who_writes_and_since_when(
    other: subprocess.Popen[str], tmp_path: Path
) -> None:
    told = holder(tmp_path)
    assert told is not None
    with pytest.raises(Busy) as refused, locked(tmp_path, 0.05):
        pass
    for word in (str(other.pid), told["since"], told["host"], "--wait"):
        assert word in str(refused.value)


def test_a_lock_is_free_when_its_holder_was_killed(other: subprocess.Popen[str], tmp_path: Path) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert holder(tmp_path) is not None  # what it wrote about itself is still there, and not believed
    with locked(tmp_path, 0):
        told = holder(tmp_path)
    assert told is not None and told["pid"] == str(os.getpid())
    assert holder(tmp_path) is None


def test_waiting_gets_the_lock_as_soon_as_it_is_free(other: subprocess.Popen[str], tmp_path: Path) -> None:
    assert other.stdin is not None
    release = Thread(target=other.stdin.close)
    begun = time.monotonic()
    release.start()
    with locked(tmp_path, 30):
        waited = time.monotonic() - begun
    release.join()
    assert waited < 30


def test_two_threads_of_one_process_keep_each_other_out(tmp_path: Path) -> None:
    with locked(tmp_path, 0):
        refused: list[Busy] = []

        def attempt() -> None:
            try:
                with locked(tmp_path, 0):
                    pass
            except Busy as busy:
                refused.append(busy)

        thread = Thread(target=attempt)
        thread.start()
        thread.join()
    assert len(refused) == 1


def test_a_broken_note_about_the_holder_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "writing.json").write_bytes(b"[\xff")
    assert holder(tmp_path) is None
    with locked(tmp_path, 0):
        pass
