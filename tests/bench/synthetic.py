"""Releases in any number for benchmarks: the samples resampled, with other names, countries and dates.

    for release in releases(100_000): ...

The language stage runs once over the samples; what follows is put together from their sentences, so that
100,000 dispatches are made in seconds. Persons and countries are drawn by Zipf's law, as many to a dispatch
as in the samples and named again and again, dates over ten years. Every dispatch also names somebody
from a long tail of rare surnames, so that the vocabulary grows. Names stand in the nominative: this is load,
not language.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any

from core.annotating.morphology import form_lemmas
from core.folding import fold
from core.model import Country, Dateline, Dispatch, Event, Host, Official, Part, Person, Post, Release
from core.pipeline import key_of
from core.segmenting.tokens import tokens
from core.shipped import GOLD, SAMPLES

A_RELEASE = 8  # dispatches
LENGTH = 800  # code points of a dispatch, about
ACTING = (1, 2, 2, 3)  # persons who act in a dispatch: two and a third in the samples
OFFICIALS = 400
RARE = 20_000
FIRST_DAY, DAYS = 735_965, 3_960  # 2016-01-01 as an ordinal, and how many days from there
STATES = (
    "KZ Казахстан|ES Испания|DE Германия|JO Иордания|BG Болгария|FR Франция|TR Турция|CN Китай|IT Италия|"
    "RU Россия|US США|GB Великобритания|JP Япония|UZ Узбекистан|KG Киргизия|AZ Азербайджан|HU Венгрия|"
    "PL Польша|GR Греция|IN Индия|KR Корея|SA Аравия|EG Египет|ZA ЮАР|BR Бразилия|AR Аргентина|MX Мексика|"
    "CA Канада|NO Норвегия|SE Швеция|FI Финляндия|DK Дания|NL Нидерланды|BE Бельгия|CH Швейцария|AT Австрия|"
    "CZ Чехия|SK Словакия|SI Словения|HR Хорватия|RS Сербия|RO Румыния|MD Молдавия|UA Украина|BY Беларусь|"
    "LT Литва|LV Латвия|EE Эстония|GE Грузия|AM Армения|IL Израиль|LB Ливан|IQ Ирак|IR Иран|PK Пакистан|"
    "MN Монголия|VN Вьетнам|TH Таиланд|MY Малайзия|SG Сингапур|ID Индонезия|AU Австралия|CL Чили|PE Перу|"
    "CU Куба|MA Марокко|DZ Алжир|TN Тунис|ET Эфиопия|KE Кения|NG Нигерия|GH Гана|SN Сенегал|PT Португалия"
).split("|")
GIVEN = (
    "Айдар Асель Берик Виктор Галина Данияр Елена Жанар Игорь Камила Лейла Марат Нурлан Ольга Павел Рустам "
    "Сауле Тимур Ульяна Фарид Хайко Элеонора Юрий Ян"
).split()
ROOTS = (
    "бал вар гон дар жум зар исм кал лан мур нар орм пар рус сам тал уст фар хал цер чал шар эрм юс яр"
).split()
MIDDLES = "ат ев им ол ун ыр яс аг ек ид ом ур".split()
ENDINGS = "ов ева ин ский енко сон ман дзе ян ли бергер ес".split()
KINDS = "meeting visit signing briefing credentials conference statement phone_call cultural other".split()
AGENCIES = ("ИНТЕРМЕРИДИАН", "Вести Столицы", "NORTH PRESS", "АГЕНТСТВО ДАЛЬ")
POSTS = (
    "посол",
    "министр иностранных дел",
    "заместитель министра",
    "председатель комитета",
    "генеральный консул",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of the samples, cut at its slots: plain text, or «person» or «country» to be filled."""

    parts: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]  # (kind, text, tokens)
    lemmas: dict[str, tuple[str, ...]]
    length: int


@dataclass(slots=True)
class _Making:
    """A release being put together."""

    text: list[str]
    at: int
    tokens: list[tuple[int, int]]
    lemmas: dict[str, tuple[str, ...]]

    def put(self, text: str, spans: tuple[tuple[int, int], ...]) -> int:
        """Adds text with its tokens; its offset."""
        here = self.at
        self.text.append(text)
        self.tokens.extend([(start + here, end + here) for start, end in spans])
        self.at += len(text)
        return here


def surname(number: int) -> str:
    """The invented surname of that number; different numbers below 43,200 give different names."""
    number, ending = divmod(number, len(ENDINGS))
    number, middle = divmod(number, len(MIDDLES))
    number, root = divmod(number, len(ROOTS))
    return (ROOTS[root] + MIDDLES[middle] + ("", *MIDDLES)[number] + ENDINGS[ending]).capitalize()


@cache
def _pieces() -> tuple[Piece, ...]:
    """The sentences of all samples with their slots."""
    made: list[Piece] = []
    for path in sorted(GOLD.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SAMPLES / f"{gold['id']}.txt").read_text(encoding="utf-8")
        slots = _slots(gold)
        for start, end in gold["sentences"]:
            inside = [slot for slot in slots if start <= slot[0] and slot[1] <= end]
            made.append(_piece(text, start, end, inside))
    return tuple(made)


def _slots(gold: dict[str, Any]) -> list[tuple[int, int, str]]:
    slots: list[tuple[int, int, str]] = []
    for dispatch in gold["dispatches"]:
        slots += [(one["start"], one["end"], "person") for one in dispatch["officials"]]
        slots += [
            (one["start"], one["end"], "country")
            for one in dispatch["country_mentions"]
            if one["via"] == "name"
        ]
    return sorted(slots)


