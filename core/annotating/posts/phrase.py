"""The phrase of a post: what stands left of its head, its case, whether it is over or only acted in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.annotating.morphology import Word
from core.annotating.posts.grammar import AND, part, qualifies
from core.annotating.posts.heads import CASES, Head

_FORMER_PREFIX = "экс-"
_NUMBERED = ("первый", "второй", "третий")
_JOINERS = frozenset(",–—-")
_ACTING_WORDS = 4  # words of the longest mark of one who stands in: «временно исполняющий обязанности»


@dataclass(frozen=True, slots=True)
class Left:
    """What stands left of a head: where the post begins, its cases, its status."""

    first: int
    forms: frozenset[tuple[str, str]]
    status: str | None = None
    acting: int | None = None  # index after the words «исполняющий обязанности»


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post in the text: words `first` to `last` (exclusive), head at `head`, joined posts at `joined`."""

    first: int
    last: int
    head: int
    joined: tuple[int, ...] = ()
    status: str | None = None
    number: str = "sing"
    rule: str = ""
    confidence: float = 1.0
    # what a list adds to the words between `first` and `last`: «послы» … «Кубы»
    norm: str | None = None
    places: tuple[int, int] | None = None  # words that name the state of this member of the list


def left(words: Sequence[Word], head: int, noun: Head, low: int) -> Left:
    """Walks left from the head over its adjectives and the marks of acting and former."""
    first, status = head, None
    forms = noun.forms
    if words[head].low.startswith(_FORMER_PREFIX):
        status = "former"
    while first > low:
        word = words[first - 1]
        if word.low == "и" and first - 1 > low and first < head and _agrees(words[first - 2], forms):
            first -= 1
            continue
        agreeing = _agrees(word, forms)
        role = part(word.low)
        if not agreeing or role in ("outside", "title"):
            break
        if role in ("former", "former-kept"):
            status = "former"
        if role == "former":
            break
        following = words[first + 1] if words[first].low == "и" else words[first]
        if word.is_capital and first < head and not following.is_capital and first - 1 > low:
            break
        forms = agreeing
        first -= 1
    if words[first].low == "и":
        first += 1
    return _acting(words, first, low, forms, status)


def apart(words: Sequence[Word], heads: Mapping[int, Head], phrase: Phrase) -> Iterator[Phrase]:
    """The posts that a phrase joins, each as a phrase of its own."""
    tops = (phrase.head, *phrase.joined)
    firsts = [left(words, top, heads[top], phrase.first).first for top in phrase.joined]
    for top, first, following in zip(tops, (phrase.first, *firsts), (*firsts, None), strict=True):
        last = phrase.last if following is None else following
        while following and last > top + 1 and _joins(words[last - 1]):
            last -= 1
        yield replace(phrase, first=first, last=last, head=top, joined=())


def _joins(word: Word) -> bool:
    return word.low in AND or word.text in _JOINERS


def _agrees(word: Word, forms: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return qualifies(word.low) & forms if word.text[0].isalnum() else frozenset()


def _acting(
    words: Sequence[Word], first: int, low: int, forms: frozenset[tuple[str, str]], status: str | None
) -> Left:
    """The same with «и.о.», «врио», «исполняющий обязанности» before a genitive."""
    if ("gent", "sing") not in forms:
        return Left(first, forms, status)
    before = "".join(word.low for word in words[max(low, first - _ACTING_WORDS) : first])
    every = frozenset((case, "sing") for case in CASES)
    if before.endswith("и.о.") and first - 4 >= low:
        return Left(first - 4, every, "acting", first)
    if before.endswith(("врио", "ио")) and words[first - 1].low in ("врио", "ио"):
        return Left(first - 1, every, "acting", first)
    if before.endswith(("обязанности", "обязанностей")) and first - 2 >= low:
        doer = words[first - 2]
        if doer.low.startswith("исполняющ"):
            start = first - 3 if first - 3 >= low and words[first - 3].low == "временно" else first - 2
            return Left(start, qualifies(doer.low), "acting", first)
    return Left(first, forms, status)


def numbered(words: Sequence[Word], heads: Mapping[int, Head], first: int, head: int) -> int:
    """`first` moved past an ordinal that only counts: «первым генеральным консулом стал …»."""
    rank = heads[head].kind == "deputy" or heads[head].lemma in ("секретарь", "проректор", "заместитель")
    counts = any(words[first].low.startswith(stem[:-2]) for stem in _NUMBERED)
    return first + 1 if counts and not rank and first < head else first
