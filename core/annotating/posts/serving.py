"""Whom a post serves: the organisation named in it, in the nominative, and the state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import Word
from core.annotating.posts.beside import Scene
from core.annotating.posts.grammar import forms, governs, is_abbreviation, noun_cases, qualifies
from core.annotating.posts.heads import Head
from core.annotating.posts.nominative import agreeing
from core.annotating.posts.phrase import Phrase, apart
from core.annotating.posts.tables import column
from core.folding import fold

Span = tuple[int, int]
Places = Mapping[int, tuple[int, str | None]]  # first word of a place → (index after it, ISO code)
_BACK = frozenset(("от", "при", ","))  # words that lead back to whom the post serves
_ELSEWHERE = frozenset(("в", "во", "на", "при", "по", "с", "для"))
_OPEN = {"«": "»", "“": "”", "„": "“", '"': '"'}
# Nouns whose field of work comes with «по»: «Комитет по иностранным делам».
_WITH_FIELD = frozenset(
    ("комитет", "комиссия", "совет", "подкомитет", "агентство", "центр", "группа", "организация", "конвенция",
     "управление", "департамент", "министерство", "совещание", "фонд", "программа", "палата", "служба")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Serving:
    """`org` in the nominative; `states` are the ISO codes named in the post, in order; `international` for
    those who serve an organisation of states."""

    org: str | None = None
    states: tuple[str, ...] = ()
    international: bool = False


def serving(scene: Scene, phrase: Phrase, places: Places) -> Serving:
    """Reads organisation and state off a post."""
    states = _states(scene, phrase, places) or _national(scene, phrase)
    for part in apart(scene.words, scene.heads, phrase):
        reader = _Reader(scene, places, part.head, part.last)
        org = reader.org()
        if org:
            return Serving(org, states, is_international(org) and not reader.sent and not states)
        if reader.field and reader.field in states:  # «директор департамента России»: whom it deals with
            states = states[: states.index(reader.field)]
    return Serving(None, states)


@lru_cache(maxsize=1 << 12)
def is_international(org: str) -> bool:
    """True for an organisation of states: «ООН», «Совет Европы», «Всемирная торговая организация»."""
    folded = fold(org)
    if any(word.isupper() and fold(word) in column("international") for word in org.split()[1:]):
        return True  # «БДИПЧ ОБСЕ», «Совет ЕС»
    return any(
        folded == name or (folded.startswith(name) and (len(name) > 5 or not folded[len(name)].isalnum()))
        for name in column("international")
    )


def _states(scene: Scene, phrase: Phrase, places: Places) -> tuple[str, ...]:
    """The states that the post serves, in order; in a list those of the member alone.

    A state behind «в», «при» or «по» is where the post is held or what it is about.
    """
    words = scene.words
    first, last = phrase.places or (phrase.first, phrase.last)
    found: list[str] = []
    index = first
    while index < last:
        if index in places:
            end, code = places[index]
            both = "-" in words[index].text and qualifies(words[index].low)  # «корейско-российской дружбы»
            if code and code not in found and not both:
                found.append(code)
            index = end
            continue
        if _leads_elsewhere(scene, phrase, index):
            if found:
                break
            index = next((i for i in range(index + 1, last) if words[i].low in _BACK), last)
            continue
        index += 1
    return tuple(found)


def _national(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The state of a body that only one state has: «Жогорку Кенеша», «Бундестага»."""
    words = fold(scene.text[scene.words[phrase.first].start : scene.words[phrase.last - 1].end])
    return tuple(code for body, code in column("national_bodies").items() if f" {body}" in f" {words}")[:1]


def _leads_elsewhere(scene: Scene, phrase: Phrase, index: int) -> bool:
    """True for a preposition before a place or field; «в делах Венгрии», «при Правительстве» are none."""
    word = scene.words[index]
    if word.is_capital or word.low not in _ELSEWHERE:
        return False
    if word.low == "при":
        return scene.heads[phrase.head].kind == "mission"
    return scene.words[index + 1].low not in ("делах", "дела")


