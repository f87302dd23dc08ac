"""A plain look-up loads neither the language stage nor what only writing and slips need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("pymorphy3", "razdel", "rapidfuzz", "tinydb", "msgspec", "difflib", "core.annotating", "core.cards")
CODE = f"""
import sys
from pathlib import Path
from core.hits import Narrowing
from core.searching import open_index
index = open_index(Path(sys.argv[1]))
hits = index.find(sys.argv[2], Narrowing(), None, typing=bool(sys.argv[3:]), excerpts=True)
print(hits.total, *(name for name in {HEAVY!r} if name in sys.modules))
"""


def looked_up(folder: Path, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(folder), *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout.split()


def test_a_word_whose_forms_the_index_knows(folder: Path) -> None:
    assert looked_up(folder, "конституции") == ["1"]
    assert looked_up(folder, "страна:Испания посол -договор") == ["1"]


def test_half_a_word(folder: Path) -> None:
    assert looked_up(folder, "констит", "typing") == ["1"]


def test_a_form_that_stands_nowhere_needs_the_dictionary(folder: Path) -> None:
    assert looked_up(folder, "конституциями") == ["1", "pymorphy3"]
