"""How the words in the filter line may go on, beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.lang import number
from tui.plain.cleaning import clean
from tui.widgets.lines import Line

if TYPE_CHECKING:
    from core import Suggestion


class Offers(Line):
    """The likeliest ways to go on, the first one to be taken with →."""

    def __init__(self) -> None:
        super().__init__(id="offers")
        self.offered: Sequence[Suggestion] = ()

    def offer(self, offered: Sequence[Suggestion]) -> None:
        """Shows as many as have room; none hides the line."""
        self.offered = offered
        parts: list[Content] = []
        for at, one in enumerate(offered):
            count = "" if one.count is None else f" {number(one.count)}"
            style = "$accent" if at == 0 else "$dimmed"
            parts.append(Content.assemble((clean(one.label), style), (count, "$dimmed")))
        line = Content("  ").join(parts)
        self.put(Content.assemble(("→ ", "$accent bold"), line) if parts else line)
        self.display = bool(parts)
