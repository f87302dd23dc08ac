"""The main screen: which pane is where, which has the focus, and what its keys call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from core import Choice
from tui.commands.base import BROWSING, DISPATCHES, FILTER, LISTS, MONTHS, READER
from tui.lang import tr
from tui.panes.countries import CountriesPane
from tui.panes.dispatches import DispatchesPane
from tui.panes.facets import FacetPane
from tui.panes.filter import FilterLine
from tui.panes.officials import OfficialsPane
from tui.panes.pane import Found, Pane
from tui.panes.reader import ReaderPane
from tui.panes.timeline import TimelinePane
from tui.screens.crumbs import crumbs
from tui.screens.layout import Layout, layout
from tui.screens.type_ahead import TypeAhead
from tui.widgets.line_list import LineList
from tui.widgets.lines import Footer, Line
from tui.widgets.offers import Offers

if TYPE_CHECKING:
    from tui.app import Depesha

_SETTLE = 0.08  # seconds the cursor must rest before the reader follows: a held key sends two lines a step


class MainScreen(Screen[None], inherit_bindings=False):
    """Filter line, panes, footer."""

    AUTO_FOCUS = None

    app: Depesha

    def __init__(self, app: Depesha) -> None:
        super().__init__()
        self.filter = FilterLine(app.state)
        self.countries, self.officials = CountriesPane(), OfficialsPane()
        self.months, self.dispatches, self.reader = TimelinePane(), DispatchesPane(), ReaderPane()
        self.crumbs, self.footer, self.offers = Line(id="crumbs"), Footer(id="footer"), Offers()
        self.panes: dict[str, Pane | ReaderPane] = {
            pane.id or "": pane
            for pane in (self.countries, self.officials, self.months, self.dispatches, self.reader)
        }
        self.type_ahead = TypeAhead()
        self.laid = Layout()
        # the pane that has the focus, or had it before the filter line
        self.browsed = app.state.pane if app.state.pane in self.panes else DISPATCHES
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static("/", id="prompt")
            yield self.filter
            yield self.offers
        yield self.crumbs
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield self.countries
                yield self.officials
            with Container(id="right"):
                with Vertical(id="lists"):
                    yield self.months
                    yield self.dispatches
                yield self.reader
        yield self.footer
        yield Static(id="tiny")

    def on_mount(self) -> None:
        """The pane of the last session has the focus; the first frame is laid out as all others."""
        self.lay_out()
        self.focus_pane(self.browsed)

    # -- focus

    @property
    def focused_name(self) -> str:
        """The name of the pane in focus, the filter line included."""
        if self.focused is self.filter:
            return FILTER
        focused = self.focused.id if self.focused else None
        return focused if focused in self.panes else self.browsed

    @property
    def pane(self) -> Pane | ReaderPane:
        """The pane in focus; while the filter line has it, the one before."""
        return self.panes[self.browsed]

    def focus_pane(self, name: str) -> None:
        """Gives the focus to a pane or the filter line."""
        self.type_ahead.end()
        if name in self.panes:
            self.browsed = name
            if self.laid.single:
                self.lay_out()
        target: Widget = self.filter if name == FILTER else self.panes[name]
        self.set_focus(target, scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Footer and state follow the focus, also where the mouse gave it."""
        if self.focused is not None and self.focused.id in self.panes:
            self.browsed = self.focused.id
        self.app.state.pane = self.browsed
        self.offers.offer(())
        self.tell()

    def step_pane(self, by: int) -> None:
        """The pane after (1) or before (−1) the one in focus; from the filter line into the list."""
        if self.focused is self.filter:
            self.leave_filter(keep=True)
            return
        order = list(BROWSING_ORDER)
        self.focus_pane(order[(order.index(self.browsed) + by) % len(order)])

    def leave_filter(self, *, keep: bool) -> None:
        """Back to the list; without `keep` the words are taken back."""
        if keep:
            self.filter.remember()
        else:
            self.filter.value = ""
        self.app.type_query(self.filter.value)
        self.app.settle()
        self.focus_pane(self.browsed if self.browsed != READER else DISPATCHES)

    # -- keys

    def press(self, event: events.Key) -> bool:
        """Does what a key calls in the pane in focus; False if it is none of a command's.

        The application hands keys over before anything else sees them, one after the other: keys typed faster
        than the screen paints meet the focus that the keys before them gave.
        """
        if self.type_ahead.press(event, self.pane):
            self.tell()
            return True
        command = self.app.keys.command(event.key, self.focused_name)
        if command is not None and command.ready(self.app):
            command.run(self.app)
            self.tell()
            return True
        if self.focused is self.filter and event.character and event.is_printable:
            self.filter.take_letter(event.character)
            return True
        return False

    # -- layout

    def on_resize(self) -> None:
        """The panes share the new size."""
        self.lay_out()

    def lay_out(self) -> None:
        """Lays the panes out for the present size, zoom and focus."""
        laid = self.laid = layout(*self.app.size, self.app.looks)
        tiny = self.query_one("#tiny", Static)
        tiny.display = laid.tiny
        tiny.update(tr("the window is too small"))
        for part in ("#top", "#crumbs", "#panes", "#footer"):
            self.query_one(part).display = not laid.tiny
        left, right, lists = (self.query_one(part) for part in ("#left", "#right", "#lists"))
        for name, shown in self.panes.items():
            shown.display = not laid.single or name == self.browsed
        left.display = not laid.single or self.browsed in ("countries", "officials")
        right.display = not laid.single or not left.display
        lists.display = not laid.single or self.browsed in (DISPATCHES, MONTHS)
        right.set_class(laid.wide, "-side")
        lists.set_class(laid.wide, "-side")
        left.set_class(laid.single, "-alone")
        left.styles.width = laid.left or "1fr"
        lists.styles.width = laid.lists if laid.wide else "1fr"
        lists.styles.height = laid.lists if laid.lists and not laid.wide else "1fr"
        if self.focused is None and not laid.tiny and self.is_current:  # lost while the pane was hidden
            self.set_focus(self.panes[self.browsed], scroll_visible=False)
        self.tell()

    def zoom(self) -> None:
        """The pane in focus alone, or all again."""
        self.app.looks.zoomed = not self.app.looks.zoomed
        self.lay_out()

    def resize_panes(self, wider: int, higher: int) -> None:
        """Moves the borders between the panes."""
        looks = self.app.looks
        before = (looks.left, looks.top, self.laid)
        looks.left, looks.top = looks.left + wider, looks.top + higher
        self.lay_out()
        if self.laid == before[2]:  # at its end: don't count further
            looks.left, looks.top = before[:2]

    # -- content

    def take(self, found: Found) -> None:
        """Shows an answer in all panes."""
        state = self.app.state
        for pane in (self.countries, self.officials, self.months, self.dispatches):
            pane.take(found, state)
        hit = self.dispatches.hit
        if hit is not None and found.opened is not None and found.opened.release.key == hit.key:
            self.reader.show_opened(found.opened, hit.n, found.wish.query)
        self.crumbs.put(crumbs(found, self.officials, self.app.keys))
        self.tell()

    def set_query(self, query: str) -> None:
        """Puts words into the filter line without asking again."""
        if self.filter.value != query:
            with self.filter.prevent(Input.Changed):
                self.filter.value = query
                self.filter.cursor_position = len(query)

    def tell(self) -> None:
        """The footer: hints for the pane in focus, or what goes on."""
        app = self.app
        if self.type_ahead.active:
            self.footer.put(self.type_ahead.line())
            return
        name = self.focused_name
        ready = sorted(
            (one for one in app.commands if one.hint and name in one.panes and one.ready(app)),
            key=lambda one: -one.weight,
        )
        self.footer.tell(
            [(app.keys.shown(one), tr(one.hint)) for one in ready],
            app.told or app.feed.progress or app.notice,
        )

    def facet_choice(self, *, excluded: bool = False) -> Choice | None:
        """What stands under the cursor of the facet pane in focus."""
        pane = self.pane
        if isinstance(pane, FacetPane | TimelinePane):
            return pane.choice(excluded=excluded)
        return None

    def next_sort(self) -> None:
        """The next sort of the pane in focus."""
        pane = self.pane
        if isinstance(pane, Pane) and pane.SORTS:
            now = self.app.state.sorts.get(self.browsed, pane.SORTS[0])
            at = pane.SORTS.index(now) if now in pane.SORTS else 0
            self.app.state.sorts[self.browsed] = pane.SORTS[(at + 1) % len(pane.SORTS)]
            self.app.show_again(hold=pane is not self.dispatches)

    # -- messages of the panes

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.app.type_query(event.value)
        self.app.complete(event.value, self.filter.cursor_position)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        if event.pane is not self.dispatches:
            return
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(_SETTLE, self._read)

    @property
    def settled(self) -> bool:
        """Whether the reader has followed the cursor."""
        return self._settling is None

    def _read(self) -> None:
        self._settling = None
        self.reader.show(self.dispatches.hit, self.app.state.wish.query)

    @on(ReaderPane.Shown)
    def _shown(self, event: ReaderPane.Shown) -> None:
        event.stop()
        self.tell()

    @on(DispatchesPane.Wanted)
    def _wanted(self, event: DispatchesPane.Wanted) -> None:
        event.stop()
        self.app.fetch(event.offset)

    @on(LineList.Pressed)
    def _pressed(self, event: LineList.Pressed) -> None:
        event.stop()
        command = self.app.keys.command("enter", event.pane.id or "")
        if command is not None:
            command.run(self.app)


BROWSING_ORDER = (*LISTS[:2], MONTHS, DISPATCHES, READER)
assert set(BROWSING_ORDER) == set(BROWSING)  # every pane can be reached
