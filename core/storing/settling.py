"""Changing the store: batches that are safe at once, and their settling into the months' files.

Everything here is called with the lock held.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from core.errors import ArchiveError
from core.storing import catalogue, durable, pending, shard, state
from core.storing.catalogue import Place
from core.storing.layout import KEYS, OWN, PENDING, PEOPLE, RELEASES, STATE, batch_name, batch_numbers
from core.storing.state import Month, State
from core.storing.store import Reader, Store


class Derived(Protocol):
    """What else is made from whole months, and must be there before their batches are forgotten."""

    def month(self, name: str, lines: Iterable[bytes]) -> None:
        """A month's file now holds these releases, lines of JSON; none if the month is gone."""

    def done(self) -> None:
        """All months were told."""


def refuse_foreign(folder: Path) -> None:
    """Raises `ArchiveError` for a folder that holds something else than an archive."""
    if not folder.is_dir() or (folder / STATE).exists():
        return
    other = sorted(path.name for path in folder.iterdir() if not _is_own(path.name))
    if other:
        raise ArchiveError(
            "{path} is no archive: it holds {other}. Name an empty or a new folder.",
            path=str(folder),
            other=", ".join(other[:3]),
        )


def _is_own(name: str) -> bool:
    return name in OWN or durable.is_unfinished(name)


def prepare(store: Store) -> State:
    """Makes the folders of an archive, or finds them there."""
    known = store.state
    for name in ("", RELEASES, PENDING, KEYS):
        durable.make_folder(store.folder / name)
    if known is None:
        known = state.fresh()
        state.write(store.folder, known)
    return known


def put(store: Store, lines: Sequence[bytes], removed: Collection[str] = ()) -> str:
    """Writes a batch, durably; the stamp of the store with it. Raises `OSError`, then nothing changed."""
    known = prepare(store)
    number = store.number + 1
    path = store.folder / PENDING / batch_name(number)
    durable.write(path, pending.build(number, lines, _where(store, removed)))
    durable.sync_folder(path.parent)
    return f"{known.archive}-{number}"


def take_back(store: Store, stamp: str) -> None:
    """Undoes the `put` that gave `stamp`, because what belongs to it failed."""
    path = store.folder / PENDING / batch_name(int(stamp.rpartition("-")[2]))
    with suppress(OSError):
        durable.remove(path)
        durable.sync_folder(path.parent)


def settle(store: Store, derived: Derived) -> None:
    """Puts the waiting batches into their months' files. May be broken off anywhere and done again.

    Raises `Damaged` for a batch and `DamagedMonth` for a month that can't be read.
    """
    waiting = store.waiting()
    if waiting:
        coming, gone = store.changes(strict=True)
        before = prepare(store)
        months = dict(before.months)
        for month in sorted({*coming, *gone.values()}):
            _rewrite(store, month, coming.get(month, {}), gone, months, derived)
        for name in (RELEASES, KEYS):
            durable.sync_folder(store.folder / name)
        derived.done()
        state.write(store.folder, State(before.archive, waiting[-1], months))
    _forget(store)


def _forget(store: Store) -> None:
    """Removes the batches that are settled, and what writes left that were broken off."""
    for name in ("", RELEASES, PENDING, KEYS, PEOPLE):
        durable.clear(store.folder / name)
    folder = store.folder / PENDING
    known = store.state
    settled = [number for number in batch_numbers(folder) if known and number <= known.number]
    for number in settled:
        durable.remove(folder / batch_name(number))
    if settled:
        durable.sync_folder(folder)


def _where(store: Store, keys: Collection[str]) -> dict[str, str]:
    """The month of each release.

    It is noted beforehand: after a break the month may be without them already.
    """
    wanted = set(keys)
    standing = {
        key: month for month in store.months() if wanted for key in catalogue.keys(store.catalogue(month))
    }
    waiting = {key: month for month, lines in store.changes()[0].items() for key in lines}
    return {key: month for key, month in (standing | waiting).items() if key in wanted}


def _rewrite(
    store: Store,
    month: str,
    coming: Mapping[str, Reader],
    gone: Mapping[str, str],
    months: dict[str, Month],
    derived: Derived,
) -> None:
    """Writes one month's file anew, with what is derived from it."""
    lines: dict[str, bytes] = {}
    with suppress(FileNotFoundError):
        lines = {key: line for key, line in store.whole(month).items() if key not in gone}
    lines.update((key, read()) for key, read in coming.items())
    if lines:
        months[month] = write_month(store, month, lines.values())
    else:
        durable.remove(store.path(month))
        durable.remove(store.folder / KEYS / f"{month}.tsv")
        months.pop(month, None)
    derived.month(month, lines.values())


def write_month(store: Store, month: str, lines: Iterable[bytes]) -> Month:
    """Writes a month's file and its rows in the catalogue; what the state should say of it."""
    data, about, places = shard.build(month, lines)
    durable.write(store.path(month), data)
    _write_rows(store, month, places)
    return Month(about.releases, sum(place.dispatches for place in places), len(data), about.checksum)


def write_rows(store: Store, month: str, lines: Iterable[bytes]) -> None:
    """Writes the rows of a month in the catalogue; its file stands already."""
    _write_rows(store, month, shard.build(month, lines)[2])


def _write_rows(store: Store, month: str, places: Iterable[Place]) -> None:
    durable.make_folder(store.folder / KEYS)
    durable.write(store.folder / KEYS / f"{month}.tsv", catalogue.write(places))
