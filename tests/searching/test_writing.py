"""Writing: commits, the index made anew beside its readers, crashes, several processes."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import Busy
from core.hits import Narrowing
from core.model import Release
from core.results import Progress
from core.searching import Index, build, open_index, writing
from tests.bench.synthetic import releases
from tests.searching.conftest import names, people, samples

NORTH, SOUTH, EAST, WEST = samples()


def total(index: Index, query: str = "") -> int:
    return index.find(query, Narrowing(), people()).total


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_nothing_is_there_at_first(folder: Path) -> None:
    index = open_index(folder)
    hits = index.find("конституция", Narrowing(), people())
    assert (index.stamp, hits.total, hits.dispatches, hits.releases) == ("", 0, 0, 0)
    assert not folder.exists() and not index.refresh()


def test_write_makes_the_index_and_is_seen_at_once(folder: Path) -> None:
    index = open_index(folder)
    index.write([NORTH, SOUTH], [], "a-1")
    assert (index.stamp, total(index)) == ("a-1", 4)
    index.write([EAST], [SOUTH.key], "a-2")
    hits = index.find("", Narrowing(), people())
    assert index.stamp == "a-2" and (hits.releases, hits.dispatches) == (2, 4)
    assert {hit.release_id for hit in hits.rows} == {"north", "east"}


def test_what_is_removed_is_counted_nowhere(folder: Path) -> None:
    index = open_index(folder)
    index.write(samples(), [], "a-1")
    index.write([], [NORTH.key, "никогда не было"], "a-2")
    facets = index.find("", Narrowing(), people()).facets
    assert {one.value: one.count for one in facets["host"]} == {"ES": 1, "PT": 1, "FR": 2, "IN": 1}
    assert {one.value: one.count for one in facets["official"]}["артур белов|KZ"] == 1
    assert {one.value for one in facets["flag"]} == set()
    assert total(index, "конституция") == 0


def test_the_same_release_twice_is_there_once(folder: Path) -> None:
    index = open_index(folder)
    index.write([NORTH], [], "a-1")
    index.write([NORTH, NORTH], [], "a-2")
    assert total(index) == 2


def test_a_reader_keeps_its_state_until_it_refreshes(folder: Path) -> None:
    build(folder, [NORTH], "a-1")
    reader, writer = open_index(folder), open_index(folder)
    hits = reader.find("", Narrowing(), people())
    writer.write([SOUTH], [], "a-2")
    assert (reader.stamp, total(reader)) == ("a-1", 2)
    assert sum(one.count for one in hits.facets["host"]) == 2  # counted late, over the state of then
    assert reader.refresh() and not reader.refresh()
    assert (reader.stamp, total(reader)) == ("a-2", 4)


def test_a_new_index_takes_the_place_of_the_old_under_its_readers(folder: Path) -> None:
    build(folder, [NORTH], "a-1")
    reader = open_index(folder)
    told: list[Progress] = []
    build(folder, samples(), "b-1", told.append)
    assert [one.done for one in told] == [1, 2, 3, 4]
    assert total(reader) == 2 and names(reader.find("", Narrowing(), people(), excerpts=True))
    assert reader.refresh() and (reader.stamp, total(reader)) == ("b-1", 8)
    assert len(list(folder.glob("v*-*"))) == 1


def test_a_build_that_fails_leaves_the_old_index(folder: Path) -> None:
    build(folder, [NORTH], "a-1")

    def broken() -> Iterator[Release]:
        yield SOUTH
        raise OSError("the disk is gone")

    with pytest.raises(Exception, match="the disk is gone"):
        build(folder, broken(), "b-1")
    index = open_index(folder)
    assert (index.stamp, total(index)) == ("a-1", 2) and len(list(folder.glob("v*-*"))) == 1


def test_a_write_that_fails_changes_nothing(folder: Path) -> None:
    index = open_index(folder)
    index.write([NORTH], [], "a-1")

    def broken() -> Iterator[Release]:
        yield SOUTH
        raise KeyError("batch")

    with pytest.raises(KeyError):
        index.write(broken(), [NORTH.key], "a-2")
    index.refresh()
    assert (index.stamp, total(index)) == ("a-1", 2)
    index.write([SOUTH], [], "a-2")
    assert (index.stamp, total(index)) == ("a-2", 4)


@pytest.mark.parametrize("harm", ["version", "meta", "dictionary", "name", "segment"])
def test_an_index_that_can_not_be_read_counts_as_none(folder: Path, harm: str) -> None:
    build(folder, samples(), "a-1")
    place = writing.place(folder)
    assert place is not None
    if harm == "version":
        (folder / "current").write_text("v0-000000000000", encoding="ascii")
    elif harm == "meta":
        (place / "meta.json").write_text("{", encoding="ascii")
    elif harm == "dictionary":
        (place / "dictionary").unlink()
    elif harm == "name":
        (folder / "current").write_bytes(b"\xff../..")
    else:
        for path in place.glob("*.idx"):
            path.write_bytes(path.read_bytes()[:50])
    index = open_index(folder)
    assert (index.stamp, total(index)) == ("", 0)
    build(folder, samples(), "a-1")
    assert index.refresh() and total(index) == 8


def test_a_second_writer_is_told_that_the_first_is_at_work(folder: Path) -> None:
    index = open_index(folder)
    index.write([NORTH], [], "a-1")

    def slow() -> Iterator[Release]:
        with pytest.raises(Busy):
            open_index(folder).write([EAST], [], "a-3")
        yield SOUTH

    index.write(slow(), [], "a-2")
    assert (index.stamp, total(index)) == ("a-2", 4)


# Commits releases of one dispatch, one a commit, from 2 on; says each number when it is durable
WRITER = """
import sys
from pathlib import Path
from core.searching import open_index
from tests.bench.synthetic import releases
index = open_index(Path(sys.argv[1]))
for number, release in enumerate(releases(8 * int(sys.argv[2]), seed=7), 2):
 index.write([release], [], f"w-{number}")
 print(number, flush=True)
