import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB

from core.errors import ArchiveError
from core.storing import pending, records, shard
from core.storing.layout import Damaged
from core.storing.salvage import salvaged
from tests.storing.records import line, release

LINES = [
    line("Посол прибыл."),
    line("Подписан договор.", "2026-03-02"),
    line("Открыта выставка.", name="a\tb\n"),
]


def test_stock_tinydb_reads_a_month_and_finds_in_it(tmp_path: Path) -> None:
    path = tmp_path / "2026-03.json"
    path.write_bytes(shard.build("2026-03", LINES)[0])
    with TinyDB(path) as database:
        texts = [document["text"] for document in database.all()]
        found = database.search(Query().dispatches.any(Query().host == "JO"))
        about = database.table("about").get(doc_id=1)
    assert texts[0] == "Подписан договор."  # by date
    assert len(found) == len(LINES)
    assert about is not None and about["releases"] == 3 and about["schema"] == shard.SCHEMA


def test_the_bytes_depend_on_the_releases_alone() -> None:
    assert shard.build("2026-03", LINES)[0] == shard.build("2026-03", reversed(LINES))[0]


def test_a_place_is_where_the_release_stands() -> None:
    data, _, places = shard.build("2026-03", LINES)
    assert {records.decode(data[p.start : p.start + p.size]).key for p in places} == {p.key for p in places}


def test_a_release_comes_back_as_it_was() -> None:
    one = release("Встреча «в верхах»\u2028 [b]«ё»\x1b[31m")
    assert records.decode(records.encode(one)) == one


def test_what_another_program_wrote_is_read_and_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "2026-03.json"
    path.write_bytes(shard.build("2026-03", LINES)[0])
    assert shard.read(path.read_bytes()).is_whole
    with TinyDB(path) as database:
        database.update({"sender": "KZ"}, doc_ids=[1])
    read = shard.read(path.read_bytes())
    assert (len(read.lines), read.is_whole) == (3, False)


@given(st.integers(0, len(shard.build("2026-03", LINES)[0]) - 3))
def test_a_cut_file_is_told_as_damaged_and_gives_what_stands_whole(end: int) -> None:
    data = shard.build("2026-03", LINES)[0][:end]
    with pytest.raises(Damaged):
        shard.read(data)
    found = list(salvaged(data))
    assert found == [whole for whole in LINES if whole in data] or set(found) == {
        w for w in LINES if w in data
    }


def test_what_can_be_saved_is_saved_from_a_file_that_another_program_spaced(tmp_path: Path) -> None:
    path = tmp_path / "2026-03.json"
    path.write_text(json.dumps(json.loads(shard.build("2026-03", LINES)[0]), indent=2), encoding="utf-8")
    assert len(list(salvaged(path.read_bytes()[:-700]))) == 2


def test_a_file_of_a_newer_version_is_refused_and_said_so() -> None:
    data = shard.build("2026-03", LINES)[0].replace(b'"schema":1', b'"schema":9')
    with pytest.raises(ArchiveError, match="newer depesha"):
        shard.read(data)


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2026-03-10", "2026-03"),
        (None, "undated"),
        ("", "undated"),
        ("2026-13-01", "undated"),
        ("../../etc", "undated"),
        ("2026-03/../../x", "undated"),
    ],
)
def test_a_date_never_names_another_file_than_a_month(date: str | None, month: str) -> None:
    assert records.month_of(date) == month


def test_what_can_be_saved_of_a_batch_is_what_stands_whole_in_it() -> None:
    data = bytearray(pending.build(1, LINES, {}))
    at = data.index(LINES[1]) + 30
    data[at : at + 2] = b'"\x00'
    assert list(salvaged(bytes(data))) == [LINES[0], LINES[2]]


BATCH = pending.build(1, LINES, {})


@given(st.integers(0, len(BATCH) - 1), st.binary(min_size=1, max_size=40))
def test_saving_ends_whatever_was_garbled(at: int, garbage: bytes) -> None:
    found = list(salvaged(BATCH[:at] + garbage + BATCH[at + len(garbage) :]))
    assert len(found) <= len(LINES) + garbage.count(b"{")
    assert len(set(LINES) - set(found)) <= 2
