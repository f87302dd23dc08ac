"""Small releases for the tests of the store."""

from core.model import Dispatch, Official, Release
from core.pipeline import key_of
from core.storing import records


def release(text: str, date: str | None = "2026-03-10", name: str = "note") -> Release:
    """A release of one dispatch, with one official."""
    official = Official(0, len(text), "Хайко Берг", post="посол", country="DE")
    dispatch = Dispatch(1, 0, len(text), "meeting", host="JO", officials=(official,))
    lemmas = {"посол": ("посол",)}
    source = f"{name}.txt"
    return Release(key_of(text), name, source, text, "single", date, dispatches=(dispatch,), lemmas=lemmas)


def line(text: str, date: str | None = "2026-03-10", name: str = "note") -> bytes:
    """The same as a line of JSON."""
    return records.encode(release(text, date, name))
