"""The filter line: what is typed narrows everything at each key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.lang import tr
from tui.state import State

if TYPE_CHECKING:
    from core import Suggestion


class FilterLine(Input):
    """An input without border or blinking, with the queries typed before behind ↑ and ↓."""

    DEFAULT_CSS = """
    FilterLine { border: none; height: 1; padding: 0; background: transparent; }
    FilterLine:focus { border: none; background: transparent; }
    """

    def __init__(self, state: State) -> None:
        super().__init__(id="filter", compact=True, placeholder=tr("words, country:…, official:…"))
        self.cursor_blink = False
        self._state = state
        self._at = 0  # how far back in the history; 0 is what is typed now
        self._typed = ""

    def take_letter(self, character: str) -> None:
        """A character where the cursor stands, in place of what is selected."""
        if self.selection.is_empty:
            self.insert_text_at_cursor(character)
        else:
            self.replace(character, *self.selection)

    def recall(self, by: int) -> bool:
        """Puts an older (−1) or newer (1) query into the line; False past the newest."""
        queries = [one for one in self._state.queries if one != self._typed]
        if by > 0 and self._at == 0:
            return False
        if self._at == 0:
            self._typed = self.value
            queries = [one for one in self._state.queries if one != self._typed]
        self._at = min(max(self._at - by, 0), len(queries))
        self.value = queries[-self._at] if self._at else self._typed
        self.cursor_position = len(self.value)
        return True

    def take_over(self, offered: Suggestion) -> None:
        """Goes on as offered, and leaves room for the next word."""
        gap = "" if offered.text.endswith(":") else " "
        self.value = f"{self.value[: offered.start]}{offered.text}{gap}{self.value[offered.end :].lstrip()}"
        self.cursor_position = offered.start + len(offered.text) + len(gap)

    def remember(self) -> None:
        """The query stands: it goes into the history."""
        self._state.remember_query(self.value)
        self._at = 0
