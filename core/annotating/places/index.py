"""The tables of places as one index: the first run of letters of a name → what may begin with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from core import states

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


@dataclass(frozen=True, slots=True)
class Index:
    """`single` and `several` by the first run of a form; cities of one word by their stem and its endings."""

    single: dict[str, tuple[Entry, ...]]
    several: dict[str, list[tuple[tuple[str, ...], Entry]]]  # the rest of the form, the longest first
    stems: dict[str, list[tuple[frozenset[str], Entry]]] = field(default_factory=dict)

    def cities(self, run: str) -> Entry | None:
        """The city of which `run` is a form."""
        for cut in range(min(4, len(run) - 1)):
            at = len(run) - cut
            for endings, entry in self.stems.get(run[:at], ()):
                if run[at:] in endings:
                    return entry
        return None


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
    made = Index({}, defaultdict(list))
    for form, readings in states.forms().items():
        for reading in readings:
            _add(made, form, Entry(reading.kind, reading.states, states.name(reading.states[0]) or form))
    for row in rows("place_words.tsv"):
        if row[0] == "half":
            half, state = row[1].split()
            _add(made, half, Entry("half", () if state == "-" else (state,), half))
    for form, name, iso in rows("place_forms.tsv"):
        _add(made, form, Entry("never" if iso == "-" else "region", (iso,), name))
    for row in rows("cities.tsv"):
        _add_city(made, row)
    for found in made.several.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return made


def _add(made: Index, form: str, entry: Entry) -> None:
    first, *rest = form.split(" ")
    if rest:
        made.several[first].append((tuple(rest), entry))
    else:
        made.single[form] = (*made.single.get(form, ()), entry)


def _add_city(made: Index, row: list[str]) -> None:
    name, written, where, adjective = (*row, "", "")[:4]
    places = [place.split(" ") for place in where.split("|")]
    isos = tuple(iso for iso, _ in places)
    weights = tuple(int(people.rstrip("*")) * (20 if people.endswith("*") else 1) for _, people in places)
    strong = max(weights) >= LARGE or any(people.endswith("*") for _, people in places)
    entry = Entry("city", isos, name, strong, weights)
    stem, bar, endings = written.partition("|")
    if bar:
        made.stems.setdefault(stem, []).append((frozenset(endings.split(",")), entry))
    else:
        for form in written.split(","):
            _add(made, form, entry)
    if adjective:
        # the stem without -ий; its forms are those of every adjective in -ский
        adjectival = Entry("cityadj", isos, name, strong, weights)
        made.stems.setdefault(adjective[:-2], []).append((_ADJECTIVE_ENDINGS, adjectival))


_ADJECTIVE_ENDINGS = frozenset("ий ого ому им ом ая ой ую ою ое ие их ими".split())
