"""Counting the values of facets over all hits, each facet as if its own choice were not made.

Two ways, by what is cheaper: a walk over the hits' values, or over the lists of dispatches of all values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import tantivy
from tantivy import Query

from core.results import FACETS, FacetCount, Narrowing
from core.searching import engine
from core.searching.contracts import People
from core.searching.query import events
from core.searching.schema import NONE, SINGLE

_VALUES = 65_000  # of one facet, more than any has
_FEW = 1 / 16  # of the dispatches: so few hits are counted by walking over them

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


class Facets(Mapping[str, tuple[FacetCount, ...]]):
    """Facet → counts, the most frequent first. A facet is counted when it is first looked at."""

    def __init__(self, searcher: tantivy.Searcher, ask: Ask, people: People) -> None:
        self._searcher, self._ask, self._people = searcher, ask, people
        self._counted: dict[str, tuple[FacetCount, ...]] = {}

    def __getitem__(self, field: str) -> tuple[FacetCount, ...]:
        if field not in FACETS:
            raise KeyError(field)
        if field not in self._counted:
            query, hits = self._ask(field)
            counts = _counts(self._searcher, field, query, hits) if hits else []
            if field == "official":
                counts = self._by_card(counts, query)
            made = (
                [_count(field, value, count) for value, count in counts]
                if field != "official"
                else [FacetCount(card, self._people.label(card), count) for card, count in counts]
            )
            made.sort(key=lambda one: (-one.count, one.label))
            self._counted[field] = tuple(made)
        return self._counted[field]

    def __iter__(self) -> Iterator[str]:
        return iter(FACETS)

    def __len__(self) -> int:
        return len(FACETS)

    def _by_card(self, counts: list[tuple[str, int]], query: Query) -> list[tuple[str, int]]:
        """Counts of cards from those of spellings; a dispatch with two spellings of a card counts once."""
        cards: dict[str, dict[str, int]] = {}
        for spelling, count in counts:
            card = self._people.card_of.get(spelling)
            if card is not None:
                cards.setdefault(card, {})[spelling] = count
        return [
            (card, next(iter(of.values())) if len(of) == 1 else self._together(of, query))
            for card, of in cards.items()
        ]

    def _together(self, of: dict[str, int], query: Query) -> int:
        asked = engine.both([query, engine.terms("official", of)], [])
        return engine.count(self._searcher, asked or query)


def _counts(searcher: tantivy.Searcher, field: str, query: Query, hits: int) -> list[tuple[str, int]]:
    if field in SINGLE or hits < searcher.num_docs * _FEW:
        wish = {"of": {"terms": {"field": field, "size": _VALUES}}}
        buckets = searcher.aggregate(query, wish)["of"]["buckets"]
        return [(bucket["key"], bucket["doc_count"]) for bucket in buckets if bucket["key"] != NONE]
    found = searcher.terms_with_prefix(field, "", filter_query=query)
    return [(value, count) for value, count in found if count]


@lru_cache(maxsize=1 << 14)
def _count(field: str, value: str, count: int) -> FacetCount:
    return FacetCount(value, _label(field, value), count)


def _label(field: str, value: str) -> str:
    if field in ("country", "host", "mentioned", "sender"):
        from core import states

        return states.name(value) or value
    if field == "event":
        return dict(events.offered()).get(value, value)
    return value
