"""What the archive answers beside hits: facet counts, cards, and reports of what was added or checked."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import Message


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet and the number of dispatches in which it occurs.

    `label` is for the eye: Russian country name, official's name; the screen may translate it by `value`.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """A post held by a person, first and last seen."""

    post: str
    country: str | None
    first: str | None
    last: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """One person across releases."""

    key: str
    name: str
    variants: tuple[str, ...] = ()
    posts: tuple[Held, ...] = ()
    country: str | None = None
    countries_met: tuple[tuple[str, int], ...] = ()
    dispatches: tuple[tuple[str, int], ...] = ()  # (release key, n), newest first
    count: int = 0  # dispatches in which the person acts
    spellings: tuple[str, ...] = ()  # keys of the spellings on this card, for corrections
    maybe_same: tuple[str, ...] = ()  # keys of cards that may be the same person: offered, not merged


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input. state: added | known | refused."""

    source: str
    state: str
    key: str | None = None
    reason: Message | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is: `done` of `total` (None where unknown) and what it is at."""

    done: int
    total: int | None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The end of `add`: an entry an input, in order, and whether it was stopped before the end."""

    results: tuple[Added, ...]
    stopped: bool = False

    def count(self, state: str) -> int:
        """How many inputs ended in `state`."""
        return sum(result.state == state for result in self.results)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `check` found: which file, what is wrong, what to do, and whether it was mended."""

    path: str
    message: Message
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How a half-typed query may go on: `text` goes in place of the code points from `start` to `end`."""

    text: str
    label: str  # for the eye
    start: int
    end: int
    count: int | None = None  # dispatches that have it, where known
