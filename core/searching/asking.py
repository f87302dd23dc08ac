"""From the tree of a query to the query that the engine understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import permutations, product

from tantivy import Occur, Query, Searcher, SearchResult

from core.searching.forms import Forms
from core.searching.query.tree import Any, Field, Node, Not, Phrase, Word
from core.searching.schema import DISPATCH, STARTS, schema
from core.searching.words import parts_of

_COMBINATIONS = 64  # of lemmas in one phrase
_ANY_ORDER = 3  # words of a near phrase that are tried in every order
_EXPANDED = 2_000  # forms of a half-typed word in a phrase
_LIKELY = 1000.0  # more than frequencies can score
_TAB = r"[^\t]"


@dataclass(frozen=True, slots=True)
class Asking:
    """Makes queries over one state of the index. `values`: that of a field, None if it narrows nothing."""

    forms: Forms
    values: Callable[[Field], Query | None]
    is_ranked: bool = False

    def query(self, tree: Node) -> Query:
        """The query of a tree; everything for an empty one."""
        return self._of(tree) or everything()

    def _of(self, node: Node) -> Query | None:
        if isinstance(node, Word):
            return self.word(node)
        if isinstance(node, Phrase):
            return self.phrase("lemma", node.words, node.slop)
        if isinstance(node, Field):
            return self.values(node)
        if isinstance(node, Not):
            return both([], [self._of(node.part)])
        if isinstance(node, Any):
            parts = [self._of(part) for part in node.parts]
            return None if None in parts else either(parts)
        wanted = [part for part in node.parts if not isinstance(part, Not)]
        unwanted = [part.part for part in node.parts if isinstance(part, Not)]
        return both([self._of(part) for part in wanted], [self._of(part) for part in unwanted])

    def word(self, word: Word) -> Query:
        """Dispatches that have the word."""
        if word.how == "exact":
            return terms("form", self.forms.exactly(word.text))
        if word.how == "pattern":
            pattern = "".join({"?": ".", "*": ".*"}.get(char, re.escape(char)) for char in word.text)
            within = pattern.replace(".", _TAB)
            return either([regex("form", within + "\t.*"), regex("lemma", pattern)])
        if word.how == "any":
            return self._any_form(word.text)
        begun = begins(word.text)
        if word.how == "half" and self.forms.half_typed(word.text):
            return either([begun, self._any_form(word.text)])
        return begun

    def _any_form(self, form: str) -> Query:
        lemmas = self.forms.lemmas(form)
        whole = either(map(ranked, lemmas)) if self.is_ranked else terms("lemma", lemmas)
        parts = parts_of(form, lemmas, self.forms)
        if len(parts) < 2:
            return whole
        return either([whole, self.phrase("lemma", [Word(part) for part, _ in parts], 0)])

    def phrase(self, field: str, words: Iterable[Word], slop: int) -> Query:
        """Dispatches where the words stand in that order, or with `slop` near each other."""
        places, at, exact = [], 0, []
        for word in words:
            places.append((at, self._alternatives(field, word)))
            at += max(1, len([part for part in word.text.split("-") if part]))
            if word.how == "exact":
                exact.append(self.word(word))
        found = _in_order(field, places, slop)
        if slop and 1 < len(places) <= _ANY_ORDER:
            orders = permutations([choices for _, choices in places])
            found = either([_in_order(field, list(enumerate(order)), slop) for order in orders])
        return both([found, *exact], []) or found

    def _alternatives(self, field: str, word: Word) -> list[str]:
        """What may stand at the place of a word of a phrase: lemmas, escaped, or beginnings of them."""
        if word.how == "any" and field != "lemma" and self.forms.is_in(field, word.text):
            return list(dict.fromkeys(map(re.escape, (word.text, *self.forms.known(word.text)))))
        if word.how in ("any", "exact"):
            return [re.escape(lemma) for lemma in self.forms.lemmas(word.text)]
        if word.how == "pattern":
            return ["".join({"?": ".", "*": ".*"}.get(char, re.escape(char)) for char in word.text)]
        lemmas: set[str] = set()
        if len(word.text) > STARTS:
            lemmas.update(
                lemma for _, found, _ in self.forms.beginning(word.text, _EXPANDED) for lemma in found
            )
        lemmas.update(self.forms.half_typed(word.text))
        others = sorted(lemma for lemma in lemmas if not lemma.startswith(word.text))
        return [re.escape(word.text) + ".*", *map(re.escape, others)]


def _in_order(field: str, places: list[tuple[int, list[str]]], slop: int) -> Query:
    """A phrase of lemmas: spelled out where that is little, else by a pattern for each place."""
    plain = all("*" not in choice and "." not in choice for _, choices in places for choice in choices)
    if len(places) == 1:
        return either([regex(field, choice) for choice in places[0][1]])
    count = 1
    for _, choices in places:
        count *= len(choices)
    if plain and count <= _COMBINATIONS:
        spelled = product(*([(at, re.sub(r"\\(.)", r"\1", one)) for one in found] for at, found in places))
        return either([Query.phrase_query(schema(), field, list(words), slop) for words in spelled])
    patterns: list[str | tuple[int, str]] = [(at, f"({'|'.join(choices)})") for at, choices in places]
    return Query.regex_phrase_query(schema(), field, patterns, slop)


def count(searcher: Searcher, query: Query) -> int:
    """How many dispatches meet a query."""
    return total(searcher.search(query, limit=1))


def total(result: SearchResult) -> int:
    """All hits of a search, of which it holds the first."""
    return int(result.count)  # type: ignore[attr-defined]  # tantivy's stubs leave it out


def everything() -> Query:
    """Every dispatch."""
    return Query.term_query(schema(), "kind", DISPATCH, "basic")


def nothing() -> Query:
    """No dispatch."""
    return Query.empty_query()


def terms(field: str, values: Iterable[str]) -> Query:
    """Dispatches with one of the terms."""
    found = list(dict.fromkeys(values))
    if len(found) == 1:
        return Query.term_query(schema(), field, found[0], "basic")
    return Query.term_set_query(schema(), field, found) if found else nothing()


def ranked(lemma: str) -> Query:
    """Dispatches with the lemma: first those where it is the likeliest of a word, then by how much of it."""
    held = Query.term_query(schema(), "lemma", lemma, "freq")
    doubtful = Query.term_query(schema(), "doubt", lemma, "basic")
    likely = Query.boolean_query([(Occur.Must, held), (Occur.MustNot, doubtful)])
    return Query.boolean_query([(Occur.Must, held), (Occur.Should, Query.const_score_query(likely, _LIKELY))])


def regex(field: str, pattern: str) -> Query:
    """Dispatches with a term that is the pattern."""
    return Query.regex_query(schema(), field, pattern)


def begins(start: str) -> Query:
    """Dispatches with a form or lemma that begins so."""
    if len(start) <= STARTS:
        return Query.term_query(schema(), "start", start, "basic")
    pattern = re.escape(start) + ".*"
    return either([regex("form", pattern), regex("lemma", pattern)])


def either(parts: Iterable[Query | None]) -> Query:
    """Dispatches that meet one of the parts."""
    found = [part for part in parts if part is not None]
    if len(found) == 1:
        return found[0]
    return Query.boolean_query([(Occur.Should, part) for part in found]) if found else nothing()


def both(wanted: Iterable[Query | None], unwanted: Iterable[Query | None]) -> Query | None:
    """Dispatches that meet all of `wanted` and none of `unwanted`; None if nothing is asked."""
    must = [part for part in wanted if part is not None]
    must_not = [part for part in unwanted if part is not None]
    if not must_not:
        if not must:
            return None
        if len(must) == 1:
            return must[0]
    parts = [(Occur.Must, part) for part in must or [everything()]]
    return Query.boolean_query([*parts, *((Occur.MustNot, part) for part in must_not)])
