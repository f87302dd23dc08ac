"""Files made to do harm, or spoilt at random: a document or a refusal, nothing else, in bounded memory."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import Refused
from core.model import Document
from core.reading import Refusal, feeds, limits, read
from core.reading.formats import documents
from core.reading.records import blob_of
from tests.reading.pages import TEMPLATES
from tests.reading.test_formats import ATOM, RSS
from tests.reading.test_mail import letter
from tests.reading.texts import BODY, RUSSIAN, TITLE


def read_bytes(name: str, data: bytes) -> list[Document | Refusal]:
    found = list(documents(blob_of(data, name, name)))
    assert all(isinstance(one, Document | Refusal) for one in found)
    return found


def refused(name: str, data: bytes) -> str:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Refusal), found
    return str(found.message)


def _docx() -> bytes:
    file, buffer = docx.Document(), io.BytesIO()
    file.add_paragraph(RUSSIAN)
    file.save(buffer)
    return buffer.getvalue()


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", RUSSIAN)
        archive.writestr("b.html", TEMPLATES["portal"](TITLE, BODY))
    return buffer.getvalue()


def _mail() -> bytes:
    message = letter()
    message.set_content(BODY[0])
    message.add_attachment(RUSSIAN.encode(), maintype="text", subtype="plain", filename="a.txt")
    return message.as_bytes()


SOUND: dict[str, Callable[[], bytes]] = {
    "a.txt": RUSSIAN.encode,
    "b.txt": lambda: RUSSIAN.encode("utf-16"),
    "a.md": lambda: f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n* **a** [b](c)\n".encode(),
    "a.html": TEMPLATES["blocks"](TITLE, BODY).encode,
    "a.docx": _docx,
    "a.eml": _mail,
    "a.jsonl": lambda: json.dumps({"id": "1", "text": RUSSIAN, "date": "2026-03-11"}).encode(),
    "a.json": lambda: json.dumps({"items": [{"content_html": f"<p>{BODY[0]}</p>"}]}).encode(),
    "a.rss": lambda: RSS.encode("cp1251", "xmlcharrefreplace"),
    "a.atom": ATOM.encode,
    "a.zip": _zip,
    "a.txt.gz": lambda: gzip.compress(RUSSIAN.encode()),
}


@pytest.mark.parametrize("name", SOUND)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=8)), max_size=6))
def test_spoilt_files(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = SOUND[name]()
    for where, dropped, put in edits:
        place = int(where * len(data))
        data = data[:place] + put + data[place + dropped :]
    read_bytes(name, data)


@pytest.mark.parametrize("name", ["a", *SOUND])
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_under_any_name(name: str, data: bytes) -> None:
    read_bytes(name, data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-be", "cp037"])
def test_entities_that_swell(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    bomb = f'{declared}<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'.encode(encoding)
    with pytest.raises(Refused, match="declares entities"):
        next(feeds.read(blob_of(bomb, "a.xml", "a.xml")))


def test_entities_in_a_file_by_its_name() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'
    assert "declares entities" in refused("a.xml", bomb)


def test_entities_in_a_word_file() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_docx())) as sound, zipfile.ZipFile(buffer, "w") as spoilt:
        for member in sound.infolist():
            data = sound.read(member)
            if member.filename == "word/document.xml":
                entities = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
                data = data.replace(b"?>", b"?>" + entities, 1).replace(BODY[0].encode(), b"&f;")
            spoilt.writestr(member.filename, data)
    for found in read_bytes("a.docx", buffer.getvalue()):
        assert "root:" not in getattr(found, "text", "")


def test_word_file_that_unpacks_to_too_much() -> None:
    buffer = io.BytesIO(_docx())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/more.xml", b" " * (3 * limits.PAGE_BYTES))
    assert refused("a.docx", buffer.getvalue()).startswith("unpacks to more than")


def test_deep_page() -> None:
    (found,) = read_bytes("a.html", b"<div>" * 50_000 + RUSSIAN.encode() + b"</div>" * 50_000)
    assert isinstance(found, Document | Refusal)


def test_page_of_too_many_elements() -> None:
    page = b"<p>" + b"<b>x</b>" * (limits.PAGE_ELEMENTS + 1)
    assert refused("a.html", page) == f"a page of more than {limits.PAGE_ELEMENTS} elements"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.eml"])
def test_too_large(name: str) -> None:
    assert refused(name, b"a " * (limits.DOCUMENT_BYTES // 2 + 1)).startswith("larger than")


def test_enormous_line_is_passed_over_and_the_next_is_read() -> None:
    data = b'{"text": "' + b"a" * limits.LINE_BYTES + b'"}\n' + json.dumps({"text": RUSSIAN}).encode()
    long, found = read_bytes("a.jsonl", data)
    assert isinstance(long, Refusal) and str(long.message) == "line longer than 16 MB"
    assert isinstance(found, Document) and found.id == "a-2"


def test_mail_with_an_enormous_header() -> None:
    data = b"Received: a\r\nMIME-Version: 1.0\r\nSubject: " + b"=?utf-8?q?a?= " * 5_000 + b"\r\n\r\ntext"
    assert "a header of more than" in refused("a.eml", data)


def test_signs_that_steer_a_terminal_stay_in_the_text() -> None:
    text = "Посол\x1b[31m принял\u202e министра\u200b [bold]в Лиме[/bold]."
    (found,) = read_bytes("a.txt", text.encode())
    assert isinstance(found, Document) and found.text == text


def test_names_with_line_ends_and_broken_bytes(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[2J.txt").write_text(RUSSIAN, "utf-8")
    with open(bytes(tmp_path) + b"/\xff.txt", "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(RUSSIAN.encode())
    found = list(read([tmp_path]))
    assert all(isinstance(one, Document) for one in found)
    assert {one.id for one in found if isinstance(one, Document)} == {"a\nb\x1b[2J", "\ufffd"}


def test_folders_that_cannot_be_read_and_links_in_a_ring(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "ring").symlink_to(tmp_path)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "a" / "good.txt").write_text(RUSSIAN, "utf-8")
    (found,) = read([tmp_path])
    assert isinstance(found, Document) and found.id == "good"
