import json
import os
import stat
from pathlib import Path

import pytest

from core import Archive, ArchiveError, Progress
from core.archive import adding, keeping
from core.pipeline import key_of
from tests.archive.notes import note, write_notes


def test_releases_come_in_once_and_are_found(tmp_path: Path) -> None:
    source = write_notes(tmp_path / "notes.jsonl", range(12))
    with Archive(tmp_path / "archive") as archive:
        assert archive.add([source]).count("added") == 12
        again = archive.add([source])
        assert (again.count("added"), again.count("known")) == (0, 12)
        assert archive.size[0] == 12
        assert archive.find("выставка").total == 12
        assert archive.find("номер 7").rows[0].release_id == "n7"
        assert archive.release("n7").text == note(7)
        assert archive.release(key_of(note(7))[:10]).id == "n7"
        assert [release.id for release in archive.releases()][0] in {"n0", "n4", "n8"}  # by date


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(
        b'{"id": 1}\n{"text": "\\ud800 ' + "Половина знака.".encode() + b'"}\nnot json\n'
        + json.dumps({"text": note(1)}).encode() + b"\n"
    )  # fmt: skip
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "bad\nname.txt").write_text(note(2), encoding="utf-8")
    (tmp_path / "good.txt").write_text(note(3), encoding="utf-8")
    with Archive(tmp_path / "archive") as archive:
        names = ("bad.jsonl", "bad.docx", "bad\nname.txt", "none", "good.txt")
        report = archive.add([tmp_path / name for name in names])
        states = [result.state for result in report.results]
        assert states.count("added") == 3
        assert states[-1] == "added"
        assert all(result.reason for result in report.results if result.state == "refused")
        assert archive.release("bad\nname").text == note(2)


def test_a_text_that_comes_twice_in_one_heap_is_added_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(note(1), encoding="utf-8")
    with Archive(tmp_path / "archive") as archive:
        report = archive.add([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [result.state for result in report.results] == ["added", "known"]


def test_progress_counts_what_is_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH_RELEASES", 4)
    source = write_notes(tmp_path / "notes.jsonl", range(10))
    told: list[tuple[int, int]] = []

    def progress(now: Progress) -> None:
        with Archive(tmp_path / "archive") as other:
            told.append((now.done, other.find("выставка").total))

    with Archive(tmp_path / "archive") as archive:
        archive.add([source], progress=progress)
    assert told == [(4, 4), (8, 8), (10, 10)]


def test_stopping_keeps_what_was_read_and_says_so(tmp_path: Path) -> None:
    source = write_notes(tmp_path / "notes.jsonl", range(10))
    asked = iter([False] * 3 + [True] * 9)
    with Archive(tmp_path / "archive") as archive:
        report = archive.add([source], stop=lambda: next(asked))
        assert (report.stopped, report.count("added"), archive.size[0]) == (True, 3, 3)
        assert archive.add([source]).count("added") == 7


def test_worker_processes_give_the_same_archive(tmp_path: Path) -> None:
    source = write_notes(tmp_path / "notes.jsonl", range(12))
    exported = []
    for jobs in (1, 2):
        with Archive(tmp_path / f"{jobs}") as archive:
            report = archive.add([source], jobs=jobs)
            assert [result.source for result in report.results] == [f"{source}:{n}" for n in range(1, 13)]
            exported.append(list(archive.export()))
    months = [sorted((tmp_path / name / "releases").iterdir()) for name in ("1", "2")]
    assert exported[0] == exported[1]
    assert [path.read_bytes() for path in months[0]] == [path.read_bytes() for path in months[1]]


def test_what_waits_is_settled_before_it_is_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH_RELEASES", 5)
    monkeypatch.setattr(keeping, "SETTLE_BYTES", 1)
    source = write_notes(tmp_path / "notes.jsonl", range(60))
    waiting = []
    with Archive(tmp_path / "archive") as archive:
        folder = tmp_path / "archive" / "pending"
        archive.add([source], progress=lambda _: waiting.append(len(list(folder.iterdir()))))
        assert list(folder.iterdir()) == []
        assert len(archive.find("выставка", limit=100).rows) == 60
    assert max(waiting) < 6


def test_a_month_is_found_by_stock_tinydb(tmp_path: Path) -> None:
    from tinydb import TinyDB

    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(8))])
    files = sorted((tmp_path / "archive" / "releases").iterdir())
    assert [path.name for path in files] == [f"2026-0{n}.json" for n in range(1, 5)]
    texts = set()
    for path in files:
        with TinyDB(path) as database:
            texts |= {document["text"] for document in database}
    assert texts == {note(n) for n in range(8)}


def test_releases_go_out_again(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive") as archive:
        archive.add([write_notes(tmp_path / "notes.jsonl", range(8))])
        gone = [archive.release("n3").key, archive.release("n7").key]
        assert archive.remove([*gone, "0" * 32]) == 2
        assert archive.size[0] == archive.find("выставка").total == 6
        assert archive.check() == ()
        assert archive.cards()[0].count == 6
        with pytest.raises(ArchiveError, match="no release n3"):
            archive.release("n3")
        assert archive.add([tmp_path / "notes.jsonl"]).count("added") == 2
    assert not (tmp_path / "archive" / "releases" / "2026-05.json").exists()


def test_nothing_is_made_before_something_is_added(tmp_path: Path) -> None:
    with Archive(tmp_path / "none" / "archive") as archive:
        assert archive.find("посол").total == 0
        assert archive.size == (0, 0)
        assert archive.cards() == archive.check() == ()
        assert list(archive.releases()) == []
    assert not (tmp_path / "none").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.doc").write_bytes(b"mine")
    with Archive(tmp_path) as archive, pytest.raises(ArchiveError, match=r"letters\.doc"):
        archive.add([tmp_path])
    assert [path.name for path in tmp_path.iterdir()] == ["letters.doc"]
    with pytest.raises(ArchiveError, match="no folder"):
        Archive(tmp_path / "letters.doc")


def test_everything_in_an_archive_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Archive(tmp_path / "archive") as archive:
            archive.add([write_notes(tmp_path / "notes.jsonl", range(3))])
    finally:
        os.umask(before)
    found = [tmp_path / "archive", *(tmp_path / "archive").rglob("*")]
    open_to_others = [p for p in found if stat.S_IMODE(p.stat().st_mode) & 0o077]
    assert open_to_others == []


def test_ids_that_several_have_ask_for_the_key(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "001.txt").write_text(note(ord(folder)), encoding="utf-8")
    with Archive(tmp_path / "archive") as archive:
        archive.add([tmp_path / "a", tmp_path / "b"])
        with pytest.raises(ArchiveError, match="Use the key"):
            archive.release("001")
