"""Words with their parses by pymorphy3, each word form parsed once in the life of the process."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pymorphy3

from core.folding import SOFT_HYPHEN, fold, lookalikes

_KEPT = 1 << 13  # word forms whose parses are kept: nearly all of a text's words, in a few megabytes


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The analyser, loaded at the first use (0.1–0.2 s)."""
    return pymorphy3.MorphAnalyzer(lang="ru")


class Parse(NamedTuple):
    """One reading of a word form. `grammemes` are OpenCorpora's (NOUN, Name, Surn, Geox, gent, sing …).

    Part of speech and the like are asked so often that they are looked up once, when the form is first met.
    """

    lemma: str
    grammemes: frozenset[str]
    score: float
    raw: Any  # pymorphy3's own Parse, for inflection
    pos: str | None
    case: str | None
    number: str | None
    gender: str | None


@lru_cache(maxsize=_KEPT)
def parses(form: str) -> tuple[Parse, ...]:
    """All readings of a word form in lower case, the likeliest first."""
    try:
        found = analyzer().parse(form)
    except ValueError:  # a letter that Unicode has no name for: pymorphy3 asks for it
        found = analyzer().parse("".join(char if unicodedata.name(char, "") else "?" for char in form))
    return tuple(map(_parse, found))


def _parse(raw: Any) -> Parse:
    tag = raw.tag
    return Parse(raw.normal_form, tag.grammemes, raw.score, raw, tag.POS, tag.case, tag.number, tag.gender)


@lru_cache(maxsize=_KEPT)
def lemmas(form: str) -> tuple[str, ...]:
    """The folded lemmas of a word form, the likeliest first, each once."""
    return tuple(dict.fromkeys(fold(parse.lemma) for parse in parses(form)))


def as_analysed(token: str) -> str:
    """The token without soft hyphens and with lookalike letters folded; case and ё kept. Never empty."""
    return lookalikes(token.replace(SOFT_HYPHEN, "")) or token


class Word:
    """A token of the text: `start`, `end`, `text` as analysed (lookalikes folded), `low` in lower case."""

    __slots__ = ("_parses", "end", "low", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end = start, end
        self.text = as_analysed(text)
        self.low = self.text.lower()
        self._parses: tuple[Parse, ...] | None = None

    @property
    def parses(self) -> tuple[Parse, ...]:
        """All readings, the likeliest first; none for punctuation and numbers is promised."""
        if self._parses is None:
            self._parses = parses(self.low)
        return self._parses

    @property
    def lemmas(self) -> tuple[str, ...]:
        """Folded lemmas, the likeliest first."""
        return lemmas(self.low)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    def __repr__(self) -> str:
        return f"Word({self.start}, {self.end}, {self.text!r})"


def words(text: str, tokens: Iterable[tuple[int, int]]) -> list[Word]:
    """The words of `text` at the given token spans."""
    return [Word(start, end, text[start:end]) for start, end in tokens]


def form_lemmas(text: str, tokens: Sequence[tuple[int, int]]) -> dict[str, tuple[str, ...]]:
    """Folded form → folded lemmas (best first) for every token with a letter or digit in it."""
    table: dict[str, tuple[str, ...]] = {}
    for start, end in tokens:
        form = fold(text[start:end])
        if form and form not in table and any(char.isalnum() for char in form):
            table[form] = lemmas(as_analysed(text[start:end]).lower())
    return table
