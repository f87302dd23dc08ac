"""Who is introduced by name in a paragraph, and who is spoken of as known: cheaply, without morphology.

It only tells whether paragraphs go on with each other; names are found in earnest by the annotating stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core import states
from core.segmenting.tables import column

_WORD = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:бин|ибн|аль|абд|ван|фон|де|да|дер)\s+)?{_WORD})+")
_ALONE = re.compile(rf"(?<![А-ЯЁа-яё-]){_WORD}")
_INITIALS = re.compile(rf"[А-ЯЁ]\.\s?(?:-?[А-ЯЁ]\.\s?)?({_WORD})")
_PLACE_BEFORE = re.compile(
    r"(?:^|\s)(?:в|во|на|из|под|городе?|города|столице|республик\w*|области|провинции|стран\w*)\s+\Z",
    re.I,
)
_NAME_BEFORE = re.compile(rf"{_WORD}\s+\Z")
_NAME_BEHIND = re.compile(r"\s+[А-ЯЁ][а-яё]")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…»\"]\s*)[«\"]?\Z")
_BACK = 60  # characters that are looked back at
_SHORTEST = 4
_STEM = 8


def introduced(piece: str) -> set[str]:
    """Stems of the surnames that stand with a first name: the last words of names of two words or more."""
    return {_stem(name.split()[-1]) for name in _names(piece)}


def names_someone(piece: str) -> bool:
    """True if anybody is introduced with first name and surname."""
    return next(_names(piece), None) is not None


def referred(piece: str) -> set[str]:
    """Stems of names with initials, and of capitalised words without first name or preposition of place."""
    found = {_stem(name) for name in _INITIALS.findall(piece)}
    for match in _ALONE.finditer(piece):
        start = match.start()
        if (
            not _is_behind(_PLACE_BEFORE, piece, start)
            and not _follows_name(piece, start)
            and not _NAME_BEHIND.match(piece, match.end())
        ):
            found.add(_stem(match.group()))
    return found


def _is_behind(pattern: re.Pattern[str], piece: str, end: int) -> bool:
    """True if the pattern stands right before `end`; only so far back as a word or two may reach."""
    return pattern.search(piece, max(0, end - _BACK), end) is not None


def _follows_name(piece: str, start: int) -> bool:
    """True behind a word in capitals that has them not only because it opens the sentence."""
    before = _NAME_BEFORE.search(piece, max(0, start - _BACK), start)
    return before is not None and not _is_behind(_SENTENCE_START, piece, before.start())


def _names(piece: str) -> Iterator[str]:
    for match in _NAME.finditer(piece):
        words = match.group().split()
        if _is_behind(_SENTENCE_START, piece, match.start()) and _is_common(words[0]):
            words = words[1:]
        if _is_behind(_PLACE_BEFORE, piece, match.start()):
            words = words[1:]
        while words and _is_place(words[0]):
            words = words[1:]
        if len(words) < 2 or len(words[-1]) < _SHORTEST or _is_place(words[-1]):
            continue
        yield " ".join(words)


@lru_cache(maxsize=1 << 14)
def _is_place(word: str) -> bool:
    """True for the name of a state and for words of geography and institutions."""
    small = word.casefold()
    return bool(states.codes(word)) or small.startswith(column("openings.tsv", "institution"))


def _is_common(word: str) -> bool:
    """True for a word that opens a sentence with a capital only because of that: a post, a preposition."""
    return len(word) < 3 or word.casefold().startswith(column("openings.tsv", "common"))


def _stem(word: str) -> str:
    return word.casefold().replace("ё", "е")[: max(_SHORTEST, min(len(word) - 2, _STEM))]
