"""What stands around a name: what it says about the case, the gender, and whether it is a person at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import Word, parses
from core.annotating.names.tables import CASES, GRAMMEME_CASE, bits, kinds, words
from core.annotating.posts import Head
from core.annotating.posts.grammar import tie
from core.annotating.posts.tables import rows
from core.folding import fold

_UNGOVERNED = (0.0, 0.3, 0.5, 0.5, 0.4, 0.9)  # what speaks against a case that nothing asks for
_ADJECTIVAL = tuple("ий ая ое ие ого ой их ому ую им ом ими ый ые ых ым ыми его ему ей ем яя юю".split())
_GENITIVE = bits("g")
_IN_POST = frozenset('«»"“”„-–—()№')
_OTHER_CASE = 3.0  # what speaks against a case that the preposition does not govern
_SECOND_CASE = 0.5
_POINTING = frozenset(("этот", "эту", "это", "эти", "этом", "этой", "тот", "ту"))
_OCCASIONS = frozenset(
    ("присутствии", "участии", "участием", "приглашению", "поручению", "инициативе", "руководством",
     "председательством", "содействии", "поддержке", "сопровождении", "честь", "лице")
)  # fmt: skip
_LISTING = frozenset("–—")  # «Мальты – Иван Иванов»
_BULLETS = frozenset("•*·▪●◦■")
_OPENING, _CLOSING = frozenset("«\"“„'"), frozenset("»\"”“'")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word of the language says to the name beside it.

    `cases`: mask it can stand in. `animate`: a noun that names a person. `qualifies`: an adjective.
    `woman`: a noun that names a woman. `subject`: genders open to the subject of a verb in the singular;
    `speech`: a verb of speech.
    """

    cases: int = 0
    noun: bool = False
    animate: bool = False
    qualifies: bool = False
    woman: bool = False
    subject: str = ""
    speech: bool = False
    governs: str = ""
    passive: bool = False
    thing: bool = False
    lemma: str = ""


