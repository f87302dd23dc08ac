"""The commands that ask: their text, JSON and CSV, their exit status, on the samples."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.tui.plain.conftest import Run


def test_find_prints_a_line_a_hit(ask: Run) -> None:
    ran = ask("find", "конституция")
    assert ran.status == 0
    for line in ran.lines:
        place, date, host, headline, excerpt = line.split("\t")
        assert place.rpartition(":")[2].isdigit() and (date == "–" or len(date) == 10) and len(host) <= 2
        assert headline and "*" in excerpt
    assert any("onstituc" not in line and "*Конституции*" in line for line in ran.lines)


def test_find_nothing_is_status_1_and_an_unknown_field_status_2(ask: Run) -> None:
    assert ask("find", "птеродактиль").status == 1
    wrong = ask("find", "страа:Испания")
    assert wrong.status == 2 and "страна" in wrong.err


def test_find_as_json_says_what_was_understood(ask: Run) -> None:
    told = json.loads(ask("find", "страна:Испания", "--json").out)
    assert told["total"] == len(told["hits"]) > 0
    assert told["explained"] and all("ES" in hit["countries"] for hit in told["hits"])
    hit = told["hits"][0]
    assert hit["start"] < hit["end"] and hit["source"].endswith(".txt")


def test_find_as_json_lines_and_csv_agree(ask: Run) -> None:
    lines = [json.loads(line) for line in ask("find", "посол", "--jsonl", "-n", "5").lines]
    table = list(csv.DictReader(io.StringIO(ask("find", "посол", "--csv", "-n", "5").out)))
    assert [row["key"] for row in table] == [line["key"] for line in lines] and len(lines) == 5
    assert [int(row["start"]) for row in table] == [line["start"] for line in lines]


def test_find_counts_and_ids_lead_to_show(ask: Run) -> None:
    count = int(ask("find", "конституция", "--count").out)
    ids = ask("find", "конституция", "--ids").lines
    assert len(ids) == count
    shown = ask("show", ids[0], "--mark", "конституция")
    assert shown.status == 0 and "*онституц" not in shown.out and "*" in shown.out


def test_what_is_tried_where_nothing_is_found_is_said_and_can_be_turned_off(ask: Run) -> None:
    tried = ask("find", "gjcjk", "--count")  # «посол» in the other layout
    assert tried.status == 0 and "посол" in tried.err
    assert ask("find", "gjcjk", "--count", "--tries", "none").status == 1


def test_find_by_a_facet(ask: Run) -> None:
    table = list(csv.DictReader(io.StringIO(ask("find", "посол", "--by", "country", "--csv").out)))
    assert {k: table[0][k] for k in ("value", "label")} == {"value": "KZ", "label": "Kazakhstan"}
    counts = [int(row["count"]) for row in table]
    assert counts == sorted(counts, reverse=True)


def test_excel_gets_its_byte_order_mark(ask: Run) -> None:
    assert ask("find", "посол", "--csv", "--bom", "--sep", ";").out.startswith("\ufeffdate;host;")


def test_context_prints_the_sentences_around(ask: Run) -> None:
    bare, around = ask("find", "конституция", "-n", "1"), ask("find", "конституция", "-n", "1", "-C", "1")
    assert len(around.lines) > len(bare.lines)


@pytest.mark.parametrize("command", ["countries", "events", "stats", "officials", "contacts"])
def test_listing_commands_agree_in_all_forms(ask: Run, command: str) -> None:
    text = ask(command)
    whole: dict[str, Any] = json.loads(ask(command, "--json").out)
    (rows,) = (
        value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)
    )
    table = list(csv.DictReader(io.StringIO(ask(command, "--csv").out)))
    assert text.status == 0 and len(text.lines) >= 5
    assert len(rows) == len(table) == len(ask(command, "--jsonl").lines)


def test_countries_count_roles_apart(ask: Run) -> None:
    def count(role: str) -> int:
        told = json.loads(ask("countries", "--as", role, "--json").out)
        return int(next((c["count"] for c in told["counts"] if c["value"] == "KZ"), 0))

    assert count("country") >= count("mentioned") > count("host") > 0


def test_show_tells_officials_in_the_nominative_and_why(ask: Run) -> None:
    ran = ask("show", "001", "--why")
    assert "Жоан-Марк Ривес" in ran.out and "confidence" in ran.out
    assert ask("show", "nosuch").status == 2


def test_show_text_is_the_text_as_read(ask: Run) -> None:
    from core import SAMPLES

    assert ask("show", "005", "--text").out == (SAMPLES / "005.txt").read_text(encoding="utf-8") + "\n"


def test_officials_are_found_in_any_case(ask: Run) -> None:
    told = json.loads(ask("officials", "Ривесу", "--json").out)["officials"]
    assert [card["name"] for card in told] == ["Жоан-Марк Ривес"]
    assert told[0]["posts"][0]["post"].startswith("епископ")
    assert ask("officials", "Птеродактиль").status == 1


def test_officials_say_why(ask: Run) -> None:
    ran = ask("officials", "why", "Ривес")
    assert "rule" in ran.out and "001.txt:" in ran.out


def test_timeline_of_a_country_and_of_a_person(ask: Run) -> None:
    days = json.loads(ask("timeline", "Испания", "--json").out)["dispatches"]
    dates = [day["date"] or "" for day in days]
    assert days and dates == sorted(dates)
    assert ask("timeline", "Ривес").status == 0
    assert ask("timeline", "Птеродактиль").status == 2


def test_contacts_pair_own_officials_with_counterparts(ask: Run) -> None:
    rows = json.loads(ask("contacts", "Ривес", "--json").out)["contacts"]
    row = next(row for row in rows if row["counterpart"] == "Жоан-Марк Ривес")
    assert row["own"] == "Алтай Бегимбетов" and row["sender"] == "KZ" and row["event"] == "credentials"
    assert row["own_post"].startswith("посол Казахстана")


def test_contacts_as_markdown_is_a_table(ask: Run) -> None:
    lines = ask("contacts", "--markdown").lines
    assert len({line.count(" | ") for line in lines if not line.startswith("| ---")}) == 1
    assert lines[1].startswith("| --- |")


def test_russian_is_spoken(ask: Run) -> None:
    ran = ask("stats", lang="ru")
    assert "Архив:" in ran.out and "24 релиза" in ran.out and "По месяцам" in ran.out


def test_no_colour_and_no_control_characters_in_a_pipe(ask: Run) -> None:
    for words in (("find", "посол"), ("show", "001"), ("stats",), ("officials",)):
        assert "\x1b" not in ask(*words).out
