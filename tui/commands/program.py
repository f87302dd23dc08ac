"""The archive and the program itself: adding, looking again, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.base import EVERYWHERE, Command

if TYPE_CHECKING:
    from tui.app import Depesha


class Add(Command):
    """Files, folders or addresses into the archive."""

    name, keys, title = "add", ("a",), "add files, folders or addresses"

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.ask_paths()


class AddSamples(Command):
    """The releases that come with depesha."""

    name, keys, title = "add_samples", ("l",), "load the sample releases"
    hint, weight = "load the samples", 110

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.archive_empty

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.add_samples()


class StopAdding(Command):
    """What is being added breaks off; what is in stays in."""

    name, keys, title = "stop_adding", ("ctrl+x",), "stop adding"
    hint, weight = "stop adding", 70

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.adding

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.stop_adding()


class Reload(Command):
    """What another process changed, shown."""

    name, keys, title = "reload", ("r",), "show what changed in the archive"
    hint, weight = "show changes", 105

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.changed

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.reload()


class Suspend(Command):
    """Back to the shell for a while; `fg` returns."""

    name, keys, title = "suspend", ("ctrl+z",), "to the shell for a while; fg comes back"
    panes = EVERYWHERE

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.action_suspend_process()


class Quit(Command):
    """Leaves; the state is kept."""

    name, keys, title = "quit", ("q",), "leave"
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


COMMANDS: tuple[type[Command], ...] = (
    Add,
    AddSamples,
    StopAdding,
    Reload,
    Suspend,
    Quit,
    QuitAnyway,
)
