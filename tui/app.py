"""The screen of depesha: what is asked for, and the answers handed to the panes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input

from core import Choice, DepeshaError, Hit
from tui import commands, kept
from tui.asking import page, total
from tui.commands.base import Command
from tui.feeding import SOON, Ended, Feed, Went
from tui.keys import latin
from tui.lang import say
from tui.panes.dispatches import PAGE
from tui.panes.pane import Found, Pane
from tui.panes.reader import ReaderPane
from tui.panes.reader_page import opened
from tui.plain.cleaning import clean
from tui.refusing import refused
from tui.screens.main import MainScreen
from tui.state import Looks, Saved, State, Trail, Wish
from tui.themes import NAMES, THEMES, WITHOUT_COLOUR, Colourless
from tui.work import FIND, Answered, Unopened, Work

if TYPE_CHECKING:
    from core import Archive, Suggestion

T = TypeVar("T")
POLL = 2.0  # seconds between looks whether another process changed the archive
FRAME = 1 / 60  # seconds in which the frame is painted
OFFERS = 4  # ways to go on beside the filter line
TOLD = 6.0  # seconds that a word stays in the footer


class Depesha(App[int], inherit_bindings=False):
    """The application. Commands call its methods; panes get what was found through the main screen."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "depesha"
    CSS_PATH = Path(__file__).with_name("screen.tcss")

    def __init__(
        self,
        archive: Archive | Path,
        *,
        state: State,
        looks: Looks,
        wishes: dict[str, object] | None = None,
        paths: Sequence[str] = (),
    ) -> None:
        without = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if without else None)  # else greys would still be colour codes
        self.archive_path = archive if isinstance(archive, Path) else Path(archive.path)
        self.failure: Exception | None = None  # why the archive could not be opened
        self.state, self.looks = state, looks
        self.trail = Trail([state.wish])
        self.keys = commands.table(wishes)
        self.commands: tuple[type[Command], ...] = commands.ALL
        self.work = Work(archive, self.post_message)
        self.found: Found | None = None
        self.told = ""
        self.feed = Feed(self)
        self._paths = paths
        self.main = MainScreen(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.animation_level = "none"
        self.theme = WITHOUT_COLOUR if without else looks.theme if looks.theme in NAMES else NAMES[0]

    # -- life

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the only one that stays."""
        return self.main

    def on_mount(self) -> None:
        """The first question, and a look now and then at what others do to the archive."""
        self.main.set_query(self.state.wish.query)
        # The frame stands before the archive is opened: a screen at once, its rows as soon as they are known
        self.set_timer(FRAME, lambda: self._ask(self.state.wish, near=self.state.row))
        self.set_timer(SOON, self.feed.tell_waiting)
        self.set_interval(POLL, self.feed.poll)
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))  # after fg
        if self.keys.complaints:
            self.say(say(self.keys.complaints[0]))
        if self._paths:
            self.feed.add(self._paths)
        for name in ("SIGHUP", "SIGTERM"):  # a lost connection is a way to leave like any other
            number = getattr(signal, name, signal.SIGTERM)  # there is no hang-up on Windows
            with contextlib.suppress(NotImplementedError, RuntimeError):  # not in the main thread
                asyncio.get_running_loop().add_signal_handler(number, self._hang_up, number)

    def _hang_up(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def on_unmount(self) -> None:
        """The state is kept; the archive is let go of."""
        self.feed.stop()
        for name, pane in self.main.panes.items():
            if pane.here:
                self.state.places[name] = pane.here
        self.state.pane = self.main.browsed
        self.state.row = self.main.dispatches.cursor
        kept.store(kept.state_path(self.archive_path), self.state)
        kept.store(kept.looks_path(), self.looks)
        self.work.close()

    async def on_event(self, event: events.Event) -> None:
        """Keys of the Russian layout are turned back, and call commands, before anything else sees them."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            typing = isinstance(self.focused, Input) or self.main.type_ahead.active
            key = latin(event.key, typing=typing)
            if key != event.key:
                event = events.Key(key, key if len(key) == 1 else None)
            if self._browsing and (self.main.press(event) or await self._check_bindings(event.key)):
                return
        await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """NO_COLOR is taken at its word."""
        return [*super().get_line_filters(), *([Colourless()] if "NO_COLOR" in os.environ else [])]

    @property
    def _browsing(self) -> bool:
        """Whether keys are the main screen's: nothing is open above it."""
        return self.main.is_running and self.screen is self.main

    @property
    def pane(self) -> Pane | ReaderPane:
        """The pane in focus."""
        return self.main.pane

    # -- asking

    def look(self, kind: str, job: Callable[[Archive], T], then: Callable[[T], None]) -> None:
        """Runs `job(archive)` beside the event loop, `then(answer)` in it; a newer one of `kind` wins."""
        self.work.look(kind, job, then)

    @on(Answered)
    def _answered(self, answer: Answered) -> None:
        error = self.work.answered(answer)
        if error is not None:
            self.say(say(error.message) if isinstance(error, DepeshaError) else str(error))

    @on(Unopened)
    def _unopened(self, message: Unopened) -> None:
        self.failure = message.error
        self.exit(2)

    def ask(self, wish: Wish, *, step: bool = True) -> None:
        """Asks the archive for `wish` and shows the answer. `step` makes it a step of the trail."""
        if step:
            self.trail.go(wish)
        self.main.set_query(wish.query)
        self._ask(wish)

    def _ask(self, wish: Wish, *, near: int | None = None, typing: bool = False) -> None:
        """`near` is the row around which the answer begins: where the user stands and is to stay."""
        self.state.wish = wish
        sort = self.state.sorts.get("dispatches", "date")
        offset = max((near or 0) // PAGE - 1, 0) * PAGE
        limit = PAGE if (near or 0) < PAGE // 2 else 3 * PAGE

        def find(archive: Archive) -> Found:
            rows, hits = page(archive, wish, sort, offset, limit, typing=typing)
            first = None
            if rows and near is None:
                with contextlib.suppress(DepeshaError):  # told when the text itself is asked for
                    first = opened(archive, rows[0].key, wish.query)
            return Found(wish, hits, rows, sort, offset, again=near is not None, opened=first)

        self.look(FIND, find, self._show)

    def _show(self, found: Found) -> None:
        self.found = found
        self.main.take(found)
        self.feed.waits_no_more()

    def show_again(self, *, hold: bool = True) -> None:
        """The same wish again: with other sorts or counts, or after a change of the archive."""
        self._ask(self.state.wish, near=self.main.dispatches.cursor if hold else None)

    def type_query(self, query: str) -> None:
        """The words in the filter line are others."""
        if query == self.state.wish.query:
            return
        self._ask(self.state.wish.typed(query), typing=True)

    def complete(self, text: str, cursor: int) -> None:
        """Asks how a half-typed query may go on."""

        def offers(archive: Archive) -> tuple[Suggestion, ...]:
            return archive.complete(text, cursor, OFFERS) if text[:cursor].strip() else ()

        def then(offered: tuple[Suggestion, ...]) -> None:
            if self.main.filter.has_focus:
                self.main.offers.offer(offered)

        self.look("complete", offers, then)

    def settle(self) -> None:
        """The filter line was left: its query becomes a step of the trail."""
        self.trail.go(self.state.wish)

    def walk(self, by: int) -> None:
        """Back (−1) or forward (1) on the trail."""
        wish = self.trail.walk(by)
        if wish is not None:
            self.ask(wish, step=False)

    def choose(self, choice: Choice) -> None:
        """Narrows by `choice` alone in its field, wherever it was seen."""
        self.ask(self.state.wish.only(choice))

    def show_saved(self, saved: Saved) -> None:
        """Asks for a saved search; what is new in it counts as seen."""
        self.ask(saved.wish)

        def seen(count: int) -> None:
            self.state.save(Saved(saved.name, saved.wish, count))

        self.look("seen", lambda archive: total(archive, saved.wish), seen)

    def fetch(self, offset: int) -> None:
        """Asks for the page of dispatches that begins at row `offset`."""
        found = self.found
        if found is None:
            return
        wish, sort = found.wish, found.sort

        def then(rows: tuple[Hit, ...]) -> None:
            if self.found is found:
                self.main.dispatches.add_page(offset, rows)

        self.look(
            f"page {offset}", lambda archive: page(archive, wish, sort, offset, PAGE, facets=False)[0], then
        )

    # -- the archive changes

    @on(Went)
    def _went(self, event: Went) -> None:
        self.feed.went(event.done, event.total)

    @on(Ended)
    def _ended(self, event: Ended) -> None:
        self.feed.ended(event.counts, event.reason)

    # -- telling

    @property
    def notice(self) -> str:
        """What was tried beyond the letter of the query: another layout, a nearer spelling."""
        return " ".join(clean(say(one)) for one in self.found.hits.notices) if self.found else ""

    def say(self, text: str) -> None:
        """A word in the footer for some seconds."""
        self.told = text
        self.main.tell()
        self.set_timer(TOLD, lambda: self.hush(text))

    def hush(self, text: str) -> None:
        """Takes a word back, if it still stands in the footer."""
        if self.told == text:
            self.told = ""
            self.main.tell()


def run(folder: Path, *, fresh: bool, mouse: bool, paths: Sequence[str]) -> int:
    """Opens the screen on the archive in `folder`; the exit status. Raises `ArchiveError`."""
    from tui.plain import settings

    if refused():
        return 2
    keys = settings.loaded().get("keys")
    state = kept.load(kept.state_path(folder), State)
    app = Depesha(
        folder,
        state=state.fresh() if fresh else state,
        looks=kept.load(kept.looks_path(), Looks),
        wishes=keys if isinstance(keys, dict) else None,
        paths=paths,
    )
    app.run(mouse=mouse)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
