"""What comes into the archive while the screen is open: what the user adds, and what other processes do."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from tui.lang import language, tr, trn

if TYPE_CHECKING:
    from tui.app import Depesha

SOON = 1.0  # seconds without an answer after which the screen says what it waits for
AGAIN = 6.0  # seconds after which it says so again
_SUMS = {
    "added": "{n} release added|{n} releases added",
    "known": "{n} known already",
    "refused": "{n} refused",
}


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
    """One run of the process `tui.adding`."""

    def __init__(self, folder: Path, inputs: Sequence[str], post: Callable[[Message], object]) -> None:
        import subprocess

        self._post = post
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tui.adding", str(folder), *map(str, inputs)],
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


class Feed:
    """Adds on request, and looks whether the archive is another than the one shown."""

    def __init__(self, app: Depesha) -> None:
        self._app = app
        self._adding: Adding | None = None
        self.progress = ""  # of what is being added, for the footer
        self.changed = False  # another process changed the archive, and it is not shown yet

    @property
    def busy(self) -> bool:
        """Whether something is being added."""
        return self._adding is not None

    @property
    def empty(self) -> bool:
        """Whether the archive has nothing to browse yet."""
        found = self._app.found
        return found is not None and not found.hits.dispatches

    def add(self, inputs: Sequence[str]) -> None:
        """Adds files, folders or addresses; the footer tells how far it is."""
        if self._adding is not None:
            self._app.say(tr("Wait until what is being added is in."))
            return
        self.progress = tr("adding…")
        self._adding = Adding(self._app.archive_path, inputs, self._app.post_message)
        self._app.main.tell()

    def stop(self) -> None:
        """Adding ends after the release it is at."""
        if self._adding is not None:
            self._adding.stop()

    def went(self, done: int, total: int | None) -> None:
        """Adding is so far."""
        if total:
            self.progress = tr("adding: {n} of {whole}", n=done, whole=total)
        else:
            self.progress = trn(done, "adding: {n} release|adding: {n} releases")
        self._app.main.tell()

    def ended(self, counts: Mapping[str, int], reason: str) -> None:
        """Adding is over: tells the sums and shows what came in."""
        self._adding, self.progress = None, ""
        sums = ", ".join(trn(count, _SUMS[state]) for state, count in counts.items() if count)
        self._app.say(". ".join(part for part in (sums, reason) if part))
        self._app.look("refresh", lambda archive: archive.refresh(), lambda changed: self._app.show_again())

    def tell_waiting(self) -> None:
        """Says why nothing is there yet: after an update, opening may mean to make the index anew."""
        if self._app.found is None:
            self._app.say(_waiting())
            self._app.set_timer(AGAIN, self.tell_waiting)

    def waits_no_more(self) -> None:
        """The first answer is there: nothing is made ready any more."""
        self._app.hush(_waiting())

    def poll(self) -> None:
        """Looks whether another process changed the archive: that is offered, nothing moves by itself."""

        def then(changed: bool) -> None:
            if changed and (self.busy or self.empty):
                self._app.show_again()  # our own doing, or nothing to lose
            elif changed:
                self.changed = True
                self._app.main.tell()

        self._app.look("refresh", lambda archive: archive.refresh(), then)

    def reload(self) -> None:
        """Shows what changed; the cursor stays where it is."""
        self.changed = False
        self._app.show_again()


def _waiting() -> str:
    return tr("The archive is being made ready…")
