"""What opens above the screen: the grounds of a dispatch, the card of an official and its corrections."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from core import Archive
from tests.tui.reader.conftest import Open, screen_of, until
from tui.screens.card import CardScreen
from tui.screens.card_rows import Row
from tui.screens.why import WhyScreen


def card_of(pilot: Pilot[int]) -> CardScreen:
    screen = screen_of(pilot).screen
    assert isinstance(screen, CardScreen)
    return screen


async def open_card(pilot: Pilot[int], name: str) -> None:
    """Opens the card of an official from the list of officials."""
    app = screen_of(pilot)
    officials = app.main.officials
    await until(pilot, lambda: officials.count)
    officials.cursor = next(row for row in range(officials.count) if name in officials.text_of(row))
    await pilot.press("c")
    await until(pilot, lambda: isinstance(app.screen, CardScreen))


def row(pilot: Pilot[int], kind: str) -> Row:
    """Puts the cursor on the first row of a kind."""
    cards = card_of(pilot).list
    cards.cursor = next(at for at, one in enumerate(cards.lines) if one.kind == kind)
    return cards.row


async def answer(pilot: Pilot[int], line: str) -> None:
    """Types a line into the question and sends it."""
    app = screen_of(pilot)
    await until(pilot, lambda: app.screen.query(Input))
    app.screen.query_one(Input).value = line
    await pilot.press("enter")


# -- why


async def test_why_shows_sentence_rule_and_confidence_and_goes_there(opened: Open) -> None:
    async with opened("Мусаев") as pilot:
        app = screen_of(pilot)
        walk = app.main.reader.walk
        assert walk is not None
        await pilot.press("w")
        why = app.screen
        assert isinstance(why, WhyScreen)
        await until(pilot, lambda: why.list.count)
        page = "\n".join("".join(text for text, _ in line.cells) for line in why.list.lines)
        assert "В Испании посол Казахстана Данат Мусаев побывал" in page
        assert "0.95  official    Данат Мусаев, посол Казахстана" in page
        assert "post-before-name" in page
        why.list.cursor = next(
            at for at, line in enumerate(why.list.lines) if line.fact and line.fact.kind == "official"
        )
        fact = why.list.fact
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main)
        assert walk.fact == fact and app.main.focused_name == "reader"


async def test_why_is_whole_at_any_width(opened: Open) -> None:
    async with opened("Мусаев", size=(60, 20)) as pilot:
        app = screen_of(pilot)
        await pilot.press("w")
        why = app.screen
        assert isinstance(why, WhyScreen)
        for width in (160, 40, 80):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            lines = ["".join(text for text, _ in line.cells) for line in why.list.lines]
            assert max(map(cell_len, lines)) <= why.list.size.width
            assert "Комитетапоиностраннымделам" in "".join("".join(lines).split())


# -- the card


async def test_the_card_has_posts_countries_and_dispatches(opened: Open) -> None:
    async with opened(pane="officials") as pilot:
        await open_card(pilot, "Данат Мусаев")
        screen = card_of(pilot)
        kinds = [one.kind for one in screen.list.lines]
        assert {"post", "country", "dispatch"} <= set(kinds)
        assert row(pilot, "post").text == "посол Казахстана"
        assert row(pilot, "country").value == "ES"
        dispatch = row(pilot, "dispatch")
        await pilot.press("enter")
        app = screen_of(pilot)
        await until(
            pilot,
            lambda: (
                app.main.reader.walk
                and f"{app.main.reader.walk.release.key}/{app.main.reader.walk.n}" == dispatch.value
            ),
        )
        assert app.main.focused_name == "reader"


async def test_a_country_of_the_card_narrows(opened: Open) -> None:
    async with opened(pane="officials") as pilot:
        await open_card(pilot, "Данат Мусаев")
        country = row(pilot, "country")
        await pilot.press("enter")
        assert screen_of(pilot).state.wish.chosen("country") == {country.value: False}


async def test_the_card_of_an_official_chosen_in_the_text(opened: Open) -> None:
    async with opened("Мусаев") as pilot:
        app = screen_of(pilot)
        walk = app.main.reader.walk
        assert walk is not None
        app.main.reader.look_at(next(one for one in walk.facts if one.person and "Мусаев" in one.told))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CardScreen))
        assert card_of(pilot).known.card.name == "Данат Мусаев"
        await pilot.press("escape")
        assert app.screen is app.main


async def test_rename_merge_split_hide_and_undo(opened: Open, folder: Path) -> None:
    async with opened(pane="officials") as pilot:
        app = screen_of(pilot)
        await open_card(pilot, "Данат Мусаев")
        await pilot.press("r")
        await answer(pilot, "Данат М. Мусаев")
        await until(pilot, lambda: card_of(pilot).known.card.name == "Данат М. Мусаев")
        await pilot.press("m")
        await answer(pilot, "Тимур Жаксылыков")
        await until(pilot, lambda: len(card_of(pilot).known.card.spellings) == 2)
        await pilot.press("s")
        assert app.told == "Put the cursor on the spelling that is someone else."
        cards = card_of(pilot).list
        cards.cursor = next(at for at, one in enumerate(cards.lines) if one.left == "Тимур Жаксылыков")
        await pilot.press("s")
        await until(pilot, lambda: len(card_of(pilot).known.card.spellings) == 1)
        await pilot.press("u")
        await until(pilot, lambda: len(card_of(pilot).known.card.spellings) == 2)
        await pilot.press("h")
        await until(pilot, lambda: app.screen is app.main)
        assert "u takes it back" in app.told
        with Archive(folder) as other:
            assert not other.cards("Данат Мусаев")
        await pilot.press("u")
        await until(pilot, lambda: app.told.startswith("Taken back"))
        with Archive(folder) as other:
            (card,) = other.cards("Мусаев Жаксылыков") or other.cards("Данат")
            assert [one.do for one in other.corrections()] == ["rename", "merge"]
            assert len(card.spellings) == 2


async def test_a_merge_with_nobody_is_told(opened: Open) -> None:
    async with opened(pane="officials") as pilot:
        await open_card(pilot, "Данат Мусаев")
        await pilot.press("m")
        await answer(pilot, "Никто Никтоев")
        await until(pilot, lambda: screen_of(pilot).told == "Nobody is called Никто Никтоев.")


async def test_with_nothing_to_undo_it_says_so(opened: Open) -> None:
    async with opened(pane="officials") as pilot:
        await pilot.press("u")
        await until(pilot, lambda: screen_of(pilot).told == "There is nothing to undo.")
