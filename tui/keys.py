"""Keys under two layouts: what a key of ЙЦУКЕН would have been under QWERTY, and how keys are written.

A terminal sends characters, not keys: the key j is «о» under the Russian layout, Ctrl+P comes as Ctrl+З on
terminals with the kitty protocol, and the key / sends a full stop. `latin` turns them back.
"""

from __future__ import annotations

_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SHIFTED = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_SHIFTED_ENGLISH = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'

LATIN_OF = dict(zip(_RUSSIAN + _SHIFTED, _ENGLISH + _SHIFTED_ENGLISH, strict=True))
CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in LATIN_OF.items()}
# Keys that send another sign under the Russian layout. No command may use the signs on the left.
_SIGNS = {".": "/", ",": "?", "№": "#"}
_SHOWN = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "shift+tab": "Shift+Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "backspace": "Backspace", "delete": "Del",
}  # fmt: skip


def named(character: str) -> str:
    """The name that Textual gives to the key of a character: «?» → «question_mark», «j» → «j»."""
    from textual.keys import _character_to_key  # here, so that the table of letters is to be had without it

    return _character_to_key(character)


def normal(key: str) -> str:
    """A key as written in a table or a settings file («?», «ctrl+p», «Alt+Left») in Textual's spelling."""
    key = key.strip()
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    if len(last) == 1:
        return "+".join([*map(str.lower, modifiers), named(last)])
    last = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}.get(
        last.lower(), last.lower()
    )
    return "+".join([*map(str.lower, modifiers), last])


def shown(key: str) -> str:
    """A key for the eye: «question_mark» → «?», «alt+left» → «Alt+←», «ctrl+p» → «Ctrl+P»."""
    *modifiers, last = key.split("+")
    if last in _SHOWN:
        last = _SHOWN[last]
    elif len(last) > 1:
        last = next(
            (sign for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" if named(sign) == last), last.upper()
        )
    elif modifiers:
        last = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])


def latin(key: str, *, typing: bool) -> str:
    """The key under QWERTY. While `typing` into a text field only keys with Ctrl and Alt are turned back."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    held = any(modifier in ("ctrl", "alt", "meta", "super") for modifier in modifiers)
    if typing and not held:
        return key
    if last in LATIN_OF:
        return "+".join([*modifiers, named(LATIN_OF[last])])
    sign = {named(russian): named(english) for russian, english in _SIGNS.items()}.get(last)
    return "+".join([*modifiers, sign]) if sign and not held else key
