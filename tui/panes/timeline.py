"""Months as a small timeline: a bar a month, by which the rest can be narrowed."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from core import Choice, FacetCount
from tui.lang import number, tr
from tui.panes.pane import Found, Pane
from tui.plain.naming import MONTHS, month
from tui.state import State
from tui.widgets.line_list import Cells

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_STEP = 4  # cells a month: a bar of three and a gap


class TimelinePane(Pane):
    """Bars from the oldest month on the left to the newest on the right; the cursor moves sideways."""

    field = "month"

    def __init__(self) -> None:
        super().__init__(id="months")
        self.values: list[FacetCount] = []
        self.chosen: dict[str, bool] = {}

    def take(self, found: Found, state: State) -> None:
        here = self.here or state.places.get("months", "")
        counts = {value.value: value.count for value in found.hits.facets.get("month", ()) if value.value}
        self.chosen = found.wish.chosen("month")
        counts.update((value, 0) for value in self.chosen if value not in counts)
        self.values = [FacetCount(value, value, counts.get(value, 0)) for value in _row(sorted(counts))]
        keys = [value.value for value in self.values]
        self.show(len(keys), keys.index(here) if here in keys else len(keys) - 1)
        self._told()

    def choice(self, *, excluded: bool = False) -> Choice | None:
        """The month under the cursor as a choice."""
        return Choice("month", self.values[self.cursor].value, excluded) if self.count else None

    def key_of(self, row: int) -> str:
        return self.values[row].value

    def text_of(self, row: int) -> str:
        return month(self.values[row].value)

    def cells(self, row: int, width: int) -> Cells:
        return ()

    def empty_text(self) -> str:
        return tr("no dates")

    def watch_cursor(self, old: int, new: int) -> None:
        """Two lines are all there is: painted whole."""
        if old != new:
            self._told()

    def to_cursor(self) -> None:
        """The timeline never scrolls downwards."""

    def on_click(self, event: events.Click) -> None:
        """A click goes to the month; on the month of the cursor twice it is Enter."""
        at = event.get_content_offset(self)
        row = -1 if at is None else self._first() + at.x // _STEP
        if 0 <= row < self.count:
            if row == self.cursor and event.chain > 1:
                self.post_message(self.Pressed(self))
            self.cursor = row

    def _told(self) -> None:
        if not self.count:
            self.head(tr("Months"), "")
            return
        value = self.values[self.cursor]
        self.head(tr("Months"), f"{month(value.value)}: {number(value.count)}")

    def _first(self) -> int:
        """The first month in sight: the newest ones, or as far back as the cursor."""
        fit = max((self.size.width + 1) // _STEP, 1)
        return max(min(self.count - fit, self.cursor), 0)

    def render_line(self, y: int) -> Strip:
        if not self.count:
            return super().render_line(y)
        width, base = self.size.width, self.rich_style
        first = self._first()
        most = max((value.count for value in self.values), default=1) or 1
        segments: list[Segment] = []
        for row in range(first, min(self.count, first + (width + 1) // _STEP)):
            style = base + self.style_of("list--bar" if y == 0 else "list--dim")
            if row == self.cursor and y:
                style = base + self.style_of("list--cursor" if self.has_focus else "list--cursor-away")
            elif y and self.values[row].value in self.chosen:
                style = base + self.style_of("list--chosen")
            segments += [Segment(self._part(row, y, most), style), Segment(" ", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _part(self, row: int, y: int, most: int) -> str:
        value = self.values[row]
        if y == 0:
            return _EIGHTHS[-(-value.count * 8 // most)] * 3
        year, number_of_month = value.value.split("-")
        if value.value in self.chosen:
            return "[" + ("−" if self.chosen[value.value] else "●") + "]"
        if number_of_month == "01":
            return f"’{year[2:]}"
        return tr(MONTHS[int(number_of_month) - 1])[:3].lower()


def _row(months: list[str]) -> list[str]:
    """All months from the first to the last, so that a month without dispatches shows as a gap."""
    if not months:
        return []
    first, last = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (months[0], months[-1]))
    if last - first > 1200:
        return months
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]
