"""A list in a box above the main screen."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.screens.over import Over
from tui.widgets.line_list import LineList
from tui.widgets.lines import Footer

R = TypeVar("R")
STEPS = {
    "j": "down", "down": "down", "k": "up", "up": "up", "pagedown": "page_down", "pageup": "page_up",
    "g": "first", "home": "first", "G": "last", "end": "last",
}  # fmt: skip


class Listed(Over[R]):
    """A box with a title, rows and a line of hints."""

    title_text = ""
    hints: tuple[tuple[str, str], ...] = ()

    def __init__(self, rows: LineList) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield self.rows
            yield Footer(id="hints")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one("#box").border_title = self.title_text.replace("[", "\\[")
        self.rows.focus()

    def on_resize(self) -> None:
        """The hints are as many as fit."""
        self.call_after_refresh(lambda: self.query_one("#hints", Footer).tell(list(self.hints), ""))

    def press(self, key: str) -> bool:
        """Moves; a subclass adds what can be done with a row."""
        if key in STEPS:
            self.rows.move(STEPS[key])
            return True
        return False
