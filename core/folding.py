"""Folding: what must not tell two spellings apart when words are analysed, stored or looked for.

All functions are pure; words repeat, so what was folded is kept. `fold` is for one word; `lookalikes` keeps
the length of what it is given.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
_LATIN = "AaBCcEeHKkMOoPpTXxyY"
_CYRILLIC = "АаВСсЕеНКкМОоРрТХхуУ"
_GREEK = dict(zip("ΑΒΕΗΚΜΟοΡΤΧ", "АВЕНКМОоРТХ", strict=True))
_TO_CYRILLIC = str.maketrans({**dict(zip(_LATIN, _CYRILLIC, strict=True)), **_GREEK})
_ALIKE = frozenset(map(chr, _TO_CYRILLIC))
_PLAIN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя-")  # nothing in them is to be composed or taken away


def is_cyrillic(char: str) -> bool:
    """True for a letter of the Cyrillic blocks."""
    return "\u0400" <= char <= "\u052f"


@lru_cache(maxsize=1 << 16)
def lookalikes(word: str) -> str:
    """`word` with Latin and Greek letters that look Cyrillic replaced, if the rest of it is Cyrillic.

    Of the same length. «Джoнсон» (Latin o) → «Джонсон»; «Texas», «COVID-19» stay.
    """
    if word.isascii() or _ALIKE.isdisjoint(word) or not any(is_cyrillic(char) for char in word):
        return word
    folded = word.translate(_TO_CYRILLIC)
    letters = [char for char in folded if char.isalpha()]
    return folded if all(is_cyrillic(char) for char in letters) else word


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form under which a word is stored and looked up: case, ё, lookalikes, soft hyphens folded."""
    if _PLAIN.issuperset(word):
        return word
    word = lookalikes(word.replace(SOFT_HYPHEN, "")).casefold().replace("ё", "е")
    if word.isascii() or _PLAIN.issuperset(word):
        return word
    # й and ї are letters of their own, so compose what stays after the accent marks are gone
    bare = "".join(c for c in unicodedata.normalize("NFC", word) if not unicodedata.combining(c))
    return bare.replace("ё", "е")
