"""Help: the keys that work in the pane in focus, drawn from the commands themselves."""

from __future__ import annotations

import textwrap

from tui.commands import KeyTable
from tui.commands.base import READER, Command
from tui.keys import CYRILLIC_OF, shown
from tui.lang import tr
from tui.screens.listed import Listed
from tui.widgets.line_list import Cells, LineList, fit

NAMES = {
    "countries": "Countries", "officials": "Officials", "months": "Months", "dispatches": "Dispatches",
    "reader": "Text", "filter": "Filter",
}  # fmt: skip
_KEYS = 18  # cells
# How the text is marked, so that nothing is said by colour alone: sign → what it stands for
LEGEND = (
    ("┃", "the sentence under the cursor"),
    ("│", "the dispatch that is read"),
    ("___", "underlined: a country or a city"),
    ("**", "bold: an official"),
    ("███", "reversed: a hit"),
    ("█▁█", "reversed and underlined: the fact looked at"),
)


class HelpList(LineList):
    """Lines of help: keys and what they do; under a heading what works in every pane."""

    def __init__(self, lines: list[tuple[str, str]]) -> None:
        super().__init__(id="help")
        self.lines = lines
        self.rows: list[tuple[str, str]] = []  # the lines, long ones on several rows

    def on_resize(self) -> None:
        """Long lines are broken for the width there is."""
        width = self.scrollable_content_region.width
        self.rows = []
        for keys, title in self.lines:
            parts = textwrap.wrap(title, max(width - (_KEYS if keys else 1), 10)) or [""]
            self.rows += [
                (keys if at == 0 else " ", part) if keys else ("", part) for at, part in enumerate(parts)
            ]
        self.show(len(self.rows), self.cursor)
        super().on_resize()

    def cells(self, row: int, width: int) -> Cells:
        keys, title = self.rows[row]
        if not keys:
            return [(fit(f" {title}", width), "list--dim")]
        return [(fit(f" {keys}", _KEYS), "list--accent"), (fit(title, width - _KEYS), "")]


class HelpScreen(Listed[None]):
    """The help of one pane."""

    closing = ("escape", "q", "question_mark", "f1", "enter")

    def __init__(self, keys: KeyTable, commands: tuple[type[Command], ...], pane: str) -> None:
        super().__init__(HelpList(lines(keys, commands, pane)))
        self.title_text = f" {tr('Keys')}: {tr(NAMES[pane])} "
        self.hints = (("Esc", tr("close")), ("j k", tr("scroll")))


def lines(keys: KeyTable, commands: tuple[type[Command], ...], pane: str) -> list[tuple[str, str]]:
    """The lines of help: first what only some panes have, then what all have."""
    here = [one for one in commands if pane in one.panes and keys.keys.get(one.name)]
    own = [one for one in here if len(one.panes) < 5]
    common = [one for one in here if len(one.panes) >= 5]
    made = [_line(keys, one) for one in own]
    if pane == READER:
        made += [("", ""), ("", tr("in the text")), *((sign, tr(meaning)) for sign, meaning in LEGEND)]
    if own and common:
        made += [("", ""), ("", tr("in every pane"))]
    made += [_line(keys, one) for one in common]
    return [
        *made,
        ("", ""),
        ("", tr("Under the Russian layout the same keys work: {keys}.", keys=_examples())),
    ]


def _line(keys: KeyTable, command: type[Command]) -> tuple[str, str]:
    return " ".join(shown(key) for key in keys.keys[command.name]), tr(command.title)


def _examples() -> str:
    return ", ".join(f"{latin} = {CYRILLIC_OF[latin]}" for latin in ("j", "k", "q"))
