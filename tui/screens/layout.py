"""How the panes share the screen: side by side where there is room, one at a time where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from tui.state import Looks

FRAME = 3  # lines around the panes: filter, what narrows, footer
SINGLE_BELOW = (72, 18)  # fewer columns or lines: one pane at a time
WIDE_FROM = 140  # columns: the reader stands beside the list
TINY_BELOW = (24, 7)  # fewer: nothing but a word


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in cells; 0 for what is not shown."""

    tiny: bool = False
    single: bool = False  # only the pane in focus
    wide: bool = False  # reader beside the list, else below it
    left: int = 0  # width of the facet panes
    months: int = 0  # height of the timeline with its heading
    lists: int = 0  # width (wide) or height (else) of timeline and list together


def layout(width: int, height: int, looks: Looks) -> Layout:
    """The layout for a screen of `width` × `height` cells."""
    if width < TINY_BELOW[0] or height < TINY_BELOW[1]:
        return Layout(tiny=True)
    if looks.zoomed or width < SINGLE_BELOW[0] or height < SINGLE_BELOW[1]:
        return Layout(single=True)
    left = _within(min(round(width * 0.32), 38) + looks.left, 18, width // 2)
    inner = height - FRAME
    if width >= WIDE_FROM:
        room = width - left
        return Layout(
            wide=True, left=left, months=3, lists=_within(room * 52 // 100 + looks.top * 2, 30, room - 30)
        )
    return Layout(left=left, months=3, lists=_within(inner * 55 // 100 + looks.top, 6, inner - 4))


def _within(value: int, least: int, most: int) -> int:
    return max(min(value, most), least)
