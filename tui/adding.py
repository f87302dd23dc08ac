"""Adding while the screen goes on: a process of its own reads, annotates and stores.

The language stage keeps a processor busy, so it must not share the screen's. The process tells in lines of
JSON how far it is; when its standard input closes, also because the screen is gone, it ends after the release
it is at, and what is in the archive stays in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import IO

from textual.message import Message

from tui.lang import language

_PACE = 0.1  # seconds between two lines of progress


class Went(Message):
    """Adding went on: `done` of `total` (None where unknown)."""

    def __init__(self, done: int, total: int | None) -> None:
        super().__init__()
        self.done, self.total = done, total

    def can_replace(self, message: Message) -> bool:
        """Only the newest counts."""
        return isinstance(message, Went)


class Ended(Message):
    """Adding ended: counts by state («added», «known», «refused»), and the first reason for a refusal."""

    def __init__(self, counts: dict[str, int], reason: str = "", stopped: bool = False) -> None:
        super().__init__()
        self.counts, self.reason, self.stopped = counts, reason, stopped


class Adding:
    """One run of adding."""

    def __init__(self, folder: Path, inputs: Sequence[str], post: Callable[[Message], object]) -> None:
        self._post = post
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tui.adding", str(folder), *map(str, inputs)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DEPESHA_LANG": language(), "PYTHONUTF8": "1"},
            start_new_session=True,  # keys and hang-ups of the terminal are the screen's
        )
        Thread(target=self._listen, name="adding", daemon=True).start()

    def stop(self) -> None:
        """Asks to end after the release it is at."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()

    def _listen(self) -> None:
        ended = False
        for line in self._process.stdout or ():
            told = json.loads(line)
            if "counts" in told:
                ended = True
                self._post(Ended(told["counts"], told["reason"], told["stopped"]))
            else:
                self._post(Went(told["done"], told["total"]))
        self._process.wait()
        if not ended:
            self._post(Ended({}, f"exit {self._process.returncode}"))


def main(folder: str, inputs: Sequence[str], out: IO[str]) -> None:
    """The process: adds, and tells on `out` how far it is."""
    from core import Archive, DepeshaError, Progress
    from tui.lang import say
    from tui.plain import settings

    asked = _asked_to_stop()
    told_at = 0.0

    def progress(now: Progress) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _PACE:
            told_at = time.monotonic()
            print(json.dumps({"done": now.done, "total": now.total}), file=out, flush=True)

    counts, reason, stopped = dict.fromkeys(("added", "known", "refused"), 0), "", False
    try:
        with Archive(folder, wait=settings.held("wait").value) as archive:
            report = archive.add(inputs, progress=progress, stop=asked)
        counts = {state: report.count(state) for state in counts}
        stopped = report.stopped
        refused = next((one for one in report.results if one.state == "refused" and one.reason), None)
        if refused and refused.reason:
            reason = f"{refused.source}: {say(refused.reason)}"
    except DepeshaError as error:
        reason = say(error.message)
    except Exception as error:  # whatever it was, the screen must be told
        reason = f"{type(error).__name__}: {error}"
    print(json.dumps({"counts": counts, "reason": reason, "stopped": stopped}), file=out, flush=True)


def _asked_to_stop() -> Callable[[], bool]:
    """A question that is answered with yes once standard input is closed."""
    closed: list[bool] = []

    def wait() -> None:
        sys.stdin.read()
        closed.append(True)

    Thread(target=wait, daemon=True).start()
    return lambda: bool(closed)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:], sys.stdout)
