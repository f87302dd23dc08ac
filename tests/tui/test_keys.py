"""Both layouts: the table, and every binding through real bytes in a pty."""

from __future__ import annotations

import string
import sys
from pathlib import Path

import pytest

from core import Archive
from tests.tui.screen.terminal import Pty, environment
from tui import commands
from tui.commands.base import EVERYWHERE
from tui.keys import CYRILLIC_OF, latin, normal, shown

# What terminals send for keys that are no characters
BYTES = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "escape": "\x1b[27u",
    "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "f1": "\x1bOP", "delete": "\x1b[3~",
    "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C", "alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B",
    "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B",
}  # fmt: skip
END = "\x1b[24~"  # F12: the program tells that all before it was handled
RUSSIAN_SIGNS = {"/": ".", "?": ",", "#": "№"}  # other signs on the same key


def sent(key: str, layout: str) -> str:
    """The bytes of a key as a terminal sends them: «qwerty», «йцукен», «kitty» (йцукен by that protocol)."""
    if key in BYTES:
        return BYTES[key]
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    sign = next((one for one in string.punctuation if normal(one) == last), last)
    if layout != "qwerty":
        sign = CYRILLIC_OF.get(sign, RUSSIAN_SIGNS.get(sign, sign))
    if modifiers == ["ctrl"]:
        return f"\x1b[{ord(sign)};5u" if layout == "kitty" else chr(ord(last) & 0x1F)
    if modifiers == ["alt"]:
        return f"\x1b[{ord(sign)};3u" if layout == "kitty" else f"\x1b{sign}"
    assert not modifiers and len(sign) == 1, key
    return sign


def test_every_letter_goes_there_and_back() -> None:
    for character in string.ascii_letters + "[]{}<>":
        assert latin(normal(CYRILLIC_OF[character]), typing=False) == normal(character)


def test_text_is_left_alone_but_not_its_control_keys() -> None:
    assert latin("о", typing=True) == "о"
    assert latin("full_stop", typing=True) == "full_stop"
    assert latin("ctrl+з", typing=True) == "ctrl+p"
    assert latin("alt+о", typing=True) == "alt+j"


def test_the_slash_key_under_the_russian_layout() -> None:
    assert latin("full_stop", typing=False) == "slash"
    assert latin("comma", typing=False) == "question_mark"
    assert latin("numero_sign", typing=False) == "number_sign"


def test_no_command_uses_a_sign_that_stands_for_another_key() -> None:
    signs = {normal(sign) for sign in RUSSIAN_SIGNS.values()} | {normal(one) for one in "\"';:,.&^$@"}
    used = {key for keys in commands.table().keys.values() for key in keys}
    assert not used & (signs - {"colon"})


def test_keys_for_the_eye() -> None:
    keys = ("question_mark", "alt+left", "ctrl+p", "G", "shift+tab", "less_than_sign")
    assert [shown(key) for key in keys] == ["?", "Alt+←", "Ctrl+P", "G", "Shift+Tab", "<"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys") / "archive"
    Archive(folder).close()
    return folder


@pytest.mark.parametrize("pane", EVERYWHERE)
def test_every_binding_through_real_bytes(pane: str, empty: Path, tmp_path: Path) -> None:
    """Each key of each command, under QWERTY, ЙЦУКЕН and the kitty protocol, calls that command."""
    bound = {key: command.name for (where, key), command in commands.table().calls.items() if where == pane}
    assert len(bound) >= 5
    told = tmp_path / "told"
    program = Path(__file__).parent / "screen" / "keys_program.py"
    place = environment(tmp_path, empty, PYTHONPATH=str(Path(__file__).parents[2]))
    terminal = Pty([sys.executable, str(program), str(empty), str(told), pane], place)
    try:
        terminal.until(lambda one: told.exists() and "Текст" in one.text)
        for layout in ("qwerty", "йцукен", "kitty"):
            terminal.send("".join(sent(key, layout) for key in bound) + END)
            terminal.until(lambda _: told.read_text().endswith("end\n"))
            called = told.read_text().splitlines()[:-1]
            assert dict(zip(bound, called, strict=True)) == bound, layout
            told.write_text("")
    finally:
        terminal.close()
