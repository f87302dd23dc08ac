"""Narrowing by panes and words: the rest follows, and Esc takes it back step by step."""

from __future__ import annotations

import re

from core import FACETS, Choice, Narrowing
from tests.tui.screen.conftest import Open
from tests.tui.screen.pressing import press, settled, typed
from tui.state import State, Wish


async def test_enter_narrows_and_everything_follows(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        whole = app.main.dispatches.count
        assert whole == app.found.hits.dispatches > 100
        await press(pilot, "1", "j", "enter")
        chosen = app.main.countries.values[1]
        assert app.state.wish.narrowing.choices == (Choice("country", chosen.value),)
        assert app.main.dispatches.count == chosen.count < whole
        assert app.main.countries.count > 50, "its own pane still offers the others"
        assert sum(value.count for value in app.main.months.values) == chosen.count
        assert f"{chosen.count} из {whole}" in app.main.dispatches.heading[1]
        await press(pilot, "escape")
        assert app.main.dispatches.count == whole


async def test_space_joins_and_minus_excludes(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        one, two = app.main.countries.values[1:3]
        await press(pilot, "1", "j", "space", "space")
        assert app.state.wish.chosen("country") == {one.value: False, two.value: False}
        both = app.main.dispatches.count
        assert max(one.count, two.count) <= both <= one.count + two.count
        await press(pilot, "x", "g", "minus")
        assert list(app.state.wish.chosen("country").values()) == [True]
        assert app.main.dispatches.count == app.found.hits.dispatches - app.main.countries.values[0].count


async def test_typing_narrows_at_each_key(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        totals = [app.main.dispatches.count]
        await press(pilot, "slash")
        for letter in "посол ис":
            await press(pilot, letter)
            totals.append(app.main.dispatches.count)
        assert totals == sorted(totals, reverse=True) and totals[-1] < totals[0]
        assert app.main.filter.value == "посол ис"
        await press(pilot, "enter")
        assert app.main.focused_name == "dispatches" and app.state.queries == ["посол ис"]
        await press(pilot, "escape")
        assert app.state.wish.empty and app.main.filter.value == ""


async def test_esc_in_the_filter_takes_the_words_back(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        await typed(pilot, "виза")
        await press(pilot, "escape")
        assert app.state.wish.empty and app.main.focused_name == "dispatches"


async def test_a_country_and_a_query_are_taken_back_last_first(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter", "slash")
        await typed(pilot, "посол")
        await press(pilot, "enter", "2", "enter")
        assert [one.field for one in app.state.wish.narrowing.choices] == ["country", "official"]
        await press(pilot, "escape")
        assert app.state.wish.query == "посол" and len(app.state.wish.narrowing.choices) == 1
        await press(pilot, "escape")
        assert app.state.wish.query == "" and len(app.state.wish.narrowing.choices) == 1
        await press(pilot, "escape")
        assert app.state.wish.empty


async def test_months_narrow(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "3", "enter")
        newest = app.main.months.values[-1]
        assert app.state.wish.narrowing.choices == (Choice("month", newest.value),)
        assert app.main.dispatches.count == newest.count


async def test_countries_as_hosts_or_merely_mentioned(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        either = {value.value: value.count for value in app.main.countries.values}
        await press(pilot, "1", "h")
        hosts = {value.value: value.count for value in app.main.countries.values}
        assert app.state.counts == "host" and sum(hosts.values()) < sum(either.values())
        await press(pilot, "enter")
        assert app.state.wish.narrowing.choices[0].field == "host"


async def test_alt_arrows_walk_the_trail(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter", "slash")
        await typed(pilot, "виза")
        await press(pilot, "enter")
        await press(pilot, "alt+left")
        assert (app.state.wish.query, len(app.state.wish.narrowing.choices)) == ("", 1)
        await press(pilot, "alt+left")
        assert app.state.wish.empty
        await press(pilot, "alt+right", "alt+right")
        assert app.state.wish.query == "виза" and app.main.filter.value == "виза"


async def test_older_queries_behind_the_arrow(screen: Open) -> None:
    app = screen(state=State(queries=["виза", "посол"]))
    async with app.run_test() as pilot:
        await press(pilot, "slash", "а", "up")
        assert app.main.filter.value == "посол"
        await press(pilot, "up")
        assert app.main.filter.value == "виза"
        await press(pilot, "down", "down")
        assert app.main.filter.value == "а"
        await press(pilot, "down")
        assert app.main.focused_name == "dispatches"


async def test_what_narrows_is_always_shown(screen: Open) -> None:
    choices = tuple(Choice(field, "2026-03" if field == "month" else "—") for field in FACETS)
    app = screen(state=State(wish=Wish("посол", Narrowing(choices))))
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        told = app.main.crumbs.render().plain
        assert told.count(" · ") == len(FACETS) and "посол" in told and "март 2026" in told
        assert not re.search("[a-z]", told), "all of it in the language spoken"


async def test_nothing_found_says_what_to_do(screen: Open) -> None:
    app = screen()
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        await typed(pilot, "ъъъъ")
        await press(pilot, "enter")
        assert app.main.dispatches.count == 0
        assert "Esc" in app.main.dispatches.empty_text()
