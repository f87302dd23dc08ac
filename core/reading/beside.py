"""What a side file says of the release beside it: `a.json` by `a.txt` may hold its date, title and address.

Collections keep so what is known from outside of a text: {"date": "2026-03-12", "title": …, "url": …}.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.reading import dates

SIDE = ".json"
_BYTES = 64 * 1024  # a larger file is no side file


@dataclass(frozen=True, slots=True)
class Beside:
    """Date (ISO), title and address, as far as they are told."""

    date: str | None = None
    title: str | None = None
    url: str | None = None


def told(path: Path) -> Beside:
    """What the side file of `path` tells; nothing where there is none, or one that can't be read."""
    if path.suffix.lower() == SIDE:
        return Beside()
    try:
        with path.with_suffix(SIDE).open("rb") as file:
            data = file.read(_BYTES + 1)
        known = json.loads(data) if len(data) <= _BYTES else None
    except (OSError, ValueError, RecursionError):
        return Beside()
    return _beside(known) if isinstance(known, dict) else Beside()


def _beside(known: dict[str, object]) -> Beside:
    title = known.get("title")
    url = known.get("url") or known.get("source_url")
    is_address = isinstance(url, str) and url.startswith(("http://", "https://"))
    return Beside(
        date=dates.iso(known.get("date")),
        title=title if isinstance(title, str) and title.strip() else None,
        url=str(url) if is_address else None,
    )
