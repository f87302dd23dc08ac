"""Sentences: razdel, with what it misses in press releases mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import razdel

from core.segmenting.tables import column

# a long word, a stop, a word with a capital: no abbreviation, initial, quotation or bracket is in play
_CLEAR = re.compile(r"[.!?](?=[ \n][А-ЯЁ][а-яё])")
_LONG_WORD = 5  # letters
# where razdel might cut: behind a stop, before anything but a small letter
_DOUBTFUL = re.compile(r"[.!?…;][^\w\s]*\s+[^\sa-zа-яё]")
_GLUED = re.compile(r"(?<=[а-яё»\")%])[.!?…]+[»\"”]?(?=[«\"„“]?[А-ЯЁ](?:[а-яё]|\s))")
_MAY_PART = re.compile(r"[.!?…][»\"”]?[«\"„“]?[А-ЯЁ]|\d\s?г")
_LAST_WORD = re.compile(r"([\w-]+)\.\Z")
_INITIAL = re.compile(r"(?:^|[\s(«\"-])(?:[А-ЯЁA-Z]|[А-ЯЁ][а-яё])\.\Z")
_YEAR = re.compile(r"\d{4}\s?г{1,2}\.\s+(?=([А-ЯЁ][а-яё]*))")
_QUOTED = re.compile(r"«[^«»]{1,40}»(?=\s[а-яё])")
_LONGEST_WORD = 40
_WINDOW = 6_000  # characters


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of the paragraph `text[start:end]`, in code points of `text`."""
    names = [match.span() for match in _QUOTED.finditer(text, start, end)]
    held: tuple[int, int] | None = None
    for begin, stop in _windows(text, start, end):
        for piece in _cut(text, begin, stop):
            if held is not None and _belongs(text, held, piece, names):
                held = (held[0], piece[1])
                continue
            if held is not None:
                yield held
            held = piece
    if held is not None:
        yield held


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph in pieces that razdel, whose time grows with the square of a sentence, can take."""
    while end - start > _WINDOW:
        cut = max(text.rfind(". ", start, start + _WINDOW) + 1, text.rfind(" ", start, start + _WINDOW))
        cut = cut if cut > start else start + _WINDOW
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts at the clear ends first, which spares razdel most of its work; it is asked about the rest."""
    for cut in (*_clear_ends(text, start, end), end):
        start += text[start:cut].startswith((" ", "\n"))
        if _DOUBTFUL.search(text, start, cut) is None:
            yield from _parted(text, start, cut)
        else:
            for found in razdel.sentenize(text[start:cut]):
                yield from _parted(text, start + found.start, start + found.stop)
        start = cut


def _clear_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _CLEAR.finditer(text, start, end):
        word = text[max(start, match.start() - _LONG_WORD) : match.start()]
        if len(word) == _LONG_WORD and word.isalpha() and word.islower():
            yield match.end()


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts where two sentences stand without a blank between them, and behind a year."""
    if not (text[start].isspace() or text[end - 1].isspace() or _MAY_PART.search(text, start, end)):
        yield start, end
        return
    cuts = {match.end() for match in _GLUED.finditer(text, start, end) if not _is_short(text, match.end())}
    cuts |= {
        match.end() for match in _YEAR.finditer(text, start, end) if match[1].lower() in _words("opener")
    }
    for cut in sorted({*cuts, end}):
        piece = text[start:cut]
        if bare := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(bare)
        start = cut


def _belongs(text: str, held: tuple[int, int], piece: tuple[int, int], names: list[tuple[int, int]]) -> bool:
    """True if razdel has cut after an abbreviation, or inside a name in quotation marks."""
    if any(start < held[1] and piece[0] < end for start, end in names):
        return True
    word = _LAST_WORD.search(text, max(held[0], held[1] - _LONGEST_WORD), held[1])
    if word is None:
        return False
    last, first = word[1].lower(), text[piece[0] : piece[1]].split(maxsplit=1)[0].rstrip(".,;:!?")
    if last in _words("before"):
        return first[:1].isupper() and first.lower() not in _words("opener")
    return last in _words("money") and len(first) > 1 and first.isupper() and first.isalpha()


def _is_short(text: str, end: int) -> bool:
    """True if an initial or an abbreviation stands before `end`."""
    begin = max(0, end - _LONGEST_WORD)
    word = _LAST_WORD.search(text, begin, end)
    return _INITIAL.search(text, begin, end) is not None or (
        word is not None and word[1].lower() in _words("before")
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(column("stops.tsv", kind))
