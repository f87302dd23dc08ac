"""Which state a name that several share belongs to: «Конго», «Корея», Сан-Хосе, Валенсия, КР."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.annotating.places.index import CAPITAL
from core.annotating.places.matching import Match

_WORDY = frozenset({"name", "adj", "demonym"})
_CLEAR = _WORDY | {"abbr"}
_TELLING = _CLEAR | {"city"}  # what settles to which state a region belongs: «в Лахоре … губернатор Пенджаба»
# Abbreviations of two letters mean many things: only these stand for a state that the text does not name.
_PLAIN = frozenset({"RU", "KZ"})
_SILENT = frozenset({"abbr", "org"})
_SHORT = 2  # letters of an abbreviation
_FAIR = 0.05  # of the inhabitants of the largest namesake, below which a nearby state does not help a city
_NEAR = 400  # code points within which a state that is named decides about a city's homonyms
Mentions = Mapping[str, list[int]]  # state → where the text names it beyond doubt


def choose(found: list[Match]) -> list[Match]:
    """The same matches, each with the state that is meant first; abbreviations without support left out."""
    clear = _mentions(m for m in found if m.entry.kind in _CLEAR and len(m.entry.states) == 1)
    settled = _mentions(m for m in found if m.entry.kind in _TELLING and len(m.entry.states) == 1)
    spoken_of = {state for m in found if m.entry.kind not in _SILENT for state in m.entry.states[:1]} | _PLAIN
    kept = []
    for match in found:
        short = match.entry.kind == "abbr" and match.end - match.start <= _SHORT
        if short and match.entry.states[0] not in spoken_of:
            continue
        if len(match.entry.states) > 1:
            match.entry = replace(
                match.entry, states=_ordered(match, settled if match.entry.kind == "region" else clear)
            )
        kept.append(match)
    return kept


def _mentions(clear: Iterable[Match]) -> Mentions:
    found: dict[str, list[int]] = {}
    for match in clear:
        found.setdefault(match.entry.states[0], []).append(match.start)
    return found


def _ordered(match: Match, clear: Mentions) -> tuple[str, ...]:
    """The states of a match, the one that the text speaks of first."""
    candidates = match.entry.states
    weights = match.entry.weights
    best = candidates[weights.index(max(weights))] if weights else candidates[0]
    largest = max(weights, default=0) / (CAPITAL if match.entry.capital else 1)
    reach: float = _NEAR if weights else float("inf")
    for number, state in enumerate(candidates):
        dwarfed = bool(weights) and weights[number] < _FAIR * largest
        distance = _distance(clear.get(state, []), match.start)
        if not dwarfed and distance < reach:
            best, reach = state, distance
    return (best, *(state for state in candidates if state != best))


def _distance(starts: list[int], place: int) -> float:
    """How far `place` is from the nearest of the ordered `starts`."""
    at = bisect_left(starts, place)
    return min((abs(start - place) for start in starts[max(0, at - 1) : at + 1]), default=float("inf"))
