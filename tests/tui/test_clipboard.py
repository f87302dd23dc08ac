"""Copying: the ladder, and its rungs in a real tmux and a real screen with their defaults."""

from __future__ import annotations

import os
import re
import shutil
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tui.clipboard import SCREEN, TERMINAL, TMUX, send, sequence, wrapped

TEXT = "Посол Казахстана встретился с министром «…»\nВторая строка; 漢字 " + "длинный текст " * 60
SENDER = f"""
import os, sys
from tui.clipboard import send
def write(codes):
    sys.stdout.write(codes)
    sys.stdout.flush()
send({TEXT!r}, write, os.environ)
input()
"""


def in_pieces(codes: str) -> str:
    return re.sub(r"\x1bP(.*?)\x1b\\", r"\1", codes, flags=re.DOTALL)


def test_bare_terminal_gets_osc_52() -> None:
    written: list[str] = []
    assert send(TEXT, written.append, {}) == TERMINAL
    (codes,) = written
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]+)\x07", codes)
    assert found is not None
    assert b64decode(found[1]).decode() == TEXT


def test_screen_gets_it_in_pieces_it_hands_on() -> None:
    written: list[str] = []
    assert send(TEXT, written.append, {"STY": "1.pts"}) == SCREEN
    assert in_pieces(written[0]) == sequence(TEXT)
    assert all(len(piece) <= 256 for piece in written[0].split("\x1b\\"))


def test_tmux_is_asked_and_an_old_one_asked_again_without_w() -> None:
    asked: list[list[str]] = []

    def old(command: list[str], given: bytes) -> bool:
        asked.append(command)
        assert given.decode() == TEXT
        return "-w" not in command

    assert send(TEXT, pytest.fail, {"TMUX": "/tmp/x,1,0", "STY": "1"}, old) == TMUX
    assert asked == [["tmux", "load-buffer", "-w", "-"], ["tmux", "load-buffer", "-"]]


def test_where_tmux_is_gone_the_terminal_gets_it() -> None:
    written: list[str] = []
    assert send(TEXT, written.append, {"TMUX": "x"}, lambda *_: False) == TERMINAL
    assert written == [sequence(TEXT)]


def test_a_lone_surrogate_stops_nothing() -> None:
    written: list[str] = []
    send("a\ud800b", written.append, {})
    assert written == [sequence("a?b")]


def test_short_codes_are_one_piece() -> None:
    assert wrapped("abc") == "\x1bPabc\x1b\\"


# -- the real things. Where one is not installed, the case says so and proves the bare terminal in its place.

REACHED = rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)"


class Terminal:
    """A pseudo terminal in which a program runs as a user would start it: no configuration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.child: pexpect.spawn[bytes] | None = None
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        root = str(Path(__file__).parents[2])
        screens = folder / "screens"
        screens.mkdir(mode=0o700)
        self.environment = {
            **kept,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": root,
            "SCREENDIR": str(screens),
        }

    def clipboard(self, command: str, *arguments: str) -> str:
        """What reached the clipboard of this terminal, and that the program named the way."""
        self.child = pexpect.spawn(
            command, list(arguments), env=self.environment, timeout=20, dimensions=(24, 80)
        )
        self.child.expect(REACHED)
        reached = b64decode(self.child.match.group(1)).decode()
        self.child.send("\r")  # the sender waits for it
        self.child.expect(pexpect.EOF)
        return reached

    def close(self) -> None:
        if self.child is not None and self.child.isalive():
            self.child.close(force=True)


@pytest.fixture
def sender(tmp_path: Path) -> str:
    path = tmp_path / "sender.py"
    path.write_text(SENDER, encoding="utf-8")
    return str(path)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path)
    yield made
    made.close()


def installed(program: str) -> bool:
    found = shutil.which(program) is not None
    if not found:
        print(f"{program} is not installed: copying is proven on the bare terminal only")
    return found


def test_text_reaches_the_terminal_around_tmux(terminal: Terminal, sender: str, tmp_path: Path) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", "new-session"]
    around = tmux if installed("tmux") else []
    assert terminal.clipboard(*around, sys.executable, sender) == TEXT


def test_text_reaches_the_terminal_around_screen(terminal: Terminal, sender: str) -> None:
    around = ["screen", "-c", "/dev/null", "-U"] if installed("screen") else []
    assert terminal.clipboard(*around, sys.executable, sender) == TEXT
