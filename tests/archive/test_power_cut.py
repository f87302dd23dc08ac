from pathlib import Path

import pytest

from core import Archive, Progress
from core.archive import adding, keeping
from core.pipeline import key_of
from tests.archive.disk import Recorder
from tests.archive.killing import faults
from tests.archive.notes import note, write_notes

NUMBERS = range(0, 12, 4)  # of one month


def test_every_prefix_of_what_is_written_opens_with_all_that_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_RELEASES", 2)
    monkeypatch.setattr(keeping, "SETTLE_BYTES", 3_000)
    recorder = Recorder(tmp_path / "archive", tmp_path / "images")
    source = write_notes(tmp_path / "notes.jsonl", NUMBERS)

    def progress(now: Progress) -> None:
        recorder.done = now.done

    with monkeypatch.context() as patch:
        recorder.watch(patch)
        with Archive(tmp_path / "archive") as archive:
            archive.add([source], progress=progress)
            archive.remove([key_of(note(0))])
    assert recorder.done == len(NUMBERS)
    kinds = [what for what, _, _ in recorder.steps]
    assert kinds.count("index") >= 3
    assert kinds.count("remove") >= 3
    keys = [key_of(note(number)) for number in NUMBERS[1:]]  # the first is taken out at the end
    (tmp_path / "states").mkdir()
    seen = 0
    for name, folder, done in recorder.states(tmp_path / "states"):
        assert faults(folder, keys[: max(done - 1, 0)]) == [], name
        seen += 1
    assert seen > 60
