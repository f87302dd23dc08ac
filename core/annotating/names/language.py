"""Lines that are not in Russian: no names are read there, for they decline otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.annotating.morphology import Word, parses

_FOREIGN = 0.3  # share of unknown words with a small letter; in Russian hardly ever above 0.1
_ENOUGH = 8  # words that tell the language of a line


def foreign_words(text: str, words: Sequence[Word]) -> frozenset[int]:
    """The indices of the words in lines that are not Russian. A short line goes with the whole text."""
    lines = _lines(text, words)
    counts = [_count(words, line) for line in lines]
    whole = _is_foreign(sum(count[0] for count in counts), sum(count[1] for count in counts))
    found: set[int] = set()
    for line, (unknown, total) in zip(lines, counts, strict=True):
        if _is_foreign(unknown, total) if total >= _ENOUGH else whole:
            found.update(line)
    return frozenset(found)


def _is_foreign(unknown: int, total: int) -> bool:
    return unknown > _FOREIGN * total


def _lines(text: str, words: Sequence[Word]) -> list[range]:
    """Word indices line by line."""
    lines, first = [], 0
    for index in range(1, len(words)):
        if "\n" in text[words[index - 1].end : words[index].start]:
            lines.append(range(first, index))
            first = index
    lines.append(range(first, len(words)))
    return lines


def _count(words: Sequence[Word], line: range) -> tuple[int, int]:
    """How many words with a small letter the dictionary lacks, and how many there are."""
    total = unknown = 0
    for index in line:
        form = words[index].text
        if len(form) > 1 and "\u0400" <= form[0] <= "\u052f" and form.islower():
            total += 1
            unknown += not _is_known(form)
    return unknown, total


@lru_cache(maxsize=1 << 13)
def _is_known(form: str) -> bool:
    return bool(parses(form)[0].raw.is_known)
