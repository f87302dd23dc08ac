"""Check: every month's file, its checksum and texts, what is derived from it, the index against the store;
and repair.

Findings come in the order in which they are mended: first what can't be made again, then what is made from
it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager

import msgspec

from core.archive.failing import told
from core.archive.keeping import Keeper
from core.archive.months import Months, is_true
from core.cards import corrections
from core.errors import ArchiveError, Message
from core.hits import Narrowing
from core.results import Finding
from core.storing import durable, layout, settling, state
from core.storing.layout import CORRECTIONS, INDEX, KEYS, PENDING, RELEASES, Damaged
from core.storing.locking import locked
from core.storing.salvage import salvaged
from core.storing.state import State
from core.storing.store import Store

_ALL = 1_000_000_000


def check(keeper: Keeper, *, repair: bool, months: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What is wrong; with `repair` it is mended. `months`: only these months' files, and what is derived.

    Raises `Busy`, and `ArchiveError` where repair is not allowed.
    """
    folder = keeper.store.folder
    if not folder.is_dir():
        return ()
    with told(folder), _held(keeper, repair):
        return tuple(_Check(keeper, repair).run(months))


def mend(keeper: Keeper, months: Iterable[str] | None) -> tuple[Finding, ...]:
    """Repairs, with the lock held."""
    return tuple(_Check(keeper, True).run(months))


@contextmanager
def _held(keeper: Keeper, repair: bool) -> Iterator[None]:
    """The lock, so that nobody writes meanwhile. Looking on goes without it where it can't be had."""
    if not repair and not keeper.is_writable():
        yield
        return
    with locked(keeper.store.folder, keeper.wait):
        yield


class _Check:
    def __init__(self, keeper: Keeper, repair: bool) -> None:
        self._keeper, self._store, self._repair = keeper, keeper.store, repair
        self._months = Months(keeper.store, keeper.people, {}, repair=repair)

    def run(self, only: Iterable[str] | None) -> Iterator[Finding]:
        """Looks at everything, in order."""
        yield from self._leftovers()
        known = yield from self._state()
        self._months.held.update(known.months)
        for month in sorted({*self._store.months(), *known.months} if only is None else only):
            yield from self._months.look(month)
        yield from self._batches(known)
        yield from self._corrections()
        yield from self._people()
        yield from self._index()

    def _leftovers(self) -> Iterator[Finding]:
        for path in sorted(self._store.folder.rglob(f".*{durable.UNFINISHED}")):
            if path.parent.name != INDEX:
                yield self._months.finding(
                    path, Message("was left by a write that was broken off. Repairing removes it")
                )
                if self._repair:
                    durable.remove(path)

    def _state(self) -> Generator[Finding, None, State]:
        try:
            known = self._store.state
            if known is not None or not self._store.months():
                return known or state.fresh()
            why = "missing"
        except state.Unreadable as error:
            why = str(error)
        path = self._store.folder / layout.STATE
        yield self._months.finding(
            path, Message("can't be read ({why}). Repairing makes it from the months' files", {"why": why})
        )
        if self._repair:
            durable.remove(path)
        self._months.changed.add("")
        return state.fresh()

    def _batches(self, known: State) -> Iterator[Finding]:
        """Batches that wait although nobody writes. Settles them, after the state fits the months again."""
        saved: list[bytes] = []
        for number in self._waiting(known):
            path = self._store.folder / PENDING / layout.batch_name(number)
            try:
                for _ in self._store.batch(number).lines():
                    pass
                yield self._months.finding(
                    path, Message("waits, because a writer was broken off. Repairing settles it")
                )
            except Damaged as error:
                saved += [line for line in salvaged(path.read_bytes()) if is_true(line)]
                why = str(error)
                yield self._months.finding(
                    path, Message("is damaged ({why}). Repairing keeps what can be read", {"why": why})
                )
                if self._repair:
                    self._months.set_aside(path)
        if not self._repair:
            return
        if self._months.changed:
            self._write_state(known)
        if saved:
            settling.put(self._store, saved)
        self._keeper.settle()

    def _waiting(self, known: State) -> list[int]:
        return [n for n in layout.batch_numbers(self._store.folder / PENDING) if n > known.number]

    def _write_state(self, known: State) -> None:
        """The state as the months are now.

        It gets a new name: the index can't follow by batches, it is made anew.
        """
        for name in (RELEASES, KEYS):
            durable.make_folder(self._store.folder / name)
            durable.sync_folder(self._store.folder / name)
        state.write(self._store.folder, State(state.fresh().archive, known.number, self._months.held))

    def _corrections(self) -> Iterator[Finding]:
        path = self._store.folder / CORRECTIONS
        try:
            corrections.read(path)
        except ArchiveError as error:
            why = error.message.values["why"]
            yield self._months.finding(
                path, Message("can't be read as corrections ({why}). Repairing sets it aside", {"why": why})
            )
            if self._repair:
                self._months.set_aside(path)
                self._months.changed.add("")

    def _people(self) -> Iterator[Finding]:
        wrong = self._keeper.people.wrong_months(self._months.sound)
        for path in wrong:
            yield self._months.finding(path, Message("does not fit the releases. Repairing makes it again"))
        if self._repair and (wrong or self._months.changed):
            for path in wrong:
                durable.remove(path)
            self._keeper.people.renew()

    def _index(self) -> Iterator[Finding]:
        index, store = self._keeper.index(), self._store
        what = Message("does not follow the store. Repairing makes it again")
        if self._repair or not self._months.changed:
            if index.stamp == store.stamp:
                rows = index.find("", Narrowing(), self._keeper.people, limit=_ALL, facets=False).rows
                if {(hit.key, hit.n) for hit in rows} == set(_dispatches(store)):
                    return
                what = Message("does not hold the dispatches of the store. Repairing makes it again")
            yield Finding(INDEX, what, self._repair)
        if self._repair:
            self._keeper.rebuild()


class _Number(msgspec.Struct):
    n: int


class _Numbers(msgspec.Struct):
    key: str
    dispatches: list[_Number]


def _dispatches(store: Store) -> Iterator[tuple[str, int]]:
    for line in store.lines():
        release = msgspec.json.decode(line, type=_Numbers)
        yield from ((release.key, dispatch.n) for dispatch in release.dispatches)
