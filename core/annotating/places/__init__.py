"""Places: states by name, adjective, inhabitant or abbreviation, regions and settlements.

Three steps: `matching` finds the longest names that the tables know, `judging` asks the words around whether
a name is meant as a place, `choosing` settles which state a shared name belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core import states
from core.annotating.places.atoms import Atoms
from core.annotating.places.choosing import choose
from core.annotating.places.judging import judged
from core.annotating.places.matching import Match, matches
from core.model import City, Country


@dataclass(frozen=True, slots=True)
class Seat:
    """A mention of an international organisation: its name and the state in which it sits."""

    start: int
    end: int
    name: str
    iso: str


@dataclass(frozen=True, slots=True)
class Places:
    """Mentions in the order of the text.

    `countries` holds every mention that stands for a state, those by a city or region of it included (`via`).
    `cities` are the settlements among them, and adjectives of cities (rule «adjective»), which name no state.
    `organisations` sit in a state, but do not name it.
    """

    countries: tuple[Country, ...] = ()
    cities: tuple[City, ...] = ()
    organisations: tuple[Seat, ...] = ()


def find(text: str) -> Places:
    """The places that `text` names. Offsets are code points of `text`."""
    atoms = Atoms(text)
    found = choose(judged(matches(atoms), atoms))
    seats = tuple(
        Seat(m.start, m.end, m.entry.name, m.entry.states[0]) for m in found if m.entry.kind == "org"
    )
    return Places(tuple(_countries(found)), tuple(_cities(found)), seats)


def _countries(found: Iterable[Match]) -> Iterable[Country]:
    for match in found:
        kind = match.entry.kind
        if kind in ("cityadj", "org"):
            continue
        for state in match.entry.states[:1]:
            coded = len(state) == 2
            yield Country(
                match.start,
                match.end,
                state if coded else None,
                (states.name(state) or match.entry.name) if coded else state,
                "adj" if kind == "half" else kind,
                match.rule,
                match.confidence,
            )


def _cities(found: Iterable[Match]) -> Iterable[City]:
    for match in found:
        if match.entry.kind in ("city", "cityadj"):
            rule = "adjective" if match.entry.kind == "cityadj" else match.rule
            yield City(
                match.start, match.end, match.entry.name, match.entry.states[0], rule, match.confidence
            )
