"""What the value of a field in a query means: states, persons, events, days, words, values of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

import tantivy
from tantivy import FieldType, Query

from core.errors import Message, QueryError
from core.searching import asking, engine
from core.searching.contracts import People
from core.searching.forms import Forms
from core.searching.query import events, fields
from core.searching.query.tree import Field, Word
from core.searching.schema import schema
from core.searching.words import cut, folded

if TYPE_CHECKING:
    from core.searching.query import dates

NO_STATE = "There is no state «{value}»; the nearest is «{nearest}»."
NO_STATE_LIKE = "There is no state «{value}»."
NO_EVENT = "There is no kind of event «{value}»; there are: {known}."
NO_DATE = "«{value}» is no date. Try 2026, 2026-03, 2026-03-10, 2026-01..2026-03, >2026-03-01, март."
_LAST_DAY = 99_999_999


class Values:
    """Queries of fields over one state of the index.

    What is half typed and means nothing yet narrows nothing. Anything else that means nothing is an error;
    with `typing` it is told in `notices` and narrows nothing.
    """

    def __init__(
        self, searcher: tantivy.Searcher, forms: Forms, people: People, today: date, typing: bool = False
    ) -> None:
        self.searcher = searcher
        self.forms = forms
        self.people = people
        self.today = today
        self.typing = typing
        self.notices: list[Message] = []

    def __call__(self, asked: Field) -> Query | None:
        """The query of a field; None where it narrows nothing."""
        kind = next(known.kind for known in fields.fields() if known.name == asked.name)
        make: Callable[[Field], Query | None] = getattr(self, f"_{kind}")
        return make(asked)

    def states(self, asked: Field) -> list[str]:
        """The values of a facet of states that are meant: codes, or names of states without one."""
        from core import states

        found = list(states.codes(asked.value)) or [
            state for form in states.forms().get(states.key(asked.value), ()) for state in form.states
        ]
        if asked.half:
            found += [code for code, _ in states.suggest(asked.value)]
        return list(dict.fromkeys(found)) or self._listed_values(asked)

    def days(self, asked: Field) -> dates.Span | None:
        """The days that are meant."""
        from core.searching.query import dates

        return dates.span(asked.value, self.today)

    def persons(self, asked: Field) -> list[str]:
        """The keys of the cards that are meant."""
        return list(self.people.named(asked.value))

    def _state(self, asked: Field) -> Query | None:
        found = self.states(asked)
        return engine.terms(asked.name, found) if found else self._unknown_state(asked)

    def _unknown_state(self, asked: Field) -> Query | None:
        from difflib import get_close_matches

        from core import states

        known = {folded(name): name for code in states.ALL if (name := states.name(code))}
        near = get_close_matches(folded(asked.value), known, n=1, cutoff=0.6)
        if near:
            return self._wrong(asked, NO_STATE, nearest=known[near[0]])
        return self._wrong(asked, NO_STATE_LIKE)

    def _event(self, asked: Field) -> Query | None:
        found = events.kinds(asked.value, half=asked.half)
        if found:
            return engine.terms("event", found)
        return self._wrong(asked, NO_EVENT, known=", ".join(name for _, name in events.offered()))

    def _date(self, asked: Field) -> Query | None:
        span = self.days(asked)
        if span is None:
            return self._wrong(asked, NO_DATE)
        first = _number(span.first) if span.first else 1
        last = _number(span.last) if span.last else _LAST_DAY
        return Query.range_query(schema(), "day", FieldType.Unsigned, first, last)

    def _person(self, asked: Field) -> Query | None:
        spellings = [key for card in self.persons(asked) for key in self.people.spellings(card)]
        return engine.either([engine.terms("official", spellings), self._words_of("person", asked)])

    def _words(self, asked: Field) -> Query | None:
        return self._words_of(asked.name, asked)

    def _words_of(self, name: str, asked: Field) -> Query | None:
        words = [Word(token.form) for token in cut(asked.value)]
        if not words:
            return None
        if asked.half:
            words[-1] = Word(words[-1].text, "half")
        return asking.Asking(self.forms, self).phrase(name, words, 0)

    def _listed(self, asked: Field) -> Query | None:
        return engine.terms(asked.name, self._listed_values(asked))

    def _listed_values(self, asked: Field) -> list[str]:
        """The values of a facet in the index that have all words of what was asked, or their beginnings."""
        wanted = [token.form for token in cut(asked.value)]
        return [
            value
            for value, _ in self.searcher.terms_with_prefix(asked.name, "")
            if wanted and _has(wanted, [token.form for token in cut(value)], asked.half)
        ]

    def _wrong(self, asked: Field, template: str, **values: str) -> Query | None:
        """Says that a value means nothing."""
        if asked.half:
            return None
        if not self.typing:
            raise QueryError(template, value=asked.value, **values)
        self.notices.append(Message(template, {"value": asked.value, **values}))
        return None


def _has(wanted: Iterable[str], words: list[str], half: bool) -> bool:
    return all(any(word.startswith(one) if half else word == one for word in words) for one in wanted)


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
