"""Queries in the engine's own terms: the few kinds that everything else is put together from."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import Occur, Query, Searcher, SearchResult

from core.searching.schema import DISPATCH, schema

_LIKELY = 1000.0  # more than frequencies can score


def count(searcher: Searcher, query: Query) -> int:
    """How many dispatches meet a query."""
    return total(searcher.search(query, limit=1))


def total(result: SearchResult) -> int:
    """All hits of a search, of which it holds the first."""
    return int(result.count)  # type: ignore[attr-defined]  # tantivy's stubs leave it out


def everything() -> Query:
    """Every dispatch."""
    return Query.term_query(schema(), "kind", DISPATCH, "basic")


def nothing() -> Query:
    """No dispatch."""
    return Query.empty_query()


def terms(field: str, values: Iterable[str]) -> Query:
    """Dispatches with one of the terms."""
    found = list(dict.fromkeys(values))
    if len(found) == 1:
        return Query.term_query(schema(), field, found[0], "basic")
    return Query.term_set_query(schema(), field, found) if found else nothing()


def ranked(lemma: str) -> Query:
    """Dispatches with the lemma: first those where it is the likeliest of a word, then by how much of it."""
    held = Query.term_query(schema(), "lemma", lemma, "freq")
    doubtful = Query.term_query(schema(), "doubt", lemma, "basic")
    likely = Query.boolean_query([(Occur.Must, held), (Occur.MustNot, doubtful)])
    return Query.boolean_query([(Occur.Must, held), (Occur.Should, Query.const_score_query(likely, _LIKELY))])


def begun(field: str, start: str) -> Query:
    """Dispatches with a term that begins so."""
    return Query.phrase_prefix_query(schema(), field, [start])


def regex(field: str, pattern: str) -> Query:
    """Dispatches with a term that is the pattern."""
    return Query.regex_query(schema(), field, pattern)


def either(parts: Iterable[Query | None]) -> Query:
    """Dispatches that meet one of the parts."""
    found = [part for part in parts if part is not None]
    if len(found) == 1:
        return found[0]
    return Query.boolean_query([(Occur.Should, part) for part in found]) if found else nothing()


def both(wanted: Iterable[Query | None], unwanted: Iterable[Query | None]) -> Query | None:
    """Dispatches that meet all of `wanted` and none of `unwanted`; None if nothing is asked."""
    must = [part for part in wanted if part is not None]
    must_not = [part for part in unwanted if part is not None]
    if not must_not:
        if not must:
            return None
        if len(must) == 1:
            return must[0]
    parts = [(Occur.Must, part) for part in must or [everything()]]
    return Query.boolean_query([*parts, *((Occur.MustNot, part) for part in must_not)])
