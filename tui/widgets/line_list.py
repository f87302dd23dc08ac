"""A list drawn line by line: as quick with a hundred thousand rows as with ten.

Only the rows that changed are painted again: a step of the cursor sends two lines to the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

Cells = Sequence[tuple[str, str]]  # (text, name of a style in COMPONENT_CLASSES, or "")


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows under a cursor. A subclass says how many there are (`show`) and draws one (`cells`)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--cursor-away",
        "list--accent",
        "list--dim",
        "list--bar",
        "list--chosen",
        "list--mark",
    }
    DEFAULT_CSS = """
    LineList { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; overflow-x: hidden; }
    """

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    class Moved(Message):
        """The cursor is on another row, or the row under it is another."""

        def __init__(self, pane: LineList) -> None:
            super().__init__()
            self.pane = pane

        @property
        def control(self) -> LineList:
            """The list."""
            return self.pane

        def can_replace(self, message: Message) -> bool:
            """Only the last of several steps is worth an answer."""
            return isinstance(message, LineList.Moved) and message.pane is self.pane

    class Pressed(Message):
        """A row was clicked that the cursor was on already."""

        def __init__(self, pane: LineList) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.count = 0
        self.top_after = 0  # rows kept visible around the cursor

    # -- what a subclass says

    def cells(self, row: int, width: int) -> Cells:
        """The parts of a row, together at most `width` cells wide."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What stands in the list while it has no rows."""
        return ""

    # -- content

    def show(self, count: int, cursor: int = 0) -> None:
        """Has `count` rows from now on, the cursor on one of them."""
        self.count = count
        self._measured()
        cursor = min(max(cursor, 0), max(count - 1, 0))
        if cursor != self.cursor:
            self.set_reactive(LineList.cursor, cursor)
        self.to_cursor()
        self.refresh()
        self.post_message(self.Moved(self))

    def _measured(self) -> None:
        """Tells the scrollbar how many rows there are, without laying out the whole screen anew."""
        self.set_reactive(LineList.virtual_size, Size(0, self.count))
        self._scroll_update(self.virtual_size)

    def validate_cursor(self, cursor: int) -> int:
        """Keeps the cursor on a row."""
        return min(max(cursor, 0), max(self.count - 1, 0))

    def watch_cursor(self, old: int, new: int) -> None:
        """Paints the two rows that changed."""
        if old == new:
            return
        self.refresh_line(old)
        self.refresh_line(new)
        self.to_cursor()
        self.post_message(self.Moved(self))

    def to_cursor(self) -> None:
        """Scrolls as little as shows the cursor, and puts the terminal's own cursor there."""
        height = self.scrollable_content_region.height or self.size.height
        top = round(self.scroll_y)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus and self.is_mounted:
            region = self.content_region
            self.app.cursor_position = Offset(region.x, region.y + self.cursor - round(self.scroll_y))

    def on_focus(self) -> None:
        """The row under the cursor looks otherwise in focus."""
        self.refresh_line(self.cursor)
        self._place_cursor()

    def on_blur(self) -> None:
        """And without it."""
        self.refresh_line(self.cursor)

    def on_resize(self) -> None:
        """Rows are as wide as the list, and the cursor stays in sight."""
        self._measured()
        self.to_cursor()

    # -- moving

    def move(self, step: str) -> None:
        """Moves the cursor: up down page_up page_down first last."""
        page = max(self.size.height - 1, 1)
        self.cursor = {
            "up": self.cursor - 1,
            "down": self.cursor + 1,
            "page_up": self.cursor - page,
            "page_down": self.cursor + page,
            "first": 0,
            "last": self.count - 1,
        }[step]

    def on_click(self, event: events.Click) -> None:
        """A click goes to the row; on the row of the cursor it is Enter."""
        at = event.get_content_offset(self)
        row = -1 if at is None else at.y + round(self.scroll_y)
        if not 0 <= row < self.count:
            return
        if row == self.cursor and event.chain > 1:
            self.post_message(self.Pressed(self))
        self.cursor = row

    # -- drawing

    def style_of(self, name: str) -> Style:
        """The terminal style of a component."""
        return self.get_component_rich_style(name, partial=True) if name else Style.null()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        row = y + round(self.scroll_y)
        base = self.rich_style
        if row >= self.count:
            told = self.empty_text() if row == 0 else ""
            style = base + self.style_of("list--dim")
            return Strip([Segment(f"  {told}", style)] if told else []).adjust_cell_length(width, base)
        if row == self.cursor:
            base += self.style_of("list--cursor" if self.has_focus else "list--cursor-away")
        # a reversed row would have as many backgrounds as its parts have colours
        plain = row == self.cursor and self.app.native_ansi_color
        segments: list[Segment] = []
        for text, name in self.cells(row, width):
            if text.isspace() and segments:  # a gap looks alike in any style: no codes for its own
                segments[-1] = Segment(segments[-1].text + text, segments[-1].style)
            elif text:
                segments.append(Segment(text, base if plain else base + self.style_of(name)))
        return Strip(segments).adjust_cell_length(width, base).crop(0, width).simplify()

    def refresh_line(self, y: int) -> None:
        """Paints a row again, without the scrollbar beside it."""
        self.refresh(Region(0, y - round(self.scroll_y), self.scrollable_content_region.width, 1))

    def region_of_cursor(self) -> Region:
        """Where the row under the cursor stands on the screen."""
        region = self.content_region
        return Region(region.x, region.y + self.cursor - round(self.scroll_y), region.width, 1)


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells, with an ellipsis where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…"
