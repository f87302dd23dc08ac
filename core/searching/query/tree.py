"""The tree of a query. Words are folded; a tree prints to a query that parses to the same tree.

No words at all is `All(())`: every dispatch.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

How = Literal["any", "exact", "prefix", "pattern", "half"]


class _Part:
    """A part of a tree; not to be changed. Equal are parts of one kind that hold the same.

    Written out: `dataclasses` takes longer to load than a look-up may, and tuples of two kinds can be equal.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _held(self) == _held(other)

    def __hash__(self) -> int:
        return hash((type(self), _held(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, _held(self)))})"


def _held(part: object) -> tuple[object, ...]:
    return tuple(getattr(part, name) for name in type(part).__slots__)  # type: ignore[attr-defined]


class Word(_Part):
    """One word. how: in any form, exactly so, beginning so, a pattern with «?» and «*», or half typed."""

    __slots__ = ("text", "how")

    def __init__(self, text: str, how: How = "any") -> None:
        self.text = text
        self.how: How = how


class Phrase(_Part):
    """Words in their order; with `slop` in any order, at most so many words between them."""

    __slots__ = ("words", "slop")

    def __init__(self, words: tuple[Word, ...], slop: int = 0) -> None:
        self.words = words
        self.slop = slop


class Field(_Part):
    """A value of a field, as typed; `half` if it may go on. `name` is the English one."""

    __slots__ = ("name", "value", "half")

    def __init__(self, name: str, value: str, half: bool = False) -> None:
        self.name = name
        self.value = value
        self.half = half


class Not(_Part):
    """What must not be."""

    __slots__ = ("part",)

    def __init__(self, part: Node) -> None:
        self.part = part


class All(_Part):
    """Everything of this must be."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...] = ()) -> None:
        self.parts = parts


class Any(_Part):
    """One of these must be."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...]) -> None:
        self.parts = parts


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
