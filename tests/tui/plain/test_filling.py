"""The commands that fill and keep an archive, each as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from core import SAMPLES
from tests.tui.plain.conftest import PROGRAM, Run, environment

THREE = [str(SAMPLES / f"{name}.txt") for name in ("010", "011", "012")]


def test_add_tells_what_became_of_every_file(own: Run, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    ran = own("add", *THREE, str(picture), str(tmp_path / "missing"))
    assert ran.status == 2 and ran.out == "3 releases added, 0 known already, 2 refused\n"
    assert "picture.png" in ran.err and "missing" in ran.err
    told = json.loads(own("add", "--json", *THREE).out)
    assert (told["added"], told["known"]) == (0, 3) and {one["state"] for one in told["results"]} == {"known"}


def test_add_reads_standard_input(own: Run) -> None:
    given = (SAMPLES / "010.txt").read_text(encoding="utf-8")
    assert own("add", "-", given=given).out.startswith("1 release added")
    assert own("find", "--count").out.strip() == "1"


def test_samples_and_their_folder(own: Run) -> None:
    assert own("samples").out.startswith("24 releases added")
    assert Path(own("samples", "--path").out.strip()).is_dir()


def test_remove_asks_before_a_query_removes(own: Run) -> None:
    own("add", *THREE)
    asked = own("remove", "--query", "посол")
    assert asked.status == 1 and "--yes" in asked.err
    assert own("remove", "010").out == "1 release removed\n"
    assert own("remove").status == 2
    left = int(own("find", "--count").out)
    assert own("remove", "--query", "", "--yes").status == 0 and left == 2
    assert own("find").status == 1


def test_check_is_content_and_reindex_changes_nothing(own: Run) -> None:
    own("add", *THREE)
    before = own("find", "--jsonl").out
    assert own("check").out == "The archive is sound.\n"
    assert own("reindex").status == 0
    assert own("find", "--jsonl").out == before


def test_backup_and_restore_make_the_same_archive(own: Run, tmp_path: Path) -> None:
    own("add", *THREE)
    file = tmp_path / "press.zip"
    assert own("backup", str(file)).status == 0
    again = ("--archive", str(tmp_path / "again"))
    assert own("restore", str(file), *again).status == 0
    assert own("export", *again).out == own("export").out
    assert own("restore", str(file), *again).status == 2  # it is not empty any more


def test_export_added_elsewhere_is_the_same_archive(own: Run, tmp_path: Path) -> None:
    own("add", *THREE)
    lines = tmp_path / "press.jsonl"
    lines.write_text(own("export").out, encoding="utf-8")
    again = ("--archive", str(tmp_path / "again"))
    assert own("add", str(lines), *again).out.startswith("3 releases added")
    assert own("export", *again).out == lines.read_text(encoding="utf-8")


def test_watch_once_takes_what_is_new(own: Run, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text((SAMPLES / "010.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert "a.txt" in own("watch", str(inbox), "--once").out
    (inbox / "b.txt").write_text((SAMPLES / "011.txt").read_text(encoding="utf-8"), encoding="utf-8")
    again = own("watch", str(inbox), "--once").out
    assert "b.txt" in again and "a.txt" not in again


def test_watch_sees_a_new_file_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    watch = subprocess.Popen(
        [PROGRAM, "watch", str(inbox), "--every", "0.1"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(tmp_path, tmp_path / "archive"),
    )
    assert watch.stdout is not None
    (inbox / "new.txt").write_text((SAMPLES / "010.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert "new.txt" in watch.stdout.readline()
    watch.send_signal(signal.SIGINT)
    assert watch.wait(30) == 0
    watch.stdout.close()


def test_corrections_are_made_listed_and_undone(own: Run) -> None:
    own("samples")
    assert own("officials", "rename", "Жоан-Марк Ривес", "Жоан-Марк Ривес-и-Пла").status == 0
    assert "Ривес-и-Пла" in own("officials", "Ривес").out
    assert "Ривес-и-Пла" in own("officials", "changes").out
    own("reindex")
    assert "Ривес-и-Пла" in own("officials", "Ривес").out
    assert own("officials", "undo").status == 0
    assert "Ривес-и-Пла" not in own("officials", "Ривес").out
    assert own("officials", "undo").status == 1


def test_settings_are_set_told_and_unset(own: Run, tmp_path: Path) -> None:
    assert own("config", "set", "sort", "rank").status == 0
    told = json.loads(own("config", "--json").out)["settings"]["sort"]
    assert told == {"value": "rank", "from": "file", "variable": "DEPESHA_SORT"}
    assert own("config", "set", "sort", "colour").status == 2
    assert own("config", "unset", "sort").status == 0
    assert json.loads(own("config", "--json").out)["settings"]["sort"]["from"] == "default"
    assert Path(own("config", "path").out.strip()).is_relative_to(tmp_path)


def test_a_broken_settings_file_is_put_aside(own: Run, tmp_path: Path) -> None:
    path = Path(own("config", "path").out.strip())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("sort = [", encoding="utf-8")
    ran = own("config")
    assert ran.status == 0 and "put aside" in ran.err and path.with_name("config.toml.broken").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(own: Run, shell: str) -> None:
    assert "depesha" in own("completion", shell).out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("depesha fi", "find"),
        ("depesha find --so", "--sort"),
        ("depesha find country:Spa", "Spain"),
        ("depesha officials Жоан", "Жоан-Марк Ривес"),
    ],
)
def test_the_shell_is_offered(samples: Path, tmp_path: Path, line: str, offered: str) -> None:
    answer = tmp_path / "answer"
    asked = {
        **environment(tmp_path, samples),
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_COMP_WORDBREAKS": " \t\n\"'",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "COMP_TYPE": "9",
    }
    subprocess.run([PROGRAM], env=asked, check=False, timeout=60)
    assert offered in answer.read_text(encoding="utf-8").replace("\\", "")


def test_eval_scores_the_samples(own: Run) -> None:
    measures = json.loads(own("eval", "--json").out)["measures"]
    assert measures["officials found+named"]["F1"] > 0.9
    assert own("eval", "--gold", str(SAMPLES)).status == 2


def test_overview_without_a_terminal(own: Run) -> None:
    empty = own()
    assert empty.status == 0 and "depesha samples" in empty.out
    filled = own(*THREE)
    assert "3 releases added" in filled.out and "Officials:" in filled.out


@pytest.mark.parametrize("words", [["find", "посол"], ["export"], ["officials"], ["annotate", str(SAMPLES)]])
def test_a_pipe_closed_early_ends_quietly(samples: Path, tmp_path: Path, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [PROGRAM, *words],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(tmp_path, samples),
        check=False,
        timeout=60,
    )
    os.close(writer)
    assert ran.returncode == 141 and ran.stderr == b""


def test_help_of_every_command_in_both_languages(own: Run) -> None:
    from tui.plain import COMMANDS

    for command in COMMANDS:
        ran = own(command, "--help", lang="ru")
        assert ran.status == 0 and "примеры:" in ran.out and f"depesha {command}" in ran.out
    assert "examples:" in own("find", "--help").out
