"""A program in a pty of 80×24 with a stopwatch: what benchmarks of the screen sit in front of."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 80, 24
PATIENCE = 60.0
_CODES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_=>()].?)")
_ALTERNATE = b"\x1b[?1049h"


class Seat:
    """Runs a program; `since` counts seconds from its start."""

    def __init__(self, words: Sequence[str], **variables: str) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}
        for name in ("TMUX", "STY", "NO_COLOR", "LINES", "COLUMNS"):
            environment.pop(name, None)
        self.seen = b""
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(words[0], list(words), environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Seat:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def key(self, keys: str) -> None:
        """Types."""
        os.write(self.terminal, keys.encode())

    def until(self, met: Callable[[str], object]) -> float:
        """Seconds from the start until what was painted meets a condition. Raises `TimeoutError`."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            if not self._chunk(0.05) and not _alive(self.pid):
                break
            if met(self.painted):
                return time.perf_counter() - self.started
        raise TimeoutError(self.painted[-500:])

    def listen(self, seconds: float) -> tuple[int, float]:
        """Bytes that come within `seconds`, and after how many seconds the last of them came."""
        begun, count, last = time.perf_counter(), 0, 0.0
        while (left := begun + seconds - time.perf_counter()) > 0:
            chunk = self._chunk(left)
            if chunk:
                count, last = count + len(chunk), time.perf_counter() - begun
        return count, last

    def quiet(self, seconds: float = 0.4) -> None:
        """Waits until nothing came for `seconds`."""
        while self.listen(seconds)[0]:
            pass

    @property
    def painted(self) -> str:
        """What was written since the program took the whole screen, without control codes."""
        _, _, drawn = self.seen.partition(_ALTERNATE)
        return _CODES.sub(b"", drawn).decode(errors="replace")

    @property
    def megabytes(self) -> float:
        """Resident memory of the program and its children."""
        return sum(map(_resident, _family(self.pid))) / 1024

    def _chunk(self, seconds: float) -> bytes:
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            chunk = os.read(self.terminal, 1 << 16)
        except OSError:  # the program closed its side
            return b""
        self.seen += chunk
        return chunk


def _alive(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident(pid: int) -> int:
    """Kilobytes."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0
