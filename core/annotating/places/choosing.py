"""Which state a name that several share belongs to: «Конго», «Корея», Сан-Хосе, Валенсия, КР."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from core.annotating.places.matching import Match

# Abbreviations of two letters that mean too many things to stand for a state that the text does not name.
_PLAIN = frozenset({"РФ", "РК"})
_FAIR = 0.03  # of the weight of the largest namesake, below which a nearby state does not help a city
_NEAR = 400  # code points within which a state that is named decides about a city's homonyms


def choose(found: list[Match]) -> list[Match]:
    """The same matches, each with the state that is meant first; abbreviations without support left out."""
    clear = [
        m for m in found if len(m.entry.states) == 1 and m.entry.kind in ("name", "adj", "demonym", "abbr")
    ]
    named = {m.entry.states[0] for m in clear if m.entry.kind != "abbr"}
    starts = [m.start for m in clear]
    kept = []
    for match in found:
        if match.entry.kind == "abbr":
            if not _supported(match, named, found):
                continue
        elif len(match.entry.states) > 1:
            match.entry = replace(match.entry, states=_ordered(match, clear, starts, named))
        kept.append(match)
    return kept


def _supported(match: Match, named: set[str], found: list[Match]) -> bool:
    """Whether the text names the state of a short abbreviation in some other way."""
    if match.end - match.start > 2:
        return True
    state = match.entry.states[0]
    return (
        state in ("RU", "KZ")
        or state in named
        or any(state in m.entry.states for m in found if m is not match and m.entry.kind != "abbr")
    )


def _ordered(match: Match, clear: list[Match], starts: list[int], named: set[str]) -> tuple[str, ...]:
    """The states of a match, the one that the text speaks of first."""
    candidates = match.entry.states
    near = _nearest(match, clear, starts)
    if near in candidates:
        best = near
    elif match.entry.weights:
        best = candidates[match.entry.weights.index(max(match.entry.weights))]
    else:
        best = next((state for state in candidates if state in named), candidates[0])
    return (best, *(state for state in candidates if state != best))


def _nearest(match: Match, clear: list[Match], starts: list[int]) -> str | None:
    """The candidate that is named closest to the match, within reach."""
    at = bisect_left(starts, match.start)
    best: tuple[int, str] | None = None
    for other in clear[max(0, at - 12) : at + 12]:
        distance = max(other.start - match.end, match.start - other.end)
        reach = _NEAR if match.entry.weights else len(starts) * 100_000 + _NEAR
        state = other.entry.states[0]
        if distance <= reach and _fair(match, state) and (best is None or distance < best[0]):
            best = (distance, state)
    return best[1] if best else None


def _fair(match: Match, state: str) -> bool:
    """Whether the state is one of the match's and its place there is not dwarfed by a namesake."""
    entry = match.entry
    if state not in entry.states:
        return False
    return not entry.weights or entry.weights[entry.states.index(state)] >= _FAIR * max(entry.weights)
