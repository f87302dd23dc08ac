"""A tree as a query that parses to the same tree."""

from __future__ import annotations

from core.searching.query.tree import All, Any, Field, Node, Not, Phrase, Word

_BEFORE = {"exact": "="}
_AFTER = {"prefix": "*"}


def printed(tree: Node) -> str:
    """The query that gives `tree`. Half-typed words are printed as if they were whole."""
    if isinstance(tree, All):
        return " ".join(_inside(part, (Any, All)) for part in tree.parts)
    if isinstance(tree, Any):
        return " | ".join(_inside(part, (Any,)) for part in tree.parts)
    if isinstance(tree, Not):
        return f"-{_inside(tree.part, (Any, All))}"
    if isinstance(tree, Field):
        return f"{tree.name}:{_value(tree.value)}"
    if isinstance(tree, Phrase):
        words = " ".join(map(_word, tree.words))
        return f'"{words}"~{tree.slop}' if tree.slop else f'"{words}"'
    return _word(tree)


def _inside(part: Node, bracketed: tuple[type[Node], ...]) -> str:
    return f"({printed(part)})" if isinstance(part, bracketed) else printed(part)


def _word(word: Word) -> str:
    return f"{_BEFORE.get(word.how, '')}{word.text}{_AFTER.get(word.how, '')}"


def _value(value: str) -> str:
    return f'"{value}"'
