"""The user's own merges, splits, names and hidden false hits: one readable TOML file, undone from its end.

    [[change]]
    do = "merge"                      # merge | split | rename | hide
    people = ["хайко мас|DE", "хайко маас|DE"]
    at = "2026-03-12T10:00:00+00:00"

`people` are keys as `core.cards.spelling.key` makes them; `rename` also has `name`. The file belongs to the
archive, not to the index: rebuilding never touches it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import tomlkit

from core.errors import ArchiveError

KINDS = ("merge", "split", "rename", "hide")
_HEADER = "Corrections of officials, oldest first. Delete an entry to undo it."


@dataclass(frozen=True, slots=True)
class Change:
    """One correction. `people` are keys; `name` is the new name of a `rename`."""

    do: str
    people: tuple[str, ...]
    name: str | None = None
    at: str | None = None


def read(path: Path) -> tuple[Change, ...]:
    """The changes in the file, none where there is none. Raises `ArchiveError` on any other kind of file."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("change", [])
        return tuple(_change(entry) for entry in entries)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArchiveError(
            "{path} can't be read as corrections of officials ({why}). Mend it or move it away.",
            path=str(path),
            why=str(error),
        ) from error


def append(path: Path, change: Change) -> None:
    """Writes `change` at the end of the file, durably. Comments and order of the rest stay."""
    read(path)  # a broken file is told, never overwritten
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else _empty()
    if "change" not in document:
        document["change"] = tomlkit.aot()
    stamped = change if change.at else replace(change, at=datetime.now(UTC).isoformat(timespec="seconds"))
    document["change"].append(_table(stamped))
    _write(path, tomlkit.dumps(document))


def undo(path: Path) -> Change | None:
    """Takes the last change back and returns it; None where there is none."""
    changes = read(path)
    if not changes:
        return None
    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    if len(changes) == 1:
        del document["change"]
    else:
        del document["change"][-1]
    _write(path, tomlkit.dumps(document))
    return changes[-1]


def _change(entry: dict[str, Any]) -> Change:
    people = entry["people"]
    known = entry["do"] in KINDS and isinstance(people, list)
    if not known or any(not isinstance(key, str) for key in people):
        raise ValueError(f"unknown change {entry!r}")
    return Change(entry["do"], tuple(people), entry.get("name"), str(entry["at"]) if "at" in entry else None)


def _empty() -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEADER))
    return document


def _table(change: Change) -> Any:
    table = tomlkit.table()
    fields: Sequence[tuple[str, Any]] = (
        ("do", change.do),
        ("people", list(change.people)),
        ("name", change.name),
        ("at", change.at),
    )
    for name, value in fields:
        if value is not None:
            table[name] = value
    return table


def _write(path: Path, text: str) -> None:
    with NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
