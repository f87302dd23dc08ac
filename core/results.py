"""What the archive answers: hits, facet counts, cards, and reports of what was added or checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import Message

# Facets that can be counted and narrowed by. `country` is a state in any part, `host` only the receiving one.
FACETS = ("country", "host", "mentioned", "official", "event", "month", "sender", "agency", "flag")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value chosen (or excluded) in a facet: («country», «ES»), («month», «2026-03»)."""

    field: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows beside the query. Values of one field are joined by «or», fields by «and»."""

    choices: tuple[Choice, ...] = ()

    def with_choice(self, choice: Choice) -> Narrowing:
        """The same with `choice` added last; a choice about the same value is replaced."""
        rest = tuple(c for c in self.choices if (c.field, c.value) != (choice.field, choice.value))
        return Narrowing((*rest, choice))

    def without(self, field_name: str, value: str | None = None) -> Narrowing:
        """The same without the choice of `value`, or without all choices of the field."""
        return Narrowing(
            tuple(c for c in self.choices if c.field != field_name or value not in (None, c.value))
        )


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet and the number of dispatches in which it occurs.

    `label` is for the eye: Russian country name, official's name; the screen may translate it by `value`.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line around the first hits. `start` is its offset in the release, marks are offsets in `text`."""

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A dispatch that meets the query; enough to draw its row without reading the store."""

    key: str  # of the release
    n: int  # number of the dispatch in the release; 0 is the lede
    release_id: str
    source: str
    start: int
    end: int
    date: str | None
    host: str | None
    event: str
    headline: str  # the beginning of the dispatch, joined to one line
    sender: str | None = None
    agency: str | None = None
    countries: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()  # names
    score: float = 0.0
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """The answer to a query: a page of rows, the total, and the counts of every facet over all hits.

    Each facet is counted as if its own choices were not made, so that a second value can be added.
    `explained` is the parsed query as (what, value) pairs in the order typed, e.g. («country», «Испания»).
    `notices` say what was tried beyond the letter: another layout, another script, a nearer spelling.
    """

    total: int
    rows: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    explained: tuple[tuple[str, str], ...] = ()
    notices: tuple[Message, ...] = ()
    releases: int = 0  # in the archive
    dispatches: int = 0  # in the archive


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
