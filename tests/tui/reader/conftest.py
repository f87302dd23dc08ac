"""An archive of the samples as their gold has them, and the screen opened on it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from core import Archive
from core.storing import records
from tests.tui.reader.gold import release
from tui import lang
from tui.app import Depesha
from tui.state import Looks, State, Wish

SAMPLES = tuple(f"{number:03}" for number in range(24))
PATIENCE = 10.0  # seconds until a test gives up
Open = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    lang.use("en")
    yield
    lang.use(None)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, made once; not to be changed."""
    folder = tmp_path_factory.mktemp("gold") / "archive"
    with Archive(folder) as archive:
        keeper = archive._keeper
        keeper.begin()
        keeper.keep({one.key: records.encode(one) for one in map(release, SAMPLES)})
        keeper.end()
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one's own, and a state folder beside it."""
    monkeypatch.setenv("DEPESHA_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(filled, tmp_path / "archive"))


@pytest.fixture
def opened(folder: Path) -> Open:
    """Opens the screen: `async with opened("конституция", size=(80, 24)) as pilot`."""

    @asynccontextmanager
    async def start(
        query: str = "", *, pane: str = "reader", size: tuple[int, int] = (80, 24), theme: str = ""
    ) -> AsyncIterator[Pilot[int]]:
        with Archive(folder) as archive:
            state = State(wish=Wish(query=query), pane=pane)
            app = Depesha(archive, state=state, looks=Looks(theme=theme))
            async with app.run_test(size=size) as pilot:
                await until(pilot, lambda: app.main.reader.walk is not None)
                yield pilot

    return start


async def until(pilot: Pilot[int], met: Callable[[], object]) -> None:
    """Lets the screen go on until a condition holds; fails where it never does."""
    for _ in range(int(PATIENCE / 0.01)):
        await pilot.pause(0.01)
        if met():
            await pilot.pause()
            return
    pytest.fail(f"never came true; footer: {screen_of(pilot).told!r}")


def screen_of(pilot: Pilot[int]) -> Depesha:
    """The application under the pilot."""
    app = pilot.app
    assert isinstance(app, Depesha)
    return app
