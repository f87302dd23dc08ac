"""What all panes share: a name, a heading in the rule above, an answer to `show`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content

from core import Hit, Hits
from tui.panes.reader_page import Opened
from tui.state import State, Wish
from tui.widgets.line_list import LineList, fit


@dataclass(frozen=True, slots=True)
class Found:
    """An answer of the archive together with the wish that it answers."""

    wish: Wish
    hits: Hits
    rows: tuple[Hit, ...] = ()
    sort: str = "date"
    offset: int = 0  # of the first row in `rows`
    again: bool = False  # the same wish as before: the place must hold
    opened: Opened | None = None  # the release of the first row, so that the text comes in the same frame


class Pane(LineList):
    """A list with a heading. A row has a key, by which its place is found again."""

    SORTS: ClassVar[tuple[str, ...]] = ()
    heading: tuple[str, str] = ("", "")

    def take(self, found: Found, state: State) -> None:
        """Shows what was found; called once an answer."""
        raise NotImplementedError

    def key_of(self, row: int) -> str:
        """What names a row for as long as it is shown."""
        raise NotImplementedError

    @property
    def here(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self.key_of(self.cursor) if self.count else ""

    def place(self, state: State) -> str:
        """The row to stay on: where the user went, or was at the last start; the top stays the top."""
        if not self.count:
            return state.places.get(self.id or "", "")
        return self.here if self.cursor else ""

    def head(self, title: str, figure: str = "") -> None:
        """Sets the heading: what the pane holds on the left, how much on the right."""
        self.heading = (title, figure)
        width = self.outer_size.width - 2  # the rule begins and ends with a stroke of its own
        if width <= 0:
            return
        figure = f" {figure}" if figure else ""
        title = fit(title, min(cell_len(title), max(width - cell_len(figure) - 2, 4)))
        stroke = "━" if self.has_focus else "─"  # focus is told by shape, not by colour alone
        rule = stroke * max(width - cell_len(title) - cell_len(figure) - 1, 0)
        line = Content.assemble(
            (f"{title} ", "bold"), (rule, "$accent" if self.has_focus else "$line"), (figure, "not bold")
        )
        self.border_title = line

    def on_resize(self) -> None:
        """The heading is as wide as the pane."""
        super().on_resize()
        self.head(*self.heading)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The rule above is heavy in focus, light without it."""
        super().watch_has_focus(has_focus)
        self.head(*self.heading)

    def find_row(self, wanted: str, start: int) -> int | None:
        """The first row from `start` on, going round, whose text begins with `wanted`."""
        for step in range(self.count):
            row = (start + step) % self.count
            if self.begins(row, wanted):
                return row
        return None

    def begins(self, row: int, wanted: str) -> bool:
        """Whether a word of the row's text begins with `wanted`, which is casefolded."""
        text = self.text_of(row).casefold()
        return text.startswith(wanted) or f" {wanted}" in text

    def text_of(self, row: int) -> str:
        """The text of a row that type-ahead looks at."""
        raise NotImplementedError