class _Reader:
    """Reads the words of one post behind its head."""

    def __init__(self, scene: Scene, places: Places, head: int, end: int) -> None:
        self.scene, self.words, self.places = scene, scene.words, places
        self.head, self.end = head, end
        self.at = head + 1
        self.field: str | None = None  # the state that a department deals with
        self.organ = False
        self.sent = False  # a state stands between the head and the organisation: it sent this person there

    def org(self) -> str | None:
        """The organisation, None where the post names none."""
        if self._nested(self.scene.heads[self.head]) in ("minister", "governor"):
            return None
        while self.at < self.end:
            span, found = self._next()
            if found:
                return found
            if span is None:
                return None
            self.at = span[1]
        return None

    def _nested(self, head: Head) -> str:
        """Goes on to the innermost post: «заместитель | председателя», «секретарь | министра»."""
        kind = _kind(head)
        while self.at < self.end:
            near = self.at
            while near < self.end and near not in self.scene.heads and qualifies(self.words[near].low):
                near += 1
            inner = self.scene.heads.get(near)
            if inner is None or "gent" not in inner.cases or near >= self.end:
                return kind
            self.at, kind = near + 1, _kind(inner)
        return kind

    def _next(self) -> tuple[Span | None, str | None]:
        """The next step: (words to leave out, None), (None, None) at the end, or the organisation found."""
        word = self.words[self.at]
        if self.at in self.places:
            end = self.places[self.at][0]
            if not self._is_adjective_of_org(end):
                self.sent = self.at == self.head + 1
                if self.organ and self.field is None:
                    self.field = self.places[self.at][1]
                return (self.at, end), None
        if word.low in ("при", "в", "во", "от", "из") and not word.is_capital:
            return ((self.at, self.at + 1), None) if word.low not in ("от", "из") else (None, None)
        if governs(word.low) and not word.is_capital:
            return self._past_field()
        if word.text in _OPEN:
            return None, self._quoted()
        if word.text in (",", "и") or not word.text[0].isalnum():
            return None, None
        return self._phrase()

    def _past_field(self) -> tuple[Span | None, str | None]:
        """«по делам …» is the field of work, not who is served, unless a ministry stands behind it."""
        behind = (i for i in range(self.at, self.end) if _what(self.words, i, i) == "ministry")
        ministry = next(behind, None)
        return (None, None) if ministry is None else ((self.at, ministry), None)

    def _is_adjective_of_org(self, end: int) -> bool:
        """«литовской ассоциации», «Чешского банка»: the place qualifies the organisation."""
        return bool(qualifies(self.words[self.at].low)) and end < self.end and end == self.at + 1

    def _phrase(self) -> tuple[Span | None, str | None]:
        """A noun with its adjectives: an organisation, a part of one, a class, or none of them."""
        noun = self._noun()
        if noun is None:
            return None, None
        word = self.words[noun]
        what = _what(self.words, self.at, noun)
        named = any(self.words[i].is_capital for i in range(self.at, noun + 1))
        if what == "own" and self._of_organisation(noun + 1):
            return (self.at, noun + 1), None  # «руководитель миссии | ОБСЕ»
        if what in ("own", "place"):
            return None, None
        if what == "class" and not named:
            return self._named_behind(noun + 1)
        if what == "department":
            self.organ, self.field = True, None
        if what in ("organ", "department") and (not named or self._body_behind(noun + 1)):
            return (self.at, noun + 1), None
        if named and what not in ("body", "power", "ministry") and self._body_behind(noun + 1):
            return (self.at, noun + 1), None  # «Третьего департамента Азии | МИД РФ»
        if what == "body" and not named and self.at == noun == self.end - 1:
            return None, None  # «директор музея»
        if what == "body" and not named and ("sing" not in _numbers(word)):
            return (self.at, noun + 1), None  # «международных организациях»
        if what or word.text.isascii() or is_abbreviation(word) or named:
            return None, self._whole(noun)
        return (self.at, noun + 1), None

    def _noun(self) -> int | None:
        """The head noun of the next noun phrase."""
        for index in range(self.at, self.end):
            word = self.words[index]
            if not word.text[0].isalnum():
                return None
            if word.low == "и" and index + 1 < self.end and not qualifies(self.words[index + 1].low):
                return None  # «митрополит Киевский | и всей Руси»
            a_noun = is_abbreviation(word) or not qualifies(word.low) or _what(self.words, index, index)
            if word.is_word and a_noun:
                return index
        return None

    def _of_organisation(self, index: int) -> bool:
        return index < self.end and index not in self.places and is_abbreviation(self.words[index])

    def _named_behind(self, start: int) -> tuple[Span | None, str | None]:
        """«компании | Nordhavn Energy»: the name behind the class noun; a bare «предприятие» is none."""
        if start < self.end and self.words[start].text in _OPEN:
            self.at = start
            return None, self._quoted()
        if start < self.end and self.words[start].is_capital and start not in self.places:
            self.at = start
            return None, self._whole(start)
        return None, None

    def _quoted(self) -> str:
        close = _OPEN[self.words[self.at].text]
        stop = next((i for i in range(self.at + 1, self.end) if self.words[i].text == close), self.end)
        return agreeing(self.scene.text, self.words, self.at + 1, stop, None)

    def _body_behind(self, start: int) -> bool:
        """True if behind a department stands what it is a part of: «Третьего департамента Азии | МИД РФ»."""
        return any(_what(self.words, i, i) == "ministry" for i in range(start, self.end))

    def _whole(self, noun: int) -> str:
        """The organisation from here on, its head in the nominative, up to what belongs to the post again."""
        stop = self._stop(noun)
        following = self.words[noun + 1] if noun + 1 < stop else None
        unknown = self.words[noun].is_capital and not self.words[noun].parses[0].raw.is_known
        if unknown and following is not None and following.is_capital and "gent" in noun_cases(following.low):
            noun += 1  # «Милли | Меджлиса»
        return agreeing(self.scene.text, self.words, self.at, stop, noun)

    def _stop(self, noun: int) -> int:
        lemma = self.words[noun].lemmas[0] if self.words[noun].is_word else ""
        field = False  # «по борьбе с бедствиями»
        for index in range(noun + 1, self.end):
            low = self.words[index].low
            if low == "по" and lemma not in _WITH_FIELD:
                return index
            field = field or low == "по"
            if low in ("от", "из") or (low in ("с", "со") and not field):
                return index
            if low == "," and index + 1 < self.end and _only_nominative(self.words[index + 1]):
                return index
            if low == "и" and index + 1 < self.end and self.words[index + 1].low.startswith("друг"):
                return index
        return self.end


def _what(words: Sequence[Word], first: int, noun: int) -> str | None:
    """What the table says of a noun, with its adjective where they stand there together."""
    table = column("post_organisations")
    word = words[noun]
    if not word.is_word:
        return None
    for lemma in word.lemmas:
        if noun > first:
            pair = f"{words[noun - 1].lemmas[0]} {lemma}"
            if pair in table:
                return table[pair]
        if noun + 1 < len(words) and f"{lemma} {words[noun + 1].low}" in table:
            return table[f"{lemma} {words[noun + 1].low}"]
        if lemma in table:
            return table[lemma]
    return None


def _only_nominative(word: Word) -> bool:
    cases = {case for case, _ in forms(word.low)}
    return bool(cases) and cases <= {"nomn", "accs"}


def _numbers(word: Word) -> frozenset[str]:
    return frozenset(number for _, number in forms(word.low))


def _kind(head: Head) -> str:
    """The kind of a head; ministers go with a field of work, not with an organisation."""
    return (
        "minister"
        if head.lemma.removeprefix("зам").startswith("министр") and "-" not in head.lemma
        else head.kind
    )
