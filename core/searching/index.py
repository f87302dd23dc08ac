"""The index inside tantivy: what is asked of one state of it, and the ways to another state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from core.errors import Message
from core.model import Release
from core.results import Hit, Hits, Narrowing, Suggestion
from core.searching import writing
from core.searching.answering import Answer
from core.searching.completing import Completing
from core.searching.contracts import TRIES, People, Span
from core.searching.excerpts import excerpt
from core.searching.explaining import explained
from core.searching.facets import Facets
from core.searching.forms import Forms
from core.searching.matching import Matcher
from core.searching.query import parse
from core.searching.state import State, opened


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
        answer = Answer(state, people, narrowing, self.tries, is_ranked=sort == "rank", typing=typing)
        asked = answer.ask(query)
        if not asked.total and query.strip() and self.tries:
            asked = answer.ask_otherwise(query) or asked
        rows = state.page(asked.whole, sort, limit, offset)
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
            facets=Facets(state.searcher, asked.without, people, state.labels) if facets else {},
            explained=explained(asked.tree, state.forms, asked.values),
            notices=_once(asked.notices),
            releases=releases,
            dispatches=dispatches,
        )

    def marks(self, query: str, release: Release) -> tuple[Span, ...]:
        forms = self._state.forms
        tree = parse(query, typing=True).tree
        return tuple(Matcher(tree, forms).spans(release.text, release.lemmas))

    def complete(self, text: str, cursor: int, people: People, limit: int = 10) -> tuple[Suggestion, ...]:
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
    return replace(hit, excerpt=excerpt(text, matcher.spans(text, forms), hit.start))


def _once(notices: tuple[Message, ...]) -> tuple[Message, ...]:
    told: dict[str, Message] = {str(notice): notice for notice in notices}
    return tuple(told.values())
