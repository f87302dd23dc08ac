r"""From what was typed to a tree. Half a query is a query: what is left open counts as closed.

    query  = any;  any = all {("|" | "ИЛИ" | "OR") all};  all = one {["И" | "AND"] one}
    one    = ("-" | "НЕ" | "NOT") one | "(" any ")" | field ":" value {"," value} | phrase | word
    phrase = '"' words '"' ["~" number]        quotes «» “” „“ as well
    word   = "=" form | beginning "*" | pattern with "?" or "*" | word
    value  = '"' anything '"' | anything up to a space, a bracket or "|"

Only an unknown field is an error.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.errors import Message, QueryError
from core.searching.query import fields
from core.searching.query.tree import EMPTY, All, Any, Field, Node, Not, Phrase, Word, join
from core.searching.words import LONGEST, cut, folded

NO_FIELD = "There is no field «{field}»; the nearest is «{nearest}»."
OR, NOT, AND = {"|", "ИЛИ", "OR"}, {"-", "НЕ", "NOT"}, {"И", "AND"}
OPERATORS = OR | {"НЕ", "NOT"} | AND
_QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“"}
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<mark>[()|])
    | (?P<no>-)(?=[^\s|)-])
    | (?P<field>[^\W\d_]+):(?!//)\s*(?P<value>"[^"]*"?|«[^»]*»?|[^\s()|]*)
    | (?P<open>["«“„])
    | (?P<word>[^\s()|"«“„]+)
    )""",
    re.VERBOSE,
)
_UNQUOTED = str.maketrans('"«»', "   ")
_END = re.compile(r"[^\w*]+$")  # punctuation behind a word, a question mark too
_FOLLOWING = re.compile(r"\s+([^\s()|\"«]+)")
_DATE_WORDS = 4  # «10 марта 2026 года»
_NEAR = re.compile(r"~\s?(\d{0,3})")
_WILDCARDS = 12  # in one word; the engine takes no more
_DEEPEST = 40  # brackets and negations inside one another that are still followed


class Parsed(NamedTuple):
    """A tree and what is to be told about it."""

    tree: Node
    notices: tuple[Message, ...] = ()


class _Atom(NamedTuple):
    """A token: an operator or bracket in `mark`, or a finished part of the tree."""

    mark: str = ""
    node: Node | None = None


class _Reading:
    """Tokens of one query, taken from the left."""

    def __init__(self, text: str, typing: bool) -> None:
        self.text = text
        self.typing = typing
        self.notices: list[Message] = []
        self.atoms: list[_Atom] = []
        self.at = 0

    def peek(self) -> str:
        return self.atoms[self.at].mark if self.at < len(self.atoms) else ")"


def parse(text: str, *, typing: bool = False) -> Parsed:
    """The tree of a query.

    With `typing` the last word may go on and nothing is an error: an unknown field is left out and told.
    Raises `QueryError` without `typing` where a field is unknown.
    """
    reading = _Reading(text, typing)
    _lex(reading)
    parts = []
    while reading.at < len(reading.atoms):
        parts.append(_any(reading, 0))
        reading.at += 1  # a closing bracket that nothing opened
    return Parsed(join(All, [part for part in parts if part != EMPTY]), tuple(reading.notices))


def _lex(reading: _Reading) -> None:
    text, at = reading.text, 0
    while match := _TOKEN.match(text, at):
        at, value = match.end(), match["value"]
        if match["field"] and _is_date(match["field"]) and value[:1] not in _QUOTES:
            at, value = _dated(reading, at, value)
        last = at == len(text) and reading.typing
        if match["mark"] or match["no"]:
            reading.atoms.append(_Atom(match["mark"] or "-"))
        elif match["field"]:
            _put(reading, _field(reading, match["field"], value, last))
        elif match["open"]:
            at = _phrase(reading, match["open"], at)
        elif match["word"] in OPERATORS:
            reading.atoms.append(_Atom(match["word"]))
        else:
            _put(reading, _word(match["word"], last))


def _is_date(name: str) -> bool:
    known = fields.named(name)
    return known is not None and known.kind == "date"


def _dated(reading: _Reading, at: int, value: str) -> tuple[int, str]:
    """A date of several words needs no quotes: «дата:прошлая неделя», «дата:10 марта 2026»."""
    from core.searching.query import dates

    end, whole = at, value
    for _ in range(_DATE_WORDS - 1):
        following = _FOLLOWING.match(reading.text, at)
        if following is None:
            break
        at, value = following.end(), f"{value} {following[1]}"
        may_become = reading.typing and at == len(reading.text) and dates.begins(value)
        if may_become or dates.is_date(value):
            end, whole = at, value
    return end, whole


def _put(reading: _Reading, node: Node | None) -> None:
    if node is not None:
        reading.atoms.append(_Atom(node=node))


