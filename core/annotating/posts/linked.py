"""Posts tied to a name by a verb: «назначен послом», «освобожден от должности посла», «послом стал …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.annotating.morphology import Word
from core.annotating.posts.beside import Scene
from core.annotating.posts.chain import reach
from core.annotating.posts.grammar import is_verb, part, qualifies, tie
from core.annotating.posts.phrase import Phrase, left, numbered

_NEAR = 7  # words between name, verb and post
_INSERTED = 25  # words of an insertion between a name and its verb
_FAR = 14  # words between name and post where a verb ties them
_BETWEEN = frozenset(
    ("на", "с", "к", "от", "в", "был", "была", "были", "быть", "будет", "также", "его", "её", "ее", "и")
)
_WITH = frozenset(("с", "со", "перед", "над", "между", "под"))  # take the instrumental for themselves
_BEFORE = frozenset(("ранее", "прежде", "раньше"))
_ABLATIVE, _GENITIVE = frozenset(("ablt",)), frozenset(("gent",))


def linked(scene: Scene, first: int, last: int, low: int, high: int) -> Phrase | None:
    """The post that a verb gives to the name at words `first` to `last`, inside words `low` to `high`."""
    return (
        _ahead(scene, first, low)
        or _placed(scene, first, last, low, high)
        or _behind_insertion(scene, last, high)
        or _behind(scene, first, last, low, high)
        or _noun_gives(scene, first, last, low, high)
    )


def _behind(scene: Scene, first: int, last: int, low: int, high: int) -> Phrase | None:
    """«Иванов назначен послом», «Иванов освобожден от должности посла», «Иванов занимал пост посла»."""
    ends = False
    tied = None
    for index in range(last, min(last + _FAR, high)):
        word = scene.words[index]
        if index in scene.taken:
            return None
        if tied is not None and index in scene.heads:
            return _from(scene, index, last, high, ends)
        kind = tie(word.low)
        ends = ends or word.low in _BEFORE
        if kind in ("gives", "is", "ends"):
            tied, ends = index, ends or kind == "ends"
        elif not (_before_verb(word, index == last) if tied is None else index == tied + 1 or _passes(word)):
            return None
    return None


def _behind_insertion(scene: Scene, last: int, high: int) -> Phrase | None:
    """«Иванов, ранее работавший директором, | назначен послом»: what the main verb gives comes first."""
    if last >= high or scene.words[last].text != ",":
        return None
    ends = (i for i in range(last + 1, min(last + _INSERTED, high)) if scene.words[i].text == ",")
    close = next(ends, None)
    if close is None or close + 1 >= high or tie(scene.words[close + 1].low) not in ("gives", "ends"):
        return None
    return _behind(scene, last, close + 1, close + 1, high)


def _before_verb(word: Word, first: bool) -> bool:
    """What may stand between a name and its verb: an adverb, «в 1994 году»; a comma before a participle."""
    if word.text == ",":
        return first
    return word.text not in ".;:!?" and not is_verb(word.low)


def _from(scene: Scene, head: int, low: int, high: int, ends: bool) -> Phrase | None:
    """The post with this head behind a verb: instrumental, or genitive after «пост», «должность»."""
    side = left(scene.words, head, scene.heads[head], low)
    placed = tie(scene.words[side.first - 1].low) == "place" if side.first > low else False
    wanted = _GENITIVE if placed else _ABLATIVE
    if not any(case in wanted and number == "sing" for case, number in side.forms):
        return None
    free = next((i for i in range(head, high) if i in scene.taken), high)
    walked = reach(scene.words, scene.heads, head, free, wanted, strict=True)
    first = numbered(scene.words, scene.heads, side.first, head)
    status = "former" if ends else side.status
    return Phrase(first, walked.end, head, walked.joined, status, rule="post-by-verb", confidence=0.85)


def _ahead(scene: Scene, first: int, low: int) -> Phrase | None:
    """«Послом Кыргызстана в Кувейте назначен | Карабеков», «Почетным консулом … Кесада утвержден …»."""
    stop = first
    tied = False
    while stop > low and stop > first - 4:
        word = scene.words[stop - 1]
        kind = tie(word.low)
        if kind in ("gives", "is"):
            tied = True
        elif word.low not in ("был", "была", "будет", "и", "также", "вновь"):
            break
        stop -= 1
    if not tied and not _verb_follows(scene, first):
        return None
    for head in range(max(low, stop - 40), stop):
        noun = scene.heads.get(head)
        if noun is None or "ablt" not in noun.cases_in("sing"):
            continue
        side = left(scene.words, head, noun, low)
        if side.first > low and scene.words[side.first - 1].low in _WITH:
            continue
        walked = reach(scene.words, scene.heads, head, stop, _ABLATIVE)
        if walked.end == stop:
            start = numbered(scene.words, scene.heads, side.first, head)
            return Phrase(start, stop, head, walked.joined, side.status, rule="post-by-verb", confidence=0.85)
    return None


def _verb_follows(scene: Scene, first: int) -> bool:
    """True for «… Кесада | утвержден на посту»."""
    last = scene.taken[first]
    return last < len(scene.words) and tie(scene.words[last].low) == "gives"


def _noun_gives(scene: Scene, first: int, last: int, low: int, high: int) -> Phrase | None:
    """«после избрания | Эллиса председателем», «назначил | Исломбекова Чрезвычайным и Полномочным Послом»."""
    given = next((i for i in range(first - 1, max(low, first - 4) - 1, -1) if tie(scene.words[i].low)), None)
    if given is None or tie(scene.words[given].low) not in ("gives", "ends"):
        return None
    for head in range(last, min(last + _NEAR, high)):
        if head in scene.heads:
            phrase = _from(scene, head, last, high, tie(scene.words[given].low) == "ends")
            return phrase and replace(phrase, rule="post-by-verb")
        if head in scene.taken or not _passes(scene.words[head]):
            return None
    return None


def _placed(scene: Scene, first: int, last: int, low: int, high: int) -> Phrase | None:
    """«Пост генерального директора занимал | Ханнанов», «место спикера занял республиканец | Бенер»."""
    for place in range(first - 1, max(low, first - _FAR) - 1, -1):
        if place in scene.taken or scene.words[place].text in ";:":
            return None
        if tie(scene.words[place].low) != "place":
            continue
        head = next((i for i in range(place + 1, min(place + 5, first)) if i in scene.heads), None)
        phrase = _from(scene, head, place, first, ends=False) if head is not None else None
        if phrase is None or phrase.first != place + 1:
            return None
        if phrase.last == first and place > low and scene.words[place - 1].low == "на":
            return phrase  # «сменивший … на посту посла | Петров»
        between = [*scene.words[phrase.last : first], *scene.words[last : min(last + 1, high)]]
        return phrase if any(tie(word.low) in ("is", "gives") for word in between) else None
    return None


def _passes(word: Word) -> bool:
    """A word that may stand between a verb and the post it gives."""
    return (
        word.low in _BETWEEN
        or tie(word.low) is not None
        or bool(qualifies(word.low))
        or part(word.low) == "outside"
    )


def earlier(scene: Scene, low: int, high: int) -> Phrase | None:
    """The post in a sentence that goes on about the last name: «Ранее она занимала пост посла …»."""
    words: Sequence[Word] = scene.words
    if any(index in scene.taken for index in range(low, high)):
        return None
    said = [words[i].low for i in range(low, min(low + 6, high))]
    if not {"он", "она"} & set(said) or not _BEFORE & set(said):
        return None
    for head in range(low, high):
        if head in scene.heads:
            side = left(words, head, scene.heads[head], low)
            if side.first > low and tie(words[side.first - 1].low) in ("place", "is"):
                return _from(scene, head, low, high, ends=True)
    return None
