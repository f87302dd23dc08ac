"""Narrowing by what stands in the panes, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import COUNTRIES, DISPATCHES, EVERYWHERE, FACET_PANES, FILTER, READER, Command

if TYPE_CHECKING:
    from tui.app import Depesha


class Choose(Command):
    """The value under the cursor, alone in its pane."""

    name, keys, title = "choose", ("enter",), "narrow by this alone, or take it back"
    hint, weight = "narrow", 90
    panes = FACET_PANES
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        choice = app.main.facet_choice()
        if choice:
            app.ask(app.state.wish.only(choice))


class Also(Command):
    """One more value of the pane."""

    name, keys, title = "also", ("space",), "choose this as well: several are joined by «or»"
    hint, weight = "also", 60
    panes = FACET_PANES
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        choice = app.main.facet_choice()
        if choice:
            app.ask(app.state.wish.toggled(choice))
            app.pane.move("down")


class Exclude(Command):
    """Dispatches without the value."""

    name, keys, title = "exclude", ("-",), "leave out dispatches with this"
    hint, weight = "without", 50
    panes = FACET_PANES
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        choice = app.main.facet_choice(excluded=True)
        if choice:
            app.ask(app.state.wish.toggled(choice))


class Wider(Command):
    """The last step of narrowing taken back; in the filter line, the words."""

    name, keys, title = "wider", ("escape",), "take the last narrowing back"
    hint, weight = "wider", 80
    panes = EVERYWHERE

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return not app.state.wish.empty

    @classmethod
    def run(cls, app: Depesha) -> None:
        if app.main.focused_name == FILTER:
            app.main.leave_filter(keep=False)
        elif app.main.focused_name != READER or not app.main.reader.leave_facts():
            app.ask(app.state.wish.wider())


class Everything(Command):
    """All narrowing taken back at once."""

    name, keys, title = "everything", ("x",), "take all narrowing back"

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return not app.state.wish.empty

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.state import Wish

        app.ask(Wish())


class Filter(Command):
    """The cursor into the filter line."""

    name, keys, title = "filter", ("/",), "type in the filter: everything follows at each key"
    hint, weight = "filter", 100

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.focus_pane(FILTER)


class KeepQuery(Command):
    """From the filter line to the list; the words stay."""

    name, keys, title = "keep_query", ("enter",), "keep the words and go to the list"
    hint, weight = "to the list", 90
    panes = (FILTER,)
    listed = False

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.leave_filter(keep=True)


class TakeOffer(Command):
    """The first way to go on taken over into the filter line."""

    name, keys, title = "take_offer", ("right",), "take over the completion"
    panes = (FILTER,)
    listed = False

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        line = app.main.filter
        return bool(app.main.offers.offered) and line.cursor_position == len(line.value)

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.filter.take_over(app.main.offers.offered[0])


class Back(Command):
    """The narrowing before this one."""

    name, title = "back", "back to the narrowing before"
    keys: ClassVar[tuple[str, ...]] = ("alt+left",)
    panes = EVERYWHERE
    by: ClassVar[int] = -1

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.walk(cls.by)


class Forward(Back):
    """The narrowing after this one."""

    name, keys, title, by = "forward", ("alt+right",), "forward to the narrowing after", 1


class Counted(Command):
    """Countries counted as hosts, as merely mentioned, or as either."""

    name, keys, title = "counted", ("h",), "count countries as host, as mentioned, or both"
    hint, weight = "role", 40
    panes = (COUNTRIES,)

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.panes.countries import COUNTED

        kinds = list(COUNTED)
        app.state.counts = kinds[(kinds.index(app.state.counts) + 1) % len(kinds)]
        app.show_again()


class Mark(Command):
    """A dispatch marked, or its mark taken away."""

    name, keys, title = "mark", ("m",), "mark the dispatch, or take its mark away"
    hint, weight = "mark", 40
    panes = (DISPATCHES, "reader")

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.dispatches.toggle_mark(app.state.marks)


class NextMark(Command):
    """The next marked dispatch in the list."""

    name, keys, title = "next_mark", ("M",), "to the next marked dispatch"
    panes = (DISPATCHES,)

    @classmethod
    def run(cls, app: Depesha) -> None:
        app.main.dispatches.next_mark()


COMMANDS: tuple[type[Command], ...] = (
    Choose, Also, Exclude, Wider, Everything, Filter, KeepQuery, TakeOffer, Back, Forward, Counted,
    Mark, NextMark,
)  # fmt: skip
