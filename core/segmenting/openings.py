"""Digest or single note: by how its paragraphs open, and by who is spoken of again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.segmenting.tables import column

_FIRST = 260  # characters of a paragraph that tell what it is about
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*(?:\s+[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*)+")
_ALONE = re.compile(r"(?<![А-ЯЁа-яё-])(?<![А-ЯЁ]\.\s)(?<![А-ЯЁ]\.)[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?")
_BEFORE_PLACE = re.compile(
    r"(?:^|\s)(?:в|во|на|из|с|со|из-под|под|для|городе?|города|столице|республик\w*|области|провинции)\s+\Z",
    re.I,
)
_INITIAL = re.compile(r"[А-ЯЁ]\.\s?(?:-?[А-ЯЁ]\.\s?)?(?=[А-ЯЁ])")
_STEM = 5
_SHARE = 0.6


@cache
def _opening(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in column("openings.tsv", kind)), re.I)


@cache
def _exact(kind: str) -> re.Pattern[str]:
    """As `_opening`, with capitals told from small letters where the table names classes of capitals."""
    patterns = (re.sub(r"\(\?i\)", "", pattern) for pattern in column("openings.tsv", kind))
    return re.compile("|".join(f"(?:{_loosened(pattern)})" for pattern in patterns))


def _loosened(pattern: str) -> str:
    """The pattern with its words in either case and its classes of capitals as they are."""
    pieces = re.split(r"(\[А-ЯЁ\])", pattern)
    return "".join(
        piece if piece == "[А-ЯЁ]" else re.sub(r"^([а-яё])|(?<=[(|])([а-яё])", _both, piece)
        for piece in pieces
    )


def _both(match: re.Match[str]) -> str:
    letter = match.group()
    return f"[{letter.upper()}{letter}]"


def is_summary(paragraph: str) -> bool:
    """True for the opening summary of a digest: it sums up, and names nobody with his post."""
    return bool(_opening("sum").search(paragraph)) and not _has_person(paragraph)


def _has_person(paragraph: str) -> bool:
    """A post and right behind it, or behind the state it serves, a name of two words."""
    return any(
        len(name.split()) >= 2
        for name in _NAME.findall(paragraph[1:])
        if not name.startswith(("Министерств",))
    )


def news(text: str, spans: Sequence[tuple[int, int]], known: str, rubrics: int) -> dict[int, bool] | None:
    """Numbers of the paragraphs that begin a dispatch; None for a single note."""
    pieces = [text[start:end] for start, end in spans]
    if len(pieces) < 2:
        return None
    returns = [_returns(pieces, number) for number in range(len(pieces))]
    fresh = [not returns[number] and _is_new(piece) for number, piece in enumerate(pieces)]
    has_lede = is_summary(pieces[0]) or (not fresh[0] and not _has_person(pieces[0]))
    rest = range(1, len(pieces))
    new = sum(fresh[number] for number in rest)
    if rubrics < 2 and (new < _SHARE * len(rest) or any_linked(returns, rest) > (1 - _SHARE) * len(rest)):
        return None
    if not has_lede and len(pieces) == 2 and not fresh[0]:
        return None
    starts = {number: True for number in rest if not returns[number]}
    if not has_lede:
        starts[0] = True
    return starts if starts else None


def any_linked(returns: Sequence[bool], rest: range) -> int:
    return sum(returns[number] for number in rest)


def _is_new(piece: str) -> bool:
    return _exact("new").match(piece) is not None


def _returns(pieces: Sequence[str], number: int) -> bool:
    """True if a paragraph goes on with what stood above it."""
    if number == 0:
        return False
    piece = pieces[number]
    if _exact("new").match(piece) is None and _exact("back").match(piece) is not None:
        return True
    return not _surnames(pieces[:number]).isdisjoint(_alone(piece[:_FIRST]))


def _surnames(pieces: Sequence[str]) -> set[str]:
    """Stems of the last words of names met so far."""
    found = set()
    for piece in pieces:
        for name in _NAME.findall(piece):
            last = name.split()[-1]
            if len(last) >= 4:
                found.add(_stem(last))
    return found


def _alone(piece: str) -> set[str]:
    """Stems of capitalised words that stand without a first name and not behind a preposition of place."""
    found = set()
    for match in _ALONE.finditer(piece):
        before, after = piece[: match.start()], piece[match.end() :]
        if (
            _BEFORE_PLACE.search(before)
            or re.search(r"[А-ЯЁ][а-яё-]+\s\Z", before)
            or re.match(r"\s[А-ЯЁ][а-яё]", after)
        ):
            continue
        found.add(_stem(match.group()))
    for match in _INITIAL.finditer(piece):
        word = re.match(r"[А-ЯЁ][а-яё]+", piece[match.end() :])
        if word is not None:
            found.add(_stem(word.group()))
    return found


def _stem(word: str) -> str:
    return word.casefold().replace("ё", "е")[: max(4, min(len(word) - 2, 8))]
