"""Archives: members by their names, archives in archives, and what is packed to do harm."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from core.errors import Refused
from core.model import Document
from core.reading import Refusal, limits, packed, read, records
from tests.reading.texts import RUSSIAN


def packed_file(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def found(path: Path) -> tuple[list[Document], list[Refusal]]:
    everything = list(read([path]))
    documents = [one for one in everything if isinstance(one, Document)]
    return documents, [one for one in everything if isinstance(one, Refusal)]


def test_members_as_if_they_were_files(tmp_path: Path) -> None:
    inner = packed_file({"c.txt": RUSSIAN.encode("cp1251")})
    path = tmp_path / "a.zip"
    path.write_bytes(
        packed_file(
            {
                "папка/а.txt": RUSSIAN.encode(),
                "b.zip": inner,
                "d.txt.gz": gzip.compress(RUSSIAN.encode()),
                ".hidden.txt": b"x",
                "__MACOSX/e.txt": b"x",
                "README.txt": b"x",
                "f.pdf": b"%PDF-1.4",
            }
        )
    )
    documents, refusals = found(path)
    assert [one.source for one in documents] == [
        f"{path}!папка/а.txt",
        f"{path}!b.zip!c.txt",
        f"{path}!d.txt.gz",
    ]
    assert {one.text for one in documents} == {RUSSIAN}
    assert [str(one.message) for one in refusals] == ["a PDF file, not a text"]


def test_names_that_lead_out_are_labels_only(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(packed_file({"../../out.txt": RUSSIAN.encode(), "/etc/x.txt": RUSSIAN.encode()}))
    documents, refusals = found(path)
    # «..» is a hidden name and is passed over; nothing is written anywhere
    assert [one.id for one in documents] == ["x"]
    assert not refusals
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_names_in_cp866(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    name = "релиз.txt".encode("cp866").decode("cp437")
    data = packed_file({"xxxxx.txt": RUSSIAN.encode()}).replace(b"xxxxx.txt", name.encode("cp437"))
    path.write_bytes(data)
    documents, _ = found(path)
    assert [one.id for one in documents] == ["релиз"]


def test_archives_too_deep_in_each_other(tmp_path: Path) -> None:
    data = RUSSIAN.encode()
    for _ in range(limits.ARCHIVE_DEPTH + 1):
        data = packed_file({"a.zip" if data[:2] == b"PK" else "a.txt": data})
    path = tmp_path / "deep.zip"
    path.write_bytes(data)
    documents, refusals = found(path)
    assert not documents
    assert [str(one.message) for one in refusals] == ["packed more than 3 deep"]


def test_bomb_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed_file({"bomb.jsonl": b" " * (40 * limits.MIB), "good.txt": RUSSIAN.encode()}))
    documents, refusals = found(path)
    assert [one.id for one in documents] == ["good"]
    assert [str(one.message) for one in refusals] == ["unpacks to more than 200 times its size"]


def test_gzip_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * (40 * limits.MIB)))
    documents, refusals = found(path)
    assert not documents
    assert [str(one.message) for one in refusals] == ["unpacks to more than 200 times its size"]


def test_budget_of_one_archive() -> None:
    budget = records.Budget(1000)
    stream = packed.metered(io.BytesIO(bytes(2000)), lambda: 2000, budget)
    with pytest.raises(Refused, match="unpacks to more than"):
        stream.read()


def test_locked_member(tmp_path: Path) -> None:
    data = bytearray(packed_file({"a.txt": RUSSIAN.encode()}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(data)
    _, refusals = found(path)
    assert [str(one.message) for one in refusals] == ["locked with a password"]


def test_damaged_member_does_not_stop_the_rest(tmp_path: Path) -> None:
    data = bytearray(packed_file({"a.txt": RUSSIAN.encode(), "b.txt": RUSSIAN.encode()}))
    at = data.index(b"a.txt") + 20
    data[at : at + 20] = bytes(20)
    path = tmp_path / "damaged.zip"
    path.write_bytes(data)
    documents, refusals = found(path)
    assert [one.id for one in documents] == ["b"]
    assert str(refusals[0].message).startswith("damaged zip archive:")
