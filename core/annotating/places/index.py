"""The tables of places as one index: the first run of letters of a name → what may begin with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from core import states

CITIES = frozenset({"HK", "MO"})  # codes of cities that are no states
_OF_A_CITY = {"name": "city", "adj": "cityadj", "demonym": "cityadj"}
CAPITAL = 20  # times that a capital counts more than its inhabitants
LARGE = 300_000  # inhabitants, from which a city needs no word beside it that says that it is one


@dataclass(frozen=True, slots=True)
class Entry:
    """What a written name stands for.

    kind: name abbr adj demonym half region city cityadj never. `states` begins with the likeliest one;
    `weights` has the population behind each (cities only). `strong`: a capital or a large city.
    """

    kind: str
    states: tuple[str, ...]
    name: str
    strong: bool = True
    weights: tuple[int, ...] = ()
    capital: bool = False
    listed: bool = False  # in cities_more.tsv, by hand


City = tuple[str, str]  # name and states of a row of cities.tsv, read further when a text names the city


@dataclass(slots=True)
class Index:
    """`single` and `several` by the first run of a form, the longest rest first; one-word cities by stem."""

    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    several: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, City]]] = field(default_factory=dict)  # endings between commas
    towns: dict[str, list[tuple[str, City]]] = field(default_factory=dict)  # rests of names of several words

    def names(self, run: str) -> list[tuple[tuple[str, ...], Entry]]:
        """The names of several words that begin with `run`: what follows it, the longest first."""
        if run in self.towns:
            found = [(tuple(rest.split(" ")), city_entry(*city)) for rest, city in self.towns.pop(run)]
            self.several[run] = sorted((*self.several.get(run, ()), *found), key=lambda pair: -len(pair[0]))
        return self.several.get(run, [])

    def city(self, run: str) -> Entry | None:
        """The city of one word of which `run` is a form: the largest, one written so before others."""
        found = []
        for cut in range(min(4, len(run) - 1)):
            at = len(run) - cut
            for endings, city in self.stems.get(run[:at], ()):
                if f",{run[at:]}," in endings:
                    found.append((cut == 0, city_entry(*city)))
        if len(found) > 1:
            found.sort(key=lambda pair: (-max(pair[1].weights), not pair[0]))
        return found[0][1] if found else None


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this room, cut at tabs."""
    text = files("core.annotating").joinpath("tables", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind in place_words.tsv."""
    return frozenset(word for row in rows("place_words.tsv") if row[0] == kind for word in row[1].split())


@cache
def index() -> Index:
    """All tables, read at the first use."""
    made = Index()
    for form, readings in states.forms().items():
        for reading in readings:
            _add(made, form, _state(reading))
    for row in rows("place_words.tsv"):
        if row[0] == "half":
            half, state = row[1].split()
            _add(made, half, Entry("half", () if state == "-" else (state,), half))
    for form, name, kind, where in rows("place_forms.tsv"):
        _add(
            made,
            form,
            city_entry(name, where, kind, listed=True) if where[2:3] == " " else _other(kind, where, name),
        )
    for name, written, where in rows("cities.tsv"):
        _add_city(made, written, (name, where))
    for found in made.several.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return made


@cache
def _state(reading: states.Form) -> Entry:
    state = reading.states[0]
    kind = _OF_A_CITY.get(reading.kind, reading.kind) if state in CITIES else reading.kind
    return Entry(kind, reading.states, states.name(state) or state)


def _add(made: Index, form: str, entry: Entry) -> None:
    first, _, rest = form.partition(" ")
    if rest:
        made.several.setdefault(first, []).append((tuple(rest.split(" ")), entry))
    else:
        made.single[form] = (*made.single.get(form, ()), entry)


def _add_city(made: Index, written: str, city: City) -> None:
    stem, bar, endings = written.partition("|")
    if bar:
        made.stems.setdefault(stem, []).append((f",{endings},", city))
        return
    for form in written.split(","):
        first, _, rest = form.partition(" ")
        made.towns.setdefault(first, []).append((rest, city))


@cache
def _other(kind: str, where: str, name: str) -> Entry:
    return Entry(kind, tuple(where.split("|")), name)


@cache
def city_entry(name: str, where: str, kind: str = "city", *, listed: bool = False) -> Entry:
    """The entry of a city from its states with their populations: «CR 335000*|US 1013240»."""
    places = [place.split(" ") for place in where.split("|")]
    weights = tuple(int(people.rstrip("*")) * (CAPITAL if people[-1] == "*" else 1) for _, people in places)
    capital = "*" in where
    strong = capital or max(weights) >= LARGE
    return Entry(kind, tuple(iso for iso, _ in places), name, strong, weights, capital, listed)
