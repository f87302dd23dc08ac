"""Copying, saving, editing and opening the source, from the keys to the file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.reader.conftest import Open, screen_of, until
from tui import clipboard, exporting, outside
from tui.panes import reader_copy


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the clipboard, as the terminal would get it."""
    codes: list[str] = []
    monkeypatch.setattr(clipboard, "sequence", lambda text: codes.append(text) or "")
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    return codes


async def save(pilot: Pilot[int], name: str) -> None:
    """Presses e, names the file, and waits until the footer tells of it."""
    app = screen_of(pilot)
    await pilot.press("e")
    await until(pilot, lambda: app.screen.query(Input))
    app.screen.query_one(Input).value = name
    await pilot.press("enter")
    await until(pilot, lambda: app.told)


@pytest.mark.parametrize("pane", ["reader", "dispatches"])
async def test_sentence_dispatch_and_citation_are_sent(opened: Open, sent: list[str], pane: str) -> None:
    async with opened("Мусаев", pane=pane) as pilot:
        walk = screen_of(pilot).main.reader.walk
        assert walk is not None and walk.sentence is not None and walk.dispatch is not None
        await pilot.press("y", "Y", "C")
        assert sent == [
            reader_copy.sentence(walk.release, walk.sentence),
            reader_copy.dispatch(walk.release, walk.dispatch),
            reader_copy.citation(walk.release, walk.sentence),
        ]
        assert "Мусаев" in sent[0]
        assert screen_of(pilot).told == "citation sent to the clipboard (OSC 52); e saves to a file"


async def test_what_was_found_is_saved_in_every_form(opened: Open, tmp_path: Path) -> None:
    async with opened("конституция", pane="dispatches") as pilot:
        app = screen_of(pilot)
        assert app.found is not None
        total = app.found.hits.total
        for ending in exporting.ENDINGS:
            app.told = ""
            path = tmp_path / f"out{ending}"
            await save(pilot, str(path))
            # A press review leaves out the lede of a digest, which repeats its dispatches
            saved = total if ending in exporting.TABLES else total - 1
            assert app.told == f"{saved} dispatches saved to {path}"
            if ending != ".docx":
                assert path.read_text(encoding="utf-8").count("seeds/000.txt") == saved, ending
    assert len(list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))) == total
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == json.loads((tmp_path / "out.json").read_bytes())["hits"]
    assert (tmp_path / "out.docx").read_bytes()[:2] == b"PK"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".new")] == []


async def test_the_dispatch_read_and_the_marked_ones_are_saved(opened: Open, tmp_path: Path) -> None:
    async with opened("конституция", pane="dispatches") as pilot:
        await pilot.press("m", "j", "j", "m")
        await save(pilot, str(tmp_path / "marked.jsonl"))
        app = screen_of(pilot)
        rows = [json.loads(line) for line in (tmp_path / "marked.jsonl").read_text().splitlines()]
        assert [f"{row['key']}/{row['n']}" for row in rows] == app.state.marks
        app.told = ""
        await pilot.press("enter")
        await save(pilot, str(tmp_path / "one.jsonl"))
        (row,) = [json.loads(line) for line in (tmp_path / "one.jsonl").read_text().splitlines()]
        walk = app.main.reader.walk
        assert walk is not None and row["n"] == walk.n and row["key"] == walk.release.key


async def test_nothing_is_overwritten_and_a_wrong_name_is_told(opened: Open, tmp_path: Path) -> None:
    there = tmp_path / "there.md"
    there.write_text("мой файл", encoding="utf-8")
    async with opened(pane="dispatches") as pilot:
        for name, told in (
            (str(there), f"{there} exists already; nothing is overwritten."),
            (str(tmp_path / "x.pdf"), "The ending tells the form: .md .txt .html .docx .csv .jsonl .json."),
            (str(tmp_path / "no" / "x.md"), f"There is no folder {tmp_path / 'no'}."),
        ):
            screen_of(pilot).told = ""
            await save(pilot, name)
            assert screen_of(pilot).told == told
    assert there.read_text(encoding="utf-8") == "мой файл"


def test_a_suggested_name_is_not_taken(tmp_path: Path) -> None:
    first = exporting.suggested("depesha", tmp_path)
    assert not exporting.wrong(str(tmp_path / first))
    (tmp_path / first).touch()
    second = exporting.suggested("depesha", tmp_path)
    assert second != first and not (tmp_path / second).exists()


async def test_a_terminal_that_cannot_make_room_says_so(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "ed")
    async with opened() as pilot:
        await pilot.press("E")
        assert screen_of(pilot).told == "This terminal cannot make room for ed."


def test_which_editor() -> None:
    assert outside.editor({"VISUAL": "vim -n", "EDITOR": "nano"}) == ["vim", "-n"]
    assert outside.editor({"VISUAL": "'", "EDITOR": "nano"}) == ["nano"]
    assert outside.editor({})


@pytest.mark.parametrize(
    ("environment", "platform", "has"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "1 2 3 4"}, "linux", False),
        ({}, "darwin", True),
    ],
)
def test_where_a_browser_can_open(environment: dict[str, str], platform: str, has: bool) -> None:
    assert outside.has_browser(environment, platform) is has
