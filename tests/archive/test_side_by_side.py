"""Several writers and readers on one archive, as real processes."""

import json
import subprocess
import sys
from pathlib import Path

from core import Archive
from core.pipeline import key_of
from tests.archive.notes import note, write_notes

WRITERS, EACH, READERS = 3, 12, 2

WRITE = """
import sys
from core import Archive
from core.archive import adding
adding.BATCH_RELEASES = 5
with Archive(sys.argv[1], wait=60) as archive:
    report = archive.add([sys.argv[2]])
print(report.count("added"))
"""

# reads until its standard input is closed; prints how often, and what went wrong
READ = """
import json, sys, threading, time
from core import Archive
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
seen, looks, wrong = 0, 0, []
while not ended.is_set():
    try:
        with Archive(sys.argv[1]) as archive:
            hits = archive.find("выставка", limit=1000)
            for hit in hits.rows[-2:]:
                archive.release(hit.key)
        if hits.total < seen:
            wrong.append(f"{seen} then {hits.total}")
        seen, looks = hits.total, looks + 1
    except Exception as error:
        wrong.append(repr(error))
    time.sleep(0.01)
print(json.dumps([looks, wrong]))
"""


def start(code: str, *words: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_writers_take_turns_and_readers_see_no_half_write(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    readers = [start(READ, folder) for _ in range(READERS)]
    sources = [write_notes(tmp_path / f"{n}.jsonl", range(n * EACH, (n + 1) * EACH)) for n in range(WRITERS)]
    writers = [start(WRITE, folder, source) for source in sources]
    added = [int(writer.communicate()[0]) for writer in writers]
    told = [json.loads(reader.communicate("")[0]) for reader in readers]
    assert added == [EACH] * WRITERS
    assert [wrong for _, wrong in told] == [[]] * READERS
    assert all(looks for looks, _ in told)
    with Archive(folder) as archive:
        assert {release.key for release in archive.releases()} == {
            key_of(note(number)) for number in range(WRITERS * EACH)
        }
        assert archive.find("выставка").total == WRITERS * EACH
        assert archive.check() == ()


def test_writers_of_the_same_releases_keep_each_once(tmp_path: Path) -> None:
    source = write_notes(tmp_path / "notes.jsonl", range(EACH))
    writers = [start(WRITE, tmp_path / "archive", source) for _ in range(2)]
    assert sum(int(writer.communicate()[0]) for writer in writers) == EACH
    with Archive(tmp_path / "archive") as archive:
        assert archive.size[0] == EACH
        assert archive.check() == ()
