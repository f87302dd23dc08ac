"""One state of the index, as a reader sees it until it refreshes."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import tantivy

from core.results import Hit
from core.searching import engine
from core.searching.facets import Labels
from core.searching.forms import Forms
from core.searching.rows import Packer
from core.searching.schema import FIRST, STAMP, schema
from core.searching.writing import DICTIONARY
from core.searching.writing import place as place_of

_ANSWERS = 64  # answers kept of one state
_ROWS = 2_000  # rows kept of one state


class State:
    """What a reader sees until it refreshes."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self.index = tantivy.Index(schema()) if place is None else tantivy.Index.open(str(place))
        self.index.config_reader("manual", 0)
        self.packer = Packer(b"" if place is None else (place / DICTIONARY).read_bytes())
        self.load()

    def load(self) -> None:
        """Goes on to the newest commit."""
        self.index.reload()
        self.searcher = self.index.searcher()
        self.forms = Forms(self.searcher)
        self.labels = Labels()
        self.kept: dict[Any, Any] = {}
        self.stamp = self._stamp()
        self._rows: dict[tuple[int, int], tuple[Hit, bytes]] = {}
        self.__dict__.pop("sizes", None)

    def _stamp(self) -> str:
        found = self.searcher.search(_kind(STAMP), limit=1).hits
        return str(self.searcher.doc(found[0][1]).get_first("stamp")) if found else ""

    def keep(self, question: Any, answer: Any) -> None:
        """Keeps an answer in `kept`, the last ones only."""
        if len(self.kept) >= _ANSWERS:
            self.kept.pop(next(iter(self.kept)), None)
        self.kept[question] = answer

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Releases and dispatches."""
        return self.count(_kind(FIRST)), self.count(engine.everything())

    def count(self, query: tantivy.Query) -> int:
        """How many dispatches meet a query."""
        return engine.count(self.searcher, query)

    def page(self, query: tantivy.Query, sort: str, limit: int, offset: int) -> list[tuple[Hit, bytes]]:
        """Hits from `offset`, at most `limit`, each with its packed row."""
        most = min(limit, self.searcher.num_docs - offset)
        if most < 1:
            return []
        if sort != "rank":
            found = self.searcher.search(
                query, limit=most, count=False, order_by_field="order", offset=offset
            ).hits
            return [self.row(address) for _, address in found]
        ranked = self.searcher.search(query, limit=most, count=False, offset=offset).hits
        rows = [(self.row(address), score) for score, address in ranked]
        return [(replace(hit, score=score), text) for (hit, text), score in rows]

    def row(self, address: tantivy.DocAddress) -> tuple[Hit, bytes]:
        """The hit at an address, and the packed row."""
        at = (address.segment_ord, address.doc)
        found = self._rows.get(at)
        if found is None:
            document = self.searcher.doc(address)
            packed = bytes(document["row"][0])
            if len(self._rows) >= _ROWS:
                self._rows.clear()
            found = self._rows[at] = self.packer.row(packed), packed
        return found


def _kind(kind: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), "kind", kind, "basic")


def opened(folder: Path) -> State:
    """The state in use; an empty one where there is no index that can be read."""
    for _ in range(3):  # a rebuilt index may take the place of the one just named
        place = place_of(folder)
        try:
            return State(place)
        except (ValueError, OSError):
            continue
    return State(None)
