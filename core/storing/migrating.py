"""Bringing the files of an older archive up to the schema of today.

Called with the lock held, after a backup. Broken off anywhere it can be done again.
"""

from __future__ import annotations

import json

from core.storing import durable, settling, state
from core.storing.layout import KEYS, PENDING, RELEASES, Damaged, batch_name
from core.storing.schema import SCHEMA, STEPS, Record
from core.storing.state import Month, State
from core.storing.store import Store


def migrate(store: Store) -> None:
    """Rewrites every month's file, what waited in batches included.

    Raises `Damaged` where a file can't be read.
    """
    known = settling.prepare(store)
    coming, gone = store.changes()
    waiting = store.waiting()
    months: dict[str, Month] = {}
    for month in sorted({*store.months(), *coming}):
        records = _records(store, month, known.schema) if store.path(month).exists() else {}
        for read in coming.get(month, {}).values():
            record = _brought_up(json.loads(read()), known.schema)
            records[record["key"]] = record
        lines = [
            json.dumps(record, ensure_ascii=False).encode()
            for key, record in records.items()
            if key not in gone
        ]
        if lines:
            months[month] = settling.write_month(store, month, lines)
    for name in (RELEASES, KEYS):
        durable.sync_folder(store.folder / name)
    number = max([known.number, *waiting])
    state.write(store.folder, State(known.archive, number, months, SCHEMA))
    for number in waiting:
        durable.remove(store.folder / PENDING / batch_name(number))


def _records(store: Store, month: str, schema: int) -> dict[str, Record]:
    """The releases of a month's file by key.

    A month that was rewritten before a break is of today's schema.
    """
    try:
        told = json.loads(store.path(month).read_bytes())
        written = told.get("about", {}).get("1", {}).get("schema", schema)
        records = [_brought_up(record, written) for record in told["_default"].values()]
        return {record["key"]: record for record in records}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(f"{store.path(month).name}: {error}") from error


def _brought_up(record: Record, schema: int) -> Record:
    for step in range(schema, SCHEMA):
        record = STEPS[step](record)
    return record
