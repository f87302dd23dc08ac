"""Saved searches: how many dispatches meet each now, and how many are new since it was last looked at."""

from __future__ import annotations

from tui.lang import number, tr, trn
from tui.screens.listed import Listed
from tui.state import Saved
from tui.widgets.line_list import Cells, LineList, fit


class SearchList(LineList):
    """A row a saved search: name, what is new, count."""

    def __init__(self, saved: list[Saved]) -> None:
        super().__init__(id="searches")
        self.saved = saved
        self.totals: dict[str, int] = {}
        self.count = len(saved)

    def on_mount(self) -> None:
        """Shows the names; counts follow."""
        self.show(len(self.saved))

    def cells(self, row: int, width: int) -> Cells:
        saved = self.saved[row]
        total = self.totals.get(saved.name)
        count = "…" if total is None else number(total)
        fresh = (total or 0) - saved.seen
        new = trn(fresh, "{n} new|{n} new") if fresh > 0 else ""
        name = fit(f" {saved.name}", width - 22)
        return [(name, ""), (new.rjust(12), "list--chosen"), (count.rjust(9) + " ", "list--dim")]


class SearchesScreen(Listed[Saved]):
    """Enter asks for the search, - forgets it."""

    def __init__(self, saved: list[Saved]) -> None:
        self.saved = saved
        self.list = SearchList(saved)
        super().__init__(self.list)
        self.title_text = f" {tr('Saved searches')} "
        self.hints = (("Enter", tr("show")), ("-", tr("forget")), ("Esc", tr("close")))

    def count(self, totals: dict[str, int]) -> None:
        """The counts have come."""
        self.list.totals = totals
        self.list.refresh()

    def press(self, key: str) -> bool:
        if key == "enter" and self.saved:
            self.dismiss(self.saved[self.list.cursor])
            return True
        if key == "minus" and self.saved:
            del self.saved[self.list.cursor]
            if not self.saved:
                self.dismiss(None)
            else:
                self.list.show(len(self.saved), self.list.cursor)
            return True
        return super().press(key)
