"""What lies where in the folder of an archive, and the two ways of finding it damaged."""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import ArchiveError

STATE, CORRECTIONS = "state.json", "officials.toml"
RELEASES, PENDING, KEYS, PEOPLE, INDEX = "releases", "pending", "keys", "people", "index"
VISITS, DAMAGED, BACKUPS = "visits", "damaged", "backups"
LOCK, HOLDER = "lock", "writing.json"
OWN = frozenset(
    (STATE, CORRECTIONS, RELEASES, PENDING, KEYS, PEOPLE, INDEX, VISITS, DAMAGED, BACKUPS, LOCK, HOLDER)
)

MONTH_FILE = re.compile(r"(\d{4}-\d{2}|undated)\.json")
_BATCH_FILE = re.compile(r"(\d{12})\.jsonl")


def batch_name(number: int) -> str:
    """The file name of a batch."""
    return f"{number:012d}.jsonl"


def batch_numbers(folder: Path) -> list[int]:
    """The numbers of the batches in a folder, in order."""
    try:
        names = [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    return sorted(int(found[1]) for found in map(_BATCH_FILE.fullmatch, names) if found)


class Damaged(ValueError):
    """Bytes that are not what they should be: cut, garbled, or something else."""


class DamagedMonth(ArchiveError):
    """A month's file can't be read."""

    def __init__(self, path: Path, month: str, why: str) -> None:
        super().__init__(
            "{path} is damaged ({why}). «depesha check --repair» saves what can be read.",
            path=str(path),
            why=why,
        )
        self.month = month
