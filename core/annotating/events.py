"""What happened in a dispatch: patterns of `tables/events.tsv` over its sentences, the heaviest one wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.annotating.clauses import meanings, sentences
from core.annotating.morphology import Word, parses
from core.annotating.places.index import rows
from core.model import Cut, Event

KINDS = (
    "meeting", "phone_call", "briefing", "round_table", "credentials", "visit", "conference", "signing",
    "exhibition", "cultural", "consultations", "reception", "appointment", "statement", "visit_site", "lede",
    "other",
)  # fmt: skip

_SECOND, _LATER, _ELSEWHEN = 0.5, 0.25, 0.25  # what is left of a weight behind the first sentence
_TOLD_SECOND = {
    "credentials": 0.95,
    "consultations": 0.8,
}  # kinds of events that a second sentence may tell of just as well
_TALKS = ("meeting", "phone_call")  # «в ходе беседы»: what was said there is the event
_OCCASION = 0.6  # of the weight, where an event is only the occasion of another: «на полях сессии»
_SEEN = frozenset({"accs", "loct", "loc2"})  # cases of what is visited: «посетить ранчо», «побывать на ранчо»
_GOVERNED = 2  # words from an infinitive to its object
_BEFORE = 3  # words before an event in which that is told
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
        sentence = [(word, _senses(word.text)) for word in clause if word.is_word]
        for pattern, at in _met(sentence):
            weight = (
                pattern.weight * _share(number, pattern.kind, sentence) * _told(sentence, at, pattern.kind)
            )
            known = best.get(pattern.kind)
            if known is None or weight / _HEAVIEST > known.confidence:
                best[pattern.kind] = _event(pattern, sentence[at : at + len(pattern.groups[0])], weight)
    ranked = sorted(best.values(), key=lambda event: (-event.confidence, event.start))
    if not ranked or ranked[0].confidence * _HEAVIEST < _WEAKEST:
        return (Event("other", item.start, item.end, "nothing known", 0.1),)
    return (ranked[0], *(event for event in ranked[1:] if event.confidence * _HEAVIEST >= _LEAST))


@lru_cache(maxsize=1 << 16)
def _senses(text: str) -> frozenset[str]:
    """The lemmas of a word; «#thing» with them where it is a common noun for what can be gone to see."""
    found = meanings(text.lower())
    found |= {perfective for lemma in found if (perfective := _perfectives().get(lemma))}
    noun = parses(text.lower())[0].pos == "NOUN" and text[0].islower()
    thing = noun and any("inan" in p.grammemes and p.case in _SEEN for p in parses(text.lower()))
    return found | {"#thing"} if thing and not found & named()["unseen"] else found


def _event(pattern: Pattern, found: Sentence, weight: float) -> Event:
    start, end = found[0][0].start, found[-1][0].end
    rule = f"{' '.join(word.low for word, _ in found)} ({pattern.name})"
    return Event(pattern.kind, start, end, rule, weight / _HEAVIEST)


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    """Lemma → the patterns whose first word it can be."""
    found: dict[str, list[Pattern]] = {}
    for kind, weight, text in rows("events.tsv"):
        wanted, _, unwanted = text.partition(" - ")
        wanted, _, following = wanted.partition(" > ")
        groups = tuple(_group(group) for group in wanted.split(" + "))
        without = _alternatives(unwanted)
        name = _ALTERNATIVES.sub("…", text)
        pattern = Pattern(kind, float(weight), groups, _group(following), without, name)
        for lemma in groups[0][0]:
            found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(patterns) for lemma, patterns in found.items()}


@cache
def named() -> dict[str, frozenset[str]]:
    """The groups of words that patterns name: «forum» and what it stands for."""
    return {name: frozenset(text.split(" ")) for name, text in rows("event_words.tsv")}


@cache
def _perfectives() -> dict[str, str]:
    """Imperfective verb → the perfective one that the patterns name: «завершает» counts as «завершил»."""
    return dict(pair.split(":") for pair in named()["aspect"])


def _group(text: str) -> Group:
    return tuple(_alternatives(word) for word in text.split())


def _alternatives(text: str) -> frozenset[str]:
    """The words of «визит|@forum», groups written out."""
    words = frozenset(filter(None, text.split("|")))
    return words.union(*(named()[word[1:]] for word in words if word.startswith("@")))


def _told(sentence: Sentence, at: int, kind: str) -> float:
    """What part of its weight a pattern keeps whose words are an occasion, a plan or an attribute."""
    word = sentence[at][0]
    if kind == "credentials":  # «отправился, чтобы вручить верительные грамоты»
        return 1.0
    if _is_planned(sentence, at) or (_is_future(word) and kind != "appointment") or _is_attribute(word):
        return _OCCASION
    return _OCCASION if kind not in _TALKS and _is_occasion(sentence, at) else 1.0


def _is_planned(sentence: Sentence, at: int) -> bool:
    """«призвало возобновить переговоры»: a noun that belongs to an infinitive."""
    if sentence[at][0].parses[0].pos not in ("NOUN", "ADJF"):
        return False
    return any(word.parses[0].pos == "INFN" for word, _ in sentence[max(0, at - _GOVERNED) : at])


def _is_attribute(word: Word) -> bool:
    """«осуждённых»: a full participle tells of no deed."""
    return all(parse.pos not in ("VERB", "PRTS", "INFN", "GRND") for parse in word.parses) and any(
        parse.pos == "PRTF" for parse in word.parses
    )


def _is_occasion(sentence: Sentence, at: int) -> bool:
    """Whether the word at `at` is what names only the occasion: «накануне визита», «в рамках форума»."""
    if sentence[at][0].parses[0].pos not in ("NOUN", "ADJF"):
        return False
    return any(lemmas & named()["occasion"] for _, lemmas in sentence[max(0, at - _BEFORE) : at])


def _share(number: int, kind: str, sentence: Sentence) -> float:
    """What part of its weight an event keeps in the sentence of that number."""
    if number == 0:
        return 1.0
    if _is_elsewhen(sentence):
        return _ELSEWHEN
    return _TOLD_SECOND.get(kind, _SECOND) if number == 1 else _LATER


def _is_elsewhen(sentence: Sentence) -> bool:
    """Whether a sentence tells of what was before or is still to come: «Ранее …», «Напомним, …»."""
    return any(lemmas & named()["elsewhen"] or _is_future(word) for word, lemmas in sentence)


def _is_future(word: Word) -> bool:
    return "futr" in word.parses[0].grammemes


def _met(sentence: Sentence) -> Iterator[tuple[Pattern, int]]:
    """The patterns that a sentence meets, with the place of their first group."""
    table = _patterns()
    for at, (_, lemmas) in enumerate(sentence):
        for lemma in lemmas & table.keys():
            for pattern in table[lemma]:
                first = pattern.groups[0]
                end = at + len(first)
                if not _stands(sentence, at, first) or _follows(sentence, end, pattern.without):
                    continue
                if _near(sentence, at, pattern.groups[1:]) and _has_object(sentence, end, pattern.object):
                    yield pattern, at


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
