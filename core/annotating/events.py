"""What happened in a dispatch: patterns of `tables/events.tsv` over its sentences, the heaviest one wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.annotating.clauses import meanings, sentences
from core.annotating.morphology import Word
from core.annotating.places.index import rows
from core.model import Cut, Event

KINDS = (
    "meeting", "phone_call", "briefing", "round_table", "credentials", "visit", "conference", "signing",
    "exhibition", "cultural", "consultations", "reception", "appointment", "statement", "visit_site", "lede",
    "other",
)  # fmt: skip

_SHARE = (1.0, 0.5)  # of a weight in the first and second sentence
_LATER = 0.25
_REACH = 12  # words between two groups of a pattern
_ALTERNATIVES = re.compile(r"(?:\|[^ |]+)+")
_CLOSELY = 4
_LEAST = 4.0  # the weight from which another event of the dispatch is worth naming
_WEAKEST = 2.5  # the weight under which nothing is known of what happened
_HEAVIEST = 10.0

Group = tuple[frozenset[str], ...]  # words that stand together, each with its alternatives
Sentence = list[tuple[Word, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the table: the groups of words that must meet in a sentence."""

    kind: str
    weight: float
    groups: tuple[Group, ...]
    object: Group  # words that must follow the first group closely; () where none need
    without: frozenset[str]  # words that must not
    name: str  # as it stands in the table, alternatives left out


def of(text: str, words: Sequence[Word], item: Cut) -> tuple[Event, ...]:
    """The events of a dispatch, the main one first; never empty. `words` are those of the whole release."""
    del text
    if item.lede:
        return (Event("lede", item.start, item.end, "lede", 1.0),)
    best: dict[str, Event] = {}
    for number, clause in enumerate(sentences(words, item)):
        sentence = [(word, meanings(word.low)) for word in clause if word.is_word]
        share = _SHARE[number] if number < len(_SHARE) else _LATER
        for pattern, start, end in _met(sentence):
            weight = pattern.weight * share
            known = best.get(pattern.kind)
            if known is None or weight / _HEAVIEST > known.confidence:
                best[pattern.kind] = Event(pattern.kind, start, end, pattern.name, weight / _HEAVIEST)
    ranked = sorted(best.values(), key=lambda event: (-event.confidence, event.start))
    if not ranked or ranked[0].confidence * _HEAVIEST < _WEAKEST:
        return (Event("other", item.start, item.end, "nothing known", 0.1),)
    return (ranked[0], *(event for event in ranked[1:] if event.confidence * _HEAVIEST >= _LEAST))


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    """Lemma → the patterns whose first word it can be."""
    found: dict[str, list[Pattern]] = {}
    for kind, weight, text in rows("events.tsv"):
        wanted, _, unwanted = text.partition(" - ")
        wanted, _, following = wanted.partition(" > ")
        groups = tuple(_group(group) for group in wanted.split(" + "))
        without = frozenset(filter(None, unwanted.split("|")))
        name = _ALTERNATIVES.sub("…", text)
        pattern = Pattern(kind, float(weight), groups, _group(following), without, name)
        for lemma in groups[0][0]:
            found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(patterns) for lemma, patterns in found.items()}


def _group(text: str) -> Group:
    return tuple(frozenset(word.split("|")) for word in text.split())


def _met(sentence: Sentence) -> Iterator[tuple[Pattern, int, int]]:
    """The patterns that a sentence meets, with the span of their first group."""
    table = _patterns()
    for at, (word, lemmas) in enumerate(sentence):
        for lemma in lemmas & table.keys():
            for pattern in table[lemma]:
                first = pattern.groups[0]
                end = at + len(first)
                if not _stands(sentence, at, first) or _follows(sentence, end, pattern.without):
                    continue
                if _near(sentence, at, pattern.groups[1:]) and _has_object(sentence, end, pattern.object):
                    yield pattern, word.start, sentence[at + len(first) - 1][0].end


def _stands(sentence: Sentence, at: int, group: Group) -> bool:
    """Whether the words of `group` stand at `at`, one behind the other."""
    if at + len(group) > len(sentence):
        return False
    return all(sentence[at + n][1] & wanted for n, wanted in enumerate(group))


def _follows(sentence: Sentence, at: int, unwanted: frozenset[str]) -> bool:
    """Whether one of the unwanted words stands closely behind."""
    return bool(unwanted) and any(lemmas & unwanted for _, lemmas in sentence[at : at + _CLOSELY])


def _has_object(sentence: Sentence, at: int, wanted: Group) -> bool:
    """Whether the object that the pattern asks for stands closely behind."""
    return not wanted or any(_stands(sentence, place, wanted) for place in range(at, at + _CLOSELY))


def _near(sentence: Sentence, at: int, groups: Sequence[Group]) -> bool:
    """Whether each of the other groups stands somewhere around `at`."""
    around = range(max(0, at - _REACH), min(len(sentence), at + _REACH + 1))
    return all(any(_stands(sentence, place, group) for place in around) for group in groups)
