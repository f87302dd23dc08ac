"""HTML: the release without the page around it, on pages as sites build them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Document
from core.reading import Refusal, read
from tests.reading.pages import FURNITURE, TEMPLATES
from tests.reading.texts import BODY, TITLE


def one(path: Path) -> Document:
    (found,) = read([path])
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("name", TEMPLATES)
def test_only_the_release_is_left(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TEMPLATES[name](TITLE, BODY), encoding="cp1251" if name == "breaks" else "utf-8")
    found = one(page)
    for paragraph in (TITLE, *BODY):
        assert found.text.count(paragraph) == 1
    assert found.text.index(TITLE) < found.text.index(BODY[0])
    assert not [piece for piece in FURNITURE if piece in found.text]
    assert "boilerplate" not in found.flags


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "fragment"])
def test_title_is_that_of_the_page_without_the_site(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TEMPLATES[name](TITLE, BODY), encoding="cp1251" if name == "breaks" else "utf-8")
    assert one(page).title == TITLE


@pytest.mark.parametrize("name", ["semantic", "blocks", "ministry", "portal"])
def test_date_is_that_of_the_metadata(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TEMPLATES[name](TITLE, BODY), encoding="utf-8")
    assert one(page).date == "2026-03-11"


def test_address_is_the_canonical_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TEMPLATES["semantic"](TITLE, BODY), encoding="utf-8")
    assert one(page).url == "https://agency.example/ru/news/1"


def test_declared_encoding_is_kept_with_the_release(tmp_path: Path) -> None:
    page = tmp_path / "page.htm"
    page.write_text(TEMPLATES["breaks"](TITLE, BODY), encoding="cp1251")
    assert one(page).encoding == "cp1251"


def test_words_keep_their_signs(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<p>Посол\u00a0Тестов отметил: «Рост составил 5&nbsp;%», &mdash; и уехал в&shy;месте с Джoнсоном.</p>"
        * 3,
        encoding="utf-8",
    )
    assert (
        "Посол\u00a0Тестов отметил: «Рост составил 5\u00a0%», — и уехал в\u00adместе с Джoнсоном."
        in one(page).text
    )


def test_front_page_is_flagged(tmp_path: Path) -> None:
    page = tmp_path / "front.html"
    links = "".join(f'<li><a href="/{n}">Новость номер {n} о разных делах города</a></li>' for n in range(40))
    page.write_text(f"<html><body><h1>Главное</h1><ul>{links}</ul></body></html>", encoding="utf-8")
    assert "boilerplate" in one(page).flags


def test_page_without_words_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "empty.html"
    page.write_text("<html><body><script>var a = 'слова';</script></body></html>", encoding="utf-8")
    (found,) = read([page])
    assert isinstance(found, Refusal)
    assert str(found.message) == "holds no text"
