"""Russian for the plain commands."""

from __future__ import annotations

TABLE: dict[str, str] = {}
