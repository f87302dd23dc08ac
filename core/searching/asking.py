"""From the tree of a query to the query that the engine understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from tantivy import Query

from core.searching import engine
from core.searching.forms import Forms
from core.searching.query.tree import Any, Field, Node, Not, Phrase, Word
from core.searching.schema import SEPARATOR, STARTS
from core.searching.words import parts_of

if TYPE_CHECKING:
    from core.searching.phrases import Choice, Place

_EXPANDED = 2_000  # forms of a half-typed word in a phrase
_IN_FORM = rf"[^{SEPARATOR}]"


class Asking(NamedTuple):
    """Makes queries over one state of the index. `values`: that of a field, None if it narrows nothing."""

    forms: Forms
    values: Callable[[Field], Query | None]
    is_ranked: bool = False

    def query(self, tree: Node) -> Query:
        """The query of a tree; everything for an empty one."""
        return self._of(tree) or engine.everything()

    def _of(self, node: Node) -> Query | None:
        if isinstance(node, Word):
            return self.word(node)
        if isinstance(node, Phrase):
            return self.phrase("lemma", node.words, node.slop)
        if isinstance(node, Field):
            return self.values(node)
        if isinstance(node, Not):
            return engine.both([], [self._of(node.part)])
        if isinstance(node, Any):
            parts = [self._of(part) for part in node.parts]
            return None if None in parts else engine.either(parts)
        wanted = [part for part in node.parts if not isinstance(part, Not)]
        unwanted = [part.part for part in node.parts if isinstance(part, Not)]
        return engine.both(map(self._of, wanted), map(self._of, unwanted))

    def word(self, word: Word) -> Query:
        """Dispatches that have the word."""
        if word.how == "exact":
            return engine.terms("form", self.forms.exactly(word.text))
        if word.how == "pattern":
            return engine.regex("form", _pattern(word.text, _IN_FORM) + SEPARATOR + ".*")
        if word.how == "any":
            return self._any_form(word.text)
        begun = _begun(word.text)
        if word.how == "half" and self.forms.half_typed(word.text):
            return engine.either([begun, self._any_form(word.text)])
        return begun

    def _any_form(self, form: str) -> Query:
        lemmas = self.forms.lemmas(form)
        whole = engine.either(map(engine.ranked, lemmas)) if self.is_ranked else engine.terms("lemma", lemmas)
        parts = parts_of(form, lemmas, self.forms)
        if len(parts) < 2:
            return whole
        return engine.either([whole, self.phrase("lemma", [Word(part) for part, _ in parts], 0)])

    def phrase(self, field: str, words: Iterable[Word], slop: int) -> Query:
        """Dispatches where the words stand in that order, or with `slop` near each other."""
        from core.searching.phrases import phrase

        places: list[Place] = []
        exact: list[Query] = []
        at = 0
        for word in words:
            places.append((at, self._choices(field, word)))
            at += max(1, len([part for part in word.text.split("-") if part]))
            if word.how == "exact":
                exact.append(self.word(word))
        found = phrase(field, places, slop)
        return engine.both([found, *exact], []) or found

    def _choices(self, field: str, word: Word) -> list[Choice]:
        """What may stand at the place of a word of a phrase, the likeliest first."""
        from core.searching.phrases import Choice

        if word.how == "any" and field != "lemma" and self.forms.is_in(field, word.text):
            return list(dict.fromkeys(map(Choice, (word.text, *self.forms.known(word.text)))))
        if word.how in ("any", "exact"):
            return [Choice(lemma) for lemma in self.forms.lemmas(word.text)]
        if word.how == "pattern":
            return [Choice(_pattern(word.text), is_pattern=True)]
        lemmas = list(self.forms.half_typed(word.text))
        if len(word.text) > STARTS:
            begun = self.forms.beginning(word.text, _EXPANDED)
            lemmas += [lemma for _, found, _ in begun for lemma in found]
        others = [Choice(lemma) for lemma in lemmas if not lemma.startswith(word.text)]
        return list(dict.fromkeys((Choice(re.escape(word.text) + ".*", is_pattern=True), *others)))


def _pattern(word: str, char: str = ".") -> str:
    """A word with wildcards as a pattern of the engine; `char` is any one character."""
    return "".join({"?": char, "*": f"{char}*"}.get(one, re.escape(one)) for one in word)


def _begun(start: str) -> Query:
    """Dispatches with a form or lemma that begins so."""
    if len(start) <= STARTS:
        return engine.terms("start", [start])
    return engine.begun("form", start)
