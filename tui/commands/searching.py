"""Searches kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.asking import total
from tui.commands.base import Command
from tui.lang import tr
from tui.state import Saved

if TYPE_CHECKING:
    from core import Archive
    from tui.app import Depesha


class SaveSearch(Command):
    """What narrows now, kept under a name."""

    name, keys, title = "save_search", ("s",), "save this search under a name"

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.prompt import Prompt

        wish, seen = app.state.wish, app.found.hits.total if app.found else 0

        def named(name: str | None) -> None:
            if name:
                app.state.save(Saved(name, wish, seen))
                app.say(
                    tr(
                        "Saved as «{name}». {key} lists the saved searches.",
                        name=name,
                        key=app.keys.shown("searches"),
                    )
                )

        app.push_screen(Prompt(tr("Name of this search:"), wish.query), named)


class Searches(Command):
    """The saved searches with their counts."""

    name, keys, title = "searches", ("S",), "saved searches, with counts and what is new"

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.searches import SearchesScreen

        saved = app.state.saved
        if not saved:
            app.say(
                tr(
                    "No searches are saved yet; {key} saves what narrows now.",
                    key=app.keys.shown("save_search"),
                )
            )
            return
        screen = SearchesScreen(saved)
        wishes = {one.name: one.wish for one in saved}

        def totals(archive: Archive) -> dict[str, int]:
            return {name: total(archive, wish) for name, wish in wishes.items()}

        app.push_screen(screen, lambda chosen: app.show_saved(chosen) if chosen else None)
        app.look("saved", totals, screen.count)


COMMANDS: tuple[type[Command], ...] = (SaveSearch, Searches)
