import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from core import Archive
from tests.archive.notes import write_notes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of 12 notes, three in each of four months."""
    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(12))])
    return tmp_path / "archive"


def paths(archive: Archive, *, repair: bool = False) -> list[str]:
    return [finding.path for finding in archive.check(repair=repair)]


def assert_mended(archive: Archive, expected: list[str], releases: int) -> None:
    """The findings, before and while they are mended, and nothing afterwards."""
    assert [path for path in paths(archive) if path in expected] == expected
    assert set(expected) <= set(paths(archive, repair=True))
    assert archive.check() == ()
    assert archive.size[0] == archive.find("выставка").total == releases


def test_a_sound_archive_has_no_findings(folder: Path) -> None:
    with Archive(folder) as archive:
        assert archive.check() == archive.check(repair=True) == ()


def test_garbled_text_in_a_month(folder: Path) -> None:
    path = folder / "releases" / "2026-01.json"
    path.write_bytes(path.read_bytes().replace("выставку".encode(), "выдавкуу".encode(), 1))
    with Archive(folder) as archive:
        assert_mended(archive, ["releases/2026-01.json"], 11)
    assert len(list((folder / "damaged").iterdir())) == 1


def test_a_month_that_stock_tinydb_changed_is_taken_as_it_is(folder: Path) -> None:
    with TinyDB(folder / "releases" / "2026-01.json") as database:
        database.update({"sender": "NO"}, doc_ids=[1])
    with Archive(folder) as archive:
        assert archive.check() == ()  # opening has seen the other size
        assert any("another program" in str(notice) for notice in archive.notices)
        assert next(archive.releases()).sender == "NO"


def test_a_month_that_is_missing(folder: Path) -> None:
    with Archive(folder) as archive:
        (folder / "releases" / "2026-03.json").unlink()
        (finding, *_) = archive.check()
        assert (finding.path, finding.message.values["n"]) == ("releases/2026-03.json", 3)
        assert_mended(archive, ["releases/2026-03.json"], 9)


@pytest.mark.parametrize("name", ["keys/2026-02.tsv", "people/2026-02.json"])
@pytest.mark.parametrize("broken", [None, b"", b"\n1\t2\t3\t4\t5\n"])
def test_what_is_derived_is_made_again(folder: Path, name: str, broken: bytes | None) -> None:
    with Archive(folder) as archive:
        (folder / name).unlink()
        if broken is not None:
            (folder / name).write_bytes(broken)
        assert archive.release("n1").id == "n1"
        assert_mended(archive, [name], 12)
        assert archive.release("n1").id == "n1"


def test_a_temporary_file_that_was_left(folder: Path) -> None:
    (folder / "releases" / ".2026-03.json.abc.tmp").write_bytes(b"{")
    with Archive(folder) as archive:
        assert_mended(archive, ["releases/.2026-03.json.abc.tmp"], 12)


def test_an_index_of_another_archive(folder: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "other") as other:
        other.add([write_notes(tmp_path / "other.jsonl", range(50, 53))])
    with Archive(folder) as archive:
        from core.searching import build

        with Archive(tmp_path / "other") as other:
            state = json.loads((folder / "state.json").read_bytes())
            build(folder / "index", other.releases(), f"{state['archive']}-{state['number']}")
        archive.refresh()
        (finding,) = archive.check()
        assert (finding.path, finding.mended) == ("index", False)
        assert_mended(archive, ["index"], 12)
