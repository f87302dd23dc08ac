"""Keeping store and index in step: whatever changes the archive is a batch in the store, then a commit of the
index.

Both carry one stamp. Where the stamps differ something was broken off between the two, and `mend` makes it
good.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.archive.failing import engine, told
from core.archive.indexes import Indexes
from core.archive.people import People
from core.errors import ArchiveError, Busy, Message
from core.results import Progress
from core.storing import durable
from core.storing.layout import INDEX, Damaged, DamagedMonth
from core.storing.locking import locked
from core.storing.state import State
from core.storing.store import Store

if TYPE_CHECKING:
    from core.model import Release

SETTLE_BYTES = 32 * 1024 * 1024
SETTLE_PART = 4  # batches are settled at the latest when they come to a fourth of what stands in the months


class Keeper:
    """Writes to one archive."""

    def __init__(
        self, store: Store, people: People, index: Indexes, notices: list[Message], wait: float
    ) -> None:
        self.store = store
        self.people = people
        self.index = index
        self.wait = wait
        self.notices = notices
        self._keys: set[str] | None = None
        self._number = -1  # of the batch up to which the keys are known

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the lock, in an archive that is there and in step. Raises `Busy` and `ArchiveError`."""
        from core.storing import settling

        with self.holding():
            settling.prepare(self.store)
            self.mend()
            yield

    @contextmanager
    def holding(self, wait: float | None = None) -> Iterator[None]:
        """Holds the lock, whatever state the archive is in. Raises `Busy` and `ArchiveError`."""
        from core.storing import settling

        folder = self.store.folder
        with told(folder):
            settling.refuse_foreign(folder)
            durable.make_folder(folder)
            with locked(folder, self.wait if wait is None else wait):
                yield

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Holds the archive still, with nothing waiting; one that can't be written to is taken as it is."""
        if not self.is_writable():
            yield
            return
        with self.writing():
            self.settle()
            yield

    def is_writable(self) -> bool:
        """True if this process may change the archive."""
        folder = self.store.folder
        return os.access(folder, os.W_OK)

    def begin(self) -> None:
        """Finds out at once whether the archive can be written to."""
        with self.writing():
            self._look()

    def knows(self, key: str | None) -> bool:
        """True if the release was in the archive when that was last looked at."""
        return self._keys is not None and key in self._keys

    def _look(self) -> set[str]:
        number = self.store.number
        if self._keys is None or number != self._number:
            self._keys, self._number = self.store.keys(), number
        return self._keys

    def keep(self, lines: Mapping[str, bytes]) -> frozenset[str]:
        """Keeps releases by key, durably; the keys of those that nobody kept meanwhile."""
        with self.writing():
            known = self._look()
            new = {key: line for key, line in lines.items() if key not in known}
            if new:
                self._commit(new, ())
                known.update(new)
                self._number = self.store.number
            if self._is_much():
                self.settle()
        return frozenset(new)

    def remove(self, keys: Collection[str]) -> int:
        """Takes releases out; how many were there."""
        with self.writing():
            there = sorted(self._look().intersection(keys))
            if there:
                self._commit({}, there)
                self._keys = None
            self.settle()
        return len(there)

    def end(self) -> None:
        """Settles what waits. Left to the next writer if another one is at work just now."""
        try:
            with self.writing():
                self.settle()
        except Busy:
            return

    def _commit(self, lines: Mapping[str, bytes], removed: Collection[str]) -> None:
        from core.storing import records, settling

        stamp = settling.put(self.store, list(lines.values()), list(removed))
        try:
            if not self._index(map(records.decode, lines.values()), removed, stamp):
                self.rebuild()
        except BaseException:
            settling.take_back(self.store, stamp)
            raise

    def _index(self, releases: Iterable[Release], removed: Collection[str], stamp: str) -> bool:
        """Gives the index a batch, durably. False if its files are not what its engine left: make it anew.

        After a kill the engine may find files that it was about to write, and refuse to go on.
        """
        folder = self.store.folder / INDEX
        durable.make_folder(folder)
        try:
            with engine(folder):
                self.index().write(releases, removed, stamp)
        except Busy:
            raise
        except ArchiveError:
            return False
        durable.settle_rights(folder)
        return True

    def settle(self) -> None:
        """Puts what waits into the months' files; damaged ones are set aside first, and the rest goes on."""
        from core.storing import settling

        mended: set[str | None] = set()
        while True:
            try:
                settling.settle(self.store, self.people)
                return
            except (DamagedMonth, Damaged) as damaged:
                month = damaged.month if isinstance(damaged, DamagedMonth) else None
                if month in mended:
                    raise
                mended.add(month)
                self.repair([month] if month else None)

    def repair(self, months: Collection[str] | None) -> None:
        """Mends these months' files, or all and the state, and what hangs on them; notes what it found."""
        from core.archive.checking import mend

        self._keys = None
        for found in mend(self, months):
            self.notices.append(Message("{path} {what}. Done.", {"path": found.path, "what": found.message}))

    def _is_much(self) -> bool:
        known = self.store.state
        standing = sum(month.bytes for month in known.months.values()) if known else 0
        return self.store.waiting_bytes() > max(SETTLE_BYTES, standing // SETTLE_PART)

    def mend(self) -> bool:
        """Brings the index in step with the store, with the lock held. True if there was something to do."""
        self.index().refresh()
        if self.index().stamp == self.store.stamp:
            return False
        if not self._replay():
            self.rebuild()
        return True

    def follows(self, known: State) -> bool:
        """True if the index lacks nothing but batches that still wait: none of those was acknowledged."""
        archive, _, number = self.index().stamp.rpartition("-")
        is_number = number.isdigit() and known.number <= int(number) <= self.store.number
        return archive == known.archive and is_number

    def _replay(self) -> bool:
        """Gives the index the batches it has not seen; False where they are not all there."""
        from core.storing import records

        index, known = self.index(), self.store.state
        archive, _, number = (index.stamp or (f"{known.archive}-0" if known else "")).rpartition("-")
        if known is None or archive != known.archive or not number.isdigit():
            return False
        if not known.number <= int(number) <= self.store.number:
            return False
        for waiting in self.store.waiting():
            if waiting > int(number):
                batch = self.store.batch(waiting)
                try:
                    lines = [line for _, line in batch.lines()]
                except Damaged:
                    return False
                releases = map(records.decode, lines)
                if not self._index(releases, batch.header.removed, f"{archive}-{waiting}"):
                    return False
        return True

    def rebuild(self, progress: Callable[[Progress], None] | None = None) -> None:
        """Makes the index anew from the store."""
        from core.searching import build

        passed: list[ArchiveError] = []
        folder = self.store.folder / INDEX
        durable.make_folder(folder)
        with engine(folder):
            build(folder, self.store.releases(passed), self.store.stamp, progress)
        durable.settle_rights(folder)
        self.index().refresh()
        self.notices += [damaged.message for damaged in passed]

    def borrow_index(self) -> None:
        """Uses an index made for now, because the archive's own does not fit and can't be written to."""
        passed: list[ArchiveError] = []
        self.index.borrow(self.store.releases(passed), self.store.stamp)
        self.notices += [damaged.message for damaged in passed]
