"""The store of an archive: releases by month, with the batches that wait to be settled there.

Writing methods must be called with the lock held (`core.storing.locking`). Reading needs no lock: a release
is put into its month's file before it is taken from its batch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ArchiveError
from core.storing import catalogue, pending, state
from core.storing.shard import Damaged, Place, Shard
from core.storing.state import State

if TYPE_CHECKING:
    from core.model import Release

RELEASES, PENDING, KEYS, DAMAGED, INDEX = "releases", "pending", "keys", "damaged", "index"
# whatever may lie in the folder of an archive
OWN = frozenset(
    (RELEASES, PENDING, KEYS, DAMAGED, state.STATE, "lock", "writing.json", INDEX, "people", "visits")
    + ("backups", "officials.toml")
)
_MONTH = re.compile(r"(\d{4}-\d{2}|undated)\.json")
SHORTEST = 4  # characters of a key that may stand for it


class Store:
    """The files of one archive's releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state: State | None = None
        self._seen: tuple[int, int, int] | None = None

    # -- what there is
    @property
    def state(self) -> State | None:
        """The state as it stands on disk now; None in an empty folder. Raises `state.Unreadable`."""
        try:
            status = (self.folder / state.STATE).stat()
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
        return [number for number in pending.numbers(self.folder / PENDING) if number > settled]

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
        try:
            names = [path.name for path in (self.folder / RELEASES).iterdir()]
        except FileNotFoundError:
            return []
        return sorted(
            name.removesuffix(".json") for name in names if name.endswith(".json") and name[0] != "."
        )

    def waiting_bytes(self) -> int:
        """The size of the waiting batches."""
        paths = (self.folder / PENDING / pending.name(number) for number in self.waiting())
        return sum(path.stat().st_size for path in paths)

    def path(self, month: str) -> Path:
        """The file of a month."""
        return self.folder / RELEASES / f"{month}.json"

    # -- reading
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

    def _find(self, name: str) -> dict[str, Callable[[], bytes]]:
        """Readers of the releases meant, by key: those of that key or id, else those whose key begins so."""
        exact = self._where(
            lambda data: [*catalogue.by_key(data, name + "\t"), *catalogue.by_id(data, name)],
            lambda row: name in (row.key, row.id),
        )
        if exact or len(name) < SHORTEST:
            return exact
        return self._where(lambda data: catalogue.by_key(data, name), lambda row: row.key.startswith(name))

    def _where(
        self, look: Callable[[bytes], Iterable[Place]], fits: Callable[[pending.Row], bool]
    ) -> dict[str, Callable[[], bytes]]:
        found: dict[str, Callable[[], bytes]] = {}
        for batch in self._batches():
            for row in filter(fits, batch.header.rows):
                found[row.key] = lambda batch=batch, row=row: self._from_batch(batch, row)  # type: ignore[misc]
        for month in self.months():
            for place in look(self.catalogue(month)):
                found.setdefault(place.key, lambda month=month, place=place: self._from_month(month, place))  # type: ignore[misc]
        return found

    def _from_batch(self, batch: pending.Batch, row: pending.Row) -> bytes:
        try:
            return batch.line(row)
        except FileNotFoundError:  # settled meanwhile
            return self.whole(row.month)[row.key]

    def _from_month(self, month: str, place: Place) -> bytes:
        """Reads just the release. If it is not there, the file was replaced since."""
        from core.storing import records

        with self.path(month).open("rb") as file:
            file.seek(place.start)
            line = file.read(place.size)
        with suppress(ValueError):
            if records.head(line).key == place.key:
                return line
        return self.whole(month)[place.key]

    def whole(self, month: str) -> Mapping[str, bytes]:
        """The lines of a month by key.

        Raises `ArchiveError` where the file is damaged, `FileNotFoundError`.
        """
        try:
            return self.read(month).lines
        except Damaged as error:
            raise ArchiveError(
                "{path} is damaged ({why}). «depesha check --repair» saves what can be read.",
                path=str(self.path(month)),
                why=str(error),
            ) from error

    def read(self, month: str) -> Shard:
        """A month's file taken apart. Raises `Damaged`, or `FileNotFoundError`."""
        from core.storing import shard

        return shard.read(self.path(month).read_bytes())

    def lines(self) -> Iterator[bytes]:
        """All releases as lines of JSON, by date, a month in memory at a time."""
        coming, gone = self.changes()
        for month in sorted({*self.months(), *coming}):
            more = coming.get(month, {})
            with suppress(FileNotFoundError):
                standing = self.whole(month)
                yield from (line for key, line in standing.items() if key not in gone and key not in more)
            yield from more.values()

    def releases(self) -> Iterator[Release]:
        """All releases, by date."""
        from core.storing import records

        return map(records.decode, self.lines())

    def changes(self) -> tuple[dict[str, dict[str, bytes]], set[str]]:
        """What the waiting batches come to:

        releases to be put, by month and key, and keys to be taken out.
        """
        coming: dict[str, dict[str, bytes]] = {}
        gone: set[str] = set()
        for batch in self._batches():
            for key in batch.header.removed:
                gone.add(key)
                for month in coming.values():
                    month.pop(key, None)
            for row, line in batch.lines():
                gone.discard(row.key)
                coming.setdefault(row.month, {})[row.key] = line
        return coming, gone

    def _batches(self) -> Iterator[pending.Batch]:
        for number in self.waiting():
            with suppress(FileNotFoundError):  # settled since
                yield self.batch(number)

    def batch(self, number: int) -> pending.Batch:
        """The header of one waiting batch. Raises `Damaged` or `FileNotFoundError`."""
        return pending.read(self.folder / PENDING / pending.name(number))

    def catalogue(self, month: str) -> bytes:
        """The rows of a month, made from its file where they are missing."""
        from core.storing import shard

        try:
            return (self.folder / KEYS / f"{month}.tsv").read_bytes()
        except FileNotFoundError:
            _, _, places = shard.build(month, self.whole(month).values())
            return catalogue.write(places)
