"""One state of the index, as a reader sees it until it refreshes."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from core.hits import Hit
from core.searching import engine
from core.searching.facets import Labels
from core.searching.forms import Forms
from core.searching.rows import Packer
from core.searching.schema import FIRST, STAMP, schema
from core.searching.writing import DICTIONARY
from core.searching.writing import place as place_of

_ANSWERS = 64  # answers kept of one state
_ROWS = 2_000  # rows kept of one state

Found = tuple[Any, tantivy.DocAddress]  # score, or place in the order, and where it is


class Page(NamedTuple):
    """Which hits are wanted, and by what they are ordered."""

    limit: int
    offset: int
    is_ranked: bool


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

    def search(self, query: tantivy.Query, page: Page) -> tuple[int, list[Found]]:
        """How many dispatches meet a query, and those of the page, newest or best first."""
        most = min(page.limit, self.searcher.num_docs - page.offset)
        if most < 1:
            return self.count(query), []
        order = None if page.is_ranked else "order"
        found = self.searcher.search(query, limit=most, order_by_field=order, offset=page.offset)
        return engine.total(found), found.hits

    def rows(self, found: list[Found], *, is_ranked: bool) -> list[tuple[Hit, bytes]]:
        """The hits, each with its packed row."""
        rows = [self.row(address) for _, address in found]
        if not is_ranked:
            return rows
        scored = zip(rows, found, strict=True)
        return [(hit._replace(score=score), packed) for (hit, packed), (score, _) in scored]

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
