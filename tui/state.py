"""What the screen remembers: what was asked for, where the user stood, what was marked and saved.

All of it is plain data, changed without a terminal; `tui/kept.py` carries it from one start to the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core import Choice, Narrowing

KEPT_QUERIES, KEPT_STEPS = 200, 100  # more than anyone walks back


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the words of the filter line and the choices of the panes."""

    query: str = ""
    narrowing: Narrowing = field(default_factory=Narrowing)
    typed_after: int = 0  # so many choices stood when the query was begun: the order in which Esc takes back

    @property
    def empty(self) -> bool:
        """Whether nothing narrows."""
        return not self.query.strip() and not self.narrowing.choices

    def typed(self, query: str) -> Wish:
        """The same with other words."""
        begun = len(self.narrowing.choices) if not self.query.strip() else self.typed_after
        return replace(self, query=query, typed_after=begun)

    def only(self, choice: Choice) -> Wish:
        """Chosen alone in its field; taken back if it already is."""
        there = [one for one in self.narrowing.choices if one.field == choice.field]
        cleared = self.narrowing.without(choice.field)
        return self._with(cleared if there == [choice] else cleared.with_choice(choice))

    def toggled(self, choice: Choice) -> Wish:
        """One more (or excluded) value of a field; taken back if it already stands so."""
        if choice in self.narrowing.choices:
            return self._with(self.narrowing.without(choice.field, choice.value))
        return self._with(self.narrowing.with_choice(choice))

    def wider(self) -> Wish:
        """Without the last step: the query or the last choice, whichever came later."""
        choices = self.narrowing.choices
        if self.query.strip() and self.typed_after >= len(choices):
            return replace(self, query="", typed_after=0)
        if choices:
            return self._with(Narrowing(choices[:-1]))
        return Wish()

    def chosen(self, field_name: str) -> dict[str, bool]:
        """Value → whether it is excluded, for the choices of a field."""
        return {one.value: one.excluded for one in self.narrowing.choices if one.field == field_name}

    def _with(self, narrowing: Narrowing) -> Wish:
        return replace(self, narrowing=narrowing, typed_after=min(self.typed_after, len(narrowing.choices)))


@dataclass(slots=True)
class Trail:
    """The wishes gone through, to walk back and forth like the pages of a browser."""

    steps: list[Wish] = field(default_factory=lambda: [Wish()])
    at: int = 0

    def go(self, wish: Wish) -> None:
        """A new step; what lay ahead is forgotten."""
        if wish != self.steps[self.at]:
            self.steps = [*self.steps[: self.at + 1], wish][-KEPT_STEPS:]
            self.at = len(self.steps) - 1

    def walk(self, by: int) -> Wish | None:
        """The wish `by` steps on; None past either end."""
        if not 0 <= self.at + by < len(self.steps):
            return None
        self.at += by
        return self.steps[self.at]


@dataclass(frozen=True, slots=True)
class Saved:
    """A search kept under a name, and how many dispatches met it when it was last looked at."""

    name: str
    wish: Wish
    seen: int = 0


@dataclass(slots=True)
class State:
    """What is kept of one archive."""

    wish: Wish = field(default_factory=Wish)
    pane: str = "dispatches"
    places: dict[str, str] = field(default_factory=dict)  # pane → key of the row under its cursor
    row: int = 0  # of the dispatch under the cursor, near which its key is looked for
    sorts: dict[str, str] = field(default_factory=dict)  # pane → name of its sort
    counts: str = "country"  # the facet that the countries pane counts
    marks: list[str] = field(default_factory=list)  # «release key/n», in the order marked
    saved: list[Saved] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)  # typed before, the newest last

    def fresh(self) -> State:
        """Without narrowing and place, but with what the user made: marks, saved searches, queries."""
        return State(marks=self.marks, saved=self.saved, queries=self.queries)

    def remember_query(self, query: str) -> None:
        """Puts a query last in the history, once."""
        query = query.strip()
        if query:
            self.queries = [*(one for one in self.queries if one != query), query][-KEPT_QUERIES:]

    def save(self, saved: Saved) -> None:
        """Keeps a search; one of the same name is replaced where it stands."""
        names = [one.name for one in self.saved]
        if saved.name in names:
            self.saved[names.index(saved.name)] = saved
        else:
            self.saved.append(saved)


@dataclass(slots=True)
class Looks:
    """What is kept for all archives: theme and sizes of the panes, in per cent of the screen."""

    theme: str = ""
    left: int = 0  # cells added to the width of the facet panes
    top: int = 0  # cells added to the height of the list above the reader
    zoomed: bool = False
