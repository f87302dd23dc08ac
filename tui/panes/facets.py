"""A pane of values with counts, by which the rest can be narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from core import Choice, FacetCount
from tui.lang import number, tr
from tui.panes.pane import Pane
from tui.widgets.line_list import Cells, fit

_SORT_NAMES = {
    "count": "by count",
    "name": "by name",
    "date": "newest first",
    "oldest": "oldest first",
    "rank": "best first",
}
CHOSEN, EXCLUDED, PLAIN = "●", "−", " "  # told apart by shape, not by colour alone


class FacetPane(Pane):
    """Values of a facet, each with its count and a small bar."""

    SORTS: ClassVar[tuple[str, ...]] = ("count", "name")
    field: ClassVar[str]
    bar_width = 6
    bar_from = 24  # narrower panes do without the bar

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.values: Sequence[FacetCount] = ()
        self.chosen: dict[str, bool] = {}
        self.sort = "count"
        self._most, self._digits = 1, 1

    def fill(self, values: Sequence[FacetCount], chosen: dict[str, bool], sort: str, here: str) -> None:
        """Shows values in the order of `sort`, chosen ones that no longer occur with a count of 0."""
        self.sort = sort
        known = {value.value for value in values}
        gone = [FacetCount(value, self.label_of(value), 0) for value in chosen if value not in known]
        rows = [*values, *gone]
        if sort == "name":
            rows.sort(key=lambda value: self.label(value).casefold().replace("ё", "е"))
        self.values, self.chosen = rows, chosen
        self._most = max((value.count for value in rows), default=1) or 1
        self._digits = len(number(self._most))
        keys = [value.value for value in rows]
        self.show(len(rows), keys.index(here) if here in keys else 0)

    def label(self, value: FacetCount) -> str:
        """The name of a value for the eye."""
        return value.label

    def label_of(self, value: str) -> str:
        """The name of a value that is chosen but no longer counted."""
        return value

    def choice(self, *, excluded: bool = False) -> Choice | None:
        """The value under the cursor as a choice."""
        if not self.count:
            return None
        return Choice(self.field, self.values[self.cursor].value, excluded)

    def key_of(self, row: int) -> str:
        return self.values[row].value

    def text_of(self, row: int) -> str:
        return self.label(self.values[row])

    def cells(self, row: int, width: int) -> Cells:
        value = self.values[row]
        state = self.chosen.get(value.value)
        sign = PLAIN if state is None else EXCLUDED if state else CHOSEN
        count = number(value.count).rjust(self._digits)
        bar = self.bar(value) if width >= self.bar_from else []
        bars = self.bar_width + 1 if bar else 0
        name = fit(self.label(value), width - 2 - bars - self._digits - 1)
        style = "list--chosen" if state is False else "list--dim" if state else ""
        return [
            (sign + " ", "list--accent"),
            (name, style),
            (" " if bar else "", ""),
            *bar,
            (f" {count}", "list--dim"),
        ]

    def bar(self, value: FacetCount) -> list[tuple[str, str]]:
        """A bar as long as the count is to the greatest one."""
        return self.parted(value.count, value.count)

    def parted(self, strong: int, whole: int) -> list[tuple[str, str]]:
        """A bar of two parts: the strong one drawn heavy, the rest of the whole light."""
        long = max(round(whole * self.bar_width / self._most), 1 if whole else 0)
        heavy = min(max(round(strong * self.bar_width / self._most), 1 if strong else 0), long)
        return [
            ("━" * heavy, "list--bar"),
            ("─" * (long - heavy), "list--bar"),
            (" " * (self.bar_width - long), ""),
        ]

    def headed(self, title: str) -> None:
        """The heading with the number of values, and the sort where it is not the usual one."""
        self.head(
            title if self.sort == "count" else f"{title} · {sort_name(self.sort)}", number(len(self.values))
        )


def sort_name(sort: str) -> str:
    """The name of a sort for the eye."""
    return tr(_SORT_NAMES[sort])
