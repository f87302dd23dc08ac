"""The reader: the chosen dispatch inside its release."""

from __future__ import annotations

from textual.widget import Widget

from core import Hit


class ReaderPane(Widget, can_focus=True):
    """Shows a dispatch. The app calls `show`; keys come as commands of tui/commands/reading.py."""

    def __init__(self) -> None:
        super().__init__(id="reader")

    def show(self, hit: Hit | None, query: str) -> None:
        """Shows the dispatch of `hit` with the words of `query` marked, or nothing."""

    def move(self, step: str) -> None:
        """Moves through the text: up down page_up page_down first last."""

    @property
    def here(self) -> str:
        """The place in the text, kept for the next start."""
        return ""

    def render(self) -> str:
        return ""
