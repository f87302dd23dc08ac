"""The index inside tantivy: one state of it that is read, and the ways to another state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

import tantivy

from core.errors import Message
from core.model import Release
from core.results import Hit, Hits, Narrowing, Suggestion
from core.searching import asking, writing
from core.searching.contracts import TRIES, People, Span
from core.searching.excerpts import excerpt
from core.searching.explaining import explained
from core.searching.facets import Facets, narrowed
from core.searching.forms import Forms
from core.searching.matching import Matcher
from core.searching.query import parse
from core.searching.rows import unpack_row, unpack_text
from core.searching.schema import FIRST, STAMP, schema
from core.searching.values import Values

_ROWS = 2_000  # rows kept of one state


class State:
    """What a reader sees until it refreshes."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self.index = tantivy.Index(schema()) if place is None else tantivy.Index.open(str(place))
        self.index.config_reader("manual", 0)
        self.load()

    def load(self) -> None:
        """Goes on to the newest commit."""
        self.index.reload()
        self.searcher = self.index.searcher()
        self.forms = Forms(self.searcher)
        self.stamp = self._stamp()
        self._rows: dict[tuple[int, int], tuple[Hit, bytes]] = {}
        self.__dict__.pop("sizes", None)

    def _stamp(self) -> str:
        found = self.searcher.search(_kind(STAMP), limit=1).hits
        return str(self.searcher.doc(found[0][1]).get_first("stamp")) if found else ""

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Releases and dispatches."""
        return self.count(_kind(FIRST)), self.count(asking.everything())

    def count(self, query: tantivy.Query) -> int:
        """How many dispatches meet a query."""
        return asking.count(self.searcher, query)

    def row(self, address: tantivy.DocAddress) -> tuple[Hit, bytes]:
        """The hit at an address, and its packed text."""
        at = (address.segment_ord, address.doc)
        found = self._rows.get(at)
        if found is None:
            document = self.searcher.doc(address)
            row, text = bytes(document["row"][0]), bytes(document["text"][0])
            if len(self._rows) >= _ROWS:
                self._rows.clear()
            found = self._rows[at] = unpack_row(row, text), text
        return found


def _kind(kind: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), "kind", kind, "basic")


class TantivyIndex:
    """See `core.searching.contracts.Index`."""

    def __init__(self, folder: Path) -> None:
        self.tries = frozenset(TRIES)
        self._folder = folder
        self._state = _opened(folder)

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
        parsed = parse(query, typing=typing)
        values = Values(state.searcher, state.forms, people, date.today(), typing)
        asked = asking.Asking(state.forms, values, sort == "rank").query(parsed.tree)
        whole = narrowed(asked, narrowing, people)
        total, rows = _page(state, whole, sort, limit, offset)
        if excerpts:
            matcher = Matcher(parsed.tree, state.forms)
            rows = [(_with_excerpt(hit, text, matcher, state.forms), text) for hit, text in rows]

        def ask(field: str) -> tuple[tantivy.Query, int]:
            if not any(choice.field == field for choice in narrowing.choices):
                return whole, total
            without = narrowed(asked, narrowing, people, without=field)
            return without, state.count(without)

        releases, dispatches = state.sizes
        return Hits(
            total=total,
            rows=tuple(hit for hit, _ in rows),
            facets=Facets(state.searcher, ask, people) if facets else {},
            explained=explained(parsed.tree, state.forms, values),
            notices=_once((*parsed.notices, *values.notices)),
            releases=releases,
            dispatches=dispatches,
        )

    def marks(self, query: str, release: Release) -> tuple[Span, ...]:
        forms = self._state.forms
        tree = parse(query, typing=True).tree
        return tuple(Matcher(tree, forms).spans(release.text, release.lemmas))

    def complete(self, text: str, cursor: int, people: People, limit: int = 10) -> tuple[Suggestion, ...]:
        return ()

    def write(self, added: Iterable[Release], removed: Iterable[str], stamp: str) -> None:
        writing.write(self._folder, added, removed, stamp)
        self.refresh()

    def refresh(self) -> bool:
        before = self._state
        place = writing.place(self._folder)
        if place != before.place:
            self._state = _opened(self._folder)
            return self._state.stamp != before.stamp or self._state.place != before.place
        if place is None:
            return False
        fresh = State(place)
        if fresh.stamp == before.stamp:
            return False
        self._state = fresh
        return True

    def close(self) -> None:
        self._state = State(None)


def _opened(folder: Path) -> State:
    """The state in use; an empty one where there is no index that can be read."""
    for _ in range(3):  # a rebuilt index may take the place of the one just named
        place = writing.place(folder)
        try:
            return State(place)
        except (ValueError, OSError):
            continue
    return State(None)


def _page(
    state: State, query: tantivy.Query, sort: str, limit: int, offset: int
) -> tuple[int, list[tuple[Hit, bytes]]]:
    """How many hits there are, and the rows from `offset`."""
    most = max(0, min(limit, state.searcher.num_docs - offset))
    order = None if sort == "rank" else "order"
    found = state.searcher.search(query, limit=max(1, most), order_by_field=order, offset=offset)
    hits = found.hits[:most]
    rows = [state.row(address) for _, address in hits]
    if sort == "rank":
        rows = [(replace(hit, score=score), text) for (hit, text), (score, _) in zip(rows, hits, strict=True)]
    return asking.total(found), rows


def _with_excerpt(hit: Hit, packed: bytes, matcher: Matcher, forms: Forms) -> Hit:
    text = unpack_text(packed)
    return replace(hit, excerpt=excerpt(text, matcher.spans(text, forms), hit.start))


def _once(notices: tuple[Message, ...]) -> tuple[Message, ...]:
    told: dict[str, Message] = {str(notice): notice for notice in notices}
    return tuple(told.values())
