"""Words as the index knows them: cut from a text, folded, with their lemmas.

Text, query and excerpt are cut by the same rule, so what stands in a text can be asked for. A word with
hyphens counts as itself and as its parts: «премьер-министр» is found by «министр» too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from core.folding import fold

LONGEST = 60  # letters of a word by which it is told from others
_INSIDE = r"[\w\u00ad\u0300-\u036f]"  # soft hyphens and stress marks do not end a word
_WORD = re.compile(rf"\w{_INSIDE}*(?:[-\u2010\u2011]{_INSIDE}+)*")


class Table(Protocol):
    """Folded form → its lemmas, the best first."""

    def get(self, form: str, /) -> tuple[str, ...] | None:
        """None for a form that is not known."""


class Token(NamedTuple):
    """A word of a text: code points from `start` to `end`, folded `form`."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The form under which a word is indexed and asked for."""
    return fold(word).replace("\u2010", "-").replace("\u2011", "-")[:LONGEST].strip("-")


def pieces(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """What may be words of `text` between two offsets, as written."""
    return _WORD.finditer(text, start, len(text) if end is None else end)


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words of `text` between two offsets, in order."""
    for match in pieces(text, start, end):
        if form := folded(match.group()):
            yield Token(match.start(), match.end(), form)


def lemmas_of(form: str, table: Table) -> tuple[str, ...]:
    """The lemmas of a folded form, the best first; the form itself where the table knows none."""
    return table.get(form) or (form,)


def parts_of(form: str, lemmas: tuple[str, ...], table: Table) -> list[tuple[str, tuple[str, ...]]]:
    """The parts of a word with hyphens and their lemmas: as the table knows them, else cut from the whole's.

    Empty for a word without hyphens.
    """
    if "-" not in form:
        return []
    parts = [part for part in form.split("-") if part]
    split = [[part for part in lemma.split("-") if part] for lemma in lemmas]
    fitting = [pieces for pieces in split if len(pieces) == len(parts)]
    return [
        (part, table.get(part) or tuple(dict.fromkeys(pieces[at] for pieces in fitting)) or (part,))
        for at, part in enumerate(parts)
    ]
