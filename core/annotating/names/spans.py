"""Which stretches of a run are persons: the best way to part it, by look and agreement of its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from core.annotating.morphology import Word
from core.annotating.names import cutting
from core.annotating.names.context import Surroundings
from core.annotating.names.language import foreign_words
from core.annotating.names.lexicon import look
from core.annotating.names.runs import AFTER, BEFORE, INITIAL, NUMERAL, WORD, Element, runs
from core.annotating.names.shapes import Shape, shape_of
from core.annotating.names.shown import Found, Shown
from core.annotating.places import Places
from core.model import Segmentation

_LONGEST = 7  # elements of a name
_HOPELESS = -5.0  # a shape that no surroundings can save
_MOST = 3.2  # the most that surroundings can add
_ACCEPT = 1.0  # log-odds above which a stretch is a person
_NEIGHBOURS = 1.6  # two persons rarely stand side by side
_LONE_NEIGHBOUR = 2.6  # less so where one of them is but a word: «Асеф | Талха»
_TORN = 0.8  # an initial or a numeral left beside a name
_LEFT_PARTICLE = 3.0
_LEFT_NAME = 1.1  # a word left beside a name that looks like a part of it
_LEFT_WORD = 1.6  # a word of the language left between a capital and a surname
_PLACE = 2.5  # what a word that names a place takes away
_STATE = 4.0  # what the name of a state does
_SERVING = 5.0  # what a word takes away that a sentence begins with («Недавно Иванов»)
_POST = 3.0
_THING = 1.5  # «Назначение Иванова»


Judge = Callable[[Sequence[Element]], Found | None]


def part(run: Sequence[Element], judge: Judge) -> list[Found]:
    """The persons in a run. `judge` says whether a stretch is one."""
    best: list[tuple[float, tuple[Found, ...]]] = [(0.0, ())]
    for end in range(1, len(run) + 1):
        score, chain = best[end - 1]
        if _touches(chain, run, end - 1):
            score -= _left_out(run, end - 1)
        top = (score, chain)
        for start in range(max(0, end - _LONGEST), end):
            found = judge(run[start:end]) if not _torn(run, start) else None
            if found is None:
                continue
            score, chain = best[start]
            score += found.score - _ACCEPT
            if _touches(chain, run, start):
                score -= _NEIGHBOURS if min(end - start, len(chain[-1].elements)) > 1 else _LONE_NEIGHBOUR
            elif start > 0:
                score -= _left_out(run, start - 1)
            if score > top[0]:
                top = (score, (*chain, found))
        best.append(top)
    return list(best[-1][1])


def _touches(chain: Sequence[Found], run: Sequence[Element], place: int) -> bool:
    """True if the last person of the chain ends right before `place`."""
    return bool(chain) and place > 0 and chain[-1].elements[-1] is run[place - 1]


def _torn(run: Sequence[Element], start: int) -> bool:
    """True if a name that begins at `start` would begin with the particle of the word before."""
    if start == 0 or run[start - 1].kind != WORD:
        return False
    return run[start].kind == BEFORE or (run[start].text[0].islower() and "-" in run[start].text)


def _left_out(run: Sequence[Element], place: int) -> float:
    """What it costs to leave a word out that could be of a name with its neighbours."""
    if run[place].kind in (INITIAL, NUMERAL, AFTER):
        return _TORN
    if run[place].kind == BEFORE:
        return _LEFT_PARTICLE if place > 0 else 0.0
    if run[place].kind != WORD or len(run) == 1:
        return 0.0
    if len(run[place].text) > 1 and run[place].text.isupper():  # «ВСНП | У Вэйхуа»
        return 0.0
    one = look(run[place].form)
    if one.common and one.noun and _before_strange(run, place):
        return _LEFT_WORD
    syllable = one.syllable and 0 < place < len(run) - 1  # «ВСНП | У | Вэйхуа»
    return _LEFT_NAME if syllable or not one.known or one.given > 1 or one.alone > 1 else 0.0


def _before_strange(run: Sequence[Element], place: int) -> bool:
    """True inside a run before a word that no dictionary knows: «Грузии | Мака | Бочоришвили»."""
    if not 0 < place < len(run) - 1 or run[place + 1].kind != WORD:
        return False
    following = look(run[place + 1].form)
    return following.alone > 0.8 and (not following.known or following.given < 1)


def find(
    text: str, tokens: Sequence[Word], around: Surroundings, cut: Segmentation, places: Places
) -> list[Found]:
    """The persons of a text: first each run by itself, then once more with what the others have shown."""
    foreign = foreign_words(text, tokens)
    spots = _spots(places)
    alike = [
        piece
        for run in runs(text, tokens, cut.sentences)
        if run[0].first not in foreign
        for piece in cutting.cut(run, around, spots)
    ]
    judging = _Judging(around, spots)
    shown = Shown([one for run in alike for one in part(run, judging.alone)])

    def judge(elements: Sequence[Element]) -> Found | None:
        return judging.alone(elements, shown.evidence(elements))

    return [one for run in alike for one in part(run, judge)]


class _Judging:
    """Whether a stretch is a person, by its shape and its surroundings; both are looked at once."""

    def __init__(self, around: Surroundings, spots: Mapping[int, float]) -> None:
        self._around, self._spots = around, spots
        self._shapes: dict[tuple[int, int], Shape | None] = {}
        self._evidences: dict[tuple[int, int], float] = {}

    def alone(self, elements: Sequence[Element], shown: float = 0.0) -> Found | None:
        """The stretch as a person, if it scores as one; `shown`: what other names of the release add."""
        place = (elements[0].first, elements[-1].last)
        if place not in self._shapes:
            self._shapes[place] = shape_of(tuple(elements))
        shape = self._shapes[place]
        if shape is None or shape.score < _HOPELESS or shape.score + shown + _MOST <= _ACCEPT:
            return None  # most words that begin a sentence end here
        if place not in self._evidences:
            self._evidences[place] = self._evidence(elements)
        score = shape.score + self._evidences[place] + shown
        return Found(tuple(elements), shape, score) if score > _ACCEPT else None

    def _evidence(self, elements: Sequence[Element]) -> float:
        first, around = elements[0], self._around
        score = around.evidence(first.first, elements[-1].last)
        if first.kind == WORD and look(first.form).serves and around.left(first.first) is None:
            score -= _SERVING
        elif around.left(first.first) is None and _is_thing(first, len(elements)):
            score -= _THING
        elif first.first in around.heads and self._is_post(first, len(elements)):
            score -= _POST  # «Заместитель | Председателя Правительства»
        spots = self._spots
        return score - sum(_place_cost(elements, e, spots[e.start]) for e in elements if e.start in spots)

    def _is_post(self, element: Element, size: int) -> bool:
        """True for a post with a capital before a name, for posts in the plural: «Кабинета | Министров»."""
        one = look(element.form)
        plural = not self._around.heads[element.first].cases_in("sing")
        return one.common and one.given < 0 and (size > 1 or plural)


def _is_thing(element: Element, size: int) -> bool:
    """True for a word of the language that a sentence may begin with: «Назначение Иванова», «Королева»."""
    one = look(element.form)
    return element.kind == WORD and one.common and (one.given < 0 if size > 1 else one.noun and one.alone > 0)


def _place_cost(elements: Sequence[Element], one: Element, cost: float) -> float:
    """What a word that names a place takes away: less for «Денвер» in «Тодд Денвер»."""
    first = elements[0]
    if len(elements) > 1 and all(look(element.form).syllable for element in elements):
        return cost / 3  # «Ван И»
    if first.kind == INITIAL or (one is not first and look(first.form).given > 1.5):
        return cost / 3
    if len(elements) > 1 and one is first and look(one.form).given > 0 and cost <= _PLACE:
        return cost / 2
    return cost


def _spots(places: Places) -> dict[int, float]:
    """The offsets that names of places cover, and what each takes away from a name; a state's the most."""
    found: dict[int, float] = {}
    for city in places.cities:
        found.update(dict.fromkeys(range(city.start, city.end), _PLACE))
    for country in places.countries:
        cost = _STATE if country.via == "name" else _PLACE
        found.update(dict.fromkeys(range(country.start, country.end), cost))
    return found
