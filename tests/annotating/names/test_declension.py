"""A written form and what it may be in the nominative."""

from __future__ import annotations

import pytest

from core.annotating.names.declension import GIVEN, PATRONYMIC, SURNAME, readings
from core.annotating.names.tables import EVERY_CASE, bits


@pytest.mark.parametrize(
    ("form", "role", "nominative", "gender", "case"),
    [
        ("дареном", GIVEN, "дарен", "m", "i"),
        ("тангом", SURNAME, "танг", "m", "i"),
        ("льва", GIVEN, "лев", "m", "g"),
        ("любови", GIVEN, "любовь", "f", "d"),
        ("жюстины", GIVEN, "жюстина", "f", "g"),
        ("оливье", GIVEN, "оливье", "m", "d"),
        ("барсуковой", SURNAME, "барсукова", "f", "i"),
        ("барсуковым", SURNAME, "барсуков", "m", "i"),
        ("загорского", SURNAME, "загорский", "m", "a"),
        ("загорскую", SURNAME, "загорская", "f", "a"),
        ("зайцем", SURNAME, "заяц", "m", "i"),
        ("стравинца", SURNAME, "стравинец", "m", "g"),
        ("лукьянчук", SURNAME, "лукьянчук", "f", "d"),
        ("саакадзе", SURNAME, "саакадзе", "f", "p"),
        ("седых", SURNAME, "седых", "m", "g"),
        ("чемериско", SURNAME, "чемериско", "f", "i"),
        ("мутенгой", SURNAME, "мутенга", "m", "i"),
        ("сергеевича", PATRONYMIC, "сергеевич", "m", "g"),
        ("сергеевной", PATRONYMIC, "сергеевна", "f", "i"),
        ("сабо-надем", SURNAME, "сабо-надь", "m", "i"),
        ("жан-клода", GIVEN, "жан-клод", "m", "g"),
        ("анны-луизы", GIVEN, "анна-луиза", "f", "g"),
        ("аль-барзани", SURNAME, "аль-барзани", "m", "d"),
    ],
)
def test_a_form_can_be_read_as_its_nominative(
    form: str, role: str, nominative: str, gender: str, case: str
) -> None:
    found = [one for one in readings(form, role) if (one.nominative, one.gender) == (nominative, gender)]
    assert any(one.cases & bits(case) for one in found)
    assert max(one.score for one in found) > -2


def test_names_of_the_dictionary_come_before_readings_by_ending() -> None:
    best = max(readings("мартином", GIVEN), key=lambda one: one.score)
    assert (best.nominative, best.gender, best.cases) == ("мартин", "m", bits("i"))


def test_a_woman_keeps_the_ending_of_her_surname() -> None:
    assert "барсукова" in {one.nominative for one in readings("барсуковой", SURNAME)}


def test_cases_as_bits() -> None:
    assert bits("*") == EVERY_CASE == bits("ngdaip")
    assert bits("n") == 1


def test_a_hyphen_alone_breaks_nothing() -> None:
    for form in ("-", "а-", "-а", "--", "а--б"):
        for role in (GIVEN, SURNAME, PATRONYMIC):
            readings(form, role)
