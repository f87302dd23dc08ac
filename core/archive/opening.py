"""What opening an archive looks after: an older version, a cut file, a crash between store and index.

A few milliseconds when all is well: the state is read, the months' files are asked for their size, and the
stamps of store and index are compared. Nothing is mended while another process writes, nor where this one may
not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import ArchiveError, Busy, Message
from core.storing.layout import BACKUPS
from core.storing.schema import SCHEMA
from core.storing.state import Unreadable
from core.storing.store import Store

if TYPE_CHECKING:
    from core.archive.keeping import Keeper


def is_well(store: Store, index_stamp: str) -> bool:
    """True if there is nothing to look after. Raises `ArchiveError` for an archive of a newer version."""
    try:
        known = store.state
    except Unreadable:
        return False
    if known is None:
        return not store.months()
    return known.schema == SCHEMA and not odd_months(store) and store.stamp == index_stamp


def odd_months(store: Store) -> list[str]:
    """Months whose file is missing, unknown, or of another size than it should be."""
    known, sizes = store.state, store.sizes()
    if known is None:
        return sorted(sizes)
    return sorted(
        month
        for month in {*sizes, *known.months}
        if month not in known.months or sizes.get(month) != known.months[month].bytes
    )


def look_after(keeper: Keeper) -> None:
    """Makes good what can be made good now and here, and notes what the user should know of it."""
    if not keeper.is_writable():
        _only_read(keeper)
        return
    try:
        with keeper.holding(wait=0):
            _mend(keeper)
    except Busy:  # a writer is between two steps: nothing is broken
        return


def _mend(keeper: Keeper) -> None:
    store = keeper.store
    try:
        known = store.state
    except Unreadable:
        known = None
    if known is None:
        keeper.repair(None)
        return
    if known.schema < SCHEMA:
        keeper.notices.append(_migrate(keeper, known.schema))
    keeper.mend()
    if store.waiting() and odd_months(store):  # broken off while it was settled
        keeper.settle()
    if months := odd_months(store):
        keeper.repair(months)


def _migrate(keeper: Keeper, schema: int) -> Message:
    from datetime import datetime

    from core.archive.packing import pack
    from core.storing import durable
    from core.storing.layout import Damaged
    from core.storing.migrating import migrate

    folder = keeper.store.folder / BACKUPS
    durable.make_folder(folder)
    file = folder / f"schema-{schema}-{datetime.now():%Y%m%dT%H%M%S}.zip"
    pack(keeper.store.folder, file)
    try:
        migrate(keeper.store)
    except Damaged as error:
        raise ArchiveError(
            "{path} is of an older version and can't be brought up to date ({why}). A backup is in {file}.",
            path=str(keeper.store.folder),
            why=str(error),
            file=str(file),
        ) from error
    keeper.people.renew(anew=True)
    return Message(
        "The archive was brought up to date; as it was before is kept in {file}.", {"file": str(file)}
    )


def _only_read(keeper: Keeper) -> None:
    """For an archive that may only be read: an index of its own, made for now, where that does not fit."""
    known = keeper.store.state
    if known is not None and known.schema < SCHEMA:
        raise ArchiveError(
            "{path} is of an older version and can't be written to. Copy it to where it can be converted.",
            path=str(keeper.store.folder),
        )
    if known is None or keeper.follows(known):
        return
    keeper.borrow_index()
    keeper.notices.append(
        Message("The index does not fit, and the archive can't be written to: one was made for now.")
    )
