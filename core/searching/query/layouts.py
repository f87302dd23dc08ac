"""Words typed in another keyboard layout or script, as they were meant."""

from __future__ import annotations

from core.folding import is_cyrillic

# The Russian and the US layout, key by key
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_TO_RUSSIAN = str.maketrans(_LATIN + _LATIN.upper(), _RUSSIAN + _RUSSIAN.upper())
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())
_ENDING = ",.;"  # may as well be punctuation behind the word

# Latin spellings of Russian letters, longest first: BGN/PCGN with the variants of passports and agencies
_SPELLED = {
    "shch": "щ", "sch": "щ", "kh": "х", "zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "tz": "ц", "yu": "ю",
    "iu": "ю", "ju": "ю", "ya": "я", "ia": "я", "ja": "я", "yo": "е", "ye": "е", "je": "е", "ph": "ф",
    "th": "т", "ck": "к", "oo": "у", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г",
    "h": "х", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к",
    "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "и", "z": "з",
}  # fmt: skip
_LONGEST = 4
_ALIKE = str.maketrans({"й": "и", "э": "е", "ы": "и", "ё": "е", "ь": None, "ъ": None})


def other_layout(typed: str) -> tuple[str, ...]:
    """What the same keys give in the other layout: the whole, and without punctuation at the end."""
    if any(map(is_cyrillic, typed)):
        return (typed.translate(_TO_LATIN),)
    bare = typed.rstrip(_ENDING)
    whole = typed.translate(_TO_RUSSIAN)
    return (whole,) if bare == typed else (whole, bare.translate(_TO_RUSSIAN) + typed[len(bare) :])


def in_cyrillic(word: str) -> str:
    """A Latin word in Cyrillic letters, about: «tokayev» → «токаев»."""
    made, at = [], 0
    while at < len(word):
        size = next((n for n in range(_LONGEST, 0, -1) if word[at : at + n] in _SPELLED), 1)
        piece = word[at : at + size]
        made.append(_SPELLED.get(piece, piece))
        at += size
    return "".join(made)


def skeleton(word: str) -> str:
    """A word without what spellings of names differ in: й/и, э/е, soft and hard signs, doubled letters."""
    bare = word.translate(_ALIKE)
    return "".join(char for at, char in enumerate(bare) if not at or char != bare[at - 1])
