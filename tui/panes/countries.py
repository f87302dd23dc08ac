"""Countries with counts: as the host of a dispatch, as merely mentioned, or either."""

from __future__ import annotations

from core import Choice, FacetCount
from tui.lang import tr
from tui.panes.facets import FacetPane
from tui.panes.pane import Found
from tui.plain.naming import country
from tui.state import State

# What the pane can count → its heading
COUNTED = {"country": "Countries", "host": "Host countries", "mentioned": "Mentioned"}


class CountriesPane(FacetPane):
    """One row a country. The heavy part of a bar is what it hosts, the light part what mentions it."""

    field = "country"

    def __init__(self) -> None:
        super().__init__(id="countries")
        self.counted = "country"
        self._hosted: dict[str, int] = {}

    def take(self, found: Found, state: State) -> None:
        facets = found.hits.facets
        self.counted = state.counts if state.counts in COUNTED else "country"
        self._hosted = {value.value: value.count for value in facets.get("host", ())}
        chosen = found.wish.chosen(self.counted)
        here = self.place(state)
        self.fill(facets.get(self.counted, ()), chosen, state.sorts.get("countries", "count"), here)
        self.headed(tr(COUNTED[self.counted]))

    def choice(self, *, excluded: bool = False) -> Choice | None:
        made = super().choice(excluded=excluded)
        return made and Choice(self.counted, made.value, excluded)

    def label(self, value: FacetCount) -> str:
        return country(value.value)

    def label_of(self, value: str) -> str:
        return country(value)

    def bar(self, value: FacetCount) -> list[tuple[str, str]]:
        if self.counted == "country":
            return self.parted(min(self._hosted.get(value.value, 0), value.count), value.count)
        return self.parted(value.count if self.counted == "host" else 0, value.count)
