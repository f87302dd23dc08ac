"""Lines for the eye: what is too long is cut around what matters, marks and offsets stay right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core import Excerpt
from tui.plain.printing import around_hit, cut, width

TEXT = "Стороны обсудили проект новой Конституции и договорились о встрече"
HIT = (TEXT.index("Конституции"), TEXT.index(" и договорились"))


@given(st.integers(20, 90))
def test_an_excerpt_is_cut_around_its_hit(room: int) -> None:
    made = around_hit(Excerpt(TEXT, 100, (HIT,)), room)
    ((start, end),) = made.marks
    assert made.text[start:end] == "Конституции" and made.start + start == 100 + HIT[0]
    assert len(made.text) + 2 <= room


@given(st.text(max_size=40), st.integers(1, 30))
def test_a_cut_line_fits(text: str, columns: int) -> None:
    assert width(cut(text, columns)) <= columns or width(text) <= columns
    assert width(text) > columns or cut(text, columns) == text
