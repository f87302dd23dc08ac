"""Which spellings are one person. Merging needs evidence; what only looks alike is offered.

Evidence (never the surname alone, never across two countries):
- the same full name (up to skeleton), the same country, and posts that agree or follow one another in time;
- the same full name where one side states no country, if its post agrees with that of one state's namesake;
- the same surname with fitting given names or initials, the same country, an agreeing post, and nobody else
  whom the shorter name may mean.
Offered: fitting names without that, a surname alone with an agreeing post, and surnames that differ by one
letter under the same given name and country. Spellings are put into small blocks first, so that a surname
which thousands bear costs no more than a rare one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from core.cards.groups import Groups
from core.cards.seen import Seen
from core.cards.spelling import fits, has_initials, tokens
from core.folding import fold

_SHORTEST = 5  # letters of a surname in which one different letter may be a slip of spelling
_MOST = 3  # a name that may mean more people than this is offered to none of them
_ALIKE = (
    60  # slips are looked for among no more people than this of one given name, country and first letters
)

Pair = tuple[str, str]


class Merging:
    """The table of spellings with the words of each name, and what has been found so far."""

    def __init__(self, table: Mapping[str, Seen]) -> None:
        self.table = table
        self.parts = {key: tokens(seen.name) for key, seen in table.items()}
        self.groups = Groups(table)
        self.maybe: list[Pair] = []

    def run(self) -> None:
        """Merges what is proved and notes what may be."""
        self._same_names()
        self._shortened()
        self._slips()

    def _same_names(self) -> None:
        """Spellings of one full name: Адилбаев and Адильбаев, with the same country or with none."""
        named: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for key, parts in self.parts.items():
            if len(parts) >= 2 and not has_initials(parts):
                named[parts].append(key)
        for keys in named.values():
            if len(keys) > 1:
                self._one_name(sorted(keys))

    def _one_name(self, keys: Sequence[str]) -> None:
        by_state: dict[str | None, list[str]] = defaultdict(list)
        for key in keys:
            by_state[self.table[key].country].append(key)
        for same in by_state.values():
            for key in same[1:]:
                self._settle(same[0], key, self._agree(same[0], key) or self._follow(same[0], key))
        states = [same for state, same in by_state.items() if state]
        for key in by_state.get(None, ()) if states else ():
            proved = [same[0] for same in states if any(self._agree(key, one) for one in same)]
            for same in states:
                self._settle(key, same[0], proved == [same[0]])

    def _shortened(self) -> None:
        """Initials, a missing patronymic, a surname alone: joined if only one person can be meant."""
        blocks = _Blocks(self.parts)
        for key, parts in self.parts.items():
            seen = self.table[key]
            longer = [other for other in blocks.longer(parts) if _may_shorten(parts, self.parts[other])]
            fitting = [other for other in longer if other != key and _same_state(seen, self.table[other])]
            if not fitting:
                continue
            proved = [other for other in fitting if self._agree(key, other)]
            if len(parts) < 2:
                self._offer(key, proved)
                continue
            state = seen.country
            certain = [other for other in proved if state and state == self.table[other].country]
            if certain and len({self.groups.top(other) for other in certain}) == 1:
                self.groups.join(key, certain[0])
            else:
                self._offer(key, fitting)

    def _slips(self) -> None:
        """Surnames that differ in one letter, under the same given names and country."""
        alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for key, parts in self.parts.items():
            if len(parts) >= 2 and len(parts[-1]) >= _SHORTEST - 1:
                alike[self.table[key].country, parts[:-1], parts[-1][:2]].append(key)
        for keys in alike.values():
            for one, other in combinations(sorted(keys)[:_ALIKE], 2):
                if self.table[one].country and _one_letter_apart(self.parts[one][-1], self.parts[other][-1]):
                    self.maybe.append((one, other))

    def _settle(self, one: str, other: str, proved: bool) -> None:
        if proved:
            self.groups.join(one, other)
        else:
            self.maybe.append((one, other))

    def _offer(self, key: str, others: Sequence[str]) -> None:
        if len({self.groups.top(other) for other in others}) <= _MOST:
            self.maybe.extend((key, other) for other in others)

    def _agree(self, one: str, other: str) -> bool:
        """True if a post of one begins a post of the other («посол» and «посол Казахстана в Болгарии»)."""
        return any(
            first.startswith(second) or second.startswith(first)
            for first in map(_folded, filter(None, self.table[one].posts))
            for second in map(_folded, filter(None, self.table[other].posts))
        )

    def _follow(self, one: str, other: str) -> bool:
        """True if one was last seen before the other was first seen: a person who changed posts."""
        earlier, later = sorted((self._time(one), self._time(other)))
        return bool(earlier[0]) and earlier[1] < later[0]

    def _time(self, key: str) -> Pair:
        tenures = self.table[key].posts.values()
        first = min((one.first for one in tenures if one.first), default="")
        return first, max((one.last for one in tenures if one.last), default="")


def group(table: Mapping[str, Seen]) -> tuple[Groups, list[Pair]]:
    """Groups of keys that are one person, and the pairs that may be."""
    merging = Merging(table)
    merging.run()
    return merging.groups, merging.maybe


class _Blocks:
    """Spellings by surname, by surname and initial, by surname and given name."""

    def __init__(self, parts: Mapping[str, tuple[str, ...]]) -> None:
        self._initial: dict[Pair, list[str]] = defaultdict(list)
        self._given: dict[Pair, list[str]] = defaultdict(list)
        self._surname: dict[str, list[str]] = defaultdict(list)
        alone = {one[0] for one in parts.values() if len(one) == 1}
        shortened = {(one[-1], _letter(one)) for one in parts.values() if len(one) > 1 and has_initials(one)}
        for key, one in parts.items():
            if len(one) < 2:
                continue
            if one[-1] in alone:
                self._surname[one[-1]].append(key)
            if (one[-1], _letter(one)) in shortened:
                self._initial[one[-1], _letter(one)].append(key)
            if len(one) > 2:
                self._given[one[-1], one[0]].append(key)

    def longer(self, parts: tuple[str, ...]) -> Iterable[str]:
        """The spellings that a name may shorten, and some more."""
        if len(parts) < 2:
            return self._surname.get(parts[0], ()) if parts else ()
        if has_initials(parts):
            return self._initial.get((parts[-1], _letter(parts)), ())
        return self._given.get((parts[-1], parts[0]), ())


def _letter(parts: tuple[str, ...]) -> str:
    return parts[0].strip("-")[:1]


def _may_shorten(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if `short` leaves out or abbreviates something of `long`."""
    if len(short) == 1:
        return short[0] == long[-1]
    return short != long and len(short) <= len(long) and fits(short, long) and not _abbreviated(long, short)


def _abbreviated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if `one` has initials where `other` writes names out."""
    return has_initials(one) and not has_initials(other)


def _same_state(one: Seen, other: Seen) -> bool:
    return one.country == other.country or not one.country or not other.country


@lru_cache(maxsize=1 << 14)
def _folded(post: str) -> str:
    return fold(post)


def _one_letter_apart(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and Levenshtein.distance(one, other, score_cutoff=1) == 1
