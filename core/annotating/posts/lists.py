"""One word for several posts: «послы: Кубы – …, Чехии – …», «послы Эстонии и Латвии в Литве – … и …».

A plural head governs the names that follow. Each person gets a post of their own: the head in the singular,
with the words of the member («Кубы») or with the state at the same place in the row of states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.annotating.morphology import Word
from core.annotating.posts import rows
from core.annotating.posts.beside import Scene
from core.annotating.posts.chain import reach
from core.annotating.posts.fullness import put
from core.annotating.posts.grammar import AND, DASHES, forms, is_abbreviation, is_title, skip_back
from core.annotating.posts.nominative import adjective, compose, noun
from core.annotating.posts.phrase import Left, Phrase, left

_SEPARATORS = frozenset((",", ";", "и", "а", "также", "•"))
_WINDOW = 30  # words from the plural head to the first name
_COUNTED = frozenset(("двух", "трех", "трёх", "обеих", "обоих", "четырех", "четырёх", "пяти", "этих"))
_WHERE = frozenset(("в", "во", "на"))
_REST = 3  # words of a name that may have been left out of it
_MEMBER = 8  # words of a member of the list before its name: «Великого Герцогства Люксембург –»

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Plural:
    """A plural head, what stands left of it, and the words that belong to all its members."""

    head: int
    side: Left
    tail: Span


def lists(
    scene: Scene, plurals: Sequence[int], low: int, high: int, states: Sequence[Span]
) -> dict[int, Phrase]:
    """First word of a name → its post, for all names in lists between words `low` and `high`.

    `plurals` are the heads there that can be plural, `states` the word spans of states named in the text,
    both in order.
    """
    found: dict[int, Phrase] = {}
    for head in plurals:
        side = left(scene.words, head, scene.heads[head], low)
        plural = frozenset((case, number) for case, number in side.forms if number == "plur")
        if not plural:
            continue
        side = Left(side.first, plural, side.status, side.acting)
        for start, phrase in _members(scene, head, side, high, states):
            found.setdefault(start, phrase)
    return found


def _members(
    scene: Scene, head: int, side: Left, high: int, states: Sequence[Span]
) -> Iterator[tuple[int, Phrase]]:
    """The posts under one plural head, name by name."""
    names = _row(scene, head + 1, high)
    if not names:
        return
    first = names[0]
    stop = _before_mark(scene.words, skip_back(scene.words, first, head + 1), head + 1)
    if _is_member(scene, head + 1, stop, states):
        yield from _each_with_own(scene, head, side, names)
        return
    if colon := _colon(scene.words, head + 1, stop):
        yield from _each_elsewhere(scene, _Plural(head, side, (head + 1, colon)), names)
        return
    cases = frozenset(case for case, _ in side.forms)
    walked = reach(scene.words, scene.heads, head, stop, cases)
    if walked.end != stop:
        return
    if not cases & scene.cases[first]:
        return
    counted = scene.words[head + 1].low in _COUNTED  # «президенты двух стран»
    common = _Plural(head, side, (head + 1, head + 1 if counted else stop))
    together = _same_member(scene, names)
    row = rows.row_of(scene.words, head + 1, stop, states, together)
    for place, name in enumerate(names):
        member = None if place < together else _member(scene, names, place)
        if member:
            yield name, _phrase(scene, common, (*_without(common.tail, row), member), member)
        elif place < together == len(row) > 1:
            own = row[place]
            yield name, _phrase(scene, common, _kept(common.tail, row, own), own, each=True)
        elif state := _bracketed(scene, name, states):
            yield name, _phrase(scene, common, (common.tail,), state)
        elif len(names) > 1:
            yield name, _phrase(scene, common, (common.tail,), None)


def _each_with_own(scene: Scene, head: int, side: Left, names: Sequence[int]) -> Iterator[tuple[int, Phrase]]:
    """«послы: Кубы – …, Чехии – …»: every name has its member before it."""
    for place, name in enumerate(names):
        member = _member(scene, names, place) if place else _first_member(scene, head, name)
        if member:
            yield name, _phrase(scene, _Plural(head, side, (head + 1, head + 1)), (member,), member)


def _colon(words: Sequence[Word], start: int, stop: int) -> int | None:
    """The colon behind which the places of the members begin: «послы Чили | : в Перу – …, на Кубе – …»."""
    if stop >= len(words) or words[stop].text not in DASHES:
        return None
    colons = (i for i in range(start, stop - 1) if words[i].text == ":" and words[i + 1].low in _WHERE)
    return next(colons, None)


def _each_elsewhere(scene: Scene, plural: _Plural, names: Sequence[int]) -> Iterator[tuple[int, Phrase]]:
    """The posts of those who serve one state in several places."""
    for place, name in enumerate(names):
        stop = _before_mark(scene.words, name, plural.tail[1])
        member = _member(scene, names, place) if place else (plural.tail[1] + 1, stop)
        if member:
            yield name, _phrase(scene, plural, (plural.tail, member), plural.tail)


def _row(scene: Scene, start: int, high: int) -> list[int]:
    """The names that follow a plural head with nothing between them but members, commas and brackets."""
    names: list[int] = []
    at = start
    limit = min(high, start + _WINDOW)
    while at < limit:
        if at in scene.taken:
            names.append(at)
            at = _past_bracket(scene.words, _past_rest(scene, scene.taken[at], high), high)
            limit = min(high, at + _MEMBER)
            if at >= high or scene.words[at].low not in _SEPARATORS:
                break
            continue
        if names and not _may_stand_between(scene, at):
            break
        if not names and scene.words[at].text in (".", "!", "?"):
            break
        at += 1
    return names


def _may_stand_between(scene: Scene, at: int) -> bool:
    """A word of a member («Кубы –»), a title, a separator; no verb, no other singular post."""
    word = scene.words[at]
    if at in scene.heads and not is_title(word):
        return False
    if word.low in _WHERE and at + 1 < len(scene.words) and scene.words[at + 1].is_capital:
        return True
    if word.low in _SEPARATORS or word.text in DASHES or is_title(word) or word.is_capital:
        return True
    return any(case == "gent" for case, _ in forms(word.low))


def _past_rest(scene: Scene, at: int, high: int) -> int:
    """The index after capitalised words that a name was cut before: no list ends over them."""
    stop = min(at + _REST, high)
    while at < stop and scene.words[at].is_capital and at not in scene.taken:
        at += 1
    return at


def _past_bracket(words: Sequence[Word], at: int, high: int) -> int:
    if at < high and words[at].text == "(":
        close = next((i for i in range(at, min(at + 15, high)) if words[i].text.startswith(")")), None)
        return at if close is None else close + 1
    return at


def _before_mark(words: Sequence[Word], stop: int, low: int) -> int:
    """The index of a dash or colon right before `stop`, or `stop`."""
    return (
        stop - 1
        if stop - 1 >= low and (words[stop - 1].text in DASHES or words[stop - 1].text == ":")
        else stop
    )


def _is_member(scene: Scene, start: int, stop: int, states: Sequence[Span]) -> bool:
    """True for «послы [:] Кубы –»: one state or body alone between the plural and the dash before a name."""
    words = scene.words
    if stop >= len(words) or words[stop].text not in DASHES or start >= stop:
        return False
    start += words[start].text == ":"
    inside = range(start, stop)
    named = any(is_abbreviation(words[i]) for i in inside) or bool(rows.within(states, start, stop))
    plain = all(words[i].is_word and words[i].low not in AND for i in inside)
    return bool(inside) and plain and named and words[start].is_capital


def _first_member(scene: Scene, head: int, name: int) -> Span | None:
    stop = _before_mark(scene.words, skip_back(scene.words, name, head + 1), head + 1)
    start = head + 2 if scene.words[head + 1].text == ":" else head + 1
    return (start, stop) if start < stop else None


def _member(scene: Scene, names: Sequence[int], place: int) -> Span | None:
    """The words between the separator after the last name and this name: «, Чехии – | Сойка»."""
    if place == 0:
        return None
    rest = _past_rest(scene, scene.taken[names[place - 1]], names[place])
    start = _past_bracket(scene.words, rest, names[place])
    while start < names[place] and scene.words[start].low in _SEPARATORS:
        start += 1
    stop = skip_back(scene.words, names[place], start)
    stop = _before_mark(scene.words, stop, start)
    return (start, stop) if start < stop else None


def _same_member(scene: Scene, names: Sequence[int]) -> int:
    """How many names share the words before the first of them."""
    places = range(1, len(names))
    return next((place for place in places if _member(scene, names, place)), len(names))


def _kept(tail: Span, row: Sequence[Span], own: Span) -> tuple[Span, ...]:
    """The common words with the row of states replaced by one of them."""
    return ((tail[0], row[0][0]), own, (row[-1][1], tail[1]))


def _without(tail: Span, row: Sequence[Span]) -> tuple[Span, ...]:
    """The common words up to the state that the member's own state replaces."""
    return ((tail[0], row[0][0]),) if row else ()


