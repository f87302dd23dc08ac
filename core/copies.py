"""Syndicated copies: texts that tell the same in almost the same words, and where they differ.

Shingles of `_SIZE` folded words are hashed; texts that share one of their smallest hashes (the bottom sketch
of Broder, 1997) are compared word by word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from zlib import crc32

from rapidfuzz.distance import Indel

from core.folding import fold

_WORD = re.compile(r"\w+")
_SIZE = 4  # words of a shingle
_SKETCH = 12  # smallest hashes kept of a text
_CROWD = 64  # texts with one hash in common beyond which it is a phrase of the trade, no copy
_ALIKE = 0.7  # share of words in common, in order, from which texts are copies
_INSIDE = 0.8  # share of the shorter text's shingles from which it is an abridged copy


def groups(texts: Sequence[str]) -> list[list[int]]:
    """Indices of the texts, copies of one text together, in the order of their first one."""
    split = [_words(text) for text in texts]
    shingles = [_shingles(one) for one in split]
    top = list(range(len(texts)))
    for a, b in _candidates(shingles):
        if _top(top, a) != _top(top, b) and _is_copy(split[a], split[b], shingles[a], shingles[b]):
            first, second = sorted((_top(top, a), _top(top, b)))
            top[second] = first
    made: dict[int, list[int]] = {}
    for at in range(len(texts)):
        made.setdefault(_top(top, at), []).append(at)
    return list(made.values())


def differences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """How `one` becomes `other`: («=», words kept), («-», words gone), («+», words new), in order."""
    before, after = one.split(), other.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield "=", " ".join(before[a:b])
            continue
        if a < b:
            yield "-", " ".join(before[a:b])
        if c < d:
            yield "+", " ".join(after[c:d])


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _shingles(words: Sequence[str]) -> frozenset[int]:
    """Hashes of all runs of `_SIZE` words; of the whole text where it is shorter."""
    last = max(1, len(words) - _SIZE + 1)
    return frozenset(crc32(" ".join(words[at : at + _SIZE]).encode("utf-8", "replace")) for at in range(last))


def _candidates(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of texts with a hash of their sketches in common."""
    having: dict[int, list[int]] = defaultdict(list)
    for at, hashes in enumerate(shingles):
        for value in sorted(hashes)[:_SKETCH]:
            having[value].append(at)
    return sorted(
        {pair for found in having.values() if len(found) <= _CROWD for pair in combinations(found, 2)}
    )


def _is_copy(one: Sequence[str], other: Sequence[str], a: frozenset[int], b: frozenset[int]) -> bool:
    alike = Indel.normalized_similarity(one, other, score_cutoff=_ALIKE) >= _ALIKE
    return alike or len(a & b) >= max(_SIZE, _INSIDE * min(len(a), len(b)))


def _top(top: list[int], at: int) -> int:
    while top[at] != at:
        at = top[at]
    return at
