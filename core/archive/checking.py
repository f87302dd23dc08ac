"""Check: every month's file, its checksum and texts, the catalogue, and the index against the store; and
repair.

Nothing is thrown away: a file that can't be read goes to `damaged/`, and the releases that stand in it whole
come back into a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from core.archive.keeping import Keeper, told
from core.archive.people import CORRECTIONS
from core.cards import corrections
from core.errors import ArchiveError, Message
from core.pipeline import key_of
from core.results import Finding, Narrowing
from core.storing import catalogue, durable, pending, settling, shard, state
from core.storing.locking import locked
from core.storing.salvage import salvaged
from core.storing.shard import Damaged
from core.storing.state import Month, State
from core.storing.store import DAMAGED, KEYS, PENDING, Store

_ALL = 1_000_000_000


def check(keeper: Keeper, *, repair: bool, months: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What is wrong, in the order in which it is mended; with `repair` it is mended.

    `months`: only these months' files, and what depends on them. Raises `Busy`, and `ArchiveError` where
    repair is not allowed.
    """
    folder = keeper.store.folder
    if not folder.is_dir():
        return ()
    with told(folder), _held(keeper, repair):
        return tuple(_Check(keeper, repair).run(months))


@contextmanager
def _held(keeper: Keeper, repair: bool) -> Iterator[None]:
    """The lock, so that nobody writes meanwhile. Looking on goes without where a lock can't be had."""
    if not repair and not keeper.is_writable():
        yield
        return
    with locked(keeper.store.folder, keeper.wait):
        yield


