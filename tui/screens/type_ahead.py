"""Type-ahead: letters go to the row that begins with them, in this layout or the other."""

from __future__ import annotations

from textual import events
from textual.content import Content

from tui.keys import CYRILLIC_OF, LATIN_OF
from tui.lang import tr
from tui.panes.pane import Pane

_OTHER = {**LATIN_OF, **CYRILLIC_OF}


class TypeAhead:
    """The letters typed so far, while it is on."""

    def __init__(self) -> None:
        self._typed: str | None = None

    @property
    def active(self) -> bool:
        """Whether letters are text rather than commands."""
        return self._typed is not None

    def begin(self) -> None:
        """From now on letters look for a row."""
        self._typed = ""

    def end(self) -> None:
        """Letters are commands again."""
        self._typed = None

    def line(self) -> Content:
        """The letters, for the footer."""
        return Content.assemble((f" {tr('row:')} ", "bold $accent"), self._typed or "", "▏")

    def press(self, event: events.Key, pane: object) -> bool:
        """Takes a letter, or ends; False if the key means something else, which also ends it."""
        if self._typed is None:
            return False
        if event.key in ("escape", "enter"):
            self.end()
            return True
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character and event.is_printable:
            self._typed += event.character
        else:
            self.end()
            return False
        if isinstance(pane, Pane) and self._typed:
            self._jump(pane, self._typed)
        return True

    @staticmethod
    def _jump(pane: Pane, typed: str) -> None:
        for wanted in (typed, "".join(_OTHER.get(char, char) for char in typed)):
            row = pane.find_row(wanted.casefold(), pane.cursor)
            if row is not None:
                pane.cursor = row
                return
