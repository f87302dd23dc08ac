"""The lines around the reader's text: where the release comes from, its flags, and what a fact says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tui.lang import tr
from tui.plain import naming
from tui.plain.cleaning import clean
from tui.widgets.text_view import shortened
from tui.widgets.wrapping import columns

if TYPE_CHECKING:
    from core import Release

GAP = "  "


def heading(release: Release | None, place: str, width: int, *, focus: bool) -> Content:
    """The rule above the text: date and agency, source, and on the right where in the release the cursor is.

    The source gives way first, then the agency. In focus the rule is heavy, as those of the lists.
    """
    room = width - 2 - (columns(place) + 1 if place else 0)
    if release is None:
        left, source = tr("Text"), ""
    else:
        agency = clean((release.dateline and release.dateline.agency) or "")
        left = shortened(GAP.join(part for part in (clean(release.day or "–"), agency) if part), room - 2)
        rest = room - columns(left) - len(GAP) - 3  # a gap and a stroke of the rule behind it
        name = clean(release.url or release.source)
        source = f"{GAP}{shortened(name, rest, end=False)}" if rest >= min(columns(name), 12) else ""
    rule = ("━" if focus else "─") * max(room - columns(left) - columns(source) - 1, 0)
    right = (f" {place}", "not bold") if place else ""
    return Content.assemble(
        (left, "bold"), (source, "$dimmed not bold"), " ", (rule, "$accent" if focus else "$line"), right
    )


class ReaderLine(Static):
    """A line, or a few, that is there only while it says something."""

    DEFAULT_CSS: ClassVar[str] = """
    ReaderLine { height: auto; max-height: 4; display: none; }
    ReaderLine.told { display: block; }
    ReaderLine.fact { border-top: solid $line; }
    ReaderLine.flags { color: $dimmed; }
    """

    _line = ""

    def tell(self, line: str) -> bool:
        """Shows a clean line, wrapped where it must be; none hides it. True if what is below may move."""
        if line == self._line:  # an update lays out the screen
            return False
        self._line = line
        self.set_class(bool(line), "told")
        self.update(Content(line))
        return True


def flags(release: Release) -> str:
    """What reading and segmenting noted about the release."""
    told = ", ".join(clean(naming.flag(one)) for one in release.flags)
    return f"{tr('flags')}: {told}" if told else ""
