"""Officials with counts: one row a person, however the releases spell the name."""

from __future__ import annotations

from core import FacetCount
from tui.lang import tr
from tui.panes.facets import FacetPane
from tui.panes.pane import Found
from tui.plain.cleaning import clean
from tui.state import State


class OfficialsPane(FacetPane):
    """One row a person's card."""

    field = "official"
    bar_width = 4
    bar_from = 30

    def __init__(self) -> None:
        super().__init__(id="officials")
        self._names: dict[str, str] = {}

    def take(self, found: Found, state: State) -> None:
        values = found.hits.facets.get("official", ())
        self._names.update((value.value, clean(value.label)) for value in values)
        here = self.place(state)
        self.fill(values, found.wish.chosen("official"), state.sorts.get("officials", "count"), here)
        self.headed(tr("Officials"))

    def label(self, value: FacetCount) -> str:
        return self._names.get(value.value) or clean(value.label)

    def label_of(self, value: str) -> str:
        return self._names.get(value, value)
