"""The linear mode: what is asked line by line, and what it answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core import Archive
from tui import linear
from tui.linear import Session

Talk = Callable[..., list[str]]


@pytest.fixture
def talk(folder: Path) -> Talk:
    """Says lines to a session and gives what it told after the greeting."""

    def say(*lines: str) -> list[str]:
        told: list[str] = []
        with Archive(folder) as archive:
            given = iter(lines)

            def ask(_prompt: str) -> str:
                try:
                    return next(given)
                except StopIteration:
                    raise EOFError from None

            Session(archive, told.append, ask).run()
        return told[told.index("Type words to look for, h for help, q to leave.") + 1 :]

    return say


def test_a_query_is_answered_with_numbered_lines(talk: Talk) -> None:
    first, second, *_ = talk("Мусаев")
    assert first == "Мусаев; 1 dispatch"
    assert second.startswith("1. 2026-03-10, Spain, meeting: В Испании посол Казахстана Данат Мусаев")


def test_a_number_reads_sentence_by_sentence_and_n_goes_on(talk: Talk) -> None:
    told = talk("конституция", "2", "n", "p", "p", "p")
    at = told.index("Dispatch 2 of 5")
    assert told[at + 1] == "Bulgaria, round table. KAZAKHSTAN TODAY, 2026-03-10, seeds/000.txt"
    assert told[at + 2].startswith("В Болгарии за круглым столом в посольстве Казахстана в Софии собрались")
    assert "official: Виктор Темирбаев, посол" in told
    assert [line for line in told if line.startswith("Dispatch ")] == [
        "Dispatch 2 of 5", "Dispatch 3 of 5", "Dispatch 2 of 5", "Dispatch 1 of 5",
    ]  # fmt: skip
    assert told[-1] == "That was the first one."


def test_lists_narrow_by_number_and_x_takes_back(talk: Talk) -> None:
    told = talk("c", "1", "x")
    whole = next(line for line in told if line.endswith("dispatches"))
    name, count = told[0].removeprefix("1. ").rsplit(", ", 1)
    assert f"country: {name}; {count} dispatches" in told
    assert told.count("104 dispatches") == 1 and whole


@pytest.mark.parametrize("letter", ["o", "e", "m", "щ"])
def test_every_facet_is_listed_and_paged(talk: Talk, letter: str) -> None:
    told = talk(letter, "n", "p", "p")
    assert told[0].startswith("1. ") and told[9].startswith("10. ") and told[10] == "n lists more."
    assert told[11].startswith("11. ")
    assert told[-1] == "That was the first one."


def test_why_and_citation_of_what_was_read(talk: Talk) -> None:
    told = talk("w", "Мусаев", "1", "w", "i")
    assert told[0] == "Read a dispatch first: type its number."
    assert "«Испании», host: Spain · rule gold, confidence 0.90" in told
    assert told[-1].endswith("— KAZAKHSTAN TODAY, 2026-03-10, seeds/000.txt")


def test_what_was_found_is_saved(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    told = talk("конституция", f"s {path}", f"s {path}", "s found.pdf")
    assert told[-3] == f"5 dispatches saved to {path}"
    assert told[-2].endswith("exists already; nothing is overwritten.")
    assert told[-1].startswith("The ending tells the form")
    assert len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == 5


def test_files_are_added(talk: Talk, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Посол Норвегии посетил Лиллехаммер и вручил ноту министру.", encoding="utf-8")
    told = talk(f"a {note} {tmp_path / 'missing.txt'}", "Лиллехаммер")
    assert told[0] == f"{tmp_path / 'missing.txt'}: no such file or folder"
    assert told[1] == "1 release added"
    assert "Лиллехаммер; 1 dispatch" in told


def test_what_cannot_be_understood_is_told_and_the_talk_goes_on(talk: Talk) -> None:
    told = talk("страны:Испания", "", "99", "/й", "h")
    assert any("страны" in line for line in told[:3])
    assert "Nothing is listed under this number." in told
    assert any(line.startswith("й; ") for line in told), "a single letter can be looked for"
    assert told[-1] == "/ WORDS: look for words, also for a single letter"
    assert len(told) > len(linear.HELP)


def test_nothing_that_draws_is_loaded(folder: Path) -> None:
    code = (
        "import sys; from tui.cli import main; main(['--plain', '--archive', sys.argv[1]]); "
        "sys.exit('textual' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(words, input="Мусаев\n1\nw\n", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Данат Мусаев" in done.stdout and "\x1b" not in done.stdout