def _piece(text: str, start: int, end: int, slots: list[tuple[int, int, str]]) -> Piece:
    parts: list[tuple[str, str, tuple[tuple[int, int], ...]]] = []
    lemmas: dict[str, tuple[str, ...]] = {}

    def plain(here: int, there: int) -> None:
        piece = text[here:there]
        spans = tokens(piece)
        lemmas.update(form_lemmas(piece, spans))
        parts.append(("text", piece, spans))

    at = start
    for here, there, kind in slots:
        if here >= at:
            plain(at, here)
            parts.append((kind, "", ()))
            at = there
    plain(at, end)
    return Piece(tuple(parts), lemmas, end - start)


class _Draw:
    """Draws by Zipf's law from `count` numbers."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(count)))
        self._numbers, self._chance = range(count), chance

    def one(self) -> int:
        return self._chance.choices(self._numbers, cum_weights=self._weights)[0]


def releases(dispatches: int, seed: int = 1) -> Iterator[Release]:
    """Releases with `dispatches` dispatches altogether; the same for the same `seed`."""
    chance = random.Random(seed)
    draws = {
        "state": _Draw(len(STATES), chance),
        "person": _Draw(OFFICIALS, chance),
        "rare": _Draw(RARE, chance),
    }
    for number, first in enumerate(range(0, dispatches, A_RELEASE), 1):
        yield _release(number, min(A_RELEASE, dispatches - first), chance, draws)


def _release(number: int, count: int, chance: random.Random, draws: dict[str, _Draw]) -> Release:
    day = date.fromordinal(FIRST_DAY + chance.randrange(DAYS)).isoformat()
    making = _Making([], 0, [], {})
    agency = chance.choice(AGENCIES)
    head = f"Столица. {day}. {agency} - "
    making.put(head, tokens(head))
    making.lemmas.update((fold(word), (fold(word),)) for word in ("Столица", *agency.split()))
    persons: list[Person] = []
    countries: list[Country] = []
    made = [_dispatch(n + 1, making, persons, countries, chance, draws) for n in range(count)]
    text = "".join(making.text)
    line = Dateline(0, len(head), "Столица", day, agency, rule="drawn")
    return Release(
        key=key_of(text),
        id=f"{number:07}",
        source=f"drawn/{number:07}.txt",
        text=text,
        kind="digest" if count > 1 else "single",
        date=day,
        dateline=line,
        sender=STATES[draws["state"].one()][:2],
        parts=(Part("dateline", 0, len(head)),),
        dispatches=tuple(made),
        persons=tuple(persons),
        posts=tuple(person.post for person in persons if person.post),
        countries=tuple(countries),
        tokens=tuple(making.tokens),
        lemmas=making.lemmas,
    )


def _dispatch(
    n: int,
    making: _Making,
    persons: list[Person],
    countries: list[Country],
    chance: random.Random,
    draws: dict[str, _Draw],
) -> Dispatch:
    start, first_person, first_country = making.at, len(persons), len(countries)
    acting = [draws["person"].one() for _ in range(chance.choice(ACTING))]
    states = [_state(number) for number in acting] + [draws["state"].one()]
    while making.at - start < LENGTH:
        piece = chance.choice(_pieces())
        making.lemmas.update(piece.lemmas)
        for kind, text, spans in piece.parts:
            if kind == "text":
                making.put(text, spans)
            elif kind == "country":
                countries.append(_country(making, chance.choice(states)))
            else:
                persons.append(_person(making, chance.choice(acting), official=True))
        making.put(" ", ())
    persons.append(_person(making, OFFICIALS + draws["rare"].one(), official=False))
    making.put(".", ((0, 1),))
    end = making.at
    making.put("\n\n", ())
    officials = {person.name: person for person in persons[first_person:] if person.post}
    named = [country for country in countries[first_country:] if country.iso]
    host = chance.choice(named) if named else None
    kind = chance.choice(KINDS)
    return Dispatch(
        n=n,
        start=start,
        end=end,
        event=kind,
        events=(Event(kind, start, start + 1, "drawn"),),
        host=host.iso if host else None,
        host_ground=Host(host.iso or "", "name", host.start, host.end, "drawn") if host else None,
        mentioned=tuple(sorted({country.iso for country in named if country.iso})),
        officials=tuple(_official(person) for person in officials.values()),
    )


def _state(person: int) -> int:
    """The number of the state that a person serves."""
    return person % len(STATES)


def _country(making: _Making, state: int) -> Country:
    iso, _, name = STATES[state].partition(" ")
    start = making.put(name, ((0, len(name)),))
    making.lemmas[fold(name)] = (fold(name),)
    return Country(start, making.at, iso, name, "name", "drawn")


def _person(making: _Making, number: int, official: bool) -> Person:
    given, last = GIVEN[number % len(GIVEN)], surname(number)
    start = making.put(f"{given} {last}", ((0, len(given)), (len(given) + 1, len(given) + 1 + len(last))))
    making.lemmas[fold(given)] = (fold(given),)
    making.lemmas[fold(last)] = (fold(last),)
    state = STATES[_state(number)][:2]
    post = (
        Post(start, making.at, POSTS[number % len(POSTS)], country=state, rule="drawn") if official else None
    )
    return Person(start, making.at, f"{given} {last}", post=post, country=state, rule="drawn")


def _official(person: Person) -> Official:
    post = person.post.norm if person.post else None
    return Official(
        person.start,
        person.end,
        person.name,
        post=post,
        post_full=post,
        country=person.country,
        rule="drawn",
    )
