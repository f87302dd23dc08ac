"""The commands that make something of what was found: press review and annotated lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import SAMPLES
from tests.tui.plain.conftest import Run


def test_review_has_a_story_a_line_under_countries(ask: Run) -> None:
    ran = ask("review", "посол", lang="ru")
    assert ran.status == 0 and ran.out.startswith("# Обзор печати: посол")
    headings = [line for line in ran.lines if line.startswith("## ")]
    assert headings == sorted(headings, key=lambda line: (line == "## Прочее", line)) and len(headings) > 5
    stories = [line for line in ran.lines if line.startswith("- ")]
    assert all(".txt:" in story for story in stories)


@pytest.mark.parametrize("by", ["theme", "event"])
def test_review_is_grouped_as_wished(ask: Run, by: str) -> None:
    told = json.loads(ask("review", "посол", "--by", by, "--json").out)
    assert len(told["groups"]) > 2


def test_copies_are_folded_and_their_differences_shown(own: Run, tmp_path: Path) -> None:
    story = (SAMPLES / "011.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(story, encoding="utf-8")
    (tmp_path / "b.txt").write_text(story.replace(" и ", " а также "), encoding="utf-8")
    assert own("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).status == 0
    told = json.loads(own("review", "--json").out)
    (versions,) = (item["versions"] for group in told["groups"] for item in group["stories"])
    assert [Path(version["source"]).name for version in versions] == ["b.txt", "a.txt"]  # the fullest first
    assert "[-а также-] {+и+}" in own("review", "--diff", "--text").out.replace("\n", " ")


def test_review_as_a_page_escapes_what_releases_say(own: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Астана. 10 марта. Посол <b>Испании</b> & гости встретились.", encoding="utf-8"
    )
    own("add", str(tmp_path / "a.txt"))
    made = own("review", "--html").out
    assert "<b>" not in made and "&lt;b&gt;" in made and "&amp;" in made


def test_review_as_a_word_file(ask: Run, tmp_path: Path) -> None:
    import docx

    assert ask("review", "--docx").status == 2
    file = tmp_path / "review.docx"
    assert ask("review", "посол", "-o", str(file)).status == 0
    styles = {paragraph.style.name for paragraph in docx.Document(str(file)).paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= styles


def test_annotate_needs_no_archive_and_reads_standard_input(own: Run, tmp_path: Path) -> None:
    text = (SAMPLES / "010.txt").read_text(encoding="utf-8")
    (line,) = own("annotate", "-", given=text).lines
    told = json.loads(line)
    assert told["dispatches"] and told["countries"] and "text" not in told
    assert not (tmp_path / "archive").exists()


def test_annotate_json_lines_keeps_ids(own: Run) -> None:
    given = "".join(
        json.dumps({"id": f"x{n}", "text": "В Париже посол встретился с мэром."}) + "\n" for n in (1, 2)
    )
    ran = own("annotate", "--from", "jsonl", "-", "--with-text", given=given)
    assert [json.loads(line)["id"] for line in ran.lines] == ["x1", "x2"]
    assert json.loads(ran.lines[0])["text"].startswith("В Париже")


def test_annotate_goes_on_after_a_bad_file(own: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\n" + bytes(200))
    ran = own("annotate", str(tmp_path / "bad.pdf"), str(SAMPLES / "010.txt"))
    assert ran.status == 2 and "PDF" in ran.err and len(ran.lines) == 1
