"""Pressing keys and waiting until all that they set off has been shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot

from tui.app import Depesha


async def settled(pilot: Pilot[int]) -> None:
    """Waits until no question is open and the reader has followed the cursor."""
    app = pilot.app
    assert isinstance(app, Depesha)

    def still() -> bool:
        return bool(app.found) and not app.work.busy and app.main.settled

    await until(pilot, still)
    await pilot.pause()
    while not still():  # what was handled in the pause may have set off more
        await until(pilot, still)
        await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys one after the other, each once the one before has been answered."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def typed(pilot: Pilot[int], text: str) -> None:
    """Types letters as fast as they go in, and waits for the last answer."""
    await pilot.press(*("space" if letter == " " else letter for letter in text))
    await settled(pilot)


async def until(pilot: Pilot[int], condition: Callable[[], object], patience: float = 20.0) -> None:
    """Waits until a condition holds. Raises `TimeoutError` when it never does."""
    async with asyncio.timeout(patience):
        while not condition():
            await asyncio.sleep(0.005)
    await pilot.pause()
