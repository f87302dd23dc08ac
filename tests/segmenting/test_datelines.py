"""Datelines: every form, the year that is not written, and what only looks like one."""

from __future__ import annotations

import pytest

from core.segmenting import segment
from core.segmenting.datelines import place_name

PAGE = "2026-03-12"
NEWS = "Посол Казахстана в Перу Олжас Тестов открыл в Лиме выставку."
FORMS = [
    ("Астана. 10 марта. KAZAKHSTAN TODAY - ", "Астана", "2026-03-10", "KAZAKHSTAN TODAY"),
    ("Москва. 10 февраля. INTERFAX.RU - ", "Москва", "2026-02-10", "INTERFAX.RU"),
    ("КИЕВ. 11 января. УНН. ", "Киев", "2026-01-11", "УНН"),
    ("МОСКВА, 15 янв – РИА Новости. ", "Москва", "2026-01-15", "РИА Новости"),
    ("МОСКВА, 15 янв — РИА Новости, Анна Тестова. ", "Москва", "2026-01-15", "РИА Новости"),
    ("АСТАНА, 6 мар — Sputnik. ", "Астана", "2026-03-06", "Sputnik"),
    ("ВАШИНГТОН, 14 декабря. /ТАСС/. ", "Вашингтон", "2025-12-14", "ТАСС"),
    ("НЬЮ-ЙОРК (США), 5 января. /Корр. ТАСС Иван Тестов/. ", "Нью-Йорк", "2026-01-05", "ТАСС"),
    ("Астана - 8 февраля /KZinform/. ", "Астана", "2026-02-08", "KZinform"),
    ("Вашингтон, 25 января 2021, 08:51 — REGNUM ", "Вашингтон", "2021-01-25", "REGNUM"),
    ("БРЮССЕЛЬ. КАЗИНФОРМ - ", "Брюссель", None, "КАЗИНФОРМ"),
    ("АСТАНА.КАЗИНФОРМ - ", "Астана", None, "КАЗИНФОРМ"),
    ("Берлин, 9 января. ", "Берлин", "2026-01-09", None),
    ("21 февраля, Минск /Корр. БЕЛТА/. ", "Минск", "2026-02-21", "БЕЛТА"),
    ("ДУШАНБЕ, 14.11.2023 /НИАТ «Ховар»/. ", "Душанбе", "2023-11-14", "НИАТ «Ховар»"),
    ("ЕРЕВАН, 5 МАРТА, АРМЕНПРЕСС. ", "Ереван", "2026-03-05", "АРМЕНПРЕСС"),
    ("Тбилиси. 18 февраля. Грузинформ – ", "Тбилиси", "2026-02-18", "Грузинформ"),
    ("ПЕКИН, 12 мар (Синьхуа) -- ", "Пекин", "2026-03-12", "Синьхуа"),
    ("МОСКВА, 30 янв ПРАЙМ. ", "Москва", "2026-01-30", "ПРАЙМ"),
    ("Баку, Trend, 5 марта. ", "Баку", "2026-03-05", "Trend"),
    ("Бишкек (АКИpress) - ", "Бишкек", None, "АКИpress"),
    ("Алматы. 5 марта. Степной Вестник – ", "Алматы", "2026-03-05", "Степной Вестник"),
    ("ТАСС, 24 февраля. ", None, "2026-02-24", "ТАСС"),
    ("ТАСС - КАЗИНФОРМ - ", None, None, "КАЗИНФОРМ"),
    ("НОВОСТИ В МИРЕ, 24 февраля. /УЗИНФОРМ/. ", None, "2026-02-24", "УЗИНФОРМ"),
    ("Моcква, 5 февраля - АиФ-Москва. ", "Москва", "2026-02-05", "АиФ-Москва"),
    ("УЛАН-БАТОР,\u00a024\u00a0февраля\u00a0/МОНЦАМЭ/.\u00a0", "Улан-Батор", "2026-02-24", "МОНЦАМЭ"),
    ("Астана, 10 марта 2026 года – ", "Астана", "2026-03-10", None),
    ("Ташкент, Узбекистан (UzDaily.com) -- ", "Ташкент", None, "UzDaily.com"),
    ("Сан-Хосе, Коста-Рика, 10 марта. ТАСС. ", "Сан-Хосе", "2026-03-10", "ТАСС"),
    ("Давос, Швейцария, 10 марта. ", "Давос", "2026-03-10", None),
    ("Ереван/Новости-Армения. ", "Ереван", None, "Новости-Армения"),
    ("МИНСК, 10 марта. /БелТА – Анна Тестова/. ", "Минск", "2026-03-10", "БелТА"),
    ("Астана. 10 марта. /ИА «Тест-Инфо»/ ", "Астана", "2026-03-10", "ИА «Тест-Инфо»"),
    ("Баку/10.03.26/Туран: ", "Баку", "2026-03-10", "Туран"),
    ("Ашхабад, 10-марта. ", "Ашхабад", "2026-03-10", None),
    ("АСТАНА — Sputnik, 10 марта. ", "Астана", "2026-03-10", "Sputnik"),
    ("АЛМАТЫ, 10 мар — Вечерний Алматы. ", "Алматы", "2026-03-10", "Вечерний Алматы"),
]


