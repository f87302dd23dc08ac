"""What searching promises and what it asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.hits import Hits, Narrowing
    from core.model import Release
    from core.results import Suggestion

# What may be tried for words that are nowhere in the archive, so that a slip does not end in nothing
TRIES = ("layout", "script", "spelling")
Span = tuple[int, int]


class People(Protocol):
    """Which spellings are one person: what the cards of an archive can tell."""

    @property
    def card_of(self) -> Mapping[str, str]:
        """Key of a spelling («хайко маас|DE») → key of its card; a hidden spelling is missing."""

    def label(self, card_key: str) -> str:
        """The name on a card."""

    def spellings(self, card_key: str) -> Collection[str]:
        """The keys of all spellings on a card."""

    def named(self, text: str) -> Iterable[str]:
        """Keys of cards with such a name or variant, in any case or half typed; most seen first."""


class Index(Protocol):
    """An index of dispatches. Readers see the state of the last `refresh`; one process writes at a time."""

    tries: frozenset[str]  # which of `TRIES` are made; all at first

    @property
    def stamp(self) -> str:
        """What the last commit that this reader sees was stamped with; "" if there is none."""

    def find(
        self,
        query: str,
        narrowing: Narrowing,
        people: People,
        *,
        sort: str = "date",
        limit: int = 50,
        offset: int = 0,
        facets: bool = True,
        excerpts: bool = False,
        typing: bool = False,
    ) -> Hits:
        """The dispatches that meet query and narrowing. Raises `QueryError`, never with `typing`.

        `facets` of the answer are counted when they are first looked at, over the state of this call.
        """

    def marks(self, query: str, release: Release) -> tuple[Span, ...]:
        """Where the words of the query stand in the release: code points, in order. Never raises."""

    def complete(self, text: str, cursor: int, people: People, limit: int = 10) -> tuple[Suggestion, ...]:
        """What the word or value that ends at `cursor` may become, the likeliest first."""

    def write(self, added: Iterable[Release], removed: Iterable[str], stamp: str) -> None:
        """Takes releases in and out, by key, in one commit; durable on return.

        A release that is there already is replaced. Raises `Busy` while another process writes.
        """

    def refresh(self) -> bool:
        """Goes on to the newest state; True if it is another one."""

    def close(self) -> None:
        """Lets go of the files."""
