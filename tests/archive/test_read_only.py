"""An archive that may only be read, because permissions or the file system forbid to write."""

import ctypes
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core import Archive
from tests.archive.notes import write_notes

READ = """
import json, os, sys
from core import Archive, ArchiveError, Choice, Narrowing
folder = sys.argv[1]
told = {"may write": os.access(folder, os.W_OK)}
with Archive(folder) as archive:
    hits = archive.find("выставка", limit=100, excerpts=True)
    told["found"] = hits.total
    told["official"] = hits.facets["official"][0].label
    told["texts"] = len({archive.release(hit.key).text for hit in hits.rows})
    told["card"] = len(archive.card(archive.cards()[0].key).dispatches)
    told["exported"] = len(list(archive.export()))
    told["findings"] = [str(finding.message) for finding in archive.check()]
    told["notices"] = [str(notice) for notice in archive.notices]
    try:
        archive.add([sys.argv[2]])
    except ArchiveError as error:
        told["refused"] = str(error)
print(json.dumps(told))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of 12 notes that nobody may write to."""
    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(12))])
    return tmp_path / "archive"


def heed_permissions() -> None:
    """Gives up what makes root write where permissions forbid it; others have nothing to give up."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP, heeded at the next exec


def lock_up(folder: Path) -> None:
    """Everybody may read, nobody may write."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def read(folder: Path, source: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder), str(source)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=heed_permissions,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


WHOLE = {"found": 12, "official": "Берик Жумабаев", "texts": 12, "card": 12, "exported": 12, "findings": []}


def test_it_is_read_and_searched_in_full(folder: Path, tmp_path: Path) -> None:
    lock_up(folder)
    before = sorted(path.name for path in folder.rglob("*"))
    told = read(folder, tmp_path / "notes.jsonl")
    assert told["may write"] is False
    assert {name: told[name] for name in WHOLE} == WHOLE
    assert told["notices"] == []
    assert "can't be written to" in str(told["refused"])
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_without_an_index_one_is_made_for_now(folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder / "index")
    lock_up(folder)
    told = read(folder, tmp_path / "notes.jsonl")
    assert {name: told[name] for name in WHOLE} == WHOLE
    assert "one was made for now" in str(told["notices"])
    assert not (folder / "index").exists()


def test_what_waits_is_read_too(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.archive.keeping import Keeper

    monkeypatch.setattr(Keeper, "settle", lambda keeper: None)
    with Archive(folder) as archive:
        archive.add([write_notes(tmp_path / "more.jsonl", range(12, 20))])
    lock_up(folder)
    told = read(folder, tmp_path / "notes.jsonl")
    assert (told["found"], told["texts"], told["exported"]) == (20, 20, 20)