@pytest.mark.parametrize(("line", "place", "date", "agency"), FORMS, ids=[form[0].strip() for form in FORMS])
def test_forms(line: str, place: str | None, date: str | None, agency: str | None) -> None:
    text = f"В Лиме открыта выставка\n{line}{NEWS}"
    found = segment(text, page_date=PAGE)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == (place, date, agency)
    assert text[found.cuts[0].start : found.cuts[0].end].endswith(NEWS)


@pytest.mark.parametrize(
    "opening",
    [
        "Вчера, 10 января, глава МИД Чехии Ян Тестов прибыл в Лиму.",
        "В понедельник, 9 июля, премьер-министр Перу подал в отставку.",
        "Президент Перу - гость выставки, сообщили организаторы.",
        "10 марта посол Казахстана Олжас Тестов открыл выставку.",
        "Посол (слева) – давний друг музея.",
        "Тестов: «Выставка – большая удача».",
    ],
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert segment(f"{opening} Она продлится до мая.", page_date=PAGE).dateline is None


@pytest.mark.parametrize(
    ("line", "page", "expected"),
    [
        ("Астана, 30 декабря. ", "2026-01-02", "2025-12-30"),
        ("Астана, 2 января. ", "2026-01-02", "2026-01-02"),
        ("Астана, 29 февраля. ", "2026-03-12", "2024-02-29"),
        ("Астана, 5 октября. ", None, None),
        ("Астана, 31 июня. ", "2026-07-12", None),
    ],
)
def test_year_comes_from_the_page(line: str, page: str | None, expected: str | None) -> None:
    dateline = segment(line + NEWS, page_date=page).dateline
    assert (dateline.date if dateline else None) == expected


def test_year_comes_from_a_date_line_above() -> None:
    found = segment(f"11.02.2023, 14:10\nАСТАНА.КАЗИНФОРМ - {NEWS}")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date) == ("Астана", "2023-02-11")
    assert found.date == "2023-02-11"
    assert [part.kind for part in found.parts] == ["date", "dateline"]


def test_date_line_alone_stands_for_the_dateline() -> None:
    text = f"03.10.2023\nВести из посольств\n\n{NEWS}"
    found = segment(text, page_date=PAGE)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.rule) == (
        None,
        "2023-10-03",
        "date-line",
    )
    assert [part.kind for part in found.parts] == ["dateline", "title"]


def test_spans_are_those_of_the_words() -> None:
    text = f"АСТАНА, 6 мар — Sputnik. {NEWS}"
    dateline = segment(text, page_date=PAGE).dateline
    assert dateline is not None and dateline.place_span and dateline.date_span and dateline.agency_span
    spans = (dateline.place_span, dateline.date_span, dateline.agency_span)
    assert [text[start:end] for start, end in spans] == ["АСТАНА", "6 мар", "Sputnik"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("РИО-ДЕ-ЖАНЕЙРО", "Рио-де-Жанейро"),
        ("ФРАНКФУРТ-НА-МАЙНЕ", "Франкфурт-на-Майне"),
        ("ЭР-РИЯД", "Эр-Рияд"),
        ("г. Астана", "Астана"),
        ("С.-ПЕТЕРБУРГ", "С.-Петербург"),
    ],
)
def test_place_names_in_their_usual_letters(written: str, name: str) -> None:
    assert place_name(written) == name
