"""A long text in blocks, drawn line by line: wrapped to the width, styled by spans, with a gutter.

All places are code points of the text. Nothing of the text is taken for markup; what a terminal would obey
is shown as an escape (`tui.plain.cleaning`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.plain.cleaning import clean
from tui.widgets.wrapping import Block, Span, columns, drawn, wrap

MEASURE = 96  # columns beyond which the eye loses the line
GUTTER = 2
AROUND = 2  # lines shown below and above what is gone to
MARKS = {"here": "┃", "chosen": "│", "": " "}


class Row(NamedTuple):
    """A line as drawn: text, the heading of its block, or a blank before that."""

    start: int
    end: int
    block: int
    kind: str = "text"


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows blocks of a text. `chosen` is the block set off, `here` the sentence under the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--heading", "text--chosen", "text--gutter", "text--here",
        "text--aside", "text--title", "text--place", "text--official", "text--hit", "text--fact",
    }  # fmt: skip
    DEFAULT_CSS = """
    TextView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        .text--heading { color: $dimmed; }
        .text--chosen { color: $accent; text-style: bold; }
        .text--gutter { color: $accent; }
        .text--here { background: $row-away; }
        .text--aside { color: $dimmed; }
        .text--title { text-style: bold; }
        .text--place { text-style: underline; }
        .text--official { text-style: bold; }
        .text--hit { color: $accent; text-style: reverse; }
        .text--fact { color: $accent; text-style: reverse bold underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = ""
        self._blocks: Sequence[Block] = ()
        self._layers: dict[str, Sequence[Span]] = {}
        self._rows: list[Row] = []
        self._starts: list[int] = []
        self._width = 0
        self._wanted: list[tuple[Span, bool]] = []  # to be revealed once the size is known
        self.chosen = -1
        self.here: Span | None = None

    def show(self, text: str, blocks: Sequence[Block], layers: Mapping[str, Sequence[Span]]) -> None:
        """Shows another text from its beginning.

        layers: spans by the name of their style, in order, not overlapping; a later layer lies on top.
        Line feeds of `text` end a line.
        """
        self._text, self._blocks, self._layers = text, blocks, dict(layers)
        self.chosen, self.here, self._wanted = -1, None, []
        self._lay_out()
        self.scroll_to_row(0)

    def lay(self, name: str, spans: Sequence[Span]) -> None:
        """Replaces one layer and repaints the lines that differ."""
        before = self._layers.get(name, ())
        self._layers[name] = spans
        for span in {*before} ^ {*spans}:
            self._repaint(span)

    def choose(self, block: int, here: Span | None) -> None:
        """Sets off a block and puts the cursor on a sentence; repaints what differs."""
        if block != self.chosen:
            changed = {self.chosen, block}
            self.chosen = block
            top = self.scroll_offset.y
            for y, row in enumerate(self._rows[top : top + self.size.height], top):
                if row.block in changed:
                    self.refresh_line(y)
        if here != self.here:
            before, self.here = self.here, here
            for span in (before, here):
                if span:
                    self._repaint(span)

    # -- places
    def row_of(self, at: int) -> int:
        """The number of the line on which the character at `at` is drawn."""
        return max(bisect_right(self._starts, at) - 1, 0)

    def reveal(self, span: Span, *, heading: bool = False) -> None:
        """Scrolls so that the span can be seen, its beginning at least; as little as is needed."""
        if not self._rows:
            self._wanted.append((span, heading))
            return
        first, last = self.row_of(span[0]), self.row_of(max(span[1] - 1, span[0]))
        if heading:
            while first and self._rows[first - 1].kind != "text":
                first -= 1
        top, height = self.scroll_offset.y, max(self.scrollable_content_region.height, 1)
        around = min(AROUND, (height - 1) // 2)
        if last + around >= top + height:
            top = last + around - height + 1
        self.scroll_to_row(min(top, max(first - around, 0)))

    def scroll_to_row(self, y: int) -> None:
        """Scrolls so that line `y` is the first, at once and even before the scrollbar is there."""
        self.scroll_to(y=y, animate=False, force=True)

    def in_sight(self) -> Span:
        """The stretch of the text that can be seen."""
        if not self._rows:
            return 0, 0
        top = min(self.scroll_offset.y, len(self._rows) - 1)
        bottom = min(top + max(self.scrollable_content_region.height, 1), len(self._rows)) - 1
        return self._rows[top].start, self._rows[bottom].end

    def character_at(self, offset: Offset | None) -> int | None:
        """The character drawn at a place of the window; None beside the text."""
        y = offset.y + self.scroll_offset.y if offset is not None else -1
        if offset is None or not 0 <= y < len(self._rows) or self._rows[y].kind != "text":
            return None
        row = self._rows[y]
        ends = (
            at
            for at in range(row.start, row.end)
            if columns(self._text[row.start : at + 1]) > offset.x - GUTTER
        )
        return next(ends, None) if offset.x >= GUTTER else None

    def place(self, at: int) -> Offset:
        """Where the character at `at` stands on the screen; the real cursor is put there."""
        y = self.row_of(at)
        x = columns(self._text[self._rows[y].start : at]) if self._rows else 0
        return self.content_region.offset + Offset(GUTTER + x, y - self.scroll_offset.y)

    # -- layout
    def on_resize(self, _event: Resize) -> None:
        """Wraps anew and keeps the top line's text at the top."""
        if self._measure() == self._width:
            return
        at = self.in_sight()[0]
        self._lay_out()
        self.scroll_to_row(self.row_of(at) if at else 0)
        wanted, self._wanted = self._wanted, []
        for span, heading in wanted:
            self.reveal(span, heading=heading)

    def _measure(self) -> int:
        return min(self.scrollable_content_region.width - GUTTER, MEASURE)

    def _lay_out(self) -> None:
        self._width = self._measure()
        if self._width <= 0:
            return
        self._rows = []
        for number, block in enumerate(self._blocks):
            if block.heading is not None:
                if self._rows:
                    self._rows.append(Row(block.start, block.start, number, "blank"))
                self._rows.append(Row(block.start, block.start, number, "heading"))
            self._rows += (
                Row(a, b, number) for a, b in wrap(self._text, block.start, block.end, self._width)
            )
        self._starts = [row.start for row in self._rows]
        # Not by assignment, which lays out the whole screen anew: the scrollbar is there whatever the length
        self.set_reactive(TextView.virtual_size, Size(0, len(self._rows)))
        self._scroll_update(self.virtual_size)
        self.refresh()

    def _repaint(self, span: Span) -> None:
        first, last = self.row_of(span[0]), self.row_of(max(span[1] - 1, span[0]))
        self.refresh_lines(first, last - first + 1)

    # -- drawing
    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.size.width
        base = self.rich_style
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[at]
        if row.kind == "heading":
            segments = self._heading(row)
        elif row.kind == "blank":
            segments = []
        else:
            segments = [*self._gutter(row), *self._pieces(row)]
        return Strip(segments).adjust_cell_length(width, base).simplify()

    def _heading(self, row: Row) -> list[Segment]:
        chosen = row.block == self.chosen
        line = "━" if chosen else "─"
        text = f"{line * 2} {shortened(clean(self._blocks[row.block].heading or ''), self._width - 2)} "
        rest = self._width + GUTTER - columns(text)
        style = self._style("text--chosen" if chosen else "text--heading")
        return [Segment(text + line * max(rest, 0), style)]

    def _gutter(self, row: Row) -> list[Segment]:
        here = self.here is not None and row.start < self.here[1] and row.end > self.here[0]
        mark = MARKS["here" if here else "chosen" if row.block == self.chosen else ""]
        return [Segment(mark, self._style("text--gutter")), Segment(" ", self.rich_style)]

    def _pieces(self, row: Row) -> list[Segment]:
        """The text of a line in pieces of one style."""
        start, end = row.start, row.start + len(self._text[row.start : row.end].rstrip(" \r\n"))
        named = [(name, span) for name, spans in self._all_layers() for span in _within(spans, start, end)]
        cuts = sorted({start, end, *(at for _, span in named for at in span if start < at < end)})
        made = []
        for a, b in zip(cuts, cuts[1:], strict=False):
            names = tuple(f"text--{name}" for name, span in named if span[0] <= a < span[1])
            made.append(Segment(drawn(self._text, a, b), self._style(*names)))
        return made

    def _all_layers(self) -> list[tuple[str, Sequence[Span]]]:
        here = [("here", (self.here,))] if self.here else []
        return [*here, *self._layers.items()]

    def _style(self, *names: str) -> Style:
        if not names:
            return self.rich_style
        style = self.get_visual_style(*names).rich_style
        # Textual's visual style loses «reverse», which is what marks a hit where there is no colour
        reverse = any(self.get_component_styles(name).text_style.reverse for name in names)
        return style + Style(reverse=True) if reverse else style


def shortened(text: str, width: int, *, end: bool = True) -> str:
    """A clean line cut to `width` columns with «…» at its end, or at its beginning."""
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[:-1] if end else text[1:]
    return f"{text.rstrip()}…" if end else f"…{text.lstrip()}"


def _within(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans that touch [start, end)."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_right(spans, end - 1, lo=first, key=lambda span: span[0])
    return list(spans[first:last])
