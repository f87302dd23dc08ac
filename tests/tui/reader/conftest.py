"""English, whatever the machine speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui import lang


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    lang.use("en")
    yield
    lang.use(None)
