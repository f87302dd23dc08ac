"""Titles before a name: шейх, лорд, генерал армии, доктор. They are no part of the name."""

from __future__ import annotations

from functools import cache

from core.annotating.names.context import Surroundings
from core.annotating.names.tables import kinds
from core.folding import fold


@cache
def _by_last() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Titles by their last word, the longest first, as folded words and as written."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for written, kind in kinds("titles").items():
        if kind == "title":
            words = tuple(fold(word) for word in written.split())
            found.setdefault(words[-1], []).append((words, written))
    return {last: tuple(sorted(several, key=lambda one: -len(one[0]))) for last, several in found.items()}


def before(around: Surroundings, first: int) -> str | None:
    """The title right before the word index `first`, in the nominative; None if there is none."""
    if first == 0 or not around.words[first - 1].is_word:
        return None
    table = _by_last()
    last = around.words[first - 1]
    likely = [one for form in (*last.lemmas, fold(last.low)) for one in table.get(form, ())]
    for words, written in likely:
        found = around.words[max(0, first - len(words)) : first]
        if len(found) == len(words) and all(
            word in token.lemmas or word == fold(token.low) for word, token in zip(words, found, strict=True)
        ):
            return written
    return None
