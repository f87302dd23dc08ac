"""One line to be typed: a name, a path. It opens above the footer and leaves the rest in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Ask(ModalScreen[str | None]):
    """Asks for a line; None when it was left with Esc.

    `wrong` may say why a line will not do: it is shown, and the question stays.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Ask { align: left bottom; background: transparent; }
    Ask > Vertical { height: 4; background: $background; border-top: solid $accent; }
    Ask > Vertical { border-title-color: $accent; }
    Ask Input { border: none; height: 1; padding: 0; background: $background; color: $foreground; }
    Ask Input:focus { background: $background; background-tint: $background 0%; }
    Ask Static { color: $dimmed; height: 2; }
    Ask Static.wrong { color: $accent; text-style: bold; }
    """

    def __init__(
        self, question: str, value: str = "", *, hint: str = "", wrong: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._question, self._value, self._hint = question, value, hint
        self._wrong = wrong or (lambda _line: "")

    def compose(self) -> ComposeResult:
        """The line, and what it is for."""
        with Vertical() as box:
            box.border_title = Content(self._question)  # type: ignore[assignment]
            line = Input(self._value, select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static(Content(self._hint))

    def on_key(self, event: events.Key) -> None:
        """Esc leaves."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        wrong = self._wrong(event.value)
        if wrong:
            self._say(wrong)
        else:
            self.dismiss(event.value)

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    def _say(self, wrong: str) -> None:
        told = self.query_one(Static)
        told.set_class(bool(wrong), "wrong")
        told.update(Content(wrong or self._hint))
