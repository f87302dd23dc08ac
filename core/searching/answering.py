"""A query on its way to hits: as typed, and where that meets nothing as it may have been meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import tantivy

from core.errors import Message, QueryError
from core.hits import Hit, Narrowing
from core.searching import asking
from core.searching.contracts import People
from core.searching.facets import narrowed
from core.searching.query import Node, fields, parse
from core.searching.state import Found, Page, State
from core.searching.values import Values

if TYPE_CHECKING:
    from core.searching.respelling import Respelling


class Asked(NamedTuple):
    """A query as it was asked: its tree, without and with the choices, and how many meet it."""

    tree: Node
    query: tantivy.Query
    whole: tantivy.Query
    total: int
    found: list[Found]  # the page that was asked for first
    values: Values
    answer: Answer
    notices: tuple[Message, ...] = ()

    def rows(self, page: Page) -> list[tuple[Hit, bytes]]:
        """The hits of a page, each with its packed row."""
        state = self.answer.state
        is_first = page == self.answer.page
        found = self.found if is_first else state.search(self.whole, page)[1]
        return state.rows(found, is_ranked=page.is_ranked)

    def without(self, facet: str) -> tuple[tantivy.Query, int]:
        """The query without the choices of one facet, and how many meet it."""
        narrowing = self.answer.narrowing
        if not any(choice.field == facet for choice in narrowing.choices):
            return self.whole, self.total
        query = narrowed(self.query, narrowing, self.answer.people, without=facet)
        return query, self.answer.state.count(query)


class Answer(NamedTuple):
    """One call of `find`."""

    state: State
    people: People
    narrowing: Narrowing
    tries: frozenset[str]
    page: Page
    typing: bool
    today: date

    def ask(self, query: str) -> Asked:
        """Asks as typed, but for fields of another layout. Raises `QueryError`, not while typing."""
        told: list[Message] = []
        if any(colon in query for colon in fields.COLONS):
            taken = self._respelling()
            query, told = taken.field_names(query), taken.notices
        parsed = parse(query, typing=self.typing)
        return self._ask(parsed.tree, (*told, *parsed.notices))

    def ask_otherwise(self, query: str) -> Asked | None:
        """Asks with the words that stand nowhere taken otherwise; None if that meets nothing either."""
        before, _, last = query.rpartition(" ")
        if self.typing and fields.begins(last):  # «стран» is going to be «страна:»
            return self.ask(before)
        taken = self._respelling()
        try:
            text = taken.text(taken.field_names(query), typing=self.typing)
            parsed = parse(text, typing=self.typing)
            tree = taken.tree(parsed.tree)
            asked = self._ask(tree, (*parsed.notices, *taken.notices)) if taken.notices else None
        except QueryError:
            return None
        return asked if asked and asked.total else None

    def _respelling(self) -> Respelling:
        from core.searching.respelling import Respelling

        return Respelling(self.state.searcher, self.state.forms, self.tries)

    def _ask(self, tree: Node, notices: tuple[Message, ...]) -> Asked:
        state = self.state
        values = Values(state.searcher, state.forms, self.people, self.today, self.typing)
        query = asking.Asking(state.forms, values, self.page.is_ranked).query(tree)
        whole = narrowed(query, self.narrowing, self.people)
        told = (*notices, *values.notices)
        total, found = state.search(whole, self.page)
        return Asked(tree, query, whole, total, found, values, self, told)
