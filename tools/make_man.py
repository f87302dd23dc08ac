"""Writes the man pages docs/man/depesha.1 and docs/man/ru/depesha.1 from the tables of commands and options.

Usage: python tools/make_man.py [--check]     --check writes nothing: status 1 if a page is out of date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui import __version__
from tui.lang import tr, use
from tui.plain import GROUPS, SUMMARIES, helping, parsing, settings

DOCS = Path(__file__).parents[1] / "docs" / "man"
PAGES = {"en": DOCS / "depesha.1", "ru": DOCS / "ru" / "depesha.1"}
# Sections of a man page: man-pages(7)
TITLES = {
    "en": ("NAME", "SYNOPSIS", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"),
    "ru": ("ИМЯ", "ОБЗОР", "КОМАНДЫ", "ПЕРЕМЕННЫЕ ОКРУЖЕНИЯ", "ФАЙЛЫ", "КОД ВОЗВРАТА", "ПРИМЕРЫ"),
}
STATUS = {
    "en": ("found or done", "nothing found", "an error"),
    "ru": ("найдено или сделано", "ничего не найдено", "ошибка"),
}


def page(lang: str) -> str:
    """The page in one language, as roff."""
    use(lang)
    try:
        return "\n".join(_lines(lang)) + "\n"
    finally:
        use(None)


def _lines(lang: str) -> Iterator[str]:
    name, synopsis, commands, environment, files, status, examples = TITLES[lang]
    yield f'.TH DEPESHA 1 "" "depesha {__version__}"'
    yield from (
        f".SH {name}",
        escaped(tr("depesha: a browser of diplomatic press releases").replace(":", " -", 1)),
    )
    yield from (f".SH {synopsis}", ".B depesha", "[\\fIPATH\\fR...]", ".br", ".B depesha")
    yield "\\fICOMMAND\\fR [\\fIOPTION\\fR...]"
    yield f".SH {commands}"
    for heading, group in GROUPS.items():
        yield f".SS {escaped(tr(heading))}"
        for command, _, _ in group:
            yield from _command(command)
    yield f".SS {escaped(tr('common options'))}"
    yield from _options(_common())
    yield f".SH {environment}"
    for setting in settings.SETTINGS:
        yield from (".TP", f".B {escaped(setting.variable)}", escaped(tr(setting.purpose)))
    yield from (
        f".SH {files}",
        ".TP",
        ".I ~/.config/depesha/config.toml",
        escaped(tr("Settings file: {path}", path="")),
    )
    yield f".SH {status}"
    for number, meaning in enumerate(STATUS[lang]):
        yield from (".TP", f".B {number}", escaped(meaning))
    yield from (f".SH {examples}", ".nf", *map(escaped, helping.EXAMPLES), ".fi")


def _command(command: str) -> Iterator[str]:
    """A command with its arguments and options, the common ones left out."""
    yield from (".TP", f".B depesha {command}", escaped(parsing.sentence(tr(SUMMARIES[command]))) + ".")
    known = {action.dest for action in _common()} | {"help"}
    yield ".RS"
    yield from _options(a for a in parsing.parser_of(command)._actions if a.dest not in known)
    yield ".RE"


def _common() -> list[argparse.Action]:
    parser = argparse.ArgumentParser(add_help=False)
    parsing.common(parser)
    return parser._actions


def _options(actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        yield from (".TP", f".B {_invoked(action)}", escaped(tr(action.help or "")))


def _invoked(action: argparse.Action) -> str:
    value = action.metavar or "|".join(map(str, action.choices or ()))
    takes = action.nargs != 0
    if not action.option_strings:
        return escaped(str(value))
    names = ", ".join(action.option_strings)
    return escaped(f"{names} {value}".strip() if takes else names)


def escaped(text: str) -> str:
    """Text for roff: backslashes and hyphens as themselves, no line that begins like a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + safe if safe[:1] in (".", "'") else safe


def main() -> int:
    """Writes or checks the pages."""
    stale = 0
    for lang, path in PAGES.items():
        made = page(lang)
        if "--check" in sys.argv[1:]:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != made
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
