"""What opens above the main screen: a box that Esc closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from tui.app import Depesha

R = TypeVar("R")


class Over(ModalScreen[R], Generic[R], inherit_bindings=False):
    """A screen above the main one. Esc closes it; Ctrl+C, Ctrl+Q and Ctrl+Z are as everywhere."""

    app: Depesha
    closing: ClassVar[tuple[str, ...]] = ("escape", "q")

    def on_key(self, event: events.Key) -> None:
        """Closes, or leaves; anything else goes to `press`."""
        if not self.is_current:  # typed while it closes: meant for the screen below
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key in self.closing:
            self.dismiss(None)
        elif event.key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif event.key == "ctrl+z":
            self.app.action_suspend_process()
        elif not self.press(event.key):
            return
        event.stop()
        event.prevent_default()

    def press(self, key: str) -> bool:
        """A key that the focused widget left alone; whether it meant something."""
        return False
