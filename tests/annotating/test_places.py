"""Places: what is a state, region or settlement, and what only looks like one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import states
from core.annotating import places
from core.shipped import GOLD, SAMPLES

FLOOR = 0.985


def codes(text: str) -> list[tuple[str, str | None]]:
    return [(text[c.start : c.end], c.iso) for c in places.find(text).countries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("казахстанско-испанские связи", [("казахстанско", "KZ"), ("испанские", "ES")]),
        ("Республика Корея и КНДР", [("Республика Корея", "KR"), ("КНДР", "KP")]),
        ("в ДР Конго и Республике Конго", [("ДР Конго", "CD"), ("Республике Конго", "CG")]),
        (
            "с Гвинеей, Гвинеей-Бисау и Экваториальной Гвинеей",
            [("Гвинеей", "GN"), ("Гвинеей-Бисау", "GW"), ("Экваториальной Гвинеей", "GQ")],
        ),
        ("из Нигера в Нигерию", [("Нигера", "NE"), ("Нигерию", "NG")]),
        ("в Южном Судане и Судане", [("Южном Судане", "SS"), ("Судане", "SD")]),
        ("с Северной Македонией", [("Северной Македонией", "MK")]),
        ("в Кот-д’Ивуаре и Кот-д'Ивуаром", [("Кот-д’Ивуаре", "CI"), ("Кот-д'Ивуаром", "CI")]),
        ("с Сан-Томе и Принсипи", [("Сан-Томе и Принсипи", "ST")]),
        ("в Республике\nБеларусь", [("Республике\nБеларусь", "BY")]),
        ("Для Того это сделка", [("Того", "TG")]),
        ("Того и Бенин согласны", [("Того", "TG"), ("Бенин", "BJ")]),
        ("Посол в Мали", [("Мали", "ML")]),
        ("Посол Доминики", [("Доминики", "DM")]),
        ("послы стран Балтии и Святого Престола", [("Святого Престола", "VA")]),
        ("Иранцы и датчанки приехали", [("Иранцы", "IR"), ("датчанки", "DK")]),
        ("МИД Киргизии: посол КР", [("Киргизии", "KG"), ("КР", "KG")]),
        ("узбекский павильон, МИД РУз", [("узбекский", "UZ"), ("РУз", "UZ")]),
        ("в Новой Шотландии", [("Новой Шотландии", "CA")]),
        ("из Синьцзян-Уйгурского автономного района", [("Синьцзян-Уйгурского автономного района", "CN")]),
        ("В БАКУ прошла встреча", [("БАКУ", "AZ")]),
        ("во Владимире и в Орле", [("Владимире", "RU"), ("Орле", "RU")]),
        ("мэр Вильнюса Донатас Урбонас", [("Вильнюса", "LT")]),
        ("в городе Роман", [("Роман", "RO")]),
        ("во Франкфурте-на-Майне", [("Франкфурте-на-Майне", "DE")]),
        ("центр «Астана»", [("Астана", "KZ")]),
        ("Боснию и Герцеговину", [("Боснию и Герцеговину", "BA")]),
        ("в Рecпублике Польша", [("Рecпублике Польша", "PL")]),  # Latin letters among the Cyrillic
        ("в Казах\u00adстане", [("Казах\u00adстане", "KZ")]),
    ],
)
def test_places_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Тем не менее встреча прошла.",
        "Того же мнения придерживаются послы.",
        "Кроме того, они мали и чад не видели, оман не пели.",
        "Том Сойер и Доминик Перрен",
        "Рядом стоял Ту-154.",
        "страны Латинской Америки и Центральной Азии",
        "экзамен по русскому языку",
        "на белорусском и сербском языках",
        "владеет английским и фарси",
        "депутат «Единой России»",
        "на Киевском вокзале",
        "площадь Румынская улица".replace("площадь ", "на "),
        "форвард «Барселоны»",
        "Роман Касенов и Владимир Орлов",
        "Тодд Денвер и Джек Лондон",
        "А. Владимир, Ж. Париж",
        "Лариса Ван дер Вельде",
        "студенты МГУ",
        "София Ларсен и Виктория Блум",
        "с Виктором Мендосой. Мендоса отметил рост.",
        "Марсель Дюпон и Нанси Перес",
        "Карлос Лима добавил. Лима рад.",
        "Хосе Толедо и Мария Асунсьон Кордова",
        "с Леоном Фишером и Сиднеем Пулом",
        "директор Кения Браун",
        "режиссёр Чад Уилсон",
        "президент Мадейра заявил",
        "певица Аляска Рид",
        "на Кировском заводе",
        "глава Совета и президент Банка",
        "через Индийский океан и Персидский залив",
        "в Китай-городе",
        "РУ, РП и КР",  # abbreviations of states that the text does not name
        "Хамза аль-Катри",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert codes(text) == []


def test_adjective_of_a_city_names_no_state() -> None:
    found = places.find("Открылась вильнюсская мэрия.")
    assert [(city.name, city.iso, city.rule) for city in found.cities] == [("Вильнюс", "LT", "adjective")]
    assert found.countries == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Посол в Коста-Рике живёт в Сан-Хосе.", "CR"),
        ("В Ливане он посетил Триполи.", "LB"),
        ("Он посетил Триполи.", "LY"),
        ("Рейс из Женевы", "CH"),
        ("В Мексике, в Гвадалахаре", "MX"),
        ("В Испании, в Гвадалахаре", "ES"),
        ("Москва и Вашингтон", "RU"),
    ],
)
def test_state_named_nearby_decides_between_cities_of_a_name(text: str, iso: str) -> None:
    assert iso in {city.iso for city in places.find(text).cities}


def test_state_that_the_text_speaks_of_decides_about_korea() -> None:
    assert ("корейские", "KP") in codes("МИД КНДР сообщил: корейские врачи приехали.")
    assert ("корейские", "KR") in codes("МИД сообщил: корейские врачи приехали.")


def test_states_without_a_code_keep_their_name() -> None:
    found = places.find("Посольство Абхазии в Южной Осетии").countries
    assert [(country.iso, country.name) for country in found] == [(None, "Абхазия"), (None, "Южная Осетия")]


def test_capitals_of_all_members_are_known() -> None:
    rows = (Path(places.__file__).parents[1] / "tables" / "cities_more.tsv").read_text(encoding="utf-8")
    capitals = [line.split("\t") for line in rows.splitlines() if "\tcapital" in line]
    assert len(capitals) > 190
    for name, iso, *_ in capitals:
        found = places.find(f"Посол прибыл в {name}.").countries
        assert [country.iso for country in found] == [iso], name


def test_mentions_in_the_samples() -> None:
    hits = found = wanted = 0
    for path in sorted(GOLD.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SAMPLES / f"{gold['id']}.txt").read_bytes().decode("utf-8")
        inside = [(d["start"], d["end"]) for d in gold["dispatches"]]
        mentions = [m for d in gold["dispatches"] for m in d["country_mentions"]]
        optional = {(m["start"], m["end"]) for m in mentions if m.get("optional")}
        expected = {(m["start"], m["end"], m["iso"]) for m in mentions if not m.get("optional")}
        got = {
            (c.start, c.end, c.iso)
            for c in places.find(text).countries
            if any(start <= c.start < end for start, end in inside) and (c.start, c.end) not in optional
        }
        hits, found, wanted = hits + len(got & expected), found + len(got), wanted + len(expected)
    assert 2 * hits / (found + wanted) >= FLOOR, (hits, found, wanted)


@given(
    st.lists(st.sampled_from("В Риме посол Мали – «Того» Роман-на ’ \n Нью-Йорк РК а. 1 Ван дер".split(" ")))
)
def test_spans_of_any_text_are_in_order_and_lie_inside(parts: list[str]) -> None:
    text = " ".join(parts)
    found = places.find(text)
    ends = 0
    for country in found.countries:
        assert ends <= country.start < country.end <= len(text)
        assert country.rule
        assert 0 < country.confidence <= 1
        ends = country.end


def test_every_form_of_every_name_of_a_state_is_found() -> None:
    for form, readings in states.forms().items():
        if readings[0].kind != "name":
            continue
        found = places.find(f"Стороны обсудили планы {form.title()} на год.").countries
        wanted = readings[0].states[0]
        assert [country.iso or country.name for country in found] == [wanted], form
