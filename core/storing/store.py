"""The store of an archive: releases by month, with the batches that wait to be settled there.

Reading needs no lock: a release is put into its month's file before it is taken from its batch.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ArchiveError
from core.storing import catalogue, layout, state
from core.storing.catalogue import Place
from core.storing.layout import Damaged, DamagedMonth
from core.storing.state import State

if TYPE_CHECKING:
    from core.model import Release
    from core.storing.pending import Batch, Row
    from core.storing.shard import Shard

SHORTEST = 4  # characters of a key that may stand for it

Reader = Callable[[], bytes]  # gives one release as a line of JSON


class Store:
    """The files of one archive's releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state: State | None = None
        self._seen: tuple[int, int, int] | None = None

    # -- what there is
    @property
    def state(self) -> State | None:
        """The state as it stands on disk now; None where there is none. Raises `state.Unreadable`."""
        try:
            status = (self.folder / layout.STATE).stat()
        except OSError:
            return None
        seen = (status.st_ino, status.st_mtime_ns, status.st_size)
        if seen != self._seen:
            self._state, self._seen = state.read(self.folder), seen
        return self._state

    def waiting(self) -> list[int]:
        """Numbers of the batches that are not settled yet."""
        known = self.state
        settled = known.number if known else 0
        return [number for number in layout.batch_numbers(self.folder / layout.PENDING) if number > settled]

    @property
    def number(self) -> int:
        """The number of the last batch."""
        known = self.state
        return max([known.number if known else 0, *self.waiting()])

    @property
    def stamp(self) -> str:
        """Names what the store holds; "" in an empty folder. The index carries the stamp it was made from."""
        known = self.state
        return f"{known.archive}-{self.number}" if known else ""

    def size(self) -> tuple[int, int]:
        """Releases and dispatches."""
        known = self.state
        months = known.months.values() if known else ()
        releases = sum(month.releases for month in months)
        dispatches = sum(month.dispatches for month in months)
        for batch in self._batches():
            releases += len(batch.header.rows) - len(batch.header.removed)
            dispatches += sum(row.dispatches for row in batch.header.rows)
        return releases, dispatches

    def months(self) -> list[str]:
        """The months that have a file, in order, the undated last."""
        return sorted(self.sizes())

    def sizes(self) -> dict[str, int]:
        """The size in bytes of each month's file."""
        try:
            with os.scandir(self.folder / layout.RELEASES) as entries:
                found = [(layout.MONTH_FILE.fullmatch(entry.name), entry) for entry in entries]
                return {name[1]: entry.stat().st_size for name, entry in found if name}
        except FileNotFoundError:
            return {}

    def waiting_bytes(self) -> int:
        """The size of the waiting batches."""
        return sum(self._batch_path(number).stat().st_size for number in self.waiting())

    def path(self, month: str) -> Path:
        """The file of a month."""
        return self.folder / layout.RELEASES / f"{month}.json"

    # -- looking up
    def keys(self) -> set[str]:
        """The keys of all releases."""
        found: set[str] = set()
        for month in self.months():
            found.update(catalogue.keys(self.catalogue(month)))
        for batch in self._batches():
            found.difference_update(batch.header.removed)
            found.update(row.key for row in batch.header.rows)
        return found

    def get(self, name: str) -> bytes:
        """One release as a line of JSON, by key, id or the beginning of a key. Raises `ArchiveError`."""
        found = self._find(name) or self._find(name)  # a batch may be settled between two looks
        if not found:
            raise ArchiveError("There is no release {name} in {path}.", name=name, path=str(self.folder))
        if len(found) > 1:
            raise ArchiveError(
                "{name} may mean {keys}. Use the key.", name=name, keys=", ".join(sorted(found)[:8])
            )
        return next(iter(found.values()))()

    def _find(self, name: str) -> dict[str, Reader]:
        """Readers of the releases meant, by key: those of that key or id, else those whose key begins so."""
        exact = self._where(
            lambda rows: [*catalogue.by_key(rows, name, whole=True), *catalogue.by_id(rows, name)],
            lambda row: name in (row.key, row.id),
        )
        if exact or len(name) < SHORTEST:
            return exact
        return self._where(lambda rows: catalogue.by_key(rows, name), lambda row: row.key.startswith(name))

    def _where(
        self, look: Callable[[bytes], Iterable[Place]], fits: Callable[[Row], bool]
    ) -> dict[str, Reader]:
        found: dict[str, Reader] = {}
        for batch in self._batches():
            for row in filter(fits, batch.header.rows):
                found[row.key] = self._batch_reader(batch, row)
        for month in self.months():
            for place in look(self.catalogue(month)):
                found.setdefault(place.key, self._month_reader(month, place))
        return found

    def _batch_reader(self, batch: Batch, row: Row) -> Reader:
        def read() -> bytes:
            with suppress(FileNotFoundError):
                return batch.line(row)
            return self.whole(row.month)[row.key]  # settled meanwhile

        return read

    def _month_reader(self, month: str, place: Place) -> Reader:
        """Reads just the release. If it is not at its place, the file was replaced since."""

        def read() -> bytes:
            from core.storing import records

            with self.path(month).open("rb") as file:
                file.seek(place.start)
                line = file.read(place.size)
            with suppress(ValueError):
                if records.head(line).key == place.key:
                    return line
            return self.whole(month)[place.key]

        return read

    def catalogue(self, month: str) -> bytes:
        """The rows of a month, made from its file where some or all are missing."""
        from core.storing import shard

        known = self.state
        with suppress(FileNotFoundError):
            rows = (self.folder / layout.KEYS / f"{month}.tsv").read_bytes()
            if (
                known is None
                or month not in known.months
                or catalogue.count(rows) == known.months[month].releases
            ):
                return rows
        return catalogue.write(shard.build(month, self.whole(month).values())[2])

    # -- reading through
    def read(self, month: str) -> Shard:
        """A month's file taken apart. Raises `Damaged`, or `FileNotFoundError`."""
        from core.storing import shard

        return shard.read(self.path(month).read_bytes())

    def whole(self, month: str) -> Mapping[str, bytes]:
        """The lines of a month by key. Raises `DamagedMonth`, or `FileNotFoundError`."""
        try:
            return self.read(month).lines
        except Damaged as error:
            raise DamagedMonth(self.path(month), month, str(error)) from error

    def lines(self, passed: list[ArchiveError] | None = None) -> Iterator[bytes]:
        """All releases as lines of JSON, by date, a month in memory at a time.

        A damaged month is passed over and put into `passed`; without such a list it raises `DamagedMonth`.
        """
        coming, gone = self.changes()
        for month in sorted({*self.months(), *coming}):
            more = coming.get(month, {})
            standing = self._standing(month, passed)
            yield from (line for key, line in standing.items() if key not in gone and key not in more)
            yield from (read() for read in more.values())

    def _standing(self, month: str, passed: list[ArchiveError] | None) -> Mapping[str, bytes]:
        try:
            return self.whole(month)
        except FileNotFoundError:
            return {}
        except DamagedMonth as damaged:
            if passed is None:
                raise
            passed.append(damaged)
            return {}

    def releases(self, passed: list[ArchiveError] | None = None) -> Iterator[Release]:
        """All releases, by date; what is damaged as in `lines`."""
        for line in self.lines(passed):
            try:
                yield self.decoded(line)
            except ArchiveError as damaged:
                if passed is None:
                    raise
                passed.append(damaged)

    def decoded(self, line: bytes) -> Release:
        """A line as a release. Raises `ArchiveError` where another program made something else of it."""
        from core.storing import records

        try:
            return records.decode(line)
        except ValueError as error:
            raise ArchiveError(
                "A release in {path} can't be read ({why}). «depesha check --repair» saves the others.",
                path=str(self.folder),
                why=str(error),
            ) from error

    # -- batches
    def changes(self, *, strict: bool = False) -> tuple[dict[str, dict[str, Reader]], dict[str, str]]:
        """What the waiting batches come to: releases by month and key; keys to take out, with their month.

        A damaged batch is passed over, or raises `Damaged` if `strict`.
        """
        coming: dict[str, dict[str, Reader]] = {}
        gone: dict[str, str] = {}
        for batch in self._batches(strict=strict):
            try:
                rows = [
                    row for row, _ in batch.lines()
                ]  # read to know them whole, and again when it is settled
            except (Damaged, FileNotFoundError):
                if strict:
                    raise
                continue
            gone.update(batch.header.removed)
            for key in batch.header.removed:
                for month in coming.values():
                    month.pop(key, None)
            for row in rows:
                gone.pop(row.key, None)
                coming.setdefault(row.month, {})[row.key] = self._batch_reader(batch, row)
        return coming, gone

    def _batches(self, *, strict: bool = False) -> Iterator[Batch]:
        for number in self.waiting():
            try:
                yield self.batch(number)
            except FileNotFoundError:  # settled since
                continue
            except Damaged:
                if strict:
                    raise

    def batch(self, number: int) -> Batch:
        """The header of one waiting batch. Raises `Damaged` or `FileNotFoundError`."""
        from core.storing import pending

        return pending.read(self._batch_path(number))

    def _batch_path(self, number: int) -> Path:
        return self.folder / layout.PENDING / layout.batch_name(number)
