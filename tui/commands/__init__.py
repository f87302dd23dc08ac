"""All commands, and which key calls which of them in which pane.

How it hangs together: a module here holds `Command` classes and names them in its `COMMANDS`; `ALL` joins
them. `KeyTable` is made from `ALL` and the user's `[keys]`. The application hands every key to the main
screen, which asks `KeyTable.command(key, pane)`; footer, help and palette are drawn from the same classes.
`app.pane` is the pane in focus; `app.look(kind, job, then)` runs `job(archive)` beside the event loop and
`then(answer)` in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core import Message
from tui.commands import correcting, moving, narrowing, program, reading, searching, taking, viewing
from tui.commands.base import EVERYWHERE, Command
from tui.keys import normal, shown

ALL: tuple[type[Command], ...] = (
    *moving.COMMANDS,
    *narrowing.COMMANDS,
    *viewing.COMMANDS,
    *searching.COMMANDS,
    *reading.COMMANDS,
    *taking.COMMANDS,
    *correcting.COMMANDS,
    *program.COMMANDS,
)
BY_NAME: dict[str, type[Command]] = {command.name: command for command in ALL}


@dataclass(slots=True)
class KeyTable:
    """Which command a key calls in a pane, and what was wrong with the user's own keys."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)  # command → keys in Textual's spelling
    calls: dict[tuple[str, str], type[Command]] = field(default_factory=dict)  # (pane, key) → command
    complaints: list[Message] = field(default_factory=list)

    def command(self, key: str, pane: str) -> type[Command] | None:
        """The command that `key` calls while `pane` has the focus."""
        return self.calls.get((pane, key))

    def shown(self, command: type[Command] | str) -> str:
        """The first key of a command, or of the command of a name, for the eye; empty if it has none."""
        keys = self.keys.get(command if isinstance(command, str) else command.name, ())
        return shown(keys[0]) if keys else ""


def table(wishes: Mapping[str, object] | None = None) -> KeyTable:
    """The key table from the commands' own keys and the user's: command name → key, or list of keys.

    A wish for an unknown command, or for a key that another command has in the same pane, is reported in
    `complaints` and passed over.
    """
    made = KeyTable(keys={command.name: tuple(map(normal, command.keys)) for command in ALL})
    for name, wish in (wishes or {}).items():
        if name not in BY_NAME:
            made.complaints.append(Message("[keys] names «{name}», which is no command.", {"name": name}))
        elif isinstance(wish, str | list):
            made.keys[name] = tuple(normal(str(key)) for key in _listed(wish))
        else:
            made.complaints.append(
                Message("[keys] {name} is neither a key nor a list of keys.", {"name": name})
            )
    # The user's keys first, so that a clash is the default's loss, and it is told
    for command in sorted(ALL, key=lambda one: one.name not in (wishes or {})):
        _bind(made, command)
    return made


def _listed(wish: str | list[object]) -> Iterable[object]:
    if isinstance(wish, list):
        return wish
    return (
        wish.split()
        if len(wish.split()) > 1
        else [part for part in wish.split(",") if part.strip()] or [wish]
    )


def _bind(made: KeyTable, command: type[Command]) -> None:
    for key in made.keys[command.name]:
        for pane in command.panes:
            other = made.calls.setdefault((pane, key), command)
            if other is not command:
                values: dict[str, object] = {"key": shown(key), "name": command.name, "other": other.name}
                complaint = Message("The key {key} of «{name}» is taken by «{other}».", values)
                if complaint not in made.complaints:
                    made.complaints.append(complaint)


__all__ = ["ALL", "BY_NAME", "EVERYWHERE", "Command", "KeyTable", "table"]