def _bracketed(scene: Scene, name: int, states: Sequence[Span]) -> Span | None:
    """The state in the bracket behind a name: «послы: Иванов (Чили), …»."""
    last = scene.taken[name]
    if last >= len(scene.words) or scene.words[last].text != "(":
        return None
    inside = rows.within(states, last + 1, last + 2)
    closed = inside and inside[0][1] < len(scene.words) and scene.words[inside[0][1]].text.startswith(")")
    return inside[0] if closed else None


def _phrase(
    scene: Scene, plural: _Plural, spans: Sequence[Span], places: Span | None, *, each: bool = False
) -> Phrase:
    """The post of one member: the head in the singular and the given words.

    `each`: the words before a row also stand for one of several («главы дипмиссий»). A state outside the
    given words is put into the genitive behind them.
    """
    words, side, head = scene.words, plural.side, plural.head
    pieces = [
        words[i].low if words[i].low == "и" else adjective(words[i], side.forms)
        for i in range(side.first, head)
    ]
    pieces.append(noun(words[head], side.forms))
    single = rows.each(words, *spans[0]) if each and spans else {}
    pieces += [compose(scene.text, words, a, b, single, small=False) for a, b in spans if a < b]
    if places and not any(a <= places[0] < b for a, b in spans):
        written = scene.text[words[places[0]].start : words[places[1] - 1].end]
        pieces.append(put(written, "gent"))
    last = max(plural.tail[1], head + 1)
    return Phrase(
        side.first,
        last,
        head,
        status=side.status,
        number="plur",
        rule="post-in-list",
        confidence=0.9,
        norm=" ".join(pieces),
        places=places,
    )
