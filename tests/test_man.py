"""The man pages that ship are made from the tables of commands: they must not go stale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_pages_are_up_to_date() -> None:
    made = subprocess.run([sys.executable, "tools/make_man.py", "--check"], cwd=ROOT, check=False)
    assert made.returncode == 0, "run python tools/make_man.py"


def test_every_command_stands_in_both_pages() -> None:
    from tui.plain import COMMANDS

    for page in ("docs/man/depesha.1", "docs/man/ru/depesha.1"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert all(f".B depesha {command}\n" in text for command in COMMANDS)
