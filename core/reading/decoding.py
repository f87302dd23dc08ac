"""From bytes to text: which encoding was meant, on short texts too.

A byte order mark decides, then UTF-16 by its zero bytes, then UTF-8 where the bytes are valid. What is left
is an encoding of one byte a letter: of the candidates the one is taken whose text looks most like Russian.
Source of the letter table: `bigrams.tsv`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from core.folding import is_cyrillic
from core.reading.limits import ENCODING_BYTES
from core.reading.tables import rows

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
# candidates with what they cost in advance, in bits: how rare they are today
_CANDIDATES = (
    ("cp1251", 0.0),
    ("koi8-r", 1.0),
    ("cp866", 1.0),
    ("koi8-u", 2.0),
    ("cp1252", 3.0),
    ("iso8859-5", 6.0),
    ("mac-cyrillic", 16.0),
)
_DECLARED = 6.0  # bits that the word of the page or server is worth
_ODD = 14.0  # bits for a sign that no text of ours holds
_CASE = 5.0  # extra bits for a capital after a small letter: «мОСКВА»
_SIGN = 6.0  # bits for punctuation beyond ASCII
_FOREIGN = 7.5  # bits for a letter that the table does not know: Ukrainian, Kazakh
_LATIN = 9.0  # bits for a Latin letter beyond ASCII
_MIXED = 6.0  # extra bits for a Cyrillic letter beside a Latin one, what a Latin one beside a Latin one saves
_SIGNS = frozenset("«»„“”‘’‚‹›–—…№§©®°·•\u00a0€™±­¹²³½¼¾†‡‰")
_RUN = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_TOLERATED = 0.02  # share of broken sequences with which a text is still taken for damaged UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that was assumed, named as Python's codecs name it."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decodes without ever failing; what fits no encoding becomes U+FFFD. A byte order mark is taken off.

    declared: what the page, server or mail said; it is believed where the bytes do not speak against it.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return Decoded(data.decode(codec, "replace"), name)
    wide = is_utf16(data[:ENCODING_BYTES])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", "replace")
    if _is_damaged_utf8(lenient):
        return Decoded(lenient, "utf-8")
    encoding = _one_byte(data, declared)
    return Decoded(data.decode(encoding, "replace"), encoding)


def is_utf16(data: bytes) -> str | None:
    """«utf-16-le» or «utf-16-be» for text in it without a byte order mark.

    Russian in UTF-16 has 04 as every other byte, blanks and ASCII have 00 there.
    """
    data = data[: len(data) // 2 * 2]
    if len(data) < 4:
        return None
    for name, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        pages = high.count(0) + high.count(4)
        if pages >= 0.9 * len(high):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            if sum(char.isprintable() or char.isspace() for char in text) >= 0.97 * len(text):
                return name
    return None


def _is_damaged_utf8(lenient: str) -> bool:
    """True if sequences of several bytes outweigh the broken ones by far."""
    broken = lenient.count("\ufffd")
    whole = sum(char > "\x7f" for char in lenient) - broken
    return whole > 0 and broken <= max(1, _TOLERATED * whole) and whole >= 4 * broken


def _one_byte(data: bytes, declared: str | None) -> str:
    """The encoding of one byte a letter under which the text costs the fewest bits."""
    runs = b" ".join(_RUN.findall(data[: 4 * ENCODING_BYTES]))[:ENCODING_BYTES]
    wished = _codec(declared)
    prices = {
        name: bits(runs.decode(name, "replace")) + prior - (_DECLARED if name == wished else 0.0)
        for name, prior in _CANDIDATES
    }
    return min(prices, key=lambda name: prices[name])


def _codec(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def price(text: str) -> float:
    """Bits a letter that a text costs under the table: about 3.5 for Russian, more the less it is."""
    return bits(text) / max(1, sum(char >= "\x80" for char in text))


def bits(text: str) -> float:
    """Bits that all letters and signs of a text beyond ASCII cost under the table."""
    table = _table()
    cost = 0.0
    before, letter = " ", " "  # the last letter as the table knows it, and as it was
    for char in text:
        small = char.casefold()
        small = "е" if small == "ё" else small
        if "а" <= small <= "я":
            cost += table[before, small] + (_CASE if letter.islower() and char.isupper() else 0.0)
            cost += _MIXED if letter.isascii() and letter.isalpha() else 0.0
            before = small
        else:
            cost += _foreign(char, letter)
            before = " "
        letter = char
    return cost


def _foreign(char: str, before: str) -> float:
    """Bits for a character that is no Russian letter, after another one."""
    if char.isascii():
        return _MIXED if char.isalpha() and is_cyrillic(before) else 0.0
    if char in _SIGNS:
        return _SIGN
    if is_cyrillic(char):
        return _FOREIGN + (_CASE if before.islower() and char.isupper() else 0.0)
    if char.isalpha():
        return _LATIN - (_MIXED if before.isascii() and before.isalpha() else 0.0)
    return _ODD


@cache
def _table() -> dict[tuple[str, str], float]:
    """Bits of the second letter after the first; a blank stands for anything that is no Russian letter."""
    lines = rows("bigrams.tsv")
    letters = [" ", *(line[0] for line in lines[1:])]
    return {
        (first, second): int(cell) / 10
        for first, line in zip(letters, lines, strict=True)
        for second, cell in zip(letters, line[1:], strict=True)
    }
