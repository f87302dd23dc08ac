"""Runs a command in a pty as a newcomer would, waits for the filled screen, presses q.

Usage: first_screen.py "PATH/depesha seeds" — exits non-zero unless the countries of the samples appear,
and the program then leaves with status 0 and its terminal clean.
"""

import fcntl
import os
import pty
import re
import select
import shlex
import struct
import sys
import tempfile
import termios
import time

LIMIT = 90.0  # seconds until the samples must be on the screen, on a slow machine without compiled files
MARKS = ("Казахстан", "Россия")


def main(command: str) -> int:
    home = tempfile.mkdtemp()
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {
            **os.environ,
            "HOME": home,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "DEPESHA_LANG": "ru",
            "LINES": "24",
            "COLUMNS": "80",
        }
        for name in [name for name in environment if name.startswith(("XDG_", "DEPESHA_ARCHIVE"))]:
            del environment[name]
        words = shlex.split(command)
        os.execve(words[0], words, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    screen = read_until(terminal, lambda text: all(mark in text for mark in MARKS))
    if not all(mark in screen for mark in MARKS):
        print(plain(screen)[-2000:])
        print("first_screen: the samples did not appear")
        return 1
    os.write(terminal, b"q")
    screen = read_until(terminal, lambda text: False)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    clean = "\x1b[?1049l" in screen
    left = "clean" if clean else "NOT clean"
    print(f"first_screen: samples shown, left with status {status}, terminal {left}")
    return 0 if status == 0 and clean else 1


def read_until(terminal: int, done) -> str:
    """What the program wrote until `done` or its end."""
    seen, end = b"", time.monotonic() + LIMIT
    while time.monotonic() < end and not done(plain(seen.decode(errors="replace"))):
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the program closed its side
            break
        if not chunk:
            break
        seen += chunk
    return seen.decode(errors="replace")


def plain(text: str) -> str:
    """The text without control sequences."""
    return re.sub(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-_])", "", text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
