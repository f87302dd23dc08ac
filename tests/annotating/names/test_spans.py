"""Where names begin and end, and what is none."""

from __future__ import annotations

import pytest

from tests.annotating.names import named, pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Посол К.-Ж. Ахметов и Ж. Сейдалин прибыли.", ["К.-Ж. Ахметов", "Ж. Сейдалин"]),
        ("Секретарь: Барсуков К. П. Телефон указан ниже.", ["Барсуков К. П."]),
        ("Об этом сообщил Дж.Харпер.", ["Дж.Харпер"]),
        ("Слово взял Шон О'Доннелл.", ["Шон О'Доннелл"]),
        ("Приехал Мамед Гасан оглы Керимзаде.", ["Мамед Гасан оглы Керимзаде"]),
        ("Королева Маргарита IV открыла выставку.", ["Маргарита IV"]),
        # a place beside a name
        ("Министр правительства Фландрии Маттиас Декстер прибыл.", ["Маттиас Декстер"]),
        ("В Минске Роман Барсуков открыл выставку.", ["Роман Барсуков"]),
        ("Президент Перу Мартин Кастро выступил.", ["Мартин Кастро"]),
        # two neighbours in different cases
        ("Посол Италии Марко Фиорелли Ивана Барсукова не видел.", ["Марко Фиорелли", "Ивана Барсукова"]),
        # titles stay outside
        ("Гостя принял шейх Рашид аль-Мазруи.", ["Рашид аль-Мазруи"]),
        # capitals
        ("Фото: Иван БАРСУКОВ.", ["Иван БАРСУКОВ"]),
        # East Asian
        ("Встречу провёл Ли Сяомин.", ["Ли Сяомин"]),
    ],
)
def test_what_a_name_covers(text: str, expected: list[str]) -> None:
    assert [written for written, _ in pairs(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Министерство иностранных дел Республики Казахстан сообщило о встрече.",
        "Тем не менее переговоры в Женеве продолжаются.",
        "Компания «Северный поток» и банк «Открытие» подписали договор.",
        "Роснефть и Минпромторг обсудили поставки.",
        "Вера в успех и любовь к делу помогли.",
        "Жогорку Кенеш Кыргызской Республики принял закон.",
        "Третьяковская галерея и Большой театр показали программу.",
        "Слава пришла потом. Роман вышел в свет.",
        "СМИ, ООН, ЕС и НАТО выступили с заявлением.",
        "",
        "...",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert pairs(text) == []


def test_a_blank_line_and_a_short_line_end_a_name() -> None:
    text = "Иван Барсуков\nПетров пришёл.\n\nАнна\n\nШевчук"
    assert [written for written, _ in pairs(text)] == ["Иван Барсуков", "Петров", "Анна", "Шевчук"]


def test_a_broken_long_line_does_not_end_a_name() -> None:
    text = "В столице с рабочим визитом находится министр торговли Иван\nБарсуков с делегацией."
    assert [written for written, _ in pairs(text)] == ["Иван\nБарсуков"]


def test_spans_are_words_and_code_points() -> None:
    text = "😀 Посол Иван Барсуков прибыл."
    (one,) = named(text)
    assert text[one.start : one.end] == "Иван Барсуков"
    assert one.last - one.first == 2
    assert one.gender == "m"
    assert "n" in one.cases
    assert 0.5 < one.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Президент України Олена Барсук зустрілася з послом Польщі Янушем Новаком у Києві вчора ввечері.",
        "Қазақстан Президенті Ерлан Ахметов елшімен кездесіп, ынтымақтастық мәселелерін талқылады.",
        "Президентът на републиката Иван Барсуков се срещна със своя колега, който пристигна вчера.",
        "Minister Ivan Barsukov met the ambassador in Minsk yesterday.",
    ],
)
def test_nobody_in_texts_of_other_languages(text: str) -> None:
    assert pairs(text) == []
