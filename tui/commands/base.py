"""The command: one class holds its keys, palette entry, help line, footer hint and action."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tui.app import Depesha

# Panes by the name under which commands, settings and state know them
COUNTRIES, OFFICIALS, MONTHS, DISPATCHES, READER, FILTER = (
    "countries",
    "officials",
    "months",
    "dispatches",
    "reader",
    "filter",
)
LISTS = (COUNTRIES, OFFICIALS, DISPATCHES)
FACET_PANES = (COUNTRIES, OFFICIALS, MONTHS)
BROWSING = (*LISTS, MONTHS, READER)  # everywhere but where letters are text
EVERYWHERE = (*BROWSING, FILTER)


class Command:
    """Something that the user may ask for.

    A subclass is the whole of a command: `keys` are what the key table binds, `title` is its line in help and
    palette (an English template), `hint` its short word in the footer, `panes` the panes in whose focus its
    keys work. `run` does it. Adding a command is adding a class to the `COMMANDS` of a module here.
    """

    name: ClassVar[str]  # in the settings file: [keys] name = "k"
    keys: ClassVar[tuple[str, ...]] = ()  # as the user writes them: "j", "?", "ctrl+p", "alt+left"
    title: ClassVar[str]
    hint: ClassVar[str] = ""  # empty: never in the footer
    weight: ClassVar[int] = 0  # of the hint: the footer shows the five heaviest that are ready
    panes: ClassVar[tuple[str, ...]] = BROWSING
    listed: ClassVar[bool] = True  # in the palette; plain cursor movement is not

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        """Whether it can do anything now; the footer hides what is not ready."""
        return True

    @classmethod
    def run(cls, app: Depesha) -> None:
        """Does it. Long work goes to `app.work`."""
        raise NotImplementedError
