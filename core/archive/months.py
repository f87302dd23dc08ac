"""Looking a month's file over, and making it whole again.

Nothing is thrown away: a file that can't be read goes to `damaged/`, and the releases that stand in it whole
come back into a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from core.archive.people import People
from core.errors import Message
from core.pipeline import key_of
from core.results import Finding
from core.storing import catalogue, durable, records, settling, shard
from core.storing.layout import DAMAGED, KEYS, Damaged
from core.storing.salvage import salvaged
from core.storing.state import Month
from core.storing.store import Store


class _Text(msgspec.Struct):
    key: str
    text: str


def is_true(line: bytes) -> bool:
    """True for a whole release under the key of its text."""
    with suppress(ValueError, msgspec.MsgspecError):
        told = msgspec.json.decode(line, type=_Text)
        return told.key == key_of(told.text) and records.decode(line).key == told.key
    return False


class Months:
    """The months' files of one archive.

    `held` is what the state should say of them, `changed` which it was not.
    """

    def __init__(self, store: Store, people: People, held: dict[str, Month], *, repair: bool) -> None:
        self.held = held
        self.changed: set[str] = set()
        self.sound: set[str] = set()
        self._store, self._people, self._repair = store, people, repair

    def look(self, month: str) -> Iterator[Finding]:
        """What is wrong with a month's file; mended if repair was asked for."""
        path, known = self._store.path(month), self.held.get(month)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            lost = known.releases if known else 0
            yield self.finding(
                path,
                Message(
                    "is missing, with {n} releases. Restore it from a backup; repairing makes the rest fit",
                    {"n": lost},
                ),
            )
            self._forget(month)
            return
        try:
            read = shard.read(data)
        except Damaged as error:
            yield from self._saved(month, data, str(error))
            return
        lines = [line for line in read.lines.values() if is_true(line)]
        if len(lines) < len(read.lines):
            untrue: dict[str, object] = {"n": len(read.lines) - len(lines)}
            yield self.finding(
                path,
                Message(
                    "holds {n} releases with a text that is not that of their key. Repairing sets it aside",
                    untrue,
                ),
            )
            self._renew(month, lines)
        elif not read.is_whole or known is None or known.checksum != read.about.checksum:
            changed = Message("was changed by another program and is whole. Repairing takes it as it is")
            yield self.finding(path, changed)
            self._renew(month, lines, aside=False)
        else:
            self.sound.add(month)
            yield from self._rows(month, lines)

    def _saved(self, month: str, data: bytes, why: str) -> Iterator[Finding]:
        """A month that can't be read as a whole."""
        known = self.held.get(month)
        lines = [line for line in salvaged(data) if is_true(line)]
        lost = max(known.releases - len(lines), 0) if known else 0
        yield self.finding(
            self._store.path(month),
            Message(
                "is damaged ({why}): {n} releases can be read, {lost} are lost. Repairing sets it aside",
                {"why": why, "n": len(lines), "lost": lost},
            ),
        )
        self._renew(month, lines)

    def finding(self, path: Path, message: Message) -> Finding:
        """A finding about a file of the archive."""
        return Finding(path.relative_to(self._store.folder).as_posix(), message, self._repair)

    def set_aside(self, path: Path) -> None:
        """Moves a file to where those lie that can't be read."""
        aside = self._store.folder / DAMAGED
        durable.make_folder(aside)
        path.replace(aside / f"{datetime.now():%Y%m%dT%H%M%S%f}-{path.name}")
        durable.sync_folder(aside)

    def _rows(self, month: str, lines: Iterable[bytes]) -> Iterator[Finding]:
        """The catalogue of a month that is sound."""
        path = self._store.folder / KEYS / f"{month}.tsv"
        wanted = catalogue.write(shard.build(month, lines)[2])
        if not path.is_file() or path.read_bytes() != wanted:
            yield self.finding(
                path, Message("does not tell where the releases of its month stand. Repairing makes it again")
            )
            if self._repair:
                settling.write_rows(self._store, month, lines)
                durable.sync_folder(path.parent)

    def _renew(self, month: str, lines: list[bytes], *, aside: bool = True) -> None:
        """Writes a month's file anew from these releases."""
        self.changed.add(month)
        if self._repair and aside:
            self.set_aside(self._store.path(month))
        if not lines:
            self._forget(month)
        elif self._repair:
            self.held[month] = settling.write_month(self._store, month, lines)
            self._people.month(month, lines)
            self.sound.add(month)

    def _forget(self, month: str) -> None:
        self.changed.add(month)
        if self._repair:
            self.held.pop(month, None)
            durable.remove(self._store.path(month))
            durable.remove(self._store.folder / KEYS / f"{month}.tsv")
            self._people.month(month, ())
