"""Moving inside a pane and between panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import COUNTRIES, DISPATCHES, EVERYWHERE, FILTER, LISTS, MONTHS, READER, Command

if TYPE_CHECKING:
    from tui.app import Depesha


class Move(Command):
    """A step of the cursor (or of the reader's text): `step` is the name of a method every pane has."""

    listed = False
    panes: ClassVar[tuple[str, ...]] = (*LISTS, READER)
    step: ClassVar[str]

    @classmethod
    def run(cls, app: Depesha) -> None:
        """Steps."""
        app.pane.move(cls.step)


class Down(Move):
    name, keys, title, step = "down", ("j", "down"), "one line down", "down"


class Up(Move):
    name, keys, title, step = "up", ("k", "up"), "one line up", "up"


class PageDown(Move):
    name, keys, title, step = "page_down", ("pagedown", "ctrl+f"), "one page down", "page_down"


class PageUp(Move):
    name, keys, title, step = "page_up", ("pageup", "ctrl+b"), "one page up", "page_up"


class First(Move):
    name, keys, title, step = "first", ("g", "home"), "to the beginning", "first"
    panes = (*LISTS, READER, MONTHS)


class Last(Move):
    name, keys, title, step = "last", ("G", "end"), "to the end", "last"
    panes = (*LISTS, READER, MONTHS)


class Earlier(Move):
    name, keys, title, step = "earlier", ("left", "k", "up"), "an earlier month", "up"
    panes = (MONTHS,)


class Later(Move):
    name, keys, title, step = "later", ("right", "j", "down"), "a later month", "down"
    panes = (MONTHS,)


class NextPane(Command):
    """Focus to the next pane."""

    name, keys, title = "next_pane", ("tab",), "to the next pane"
    hint, weight = "pane", 30
    panes = EVERYWHERE
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.step_pane(1)


class PreviousPane(Command):
    """Focus to the pane before."""

    name, keys, title = "previous_pane", ("shift+tab",), "to the previous pane"
    panes = EVERYWHERE
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.step_pane(-1)


class ToPane(Command):
    """Focus to a pane by its number."""

    pane: ClassVar[str]

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.focus_pane(cls.pane)


class ToCountries(ToPane):
    name, keys, title, pane = "to_countries", ("1",), "to the countries", COUNTRIES


class ToOfficials(ToPane):
    name, keys, title, pane = "to_officials", ("2",), "to the officials", "officials"


class ToMonths(ToPane):
    name, keys, title, pane = "to_months", ("3",), "to the months", MONTHS


class ToDispatches(ToPane):
    name, keys, title, pane = "to_dispatches", ("4",), "to the dispatches", DISPATCHES


class ToReader(ToPane):
    name, keys, title, pane = "to_reader", ("5",), "to the text", READER


class TypeAhead(Command):
    """Letters go to the row that begins with them."""

    name, keys, title = "type_ahead", ("f",), "find a row of this pane by its first letters"
    panes = LISTS

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.type_ahead.begin()


class FilterHistoryBack(Command):
    """The query typed before."""

    name, keys, title = "older_query", ("up",), "the query before"
    panes = (FILTER,)
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.filter.recall(-1)


class FilterHistoryForward(Command):
    """The query typed after; from the newest one down into the list."""

    name, keys, title = "newer_query", ("down",), "the query after, or into the list"
    panes = (FILTER,)
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        if not app.main.filter.recall(1):
            app.main.focus_pane(DISPATCHES)


COMMANDS: tuple[type[Command], ...] = (
    Down, Up, PageDown, PageUp, First, Last, Earlier, Later, NextPane, PreviousPane,
    ToCountries, ToOfficials, ToMonths, ToDispatches, ToReader, TypeAhead,
    FilterHistoryBack, FilterHistoryForward,
)  # fmt: skip
