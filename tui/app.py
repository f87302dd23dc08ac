"""The screen of depesha: what is asked for, and the answers handed to the panes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.app import App
from textual.widgets import Input, TextArea

from core import DepeshaError, Hits
from tui import commands, kept
from tui.commands.base import Command
from tui.keys import latin
from tui.lang import say, tr
from tui.panes.dispatches import PAGE
from tui.panes.pane import Found, Pane
from tui.screens.main import MainScreen
from tui.state import Looks, State, Trail, Wish
from tui.themes import NAMES, THEMES, WITHOUT_COLOUR
from tui.work import FIND, Answered, Work

if TYPE_CHECKING:
    from core import Archive

T = TypeVar("T")
POLL = 2.0  # seconds between looks whether another process changed the archive
TOLD = 6.0  # seconds that a word stays in the footer


class Depesha(App[int], inherit_bindings=False):
    """The application. Commands call its methods; panes get what was found through the main screen."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "depesha"
    CSS_PATH = "screen.tcss"

    def __init__(
        self,
        archive: Archive,
        *,
        state: State,
        looks: Looks,
        wishes: dict[str, object] | None = None,
        paths: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.archive_path = Path(archive.path)
        self.state, self.looks = state, looks
        self.trail = Trail([state.wish])
        self.keys = commands.table(wishes)
        self.commands: tuple[type[Command], ...] = commands.ALL
        self.work = Work(archive, self.post_message)
        self.found: Found | None = None
        self.changed = False
        self.adding = False
        self.told = ""
        self._paths = paths
        self.main = MainScreen(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.animation_level = "none"
        no_colour = "NO_COLOR" in os.environ
        self.theme = WITHOUT_COLOUR if no_colour else looks.theme if looks.theme in NAMES else NAMES[0]

    # -- life

    def get_default_screen(self) -> MainScreen:
        return self.main

    def on_mount(self) -> None:
        """The first question, and a look now and then at what others do to the archive."""
        self.main.set_query(self.state.wish.query)
        self.ask(self.state.wish, step=False)
        self.set_interval(POLL, self._poll)
        if self.keys.complaints:
            self.say(say(self.keys.complaints[0]))

    def on_unmount(self) -> None:
        """The state is kept; the archive is let go of."""
        for name, pane in self.main.panes.items():
            if pane.here:
                self.state.places[name] = pane.here
        kept.store(kept.state_path(self.archive_path), self.state)
        kept.store(kept.looks_path(), self.looks)
        self.work.close()

    async def on_event(self, event: events.Event) -> None:
        """Keys of the Russian layout are turned back before anything sees them."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            typing = isinstance(self.focused, Input | TextArea) or self.main.type_ahead is not None
            key = latin(event.key, typing=typing)
            if key != event.key:
                event = events.Key(key, key if len(key) == 1 else None)
        await super().on_event(event)

    @property
    def pane(self) -> Pane | object:
        """The pane in focus."""
        return self.main.pane

    # -- asking

    def look(self, kind: str, job: Callable[[Archive], T], then: Callable[[T], None]) -> None:
        """Runs `job(archive)` beside the event loop, `then(answer)` in it; a newer question of `kind` replaces it."""
        self.work.look(kind, job, then)

    @on(Answered)
    def _answered(self, answer: Answered) -> None:
        error = self.work.answered(answer)
        if error is not None:
            self.say(say(error.message) if isinstance(error, DepeshaError) else str(error))

    def ask(self, wish: Wish, *, step: bool = True, typing: bool = False) -> None:
        """Asks the archive for `wish` and shows the answer. `step` makes it a step of the trail."""
        self.state.wish = wish
        if step:
            self.trail.go(wish)
        if not typing:
            self.main.set_query(wish.query)
        sort = self.state.sorts.get("dispatches", "date")

        def find(archive: Archive) -> Found:
            hits = archive.find(
                wish.query,
                wish.narrowing,
                sort="rank" if sort == "rank" else "date",
                limit=PAGE,
                typing=typing,
            )
            return Found(wish, hits, sort)

        self.look(FIND, find, self._show)

    def _show(self, found: Found) -> None:
        self.found = found
        self.main.take(found)

    def show_again(self) -> None:
        """The same wish again, with other sorts or counts."""
        self.ask(self.state.wish, step=False)

    def type_query(self, query: str) -> None:
        """A key was typed in the filter line."""
        self.ask(self.state.wish.typed(query), step=False, typing=True)

    def settle(self) -> None:
        """The filter line was left: its query becomes a step of the trail."""
        self.trail.go(self.state.wish)

    def walk(self, by: int) -> None:
        """Back (−1) or forward (1) on the trail."""
        wish = self.trail.walk(by)
        if wish is not None:
            self.ask(wish, step=False)

    def fetch(self, offset: int) -> None:
        """Asks for the page of dispatches that begins at `offset`."""
        wish, found = self.state.wish, self.found

        def page(archive: Archive) -> Hits:
            return archive.find(wish.query, wish.narrowing, limit=PAGE, offset=offset, facets=False)

        def then(hits: Hits) -> None:
            if self.found is found:
                self.main.dispatches.add_page(offset, hits.rows)

        self.look(f"page {offset}", page, then)

    def _poll(self) -> None:
        def then(changed: bool) -> None:
            if changed:
                self.changed = True
                self.main.tell()

        self.look("refresh", lambda archive: archive.refresh(), then)

    # -- telling

    def say(self, text: str) -> None:
        """A word in the footer for some seconds."""
        self.told = text
        self.main.tell()
        self.set_timer(TOLD, lambda: self._hush(text))

    def _hush(self, text: str) -> None:
        if self.told == text:
            self.told = ""
            self.main.tell()

    @property
    def archive_empty(self) -> bool:
        """Whether there is nothing to browse yet."""
        return self.found is not None and not self.found.hits.dispatches

    def next_theme(self) -> None:
        """The next theme; the choice is kept."""
        if "NO_COLOR" in os.environ:
            self.say(tr("NO_COLOR is set: no colours."))
            return
        self.theme = self.looks.theme = NAMES[(NAMES.index(self.theme) + 1) % len(NAMES)]


def run(folder: Path, *, fresh: bool, mouse: bool, paths: tuple[str, ...]) -> int:
    """Opens the screen on the archive in `folder`; the exit status. Raises `ArchiveError`."""
    from core import Archive
    from tui.plain import settings

    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        print(
            tr("This terminal cannot show the screen (TERM={term}).", term=os.environ.get("TERM", "")),
            file=sys.stderr,
        )
        return 2
    archive = Archive(folder)
    state = State() if fresh else kept.load(kept.state_path(Path(folder)), State)
    looks = kept.load(kept.looks_path(), Looks)
    wishes = settings.loaded().get("keys")
    app = Depesha(
        archive, state=state, looks=looks, wishes=wishes if isinstance(wishes, dict) else None, paths=paths
    )
    try:
        app.run(mouse=mouse)
    finally:
        archive.close()
    return app.return_code or 0
