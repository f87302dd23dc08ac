"""Which spellings are one person. Merging needs evidence; what only looks alike is offered.

Evidence, in this order (never the surname alone, never across two different countries):
- the same full name (up to skeleton) and the same country;
- the same full name where one side states no country, and the posts agree;
- the same surname with fitting given names or initials, the same country, and an agreeing post.
Offered: fitting names without agreeing posts, and surnames that differ by one letter under the same given
name and country. A group never spans two states: a stateless spelling joins one of two namesakes at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from core.cards.seen import Seen
from core.cards.spelling import fits, has_initials, tokens
from core.folding import fold

_SHORTEST = 5  # letters of a surname in which one different letter may be a slip of spelling


class Groups:
    """Disjoint sets of keys (union–find)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._above = {key: key for key in keys}

    def top(self, key: str) -> str:
        """The key that stands for the group of `key`."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Makes both groups one."""
        self._above[self.top(one)] = self.top(other)

    def sets(self) -> dict[str, list[str]]:
        """Every group by the key that stands for it."""
        made: dict[str, list[str]] = defaultdict(list)
        for key in self._above:
            made[self.top(key)].append(key)
        return made


def evidence(one: Seen, other: Seen) -> bool | None:
    """True: the same person. None: may be. False: no ground to think so."""
    if one.country and other.country and one.country != other.country:
        return False
    a, b = tokens(one.name), tokens(other.name)
    same_country = one.country == other.country and one.country is not None
    if len(a) >= 2 and a == b and not has_initials(a):
        return True if same_country or _posts_agree(one, other) else None
    if fits(a, b):
        return True if same_country and _posts_agree(one, other) else None
    if same_country and len(a) == len(b) >= 2 and a[:-1] == b[:-1] and _one_letter_apart(a[-1], b[-1]):
        return None
    return False


def group(table: dict[str, Seen]) -> tuple[Groups, list[tuple[str, str]]]:
    """Groups of keys that are one person, and the pairs that may be."""
    groups = Groups(table)
    state = {key: seen.country for key, seen in table.items()}  # of the group, by the key that stands for it
    maybe = []
    for one, other in _candidates(table):
        verdict = evidence(table[one], table[other])
        here, there = state[groups.top(one)], state[groups.top(other)]
        clash = here is not None and there is not None and here != there
        if verdict and not clash:
            groups.join(one, other)
            state[groups.top(one)] = here or there
        elif verdict is not False:
            maybe.append((one, other))
    return groups, maybe


def _candidates(table: dict[str, Seen]) -> Iterator[tuple[str, str]]:
    """Pairs worth a look: the same skeleton of the surname, or of the given name within a country."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, seen in table.items():
        parts = tokens(seen.name)
        if len(parts) >= 2:
            blocks["surname", parts[-1]].append(key)
            blocks["given", seen.country or "", parts[0], parts[-1][:2]].append(key)
    pairs = {pair for keys in blocks.values() for pair in combinations(sorted(keys), 2)}
    return iter(sorted(pairs))


def _posts_agree(one: Seen, other: Seen) -> bool:
    """True if a post of one begins a post of the other («посол» and «посол Казахстана в Болгарии»)."""
    return any(
        first.startswith(second) or second.startswith(first)
        for first in map(fold, filter(None, one.posts))
        for second in map(fold, filter(None, other.posts))
    )


def _one_letter_apart(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and Levenshtein.distance(one, other, score_cutoff=1) == 1
