"""The fields that a query can name, in Russian and English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.folding import fold

COLONS = (":", "^")  # the second is what the key of the colon gives in the other layout


class Known(NamedTuple):
    """A field: its English name, the kind of its values, and all names that are understood."""

    name: str
    kind: str  # state person words event date listed
    names: tuple[str, ...]

    @property
    def russian(self) -> str:
        """The Russian name that is offered."""
        return self.names[0]


@cache
def fields() -> tuple[Known, ...]:
    """All fields, in the order of the table."""
    lines = (Path(__file__).parent / "fields.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(Known(name, kind, tuple(names.split())) for name, kind, names in rows)


@cache
def by_name() -> dict[str, Known]:
    """Every name that is understood → its field."""
    return {fold(name): field for field in fields() for name in field.names}


def named(name: str) -> Known | None:
    """The field of that name, in any case."""
    return by_name().get(fold(name))


def begins(half: str) -> bool:
    """True if the name of a field begins so."""
    start = fold(half)
    return len(start) > 1 and any(name.startswith(start) for name in by_name())


def nearest(name: str) -> str:
    """The known name most like `name`, of its own script where one is like it at all."""
    from difflib import get_close_matches

    known = by_name()
    folded = fold(name)
    near = get_close_matches(folded, known, n=1, cutoff=0.5)
    if near:
        return near[0]
    same = [field.names[0] if not folded.isascii() else field.name for field in fields()]
    return next((one for one in same if one[:1] == folded[:1]), same[0])
