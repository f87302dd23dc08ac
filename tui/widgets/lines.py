"""The two lines that frame the screen: what narrows, above; what can be done, below."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

GAP = "  "
HINTS = 5


class Line(Widget):
    """One line of text, painted only when it changes; `Content`, so text of releases is no markup."""

    DEFAULT_CSS = "Line { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._content = Content("")

    def put(self, content: Content) -> None:
        """Shows another line."""
        if content.markup != self._content.markup:
            self._content = content
            self.refresh()

    def render(self) -> Content:
        return self._content


class Footer(Line):
    """At most five hints on the left, a word about what goes on at the right."""

    def tell(self, hints: list[tuple[str, str]], told: str) -> None:
        """Shows `told` and as many (key, word) hints as have room beside it."""
        width = self.size.width
        if width <= 0:
            return
        kept: list[tuple[str, str]] = []
        used = cell_len(told) + (2 if told else 0)
        for key, word in hints[:HINTS]:
            used += cell_len(key) + 1 + cell_len(word) + len(GAP)
            if used > width:
                break
            kept.append((key, word))
        parts: list[Content | str | tuple[str, str]] = []
        for key, word in kept:
            parts += [(f" {key} ", "bold $accent"), (word, "$dimmed"), " "]
        line = Content.assemble(*parts)
        room = width - line.cell_length - cell_len(told) - 1
        if told:
            line = Content.assemble(line, " " * max(room, 0), (told, "bold"))
        self.put(line.truncate(width, ellipsis=True))
