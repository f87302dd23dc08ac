"""Flags: what a reader should know before trusting a text, and silence about sound ones."""

from __future__ import annotations

import pytest

from core.reading import read_text
from core.reading.judging import is_cut_off, is_mismatch
from core.shipped import SAMPLES
from tests.reading.texts import BODY, LANGUAGES, RUSSIAN, TITLE


def flags(text: str) -> tuple[str, ...]:
    return read_text(text).flags


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_have_no_flags(path: object) -> None:
    assert read_text(path.read_bytes()).flags == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_languages_are_named(code: str) -> None:
    assert f"language:{code}" in flags(LANGUAGES[code])


def test_russian_with_foreign_names_is_russian() -> None:
    assert (
        flags(RUSSIAN + " Компания Copper Ridge Mines Ltd подписала меморандум с Universidad de Lima.") == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN.replace("выставку", "выст\ufffdвку", 1),
        RUSSIAN.encode().decode("cp1251", "replace"),
        BODY[1].encode("cp1251").decode("koi8-r"),
        BODY[1].encode("koi8-r", "replace").decode("cp1251", "replace"),
        "Lima, 10.03.2026. ????? ????????? ? ???? ?????? ??????? ? ????, ??????? ????????.",
        RUSSIAN.encode().decode("latin-1"),
    ],
)
def test_lost_letters(text: str) -> None:
    assert "mojibake" in flags(text)


@pytest.mark.parametrize(
    "end",
    [
        "и затем министр отправился в",
        "[…]",
        "(...)",
        "Стороны обсудили торговлю, инвестиции и",
        "Читать далее",
    ],
)
def test_texts_that_break_off(end: str) -> None:
    assert is_cut_off(f"{RUSSIAN} {end}")


@pytest.mark.parametrize(
    "end", ["Источник: МИД", "Он сказал: «Мы рады».", "Что дальше?", "Встреча завершилась в 18.00."]
)
def test_texts_that_end(end: str) -> None:
    assert not is_cut_off(f"{RUSSIAN} {end}")


def test_title_and_body_about_different_things() -> None:
    other = "Хоккейный клуб проиграл третью встречу подряд на выезде. Тренер недоволен игрой вратаря."
    assert is_mismatch(TITLE, other)
    assert not is_mismatch(TITLE, "\n".join(BODY))
    assert not is_mismatch("Кратко", other)  # too short a title to say anything


def test_headlines_alone_are_boilerplate() -> None:
    headlines = "\n".join(f"Новость номер {number} о разных делах большого города" for number in range(12))
    assert "boilerplate" in flags(headlines)
