"""state.json: the schema, the number of the last batch that was settled, what the months' files should be.

Small, so that opening an archive reads nothing else. It can be made again from the months' files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from core.storing import durable
from core.storing.layout import STATE
from core.storing.schema import SCHEMA, refuse_newer


class Unreadable(ValueError):
    """state.json is there and says nothing usable."""


class Month(NamedTuple):
    """What a month's file should be: what stands in it, its size in bytes, the checksum of its releases."""

    releases: int
    dispatches: int
    bytes: int
    checksum: str


class State(NamedTuple):
    """The state of the store. `archive` tells archives apart, `number` is that of the last settled batch."""

    archive: str
    number: int = 0
    months: Mapping[str, Month] = MappingProxyType({})
    schema: int = SCHEMA


def fresh() -> State:
    """The state of a new archive."""
    return State(os.urandom(16).hex())


def read(folder: Path) -> State | None:
    """The state; None where there is none.

    Raises `Unreadable`, and `ArchiveError` if depesha is too old for it.
    """
    try:
        told = json.loads((folder / STATE).read_bytes())
        schema = told["schema"]
        refuse_newer(folder, schema)
        months = {name: Month(**month) for name, month in told["months"].items()}
        return State(str(told["archive"]), int(told["number"]), months, int(schema))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(str(error)) from error


def write(folder: Path, state: State) -> None:
    """Writes the state, durably."""
    told = {
        "schema": state.schema,
        "archive": state.archive,
        "number": state.number,
        "months": {name: month._asdict() for name, month in sorted(state.months.items())},
    }
    durable.write(folder / STATE, json.dumps(told, indent=1).encode())
    durable.sync_folder(folder)
