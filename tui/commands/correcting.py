"""The user's corrections of officials; the card itself has the rest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.base import OFFICIALS, Command
from tui.lang import tr
from tui.plain.cleaning import clean

if TYPE_CHECKING:
    from core import Change
    from tui.app import Depesha


class Undo(Command):
    """The last correction taken back."""

    name, keys, title = "undo", ("u",), "take the last merge, split, renaming or hiding back"
    panes = (OFFICIALS,)

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.look("correct", lambda archive: archive.undo(), lambda change: cls.undone(app, change))

    @classmethod
    def undone(cls, app: Depesha, change: Change | None) -> None:
        """Tells what was taken back."""
        from tui.plain.correcting import told

        if change is None:
            app.say(tr("There is nothing to undo."))
            return
        app.say(tr("Taken back: {what}", what=clean(told(change))))
        app.show_again()


COMMANDS: tuple[type[Command], ...] = (Undo,)
