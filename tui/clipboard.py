"""The clipboard of the terminal in front of the user, also over SSH and inside tmux or screen.

A ladder, because OSC 52 reaches no terminal through tmux or screen at their defaults: tmux is asked itself,
screen gets the sequence wrapped so that it hands it on, every other terminal gets it bare. No terminal
acknowledges: what was done is *sent*, and nobody may call it copied.
"""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping

TMUX, SCREEN, TERMINAL = "tmux", "screen", "OSC 52"
WAIT = 2.0  # seconds that tmux may take
_DCS, _END = "\x1bP", "\x1b\\"
_PIECE = 254  # screen drops a longer sequence

Run = Callable[[list[str], bytes], bool]


def send(
    text: str, write: Callable[[str], None], environment: Mapping[str, str], run: Run | None = None
) -> str:
    """Sends `text` on its way: by which rung of the ladder, one of TMUX, SCREEN, TERMINAL.

    write: puts a control sequence on the terminal. run: carries out a command with bytes as its input and
    tells whether it succeeded.
    """
    run = run or _run
    if environment.get("TMUX"):
        # -w also sets the clipboard of the terminal around; tmux before 3.2 keeps the text to itself
        if any(run(["tmux", "load-buffer", *flags, "-"], _bytes(text)) for flags in (["-w"], [])):
            return TMUX
    elif environment.get("STY"):
        write(wrapped(sequence(text)))
        return SCREEN
    write(sequence(text))
    return TERMINAL


def sequence(text: str) -> str:
    """OSC 52: the text for the terminal's clipboard."""
    return f"\x1b]52;c;{b64encode(_bytes(text)).decode('ascii')}\x07"


def wrapped(codes: str) -> str:
    """Control codes in pieces that screen passes on to its terminal unread."""
    pieces = (codes[at : at + _PIECE] for at in range(0, len(codes), _PIECE))
    return "".join(f"{_DCS}{piece}{_END}" for piece in pieces)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # lone surrogates have no bytes


def _run(command: list[str], given: bytes) -> bool:
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
