"""Dispatches that meet what is asked for. Rows are fetched a page at a time, as they come into sight."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from core import Hit
from tui.lang import number, tr
from tui.panes.facets import sort_name
from tui.panes.pane import Found, Pane
from tui.plain.cleaning import clean
from tui.plain.naming import country
from tui.state import State
from tui.widgets.line_list import Cells, fit

PAGE = 100  # rows asked for at once
MARKED = "*"
_DATE = len("2026-03-10")


def place(hit: Hit) -> str:
    """What names a dispatch in marks and places: «release key/n»."""
    return f"{hit.key}/{hit.n}"


class DispatchesPane(Pane):
    """Date, host and headline of each dispatch."""

    SORTS: ClassVar[tuple[str, ...]] = ("date", "oldest", "rank")

    class Wanted(Message):
        """Rows came into sight that are not here yet: the page that begins at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self) -> None:
        super().__init__(id="dispatches")
        self.rows: dict[int, Hit] = {}
        self.marked: set[str] = set()
        self.whole = 0  # dispatches in the archive
        self._asked: set[int] = set()

    def take(self, found: Found, state: State) -> None:
        here = self.place(state)
        self.rows = dict(enumerate(found.rows, found.offset))
        self.marked = set(state.marks)
        self._asked = set(range(found.offset, found.offset + len(found.rows), PAGE))
        at = next((row for row, hit in self.rows.items() if place(hit) == here), None)
        self.show(found.hits.total, at if at is not None else self.cursor if found.again else 0)
        total = found.hits.total
        whole = self.whole = found.hits.dispatches
        figure = (
            number(whole) if found.wish.empty else tr("{n} of {whole}", n=number(total), whole=number(whole))
        )
        sort = state.sorts.get("dispatches", "date")
        self.head(tr("Dispatches") + ("" if sort == "date" else f" · {sort_name(sort)}"), figure)

    def add_page(self, offset: int, hits: tuple[Hit, ...]) -> None:
        """Rows that were asked for by `Wanted`."""
        self.rows.update(enumerate(hits, offset))
        self.refresh()
        if offset <= self.cursor < offset + len(hits):
            self.post_message(self.Moved(self))

    @property
    def hit(self) -> Hit | None:
        """The dispatch under the cursor, once it is here."""
        return self.rows.get(self.cursor)

    def empty_text(self) -> str:
        return tr("Nothing meets this. Esc takes the last step back.") if self.whole else tr("No dispatches.")

    def toggle_mark(self, marks: list[str]) -> None:
        """Marks the dispatch under the cursor in `marks`, or takes its mark away."""
        if self.hit is None:
            return
        name = place(self.hit)
        if name in marks:
            marks.remove(name)
        else:
            marks.append(name)
        self.marked = set(marks)
        self.refresh_line(self.cursor)

    def next_mark(self) -> None:
        """To the next marked dispatch, going round."""
        for step in range(1, self.count + 1):
            row = (self.cursor + step) % self.count
            if row in self.rows and place(self.rows[row]) in self.marked:
                self.cursor = row
                return

    def key_of(self, row: int) -> str:
        return place(self.rows[row]) if row in self.rows else ""

    def text_of(self, row: int) -> str:
        hit = self.rows.get(row)
        return f"{hit.headline} {hit.date} {country(hit.host)}" if hit else ""

    def cells(self, row: int, width: int) -> Cells:
        hit = self.rows.get(row)
        if hit is None:
            self._want(row)
            return [(" …", "list--dim")]
        sign = MARKED if place(hit) in self.marked else " "
        host = country(hit.host) if hit.host else "–"
        host_width = 16 if width >= 70 else 12 if width >= 56 else 0
        cells = [(sign, "list--mark"), (fit(hit.date or "–", _DATE), "list--dim"), (" ", "")]
        if host_width:
            cells.append((fit(host, host_width), "list--accent"))
        else:
            cells.append((fit(hit.host or "–", 2), "list--accent"))
        left = width - _DATE - 3 - (host_width or 2)
        return [*cells, (" ", ""), (fit(clean(hit.headline), left), "")]

    def _want(self, row: int) -> None:
        offset = row - row % PAGE
        if offset not in self._asked:
            self._asked.add(offset)
            self.post_message(self.Wanted(offset))
