"""Where a plain command writes to: a terminal with colours and a pager, or a pipe without either."""

from __future__ import annotations

import os
import sys
from typing import IO, TextIO

from tui.plain.cleaning import clean_json, surrogates

# SGR parameters. Nothing is said by colour alone: marks have stars without it, headings stand apart.
STYLES = {
    "mark": "1;31",
    "head": "1",
    "date": "36",
    "place": "32",
    "dim": "2",
    "bar": "34",
    "bad": "1;31",
    "new": "32",
    "old": "31",
}
MARK = "*"  # stands around a hit where there is no colour


class Terminal:
    """Standard output of a plain command. `live` is true on a terminal, which the user looks at.

    On a terminal an answer longer than the window goes through the pager, as git's do.
    """

    def __init__(self, stream: TextIO, *, color: str = "auto", pager: str = "auto") -> None:
        self.live = stream.isatty()
        self.columns, self.rows = self._size() if self.live else (0, 0)
        self.colored = _colored(color, self.live)
        self._stream: IO[str] = stream
        self._pager = pager_command(pager) if self.live else []
        self._held: list[str] | None = [] if self._pager else None
        self._process: object = None

    @staticmethod
    def _size() -> tuple[int, int]:
        from shutil import get_terminal_size

        size = get_terminal_size()
        return size.columns, size.lines

    def style(self, name: str, text: str) -> str:
        """`text` in a style of the table, bare where there is no colour."""
        return f"\x1b[{STYLES[name]}m{text}\x1b[0m" if self.colored and text else text

    def mark(self, text: str) -> str:
        """A hit: coloured, or between stars."""
        return self.style("mark", text) if self.colored else f"{MARK}{text}{MARK}"

    def line(self, text: str = "") -> None:
        """Writes one line. What comes from a release must have been cleaned."""
        if self._held is None:
            self._stream.write(text + "\n")
            return
        self._held.append(text)
        if self._height() >= self.rows:
            self._page()

    def json(self, value: object, *, indent: int | None = None) -> None:
        """Writes a value as JSON, on one line without `indent`; on a terminal safe to look at."""
        import json

        text = json.dumps(value, ensure_ascii=False, indent=indent)
        self.line(clean_json(text) if self.live else surrogates(text))

    def flush(self) -> None:
        """Hands on what was written so far, so that a reader of the pipe has it at once."""
        if self._held is None:
            self._stream.flush()

    def close(self) -> None:
        """Writes what is held back and waits for the pager to be left. Raises `BrokenPipeError`."""
        held, self._held = self._held, None
        for text in held or ():
            self._stream.write(text + "\n")
        try:
            self._stream.flush()
        finally:
            if self._process is not None:
                _leave(self._process, self._stream)

    def _height(self) -> int:
        return sum(1 + len(text) // max(self.columns, 1) for text in self._held or ())

    def _page(self) -> None:
        """Starts the pager and gives it what was held back; without one the stream goes on."""
        import subprocess

        try:
            process = subprocess.Popen(
                self._pager,
                stdin=subprocess.PIPE,
                env={"LESS": "FRX", "LV": "-c", **os.environ},
                encoding="utf-8",
                errors="backslashreplace",
            )
        except OSError:
            process = None
        if process is not None and process.stdin is not None:
            self._process, self._stream = process, process.stdin
        held, self._held = self._held, None
        for text in held or ():
            self._stream.write(text + "\n")


def _leave(process: object, stream: IO[str]) -> None:
    import contextlib

    with contextlib.suppress(BrokenPipeError):
        stream.close()
    while True:
        try:
            process.wait()  # type: ignore[attr-defined]
            return
        except KeyboardInterrupt:  # belongs to the pager
            continue


def _colored(wish: str, live: bool) -> bool:
    """Colour: always or never if so wished, else on a terminal that has it (https://no-color.org)."""
    if wish in ("always", "never"):
        return wish == "always"
    return live and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def pager_command(wish: str) -> list[str]:
    """The words of the pager's command line; none for «never», an empty one, or a dumb terminal."""
    import shlex

    if wish == "never" or os.environ.get("TERM") == "dumb":
        return []
    if wish == "auto":
        wish = os.environ.get("DEPESHA_PAGER", os.environ.get("PAGER", "less"))
    try:
        words = shlex.split(wish)
    except ValueError:
        return []
    return [] if words[:1] == ["cat"] else words


def settle(stream: TextIO) -> None:
    """Makes a stream able to write any text: UTF-8 in a pipe, escapes where a terminal's encoding fails."""
    if not hasattr(stream, "reconfigure"):
        return
    stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def warn(text: str) -> None:
    """One clean line on standard error, after what standard output has so far."""
    import contextlib

    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        print(text, file=sys.stderr, flush=True)
