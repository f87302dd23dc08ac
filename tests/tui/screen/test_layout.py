"""How the panes share the screen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.screens.layout import layout
from tui.state import Looks


def test_side_by_side_stacked_or_one_at_a_time() -> None:
    assert layout(160, 48, Looks()).wide
    usual = layout(80, 24, Looks())
    assert not usual.wide and not usual.single and usual.left + 50 <= 80
    assert layout(60, 20, Looks()).single
    assert layout(80, 24, Looks(zoomed=True)).single
    assert layout(20, 5, Looks()).tiny


@settings(deadline=None)  # a busy machine is no fault
@given(st.integers(1, 400), st.integers(1, 200), st.integers(-500, 500), st.integers(-500, 500))
def test_every_pane_has_room_whatever_was_resized(width: int, height: int, left: int, top: int) -> None:
    laid = layout(width, height, Looks(left=left, top=top))
    if laid.tiny or laid.single:
        return
    assert 18 <= laid.left <= width // 2
    assert 30 <= laid.lists <= width - laid.left - 30 if laid.wide else 6 <= laid.lists <= height - 7