@lru_cache(maxsize=1 << 13)
def sense(form: str) -> Sense:
    """The sense of a word form in lower case, by its likely parses."""
    top = [parse for parse in parses(form) if parse.score >= 0.08]
    if not top:
        return Sense()
    first = top[0]
    lemma = fold(first.lemma)
    if first.pos in ("VERB", "PRTS") and first.number == "sing":
        genders = {"masc": "m", "femn": "f", "neut": ""}.get(first.gender or "", "mf")
        return Sense(
            subject=genders,
            speech=first.pos == "PRTS" or lemma in words("name_verbs"),
            governs=kinds("name_verbs").get(lemma, "-").strip("-"),
            passive="pssv" in first.grammemes,
            lemma=lemma,
        )
    if first.pos == "INFN":
        return Sense(governs=kinds("name_verbs").get(lemma, "a").replace("-", "a"), lemma=lemma)
    same = [parse for parse in top if parse.pos == first.pos and parse.number != "plur"] or top
    cases = 0
    for parse in same:
        if parse.case:
            cases |= bits(GRAMMEME_CASE.get(parse.case, ""))
    animate = "anim" in first.grammemes and first.pos == "NOUN"
    return Sense(
        cases=cases,
        noun=first.pos == "NOUN",
        animate=animate,
        passive="pssv" in first.grammemes,
        qualifies=first.pos == "ADJF" and first.gender != "neut",
        woman=animate and first.gender == "femn",
        thing=lemma in words("name_things"),
        lemma=lemma,
    )


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, tuple[str, bool]]:
    """Preposition → its cases, the likelier first, and whether a place follows it rather than a person."""
    return {row[0]: (row[1], row[2] == "yes") for row in rows("name_prepositions")}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of a release with what is known about some of them."""

    words: Sequence[Word]
    heads: Mapping[int, Head]
    sentence_starts: frozenset[int]  # offsets
    small: frozenset[str]  # forms that the release also writes with a small letter

    def left(self, index: int) -> Word | None:
        """The word before a word index, in the same sentence."""
        if index <= 0 or self.words[index].start in self.sentence_starts:
            return None
        return self.words[index - 1]

    def right(self, last: int) -> Word | None:
        """The word at `last`, if the sentence goes on there."""
        if last >= len(self.words) or self.words[last].start in self.sentence_starts:
            return None
        return self.words[last]

    def case_scores(self, first: int, last: int) -> tuple[float, ...]:
        """What speaks for each case of a name that takes the words `first` to `last`, last exclusive."""
        scores = [-less for less in _UNGOVERNED]
        before = self.left(first)
        if before is None or before.text in _BULLETS or before.text in _LISTING:
            scores[0] += 1.0
        elif before.low in _prepositions():
            scores = [-_OTHER_CASE] * len(CASES)
            for place, case in enumerate(_prepositions()[before.low][0]):
                scores[CASES.index(case)] = -_SECOND_CASE * min(place, 1)
        elif before.is_word:
            self._governed(scores, first, last)
            meaning = sense(before.low)
            if meaning.governs:
                scores[CASES.index(meaning.governs)] += 0.6
            if meaning.passive:
                scores[CASES.index("i")] += 0.8
            if meaning.subject and not meaning.governs:
                scores[0] += 1.3 if meaning.speech else 0.3
        after = self.right(last)
        if after is not None and after.is_word and sense(after.low).subject and not self._owned(first):
            scores[0] += 1.5 if sense(after.low).speech else 0.7
        return tuple(scores)

    def _owned(self, first: int) -> bool:
        """True after a noun that names a thing: «отставку Иванова», «пресс-служба Иванова»."""
        before = self.left(first)
        if before is None or not before.is_word or (before.is_capital and self.left(first - 1) is not None):
            return False
        pointed = self.left(first - 1)
        if pointed is not None and pointed.low in _POINTING:
            return False  # «занимавшая этот пост | Иванова»
        meaning = sense(before.low)
        return meaning.noun and not meaning.animate and before.low not in _prepositions()

    def _governed(self, scores: list[float], first: int, last: int) -> None:
        """The post or noun before the name: in apposition, or with the name in its genitive."""
        before = sense(self.words[first - 1].low)
        single = last - first == 1
        owner = -0.5 if single else -1.5  # «друг Иванова» rather than «друг Петра Иванова»
        outer, inner = self.posts_before(first)
        genitive = scores[1]
        if outer:
            for case in range(len(CASES)):
                if outer >> case & 1:
                    scores[case] = 0.0  # the post tells
                else:
                    scores[case] -= 1.0 if inner >> case & 1 else 2.0
            scores[1] = max(scores[1], genitive + owner)
        elif before.animate and before.cases:
            _favour(scores, before.cases, 1.2)
            scores[1] = max(scores[1], genitive)
        elif before.qualifies and before.cases:
            _favour(scores, before.cases, 0.9)
        if self._owned(first) and (single or not outer):
            scores[1] += 0.9

    def posts_before(self, first: int) -> tuple[int, int]:
        """Masks of the cases of the post that a name stands in apposition to: the outer, and those inside it.

        In «советником президента …» the name belongs to the first post, perhaps to the second. 0 for none.
        """
        outer = inner = 0
        for index in range(first - 1, max(-1, first - 25), -1):
            word = self.words[index]
            if word.low in _OCCASIONS:
                break  # «… в присутствии посла | Иванова»: whose post stands before it is another
            if word.low == "имени" and not any(w.is_capital for w in self.words[index + 1 : first]):
                break  # the name is that of the university, not of its rector
            if index in self.heads:
                inner |= outer
                outer = 0
                for case in self.heads[index].cases_in("sing") or self.heads[index].cases:
                    outer |= bits(GRAMMEME_CASE.get(case, ""))
                if not outer & _GENITIVE:
                    break
            elif word.low.startswith("исполняющ") and sense(word.low).cases:
                return sense(word.low).cases, inner | outer
            elif not self._in_post(index):
                break
            if word.start in self.sentence_starts:
                break
        return outer, inner

    def _in_post(self, index: int) -> bool:
        """True if a post may go on over the word; over a comma in «туризма, ремёсел и экономики»."""
        word = self.words[index]
        if word.text == ",":
            following = self.words[index + 1]
            field = index + 1 not in self.heads and not following.is_capital
            return field and following.is_word and bool(sense(following.low).cases & _GENITIVE)
        if not word.is_word:
            return word.text in _IN_POST
        return word.is_capital or not sense(word.low).subject

    def genders(self, first: int, last: int) -> str:
        """The genders that a verb beside the name leaves open: m, f or mf."""
        beside = [self.left(first)] if self._owned(first) else [self.right(last), self.left(first)]
        for word in beside:
            if word is not None and word.is_word:
                subject = sense(word.low).subject
                if subject in ("m", "f"):
                    return subject
        return "mf"

    def is_hers(self, first: int) -> bool:
        """True after a noun that names a woman, in apposition: «певица», «дочь»."""
        before = self.left(first)
        return before is not None and before.is_word and sense(before.low).woman

    def evidence(self, first: int, last: int) -> float:
        """What the surroundings say for (positive) or against a person at the words `first` to `last`."""
        score = 0.0
        before, after = self.left(first), self.right(last)
        single = last - first == 1
        if before is None:
            score -= 0.3 if single else 0.0
        elif before.is_word:
            score += self._left_word(first, single)
            if after is not None and after.text in _CLOSING:
                score -= self._quoted(first)
        elif before.text in _OPENING:
            closed = after is not None and after.text in _CLOSING
            score -= 1.8 if closed else 1.2
            if first > 1 and sense(self.words[first - 2].low).thing:
                score -= 2.0  # партия «Нур Отан»
        if after is not None and after.is_word and not after.is_capital:
            meaning = sense(after.low)
            if meaning.subject:
                score += 1.1 if meaning.speech else 0.4
        if single and self.words[first].low in self.small:
            score -= 2.0
        if single and after is not None and _qualifies(self.words[first].low, after.low):
            score -= 2.5  # «Вышеградской группы»
        return score

    def _quoted(self, first: int) -> float:
        """What speaks against the end of a quoted title of capitalised words: компании «Да Афганистан …»."""
        at = next((i for i in range(first - 1, max(0, first - 6), -1) if not self.words[i].is_capital), 0)
        if self.words[at].text not in _OPENING:
            return 0.0
        return 3.8 if at and sense(self.words[at - 1].low).thing else 1.8

    def _left_word(self, first: int, single: bool) -> float:
        word = self.words[first - 1]
        meaning = sense(word.low)
        if word.low in _prepositions():
            return -0.9 if single and _prepositions()[word.low][1] else 0.1
        if first - 1 in self.heads:
            return 1.5
        if meaning.lemma in kinds("titles"):
            return 2.0
        if meaning.thing:
            return -1.8 if not self.posts_before(first)[0] else 0.3
        if meaning.animate and not word.is_capital:
            return 1.2
        if tie(word.low) and self.posts_before(first - 1)[0]:
            return 1.5  # «генеральным консулом стал | Чум Сопханна»
        if meaning.speech:
            return 1.0
        return 0.7 if self.posts_before(first)[0] else 0.0


def _favour(scores: list[float], cases: int, weight: float) -> None:
    """Adds `weight` to the cases of a mask and takes it from the others."""
    for case in range(len(CASES)):
        scores[case] += 0.0 if cases >> case & 1 else -weight


@lru_cache(maxsize=1 << 13)
def _qualifies(form: str, following: str) -> bool:
    """True if the form can be an adjective that agrees with the word after it."""
    if not form.endswith(_ADJECTIVAL):
        return False
    mine = {(parse.case, parse.number) for parse in parses(form) if parse.pos == "ADJF"}
    return any(
        (parse.case, parse.number) in mine
        for parse in parses(following)
        if parse.pos in ("NOUN", "ADJF", "PRTF") and parse.score > 0.05
    )
