"""What comes with depesha: the sample releases, and the answers that they should give."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def _folder(installed: str, cloned: str) -> Path:
    """The folder inside the installed package, or where it lies in a clone."""
    inside = _HERE / installed
    return inside if inside.is_dir() else _HERE.parent / cloned


SAMPLES = _folder("seeds", "seeds")
GOLD = _folder("gold", "tests/gold")
