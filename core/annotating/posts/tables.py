"""Reads the tables of this room: TSV beside the code, lines with # explain them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `core/annotating/tables/<name>.tsv`, cut at tabs."""
    text = (files("core.annotating") / "tables" / f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def column(name: str) -> dict[str, str]:
    """First column → second column; "" where there is no second."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(name)}


@cache
def group(name: str, kind: str) -> frozenset[str]:
    """The first column of the rows whose second column is `kind`."""
    return frozenset(key for key, value in column(name).items() if value == kind)
