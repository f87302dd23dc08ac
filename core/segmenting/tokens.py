"""Tokens by razdel, cached by whitespace chunk: news repeats its words, so most chunks are cut once."""

from __future__ import annotations

import re
from functools import lru_cache

import razdel

# razdel takes time with the square of a chunk; no word is as long as that
_CHUNK = re.compile(r"\S{1,400}")


@lru_cache(maxsize=1 << 16)
def _cut(chunk: str) -> tuple[tuple[int, int], ...]:
    return tuple((token.start, token.stop) for token in razdel.tokenize(chunk))


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every token of `text`, in code points."""
    found: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(text):
        at = match.start()
        found += [(at + start, at + end) for start, end in _cut(match.group())]
    return tuple(found)
