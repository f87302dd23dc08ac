"""Commands of the reader: the text in focus."""

from __future__ import annotations

from tui.commands.base import Command

COMMANDS: tuple[type[Command], ...] = ()
