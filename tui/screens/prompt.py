"""A question on the last line of the screen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.screens.over import Over


class Prompt(Over[str]):
    """Asks for one line; None when left with Esc or empty."""

    closing = ("escape",)

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        with Horizontal(id="question"):
            yield Static(Content(f"{self._question} "), id="asked")
            line = Input(self._value, compact=True, id="answer")
            line.cursor_blink = False
            yield line

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)
