"""Which words of a text a query asks for: what is marked in the reader and in excerpts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from core.searching.contracts import Span
from core.searching.forms import Forms
from core.searching.query.tree import All, Any, Field, Node, Phrase, Word
from core.searching.words import Table, Token, cut, folded, lemmas_of, parts_of, pieces

_KEPT = 1 << 14  # words as they are written, with their lemmas
_WORDED = ("person", "post", "org", "city")  # fields whose values are words of the text
Meets = Callable[["Placed"], bool]


class Placed(NamedTuple):
    """A word, or a part of one, at its place among the words of a text; `span` is that of the whole word."""

    place: int
    form: str
    lemmas: tuple[str, ...]
    span: Span


def placed(tokens: Iterable[Token], table: Table) -> Iterator[Placed]:
    """The words of a text with their places, parts of words with hyphens behind the whole word."""
    at = 0
    for token in tokens:
        span = (token.start, token.end)
        lemmas = lemmas_of(token.form, table)
        yield Placed(at, token.form, lemmas, span)
        parts = parts_of(token.form, lemmas, table)
        for number, (part, its_lemmas) in enumerate(parts):
            yield Placed(at + number, part, its_lemmas, span)
        at += max(1, len(parts))


def _alone(written: str, table: Table) -> list[Placed]:
    """One word, as it is written, and its parts."""
    form = folded(written)
    if not form:
        return []
    if "-" in form:
        return list(placed(cut(written), table))
    return [Placed(0, form, lemmas_of(form, table), (0, len(written)))]


class Matcher:
    """Finds the words of one query."""

    def __init__(self, tree: Node, forms: Forms) -> None:
        self._forms = forms
        wanted = list(_wanted(tree))
        self._words = [self._meets(words[0]) for words, _ in wanted if len(words) == 1]
        self._phrases = [
            ([self._meets(one) for one in words], slop) for words, slop in wanted if len(words) > 1
        ]
        self._answers: dict[str, bool] = {}

    def spans(
        self, text: str, table: Table, start: int = 0, end: int | None = None, reach: int | None = None
    ) -> list[Span]:
        """Where words that are asked for stand, in order, each once; code points of `text`.

        With `reach` those that begin so far behind the first one may be left out.
        """
        found = set(self._single(text, table, start, end, reach))
        if self._phrases:
            words = list(placed(cut(text, start, end), table))
            for meets, slop in self._phrases:
                places = [{word.place: word.span for word in words if one(word)} for one in meets]
                found.update(_together(places, slop))
        return sorted(found)

    def _single(
        self, text: str, table: Table, start: int, end: int | None, reach: int | None
    ) -> Iterator[Span]:
        """Words that are asked for by themselves; each form is looked at once: texts repeat their words."""
        if not self._words:
            return
        last = None
        for match in pieces(text, start, end):
            if last is not None and match.start() > last:
                return
            written = match.group()
            answer = self._answers.get(written)
            if answer is None:
                ones = self._cut(written, table)
                answer = self._answers[written] = self._are_asked(ones)
            if answer:
                yield match.span()
                if last is None and reach is not None:
                    last = match.start() + reach

    def _are_asked(self, ones: list[Placed]) -> bool:
        for one in ones:  # written out: this is asked of every form in sight
            for meets in self._words:
                if meets(one):
                    return True
        return False

    def _cut(self, written: str, table: Table) -> list[Placed]:
        """A word and its parts; kept with the index's own table: the next query looks at the same words."""
        if table is not self._forms:
            return _alone(written, table)
        kept = self._forms.cut
        ones = kept.get(written)
        if ones is None:
            if len(kept) >= _KEPT:
                kept.clear()
            ones = kept[written] = _alone(written, table)
        return ones

    def _meets(self, word: Word) -> Meets:
        asked = word.text
        if word.how == "exact":
            return lambda one: one.form == asked
        if word.how == "pattern":
            pattern = re.compile("".join({"?": ".", "*": ".*"}.get(char, re.escape(char)) for char in asked))
            return lambda one: any(map(pattern.fullmatch, (one.form, *one.lemmas)))
        if word.how == "any":
            lemmas = set(self._forms.lemmas(asked))
            return lambda one: not lemmas.isdisjoint(one.lemmas)
        whole = set(self._forms.half_typed(asked)) if word.how == "half" else set()
        return lambda one: (
            one.form.startswith(asked)
            or any(lemma.startswith(asked) for lemma in one.lemmas)
            or not whole.isdisjoint(one.lemmas)
        )


def _wanted(node: Node) -> Iterator[tuple[tuple[Word, ...], int]]:
    """Words and phrases that a hit may hold; what is excluded is not looked for."""
    if isinstance(node, Word):
        yield (node,), 0
        if node.how == "any" and "-" in node.text:  # written apart as well
            yield tuple(Word(part) for part in node.text.split("-") if part), 0
    elif isinstance(node, Phrase):
        yield node.words, node.slop
    elif isinstance(node, Field) and node.name in _WORDED:
        words = [Word(token.form) for token in cut(node.value)]
        if words and node.half:
            words[-1] = Word(words[-1].text, "half")
        if words:
            yield tuple(words), 0
    elif isinstance(node, All | Any):
        for part in node.parts:
            yield from _wanted(part)


def _together(places: list[dict[int, Span]], slop: int) -> Iterator[Span]:
    """Spans of words that follow one another, or with `slop` stand near each other in any order."""
    if not all(places):
        return
    if not slop:
        for start in places[0]:
            if all(start + number in found for number, found in enumerate(places)):
                yield from (found[start + number] for number, found in enumerate(places))
        return
    reach = len(places) - 1 + slop
    for start in sorted(place for found in places for place in found):
        inside = [[at for at in found if start <= at <= start + reach] for found in places]
        if all(inside):
            yield from (found[at] for found, near in zip(places, inside, strict=True) for at in near)
