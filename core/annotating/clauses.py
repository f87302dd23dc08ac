"""The words of a dispatch by sentence, for the stages that read a lead by its first sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from core.annotating.morphology import Word, lemmas
from core.model import Cut

_STOPS = frozenset(".!?…")
_LONGEST = 300  # words, after which a sentence is cut: what goes on so long is none
_ABBREVIATIONS = frozenset(
    "г гг им ул пл пр обл пос гор св тыс млн млрд руб долл проф акад ген полк кап стр др см тел вв".split()
)
_SHORTEST = 4  # words, below which a full stop is taken for that of an abbreviation


def sentences(words: Sequence[Word], item: Cut) -> Iterator[list[Word]]:
    """The words of `item`, punctuation among them, sentence by sentence."""
    sentence: list[Word] = []
    length = 0
    at = bisect_left(words, item.start, key=lambda word: word.start)
    while at < len(words) and words[at].start < item.end:
        word = words[at]
        sentence.append(word)
        length += word.is_word
        at += 1
        ends = word.text in _STOPS and length >= _SHORTEST and _ends(words, at)
        if ends or length >= _LONGEST:
            yield sentence
            sentence, length = [], 0
    if sentence:
        yield sentence


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` can open a sentence: no initial and no abbreviation stands before the stop."""
    before = words[at - 2] if at >= 2 else None
    if at == len(words) or not words[at].is_word:
        return True
    short = before is not None and (len(before.text) == 1 or before.low in _ABBREVIATIONS)
    return words[at].is_capital and not short


@lru_cache(maxsize=1 << 16)
def meanings(form: str) -> frozenset[str]:
    """The folded lemmas of a form in lower case, the form itself among them."""
    return frozenset((*lemmas(form), form.replace("ё", "е")))
