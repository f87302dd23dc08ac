"""What a dispatch is about, in a few words: nouns with their adjectives, in the nominative.

Names of persons, posts and places are left out: they stand in columns of their own. Words after a marker of
the topic («обсудили …», «речь шла о …») weigh most; words that every release has weigh nothing
(`tables/common_words.txt`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from core.annotating.morphology import Parse, Word, words
from core.model import Dispatch, Release

# Lemmas of the words behind which the topic stands until the sentence ends
MARKERS = frozenset(
    "обсудить обсуждать обсуждение посвятить посвященный тема вопрос речь рассмотреть рассматривать "
    "договориться затронуть затрагивать касаться переговоры".split()
)
_AFTER_MARKER, _ELSEWHERE = 3.0, 1.0
_LETTERS = 4  # shorter nouns say little
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Abbr", "Orgn"})


def topics(release: Release, dispatch: Dispatch, limit: int = 4) -> tuple[str, ...]:
    """At most `limit` words or pairs of words, the weightiest first; none where nothing is told."""
    weights: dict[str, float] = {}
    for phrase, weight in _phrases(release, dispatch):
        weights[phrase] = weights.get(phrase, 0.0) + weight
    single = {phrase for phrase in weights if " " not in phrase}
    covered = {noun for noun in single for phrase in weights if phrase.endswith(f" {noun}")}
    ranked = sorted(weights.items(), key=lambda item: -item[1])  # stable: the first met comes first
    return tuple([phrase for phrase, _ in ranked if phrase not in covered][:limit])


@cache
def common() -> frozenset[str]:
    """Lemmas that every release has."""
    text = (files("core") / "tables" / "common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _phrases(release: Release, dispatch: Dispatch) -> Iterator[tuple[str, float]]:
    inside = [span for span in release.tokens if dispatch.start <= span[0] < dispatch.end]
    found = words(release.text, inside)
    taken = _taken(release)
    ends = {end for _, end in release.sentences}
    marked = False
    for at, word in enumerate(found):
        marked = marked or not MARKERS.isdisjoint(word.lemmas)
        noun = None if _is_taken(word, taken) else _noun(word)
        if noun is not None:
            before = found[at - 1] if at and not _is_taken(found[at - 1], taken) else None
            yield _phrase(before, noun), _AFTER_MARKER if marked else _ELSEWHERE
        marked = marked and word.end not in ends


def _taken(release: Release) -> list[tuple[int, int]]:
    """Spans of persons, posts, countries and cities, in order."""
    kinds = (release.persons, release.posts, release.countries, release.cities)
    return sorted((one.start, one.end) for kind in kinds for one in kind)


def _is_taken(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in taken)


def _noun(word: Word) -> Parse | None:
    """The word as a common noun that tells something."""
    if not word.is_word or len(word.low) < _LETTERS:
        return None
    best = word.parses[0]
    if best.pos != "NOUN" or best.grammemes & _NAMES or not common().isdisjoint(word.lemmas):
        return None
    return best


def _phrase(before: Word | None, noun: Parse) -> str:
    """«водных ресурсов» → «водные ресурсы»: the noun and an adjective that agrees, in the nominative."""
    number = noun.number or "sing"
    named = noun.raw.inflect({"nomn", number})
    name = named.word if named else noun.lemma
    adjective = next((p for p in before.parses if _agrees(p, noun)), None) if before else None
    if adjective is None or not common().isdisjoint({adjective.lemma}):
        return str(name)
    wish = {"nomn", number} | ({noun.gender} if number == "sing" and noun.gender else set())
    agreed = adjective.raw.inflect(wish)
    return f"{agreed.word} {name}" if agreed else str(name)


def _agrees(adjective: Parse, noun: Parse) -> bool:
    tag = adjective.raw.tag
    is_adjective = adjective.pos == "ADJF" and "Apro" not in adjective.grammemes
    same_gender = noun.number == "plur" or adjective.gender in (None, noun.gender)
    return bool(is_adjective and tag.case == noun.case and tag.number == noun.number and same_gender)
