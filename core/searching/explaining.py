"""A tree in words: (what, value) pairs in the order typed. What stands for the interface to translate."""

from __future__ import annotations

from collections.abc import Iterator

from core.searching.forms import Forms
from core.searching.query.printing import printed
from core.searching.query.tree import All, Any, Field, Node, Not, Phrase, Word
from core.searching.values import Values

Pairs = tuple[tuple[str, str], ...]
_HOW = {
    "any": "words",
    "exact": "exact form",
    "prefix": "beginning with",
    "pattern": "pattern",
    "half": "words",
}
_CALLED = {"flag": "marked"}  # a flag is also an option of a command
_ELLIPSIS = "…"


def explained(tree: Node, forms: Forms, values: Values) -> Pairs:
    """What was understood; words that must all be are joined."""
    made: list[tuple[str, str]] = []
    for what, value in _explain(tree, forms, values):
        if made and what == made[-1][0] == "words":
            value = f"{made.pop()[1]}, {value}"
        made.append((what, value))
    return tuple(made)


def _explain(node: Node, forms: Forms, values: Values) -> Iterator[tuple[str, str]]:
    if isinstance(node, All):
        for part in node.parts:
            yield from _explain(part, forms, values)
    elif isinstance(node, Not):
        inner = [_value(what, value) for what, value in _explain(node.part, forms, values)]
        yield "without", ", ".join(inner)
    elif isinstance(node, Any):
        yield _choices(node, forms, values)
    elif isinstance(node, Phrase):
        words = " ".join(word.text for word in node.words)
        yield ("near", f"{words} ~{node.slop}") if node.slop else ("phrase", words)
    elif isinstance(node, Word):
        yield _HOW[node.how], _word(node, forms)
    else:
        yield from _field(node, values)


def _choices(node: Any, forms: Forms, values: Values) -> tuple[str, str]:
    """Choices among one kind of thing keep its name; others are shown as «any of»."""
    told = [list(_explain(part, forms, values)) for part in node.parts]
    kinds = {what for part in told for what, _ in part}
    if len(kinds) == 1 and all(len(part) == 1 for part in told):
        return kinds.pop(), " | ".join(part[0][1] for part in told)
    return "any of", " | ".join(", ".join(_value(*pair) for pair in part) for part in told)


def _value(what: str, value: str) -> str:
    return f"«{value}»" if what == "phrase" else value


def _word(word: Word, forms: Forms) -> str:
    if word.how == "any":
        return "/".join(forms.lemmas(word.text))
    return word.text + _ELLIPSIS if word.how in ("half", "prefix") else word.text


def _field(asked: Field, values: Values) -> Iterator[tuple[str, str]]:
    name = asked.name
    if name == "date":
        yield from _date(asked, values)
    elif name in ("country", "host", "mentioned", "sender"):
        from core import states

        found = [states.name(code) or code for code in values.states(asked)]
        yield name, " | ".join(found) if found else asked.value
    elif name == "person":
        cards = [] if asked.half else values.persons(asked)
        yield name, values.people.label(cards[0]) if len(cards) == 1 else _typed(asked)
    else:
        yield _CALLED.get(name, name), _typed(asked)


def _typed(asked: Field) -> str:
    return asked.value + _ELLIPSIS if asked.half else asked.value


def _date(asked: Field, values: Values) -> Iterator[tuple[str, str]]:
    span = values.days(asked)
    if span is None:
        yield "date", printed(asked).partition(":")[2].strip('"')
    elif span.first and span.last:
        same = span.first == span.last
        yield "date", span.first.isoformat() if same else f"{span.first} – {span.last}"
    elif span.first:
        yield "since", span.first.isoformat()
    elif span.last:
        yield "until", span.last.isoformat()
