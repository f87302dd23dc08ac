"""The real program in a pty: starts, keeps its place, takes signals and sizes, leaves the terminal clean."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import SAMPLES, Archive
from tests.tui.screen.terminal import PROGRAM, Pty, environment

Start = Callable[..., Pty]
COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
LEFT = b"\x1b[?1049l"  # the alternate screen is left


@pytest.fixture
def start(samples: Path, home: Path) -> Iterator[Start]:
    """Starts the program on the samples, or on another archive."""
    running: list[Pty] = []

    def run(*words: str, archive: Path = samples, columns: int = 80, rows: int = 24, **more: str) -> Pty:
        place = environment(home, archive, **more)
        running.append(Pty([str(PROGRAM), *words], place, columns=columns, rows=rows))
        return running[-1]

    yield run
    for one in running:
        one.close()


def test_it_starts_narrows_and_leaves_clean(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("1jo\r")
    terminal.until(" из 104")
    terminal.send("q")
    assert terminal.ended() == 0
    assert LEFT in terminal.raw and b"\x1b[?25h" in terminal.raw


def test_the_escape_byte_alone_takes_back(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("1\r")
    terminal.until(" из 104")
    terminal.send("\x1b")
    terminal.until(lambda one: " из 104" not in one.text)


def test_typed_under_the_russian_layout(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send(".")  # the key /
    terminal.send("виза")
    terminal.until("/ виза")
    terminal.send("\r")
    terminal.until(" из 104")
    terminal.send("й")  # the key q
    assert terminal.ended() == 0


def test_the_place_is_back_at_the_next_start_but_not_when_fresh(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("1jj\r")
    terminal.until(" из 104")
    terminal.send("/посол\r")
    terminal.until("/ посол")
    terminal.send("2q")
    assert terminal.ended() == 0
    again = start()
    again.until(" из 104")
    again.until("/ посол")
    again.until("━Официальные лица ━")
    again.send("q")
    assert again.ended() == 0
    fresh = start("--fresh")
    fresh.until("Казахстан")
    fresh.until("━Сообщения ━")
    assert " из 104" not in fresh.text and "посол" not in fresh.text.splitlines()[0]


def test_a_broken_state_is_put_aside(start: Start, home: Path) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("q")
    assert terminal.ended() == 0
    (kept,) = (home / ".local/state/depesha").glob("archive-*.json")
    kept.write_bytes(b"{broken")
    again = start()
    again.until("Казахстан")
    assert kept.with_name(kept.name + ".broken").exists()


def test_no_color_sends_no_colour_at_all(start: Start) -> None:
    terminal = start(NO_COLOR="1")
    terminal.until("Казахстан")
    terminal.send("1j\r")
    terminal.until(" из 104")
    terminal.send("/посол\r5nn?")
    terminal.until("Клавиши")
    terminal.send("\x1b[27uq")
    assert terminal.ended() == 0
    assert not COLOUR.findall(terminal.raw)
    assert re.search(rb"\x1b\[(?:[0-9]+;)*7m", terminal.raw), "the cursor is shown reversed"


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused_with_the_plain_commands_named(start: Start, term: str) -> None:
    terminal = start(TERM=term)
    assert terminal.ended() == 2
    assert b"depesha find" in terminal.raw and b"\x1b[?1049h" not in terminal.raw


def test_a_tiny_window_says_so_and_recovers(start: Start) -> None:
    terminal = start(columns=20, rows=5)
    terminal.until("мало")
    terminal.resize(80, 24)
    terminal.until("Казахстан")


def test_a_resize_storm(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    for step in range(60):
        terminal.resize(10 + step * 7 % 190, 3 + step * 5 % 60)
        terminal.read(0.005)
    terminal.resize(80, 24)
    terminal.until(lambda one: "Казахстан" in one.text and "━Сообщения ━" in one.text)
    terminal.send("q")
    assert terminal.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_lost_connection_keeps_the_place(start: Start, home: Path, number: signal.Signals) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("1\r")
    terminal.until(" из 104")
    os.kill(terminal.pid, number)
    assert terminal.ended() == 128 + number
    (kept,) = (home / ".local/state/depesha").glob("archive-*.json")
    assert '["country","KZ",false]' in kept.read_text()
    assert LEFT in terminal.raw


def test_to_the_shell_and_back(start: Start) -> None:
    """Ctrl+Z stops it with a clean terminal; SIGCONT, which `fg` sends, paints the screen again."""
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("\x1a")
    terminal.until(lambda one: LEFT in one.raw)
    pid, status = os.waitpid(terminal.pid, os.WUNTRACED)
    assert pid and os.WIFSTOPPED(status)
    terminal.wipe()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(
        lambda one: "Казахстан" in one.text and "━Сообщения ━" in one.text and "искать" in one.text
    )
    terminal.send("q")
    assert terminal.ended() == 0


def test_silence_when_idle_and_little_for_a_step(start: Start) -> None:
    terminal = start()
    terminal.until("Казахстан")
    terminal.send("2")
    terminal.until("━Официальные лица ━")
    while terminal.read(1.0):
        pass
    assert terminal.read(2.5) == b"", "an idle screen sends nothing, also while it looks for changes"
    for _ in range(3):
        before = len(terminal.raw)
        terminal.send("j")
        terminal.until(lambda one, before=before: len(one.raw) > before)
        terminal.read(0.3)
        assert len(terminal.raw) - before <= 600


def test_paths_on_the_command_line_are_added(start: Start, home: Path) -> None:
    terminal = start(str(SAMPLES / "000.txt"), str(SAMPLES / "010.txt"), archive=home / "new")
    terminal.until("добавлено 2 релиза")
    terminal.until("Всё: 2 релиза")
    terminal.until("Германия")


def test_the_samples_with_one_key(start: Start, home: Path) -> None:
    terminal = start(archive=home / "new")
    terminal.until("Архив пуст")
    terminal.until("загрузить образцы")
    terminal.send("д")  # the key l
    terminal.until("Всё: 24 релиза")


def test_what_cannot_be_added_is_told(start: Start) -> None:
    terminal = start("/nowhere/at/all.txt")
    terminal.until("1 отвергнуто")


def test_a_change_by_another_process_is_offered(start: Start, copy: Path, home: Path) -> None:
    terminal = start(archive=copy)
    terminal.until("Казахстан")
    terminal.send("4jjj")
    terminal.until(lambda one: " ES " in one.text)
    line = next(one[27:70] for one in terminal.text.splitlines() if " ES " in one)
    new = home / "new.txt"
    new.write_text(
        "Астана. 2 июня 2026 года. Посол Казахстана в Чили Ержан Алимов провёл приём.\n", encoding="utf-8"
    )
    subprocess.run(
        [str(PROGRAM), "add", str(new)], env=environment(home, copy), check=True, capture_output=True
    )
    terminal.until("показать новое")
    assert line in terminal.text, "nothing moved by itself"
    terminal.send("r")
    terminal.until("25 релизов")
    terminal.until(lambda one: "показать новое" not in one.text)


def test_keys_of_the_settings_file(start: Start, home: Path) -> None:
    config = home / "config.toml"
    config.write_text('[keys]\nzoom = "Z"\nquit = ["Q", "j"]\nnonsense = "x"\n', encoding="utf-8")
    terminal = start(DEPESHA_CONFIG=str(config))
    terminal.until("nonsense")
    terminal.until("━Сообщения ━")
    terminal.send("Я")  # the key Z
    terminal.until(lambda one: "Официальные лица" not in one.text)
    terminal.send("j")
    assert terminal.ended() == 0


def test_the_screen_needs_both_ends_of_a_terminal(samples: Path, home: Path) -> None:
    done = subprocess.run(
        [str(PROGRAM)],
        env=environment(home, samples),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "104" in done.stdout.decode() and b"\x1b[?1049h" not in done.stdout


def test_python_m_adds_in_a_process_of_its_own(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui.adding", str(home / "new"), str(SAMPLES / "010.txt")],
        env=environment(home, home / "new", PYTHONPATH=str(SAMPLES.parent)),
        input=b"",
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b'"counts"' in done.stdout
    with Archive(home / "new") as archive:
        assert archive.find("").releases <= 1
