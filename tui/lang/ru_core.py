"""Russian for the sentences of the core: its refusals, errors and notices."""

from __future__ import annotations

TABLE: dict[str, str] = {}
