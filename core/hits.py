"""What a look-up asks with and answers: choices, hits and their excerpts.

They are named tuples, because `dataclasses` takes longer to load than a look-up takes to answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.errors import Message
    from core.results import FacetCount

# Facets that can be counted and narrowed by. `country` is a state in any part, `host` only the receiving one.
FACETS = ("country", "host", "mentioned", "official", "event", "month", "sender", "agency", "flag")


class Choice(NamedTuple):
    """One value chosen (or excluded) in a facet: («country», «ES»), («month», «2026-03»)."""

    field: str
    value: str
    excluded: bool = False


class Narrowing(NamedTuple):
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


class Excerpt(NamedTuple):
    """A line around the first hits. `start` is its offset in the release, marks are offsets in `text`."""

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
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


class Hits(NamedTuple):
    """The answer to a query: a page of rows, the total, and the counts of every facet over all hits.

    Each facet is counted as if its own choices were not made, so that a second value can be added.
    `explained` is the parsed query as (what, value) pairs in the order typed, e.g. («country», «Испания»).
    `notices` say what was tried beyond the letter: another layout, another script, a nearer spelling.
    """

    total: int
    rows: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = MappingProxyType({})
    explained: tuple[tuple[str, str], ...] = ()
    notices: tuple[Message, ...] = ()
    releases: int = 0  # in the archive
    dispatches: int = 0  # in the archive
