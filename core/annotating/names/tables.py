"""Cases as bits, and the tables of names with their columns read as what they mean."""

from __future__ import annotations

from functools import cache

from core.annotating.posts.tables import rows

CASES = "ngdaip"  # nominative, genitive, dative, accusative, instrumental, prepositional: bits 0 to 5
EVERY_CASE = (1 << len(CASES)) - 1
GRAMMEME_CASE = {
    "nomn": "n", "gent": "g", "gen1": "g", "gen2": "g", "datv": "d", "accs": "a", "acc2": "a", "ablt": "i",
    "loct": "p", "loc1": "p", "loc2": "p",
}  # fmt: skip


def bits(cases: str) -> int:
    """Letters of `CASES` as a bit mask; `*` is every case."""
    return EVERY_CASE if cases == "*" else sum(1 << CASES.index(case) for case in cases)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table."""
    return frozenset(row[0] for row in rows(name))


@cache
def weights(name: str) -> dict[str, float]:
    """First column → second column as a number."""
    return {row[0]: float(row[1]) for row in rows(name)}


@cache
def kinds(name: str) -> dict[str, str]:
    """First column → second column."""
    return {row[0]: row[1] for row in rows(name)}
