"""The tables of segmenting: TSV files with a header that says what their columns hold."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of cells; comments and empty lines are left out."""
    text = files("core.segmenting").joinpath("tables", name).read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#")
    )


@cache
def column(name: str, kind: str) -> tuple[str, ...]:
    """The second cells of the rows whose first is `kind`."""
    return tuple(row[1] for row in rows(name) if row[0] == kind)
