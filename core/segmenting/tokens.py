"""Tokens by razdel, cached by chunks between blanks: news repeats its words, so most chunks are cut once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import razdel

# razdel takes time with the square of what it cuts; no word is as long as that
_PIECE = re.compile(r"\S{1,64}")
_LONGEST = 64  # characters of a chunk that is kept as a whole


@lru_cache(maxsize=1 << 16)
def _cut(chunk: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (piece.start() + token.start, piece.start() + token.stop)
        for piece in _PIECE.finditer(chunk)
        for token in razdel.tokenize(piece.group())
    )


def _long(chunk: str) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(chunk):
        at = piece.start()
        for start, end in _cut(piece.group()):
            yield at + start, at + end


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every token of `text`, in code points."""
    found: list[tuple[int, int]] = []
    at = 0
    for chunk in text.split(" "):
        length = len(chunk)
        for start, end in _cut(chunk) if length <= _LONGEST else _long(chunk):
            found.append((at + start, at + end))
        at += length + 1
    return tuple(found)
