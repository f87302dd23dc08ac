"""Mentions of one person in a release."""

from __future__ import annotations

from tests.annotating.names import named


def names(text: str) -> list[str]:
    return [one.name for one in named(text)]


def test_a_surname_stands_for_the_full_name_before_it() -> None:
    text = "Посол Юкка Лехтинен прибыл в Астану. Лехтинена приняли в министерстве."
    assert names(text) == ["Юкка Лехтинен", "Юкка Лехтинен"]


def test_initials_stand_for_the_full_name_they_begin() -> None:
    text = "Бек-Арыстан Ахметов и Дина Ахметова прибыли. Б.-А. Ахметов выступил. Д. Ахметова тоже."
    assert names(text) == ["Бек-Арыстан Ахметов", "Дина Ахметова", "Бек-Арыстан Ахметов", "Дина Ахметова"]


def test_other_initials_stand_for_nobody_else() -> None:
    assert names("Прибыл Иван Барсуков. Позднее прибыл С. Барсуков.") == ["Иван Барсуков", "С. Барсуков"]


def test_a_later_full_name_serves_if_there_is_none_before() -> None:
    text = "Торссон прибыл в Москву. Посол Исландии Эйнар Торссон дал интервью."
    assert names(text) == ["Эйнар Торссон", "Эйнар Торссон"]


def test_the_given_name_comes_first() -> None:
    assert names("На приёме был Барсуков Иван Петрович.") == ["Иван Петрович Барсуков"]
    assert names("Редактор: Барсуков К. П.") == ["К. П. Барсуков"]


def test_the_words_of_a_mention_keep_their_nominative() -> None:
    found = named("Посол Юкка Лехтинен прибыл. С Лехтиненом беседовал министр.")
    assert [one.written for one in found] == ["Юкка Лехтинен", "Лехтинен"]
    assert found[1].rule == "surname again"


def test_a_ruler_with_a_numeral_is_a_name_of_its_own() -> None:
    assert names("Короля Яна II сопровождал Павел Ян.")[0] == "Ян II"


def test_titles() -> None:
    found = named("Приём дали шейх Рашид аль-Мазруи и генерал армии Иван Барсуков с Анной Седых.")
    assert [one.title for one in found] == ["шейх", "генерал армии", None]
