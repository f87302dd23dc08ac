"""A dispatch as sentences with the places in them, as the grounds for a host are looked for in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from core.annotating.clauses import meanings, sentences
from core.annotating.morphology import Word
from core.annotating.places import Places, Seat
from core.annotating.places.index import rows
from core.model import City, Country, Cut
from core.states import FORMER

_PREDICATES = ("VERB", "PRTS")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or organisation in a sentence: words `first` to `last` (exclusive), its span in the text."""

    iso: str | None
    via: str
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Clause:
    """A sentence: its words, punctuation among them, the places and the organisations in them."""

    number: int
    words: list[Word]
    spots: list[Spot] = field(default_factory=list)
    seats: list[Spot] = field(default_factory=list)
    towns: list[Spot] = field(default_factory=list)  # adjectives of cities: «в римском театре»

    def spot_at(self, index: int) -> Spot | None:
        """The place that the word at `index` belongs to."""
        return next((spot for spot in self.spots if spot.first <= index < spot.last), None)


class Scene:
    """The sentences of one dispatch."""

    __slots__ = ("sentences",)

    def __init__(self, words: Sequence[Word], item: Cut, places: Places) -> None:
        adjectives = [city for city in places.cities if city.rule == "adjective"]
        self.sentences = [
            Clause(
                number,
                clause,
                _spots(clause, places.countries),
                _spots(clause, places.organisations),
                _spots(clause, adjectives),
            )
            for number, clause in enumerate(sentences(words, item))
        ]


def _spots(words: Sequence[Word], mentions: Sequence[Country | Seat | City]) -> list[Spot]:
    found = []
    starts = [word.start for word in words]
    at = bisect_left(mentions, words[0].start, key=lambda mention: mention.start)
    while at < len(mentions) and mentions[at].start < words[-1].end:
        mention = mentions[at]
        first = max(0, bisect_left(starts, mention.start + 1) - 1)
        last = max(first + 1, bisect_left(starts, mention.end))
        via = _via(mention)
        alive = mention.iso if mention.iso not in FORMER else None  # nothing happens in a state that is gone
        found.append(Spot(alive, via, mention.start, mention.end, first, last))
        at += 1
    return found


def _via(mention: Country | Seat | City) -> str:
    if isinstance(mention, Country):
        return mention.via
    return "city" if isinstance(mention, City) else "organisation"


@cache
def lemmas_of(kind: str) -> frozenset[str]:
    """The lemmas of a kind in host_words.tsv."""
    return frozenset(word for row in rows("host_words.tsv") if row[0] == kind for word in row[1].split())


def has(word: Word, kind: str) -> bool:
    """Whether a word is of a kind in host_words.tsv."""
    return not lemmas_of(kind).isdisjoint(meanings(word.low))


def is_verb(word: Word) -> bool:
    """Whether a word is a finite verb or a short participle: the predicate of its clause."""
    if not word.is_word:
        return False
    if word.parses[0].pos in _PREDICATES:
        return True
    # «прибыли» is first of all a profit to the dictionary
    return has(word, "moving") and any(parse.pos in _PREDICATES for parse in word.parses)


def is_future(word: Word) -> bool:
    """Whether a verb speaks of what is still to come."""
    return word.is_word and "futr" in word.parses[0].grammemes
