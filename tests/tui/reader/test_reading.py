"""The reader's commands, by their keys, in the whole screen on a real archive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot

from core import person_key
from tests.tui.reader.conftest import Open, screen_of, until
from tui.panes.reader import ReaderPane
from tui.panes.reader_lines import ReaderLine
from tui.panes.reader_page import Opened, page
from tui.panes.reader_walk import Walk

QUERY = "конституция"


def reader_of(pilot: Pilot[int]) -> ReaderPane:
    return screen_of(pilot).main.reader


def walk_of(pilot: Pilot[int]) -> Walk:
    walk = reader_of(pilot).walk
    assert walk is not None
    return walk


def words(pilot: Pilot[int], span: tuple[int, int] | None) -> str:
    assert span is not None
    return walk_of(pilot).release.text[span[0] : span[1]]


def told(pilot: Pilot[int]) -> str:
    """What the line below the text says."""
    line = reader_of(pilot).query_one(".fact", ReaderLine)
    assert isinstance(line.content, Content)
    return line.content.plain if line.has_class("told") else ""


def drawn(pilot: Pilot[int]) -> list[str]:
    """The lines of the text in sight."""
    view = reader_of(pilot).view
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def test_hits_one_after_another_across_dispatches(opened: Open) -> None:
    async with opened(QUERY) as pilot:
        walk = walk_of(pilot)
        assert len(walk.hits) > 3 and walk.hit is not None
        seen = [words(pilot, walk.hits[walk.hit])]
        while screen_of(pilot).told == "":
            await pilot.press("n")
            seen.append(words(pilot, walk.hits[walk.hit]))
        assert screen_of(pilot).told == "no further hit in this release"
        assert all("онституц" in one for one in seen)
        assert walk.hit == len(walk.hits) - 1
        assert f"hit {len(walk.hits)}/{len(walk.hits)}" in reader_of(pilot).border_title
        await pilot.press("N")
        assert walk.hit == len(walk.hits) - 2
        assert any("онституц" in line for line in drawn(pilot))


async def test_facts_are_walked_and_left_with_esc(opened: Open) -> None:
    async with opened(QUERY) as pilot:
        await pilot.press("}", "i")
        fact = walk_of(pilot).fact
        assert fact is not None and told(pilot) == fact.line()
        await pilot.press("i", "I")
        assert walk_of(pilot).fact == fact
        await pilot.press("escape")
        assert (walk_of(pilot).fact, told(pilot)) == (None, "")
        assert screen_of(pilot).state.wish.query == QUERY
        await pilot.press("escape")
        await until(pilot, lambda: screen_of(pilot).state.wish.empty)


@pytest.mark.parametrize("kind", ["country", "city", "official", "event", "host", "dateline"])
async def test_enter_narrows_by_the_fact_looked_at(opened: Open, kind: str) -> None:
    async with opened("Мусаев") as pilot:
        app = screen_of(pilot)
        await pilot.press("enter")
        assert told(pilot), "the first time Enter looks at a fact"
        fact = next(one for one in walk_of(pilot).facts if one.kind == kind)
        reader_of(pilot).look_at(fact)
        await pilot.press("enter")
        field = {"city": "country", "dateline": "agency"}.get(kind, kind)
        await until(pilot, lambda: app.found and app.found.wish.chosen(field))
        assert app.found is not None
        if kind == "official":
            assert app.found.wish.chosen("official") == {person_key(*fact.person or ("", None)): False}
        else:
            assert app.found.wish.narrowing.choices == (fact.choice,)


async def test_what_narrows_nothing_says_so(opened: Open) -> None:
    async with opened() as pilot:
        walk = walk_of(pilot)
        walk.known = (replace(walk.facts[0], choice=None, person=None), *walk.facts[1:])
        reader_of(pilot).look_at(walk.facts[0])
        await pilot.press("enter")
        assert screen_of(pilot).told == "Nothing can be narrowed by this."


async def test_sentences_and_dispatches(opened: Open) -> None:
    async with opened() as pilot:
        walk = walk_of(pilot)
        first = walk.sentence
        await pilot.press(")")
        assert walk.sentence != first
        await pilot.press("(")
        assert walk.sentence == first
        numbers = [walk.n]
        while screen_of(pilot).told == "":
            await pilot.press("}")
            numbers.append(walk.n)
        assert numbers[:-1] == [one.n for one in walk.dispatches]
        assert screen_of(pilot).told == "no further dispatch in this release"
        await pilot.press("{")
        assert walk.n == walk.dispatches[-2].n
        chosen = [line for line in drawn(pilot) if line.startswith("━━")]
        assert chosen and f" {walk.n}  " in chosen[0]


async def test_scrolling_by_line_page_and_to_the_ends(opened: Open) -> None:
    async with opened() as pilot:
        view = reader_of(pilot).view
        await pilot.press("g")
        assert view.scroll_offset.y == 0
        await pilot.press("j", "j", "k")
        assert view.scroll_offset.y == 1
        await pilot.press("pagedown")
        page = view.scroll_offset.y
        assert page > 3
        await pilot.press("pageup")
        assert view.scroll_offset.y == 1
        await pilot.press("G")
        assert view.scroll_offset.y == view.max_scroll_y > page


async def test_a_sentence_out_of_sight_starts_where_one_looks(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("G", ")")
        walk, view = walk_of(pilot), reader_of(pilot).view
        top, bottom = view.in_sight()
        assert walk.sentence is not None and top <= walk.sentence[0] < bottom


async def test_a_click_on_a_name_tells_of_it_and_on_text_moves_the_cursor(opened: Open) -> None:
    async with opened(size=(160, 48)) as pilot:
        walk, view = walk_of(pilot), reader_of(pilot).view
        official = next(one for one in walk.facts if one.kind == "official")
        reader_of(pilot).look_at(official)
        await pilot.pause()
        place = view.place(official.start)
        reader_of(pilot).leave_facts()
        await pilot.click(offset=place)
        assert walk.fact is not None and walk.fact.start == official.start
        sentence = next(s for s in walk.release.sentences if s[0] > official.end)
        view.reveal(sentence)
        await pilot.pause()
        await pilot.click(offset=view.place(sentence[1] - 2))
        assert walk.fact is None and walk.sentence == sentence


async def test_nothing_is_clipped_at_any_size(opened: Open) -> None:
    async with opened(QUERY) as pilot:
        view = reader_of(pilot).view
        whole = "".join(walk_of(pilot).release.text.split())
        for size in ((60, 20), (40, 10), (160, 48), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            view.scroll_to_row(0)
            shown = drawn(pilot)
            for top in range(1, view.max_scroll_y + 1):
                view.scroll_to_row(top)
                shown.append(view.render_line(view.size.height - 1).text.rstrip())
            assert all(cell_len(line) <= view.size.width for line in shown)
            text = "".join(line[2:] for line in shown if line[:1] in " │┃")
            assert "".join(text.split()) == whole, size


async def test_another_width_keeps_the_place(opened: Open) -> None:
    async with opened(QUERY) as pilot:
        await pilot.press("n", "n", "j")
        view = reader_of(pilot).view
        top = view.in_sight()[0]
        await pilot.resize_terminal(61, 24)
        await pilot.pause()
        start, end = view.in_sight()
        assert start <= top < end


async def test_a_hostile_release_is_shown_not_obeyed(opened: Open) -> None:
    async with opened() as pilot:
        one = walk_of(pilot).release
        text = "[bold]Посол[/] \x1b[2J\u202eабв [red \u200b漢字" + one.text[40:]
        hostile = replace(one, text=text, source="[/x] \x1b[8m")
        reader_of(pilot).open(Opened(hostile, page(hostile)), None)
        await pilot.press("g")
        await pilot.pause()
        assert drawn(pilot)[0].strip().startswith("[bold]Посол[/] \\x1b[2J\\u202eабв [red \\u200b漢字")


async def test_without_a_dispatch_the_text_is_empty_and_keys_do_nothing(opened: Open) -> None:
    async with opened() as pilot:
        reader_of(pilot).show(None, "")
        await pilot.press("n", "i", ")", "}", "j", "G", "y", "w", "o", "enter", "c")
        assert reader_of(pilot).walk is None
        assert not any(drawn(pilot))
