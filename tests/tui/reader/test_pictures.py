"""How the reader and what opens from it look: snapshots at three sizes, dark, light and without colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from core import Archive
from tests.tui.reader.conftest import screen_of, until
from tui import lang
from tui.app import Depesha
from tui.state import Looks, State, Wish

Compare = Callable[..., bool]
SIZES = ((60, 20), (80, 24), (160, 48))


@pytest.fixture(autouse=True)
def russian(english: None) -> Iterator[None]:
    lang.use("ru")
    yield


@pytest.fixture
def app(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Depesha]]:
    """Makes the application on the gold archive, the text in focus."""
    monkeypatch.setenv("DEPESHA_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    with Archive(filled) as archive:

        def make(query: str, *, theme: str = "dark", pane: str = "reader", zoomed: bool = False) -> Depesha:
            looks = Looks(theme=f"depesha-{theme}", zoomed=zoomed)
            return Depesha(archive, state=State(wish=Wish(query=query), pane=pane), looks=looks)

        yield make


def pressing(*keys: str) -> Callable[[Pilot[int]], object]:
    """Waits for the text, then presses keys."""

    async def press(pilot: Pilot[int]) -> None:
        await until(pilot, lambda: screen_of(pilot).main.reader.walk)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        app = screen_of(pilot)
        await until(pilot, lambda: keys[-1:] not in (("c",), ("w",)) or app.screen is not app.main)

    return press


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_text_with_hits_and_a_fact(
    snap_compare: Compare, app: Callable[..., Depesha], size: tuple[int, int], theme: str
) -> None:
    shown = app("Мусаев", theme=theme)
    assert snap_compare(shown, terminal_size=size, run_before=pressing("i", "i", "i"))


@pytest.mark.parametrize("theme", ["contrast", "ansi"])
def test_the_text_alone_in_other_themes(
    snap_compare: Compare, app: Callable[..., Depesha], theme: str
) -> None:
    shown = app("конституция", theme=theme, zoomed=True)
    assert snap_compare(shown, terminal_size=(80, 24), run_before=pressing("n"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_why(snap_compare: Compare, app: Callable[..., Depesha], size: tuple[int, int]) -> None:
    assert snap_compare(app("Мусаев"), terminal_size=size, run_before=pressing("w"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_card(snap_compare: Compare, app: Callable[..., Depesha], size: tuple[int, int]) -> None:
    shown = app("Мусаев", pane="officials")
    assert snap_compare(shown, terminal_size=size, run_before=pressing("c"))


def test_the_help_of_the_text(snap_compare: Compare, app: Callable[..., Depesha]) -> None:
    shown = app("Мусаев")
    assert snap_compare(shown, terminal_size=(80, 48), run_before=pressing("question_mark"))
