"""The languages of the interface: every sentence has its Russian form, with the same blanks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import Message
from tui import lang
from tui.lang import ru_core, ru_names, ru_plain, ru_reader, ru_screen

ROOT = Path(__file__).parents[2]
# callable → the argument that is a template
TEMPLATES = {"tr": 0, "trn": 1, "Message": 0, "DepeshaError": 0, "Refused": 0, "ArchiveError": 0, "Busy": 0,
             "QueryError": 0}  # fmt: skip
BLANK = re.compile(r"\{(\w+)\}")


def templates() -> Iterator[tuple[str, str]]:
    """(file, template) of every sentence written in the code as a constant."""
    for path in sorted([*ROOT.glob("core/**/*.py"), *ROOT.glob("tui/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((str(path.relative_to(ROOT)), text) for text in _of_call(node, path))


def _of_call(node: ast.Call, path: Path) -> Iterator[str]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name in TEMPLATES and len(node.args) > TEMPLATES[name]:
        yield from _constants(node.args[TEMPLATES[name]])
    if path.parts[-2] == "plain" and name == "add_argument":
        yield from (text for word in node.keywords if word.arg == "help" for text in _constants(word.value))


def _constants(node: ast.expr) -> Iterator[str]:
    """The template itself, or both branches of a choice between two."""
    if isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_every_sentence_has_a_russian_form() -> None:
    known = lang._russian()
    missing = sorted({(path, text) for path, text in templates() if text not in known})
    assert not missing, "\n".join(f"{path}: {text!r}" for path, text in missing)


def test_every_name_in_a_table_has_a_russian_form() -> None:
    from tui.plain import GROUPS, SUMMARIES, naming, settings

    tables = (naming.EVENTS.values(), naming.FLAGS.values(), naming.LANGUAGES.values(), naming.MONTHS, GROUPS)
    purposes = [setting.purpose for setting in settings.SETTINGS]
    names = {name for table in (*tables, SUMMARIES.values(), purposes) for name in table}
    assert not names - lang._russian().keys()


def test_the_collector_finds_sentences() -> None:
    found = {text for _, text in templates()}
    assert "The archive is sound." in found and len(found) > 100


@pytest.mark.parametrize(
    "table", [ru_core.TABLE, ru_names.TABLE, ru_plain.TABLE, ru_screen.TABLE, ru_reader.TABLE]
)
def test_blanks_are_the_same_in_both_languages(table: dict[str, str]) -> None:
    for english, russian in table.items():
        forms = russian.split("|")
        if "{n}" in english and "|" in english:
            assert len(forms) == 3, english
        assert all(set(BLANK.findall(form)) <= set(BLANK.findall(english)) for form in forms), english


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 релиз"), (3, "3 релиза"), (11, "11 релизов"), (1284, "1\u00a0284 релиза")]
)
def test_russian_numbers(count: int, said: str) -> None:
    lang.use("ru")
    try:
        assert lang.trn(count, "{n} release|{n} releases") == said
    finally:
        lang.use(None)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ru:en"}, "ru"),
        ({"LANG": "C", "LANGUAGE": "ru"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8", "DEPESHA_LANG": "ru"}, "ru"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_language_of_an_environment(environment: dict[str, str], code: str) -> None:
    assert lang.spoken(environment) == code


def test_a_message_inside_a_message_is_translated_too() -> None:
    lang.use("ru")
    try:
        inner = Message("{n} refused", {"n": 2})
        assert lang.say(Message("Written: {path}", {"path": inner})) == "Записано: 2 отвергнуто"
    finally:
        lang.use(None)
