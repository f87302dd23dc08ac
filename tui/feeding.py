"""What comes into the archive while the screen is open: what the user adds, and what other processes do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.adding import Adding
from tui.lang import tr, trn

if TYPE_CHECKING:
    from tui.app import Depesha

_SUMS = {
    "added": "{n} release added|{n} releases added",
    "known": "{n} known already",
    "refused": "{n} refused",
}


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

    def poll(self) -> None:
        """Looks whether another process changed the archive: that is offered, nothing moves by itself."""

        def then(changed: bool) -> None:
            if changed and (self.busy or self._app.archive_empty):
                self._app.show_again()  # our own doing, or nothing to lose
            elif changed:
                self.changed = True
                self._app.main.tell()

        self._app.look("refresh", lambda archive: archive.refresh(), then)

    def reload(self) -> None:
        """Shows what changed; the cursor stays where it is."""
        self.changed = False
        self._app.show_again()