class _Check:
    def __init__(self, keeper: Keeper, repair: bool) -> None:
        self._keeper, self._repair = keeper, repair
        self._store = keeper.store
        self._months: dict[str, Month] = {}  # as they are, or are made
        self._changed: list[str] = []

    def run(self, only: Iterable[str] | None) -> Iterator[Finding]:
        yield from self._leftovers()
        known = yield from self._state()
        self._months = dict(known.months)
        chosen = sorted({*self._store.months(), *known.months}) if only is None else only
        for month in chosen:
            yield from self._month(month, known.months.get(month))
        yield from self._batches(known)
        yield from self._corrections()
        yield from self._people(known)
        yield from self._index()

    def _found(self, path: Path | str, template: str, **values: object) -> Finding:
        name = Path(path).relative_to(self._store.folder) if isinstance(path, Path) else path
        return Finding(str(name), Message(template, values), self._repair)

    # -- files
    def _leftovers(self) -> Iterator[Finding]:
        for path in sorted(self._store.folder.glob("**/.*" + durable.UNFINISHED)):
            if path.parent.name != "index":
                yield self._found(path, "was left by a write that was broken off; it can go")
                if self._repair:
                    durable.remove(path)

    def _state(self) -> Iterator[Finding]:  # returns State
        try:
            known = self._store.state
            if known is not None or not self._store.months():
                return known or state.fresh()
            why = "missing"
        except state.Unreadable as error:
            why = str(error)
        yield self._found(
            state.STATE, "can't be read ({why}); it is made again from the months' files", why=why
        )
        return state.fresh()

    def _month(self, month: str, known: Month | None) -> Iterator[Finding]:
        path = self._store.path(month)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            releases = known.releases if known else 0
            yield self._found(path, "is missing, with {n} releases; restore it from a backup", n=releases)
            self._forget(month)
            return
        try:
            read = shard.read(data)
        except Damaged as error:
            lines = [line for line in salvaged(data) if _is_true(line)]
            yield self._found(
                path,
                "is damaged ({why}); {n} of {all} releases can be read. Repairing sets it aside and keeps those",
                why=str(error),
                n=len(lines),
                all=known.releases if known else "?",
            )
            self._renew(month, lines)
            return
        true = [line for line in read.lines.values() if _is_true(line)]
        if len(true) < len(read.lines):
            yield self._found(
                path,
                "holds {n} releases whose text is not that of their key. Repairing sets it aside and keeps the others",
                n=len(read.lines) - len(true),
            )
            self._renew(month, true)
        elif not read.is_whole or known is None or known.checksum != read.about.checksum:
            yield self._found(
                path, "was changed by another program; it is whole. Repairing takes it as it is"
            )
            self._renew(month, true, keep=False)
        else:
            yield from self._rows(month, true)

    def _rows(self, month: str, lines: list[bytes]) -> Iterator[Finding]:
        """The catalogue of a month that is sound."""
        path = self._store.folder / KEYS / f"{month}.tsv"
        _, _, places = shard.build(month, lines)
        wanted = catalogue.write(places)
        if not path.is_file() or path.read_bytes() != wanted:
            yield self._found(
                path, "does not tell where the releases stand; it is made again from the month's file"
            )
            if self._repair:
                durable.make_folder(path.parent)
                durable.write(path, wanted)
                durable.sync_folder(path.parent)

    def _renew(self, month: str, lines: list[bytes], *, keep: bool = True) -> None:
        """Writes a month's file anew from these releases; the old one is kept aside."""
        self._changed.append(month)
        if not self._repair:
            return
        if keep:
            self._set_aside(self._store.path(month))
        if lines:
            self._months[month] = settling.write_month(self._store, month, lines)
            self._keeper.people.month(month, lines)
        else:
            self._forget(month)

    def _forget(self, month: str) -> None:
        self._changed.append(month)
        if self._repair:
            self._months.pop(month, None)
            durable.remove(self._store.folder / KEYS / f"{month}.tsv")
            self._keeper.people.month(month, ())

    def _set_aside(self, path: Path) -> None:
        aside = self._store.folder / DAMAGED
        durable.make_folder(aside)
        path.replace(aside / f"{datetime.now():%Y%m%dT%H%M%S%f}-{path.name}")
        durable.sync_folder(aside)

    # -- what depends on them
    def _batches(self, known: State) -> Iterator[Finding]:
        """Batches that wait although nobody writes, and the state with what became of the months."""
        saved: list[bytes] = []
        folder = self._store.folder / PENDING
        for number in self._store.waiting():
            path = folder / pending.name(number)
            try:
                for _ in self._store.batch(number).lines():
                    pass
                yield self._found(path, "waits to be settled: a writer was broken off. Repairing does it")
            except Damaged as error:
                saved += [line for line in salvaged(path.read_bytes()) if _is_true(line)]
                yield self._found(
                    path,
                    "is damaged ({why}). Repairing sets it aside and keeps what can be read",
                    why=str(error),
                )
                if self._repair:
                    self._set_aside(path)
        if not self._repair:
            return
        if self._changed or known is not self._store.state:
            for name in ("releases", KEYS):
                durable.make_folder(self._store.folder / name)
                durable.sync_folder(self._store.folder / name)
            # what the months hold now is no batch of the index's: a name of its own makes the index anew
            state.write(self._store.folder, State(state.fresh().archive, known.number, self._months))
        if saved:
            settling.put(self._store, saved)
        settling.settle(self._store, self._keeper.people)

    def _corrections(self) -> Iterator[Finding]:
        path = self._store.folder / CORRECTIONS
        try:
            corrections.read(path)
        except ArchiveError as error:
            yield self._found(
                path,
                "can't be read as corrections of officials ({why}). Repairing sets it aside",
                why=error.message.values["why"],
            )
            if self._repair:
                self._set_aside(path)

    def _people(self, known: State) -> Iterator[Finding]:
        wrong = self._keeper.people.wrong_months() if known.months else []
        for path in wrong:
            yield self._found(path, "does not fit the releases; it is made again from them")
        if self._repair and (wrong or self._changed):
            for path in wrong:
                durable.remove(path)
            self._keeper.people.renew()

    def _index(self) -> Iterator[Finding]:
        index, store = self._keeper.index(), self._store
        if index.stamp != store.stamp:
            yield self._found("index", "does not follow the store; it is made again")
        else:
            hits = index.find(
                "",
                Narrowing(),
                self._keeper.people,
                sort="date",
                limit=_ALL,
                offset=0,
                facets=False,
                excerpts=False,
                typing=False,
            )
            if {(hit.key, hit.n) for hit in hits.rows} == set(_dispatches(store)):
                return
            yield self._found("index", "does not hold the dispatches of the store; it is made again")
        if self._repair:
            self._keeper.rebuild()


class _Text(msgspec.Struct):
    key: str
    text: str


class _Number(msgspec.Struct):
    n: int


class _Numbers(msgspec.Struct):
    key: str
    dispatches: list[_Number]


def _is_true(line: bytes) -> bool:
    """True for a whole release under the key of its text."""
    from core.storing import records

    with suppress(ValueError, msgspec.MsgspecError):
        told = msgspec.json.decode(line, type=_Text)
        return told.key == key_of(told.text) and records.decode(line).key == told.key
    return False


def _dispatches(store: Store) -> Iterator[tuple[str, int]]:
    for line in store.lines():
        release = msgspec.json.decode(line, type=_Numbers)
        yield from ((release.key, dispatch.n) for dispatch in release.dispatches)
