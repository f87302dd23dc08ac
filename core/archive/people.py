"""The archive's table of persons: derived from the releases and the user's corrections, month by month.

    people/2026-03.json    what the releases of a month say of each spelling (core.cards.seen)
    people/cards.json      the cards, bound from all months and the corrections
    people/names.json      of the cards only what a search needs, in a form that is read in a few milliseconds

`People` is what the index asks: which card a spelling is on, how a card is called, which spellings it has. It
loads nothing before it is asked, and neither the language stage nor the cards' own machinery to answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from core.errors import ArchiveError, Message
from core.storing import durable
from core.storing.layout import CORRECTIONS, PEOPLE
from core.storing.store import Store

if TYPE_CHECKING:
    from core.cards import Book, Change, Seen
    from core.model import Release
    from core.results import Card

_NAMES, _CARDS = "names.json", "cards.json"

# of a card: its name, the keys of its spellings, the words of its names as the look-up compares them
_Entry = tuple[str, list[str], list[list[str]]]


class People:
    """The persons of one archive."""

    def __init__(self, store: Store, notices: list[Message]) -> None:
        self._store = store
        self._folder = store.folder / PEOPLE
        self._entries: dict[str, _Entry] | None = None
        self._card_of: dict[str, str] = {}
        self._is_stored = False  # what was loaded is what the files say
        self._cards: dict[str, Card] | None = None
        self._seen: object = None
        self._notices = notices

    # -- asked by the index
    @property
    def card_of(self) -> Mapping[str, str]:
        """The card of every spelling, both by key; hidden ones have none."""
        self._load()
        return self._card_of

    def label(self, card: str) -> str:
        """The name of a card; its key where there is no such card."""
        entry = self._load().get(card)
        return entry[0] if entry else card.partition("|")[0]

    def spellings(self, card: str) -> tuple[str, ...]:
        """The keys of the spellings on a card."""
        entry = self._load().get(card)
        return tuple(entry[1]) if entry else ()

    def named(self, text: str) -> tuple[str, ...]:
        """Keys of the cards with a name that has all words of `text`, in any case or half typed."""
        from core.cards.spelling import meets, tokens

        wanted = tokens(text)
        return tuple(
            key
            for key, (_, _, names) in self._load().items()
            if any(meets(wanted, tuple(name)) for name in names)
        )

    def refresh(self) -> bool:
        """Forgets what was loaded if it was made anew since; True if so."""
        if self._entries is None or self._seen == self._mark():
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        self._entries = self._cards = None

    # -- cards
    def cards(self) -> dict[str, Card]:
        """All cards by key, the most seen first, without their dispatches."""
        self._load()
        if self._cards is None:
            self._cards = (self._stored_cards() if self._is_stored else None) or self.bound().cards
        return self._cards

    def _stored_cards(self) -> dict[str, Card] | None:
        import msgspec

        from core.results import Card

        try:
            found = msgspec.json.decode((self._folder / _CARDS).read_bytes(), type=list[Card])
        except (OSError, ValueError, msgspec.MsgspecError):
            return None
        return {card.key: card for card in found}

    def bound(self) -> Book:
        """The book of cards, bound anew."""
        from core.cards import bind

        return bind(self._table(), self._corrected())

    def _corrected(self) -> tuple[Change, ...]:
        """The user's corrections.

        A file that can't be read is told of and passed over, whatever is being done.
        """
        from core.cards.corrections import read

        try:
            return read(self._store.folder / CORRECTIONS)
        except ArchiveError as error:
            if error.message not in self._notices:
                self._notices.append(error.message)
            return ()

    def _table(self) -> dict[str, Seen]:
        """What all months say of each spelling."""
        from core.cards import merge

        table: dict[str, Seen] = {}
        for month in self._store.months():
            merge(table, self._month(month))
        return table

    def _month(self, month: str) -> list[Seen]:
        import msgspec

        from core.cards import Seen

        try:
            return msgspec.json.decode((self._folder / f"{month}.json").read_bytes(), type=list[Seen])
        except (OSError, ValueError, msgspec.MsgspecError):
            return _gathered(self._store.whole(month).values())

    # -- written under the lock
    def month(self, name: str, lines: Iterable[bytes]) -> None:
        """Notes what the releases of a month say; lines of JSON. See `core.storing.settling.Derived`."""

        durable.make_folder(self._folder)
        path = self._folder / f"{name}.json"
        found = _gathered(lines)
        if found:
            durable.write(path, _encoded(found))
        else:
            durable.remove(path)

    def done(self) -> None:
        """Binds the cards of all months and writes them."""
        import msgspec

        durable.make_folder(self._folder)
        book = self.bound()
        durable.write(self._folder / _CARDS, msgspec.json.encode(list(book.cards.values())))
        told = {"corrections": self._corrections(), "cards": _entries(book)}
        durable.write(self._folder / _NAMES, json.dumps(told, ensure_ascii=False).encode())
        durable.sync_folder(self._folder)
        self._forget()

    def renew(self, *, anew: bool = False) -> None:
        """Makes what is missing again from the months' files, or everything `anew`."""
        for month in self._store.months():
            if anew or not (self._folder / f"{month}.json").is_file():
                self.month(month, self._store.whole(month).values())
        self.done()

    def wrong_months(self, months: Iterable[str]) -> list[Path]:
        """Tables that are not what the files of `months` say; those of no month at all among them."""
        wanted = {
            self._folder / f"{month}.json": _encoded(_gathered(self._store.whole(month).values()))
            for month in months
        }
        standing = {path: path.read_bytes() for path in self._folder.glob("[0-9u]*.json")}
        missing = [path for path, table in wanted.items() if table != b"[]" and standing.get(path) != table]
        known = set(self._store.months())
        return missing + [path for path in standing if path.stem not in known]

    # -- loading
    def _load(self) -> dict[str, _Entry]:
        if self._entries is None:
            self._seen = self._mark()
            self._is_stored = False
            self._entries = self._read()
            self._card_of = {key: card for card, entry in self._entries.items() for key in entry[1]}
        return self._entries

    def _read(self) -> dict[str, _Entry]:
        try:
            told: dict[str, Any] = json.loads((self._folder / _NAMES).read_bytes())
            if told["corrections"] == self._corrections():
                self._is_stored = True
                return cast(dict[str, _Entry], told["cards"])
        except (OSError, ValueError, KeyError, TypeError):
            if not self._store.months():
                return {}
        return self._rebound()

    def _rebound(self) -> dict[str, _Entry]:
        """Cards bound here and now: the table is missing, or the corrections were edited by hand."""
        return _entries(self.bound())

    def _corrections(self) -> str:
        """Tells one content of the corrections from another, however the file was copied."""
        try:
            return f"{crc32((self._store.folder / CORRECTIONS).read_bytes()):08x}"
        except OSError:
            return ""

    def _mark(self) -> tuple[str, str]:
        return _status(self._folder / _NAMES), self._corrections()


def _status(path: Path) -> str:
    """Tells one state of a file from the next; "" where there is none."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns}-{status.st_size}"


def _entries(book: Book) -> dict[str, _Entry]:
    from core.cards.spelling import tokens

    return {
        key: (card.name, list(card.spellings), [list(tokens(name)) for name in (card.name, *card.variants)])
        for key, card in book.cards.items()
    }


def _gathered(lines: Iterable[bytes]) -> list[Seen]:
    """What releases say of each spelling; only their officials are read."""
    from core.archive.acting import acts
    from core.cards import gather

    return list(gather(cast("Iterable[Release]", acts(lines))).values())


def _encoded(table: list[Seen]) -> bytes:
    import msgspec

    return msgspec.json.encode(table, order="deterministic")
