"""Makes core/annotating/tables/place_forms.tsv: the written forms that it names.

Run it after a change to regions.tsv, cities_more.tsv, organisations.tsv or never_places.tsv:

    python tools/make_places.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inflecting import adjective_forms, forms
from make_states import key

TABLES = Path(__file__).resolve().parent.parent / "core" / "annotating" / "tables"
HEADER = """\
# Written forms of regions, organisations, the cities of cities_more.tsv and phrases that name no place.
# Made by tools/make_places.py from regions.tsv, organisations.tsv, cities_more.tsv, cities.tsv and
#   never_places.tsv; do not edit by hand. Letters only, ё as е.
# Columns: form, name in the nominative, kind (region org city cityadj never), states parted by |, those of
#   cities with the population (* the capital)
"""
UNKNOWN = {"large": 1_000_000}  # inhabitants of a city that GeoNames does not know by this name
FEW = 100_000


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, cut at tabs."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def namesakes() -> dict[str, dict[str, str]]:
    """City → state → population, from cities.tsv."""
    return {row[0]: dict(place.split(" ") for place in row[2].split("|")) for row in rows("cities.tsv")}


def cities() -> Iterator[tuple[str, str, str, str]]:
    """(name, states, form, kind) of every form of the cities in cities_more.tsv and of their adjectives."""
    known = namesakes()
    listed: dict[str, dict[str, str]] = {}
    adjectives = {}
    for name, iso, rank, *more in rows("cities_more.tsv"):
        people = known.get(name, {}).get(iso, str(UNKNOWN.get(rank, FEW))).rstrip("*")
        listed.setdefault(name, {})[iso] = people + "*" * (rank == "capital")
        if more:
            adjectives[name] = more[0]
    for name, own in listed.items():
        if not any(people.endswith("*") for people in own.values()):  # the one that is meant goes first
            most = max(int(people.rstrip("*")) for people in (*own.values(), *known.get(name, {}).values()))
            own[next(iter(own))] = str(most)
        places = {**own, **{iso: people for iso, people in known.get(name, {}).items() if iso not in own}}
        states = "|".join(f"{iso} {people}" for iso, people in places.items())
        yield from ((name, states, form, "city") for form in forms(name))
        if name in adjectives:
            yield from ((name, states, form, "cityadj") for form in adjective_forms(adjectives[name]))


def made() -> Iterator[tuple[str, str, str, str]]:
    """(form, name, kind, states) of everything."""
    for phrase, change in rows("never_places.tsv"):
        written = forms(phrase) if change == "declines" else (phrase,)
        yield from ((key(form), phrase, "never", "-") for form in written)
    for name, states, form, kind in cities():
        yield key(form), name, kind, states
    for names, _city, iso in rows("organisations.tsv"):
        for name in names.split("|"):
            written = (name,) if name.isupper() else forms(name)
            yield from ((key(form), name, "org", iso) for form in written)
    for iso, names in rows("regions.tsv"):
        for name in names.split(", "):
            yield from ((key(form), name, "region", iso) for form in forms(name))


def main() -> None:
    """Writes the table; the first owner of a form keeps it, but states share the names of regions."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for form, name, kind, states in made():
        first, known = seen.setdefault((form, kind), (name, states))
        if kind == "region" and states not in known.split("|"):
            seen[form, kind] = (first, f"{known}|{states}")
    lines = [f"{form}\t{name}\t{kind}\t{states}\n" for (form, kind), (name, states) in seen.items()]
    (TABLES / "place_forms.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
