"""What stands around a name: what it says about the case, the gender, and whether it is a person at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import Word, parses
from core.annotating.names.tables import CASES, GRAMMEME_CASE, bits, kinds, words
from core.annotating.posts import Head
from core.annotating.posts.tables import rows
from core.folding import fold

_UNGOVERNED = (0.0, 0.3, 0.6, 0.4, 0.4, 0.9)  # what speaks against a case that nothing asks for
_ADJECTIVAL = tuple("ий ая ое ие ого ой их ому ую им ом ими ый ые ых ым ыми его ему ей ем яя юю".split())
_BULLETS = frozenset("•*·▪–—-")
_OPENING, _CLOSING = frozenset("«\"“„'"), frozenset("»\"”“'")
_DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word of the language says to the name beside it.

    `cases`: mask it can stand in. `animate`: a noun that names a person. `qualifies`: an adjective.
    `gender`: m, f or None. `subject`: mask of genders if it is a verb in the singular; `speech` if of speech.
    """

    cases: int = 0
    noun: bool = False
    animate: bool = False
    qualifies: bool = False
    gender: str | None = None
    subject: str = ""
    speech: bool = False
    thing: bool = False
    lemma: str = ""


@lru_cache(maxsize=1 << 15)
def sense(form: str) -> Sense:
    """The sense of a word form in lower case, by its likely parses."""
    top = [parse for parse in parses(form) if parse.score >= 0.08]
    if not top:
        return Sense()
    first = top[0]
    lemma = fold(first.lemma)
    if first.pos in ("VERB", "PRTS", "ADJS") and first.number == "sing":
        genders = {"masc": "m", "femn": "f", "neut": ""}.get(first.gender or "", "mf")
        return Sense(subject=genders, speech=lemma in words("name_verbs"), lemma=lemma)
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
        qualifies=first.pos == "ADJF" and first.gender != "neut",
        gender={"masc": "m", "femn": "f"}.get(first.gender or "") if not animate else None,
        thing=lemma in words("name_things"),
        lemma=lemma,
    )


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, tuple[int, bool]]:
    return {row[0]: (bits(row[1]), row[2] == "yes") for row in rows("name_prepositions")}


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
        if before is None or before.text in _BULLETS:
            scores[0] += 1.0
        elif before.low in _prepositions():
            _favour(scores, _prepositions()[before.low][0], 2.5)
        elif before.is_word:
            self._governed(scores, first, last)
        after = self.right(last)
        if after is not None and after.is_word and sense(after.low).subject:
            scores[0] += 1.5 if sense(after.low).speech else 0.7
        if before is not None and before.is_word and sense(before.low).speech:
            scores[0] += 1.3
        return tuple(scores)

    def _governed(self, scores: list[float], first: int, last: int) -> None:
        """The post or noun before the name: in apposition, or with the name in its genitive."""
        before = sense(self.words[first - 1].low)
        owner = -0.5 if last - first == 1 else -1.5  # «друг Иванова» rather than «друг Петра Иванова»
        if (post := self.post_before(first)) is not None:
            genitive = scores[1]
            _favour(scores, post, 2.0)
            scores[1] = max(scores[1], genitive + owner)
        elif before.animate and before.cases:
            genitive = scores[1]
            _favour(scores, before.cases, 1.2)
            scores[1] = max(scores[1], genitive)
        elif before.qualifies and before.cases:
            _favour(scores, before.cases, 0.9)
        if before.noun and not before.animate and not self.words[first - 1].is_capital:
            scores[1] += 0.9  # «отставку Иванова»

    def post_before(self, first: int) -> int | None:
        """The mask of cases of the post that a name stands in apposition to; None if there is none."""
        index = first - 1
        while index >= max(0, first - 25):
            word = self.words[index]
            if index in self.heads:
                cases = 0
                for case in self.heads[index].cases:
                    cases |= bits(GRAMMEME_CASE.get(case, ""))
                return cases or None
            if word.text in (".", ";", ":", "!", "?") or word.end in self.sentence_starts:
                return None
            meaning = sense(word.low) if word.is_word else None
            if meaning is None and word.text not in (*_OPENING, *_CLOSING, *_DASHES):
                return None
            if meaning is not None and meaning.subject and not word.is_capital:
                return None
            index -= 1
        return None

    def genders(self, first: int, last: int) -> str:
        """The genders that a verb beside the name leaves open: m, f or mf."""
        after, before = self.right(last), self.left(first)
        for word in (after, before):
            if word is not None and word.is_word:
                subject = sense(word.low).subject
                if subject in ("m", "f"):
                    return subject
        return "mf"

    def evidence(self, first: int, last: int) -> float:
        """What the surroundings say for (positive) or against a person at the words `first` to `last`."""
        score = 0.0
        before, after = self.left(first), self.right(last)
        single = last - first == 1
        if before is None:
            score -= 0.3 if single else 0.0
        elif before.is_word:
            score += self._left_word(first, single)
        elif before.text in _OPENING:
            closed = after is not None and after.text in _CLOSING
            score -= 1.8 if closed else 0.6
        if after is not None and after.is_word and not after.is_capital:
            meaning = sense(after.low)
            if meaning.subject:
                score += 1.1 if meaning.speech else 0.4
        if single and self.words[first].low in self.small:
            score -= 2.0
        if single and after is not None and _qualifies(self.words[first].low, after.low):
            score -= 2.5  # «Вышеградской группы»
        return score

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
            return -1.8
        if meaning.animate and not word.is_capital:
            return 1.2
        if meaning.speech:
            return 1.0
        return 0.0


def _favour(scores: list[float], cases: int, weight: float) -> None:
    """Adds `weight` to the cases of a mask and takes it from the others."""
    for case in range(len(CASES)):
        scores[case] += 0.0 if cases >> case & 1 else -weight


@lru_cache(maxsize=1 << 14)
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
