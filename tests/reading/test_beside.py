"""Side files: what is known of a release from outside, and what is assumed where nothing is."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from core import Document, annotate, read
from core.reading.beside import Beside, told

TEXT = "БАКУ, 5 мар – Report. Посол Азербайджана в Чехии провёл приём."


def one(path: Path) -> Document:
    (document,) = read([path])
    assert isinstance(document, Document)
    return document


def stored(path: Path, day: str) -> Path:
    """`path` with a text in it, last changed at noon of `day`."""
    path.write_text(TEXT, encoding="utf-8")
    moment = datetime.fromisoformat(f"{day}T12:00").timestamp()
    os.utime(path, (moment, moment))
    return path


def test_date_title_and_address_come_from_the_side_file(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.txt", "2026-08-01")
    known = {"date": "2024-03-06", "title": "Приём в Праге", "source_url": "https://agency.example/1"}
    (tmp_path / "a.json").write_text(json.dumps(known), encoding="utf-8")
    document = one(path)
    assert (document.date, document.title, document.url) == tuple(known.values())
    release = annotate(document)
    assert release.dateline and release.dateline.date == "2024-03-05" and "year-assumed" not in release.flags
    assert [document.id for document in read([tmp_path]) if isinstance(document, Document)] == ["a"]


@pytest.mark.parametrize(("day", "date"), [("2026-08-01", "2026-03-05"), ("2026-01-20", "2025-03-05")])
def test_a_year_that_nothing_tells_is_assumed_and_said(tmp_path: Path, day: str, date: str) -> None:
    release = annotate(one(stored(tmp_path / "a.txt", day)))
    assert release.dateline and release.dateline.date == release.date == date
    assert "year-assumed" in release.flags


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"date": 7, "title": ["x"], "url": "file:///x"}', b"\xff" * 90_000]
)
def test_a_strange_side_file_tells_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert told(tmp_path / "a.txt") == Beside()
