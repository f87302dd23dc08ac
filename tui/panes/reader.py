"""The reader: one release as a page, the chosen dispatch set off, hits, names and places to walk through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tui.lang import tr
from tui.panes import reader_page
from tui.panes.reader_lines import ReaderLine, flags, heading
from tui.panes.reader_page import Opened
from tui.panes.reader_walk import Walk
from tui.widgets.text_view import TextView
from tui.widgets.wrapping import Span

if TYPE_CHECKING:
    from core import Archive, Hit
    from tui.app import Depesha
    from tui.panes.reader_facts import Fact


class ReaderPane(Vertical, can_focus=True):
    """Shows the dispatch of a hit inside its release. Keys come as commands of tui/commands/reading.py.

    The sentence under the cursor has a heavy line in the gutter, the chosen dispatch a thin one.
    """

    app: Depesha
    DEFAULT_CSS: ClassVar[str] = """
    ReaderPane { height: 1fr; }
    """

    @dataclass
    class Moved(Message):
        """The cursor went into another dispatch of the release."""

        key: str
        n: int

    class Shown(Message):
        """Another dispatch is shown: other commands may be ready."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.walk: Walk | None = None
        self._page: reader_page.Page | None = None
        self._asked: tuple[str, int, str] | None = None  # what is shown, or will be: key, n, query

    def compose(self) -> ComposeResult:
        """Flags, text, fact."""
        view = TextView()
        view.can_focus = False  # the pane has the focus, as the lists have it
        yield ReaderLine(classes="flags")
        yield view
        yield ReaderLine(classes="fact")

    @property
    def view(self) -> TextView:
        """The text."""
        return self.query_one(TextView)

    @property
    def here(self) -> str:
        """The place in the text, kept for the next start: where the sentence under the cursor begins."""
        return str(self.walk.sentence[0]) if self.walk and self.walk.sentence else ""

    # -- what is shown
    def show(self, hit: Hit | None, query: str) -> None:
        """Shows the dispatch of `hit` with the words of `query` marked, or nothing."""
        if hit is None:
            self.app.work.forget("read")
            self.clear()
            return
        if (hit.key, hit.n, query) == self._asked:
            return
        self._asked = hit.key, hit.n, query

        def read(archive: Archive) -> Opened:
            return reader_page.opened(archive, hit.key, query)

        self.app.look("read", read, lambda answer: self.open(answer, hit.n))

    def show_opened(self, opened: Opened, n: int, query: str) -> None:
        """Shows a dispatch of a release that came with the answer to `query`."""
        self.app.work.forget("read")
        self._asked = opened.release.key, n, query
        self.open(opened, n)

    def show_place(self, place: str) -> None:
        """Shows the dispatch at a place, «release key/n», without hits."""
        key, _, n = place.rpartition("/")
        self._asked = None

        def read(archive: Archive) -> Opened:
            return reader_page.opened(archive, key)

        self.app.look("read", read, lambda answer: self.open(answer, int(n)))

    def open(self, opened: Opened, n: int | None = None) -> None:
        """Shows a release with dispatch `n` chosen, at its first hit if it has one."""
        moved = False
        if self.walk is None or opened.release != self.walk.release:
            self.walk, self._page = Walk(opened.release), opened.page
            self.view.show(self._page.text, self._page.blocks, self._page.layers)
            moved = self.query_one(".flags", ReaderLine).tell(flags(opened.release))
        span = self.walk.open(n, opened.hits)
        self.view.lay("hit", self.walk.hits)
        self._follow(span, told=False)
        self._reveal(span)
        if moved:  # the text has another height once the lines above it are laid out
            self.call_after_refresh(self._reveal, span)
        self.post_message(self.Shown())

    def _reveal(self, span: Span | None) -> None:
        """Scrolls the chosen dispatch into sight, and `span` above all."""
        dispatch = self.walk and self.walk.dispatch
        if dispatch and span:
            self.view.reveal((dispatch.start, dispatch.end), heading=True)
            self.view.reveal(span)

    def clear(self) -> None:
        """Shows nothing: no dispatch is chosen in the list."""
        self.walk = self._page = self._asked = None
        self.view.show("", (), {})
        for line in self.query(ReaderLine):
            line.tell("")
        self._head()

    # -- the cursor
    def move(self, step: str) -> None:
        """Moves through the text: up down page_up page_down first last."""
        page = max(self.view.scrollable_content_region.height - 2, 1)
        top = self.view.scroll_offset.y
        moves = {
            "up": top - 1,
            "down": top + 1,
            "page_up": top - page,
            "page_down": top + page,
            "first": 0,
            "last": self.view.virtual_size.height,
        }
        self.view.scroll_to_row(moves[step])
        self._place_cursor()

    def step(self, what: str, step: int) -> bool:
        """To the next (1) or previous (-1) sentence, dispatch, hit or fact; False if there is none."""
        walk = self.walk
        if walk is None:
            return False
        seen = self.view.in_sight()
        steps: dict[str, Callable[[], Span | None]] = {
            "sentence": lambda: walk.step_sentence(step, seen),
            "dispatch": lambda: walk.step_dispatch(step),
            "hit": lambda: walk.step_hit(step),
            "fact": lambda: walk.step_fact(step, seen),
        }
        span = steps[what]()
        self._follow(span, heading=what == "dispatch")
        return span is not None

    def look_at(self, fact: Fact) -> None:
        """Goes to a fact of the release."""
        if self.walk and fact in self.walk.facts:
            self._follow(self.walk.look_at(fact))

    def leave_facts(self) -> bool:
        """Ends the walk through the facts; False if there was none."""
        if self.walk is None or self.walk.fact is None:
            return False
        self.walk.fact = None
        self._follow(None)
        return True

    def on_click(self, event: events.Click) -> None:
        """A click on a name or a place looks at what is known of it; elsewhere it moves the cursor."""
        at = self.view.character_at(event.get_content_offset(self.view))
        if self.walk is None or at is None:
            return
        fact = self.walk.fact_at(at)
        self._follow(self.walk.look_at(fact) if fact else self.walk.go(at))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The rule above is heavy in focus; the terminal's own cursor goes to the sentence."""
        super().watch_has_focus(has_focus)
        self._head()
        self._place_cursor()

    # -- inside
    def _follow(self, span: Span | None, *, heading: bool = False, told: bool = True) -> None:
        """Draws where the walk is, and shows `span`."""
        walk, page = self.walk, self._page
        if walk is None or page is None:
            return
        fact = walk.fact
        self.view.lay("fact", ((fact.start, fact.end),) if fact else ())
        self.query_one(".fact", ReaderLine).tell(fact.line() if fact else "")
        moved = told and walk.n is not None and page.block_of(walk.n) != self.view.chosen
        self.view.choose(page.block_of(walk.n), walk.sentence)
        if span:
            self.view.reveal(span, heading=heading)
            self.call_after_refresh(self.view.reveal, span, heading=heading)  # the fact's line may cover it
        self._head()
        self._place_cursor()
        if moved and walk.n is not None:
            self.post_message(self.Moved(walk.release.key, walk.n))

    def on_resize(self) -> None:
        """The heading is as wide as the pane."""
        self._head()

    def _head(self) -> None:
        """The heading: the release, and where in it the cursor is."""
        place = self._place(self.walk) if self.walk else ""
        if self.size.width > 4:
            release = self.walk.release if self.walk else None
            self.border_title = heading(release, place, self.size.width, focus=self.has_focus)

    def _place(self, walk: Walk) -> str:
        count = sum(1 for dispatch in walk.dispatches if dispatch.n)
        place = f"{walk.n}/{count}" if walk.n and count > 1 else ""
        at = "–" if walk.hit is None else walk.hit + 1
        hits = f"{tr('hit')} {at}/{len(walk.hits)}" if walk.hits else ""
        return "  ".join(part for part in (hits, place) if part)

    def _place_cursor(self) -> None:
        if self.has_focus and self.walk and self.walk.sentence:
            self.app.cursor_position = self.view.place(self.walk.sentence[0])
