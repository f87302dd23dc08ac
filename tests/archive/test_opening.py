"""What opening an archive makes good, and what it refuses."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from core import Archive, ArchiveError, Change
from core.pipeline import key_of
from tests.archive.notes import note, write_notes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of 12 notes, three in each of four months."""
    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(12))])
    return tmp_path / "archive"


def test_a_cut_month_is_set_aside_and_the_rest_goes_on(folder: Path) -> None:
    path = folder / "releases" / "2026-02.json"
    path.write_bytes(path.read_bytes()[:-300])
    with Archive(folder) as archive:
        (notice, *_) = [str(notice) for notice in archive.notices]
        assert "2026-02.json is damaged" in notice
        assert "2 releases can be read, 1 are lost" in notice
        assert archive.size[0] == archive.find("выставка").total == 11
        assert archive.check() == ()
    assert [p.name.partition("-")[2] for p in (folder / "damaged").iterdir()] == ["2026-02.json"]
    with Archive(folder) as archive:
        assert archive.notices == ()
        assert archive.add([folder.parent / "notes.jsonl"]).count("added") == 1


def test_a_garbled_month_does_not_stop_adding_nor_reindexing(folder: Path) -> None:
    path = folder / "releases" / "2026-02.json"
    data = bytearray(path.read_bytes())
    data[200:204] = b"\xff\x00}{"
    path.write_bytes(data)  # of the same size: not seen when the archive opens
    with Archive(folder) as archive:
        assert archive.find("выставка").total == 12
        assert archive.reindex() > 0
        assert any("2026-02.json is damaged" in str(notice) for notice in archive.notices)
        archive.add([write_notes(folder.parent / "more.jsonl", range(12, 24))])
        assert archive.find("номер 13").total == 1
        assert archive.check() == ()
        assert archive.size[0] == 23
        assert archive.add([folder.parent / "notes.jsonl"]).count("added") == 1


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"schema": "x"}', b"\xff\xfe"])
def test_a_broken_state_is_made_again(folder: Path, broken: bytes) -> None:
    (folder / "state.json").write_bytes(broken)
    with Archive(folder) as archive:
        assert any("state.json" in str(notice) for notice in archive.notices)
        assert archive.size[0] == archive.find("выставка").total == 12
        assert archive.check() == ()


def test_months_alone_are_enough(folder: Path) -> None:
    """Of everything but releases/ a new one is made."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.parent.name != "releases" and path.name != "releases":
            path.rmdir() if path.is_dir() else path.unlink()
    with Archive(folder) as archive:
        assert archive.find("выставка").total == 12
        assert archive.release("n3").text == note(3)
        assert archive.cards()[0].count == 12
        assert archive.check() == ()


def test_an_index_that_was_lost_is_made_again(folder: Path) -> None:
    for path in sorted((folder / "index").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with Archive(folder) as archive:
        assert archive.find("выставка").total == 12


def test_a_newer_archive_is_refused_in_a_sentence(folder: Path) -> None:
    told = json.loads((folder / "state.json").read_bytes())
    (folder / "state.json").write_text(json.dumps({**told, "schema": 7}), encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"newer depesha \(schema 7"):
        Archive(folder)


def test_an_older_archive_is_brought_up_to_date_after_a_backup(folder: Path) -> None:
    """Schema 0: releases without their key, in files that stock TinyDB wrote."""
    for path in (folder / "releases").iterdir():
        records = list(json.loads(path.read_bytes())["_default"].values())
        path.unlink()
        with TinyDB(path) as database:
            database.insert_multiple([{k: v for k, v in one.items() if k != "key"} for one in records])
    told = json.loads((folder / "state.json").read_bytes())
    (folder / "state.json").write_text(json.dumps({**told, "schema": 0}), encoding="utf-8")
    with Archive(folder) as archive:
        assert any("brought up to date" in str(notice) for notice in archive.notices)
        assert archive.release(key_of(note(5))).id == "n5"
        assert archive.find("выставка").total == 12
        assert archive.check() == ()
    (backup,) = (folder / "backups").iterdir()
    assert backup.name.startswith("schema-0-")
    with Archive(folder) as archive:
        assert archive.notices == ()


def test_broken_corrections_are_told_of_and_stop_nothing(folder: Path) -> None:
    (folder / "officials.toml").write_text("[[change]", encoding="utf-8")
    with Archive(folder) as archive:
        assert archive.find("выставка").total == 12
        assert len(archive.cards()) == 1
        assert any("officials.toml" in str(notice) for notice in archive.notices)
        archive.add([write_notes(folder.parent / "more.jsonl", range(12, 14))])
        with pytest.raises(ArchiveError, match=r"officials\.toml"):
            archive.correct(Change("hide", ("а|",)))
        (finding,) = archive.check(repair=True)
        assert finding.path == "officials.toml"
        assert archive.check() == ()


def test_a_correction_made_by_hand_holds_at_once(folder: Path) -> None:
    with Archive(folder) as archive:
        (card,) = archive.cards("Жумабаев")
    (folder / "officials.toml").write_text(
        f'[[change]]\ndo = "rename"\npeople = ["{card.key}"]\nname = "Б. Жумабаев"\n', encoding="utf-8"
    )
    with Archive(folder) as archive:
        facets = archive.find("выставка").facets["official"]
        assert [facet.label for facet in facets] == ["Б. Жумабаев"]
        assert archive.cards()[0].name == "Б. Жумабаев"


@pytest.mark.parametrize("where", [3, -40])
def test_a_garbled_batch_is_set_aside_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, where: int
) -> None:
    from core.archive.keeping import Keeper

    with monkeypatch.context() as patch, Archive(folder) as archive:
        patch.setattr(Keeper, "settle", lambda keeper: None)
        archive.add([write_notes(folder.parent / "more.jsonl", range(12, 16))])
    (path,) = (folder / "pending").iterdir()
    data = bytearray(path.read_bytes())
    data[where : where + 2] = b"\xff\x00"
    path.write_bytes(data)
    with Archive(folder) as archive:
        assert archive.size[0] >= 12
        assert archive.release("n3").text == note(3)
        archive.add([write_notes(folder.parent / "others.jsonl", range(16, 18))])
        assert archive.check() == ()
        kept = archive.size[0] - 14
        assert kept == (4 if where == 3 else 3)
        assert archive.find("выставка").total == 14 + kept
    assert len(list((folder / "damaged").iterdir())) == 1
