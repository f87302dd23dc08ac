import stat
import zipfile
from pathlib import Path

import pytest

from core import SAMPLES, Archive, ArchiveError, Change
from tests.archive.notes import write_notes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of notes, with a correction."""
    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(12))])
        archive.correct(Change("rename", archive.cards()[0].spellings, "Б. Жумабаев"))
    return tmp_path / "archive"


def contents(folder: Path) -> dict[str, bytes]:
    """The months' files and all that is derived of them, but for the index."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("releases", "keys", "people")
        for path in (folder / name).iterdir()
    }


def test_a_backup_makes_the_same_archive_again(folder: Path, tmp_path: Path) -> None:
    with Archive(folder) as archive:
        archive.backup(tmp_path / "b.zip")
    Archive.restore(tmp_path / "b.zip", tmp_path / "again")
    assert contents(tmp_path / "again") == contents(folder)
    assert stat.S_IMODE((tmp_path / "again").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    with Archive(tmp_path / "again") as archive:
        assert archive.notices == archive.check() == ()
        assert archive.find("выставка").total == 12
        assert archive.cards()[0].name == "Б. Жумабаев"
        archive.backup(tmp_path / "c.zip")
    assert (tmp_path / "c.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_export_makes_the_same_archive_again(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive") as archive:
        archive.add([SAMPLES, write_notes(tmp_path / "notes.jsonl", range(5))])
        lines = [f"{line}\n" for line in archive.export()]
    (tmp_path / "export.jsonl").write_text("".join(lines), encoding="utf-8")
    with Archive(tmp_path / "again") as archive:
        archive.add([tmp_path / "export.jsonl"])
        assert [f"{line}\n" for line in archive.export()] == lines
        assert archive.check() == ()
    assert contents(tmp_path / "again") == contents(tmp_path / "archive")


def test_restoring_needs_an_empty_folder(folder: Path, tmp_path: Path) -> None:
    with Archive(folder) as archive:
        archive.backup(tmp_path / "b.zip")
    with pytest.raises(ArchiveError, match="not empty"):
        Archive.restore(tmp_path / "b.zip", folder)
    (tmp_path / "empty").mkdir()
    Archive.restore(tmp_path / "b.zip", tmp_path / "empty")
    with Archive(tmp_path / "empty") as archive:
        assert archive.size[0] == 12


def broken(made: Path, by: str, path: Path) -> None:
    """A backup that is damaged or hostile in one way."""
    if by == "cut":
        path.write_bytes(made.read_bytes()[:-200])
        return
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if by == "garbled" and name.startswith("releases/"):
                data = data.replace(b"text", b"taxt")
            if by != "foreign":
                target.writestr(name, data)
        if by == "outside":
            target.writestr("../escaped.json", b"{}")
        if by == "hidden":
            target.writestr("releases/../../escaped.json", b"{}")
        if by == "foreign":
            target.writestr("letter.txt", b"hello")
        if by == "more":
            target.writestr("releases/2031-01.json", b"{}")


@pytest.mark.parametrize("by", ["cut", "garbled", "outside", "hidden", "foreign", "more"])
def test_a_backup_that_is_none_is_refused_and_leaves_nothing(folder: Path, tmp_path: Path, by: str) -> None:
    with Archive(folder) as archive:
        archive.backup(tmp_path / "b.zip")
    broken(tmp_path / "b.zip", by, tmp_path / "bad.zip")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(ArchiveError):
        Archive.restore(tmp_path / "bad.zip", tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_backup_that_would_unpack_to_more_than_the_disk_has_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(folder) as archive:
        archive.backup(tmp_path / "b.zip")
    from shutil import disk_usage

    monkeypatch.setattr("shutil.disk_usage", lambda path: disk_usage(path)._replace(free=100))
    with pytest.raises(ArchiveError, match="more than there is room for"):
        Archive.restore(tmp_path / "b.zip", tmp_path / "again")


def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    with Archive(tmp_path / "none") as archive, pytest.raises(ArchiveError, match="no archive"):
        archive.backup(tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []
