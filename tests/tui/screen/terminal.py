"""A real pty with a program in it: bytes go in as a keyboard sends them, and what would be seen is kept."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("depesha")
PATIENCE = float(os.environ.get("DEPESHA_TEST_PATIENCE", "30"))  # seconds until a test gives up
_TOKEN = re.compile(
    r"\x1b\[([0-?]*)[ -/]*([@-~])|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_=>()].?|[^\x1b]", re.S
)


class Pty:
    """A program in a pty of `columns` × `rows`."""

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], *, columns: int = 80, rows: int = 24
    ) -> None:
        self.raw = b""  # all that came
        self.grid: list[list[str]] = []
        self.columns, self.rows = columns, rows
        self._at = (0, 0)
        self._rest = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(words[0], list(words), dict(environment))
        self.resize(columns, rows)

    # -- doing

    def resize(self, columns: int, rows: int) -> None:
        """Gives the window another size."""
        self.columns, self.rows = columns, rows
        self.wipe()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wipe(self) -> None:
        """The screen as a shell leaves it: nothing of the program stands there any more."""
        self.grid = [[" "] * self.columns for _ in range(self.rows)]

    def send(self, keys: str | bytes) -> None:
        """Types."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float) -> bytes:
        """What comes within `seconds`, or until the program ends."""
        end, came = time.monotonic() + seconds, b""
        while (left := end - time.monotonic()) > 0:
            chunk = self._chunk(left)
            if chunk is None:
                break
            came += chunk
        return came

    def until(self, seen: str | Callable[[Pty], object], patience: float = PATIENCE) -> None:
        """Reads until a text stands on the screen, or a condition holds. Raises `AssertionError` else."""
        met = seen if callable(seen) else lambda one: seen in one.text
        end = time.monotonic() + patience
        while not met(self):
            left = end - time.monotonic()
            if left <= 0 or self._chunk(min(left, 0.05)) is None:
                break
        assert met(self), f"never came: {seen}\n{self.text}\n{self.raw[-600:]!r}"

    def ended(self, patience: float = PATIENCE) -> int:
        """Waits for the end; the exit status, or minus the signal."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self._chunk(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                while self._chunk(0.05):
                    pass
                return self.status
        raise AssertionError(f"still running\n{self.text}")

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -signal.SIGKILL
        os.close(self.fd)

    # -- seeing

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join("".join(row).rstrip() for row in self.grid)

    def _chunk(self, seconds: float) -> bytes | None:
        if not select.select([self.fd], [], [], seconds)[0]:
            return b""
        try:
            chunk = os.read(self.fd, 65536)
        except OSError:  # the program closed its side
            return None
        if not chunk:
            return None
        self.raw += chunk
        self._draw(self._decoder.decode(chunk))
        return chunk

    def _draw(self, text: str) -> None:
        """As much of a terminal as Textual asks for: it places the cursor and writes."""
        text = self._rest + text
        cut = text.rfind("\x1b")
        whole = cut < 0 or _TOKEN.match(text, cut) is not None
        self._rest = "" if whole else text[cut:]
        for token in _TOKEN.finditer(text if whole else text[:cut]):
            if token[2] == "H":
                line, _, column = token[1].partition(";")
                self._at = (int(line or 1) - 1, int(column or 1) - 1)
            elif token[2] == "J":
                self.grid = [[" "] * self.columns for _ in range(self.rows)]
            elif not token[0].startswith("\x1b"):
                self._write(token[0])

    def _write(self, char: str) -> None:
        row, column = self._at
        if char == "\n":
            self._at = (row + 1, column)
        elif char == "\r":
            self._at = (row, 0)
        elif char >= " ":
            if row < self.rows and column < self.columns:
                self.grid[row][column] = char
            self._at = (row, column + 1)


def environment(home: Path, archive: Path, **more: str) -> dict[str, str]:
    """A clean environment with a home of its own, as on a terminal with true colour."""
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "PYTHONPATH") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "DEPESHA_LANG": "ru",
        "DEPESHA_ARCHIVE": str(archive),
        "PYTHONUTF8": "1",
        **more,
    }
