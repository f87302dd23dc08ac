"""A disk that is full, as a limit on the size of files in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from core import Archive
from tests.archive.notes import write_notes

ADD = """
import resource, sys
from core import Archive, ArchiveError
from core.archive import adding
from core.pipeline import process
from core.reading import read_text
adding.BATCH_RELEASES = int(sys.argv[4])
process(read_text("Посол прибыл в Амман."))
with Archive(sys.argv[1]) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    done = 0
    def progress(now):
        global done
        done = now.done
    try:
        archive.add([sys.argv[2]], progress=progress)
        print("all", done)
    except ArchiveError as error:
        print(done, error)
"""


# bytes, releases in a batch: no room for the batch, for the index, for the month that it is settled in
@pytest.mark.parametrize(("limit", "batch"), [(0, 10), (6_000, 10), (26_000, 10), (30_000, 2)])
def test_a_full_disk_is_told_and_the_archive_is_as_it_was(tmp_path: Path, limit: int, batch: int) -> None:
    folder = tmp_path / "archive"
    with Archive(folder) as archive:
        archive.add([write_notes(tmp_path / "first.jsonl", range(10))])
    source = write_notes(tmp_path / "second.jsonl", range(12, 92, 4))
    told = subprocess.run(
        [sys.executable, "-c", ADD, str(folder), str(source), str(limit), str(batch)],
        capture_output=True,
        text=True,
        check=True,
    )
    done, _, sentence = told.stdout.strip().partition(" ")
    assert "room" in sentence, told
    with Archive(folder) as archive:
        assert archive.notices == ()
        assert archive.size[0] == archive.find("выставка").total == 10 + int(done)
        assert [f for f in archive.check() if "waits" not in str(f.message)] == []
        assert archive.add([source]).count("added") == 20 - int(done)
        assert archive.check() == ()
        assert archive.size[0] == archive.find("выставка").total == 30
