"""Pictures of the screen: each pane and mode in the sizes that must hold, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from core import Choice, Narrowing
from tests.tui.screen.conftest import Open
from tests.tui.screen.pressing import press, settled, typed, until
from tui.state import Saved, State, Wish

Shot = Callable[..., bool]
SIZES = [(60, 20), (80, 24), (160, 48)]
THEMES = ["depesha-dark", "depesha-light"]
PANES = ["countries", "officials", "months", "dispatches", "reader", "filter"]


def doing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Presses keys before the picture is taken."""

    async def run(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("theme", THEMES)
def test_the_main_screen(snap_compare: Shot, screen: Open, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(screen(theme=theme), terminal_size=size, run_before=doing("4", "j", "j"))


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
def test_each_pane_in_focus(snap_compare: Shot, screen: Open, pane: str, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        if pane == "filter":
            await press(pilot, "slash")
            await typed(pilot, "страна:ис")
        else:
            await press(pilot, str(PANES.index(pane) + 1), "j")

    assert snap_compare(screen(), terminal_size=size, run_before=run)


def test_narrowed(snap_compare: Shot, screen: Open) -> None:
    choices = (Choice("country", "ES"), Choice("country", "DE"), Choice("country", "UZ", excluded=True))
    state = State(wish=Wish("посол", Narrowing(choices)), pane="countries")
    assert snap_compare(screen(state=state), terminal_size=(80, 24), run_before=doing())


def test_nothing_found(snap_compare: Shot, screen: Open) -> None:
    state = State(wish=Wish("жжжжж"))
    assert snap_compare(screen(state=state), terminal_size=(80, 24), run_before=doing())


@pytest.mark.parametrize("theme", ["depesha-contrast", "depesha-ansi"])
def test_other_themes(snap_compare: Shot, screen: Open, theme: str) -> None:
    assert snap_compare(screen(theme=theme), terminal_size=(80, 24), run_before=doing("1", "j", "enter"))


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
def test_help(snap_compare: Shot, screen: Open, size: tuple[int, int]) -> None:
    assert snap_compare(screen(), terminal_size=size, run_before=doing("1", "question_mark"))


def test_palette(snap_compare: Shot, screen: Open) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen.has_class("-ready"))
        await pilot.press(*"туркм")
        await until(pilot, lambda: pilot.app.screen.query_one("CommandList").option_count == 2)

    assert snap_compare(screen(), terminal_size=(80, 24), run_before=run)


def test_saved_searches(snap_compare: Shot, screen: Open) -> None:
    saved = [
        Saved("Испания", Wish(narrowing=Narrowing((Choice("country", "ES"),))), seen=1),
        Saved("послы", Wish("посол"), seen=500),
    ]
    assert snap_compare(screen(state=State(saved=saved)), terminal_size=(80, 24), run_before=doing("S"))


def test_prompt(snap_compare: Shot, screen: Open) -> None:
    assert snap_compare(screen(), terminal_size=(80, 24), run_before=doing("a"))


def test_zoomed(snap_compare: Shot, screen: Open) -> None:
    assert snap_compare(screen(), terminal_size=(80, 24), run_before=doing("2", "z"))


def test_tiny(snap_compare: Shot, screen: Open) -> None:
    assert snap_compare(screen(), terminal_size=(20, 5), run_before=doing())


def test_no_colour(snap_compare: Shot, screen: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(screen(), terminal_size=(80, 24), run_before=doing("1", "j", "enter"))


SIGNS = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff\ue000-\uf8ff]")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)], ids=lambda size: "x".join(map(str, size)))
async def test_nothing_is_clipped_and_no_emoji(screen: Open, size: tuple[int, int]) -> None:
    """Every line fits, headings are whole, the footer has at most five hints."""
    app = screen()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for pane in ("1", "2", "3", "4", "5", "slash"):
            await press(pilot, pane)
            lines = [
                "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()
            ]
            assert all(len(line) <= size[0] for line in lines)
            assert not any(map(SIGNS.search, lines))
            headings = [one for one in app.main.panes.values() if one.display and one.region]
            assert headings and all(
                one.region.right <= size[0] and one.region.bottom < size[1] for one in headings
            )
            assert lines[-1].strip() and "…" not in lines[-1]
            hints = [command for command in app.commands if command.hint and command.ready(app)]
            assert hints
