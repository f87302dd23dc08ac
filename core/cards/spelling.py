"""When two written names may be one: keys, skeletons and the fit of initials.

A *key* names a person as one spelling with one country: «хайко маас|DE». Names are in the nominative, given
name first, as annotating gives them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.folding import fold

# Latin spellings of Russian letters, longest first: BGN/PCGN with the variants of passports and agencies.
_LATIN = {
    "shch": "щ", "kh": "х", "zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "yu": "ю", "ya": "я",
    "yo": "е", "ye": "е", "ph": "ф", "th": "т", "ck": "к", "a": "а", "b": "б", "c": "к", "d": "д",
    "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н",
    "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в",
    "x": "кс", "y": "и", "z": "з",
}  # fmt: skip
_SOFT = str.maketrans({"ь": None, "ъ": None, "й": "и", "э": "е", "ы": "и", "'": None, "’": None, "ʼ": None})
_DOUBLED = re.compile(r"(.)\1+")
_PLAIN = re.compile(r"[а-яё-]+")  # what needs no folding beyond case and ё
_PARTS = re.compile(r"[\s.]+")
_ENDING = 3  # letters that a case may add to a name or take from it


def key(name: str, country: str | None) -> str:
    """The key of a spelling with a country: folded name, a bar, the ISO code or nothing."""
    return f"{fold(' '.join(name.split()))}|{country or ''}"


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """The name without what spellings differ in: soft signs, й/и, э/е, doubled letters, Latin script.

    «Адилбаев» and «Адильбаев», «Мас» and «Маас», «Tang» and «Танг» give the same skeleton.
    """
    low = name.lower()
    if _PLAIN.fullmatch(low):
        return _DOUBLED.sub(r"\1", low.replace("ё", "е").translate(_SOFT))
    folded = fold(name)
    if any("a" <= char <= "z" for char in folded):
        for latin, cyrillic in _LATIN.items():
            folded = folded.replace(latin, cyrillic)
    return _DOUBLED.sub(r"\1", folded.translate(_SOFT))


@lru_cache(maxsize=1 << 16)
def tokens(name: str) -> tuple[str, ...]:
    """The skeletons of the words of a name; an initial is one letter."""
    return tuple(skeleton(part) for part in _PARTS.split(name.strip()) if part.strip("-"))


def has_initials(parts: tuple[str, ...]) -> bool:
    """True if a word of the name is no more than an initial («К.-Ж.» counts by its first letter)."""
    return any(len(part) <= 2 and len(part.strip("-")) <= 1 for part in parts)


def fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if both may spell one full name: same surname, and given names equal, abbreviated or left out.

    The surname is the last word; the first given name must fit, a patronymic may be missing. A surname alone
    fits nothing: that is no evidence.
    """
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    if len(one) > len(other):
        one, other = other, one
    given = iter(other[:-1])
    if not _abbreviates(one[0], other[0]):
        return False
    return all(any(_abbreviates(part, whole) for whole in given) for part in one[:-1])


def _abbreviates(one: str, other: str) -> bool:
    """Equal, or one is the other's initial."""
    one, other = one.strip("-"), other.strip("-")
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def meets(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True if every word of `wanted`, in any case or half typed, is one of `words`; skeletons both."""
    return all(any(_same_word(one, word) for word in words) for one in wanted)


def _same_word(wanted: str, word: str) -> bool:
    """`wanted` begins `word`, or both are forms of one name: they part only in their endings."""
    if word.startswith(wanted):
        return True
    common = next(
        (i for i, (a, b) in enumerate(zip(wanted, word, strict=False)) if a != b), min(len(wanted), len(word))
    )
    return common >= 3 and len(wanted) - common <= _ENDING and len(word) - common <= 2
