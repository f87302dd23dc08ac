"""The lines above and below the reader's text: where the release comes from, and what a fact says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.lang import tr
from tui.plain.cleaning import clean
from tui.widgets.text_view import shortened
from tui.widgets.wrapping import columns

if TYPE_CHECKING:
    from core import Release

GAP = "  "


class Header(Widget):
    """Date, agency and source of the release on the left, the place in it on the right, flags below."""

    DEFAULT_CSS: ClassVar[str] = """
    Header { height: auto; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._release: tuple[str, str, str] = ("", "", "")
        self._place = ""
        self._flags = ""

    def show(self, release: Release, place: str) -> None:
        """Tells of a release; `place` is where in it the cursor is."""
        agency = (release.dateline and release.dateline.agency) or ""
        told = (clean(release.date or "–"), clean(agency), clean(release.url or release.source))
        flags = f"{tr('flags')}: {', '.join(map(clean, release.flags))}" if release.flags else ""
        if (told, place, flags) != (self._release, self._place, self._flags):
            taller = bool(flags) != bool(self._flags)
            self._release, self._place, self._flags = told, place, flags
            self.refresh(layout=taller)

    def clear(self) -> None:
        """Tells of nothing."""
        self._release, self._place, self._flags = ("", "", ""), "", ""
        self.refresh(layout=True)

    def render(self) -> Content:
        """The lines at the width there is; the source gives way first."""
        date, agency, source = self._release
        width = self.size.width
        room = width - columns(self._place) - len(GAP) if self._place else width
        agency = shortened(agency, max(room - columns(date) - len(GAP), 1))
        left = GAP.join(part for part in (date, agency) if part)
        rest = room - columns(left) - len(GAP)
        shown = f"{GAP}{shortened(source, rest, end=False)}" if source and rest > 3 else ""
        gap = " " * max(width - columns(left) - columns(shown) - columns(self._place), 0)
        line = Content.assemble((left, "bold $foreground"), shown, gap, (self._place, "$accent"))
        flags = shortened(self._flags, width)
        return Content("\n").join([line, Content(flags)]) if flags else line


class FactLine(Static):
    """What the fact under the cursor says; not there while no fact is chosen."""

    DEFAULT_CSS: ClassVar[str] = """
    FactLine { height: auto; max-height: 4; display: none; border-top: solid $accent; }
    FactLine.told { display: block; }
    """

    def tell(self, line: str) -> None:
        """Shows a line, wrapped where it must be; none hides it."""
        self.set_class(bool(line), "told")
        self.update(Content(line))
