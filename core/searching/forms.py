"""Which lemmas a word form has: by the table in the index, else by pymorphy3, loaded when first needed."""

from __future__ import annotations

from functools import cache
from typing import Any

import tantivy

from core.folding import fold, is_cyrillic
from core.searching.schema import SEPARATOR

_KEPT = 1 << 16  # answers kept for one state of the index


class Forms:
    """The table of one state of the index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._known: dict[str, tuple[str, ...]] = {}
        self.cut: dict[str, list[Any]] = {}  # words as written → what `matching` makes of them

    def known(self, form: str) -> tuple[str, ...]:
        """The lemmas of a form that stands in some dispatch, the likeliest first; else none."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            terms = self._searcher.terms_with_prefix("form", form + SEPARATOR)
            if len(terms) > 1:
                terms.sort(key=lambda term: -term[1])
            lemmas = [lemma for term, _ in terms for lemma in _lemmas(term) if lemma]
            found = self._known[form] = tuple(dict.fromkeys(lemmas))
        return found

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The lemmas of any form. What stands nowhere but is a lemma of something is taken for just that."""
        known = self.known(form)
        if known:
            return known
        return (form,) if self._searcher.doc_freq("lemma", form) else analysed(form)

    def half_typed(self, form: str) -> tuple[str, ...]:
        """Lemmas that a half-typed form may already have, beside those that begin so.

        What nothing begins with is likely whole, in a form that stands nowhere.
        """
        return self.known(form) or (() if self.begins(form) else self.lemmas(form))

    def begins(self, start: str) -> bool:
        """True if a form or lemma of some dispatch begins so."""
        return bool(self._searcher.terms_with_prefix("form", start, limit=1))

    def is_in(self, field: str, lemma: str) -> bool:
        """True if a dispatch has the lemma in that field."""
        return self._searcher.doc_freq(field, lemma) > 0

    def get(self, form: str) -> tuple[str, ...] | None:
        """As a table for `words.parts_of`."""
        return self.lemmas(form)

    def exactly(self, form: str) -> list[str]:
        """The terms of the field `form` that stand for just this form."""
        terms = self._searcher.terms_with_prefix("form", form + SEPARATOR)
        return [term for term, _ in terms if not term.endswith(SEPARATOR)]

    def beginning(self, start: str, limit: int | None) -> list[tuple[str, tuple[str, ...], int]]:
        """(form, lemmas, dispatches) of forms that begin so, the most frequent first, at most `limit`."""
        terms = self._searcher.terms_with_prefix("form", start, limit=limit)
        whole = (term for term in terms if not term[0].endswith(SEPARATOR))
        return [(term.partition(SEPARATOR)[0], _lemmas(term), count) for term, count in whole]


def _lemmas(term: str) -> tuple[str, ...]:
    return tuple(term.partition(SEPARATOR)[2].split(" "))


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def analysed(form: str) -> tuple[str, ...]:
    """The folded lemmas that pymorphy3 gives a form. Words without Cyrillic letters are their own lemma."""
    if not any(map(is_cyrillic, form)):
        return (form,)
    parses = _analyzer().parse(form)
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in parses)) or (form,)


def is_dictionary_word(form: str) -> bool:
    """True if the dictionary of pymorphy3 has the form."""
    return any(map(is_cyrillic, form)) and bool(_analyzer().word_is_known(form))
