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
_PLACE_WORDS = frozenset("в во на из под город города городе столице области провинции".split())
_PLACE_BEGINNINGS = ("республик", "стран")
_NAME_BEHIND = re.compile(r"\s+[А-ЯЁ][а-яё]")
_STOPS = frozenset('.!?…»"')
_BACK = 40  # characters that are looked back at
_SHORTEST = 4  # letters of a surname that is looked for again
_STEM = 8


def introduced(piece: str) -> set[str]:
    """Stems of the surnames that stand with a first name: the last words of names of two words or more."""
    surnames = (name.split()[-1] for name in _names(piece))
    return {_stem(surname) for surname in surnames if len(surname) >= _SHORTEST}


def names_someone(piece: str) -> bool:
    """True if anybody is introduced with first name and surname."""
    return next(_names(piece), None) is not None


def without_names(piece: str) -> str:
    """The piece without the names of persons; a post at its beginning is left."""
    for name in list(_names(piece)):
        piece = piece.replace(name, "")
    return piece


def referred(piece: str) -> set[str]:
    """Stems of names with initials, and of capitalised words without first name or preposition of place."""
    found = {_stem(name) for name in _INITIALS.findall(piece)}
    for match in _ALONE.finditer(piece):
        if _is_place(match.group()):
            continue
        before = _words_before(piece, match.start())
        if (
            not (before and _tells_place(before[-1]))
            and not _is_inner_name(before)
            and not _NAME_BEHIND.match(piece, match.end())
        ):
            found.add(_stem(match.group()))
    return found


def met(piece: str) -> set[str]:
    """Stems of all surnames, with a first name or without."""
    return referred(piece) | introduced(piece)


class Known:
    """The surnames introduced so far, in pieces that are read only when a name might stand in them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []  # not read yet, in small letters
        self._unread: list[str] = []
        self._stems: set[str] = set()

    def add(self, piece: str) -> None:
        """Takes in another piece."""
        self._unread.append(piece)
        self._pieces.append(piece.lower().replace("ё", "е"))

    def has(self, stems: set[str]) -> bool:
        """True if one of the stems is that of a surname introduced before."""
        if not stems or not self._unread:
            return not stems.isdisjoint(self._stems)
        if any(stem in piece for stem in stems for piece in self._pieces):
            for piece in self._unread:
                self._stems |= introduced(piece)
            self._pieces.clear()
            self._unread.clear()
        return not stems.isdisjoint(self._stems)


def _words_before(piece: str, end: int) -> list[str]:
    """The last words before `end`; the first of them may be cut."""
    return piece[max(0, end - _BACK) : end].split()


def _tells_place(word: str) -> bool:
    """True for the words behind which a name is that of a place: «в», «города», «республики»."""
    small = word.lower()
    return small in _PLACE_WORDS or small.startswith(_PLACE_BEGINNINGS)


def _is_inner_name(before: list[str]) -> bool:
    """True if the word before has a capital that is not due to a sentence or place: not «В Лиме Тестов»."""
    if len(before) < 2 or not before[-1].istitle():
        return False
    return before[-2][-1] not in _STOPS and not _tells_place(before[-2])


def _opens_sentence(before: list[str]) -> bool:
    return not before or before[-1][-1] in _STOPS or before[-1] in ("«", '"', "–", "—", "•")


def _names(piece: str) -> Iterator[str]:
    for match in _NAME.finditer(piece):
        words = match.group().split()
        before = _words_before(piece, match.start())
        if _opens_sentence(before):
            words = words[1:] if _is_common(words[0]) else words
        elif _tells_place(before[-1]):
            words = words[1:]
        while words and _is_place(words[0]):
            words = words[1:]
        if len(words) < 2 or _is_place(words[-1]):
            continue
        yield " ".join(words)


@lru_cache(maxsize=1 << 14)
def _is_place(word: str) -> bool:
    """True for the name of a state and for words of geography and institutions."""
    small = word.lower()
    kinds = {form.kind for form in states.forms().get(states.key(word), ())}
    # «Хорват» with a capital is a surname
    return (
        bool(states.codes(word))
        and kinds != {"demonym"}
        or small.startswith(column("openings.tsv", "institution"))
    )


def _is_common(word: str) -> bool:
    """True for a word that opens a sentence with a capital only because of that: a post, a preposition."""
    return len(word) < 3 or word.casefold().startswith(column("openings.tsv", "common"))


def _stem(word: str) -> str:
    return word.casefold().replace("ё", "е")[: max(_SHORTEST, min(len(word) - 2, _STEM))]
