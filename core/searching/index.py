"""The index inside tantivy: what is asked of one state of it, and the ways to another state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import Message, QueryError
from core.hits import Hit, Hits, Narrowing
from core.searching import writing
from core.searching.answering import Answer, Asked
from core.searching.consulting import Consulted
from core.searching.contracts import TRIES, People, Span
from core.searching.excerpts import LENGTH, excerpt
from core.searching.explaining import explained
from core.searching.facets import Facets
from core.searching.forms import Forms
from core.searching.matching import Matcher
from core.searching.query import Node, parse
from core.searching.state import Page, State, opened

if TYPE_CHECKING:
    from core.model import Release
    from core.results import Suggestion

Question = tuple[str, Narrowing, bool, bool, date]  # query, narrowing, by rank, half typed, today


class TantivyIndex:
    """See `core.searching.contracts.Index`."""

    def __init__(self, folder: Path) -> None:
        self.tries = frozenset(TRIES)
        self._folder = folder
        self._mark = writing.mark(folder)
        self._state = opened(folder)

    @property
    def stamp(self) -> str:
        return self._state.stamp

    def find(
        self,
        query: str,
        narrowing: Narrowing,
        people: People,
        *,
        sort: str = "date",
        limit: int = 50,
        offset: int = 0,
        facets: bool = True,
        excerpts: bool = False,
        typing: bool = False,
    ) -> Hits:
        state = self._state
        page = Page(limit, offset, is_ranked=sort == "rank")
        question = (query, narrowing, page.is_ranked, typing, date.today())
        asked, counted = self._asked(state, question, people, page)
        rows = asked.rows(page)
        if excerpts:
            matcher = Matcher(asked.tree, state.forms)
            rows = [
                (_with_excerpt(hit, state.packer.text(packed), matcher, state.forms), packed)
                for hit, packed in rows
            ]
        releases, dispatches = state.sizes
        return Hits(
            total=asked.total,
            rows=tuple(hit for hit, _ in rows),
            facets=counted if facets else {},
            explained=explained(asked.tree, state.forms, asked.values),
            notices=_once(asked.notices),
            releases=releases,
            dispatches=dispatches,
        )

    def _asked(self, state: State, question: Question, people: People, page: Page) -> tuple[Asked, Facets]:
        """A question asked, or kept from before: a list is paged through, a letter is taken back."""
        kept = state.kept.get((question, self.tries))
        if kept is not None and kept[2].is_current(people):
            return kept[0], kept[1]
        query, narrowing, _, typing, today = question
        consulted = Consulted(people)
        answer = Answer(state, consulted, narrowing, self.tries, page, typing, today)
        asked = answer.ask(query)
        if not asked.total and query.strip() and self.tries:
            asked = answer.ask_otherwise(query) or asked
        counted = Facets(state.searcher, asked.without, consulted, state.labels)
        state.keep((question, self.tries), (asked, counted, consulted))
        return asked, counted

    def marks(self, query: str, release: Release) -> tuple[Span, ...]:
        from core.searching.respelling import Respelling

        state = self._state
        for typing in (False, True):  # what is no whole word of the release may be half a word
            taken = Respelling(state.searcher, state.forms, self.tries)
            text = taken.text(taken.field_names(query), typing=typing)
            tree = taken.tree(_tree(text, typing))
            if spans := Matcher(tree, state.forms).spans(release.text, release.lemmas):
                return tuple(spans)
        return ()

    def complete(self, text: str, cursor: int, people: People, limit: int = 10) -> tuple[Suggestion, ...]:
        from core.searching.completing import Completing

        state = self._state
        return Completing(state.searcher, state.forms, people).complete(text, cursor, limit)

    def write(self, added: Iterable[Release], removed: Iterable[str], stamp: str) -> None:
        writing.write(self._folder, added, removed, stamp)
        self.refresh()

    def refresh(self) -> bool:
        mark = writing.mark(self._folder)
        if mark == self._mark:
            return False
        before = self._state
        self._mark, self._state = mark, opened(self._folder)
        # merging alone changes files too, but no answer
        return (self._state.stamp, self._state.place) != (before.stamp, before.place)

    def close(self) -> None:
        self._state = State(None)


def _with_excerpt(hit: Hit, text: str, matcher: Matcher, forms: Forms) -> Hit:
    return hit._replace(excerpt=excerpt(text, matcher.spans(text, forms, reach=LENGTH), hit.start))


def _tree(query: str, typing: bool) -> Node:
    """The tree of a query, of what is left of it where a field is unknown."""
    try:
        return parse(query, typing=typing).tree
    except QueryError:
        return parse(f"{query} ", typing=True).tree


def _once(notices: tuple[Message, ...]) -> tuple[Message, ...]:
    told: dict[str, Message] = {str(notice): notice for notice in notices}
    return tuple(told.values())
