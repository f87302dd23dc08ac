"""How the screen looks: sorts, sizes, zoom, theme."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import DISPATCHES, EVERYWHERE, FILTER, LISTS, READER, Command
from tui.lang import tr
from tui.themes import NAMES, SPOKEN

if TYPE_CHECKING:
    from tui.app import Depesha


class OpenDispatch(Command):
    """From the list into the text."""

    name, keys, title = "open_dispatch", ("enter",), "read the dispatch"
    hint, weight = "read", 90
    panes = (DISPATCHES,)
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.focus_pane(READER)


class Order(Command):
    """The next sort of the pane."""

    name, keys, title = "order", ("o",), "sort this pane otherwise"
    hint, weight = "sort", 20
    panes = LISTS

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.next_sort()


class Zoom(Command):
    """The pane in focus alone, or all panes again."""

    name, keys, title = "zoom", ("z",), "this pane alone, or all panes again"

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.zoom()


class Resize(Command):
    """A border moved by some cells."""

    wider: ClassVar[int] = 0
    higher: ClassVar[int] = 0

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.resize_panes(cls.wider, cls.higher)


class Narrower(Resize):
    name, keys, title, wider = "narrower", ("<",), "the panes on the left narrower", -2


class Broader(Resize):
    name, keys, title, wider = "broader", (">",), "the panes on the left wider", 2


class Lower(Resize):
    name, keys, title, higher = "lower", ("[",), "the list above the text lower", -1


class Higher(Resize):
    name, keys, title, higher = "higher", ("]",), "the list above the text higher", 1


class NextTheme(Command):
    """The next theme."""

    name, keys, title = "theme", ("t",), "the next theme: dark, light, high contrast, the terminal's own"

    @classmethod
    def run(cls, app: Depesha) -> None:
        if "NO_COLOR" in os.environ:
            app.say(tr("NO_COLOR is set: no colours."))
            return
        app.theme = app.looks.theme = NAMES[(NAMES.index(app.theme) + 1) % len(NAMES)]
        app.say(tr("theme: {name}", name=tr(SPOKEN[app.theme])))


class Help(Command):
    """The keys of the pane in focus."""

    name, title = "help", "all keys of this pane"
    keys: ClassVar[tuple[str, ...]] = ("?", "f1")
    hint, weight = "help", 10

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.help import HelpScreen

        app.push_screen(HelpScreen(app.keys, app.commands, app.main.focused_name))


class HelpWhileTyping(Help):
    """The same where ? is text."""

    name, keys = "help_typing", ("f1",)
    hint = ""
    panes = (FILTER,)
    listed = False


class Palette(Command):
    """The command palette."""

    name, keys, title = "palette", ("ctrl+p",), "commands, countries, officials and saved searches by name"
    panes = EVERYWHERE
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.palette import Palette as Opened

        app.push_screen(Opened())


COMMANDS: tuple[type[Command], ...] = (
    OpenDispatch, Order, Zoom, Narrower, Broader, Lower, Higher, NextTheme, Help, HelpWhileTyping, Palette,
)  # fmt: skip
