"""What a plain command loads: the heavy parts only when they are needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import SAMPLES, Archive

# runs depesha in this process and prints which of the names were loaded
RUN = """
import json, sys
from tui.cli import main
status = main(sys.argv[2:])
sys.stdout.flush()
print(json.dumps([status, sorted(set(json.loads(sys.argv[1])) & set(sys.modules))]), file=sys.stderr)
"""

SCREEN = ("textual", "rich")
LANGUAGE = ("pymorphy3", "razdel", "core.annotating.morphology", "core.pipeline")
STORE = ("tinydb", "msgspec", "orjson", "filelock", "tomlkit", "core.cards.book")
SLOW = ("dataclasses", "inspect", "platformdirs", "shutil", "tempfile", "subprocess", "calendar", "threading")
OTHERS = (
    "httpx",
    "lxml",
    "trafilatura",
    "docx",
    "feedparser",
    "numpy",
    "multiprocessing",
    "concurrent.futures",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three samples."""
    folder = tmp_path_factory.mktemp("imports") / "archive"
    with Archive(folder) as archive:
        archive.add(sorted(SAMPLES.glob("*.txt"))[:3])
    return folder


def loaded(folder: Path, *words: str, unwanted: tuple[str, ...]) -> tuple[int, list[str], str]:
    """Exit status, the unwanted modules that were loaded, and what was printed."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(unwanted), *words],
        env={**os.environ, "DEPESHA_ARCHIVE": str(folder), "DEPESHA_LANG": "ru"},
        capture_output=True,
        text=True,
        check=True,
    )
    status, found = json.loads(done.stderr.splitlines()[-1])
    return status, found, done.stdout


def test_looking_up_a_word_loads_neither_screen_nor_language_nor_store(folder: Path) -> None:
    unwanted = (*SCREEN, *LANGUAGE, *STORE, *OTHERS, *SLOW)
    status, found, printed = loaded(folder, "find", "посол", unwanted=unwanted)
    assert (status, found) == (0, [])
    assert "посол" in printed.lower()


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (("show", "000"), (*SCREEN, *LANGUAGE, "tinydb", *OTHERS)),
        (("countries",), (*SCREEN, *LANGUAGE, *STORE, *OTHERS)),
        (("stats",), (*SCREEN, *LANGUAGE, *STORE, *OTHERS)),
        (("officials", "Берик"), (*SCREEN, *LANGUAGE, "tinydb", *OTHERS)),
        (
            ("add", str(SAMPLES / "000.txt")),
            (*SCREEN, "tinydb", "httpx", "trafilatura", "docx", "feedparser"),
        ),
        (("--version",), (*SCREEN, *LANGUAGE, *STORE, *OTHERS, "argparse", "dataclasses")),
    ],
)
def test_a_plain_command_loads_what_it_needs(
    folder: Path, words: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    _, found, _ = loaded(folder, *words, unwanted=unwanted)
    assert found == []


def test_the_core_is_imported_without_its_rooms() -> None:
    code = (
        "import sys, core; print([n for n in sys.modules if n[:5] == 'core.'], 'dataclasses' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] False\n"
