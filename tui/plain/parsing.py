"""The command line: argparse in the user's language, and the options that every command has."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from tui.lang import tr
from tui.plain import FAILED, SUMMARIES, module_of

NOT_OPTION = "\0"  # before a query word with a minus, which argparse would take for an option
_VALUED = ("--archive", "--lang", "--color", "--pager", "--wait", "--tries")

# argparse asks gettext for its own words and has no other door for a translation
argparse._ = tr  # type: ignore[attr-defined]


class Help(argparse.RawDescriptionHelpFormatter):
    """Help in the language spoken: the texts of options are templates."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)  # argparse would load shutil for this, once an option

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and tr(action.help)


def _columns() -> int:
    """Columns to write help in, by the rule of `shutil.get_terminal_size`."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isdecimal() and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence and point to the help."""

    def error(self, message: str) -> NoReturn:
        from tui.plain.cleaning import clean

        sentence = clean(message.replace(NOT_OPTION, ""))
        hint = tr("Try {command} --help", command=self.prog)
        self.exit(FAILED, f"{self.prog}: {sentence}\n{hint}\n")


def parser_of(command: str) -> Parser:
    """The parser of one command, with examples below its options."""
    module = module_of(command)
    parser = Parser(
        prog=f"depesha {command}",
        description=sentence(tr(SUMMARIES[command])),
        epilog=examples(module.EXAMPLES),
        formatter_class=Help,
        allow_abbrev=False,
    )
    module.options(parser)
    common(parser)
    return parser


def screen_parser() -> Parser:
    """The parser of `depesha [PATH…]`, which adds what is named and opens the screen."""
    parser = Parser(prog="depesha", formatter_class=Help, allow_abbrev=False)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders or addresses to add first")
    parser.add_argument("--fresh", action="store_true", help="ignore where the last session ended")
    parser.add_argument(
        "--plain", action="store_true", help="answer line by line, without drawing: for screen readers"
    )
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    common(parser)
    return parser


def common(parser: argparse.ArgumentParser) -> None:
    """The options of every command. Their defaults come from the settings, hence None here."""
    group = parser.add_argument_group(tr("common options"))
    group.add_argument("--archive", metavar="DIR", help="the archive's folder (DEPESHA_ARCHIVE)")
    group.add_argument("--wait", type=float, metavar="SECONDS", help="how long to wait for another writer")
    group.add_argument("--color", choices=("auto", "always", "never"), help="when to use colour")
    group.add_argument("--pager", metavar="COMMAND", help="pager for long answers; never turns it off")
    group.add_argument("--tries", metavar="WORDS", help="what to try where nothing is found, or none")
    group.add_argument("--lang", choices=("ru", "en"), help="language of the interface (DEPESHA_LANG)")


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parses words of the command line. Options may stand between the words of a query.

    A word like «-война» is a query's, not an option: no option begins with a letter outside ASCII.
    """
    guarded = [NOT_OPTION + word if word[:1] == "-" and word[1:2] > "\x7f" else word for word in words]
    has_options = any(word[:1] == "-" for word in guarded)  # without them nothing is intermixed: parse once
    chosen = parser.parse_intermixed_args(guarded) if has_options else parser.parse_args(guarded)
    for name, value in vars(chosen).items():
        if isinstance(value, list):
            setattr(chosen, name, [item.removeprefix(NOT_OPTION) for item in value])
    return chosen


def split(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command and its words; options before the command count as its own. None opens the screen."""
    from tui.plain import COMMANDS

    at = 0
    while at < len(words) and words[at].startswith("--") and words[at] != "--":
        at += 2 if words[at] in _VALUED else 1
    if at < len(words) and words[at] in COMMANDS:
        return words[at], [*words[:at], *words[at + 1 :]]
    return None, list(words)


def sentence(text: str) -> str:
    """A line of help with a capital letter."""
    return text[:1].upper() + text[1:]


def examples(lines: Sequence[str]) -> str:
    """The block of examples under the options."""
    return "\n".join((tr("examples:"), *(f"  {line}" for line in lines)))
