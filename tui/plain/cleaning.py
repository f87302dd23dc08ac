"""Cleaning: text of a release is shown on a terminal, never obeyed by it.

Escape sequences, controls, bidi overrides, zero-width and private-use characters become visible escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SOFT_HYPHEN = "\u00ad"
# Cc without the tab, Cf, Co, Cs, Zl, Zp of Unicode, as far as they can act on a terminal or hide text
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u070f\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\ud800-\udfff\ue000-\uf8ff"
    "\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def clean(text: str) -> str:
    r"""`text` as one safe line: tabs and line ends are spaces, soft hyphens go, others show as `\u202e`."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_visible, text.replace("\t", " "))


def unsafe(text: str) -> Iterator[tuple[int, str]]:
    """Where characters stand that must not be written as they are, each with what is shown in its place."""
    for found in _UNSAFE.finditer(text):
        yield found.start(), _visible(found)


def clean_json(text: str) -> str:
    r"""JSON with the same characters as `\u001b`: equal for a parser, harmless for a terminal."""
    return _UNSAFE.sub(_escaped, text)


def surrogates(text: str) -> str:
    """JSON in which a lone surrogate, which no encoding can write, is escaped."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", _escaped, text)


def _visible(found: re.Match[str]) -> str:
    char = found.group()
    if char == SOFT_HYPHEN:
        return ""
    if char in "\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escaped(found: re.Match[str]) -> str:
    char = found.group()
    if char == "\n":  # between the lines of JSON lines
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