"""


def started(folder: Path, count: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(folder), str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_readers_beside_a_writer_see_whole_commits_only(folder: Path) -> None:
    build(folder, releases(8, seed=1), "w-1")
    readers = [open_index(folder) for _ in range(3)]
    writer = started(folder, 12)
    seen = dict.fromkeys(range(len(readers)), 1)
    while writer.poll() is None or seen[0] < 13:
        for number, reader in enumerate(readers):
            reader.refresh()
            commit = int(reader.stamp.partition("-")[2])
            hits = reader.find("", Narrowing(), people(), limit=5)
            assert commit >= seen[number]
            assert (hits.total, hits.releases, len(hits.rows)) == (8 * commit, commit, 5)
            assert sum(one.count for one in hits.facets["event"]) == 8 * commit
            seen[number] = commit
    assert writer.wait() == 0 and set(seen.values()) == {13}


def test_a_killed_writer_leaves_its_last_commit_and_no_lock(folder: Path) -> None:
    build(folder, releases(8, seed=1), "w-1")
    for round_ in range(3):
        before = open_index(folder).stamp
        writer = started(folder, 50)
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(2 + round_)]
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        index = open_index(folder)
        assert index.stamp and before
        assert int(index.stamp.partition("-")[2]) >= int(said[-1])
        assert total(index) % 8 == 0
    index.write([NORTH], [], "after")
    assert index.stamp == "after" and "north 1" in names(index.find("конституция", Narrowing(), people()))


def test_an_index_may_be_moved(folder: Path, tmp_path: Path) -> None:
    build(folder, samples(), "a-1")
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    assert total(open_index(tmp_path / "copy")) == 8


def test_what_is_no_date_is_none(folder: Path) -> None:
    build(folder, [replace(WEST, date="2026-02-31"), replace(EAST, date="2026-03")], "a-1")
    hits = open_index(folder).find("", Narrowing(), people())
    assert [hit.date for hit in hits.rows] == [None] * 4 and not hits.facets["month"]