def _field(reading: _Reading, name: str, value: str, last: bool) -> Node | None:
    known = fields.named(name)
    if known is None:
        message = Message(NO_FIELD, {"field": name, "nearest": fields.nearest(name)})
        if not reading.typing:
            raise QueryError(message.template, **message.values)
        reading.notices.append(message)
        return None
    quoted = value[:1] in ('"', "«")
    half = last and not (quoted and len(value) > 1 and value[-1] in '"»')
    values = [value] if quoted else value.split(",")
    cleaned = [" ".join(one.translate(_UNQUOTED).split()) for one in values]
    parts: list[Node] = [Field(known.name, one) for one in cleaned if one]
    if half and parts:
        parts[-1] = Field(known.name, cleaned[-1] or parts[-1].value, half=True)  # type: ignore[union-attr]
    return join(Any, parts) if parts else None


def _phrase(reading: _Reading, opening: str, at: int) -> int:
    """Reads a phrase from behind its opening quote; the offset behind it."""
    text = reading.text
    end = text.find(_QUOTES[opening], at)
    closed = end >= 0
    inside = text[at:end] if closed else text[at:]
    after = end + 1 if closed else len(text)
    slop = 0
    if closed and (near := _NEAR.match(text, after)):
        after, slop = near.end(), int(near[1] or 0)
    words = [word for piece in inside.split() for word in _pieces(piece)]
    if words and not closed and reading.typing and inside[-1:].strip():
        words[-1] = _half(words[-1])
    if len(words) > 1:
        _put(reading, Phrase(tuple(words), slop))
    elif words:
        _put(reading, words[0])
    return after


def _word(typed: str, last: bool) -> Node | None:
    words = _pieces(typed)
    if words and last:
        words[-1] = _half(words[-1])
    if len(words) > 1:  # «и/или», «3,5»: what punctuation parts stands together
        return Phrase(tuple(words))
    return words[0] if words else None


def _pieces(typed: str) -> list[Word]:
    """The words in what stands between spaces."""
    typed = typed.lstrip("+-")
    exact = typed.startswith("=")
    bare = _END.sub("", typed)
    if not exact and ("?" in bare or "*" in bare):
        return _pattern(bare)
    return [Word(token.form, "exact" if exact else "any") for token in cut(typed)]


def _pattern(typed: str) -> list[Word]:
    """A word with wildcards. «слово*» is a beginning, «сло?во» and «сл*во» are patterns."""
    kept = re.sub(r"\*{2,}", "*", re.sub(r"[^\w?*\-]", "", typed)).strip("-")
    made = "".join(part if part in "?*" else folded(part) for part in re.split(r"([?*])", kept))[:LONGEST]
    marks = [at for at, char in enumerate(made) if char in "?*"]
    if len(marks) > _WILDCARDS:
        made = made[: marks[_WILDCARDS - 1]] + "*"
    plain = made.rstrip("*")
    if not plain.strip("?*"):
        return []
    if not set(plain) & set("?*"):
        return [Word(token.form, "prefix") for token in cut(plain)]
    return [Word(made, "pattern")]


def _half(word: Word) -> Word:
    return Word(word.text, "half") if word.how == "any" else word


def _any(reading: _Reading, depth: int) -> Node:
    parts = [_all(reading, depth)]
    while reading.peek() in OR:
        reading.at += 1
        parts.append(_all(reading, depth))
    return join(Any, [part for part in parts if part != EMPTY])


def _all(reading: _Reading, depth: int) -> Node:
    parts: list[Node] = []
    while (mark := reading.peek()) not in OR and mark != ")":
        if mark in AND:
            reading.at += 1
        elif (part := _one(reading, depth)) != EMPTY:
            parts.append(part)
    return join(All, parts)


def _one(reading: _Reading, depth: int) -> Node:
    mark = reading.peek()
    if mark in NOT:
        reading.at += 1
        if reading.peek() in OR | AND or reading.peek() == ")":
            return EMPTY
        part = _one(reading, depth + 1) if depth < _DEEPEST else EMPTY
        return EMPTY if part == EMPTY or _open(part) else _negated(part)
    atom = reading.atoms[reading.at]
    reading.at += 1
    if atom.node is not None:
        return atom.node
    if depth >= _DEEPEST:
        return EMPTY
    inside = _any(reading, depth + 1)
    reading.at += reading.at < len(reading.atoms)  # the closing bracket, where there is one
    return inside


def _negated(part: Node) -> Node:
    return part.part if isinstance(part, Not) else Not(part)


def _open(part: Node) -> bool:
    """True for what is still being typed: to exclude it already would empty the list for a moment."""
    if isinstance(part, Word):
        return part.how == "half"
    return isinstance(part, Field) and part.half
