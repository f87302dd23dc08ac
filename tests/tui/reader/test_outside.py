"""Other programs in front of the screen, and the linear mode, on a real terminal."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.screen.terminal import PROGRAM, Pty, environment

KEEPER = """#!/bin/sh
# stands for an editor or a pager: shows itself, keeps what it was given, waits for Enter
cp "$1" "{kept}"
printf 'KEEPER IS HERE'
read answer
"""


@pytest.fixture
def keeper(tmp_path: Path) -> tuple[Path, Path]:
    """A program that keeps a copy of the file it opens, and where the copy is."""
    program, kept = tmp_path / "keeper", tmp_path / "kept.txt"
    program.write_text(KEEPER.format(kept=kept), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program, kept


@pytest.fixture
def screen(folder: Path, tmp_path: Path, keeper: tuple[Path, Path]) -> Iterator[Pty]:
    """The screen on a pty, the text of the newest dispatch in sight."""
    program = str(keeper[0])
    variables = environment(tmp_path, folder, DEPESHA_PAGER=program, VISUAL=program, DEPESHA_LANG="en")
    pty = Pty([str(PROGRAM), "--fresh"], variables)
    pty.until("seeds/000.txt")
    yield pty
    pty.close()


def test_the_editor_gets_a_copy_and_the_screen_comes_back(screen: Pty, keeper: tuple[Path, Path]) -> None:
    screen.send("5E")
    screen.until(lambda pty: b"KEEPER IS HERE" in pty.raw)
    assert b"\x1b[?1049l" in screen.raw, "the editor has the terminal to itself"
    kept = keeper[1].read_text(encoding="utf-8")
    assert "Дипломаты Казахстана в разных странах" in kept and "Полю Кагаме" in kept
    screen.grid = [[" "] * screen.columns for _ in range(screen.rows)]
    screen.send("\r")
    screen.until("seeds/000.txt")
    screen.send("q")
    assert screen.ended() == 0


def test_a_list_is_edited_as_a_review(screen: Pty, keeper: tuple[Path, Path]) -> None:
    screen.send("4E")
    screen.until(lambda pty: b"KEEPER IS HERE" in pty.raw)
    assert keeper[1].read_text(encoding="utf-8").startswith("# Press review")
    screen.send("\rq")
    assert screen.ended() == 0


def test_the_source_is_paged_as_read_where_the_file_is_gone(screen: Pty, keeper: tuple[Path, Path]) -> None:
    screen.send("5o")
    screen.until(lambda pty: b"KEEPER IS HERE" in pty.raw)
    assert "Астана. 10 марта. KAZAKHSTAN TODAY" in keeper[1].read_text(encoding="utf-8")
    screen.send("\rq")
    assert screen.ended() == 0


def test_the_linear_mode_talks_in_lines_and_draws_nothing(folder: Path, tmp_path: Path) -> None:
    pty = Pty([str(PROGRAM), "--plain"], environment(tmp_path, folder, TERM="dumb", DEPESHA_LANG="ru"))
    try:
        pty.until(lambda one: "h — подсказка" in one.raw.decode(errors="ignore"))
        pty.send("Мусаев\r1\rй\r")
        assert pty.ended() == 0
    finally:
        pty.close()
    said = pty.raw.decode()
    assert "лицо: Данат Мусаев, посол Казахстана" in said
    assert "\x1b" not in said.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")
