"""The command palette: commands, countries, officials and saved searches by the beginning of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from core import Choice
from tui.keys import CYRILLIC_OF, LATIN_OF
from tui.lang import number, tr
from tui.plain.cleaning import clean
from tui.plain.naming import facet_label

if TYPE_CHECKING:
    from tui.app import Depesha

_OTHER = {**LATIN_OF, **CYRILLIC_OF}
FACETS = ("country", "host", "official", "event", "sender", "agency")  # in the palette, most wanted first


class Everything(Provider):
    """All that the palette offers."""

    async def discover(self) -> Hits:
        """Before anything is typed: the commands."""
        for title, told, run in self._commands():
            yield DiscoveryHit(Content(title), run, text=title, help=told)

    async def search(self, query: str) -> Hits:
        """What the words of `query` begin, in this layout or the other."""
        wanted = [query.casefold(), "".join(_OTHER.get(char, char) for char in query).casefold()]
        for title, told, run in self._all():
            text = title.casefold().replace("ё", "е")
            score = max(_score(one.replace("ё", "е"), text) for one in wanted)
            if score:
                yield Hit(score, Content(title), run, text=title, help=told)

    def _all(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        yield from self._commands()
        app = self._depesha
        for saved in app.state.saved:
            yield saved.name, tr("saved search"), partial(app.show_saved, saved)
        facets = app.found.hits.facets if app.found else {}
        for field in FACETS:
            for value in facets.get(field, ()):
                label = clean(facet_label(field, value))
                told = f"{tr(field)} · {number(value.count)}"
                yield label, told, partial(app.choose, Choice(field, value.value))

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        app = self._depesha
        for command in app.commands:
            if command.listed and command.ready(app) and app.main.focused_name in command.panes:
                yield tr(command.title), app.keys.shown(command), partial(command.run, app)

    @property
    def _depesha(self) -> Depesha:
        return self.app  # type: ignore[return-value]


def _score(wanted: str, text: str) -> float:
    """Between 0 (does not fit) and 1: the beginning of the text, of a word, all words somewhere."""
    words = wanted.split()
    if not words:
        return 0.0
    if text.startswith(wanted):
        return 1.0
    begun = [any(part.startswith(word) for part in text.replace("-", " ").split()) for word in words]
    if all(begun):
        return 0.8
    return 0.4 if all(word in text for word in words) and len(wanted) > 2 else 0.0


class Palette(CommandPalette):
    """Textual's palette without blinking, icon and veil."""

    def __init__(self) -> None:
        super().__init__([Everything], placeholder=tr("command, country, official, saved search"))

    def compose(self) -> ComposeResult:
        yield from super().compose()

    def on_mount(self) -> None:
        """A cursor that stands still."""
        self.query_one(Input).cursor_blink = False
