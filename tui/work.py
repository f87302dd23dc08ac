"""Work beside the event loop: one thread asks the archive, the screen never waits for it.

Of each kind of question only the newest counts: one still waiting is replaced by the next key's, and an
answer that comes late is thrown away. The only door back to the screen is `post_message`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message

from core import DepeshaError

if TYPE_CHECKING:
    from core import Archive

T = TypeVar("T")
FIND = "find"  # is answered before anything else that waits


class Answered(Message):
    """What a question brought: a value, or the error that was raised."""

    def __init__(self, kind: str, number: int, value: object, error: Exception | None) -> None:
        super().__init__()
        self.kind = kind
        self.number = number
        self.value = value
        self.error = error


class Unopened(Message):
    """The archive cannot be opened."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Work:
    """Questions to the archive, answered in a thread of their own, in the order asked."""

    def __init__(self, archive: Archive | Path, post: Callable[[Message], object]) -> None:
        """An open archive, or the folder of one that is opened here for the first question."""
        self._archive = archive
        self._post = post
        self._waiting: dict[str, tuple[int, Callable[[Archive], object]]] = {}
        self._then: dict[str, tuple[int, Callable[[Any], None], Callable[[Exception], None] | None]] = {}
        self._number = 0
        self._changed = Condition()
        self._ended = False
        self._thread = Thread(target=self._run, name="archive", daemon=True)
        self._thread.start()

    def look(
        self,
        kind: str,
        job: Callable[[Archive], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs `job(archive)` in the thread, `then(answer)` in the event loop unless a newer one came."""
        with self._changed:
            self._number += 1
            self._then[kind] = (self._number, then, failed)
            self._waiting.pop(kind, None)
            self._waiting[kind] = (self._number, job)
            self._changed.notify()

    @property
    def busy(self) -> bool:
        """Whether a question is still without its answer."""
        return bool(self._then)

    def forget(self, kind: str) -> None:
        """Lets a question of `kind` go unanswered."""
        with self._changed:
            self._waiting.pop(kind, None)
            self._then.pop(kind, None)

    def answered(self, answer: Answered) -> Exception | None:
        """Hands an answer on; the error if nobody took it. Called in the event loop."""
        number, then, failed = self._then.get(answer.kind, (0, None, None))
        if number != answer.number or then is None:
            return None
        del self._then[answer.kind]
        if answer.error is None:
            then(answer.value)
        elif failed is not None:
            failed(answer.error)
        else:
            return answer.error
        return None

    def close(self) -> None:
        """Ends the thread after the question it is at."""
        with self._changed:
            self._ended = True
            self._waiting.clear()
            self._changed.notify()
        self._thread.join(timeout=5)

    def _opened(self) -> Archive | None:
        """The archive, open; None where it cannot be, which is told by `Unopened`."""
        from core import Archive

        if isinstance(self._archive, Archive):
            return self._archive
        try:
            return Archive(self._archive)
        except (DepeshaError, OSError) as error:
            self._post(Unopened(error))
            return None

    def _run(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended)
        archive = None if self._ended else self._opened()
        if archive is not None:
            self._answer(archive)
            if archive is not self._archive:
                archive.close()

    def _answer(self, archive: Archive) -> None:
        """Answers until the end."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ended)
                if self._ended:
                    return
                kind = FIND if FIND in self._waiting else next(iter(self._waiting))
                number, job = self._waiting.pop(kind)
            value, error = None, None
            try:
                value = job(archive)
            except Exception as caught:  # whatever went wrong, the next question must find the thread alive
                error = caught
            self._post(Answered(kind, number, value, error))
