"""One real file of each format, and formats told by what is inside."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import docx
import pytest

from core.errors import Refused
from core.model import Document
from core.reading import Refusal, count, read, read_text
from tests.reading.texts import BODY, RUSSIAN, TITLE


def one(path: Path, **how: str) -> Document:
    (found,) = read([path], **how)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def test_text_stays_as_it_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.b.txt"
    written = "\r\n  Строка\u00a0раз \r\nДжoнсон\u00ad \r\n"
    path.write_bytes(written.encode())
    assert (one(path).text, one(path).id) == (written, "a.b")


def test_front_matter_tells_title_date_and_address(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"---\ntitle: '{TITLE}'\ndate: 2026-03-11T10:00:00Z\nurl: https://a.example/1\n---\n"
        "# Заголовок\n\nПосол **Тестов** [открыл](http://b.example) `выставку`:\n\n- в Лиме\n- в Куско\n",
        encoding="utf-8",
    )
    found = one(path)
    assert (found.title, found.date, found.url) == (TITLE, "2026-03-11", "https://a.example/1")
    assert found.text.strip() == "Заголовок\n\nПосол Тестов открыл выставку:\n\n- в Лиме\n- в Куско"


def test_word_file_with_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    file = docx.Document()
    file.core_properties.title = TITLE
    for paragraph in BODY:
        file.add_paragraph(paragraph)
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Посол", "Тестов"
    file.save(str(path))
    found = one(path)
    assert found.title == TITLE
    assert found.text.split("\n")[:3] == list(BODY)
    assert "Посол\tТестов" in found.text
    assert found.date is not None


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    records = [{"id": "x", "text": RUSSIAN, "title": TITLE, "date": "2026-03-11", "url": "https://a.example"},
               {"text": "Вторая запись."}]  # fmt: skip
    path.write_text(
        "\n".join([json.dumps(records[0]), "{broken", "", "[1]", json.dumps(records[1])]), "utf-8"
    )
    first, broken, listed, second = read([path])
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.id, first.text, first.date, first.url) == ("x", RUSSIAN, "2026-03-11", "https://a.example")
    assert (second.id, second.source) == ("a-5", f"{path}:5")
    assert isinstance(broken, Refusal) and broken.source == f"{path}:2"
    assert isinstance(listed, Refusal) and str(listed.message) == "no object with a key “text”"


def test_json_release_and_json_feed(tmp_path: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": "1", "title": TITLE, "content_html": f"<p>{BODY[0]}</p><p>{BODY[1]}</p>",
         "date_published": "2026-03-11T10:00:00Z", "url": "https://a.example/1"}]}  # fmt: skip
    (tmp_path / "feed.json").write_text(json.dumps(feed), "utf-8")
    (tmp_path / "release.json").write_text(json.dumps({"text": RUSSIAN}), "utf-8")
    (tmp_path / "other.json").write_text('{"a": 1}', "utf-8")
    item, other, release = read([tmp_path])
    assert isinstance(item, Document) and isinstance(release, Document) and isinstance(other, Refusal)
    assert (item.id, item.text, item.date) == ("1", f"{BODY[0]}\n\n{BODY[1]}", "2026-03-11")
    assert release.text == RUSSIAN


RSS = f"""<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Лента</title>
<item><title>{TITLE}</title><link>https://a.example/1</link><guid>g1</guid>
<pubDate>Wed, 11 Mar 2026 23:30:00 +0500</pubDate>
<description><![CDATA[<p>{BODY[0]}</p>]]></description></item>
<item><title>Вторая</title><description>{BODY[1][:60]}…</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Лента</title>
<entry><id>e1</id><title>{TITLE}</title><updated>2026-03-11T10:00:00Z</updated>
<link href="https://a.example/1"/>
<content type="html">&lt;p&gt;{BODY[0]}&lt;/p&gt;</content></entry></feed>"""


def test_rss_in_cp1251(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_bytes(RSS.encode("cp1251", "xmlcharrefreplace"))
    first, second = read([path])
    assert isinstance(first, Document) and isinstance(second, Document)
    # the day as written, not that of another time zone
    assert (first.id, first.title, first.date, first.url) == (
        "g1",
        TITLE,
        "2026-03-11",
        "https://a.example/1",
    )
    assert first.text == BODY[0]
    assert second.flags == ("cut-off",)


def test_atom_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ATOM, "utf-8")
    assert (one(path).id, one(path).text) == ("e1", BODY[0])


@pytest.mark.parametrize("name", ["page.txt", "page", "page.html"])
def test_page_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(
        f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p></body></html>", "utf-8"
    )
    assert one(path).text == RUSSIAN


def test_form_from_outside_overrides_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "a.data"
    path.write_text(json.dumps({"text": RUSSIAN}), "utf-8")
    assert one(path, form="jsonl").text == RUSSIAN


def test_packed_with_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(RUSSIAN.encode("cp1251")))
    found = one(path)
    assert (found.id, found.text, found.encoding) == ("a", RUSSIAN, "cp1251")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(RUSSIAN.encode()))))
    (found,) = read(["-"])
    assert isinstance(found, Document)
    assert (found.text, found.source) == (RUSSIAN, "-")


def test_side_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", "a.gold.json", "README.md"):
        (tmp_path / name).write_text('{"text": "Другое"}' if name.endswith("json") else RUSSIAN, "utf-8")
    (found,) = read([tmp_path])
    assert isinstance(found, Document) and found.id == "a"
    assert count([tmp_path]) == 1


def test_count_does_not_know_what_is_packed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RUSSIAN, "utf-8")
    (tmp_path / "b.jsonl").write_text("", "utf-8")
    assert count([tmp_path / "a.txt"]) == 1
    assert count([tmp_path]) is None
    assert count(["-"]) is None


KINDS = {
    "a.pdf": (b"%PDF-1.7\n1 0 obj", "a PDF file, not a text"),
    "a.txt": (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image, not a text"),
    "b.txt": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image, not a text"),
    "a.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .xls, .ppt); save it as .docx, not a text",
    ),
    "c.txt": (bytes(range(256)) * 4, "binary data, not a text"),
    "d.docx": (b"PK\x05\x06" + bytes(18), "a packed file without a Word text inside"),
    "e.docx": (b"just words", "not a Word file (.docx)"),
    "f.csv": (b"a;b", "unknown ending “.csv”; known are"),
    "g.txt": (b"", "holds no text"),
    "h.txt": (b"1234 -- 5678", "holds no text"),
    "i.zip": (b"PK\x03\x04broken", "damaged zip archive:"),
    "j.txt.gz": (b"\x1f\x8b\x08broken", "cannot be read:"),
    "k.xml": (b"<a><b/></a>", "XML, but no feed"),
    "l.json": (b"{", "not JSON:"),
}


@pytest.mark.parametrize("name", KINDS)
def test_refusals_say_what_it_is(name: str, tmp_path: Path) -> None:
    data, sentence = KINDS[name]
    (tmp_path / name).write_bytes(data)
    (found,) = read([tmp_path / name])
    assert isinstance(found, Refusal)
    assert str(found.message).startswith(sentence)


def test_read_text_refuses_what_is_no_text() -> None:
    with pytest.raises(Refused, match="a PDF file"):
        read_text(b"%PDF-1.4")
    with pytest.raises(Refused, match="no text"):
        read_text(" \n ")
