"""Counting the values of facets over all hits, each facet as if its own choice were not made.

Two ways, by what is cheaper: a walk over the hits' values, for facets of single values all at once, or over
the lists of dispatches of all values of one facet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import tantivy
from tantivy import Query

from core.hits import FACETS, Narrowing
from core.searching import engine
from core.searching.contracts import People
from core.searching.query import events
from core.searching.schema import NONE, SINGLE

if TYPE_CHECKING:
    from core.results import FacetCount

_VALUES = 65_000  # of one facet, more than any has
_KEPT = 1 << 14  # counts with their labels
_FEW = 1 / 8  # of the dispatches: so few hits are counted by walking over them

Counts = list[tuple[str, int]]
Ask = Callable[[str], tuple[Query, int]]  # facet without whose choices → query and number of its hits


def narrowed(query: Query, narrowing: Narrowing, people: People, without: str | None = None) -> Query:
    """`query` with the choices of all facets but `without`."""
    wanted: dict[str, list[str]] = {}
    unwanted: list[Query | None] = []
    for choice in narrowing.choices:
        if choice.field == without:
            continue
        values = people.spellings(choice.value) if choice.field == "official" else (choice.value,)
        if choice.excluded:
            unwanted.append(engine.terms(choice.field, values))
        else:
            wanted.setdefault(choice.field, []).extend(values)
    chosen = [engine.terms(field, values) for field, values in wanted.items()]
    return engine.both([query, *chosen], unwanted) or query


class Facets(Mapping[str, "tuple[FacetCount, ...]"]):
    """Facet → counts, the most frequent first. A facet is counted when it is first looked at."""

    def __init__(self, searcher: tantivy.Searcher, ask: Ask, people: People, labels: Labels) -> None:
        self._searcher, self._ask, self._people, self._labels = searcher, ask, people, labels
        self._walked: dict[str, Counts] = {}
        self._counted: dict[str, tuple[FacetCount, ...]] = {}

    def __getitem__(self, field: str) -> tuple[FacetCount, ...]:
        if field not in FACETS:
            raise KeyError(field)
        if field not in self._counted:
            query, hits = self._ask(field)
            counts = self._counts(field, query, hits) if hits else []
            if field == "official":
                self._counted[field] = self._by_card(counts, query)
            else:
                self._counted[field] = tuple([_made(field, value, count) for value, count in counts if count])
        return self._counted[field]

    def __iter__(self) -> Iterator[str]:
        return iter(FACETS)

    def __len__(self) -> int:
        return len(FACETS)

    def _counts(self, field: str, query: Query, hits: int) -> Counts:
        few = hits < self._searcher.num_docs * _FEW
        if field not in SINGLE and not few:
            return self._searcher.terms_with_prefix(field, "", filter_query=query)
        if field not in self._walked:
            self._walk(field, query, SINGLE if field in SINGLE else (field,))
        return self._walked[field]

    def _walk(self, field: str, query: Query, fields: tuple[str, ...]) -> None:
        """Counts a facet over the hits, and with it all others of `fields` that are over the same hits."""
        together = [one for one in fields if one == field or self._ask(one)[0] is query]
        wishes = {one: {"terms": {"field": one, "size": _VALUES}} for one in together}
        for one, found in self._searcher.aggregate(query, wishes).items():
            self._walked[one] = [(b["key"], b["doc_count"]) for b in found["buckets"] if b["key"] != NONE]

    def _by_card(self, counts: Counts, query: Query) -> tuple[FacetCount, ...]:
        """Counts of cards from those of spellings; a dispatch with two spellings of a card counts once."""
        card_of = self._people.card_of
        found: dict[str, int] = {}
        several: set[str] = set()
        for spelling, count in counts:
            card = card_of.get(spelling)
            if card is None:
                continue
            if card in found:
                several.add(card)
            else:
                found[card] = count
        for card in several:
            spellings = engine.terms("official", self._people.spellings(card))
            found[card] = engine.count(self._searcher, engine.both([query, spellings], []) or query)
        ordered = sorted(found.items(), key=_most) if several else found.items()
        labels = self._labels.of(self._people)
        return tuple([labels.count(card, count) for card, count in ordered])


class Labels:
    """Counts with the names of cards, kept while the cards are the same: a name is asked for once."""

    def __init__(self) -> None:
        self._card_of: Mapping[str, str] = {}
        self._label: Callable[[str], str] = str
        self._kept: dict[tuple[str, int], FacetCount] = {}

    def of(self, people: People) -> Labels:
        """The same, for the cards as they are now."""
        if people.card_of is not self._card_of or len(self._kept) > _KEPT:
            self._card_of, self._label, self._kept = people.card_of, people.label, {}
        return self

    def count(self, card: str, count: int) -> FacetCount:
        """So many dispatches with a card."""
        made = self._kept.get((card, count))
        if made is None:
            from core.results import FacetCount

            made = self._kept[card, count] = FacetCount(card, self._label(card), count)
        return made


def _most(counted: tuple[str, int]) -> int:
    return -counted[1]


@lru_cache(maxsize=_KEPT)
def _made(field: str, value: str, count: int) -> FacetCount:
    from core.results import FacetCount

    return FacetCount(value, _label(field, value), count)


@lru_cache(maxsize=1 << 12)
def _label(field: str, value: str) -> str:
    if field in ("country", "host", "mentioned", "sender"):
        from core import states

        return states.name(value) or value
    if field == "event":
        return dict(events.offered()).get(value, value)
    return value
