"""Whatever the text: every character but blanks is in exactly one part or cut, and nothing is raised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.segmenting import segment
from core.shipped import SAMPLES

RELEASES = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
PIECES = (
    "\n|\n\n|\r\n|\r| |\u00a0|\t|\u2028|\x00|\ufeff|\u200b|\ud800|🔥|• |1. |2) |- |– |Фото: |Источник: МИД|"
    "© |date 2026-03-12 |"
    '10 марта 2026, 10:00|03.10.2023|АСТАНА. 10 марта. КАЗИНФОРМ - |/ТАСС/. |АЗИЯ|Политика|Дополнено|---\n|http://a.b|«|»|"|(|)|;|:|'
    "Посол Казахстана в Перу Олжас Тестов открыл выставку. |В Осло прошла встреча.|Он|г. |И.о. |а"
).split("|")


def check(text: str, title: str | None = None) -> None:
    found = segment(text, page_date="2026-03-12", title=title)
    pieces = sorted(
        [(part.start, part.end) for part in found.parts] + [(cut.start, cut.end) for cut in found.cuts]
    )
    place = 0
    for start, end in pieces:
        assert place <= start < end
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()
    last = 0
    for start, end in found.sentences:
        assert last <= start < end
        assert any(cut.start <= start and end <= cut.end for cut in found.cuts)
        last = end
    for cut in found.cuts:
        said = [(start, end) for start, end in found.sentences if cut.start <= start < cut.end]
        assert (
            "".join(text[start:end] for start, end in said).split() or not text[cut.start : cut.end].strip()
        )
    assert sum(cut.lede for cut in found.cuts) <= 1
    for start, end in found.tokens:
        assert text[start:end].strip() == text[start:end] != ""


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_layouts_at_random(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(RELEASES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES))),
)
def test_releases_spoilt(text: str, edits: list[tuple[float, int, str]]) -> None:
    for where, dropped, put in edits:
        place = int(where * len(text))
        text = text[:place] + put + text[place + dropped :]
    check(text, title=text[:60])


@pytest.mark.parametrize(
    "text",
    [
        "г. " * 30_000,
        "а" * 300_000,
        "а-" * 150_000,
        "Иван Тестов видел Петра Пробного. " * 5_000,
        "Фото: x\n" * 10_000,
        "Посол Казахстана в Перу Олжас Тестов открыл выставку.\n" * 2_000,
        "АЗИЯ\n\n" * 10_000,
        "." * 100_000,
        "1. " * 30_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_hostile_texts(text: str) -> None:
    """Of a length at which anything that takes time with the square of it would not come back."""
    check(text)
