"""The card of an official above the main screen, and the user's corrections of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from tui.lang import tr
from tui.plain import naming
from tui.plain.cleaning import clean
from tui.screens import card_rows
from tui.screens.card_rows import Known, Row
from tui.screens.listed import Listed
from tui.screens.prompt import Prompt
from tui.widgets.line_list import Cells, LineList

if TYPE_CHECKING:
    from core import Archive, Card, Change
    from tui.app import Depesha


class CardList(LineList):
    """The rows of a card."""

    def __init__(self, known: Known) -> None:
        super().__init__(id="card")
        self.lines = card_rows.rows(known)

    def on_mount(self) -> None:
        """Shows all rows."""
        self.show(len(self.lines), 1)  # below the first heading

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.lines[self.cursor] if self.lines else Row("text")

    def replace(self, known: Known) -> None:
        """Shows another state of the card, the cursor where it was."""
        self.lines = card_rows.rows(known)
        self.show(len(self.lines), self.cursor)

    def cells(self, row: int, width: int) -> Cells:
        return card_rows.cells(self.lines[row], width)


class CardScreen(Listed[None]):
    """Enter goes to what stands under the cursor; m s r h u correct the card."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.list = CardList(known)
        super().__init__(self.list)
        self.title_text = _title(known.card)
        self.hints = (
            ("Enter", tr("go there")),
            ("m", tr("merge")),
            ("s", tr("split")),
            ("r", tr("rename")),
            ("h", tr("hide")),
            ("u", tr("undo")),
        )

    def press(self, key: str) -> bool:
        """Keys of the card; the rest moves."""
        actions: dict[str, Callable[[], None]] = {
            "enter": self._follow,
            "m": self._merge,
            "s": self._split,
            "r": self._rename,
            "h": self._hide,
            "u": self._undo,
        }
        if key in actions:
            actions[key]()
            return True
        return super().press(key)

    # -- going
    def _follow(self) -> None:
        from core import Choice

        row, app = self.list.row, self.app
        if row.kind == "same":
            self.dismiss(None)
            open_card(app, row.value)
        elif row.kind == "country":
            self.dismiss(None)
            app.choose(Choice("country", row.value))
        elif row.kind == "dispatch":
            self.dismiss(None)
            app.main.reader.show_place(row.value)
            app.main.focus_pane("reader")
        else:
            self.dismiss(None)
            app.choose(Choice("official", self.known.card.key))

    # -- correcting
    def _merge(self) -> None:
        card, row = self.known.card, self.list.row
        suggested = row.left if row.kind == "same" else self.known.same[0].name if self.known.same else ""

        def named(name: str | None) -> None:
            if name:
                key = next((one.key for one in self.known.same if one.name == name), name)
                self._correct(lambda archive: _merged(archive, card, key))

        self.app.push_screen(Prompt(tr("The same person as:"), suggested), named)

    def _split(self) -> None:
        row = self.list.row
        if row.kind != "spelling":
            self.app.say(tr("Put the cursor on the spelling that is someone else."))
            return
        self._correct(lambda _archive: _change("split", (row.value,)))

    def _rename(self) -> None:
        card = self.known.card

        def named(name: str | None) -> None:
            if name and name != card.name:
                self._correct(lambda _archive: _change("rename", card.spellings, name))

        self.app.push_screen(Prompt(tr("Name:"), card.name), named)

    def _hide(self) -> None:
        self._correct(lambda _archive: _change("hide", self.known.card.spellings))

    def _correct(self, change: Callable[[Archive], Change]) -> None:
        """Carries a correction out beside the event loop and shows the card as it is then."""

        def job(archive: Archive) -> tuple[Change, Known | None]:
            made = change(archive)
            archive.correct(made)
            return made, after(archive, self.known.card)

        self.app.look("correct", job, lambda answer: self._corrected(*answer))

    def _undo(self) -> None:
        def job(archive: Archive) -> tuple[Change | None, Known | None]:
            return archive.undo(), after(archive, self.known.card)

        self.app.look("correct", job, lambda answer: self._corrected(*answer, undone=True))

    def _corrected(self, change: Change | None, known: Known | None, *, undone: bool = False) -> None:
        from tui.plain.correcting import told

        app = self.app
        if change is None:
            app.say(tr("There is nothing to undo."))
            return
        what = clean(told(change))
        app.say(tr("Taken back: {what}", what=what) if undone else f"{what} · {tr('u takes it back')}")
        app.show_again()
        if known is None:  # hidden, or part of another card
            self.dismiss(None)
            return
        self.known = known
        self.list.replace(known)
        self.query_one("#box").border_title = Content(_title(known.card))


def open_card(app: Depesha, key: str) -> None:
    """Opens the card with this key, or that of one of its spellings."""

    def known(found: Known) -> None:
        app.push_screen(CardScreen(found))

    app.look("card", lambda archive: gather(archive, key), known)


def gather(archive: Archive, key: str) -> Known:
    """What the archive knows of an official. Raises `ArchiveError`."""
    from core import Choice, Narrowing

    card = archive.card(key)
    chosen = Narrowing((Choice("official", card.key),))
    hits = archive.find("", chosen, limit=card_rows.DISPATCHES)
    return Known(card, hits, tuple(archive.card(other) for other in card.maybe_same))


def after(archive: Archive, card: Card) -> Known | None:
    """The card on which the spellings of `card` are now; None if they are hidden."""
    from core import ArchiveError

    for key in (card.key, *card.spellings):
        try:
            return gather(archive, key)
        except ArchiveError:
            continue
    return None


def _change(do: str, people: tuple[str, ...], name: str | None = None) -> Change:
    from core import Change

    return Change(do, people, name)


def _merged(archive: Archive, card: Card, name: str) -> Change:
    from tui.plain.correcting import one_card

    other = one_card(archive, name)
    return _change("merge", tuple(dict.fromkeys((*card.spellings, *other.spellings))))


def _title(card: Card) -> str:
    country = f" · {naming.country(card.country)}" if card.country else ""
    return f"{clean(card.name)}{country}"
