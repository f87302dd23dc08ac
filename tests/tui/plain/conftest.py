"""An archive of the samples, and the real program run on it as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from core import SAMPLES, Archive

PROGRAM = Path(sys.executable).with_name("depesha")


class Ran(NamedTuple):
    """What a command printed, and its exit status."""

    out: str
    err: str
    status: int

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Ran]


def environment(home: Path, archive: Path, lang: str = "en") -> dict[str, str]:
    """A clean environment with a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "DEPESHA_LANG": lang,
        "DEPESHA_ARCHIVE": str(archive),
        "PYTHONUTF8": "1",
    }


def run_in(home: Path, archive: Path, *words: str, lang: str = "en", given: str = "") -> Ran:
    """Runs `depesha` with `words`; `given` is its standard input."""
    done = subprocess.run(
        [str(PROGRAM), *words],
        input=given,
        capture_output=True,
        encoding="utf-8",
        env=environment(home, archive, lang),
        cwd=SAMPLES.parent,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.stdout, done.stderr, done.returncode)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of an archive that holds the samples. Tests read it only."""
    folder = tmp_path_factory.mktemp("samples") / "archive"
    with Archive(folder) as archive:
        report = archive.add(sorted(SAMPLES.glob("*.txt")))
    assert report.count("added") == 24, report
    yield folder


@pytest.fixture
def ask(tmp_path: Path, samples: Path) -> Run:
    """Runs a command on the archive of samples: ask("find", "конституция")."""
    return lambda *words, **more: run_in(tmp_path, samples, *words, **more)


@pytest.fixture
def own(tmp_path: Path) -> Run:
    """Runs a command on an empty archive of the test's own."""
    return lambda *words, **more: run_in(tmp_path, tmp_path / "archive", *words, **more)
