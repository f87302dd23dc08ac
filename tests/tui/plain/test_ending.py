"""A command ends its process at once; nothing written is lost by it, nothing that runs is cut off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.plain.conftest import PROGRAM, Run, environment

# The console's entry, with something left to be done at the end of the process
ENTRY = "import atexit; atexit.register(print, 'at the end'); from tui.cli import main; sys.exit(main())"


@pytest.mark.parametrize(("loaded", "is_orderly"), [("sys", False), ("sys, threading", True)])
def test_only_a_process_without_threads_ends_at_once(
    tmp_path: Path, samples: Path, loaded: str, is_orderly: bool
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import {loaded}; {ENTRY}", "find", "посол", "-c"],
        env=environment(tmp_path, samples),
        capture_output=True,
        text=True,
        check=True,
    )
    number, *rest = done.stdout.split("\n", 1)
    assert int(number) > 0 and ("at the end" in rest[0]) is is_orderly


def test_all_of_a_long_answer_is_written(ask: Run) -> None:
    assert len(ask("find", "--jsonl").lines) == int(ask("find", "-c").out)


@pytest.mark.parametrize(("words", "status"), [(("посол",), 0), (("ъъъъ",), 1), (("nofield:x",), 2)])
def test_the_exit_status(ask: Run, words: tuple[str, ...], status: int) -> None:
    assert ask("find", *words).status == status


def test_an_answer_that_cannot_be_written_is_an_error(tmp_path: Path, samples: Path) -> None:
    with Path("/dev/full").open("wb") as full:  # a device without room
        done = subprocess.run(
            [str(PROGRAM), "find", "посол"],
            env=environment(tmp_path, samples),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode != 0 and "No space left" in done.stderr and "Traceback" not in done.stderr
