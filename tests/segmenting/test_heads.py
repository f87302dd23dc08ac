"""What stands around the news: head and trailer, each piece of its kind."""

from __future__ import annotations

import pytest

from core.model import Segmentation
from core.segmenting import segment

NEWS = "Посол Казахстана в Перу Олжас Тестов открыл в Лиме выставку. Она продлится до мая."


def parts(text: str, found: Segmentation) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in found.parts]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (" date 2026-03-12 Фото: МИД РК\n", [("dateline", "date 2026-03-12"), ("photo", "Фото: МИД РК")]),
        (
            "10.01.2024, 19:54 18706\nВ Лиме открыта выставка\n",
            [("dateline", "10.01.2024, 19:54"), ("counter", "18706"), ("title", "В Лиме открыта выставка")],
        ),
        (
            "В Лиме открыта выставка\nДополнено\nАстана. 8 июля. КАЗИНФОРМ - ",
            [
                ("title", "В Лиме открыта выставка"),
                ("update", "Дополнено"),
                ("dateline", "Астана. 8 июля. КАЗИНФОРМ -"),
            ],
        ),
        (
            "Политика\nВ Лиме открыта выставка ковров и серебра\nФото: Анна Тестова\nЛима, 8 июля. ",
            [
                ("rubric", "Политика"),
                ("title", "В Лиме открыта выставка ковров и серебра"),
                ("photo", "Фото: Анна Тестова"),
                ("dateline", "Лима, 8 июля."),
            ],
        ),
        (
            "В Лиме открыта выставка\nФото: МИД РК. Гости слушают Олжаса Тестова.\nАСТАНА, 8 июл — Sputnik. ",
            [
                ("title", "В Лиме открыта выставка"),
                ("photo", "Фото: МИД РК."),
                ("caption", "Гости слушают Олжаса Тестова."),
                ("dateline", "АСТАНА, 8 июл — Sputnik."),
            ],
        ),
        (
            "В Лиме открыта выставка\nГости осматривают ковры. Фото: Музей Лимы\n\n",
            [
                ("title", "В Лиме открыта выставка"),
                ("caption", "Гости осматривают ковры."),
                ("photo", "Фото: Музей Лимы"),
            ],
        ),
        ("02:53 В Лиме открыта выставка\n\n", [("date", "02:53"), ("title", "В Лиме открыта выставка")]),
        (
            "В Лиме открыта выставка\n\nКовры и серебро увидят жители трёх городов\n\n",
            [
                ("title", "В Лиме открыта выставка"),
                ("subtitle", "Ковры и серебро увидят жители трёх городов"),
            ],
        ),
        (
            "abc-1\nru\n2026-03-12\nhttps://example.org/a\nВ Лиме открыта выставка\n\n",
            [
                ("insert", "abc-1"),
                ("insert", "ru"),
                ("dateline", "2026-03-12"),
                ("source", "https://example.org/a"),
                ("title", "В Лиме открыта выставка"),
            ],
        ),
        ("---\ntitle: Выставка\n---\n\n", [("insert", "---\ntitle: Выставка\n---")]),
    ],
)
def test_heads(head: str, expected: list[tuple[str, str]]) -> None:
    text = head + NEWS
    found = segment(text)
    assert parts(text, found) == expected
    assert [text[cut.start : cut.end] for cut in found.cuts] == [NEWS]


@pytest.mark.parametrize(
    ("trailer", "expected"),
    [
        ("\n\nИсточник: пресс-служба МИД РК", [("source", "Источник: пресс-служба МИД РК")]),
        ("\nИсточник: МИД Перу. ", [("source", "Источник: МИД Перу.")]),
        ("\n\nДополнено", [("update", "Дополнено")]),
        ("\n\nФото: МИД\nАнна Тестова", [("photo", "Фото: МИД"), ("signoff", "Анна Тестова")]),
        ("\nЧитайте также: Посол вручил грамоты", [("insert", "Читайте также: Посол вручил грамоты")]),
        (" Источник: МИД Перу", [("source", "Источник: МИД Перу")]),
        ("\nУЗИНФОРМ", [("signoff", "УЗИНФОРМ")]),
        ("\nСегодня, 17:22", [("date", "Сегодня, 17:22")]),
    ],
)
def test_trailers(trailer: str, expected: list[tuple[str, str]]) -> None:
    text = NEWS + trailer
    found = segment(text)
    assert parts(text, found) == expected
    assert text[found.cuts[0].start : found.cuts[0].end] == NEWS


def test_title_known_from_outside_is_found_whatever_its_stop() -> None:
    text = f"В Лиме открыта выставка.\n{NEWS}"
    assert parts(text, segment(text, title="В Лиме открыта выставка")) == [
        ("title", "В Лиме открыта выставка.")
    ]
    assert parts(text, segment(text)) == []


def test_broken_lead_is_no_title() -> None:
    text = "В Лиме посольство Казахстана открыло\nвыставку ковров. Она продлится до мая."
    found = segment(text)
    assert found.title is None
    assert [text[start:end].count("\n") for start, end in found.sentences] == [1, 0]


def test_head_alone_is_the_news() -> None:
    text = "Посол Казахстана прибыл в Лиму"
    found = segment(text)
    assert [(cut.start, cut.end) for cut in found.cuts] == [(0, len(text))]
    assert found.parts == ()


def test_dateline_behind_stamp_and_credit_on_one_line() -> None:
    text = f"date 2026-03-12 Фото: МИД РК Астана. 10 марта. КАЗИНФОРМ - {NEWS}"
    assert parts(text, segment(text)) == [
        ("date", "date 2026-03-12"),
        ("photo", "Фото: МИД РК"),
        ("dateline", "Астана. 10 марта. КАЗИНФОРМ -"),
    ]
