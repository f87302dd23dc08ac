"""Russian for the screen."""

from __future__ import annotations

TABLE: dict[str, str] = {}
