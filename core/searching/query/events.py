"""Kinds of events by the words that name them in a query."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.folding import fold


@cache
def names() -> dict[str, str]:
    """Every name, folded → the kind; the kind itself is a name too."""
    lines = (Path(__file__).parent / "events.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    made = {fold(name): kind for kind, called in rows for name in called.split("|")}
    return made | {kind: kind for kind, _ in rows}


@cache
def offered() -> tuple[tuple[str, str], ...]:
    """(kind, the name that is offered) of every kind."""
    lines = (Path(__file__).parent / "events.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((kind, called.split("|")[0]) for kind, called in rows)


def kinds(text: str, *, half: bool = False) -> tuple[str, ...]:
    """The kinds of that name, or with `half` those whose name begins so."""
    wanted = " ".join(fold(text).split())
    exact = names().get(wanted)
    if exact and not half:
        return (exact,)
    return tuple(dict.fromkeys(kind for name, kind in names().items() if half and name.startswith(wanted)))
