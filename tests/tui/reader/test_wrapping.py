"""Wrapping: nothing is lost, nothing is too wide, whatever the text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.plain.cleaning import unsafe
from tui.widgets import wrapping
from tui.widgets.wrapping import columns, drawn, wrap

WIDTHS = st.integers(2, 30)
CYRILLIC = st.text(alphabet="абвгдеё -–«»Аz09.,\n", max_size=80)
# wide, combining, emoji, right-to-left, zero-width, escapes, soft hyphens, tabs, line ends of all kinds
STRANGE = st.text(
    alphabet="аб \n\r\t-漢字가\u0301\u0306e\u200b\u200d\u202e\u00ad\x1b\x07\u2028👩🔬☺\ufe0f0#ع\ue000\x85",
    max_size=60,
)
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


def lines(text: str, width: int) -> list[str]:
    return [drawn(text, a, b).rstrip() for a, b in wrap(text, 0, len(text), width)]


@given(st.one_of(CYRILLIC, STRANGE, ANY), WIDTHS)
def test_lines_follow_each_other_and_hold_everything(text: str, width: int) -> None:
    spans = wrap(text, 0, len(text), width)
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(a < b for a, b in spans)
    assert [b for _, b in spans[:-1]] == [a for a, _ in spans[1:]]


@given(st.one_of(CYRILLIC, STRANGE, ANY), WIDTHS)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    widest = max((width for _, _, width in wrapping._units(text)), default=0)  # an escape is never cut
    for line in lines(text, width):
        assert columns(line) <= max(width, widest), repr(line)


@given(st.one_of(CYRILLIC, STRANGE))
def test_columns_are_those_the_screen_counts(text: str) -> None:
    line = drawn(text, 0, len(text))
    assert columns(line) == cell_len(line)


@given(CYRILLIC.map(lambda text: text.replace("\n", " ")), WIDTHS)
def test_plain_and_measured_ways_agree(text: str, width: int) -> None:
    quick = list(wrapping._paragraph(text, 0, len(text), width)) if text else []
    assert quick == list(wrapping._measured(text, width))


@given(CYRILLIC, WIDTHS)
def test_a_line_takes_as_many_words_as_fit(text: str, width: int) -> None:
    spans = wrap(text, 0, len(text), width)
    for (start, end), (_, after) in zip(spans, spans[1:], strict=False):
        if text[end - 1] != "\n":
            word = text[end:after].split(" ")[0].split("\n")[0]
            assert len(text[start:end]) + len(word) > width or "-" in word


@given(STRANGE, STRANGE, WIDTHS)
def test_a_stretch_is_wrapped_as_if_alone(before: str, text: str, width: int) -> None:
    alone = wrap(text, 0, len(text), width)
    inside = wrap(f"{before}\n{text}\nпосле", len(before) + 1, len(before) + 1 + len(text), width)
    assert [(a - len(before) - 1, b - len(before) - 1) for a, b in inside] == alone


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert lines("a\x1b[31mб \u202eв\u200bг", 40) == ["a\\x1b[31mб \\u202eв\\u200bг"]
    assert lines("пере\u00adнос", 40) == ["перенос"]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("один два три", 8, ["один два", "три"]),
        ("бизнес-форум", 8, ["бизнес-", "форум"]),
        ("самолет L-410", 11, ["самолет", "L-410"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("бе\u0301з уда\u0301р", 4, ["бе\u0301з", "уда\u0301р"]),
        ("одиндватри", 4, ["один", "дват", "ри"]),
        ("а\u00a0б в", 3, ["а\u00a0б", "в"]),
        ("а\n\nб", 5, ["а", "", "б"]),
    ],
)
def test_where_lines_end(text: str, width: int, shown: list[str]) -> None:
    assert lines(text, width) == shown


def test_characters_taken_for_simple_are_of_one_column_and_safe() -> None:
    simple = [chr(code) for code in range(sys.maxunicode + 1) if wrapping._SIMPLE.fullmatch(chr(code))]
    assert len(simple) > 1000
    assert all(cell_len(char) == 1 for char in simple)
    assert not list(unsafe("".join(simple)))
