"""People: every mention of a person with the post that stands beside the name in the same sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from core.annotating import names
from core.annotating.morphology import Word
from core.annotating.posts import heads
from core.annotating.posts.beside import Scene, after, before, touching
from core.annotating.posts.grammar import title_of
from core.annotating.posts.heads import CASES
from core.annotating.posts.linked import earlier, linked
from core.annotating.posts.lists import lists
from core.annotating.posts.nominative import norm
from core.annotating.posts.phrase import Phrase, apart
from core.annotating.posts.serving import serving
from core.model import Person, Post, Segmentation

if TYPE_CHECKING:
    from core.annotating.names import Named
    from core.annotating.places import Places

_CREDITS = frozenset(("photo", "caption"))
_CASES = dict(zip("ngdaip", CASES, strict=True))  # names write a case as one letter
_OCCUPATIONS = frozenset(("expert", "science", "art", "sport", "person"))
_GENDERS = {"m": "masc", "f": "femn"}
Places_ = Mapping[int, tuple[int, str | None]]


def find(text: str, words: Sequence[Word], cut: Segmentation, places: Places) -> tuple[Person, ...]:
    """Every mention of a person in order, with the post stated beside it."""
    nouns = heads(words)
    named = names.find(text, words, cut, places, nouns)
    taken = {name.first: name.last for name in named}
    cases = {name.first: frozenset(_CASES[letter] for letter in name.cases) for name in named}
    return join(Scene(text, words, nouns, taken, cases), named, cut, places)


def posts(persons: Iterable[Person]) -> tuple[Post, ...]:
    """The posts of the persons, each once, in order."""
    found = {(post.start, post.end, post.norm): post for person in persons for post in person.posts}
    return tuple(found[key] for key in sorted(found))


def join(scene: Scene, named: Sequence[Named], cut: Segmentation, places: Places) -> tuple[Person, ...]:
    """The names with their posts. A post never comes from another sentence, far less another dispatch."""
    bounds = _Bounds(scene.text, scene.words, cut)
    spots = by_word(scene.words, places)
    listed = _listed(scene, bounds, spots)
    persons = []
    last_end = 0
    phrases: list[Phrase] = []
    for place, name in enumerate(named):
        low, high = bounds.sentence(name.first)
        bound = max(low, last_end)
        last_end = name.last
        taken = {(phrase.first, phrase.head) for phrase in phrases}
        phrases = [listed[name.first]] if name.first in listed else []
        if bounds.is_credit(name.start):
            phrases = []
        elif not phrases:
            until = named[place + 1].first if place + 1 < len(named) else len(scene.words)
            if _abuts(scene, named, place):
                outer = named[place - 2].last if place > 1 else low
                wider = _beside(scene, name, max(low, outer), high, until)
                phrases = wider if not any((one.first, one.head) in taken for one in wider) else []
            phrases = phrases or _beside(scene, name, bound, high, until)
        persons.append(_person(scene, name, phrases, spots))
    return tuple(persons)


def _abuts(scene: Scene, named: Sequence[Named], place: int) -> bool:
    """True if the name before ends a post: «университета имени | Абая | Иванов»."""
    if not place:
        return False
    before_it, first = named[place - 1], named[place].first
    inside = before_it.last == first and "g" in before_it.cases and before_it.first > 0
    inside = inside and "\n" not in scene.text[before_it.end : named[place].start]
    return inside and scene.words[before_it.first - 1].low not in (",", "и", ".")


def _beside(scene: Scene, name: Named, low: int, high: int, until: int) -> list[Phrase]:
    """The posts of one name, the main one first."""
    cases = scene.cases[name.first]
    found = [*_in_front(scene, name.first, low, cases)]
    if behind := after(scene, name.last, high, cases):
        found.append(behind)
    occupations = all(scene.heads[phrase.head].kind in _OCCUPATIONS for phrase in found)
    if occupations and (one := linked(scene, name.first, name.last, low, high)):
        found.insert(0, one)  # «Петров стал министром», also where «дипломат» stands before the name
    if not found and (one := touching(scene, name.first, low, cases)):
        found.append(one)
    if not found and until >= high:  # nobody else is named up to here: «Ранее она занимала пост …»
        end = next((i for i in range(high, min(high + 40, until)) if scene.words[i].text in ".!?"), None)
        if end and (one := earlier(scene, high, end)):
            found.append(one)
    return found


def _in_front(scene: Scene, first: int, low: int, cases: frozenset[str]) -> Iterator[Phrase]:
    """The post before a name, and one before a bare rank: «постоянный представитель при ООН | посол | …»."""
    inner = before(scene, first, low, cases)
    if inner is None:
        return
    outer = before(scene, inner.first, low, cases)
    outer = outer if outer and outer.last == inner.first else None
    bare = inner.last - inner.first == 1
    yield from filter(None, (outer, inner) if bare else (inner, outer))
    for index in range(inner.last, first):  # «представитель сил | полковник | …»: the rank is no part of it
        if index in scene.heads:
            yield Phrase(index, index + 1, index, rule="rank-before-name")


def _person(scene: Scene, name: Named, phrases: Sequence[Phrase], spots: Places_) -> Person:
    post = _post(scene, phrases[0], spots) if phrases else None
    each = [part for phrase in phrases for part in apart(scene.words, scene.heads, phrase)]
    return Person(
        start=name.start,
        end=name.end,
        name=name.name,
        post=post,
        org=post.org if post else None,
        country=post.country if post else None,
        title=name.title or (_title(scene, phrases[0], name.first) if phrases else None),
        gender=_GENDERS.get(name.gender or ""),
        written=name.written,
        posts=(post,) if post and len(each) == 1 else tuple(_post(scene, part, spots) for part in each),
        rule=name.rule,
        confidence=name.confidence,
    )


def _title(scene: Scene, phrase: Phrase, first: int) -> str | None:
    """What stands between a post and the name: «заместитель министра | принцем | …»."""
    if not phrase.last < first:
        return None
    found = (title_of(scene.words[index].low) for index in range(phrase.last, first))
    return next((title for title in found if title), None)


def _post(scene: Scene, phrase: Phrase, spots: Places_) -> Post:
    words, served = scene.words, serving(scene, phrase, spots)
    return Post(
        start=words[phrase.first].start,
        end=words[phrase.last - 1].end,
        norm=norm(scene.text, words, scene.heads, phrase),
        org=served.org,
        country=None if served.international else next(iter(served.states), None),
        status=phrase.status,
        rule=phrase.rule + (":international" if served.international else ""),
        confidence=phrase.confidence,
    )


def by_word(words: Sequence[Word], places: Places) -> Places_:
    """First word of a country, city or region → (the index after its last word, its ISO code)."""
    starts = [word.start for word in words]
    found: dict[int, tuple[int, str | None]] = {}
    spots: list[tuple[int, int, str | None]] = [(spot.start, spot.end, spot.iso) for spot in places.cities]
    spots += [(spot.start, spot.end, spot.iso) for spot in places.countries]
    for start, end, iso in spots:
        first = bisect_right(starts, start) - 1
        if first >= 0:
            found[first] = (bisect_right(starts, end - 1), iso)
    return found


def _listed(scene: Scene, bounds: _Bounds, spots: Places_) -> dict[int, Phrase]:
    """The posts in lists; a list may run over several lines of its dispatch."""
    states = [(first, last) for first, (last, _) in sorted(spots.items())]
    plurals = [index for index, noun in scene.heads.items() if noun.cases_in("plur")]
    found: dict[int, Phrase] = {}
    for low, high in bounds.dispatches:
        inside = plurals[bisect_left(plurals, low) : bisect_left(plurals, high)]
        found.update(lists(scene, inside, low, high, states))
    return found


class _Bounds:
    """Word ranges of sentences and dispatches, and where photographs are credited."""

    def __init__(self, text: str, words: Sequence[Word], cut: Segmentation) -> None:
        self._text = text
        self._starts = [word.start for word in words]
        areas = [*cut.sentences, *((part.start, part.end) for part in cut.parts)]
        self._sentences = sorted(self._range(start, end) for start, end in areas)
        self._firsts = [first for first, _ in self._sentences]
        self._credits = [(part.start, part.end) for part in cut.parts if part.kind in _CREDITS]
        self.dispatches = [self._range(item.start, item.end) for item in cut.cuts]

    def sentence(self, word: int) -> tuple[int, int]:
        """The word range of the sentence (or loose line) around a word."""
        place = bisect_right(self._firsts, word) - 1
        if place >= 0 and word < self._sentences[place][1]:
            return self._sentences[place]
        return self._line(word)

    def _line(self, word: int) -> tuple[int, int]:
        """The word range of the line around a word outside all sentences and parts."""
        offset = self._starts[word]
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset)
        return self._range(start, len(self._text) if end < 0 else end)

    def is_credit(self, offset: int) -> bool:
        """True inside a caption or the credit of a photograph."""
        return any(start <= offset < end for start, end in self._credits)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
