"""How a half-typed query may go on: fields, values of fields, words of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tantivy

from core.results import Suggestion
from core.searching.contracts import People
from core.searching.forms import Forms
from core.searching.query import dates, events, fields
from core.searching.query.fields import Known
from core.searching.words import cut, folded

_HALF = re.compile(
    r"""(?:^|(?<=[\s(|\-]))(?:(?P<field>[^\W\d_]+):(?P<value>"[^"]*|[^\s()|"]*)|(?P<word>\w[\w-]*))$"""
)
_SHORTEST = 2  # letters of a word that is completed
_FORMS = 500  # forms looked at for the words that begin so
_MOST_CARDS = 50

# (what is put in, what is shown, dispatches that have it)
Offer = tuple[str, str, int | None]


@dataclass(frozen=True, slots=True)
class Completing:
    """Completes over one state of the index."""

    searcher: tantivy.Searcher
    forms: Forms
    people: People

    def complete(self, text: str, cursor: int, limit: int) -> tuple[Suggestion, ...]:
        """What may stand in place of the word or value that ends at `cursor`."""
        half = _HALF.search(text[:cursor])
        if half is None or limit < 1:
            return ()
        if half["word"]:
            start, offers = half.start("word"), self._words(half["word"])
        else:
            known = fields.named(half["field"])
            start = half.start("value")
            offers = self._values(known, half["value"].lstrip('"')) if known else iter(())
        made: dict[str, Suggestion] = {}
        for put, label, count in offers:
            made.setdefault(put, Suggestion(put, label, start, cursor, count))
            if len(made) == limit:
                break
        return tuple(made.values())

    def _words(self, half: str) -> Iterator[Offer]:
        """Names of fields first: there are few of them. Then words, the most frequent first."""
        start = folded(half)
        for known in fields.fields():
            for name in (known.russian, known.name):
                if name.startswith(start):
                    yield f"{name}:", f"{name}:", None
        if len(start) < _SHORTEST:
            return
        lemmas = {
            lemma
            for _, found, _ in self.forms.beginning(start, _FORMS)
            for lemma in found
            if lemma.startswith(start)
        }
        counted = [(self.searcher.doc_freq("lemma", lemma), lemma) for lemma in lemmas]
        for count, lemma in sorted(counted, key=lambda pair: (-pair[0], len(pair[1]), pair[1])):
            yield lemma, lemma, count

    def _values(self, known: Known, half: str) -> Iterator[Offer]:
        start = " ".join(token.form for token in cut(half))
        kinds = {
            "state": self._states,
            "person": self._persons,
            "event": self._events,
            "date": self._dates,
            "listed": self._listed,
            "words": self._named,
        }
        yield from kinds[known.kind](known.name, start)

    def _states(self, field: str, start: str) -> Iterator[Offer]:
        from core import states

        counts = dict(self.searcher.terms_with_prefix(field, ""))
        found = [(counts.get(code, 0), name) for code, name in states.suggest(start)]
        if start.isascii() and start:
            found += [(counts.get(code, 0), name) for code, name in states.suggest(start, "en")]
        for count, name in sorted(found, key=lambda pair: (-pair[0], pair[1])):
            yield _quoted(name), name, count

    def _persons(self, _: str, start: str) -> Iterator[Offer]:
        for number, card in enumerate(self.people.named(start)):
            if number == _MOST_CARDS:
                return
            name = self.people.label(card)
            yield _quoted(name), name, None

    def _events(self, _: str, start: str) -> Iterator[Offer]:
        counts = dict(self.searcher.terms_with_prefix("event", ""))
        found = [
            (counts.get(kind, 0), name) for kind, name in events.offered() if folded(name).startswith(start)
        ]
        for count, name in sorted(found, key=lambda pair: (-pair[0], pair[1])):
            yield _quoted(name), name, count

    def _dates(self, _: str, start: str) -> Iterator[Offer]:
        months = dict(self.searcher.terms_with_prefix("month", ""))
        written = start.replace(" ", "-")
        for month in sorted(filter(None, months), reverse=True):
            if written and month.startswith(written):
                yield month, month, months[month]
        for name in dates.offered():
            if name.startswith(start):
                yield _quoted(name), name, None

    def _listed(self, field: str, start: str) -> Iterator[Offer]:
        values = self.searcher.terms_with_prefix(field, "")
        for value, count in sorted(values, key=lambda pair: (-pair[1], pair[0])):
            if value and any(token.form.startswith(start) for token in cut(value)):
                yield _quoted(value), value, count

    def _named(self, field: str, start: str) -> Iterator[Offer]:
        """Words of names; of a value of several words the last one goes on."""
        *before, last = start.split(" ")
        if not last:
            return
        for word, count in _most(self.searcher.terms_with_prefix(field, last, limit=_FORMS)):
            whole = " ".join((*before, word))
            yield _quoted(whole), whole, count


def _most(terms: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(terms, key=lambda term: (-term[1], term[0]))


def _quoted(value: str) -> str:
    """A value as it is put into a query."""
    bare = value.replace('"', "")
    return bare if re.fullmatch(r"[\w.\-]+", bare) else f'"{bare}"'
