"""The real screen on an archive of the samples, annotated by their gold so that pictures stay."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import core.pipeline
from core import SAMPLES, Archive, Document, Release
from tests.tui.reader import gold
from tui import lang
from tui.app import Depesha
from tui.state import Looks, State

Open = Callable[..., Depesha]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of all samples; not to be written to."""
    annotate = core.pipeline.process

    def by_gold(document: Document) -> Release:
        release, known = annotate(document), gold.release(document.id)
        return replace(known, key=release.key, tokens=release.tokens, lemmas=release.lemmas)

    folder = tmp_path_factory.mktemp("samples") / "archive"
    with pytest.MonkeyPatch.context() as patch, Archive(folder) as archive:
        patch.setattr(core.pipeline, "process", by_gold)
        report = archive.add(sorted(SAMPLES.glob("*.txt")))
    assert report.count("added") == len(report.results) > 20
    return folder


@pytest.fixture
def copy(samples: Path, tmp_path: Path) -> Path:
    """An archive of the samples that may be written to."""
    return Path(shutil.copytree(samples, tmp_path / "archive"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, and Russian."""
    for name in ("NO_COLOR", "DEPESHA_ARCHIVE", "DEPESHA_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DEPESHA_STATE", str(tmp_path / "state"))
    lang.use("ru")
    yield tmp_path
    lang.use(None)


@pytest.fixture
def screen(samples: Path) -> Iterator[Open]:
    """Makes the application on the samples, or on another folder."""
    archives: list[Archive] = []

    def make(
        folder: Path = samples, *, state: State | None = None, theme: str = "", **more: object
    ) -> Depesha:
        archives.append(Archive(folder))
        return Depesha(archives[-1], state=state or State(), looks=Looks(theme=theme), **more)  # type: ignore[arg-type]

    yield make
    for archive in archives:
        archive.close()
