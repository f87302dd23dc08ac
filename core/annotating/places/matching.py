"""The longest names in a text that the tables know, before it is asked what they mean there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core import states
from core.annotating.places.atoms import Atoms
from core.annotating.places.index import Entry, Index, index, words

_ORDER = {
    "never": 0,
    "name": 1,
    "abbr": 2,
    "cityadj": 3,
    "city": 4,
    "region": 5,
    "adj": 6,
    "demonym": 7,
    "half": 8,
    "org": 9,
}


@dataclass(slots=True)
class Match:
    """Runs `first` to `last` (exclusive) of the text, that may stand for `entry`."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    rule: str = ""
    confidence: float = 1.0


def matches(atoms: Atoms) -> list[Match]:
    """Matches in order, without overlaps, the longest at each place; phrases that are no places swallowed."""
    tables = index()
    found: list[Match] = []
    at = 0
    while at < len(atoms):
        last, options = _longest(atoms, at, tables)
        entry = _likeliest(atoms, at, options)
        if entry is not None and entry.kind != "never":
            found.append(Match(at, last, atoms.starts[at], atoms.ends[last - 1], entry))
        at = last
    return found


def _likeliest(atoms: Atoms, at: int, options: list[Entry]) -> Entry | None:
    """What a name stands for first. «Нижегородский» is an adjective before it is a town."""
    city = next((option for option in options if option.kind == "city"), None)
    region = next((option for option in options if option.kind == "region"), None)
    if city is not None and region is not None:
        dropped = "region" if _is_city(atoms, at, city, region) else "city"
        options = [option for option in options if option.kind != dropped]
    return min(options, key=lambda option: _ORDER[option.kind], default=None)


def _is_city(atoms: Atoms, at: int, city: Entry, region: Entry) -> bool:
    """Whether the name of both is the city's: of a capital, or of a large city in that very state."""
    if at > 0 and not words("provincial").isdisjoint(parse.lemma for parse in atoms.parses(at - 1)[:2]):
        return False
    return city.capital or (city.strong and not set(city.states[:1]).isdisjoint(region.states))


def _longest(atoms: Atoms, at: int, tables: Index) -> tuple[int, list[Entry]]:
    """Where the longest name that begins at `at` ends, and what it may be; the next run and [] if none."""
    run = atoms.keys[at]
    for rest, entry in tables.names(run):
        last = at + 1 + len(rest)
        if tuple(atoms.keys[at + 1 : last]) == rest and all(atoms.joined(i) for i in range(at + 1, last)):
            capital = atoms.is_capital(at) or atoms.is_capital(last - 1)
            if capital or entry.kind in ("never", "adj", "cityadj"):
                return last, [entry]
    options = [entry for entry in tables.single.get(run, ()) if _spelled(atoms, at, entry)]
    if atoms.is_capital(at) and (city := tables.city(run)) is not None:
        options.append(city)
    return at + 1, options


def _spelled(atoms: Atoms, at: int, entry: Entry) -> bool:
    """Whether the capitals of the run are those of the name."""
    if entry.kind == "abbr":
        written = atoms.text[atoms.starts[at] : atoms.ends[at]]
        return written in states.abbreviations()
    if entry.kind == "org":
        return _is_abbreviation(atoms.text[atoms.starts[at] : atoms.ends[at]])
    if entry.kind in ("name", "region", "city"):
        return atoms.is_capital(at)
    return True


def tied(atoms: Atoms, match: Match) -> Iterator[int]:
    """The runs that a hyphen ties to the match, before and behind it."""
    if atoms.hyphened(match.first):
        yield match.first - 1
    if atoms.hyphened(match.last):
        yield match.last


def _is_abbreviation(written: str) -> bool:
    """«ООН», «ЮНЕСКО», but also «Интерпол»."""
    return written.isupper() or (written[0].isupper() and len(written) > 5)
