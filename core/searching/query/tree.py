"""The tree of a query. Words are folded; a tree prints to a query that parses to the same tree.

No words at all is `All(())`: every dispatch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

How = Literal["any", "exact", "prefix", "pattern", "half"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word. how: in any form, exactly so, beginning so, a pattern with «?» and «*», or half typed."""

    text: str
    how: How = "any"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in their order; with `slop` in any order, at most so many words between them."""

    words: tuple[Word, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a field, as typed; `half` if it may go on. `name` is the English one."""

    name: str
    value: str
    half: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Everything of this must be."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """One of these must be."""

    parts: tuple[Node, ...]


Node: TypeAlias = Word | Phrase | Field | Not | All | Any
EMPTY = All()


def join(kind: type[All] | type[Any], parts: list[Node]) -> Node:
    """`kind` of the parts, flat: one part stands for itself, parts of the same kind become its own."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    if len(flat) == 1:
        return flat[0]
    return kind(tuple(flat)) if flat else EMPTY
