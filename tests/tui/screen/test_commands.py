"""What is left of the commands, each through the real keys of the real screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import Choice, Narrowing
from tests.tui.screen.conftest import Open
from tests.tui.screen.pressing import press, settled, typed, until
from tui import commands, kept, lang
from tui.commands.base import BROWSING, EVERYWHERE
from tui.lang import tr
from tui.panes.dispatches import PAGE
from tui.screens.help import HelpList, HelpScreen, lines
from tui.screens.palette import Palette
from tui.screens.prompt import Prompt
from tui.screens.searches import SearchesScreen
from tui.state import Saved, State, Wish
from tui.themes import NAMES


def test_no_two_commands_share_a_name_or_a_key() -> None:
    assert len(commands.BY_NAME) == len(commands.ALL)
    assert not commands.table().complaints


def test_every_command_says_what_it_does_in_both_languages() -> None:
    for command in commands.ALL:
        assert command.title and set(command.panes) <= set(EVERYWHERE)
        lang.use("ru")
        assert tr(command.title) != command.title, command.title
        assert not command.hint or tr(command.hint) != command.hint, command.hint
        assert len(tr(command.hint)) <= 20


def test_keys_of_the_user() -> None:
    keys = commands.table({"zoom": "Z", "mark": ["*", "ctrl+m"], "quit": "j", "nothing": "x", "help": 5})
    assert keys.command("Z", "reader") is commands.BY_NAME["zoom"]
    assert keys.command("z", "reader") is None
    assert keys.command("asterisk", "dispatches") is commands.BY_NAME["mark"]
    assert keys.command("j", "countries") is commands.BY_NAME["quit"], "the user's key wins over a default"
    told = [str(complaint) for complaint in keys.complaints]
    assert any("«nothing»" in one for one in told) and any("help" in one for one in told)
    assert any("«down»" in one and "«quit»" in one for one in told), "the clash is told"


@pytest.mark.parametrize("pane", EVERYWHERE)
def test_help_has_every_key_of_the_pane(pane: str) -> None:
    keys = commands.table()
    told = [title for _, title in lines(keys, commands.ALL, pane)]
    for command in commands.ALL:
        if pane in command.panes and keys.keys[command.name]:
            assert tr(command.title) in told


async def test_moving_in_a_list(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        rows = app.main.dispatches
        await press(pilot, "j", "down", "k")
        assert rows.cursor == 1
        await press(pilot, "G")
        assert rows.cursor == rows.count - 1 and rows.scroll_y > 0
        await press(pilot, "g", "pagedown")
        assert rows.cursor == rows.size.height - 1
        await press(pilot, "home", "up")
        assert rows.cursor == 0


async def test_rows_come_as_they_are_scrolled_to_and_the_place_is_kept(screen: Open, samples: Path) -> None:
    app = screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        rows = app.main.dispatches
        assert len(rows.rows) == PAGE < rows.count
        await press(pilot, "G", "k", "k")
        assert rows.hit is not None and len(rows.rows) == rows.count
        there, row = rows.here, rows.cursor
    kept_state = kept.load(kept.state_path(samples), State)
    assert kept_state.row == row
    again = screen(state=kept_state)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert again.main.dispatches.here == there
        await press(pilot, "1", "o")
        assert again.main.dispatches.here == there, "the sort of another pane does not move it"
        await press(pilot, "4", "o")
        assert again.main.dispatches.here == there, "nor does its own where the row is near the top"


async def test_tab_goes_round_the_panes(screen: Open) -> None:
    app = screen(state=State(pane="countries"))
    async with app.run_test() as pilot:
        await settled(pilot)
        seen = []
        for _ in BROWSING:
            seen.append(app.main.focused_name)
            await press(pilot, "tab")
        assert sorted(seen) == sorted(BROWSING) and app.main.focused_name == "countries"
        await press(pilot, "shift+tab")
        assert app.main.focused_name == "reader"


async def test_enter_reads_the_dispatch(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "j", "j", "enter")
        assert app.main.focused_name == "reader"
        hit = app.main.dispatches.hit
        assert hit and app.main.reader.walk and app.main.reader.walk.release.key == hit.key
        assert app.main.reader.walk.n == hit.n


async def test_letters_find_a_row_in_either_layout(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "1", "f", *"кыр")
        pane = app.main.countries
        assert pane.text_of(pane.cursor) == "Кыргызстан"
        await press(pilot, "escape", "f", *"bcg", "enter")  # «исп» under the other layout
        assert pane.text_of(pane.cursor) == "Испания"
        await press(pilot, "j")
        assert pane.text_of(pane.cursor) != "Испания", "letters are commands again"


async def test_sorts(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        newest = [hit.date for hit in app.main.dispatches.rows.values()]
        await press(pilot, "4", "o")
        oldest = [hit.date for hit in app.main.dispatches.rows.values()]
        dated = [date for date in oldest if date]
        assert dated == sorted(dated) and dated != [date for date in newest if date]
        assert "старые" in app.main.dispatches.heading[0]
        await press(pilot, "1", "o")
        names = [app.main.countries.text_of(row).casefold() for row in range(app.main.countries.count)]
        assert names == sorted(names)
        await press(pilot, "o")
        counts = [value.count for value in app.main.countries.values]
        assert counts == sorted(counts, reverse=True)


async def test_marks(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "j", "m", "j", "j", "m", "g", "M")
        assert app.main.dispatches.cursor == 1 and len(app.state.marks) == 2
        await press(pilot, "M")
        assert app.main.dispatches.cursor == 3
        await press(pilot, "m")
        assert len(app.state.marks) == 1


async def test_a_search_is_saved_listed_counted_and_forgotten(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "1", "j", "enter", "s")
        assert isinstance(app.screen, Prompt)
        await typed(pilot, "мой")
        await press(pilot, "enter", "x", "S")
        assert isinstance(app.screen, SearchesScreen)
        await until(pilot, lambda: app.screen.list.totals)
        (saved,) = app.state.saved
        assert saved.name == "мой" and app.screen.list.totals == {"мой": saved.seen}
        await press(pilot, "enter")
        assert app.state.wish == saved.wish
        await press(pilot, "S", "minus")
        assert not app.state.saved and app.screen is app.main


async def test_what_is_new_since_the_last_look(screen: Open) -> None:
    saved = Saved("Испания", Wish(narrowing=Narrowing((Choice("country", "ES"),))), seen=1)
    app = screen(state=State(saved=[saved]))
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "S")
        await until(pilot, lambda: app.screen.list.totals)
        total = app.screen.list.totals["Испания"]
        assert any(f"{total - 1} нов" in text for text, _ in app.screen.list.cells(0, 70))
        await press(pilot, "enter")
        await until(pilot, lambda: app.state.saved[0].seen == total)


@pytest.mark.parametrize(
    ("letters", "label", "field"),
    [("испан", "Испания", "country"), ("bcgfy", "Испания", "country"), ("касым", "Касым", "official")],
)
async def test_the_palette_narrows(screen: Open, letters: str, label: str, field: str) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.has_class("-ready"))
        await pilot.press(*letters)
        listed = app.screen.query_one("CommandList")
        await until(
            pilot, lambda: listed.highlighted == 0 and label in str(listed.get_option_at_index(0).prompt)
        )
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main and not app.state.wish.empty)
        (choice,) = app.state.wish.narrowing.choices
        assert choice.field == field


async def test_the_palette_runs_commands(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.has_class("-ready"))
        await pilot.press(*"сменить", "space", *"тему")
        await until(pilot, lambda: app.screen.query_one("CommandList").option_count == 1)
        await pilot.press("enter")
        await until(pilot, lambda: app.looks.theme == NAMES[1])


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_nothing_of_help_is_cut(screen: Open, size: tuple[int, int], language: str) -> None:
    lang.use(language)
    app = screen()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")  # before the first answer, too
        shown = app.screen.query_one(HelpList)
        width = shown.scrollable_content_region.width
        rows = ["".join(text for text, _ in shown.cells(row, width)) for row in range(shown.count)]
        assert len(rows) > 30 and not any("…" in row for row in rows)
        assert all(
            tr(command.title).split()[-1] in "".join(rows)
            for command in commands.ALL
            if "dispatches" in command.panes
        )


async def test_help_opens_and_closes(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "j", "q")
        assert app.screen is app.main


async def test_themes_go_round_and_are_kept(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        for name in (*NAMES[1:], NAMES[0]):
            await press(pilot, "t")
            assert app.theme == app.looks.theme == name


async def test_zoom_and_sizes(screen: Open) -> None:
    app = screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        left, top = app.main.laid.left, app.main.laid.lists
        await press(pilot, "greater_than_sign", "right_square_bracket")
        assert (app.main.laid.left, app.main.laid.lists) == (left + 2, top + 1)
        for _ in range(9):
            await pilot.press("less_than_sign", "left_square_bracket")
        await settled(pilot)
        assert app.main.laid.left == 18 and app.main.laid.lists == 6
        await press(pilot, "greater_than_sign")
        assert app.main.laid.left == 20, "past its end nothing was counted"
        await press(pilot, "2", "z")
        assert app.main.officials.size.width >= 78 and not app.main.dispatches.display
        await press(pilot, "4")
        assert app.main.dispatches.display and not app.main.officials.display
        await press(pilot, "z")
        assert app.main.officials.display


async def test_narrow_terminals_fold_to_one_pane(screen: Open) -> None:
    app = screen()
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in BROWSING:
            await press(pilot, "tab")
            shown = [name for name, pane in app.main.panes.items() if pane.display and pane.region.area]
            assert shown == [app.main.focused_name]


async def test_the_mouse(screen: Open) -> None:
    app = screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.click("#countries", offset=(5, 3))
        await settled(pilot)
        assert app.main.focused_name == "countries" and app.main.countries.cursor == 2
        await pilot.click("#countries", offset=(5, 3), times=2)
        await settled(pilot)
        assert app.state.wish.narrowing.choices[0].field == "country"


async def test_completion_is_offered_and_taken(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        await typed(pilot, "страна:испа")
        assert app.main.offers.offered[0].label == "Испания"
        await press(pilot, "right")
        assert app.main.filter.value == "страна:Испания "
        await press(pilot, "left")
        assert app.main.filter.cursor_position == len("страна:Испания"), "elsewhere arrows move"


async def test_text_of_a_release_is_never_markup(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        await typed(pilot, "[/red]")
        assert app.main.filter.value == "[/red]"
        await press(pilot, "enter", "s")
        await typed(pilot, "[bold")
        await press(pilot, "enter", "S")
        assert isinstance(app.screen, SearchesScreen)
