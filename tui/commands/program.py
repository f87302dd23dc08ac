"""The archive and the program itself: adding, looking again, leaving."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import EVERYWHERE, Command
from tui.lang import tr

if TYPE_CHECKING:
    from tui.app import Depesha


class Add(Command):
    """Files, folders or addresses into the archive."""

    name, keys, title = "add", ("a",), "add files, folders or addresses"

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.prompt import Prompt

        def named(line: str | None) -> None:
            if line:
                app.feed.add(paths(line))

        app.push_screen(Prompt(tr("Add files, folders or addresses:")), named)


class AddSamples(Command):
    """The releases that come with depesha."""

    name, keys, title = "add_samples", ("l",), "load the sample releases"
    hint, weight = "load the samples", 110

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.feed.empty and not app.feed.busy

    @classmethod
    def run(cls, app: Depesha) -> None:
        from core import SAMPLES

        app.feed.add([str(path) for path in sorted(SAMPLES.glob("*.txt"))])


class StopAdding(Command):
    """What is being added breaks off; what is in stays in."""

    name, keys, title = "stop_adding", ("ctrl+x",), "stop adding"
    hint, weight = "stop adding", 70

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.feed.busy

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.feed.stop()


class Reload(Command):
    """What another process changed, shown."""

    name, keys, title = "reload", ("r",), "show what changed in the archive"
    hint, weight = "show changes", 105

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.feed.changed

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.feed.reload()


class Suspend(Command):
    """Back to the shell for a while; `fg` returns."""

    name, keys, title = "suspend", ("ctrl+z",), "to the shell for a while; fg comes back"
    panes = EVERYWHERE

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.action_suspend_process()


class Quit(Command):
    """Leaves; the state is kept."""

    name, title = "quit", "leave"
    keys: ClassVar[tuple[str, ...]] = ("q",)
    hint, weight = "leave", 5

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.exit()


class QuitAnyway(Quit):
    """Leaves from everywhere, the filter line too."""

    name, keys, title = "quit_anyway", ("ctrl+q", "ctrl+c"), "leave, from the filter line too"
    hint = ""
    panes = EVERYWHERE
    listed = False


def paths(line: str) -> list[str]:
    """The paths and addresses in a line as a shell would read it; a line that is itself a path is one."""
    if Path(line).expanduser().exists():
        return [str(Path(line).expanduser())]
    try:
        words = shlex.split(line)
    except ValueError:  # a quote that is not closed
        words = line.split()
    return [word if "://" in word else str(Path(word).expanduser()) for word in words]


COMMANDS: tuple[type[Command], ...] = (
    Add,
    AddSamples,
    StopAdding,
    Reload,
    Suspend,
    Quit,
    QuitAnyway,
)
