"""The real screen whose commands only tell that they were called, a line each, in a file. F12 tells «end».

Usage: keys_program.py ARCHIVE FILE PANE
"""

from __future__ import annotations

import sys
from pathlib import Path

from core import Archive
from tui import commands
from tui.app import Depesha
from tui.commands import Command
from tui.commands.base import EVERYWHERE
from tui.state import Looks, State


class End(Command):
    """Told after all keys that were sent before."""

    name, keys, title, panes = "end", ("f12",), "end", EVERYWHERE


def main(folder: str, file: str, pane: str) -> None:
    """Runs until it is killed; the pane has the focus."""

    def tell(name: str) -> None:
        with Path(file).open("a", encoding="utf-8") as told:
            told.write(f"{name}\n")

    commands.ALL = (*commands.ALL, End)
    for command in commands.ALL:
        command.run = classmethod(lambda cls, app: tell(cls.name))  # type: ignore[method-assign]
        command.ready = classmethod(lambda cls, app: True)  # type: ignore[method-assign]

    class Told(Depesha):
        """Touches the file once the pane has the focus."""

        def on_ready(self) -> None:
            self.main.focus_pane(pane)
            Path(file).touch()

    with Archive(folder) as archive:
        Told(archive, state=State(pane=pane), looks=Looks()).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
