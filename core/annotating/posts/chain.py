"""How far a post goes after its head: genitives, prepositional phrases, quoted names, joined posts.

A walk over words with the cases that may come next. «посол | Казахстана в Испании и по совместительству в
Андорре»; «вице-председатель | ассамблеи Республики, глава делегации …» joins a second post to the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.annotating.morphology import Word
from core.annotating.posts.grammar import (
    AND,
    DASHES,
    forms,
    governs,
    is_abbreviation,
    is_title,
    is_verb,
    noun_cases,
    qualifies,
)
from core.annotating.posts.heads import Head
from core.annotating.posts.tables import column

_GENITIVE = frozenset(("gent",))
# Heads that take the instrumental: «управляющий делами», «командующий флотом».
_INSTRUMENTAL = frozenset(
    ("зав", "управляющий", "командующий", "заведующий", "руководящий", "главнокомандующий")
)
_OFFICES = frozenset(("mission", "state", "chief", "governor", "deputy", "member", "scholar"))
_POSSESSIVE = frozenset(("его", "её", "ее", "их", "свой", "своего", "своей", "своих", "который", "которого"))
_CLOSE = {"«": "»", "“": "”", "„": "“", "(": ")", '"': '"', "[": "]"}
_ABBREVIATED = 4  # letters of a word before a full stop inside a post: «им.», «г.», «обл.»


@dataclass(frozen=True, slots=True)
class Reach:
    """`end` is the index after the last word of the post, `joined` the heads of further posts in it."""

    end: int
    joined: tuple[int, ...] = ()
    concurrent: bool = False  # «…, по совместительству в Брунее,» may have a comma before the name


def reach(
    words: Sequence[Word],
    heads: Mapping[int, Head],
    head: int,
    limit: int,
    cases: frozenset[str],
    strict: bool = False,
) -> Reach:
    """Walks from `head` to `limit` at most. `cases` are those in which the post stands.

    `strict` is for a post with nothing behind it that marks its end: commas then only join whole posts.
    """
    walk = _Walk(words, heads, head, limit, cases, strict)
    while walk.at < limit and walk.step():
        pass
    return Reach(walk.end, tuple(walk.joined), walk.concurrent)


class _Walk:
    """The state of one walk: where it is, which cases may come, the last word that can end the post."""

    __slots__ = (
        "allowed", "at", "cases", "concurrent", "end", "fresh", "heads", "joined", "limit", "strict", "top",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        words: Sequence[Word],
        heads: Mapping[int, Head],
        head: int,
        limit: int,
        cases: frozenset[str],
        strict: bool,
    ) -> None:
        self.words, self.heads, self.limit, self.cases, self.strict = words, heads, limit, cases, strict
        self.top, self.at, self.end = head, head + 1, head + 1
        self.allowed = self._start(head)
        self.joined: list[int] = []
        self.concurrent = False
        self.fresh = False  # a preposition still waits for its noun

    def step(self) -> bool:
        """Takes the next word or group of words; False where the post can't go on."""
        word = self.words[self.at]
        if word.text in _CLOSE:
            return self._group(_CLOSE[word.text])
        if word.text in DASHES or word.text == "," or word.low in AND:
            return self._joiner(word)
        if word.text == ".":
            return self._stop(self.words[self.at - 1])
        if not word.text[0].isalnum():
            self.at += 1
            return word.text in "/%№&’'"
        if word.is_word and not word.is_capital and (governed := governs(word.low)):
            return self._preposition(word, governed)
        return self._nominal(word)

    def _start(self, head: int) -> frozenset[str]:
        lemma = self.heads[head].lemma
        return _GENITIVE | {"ablt"} if lemma in _INSTRUMENTAL else _GENITIVE

    def _take(self, to: int | None = None) -> bool:
        self.at = self.end = self.at + 1 if to is None else to
        self.fresh = False
        return True

    def _group(self, closing: str) -> bool:
        """A quoted name or a bracket, whole."""
        for index in range(self.at + 1, min(self.limit, self.at + 25)):
            if self.words[index].text == closing:
                return self._take(index + 1)
        return False

    def _stop(self, before: Word) -> bool:
        """A full stop inside the post: «имени» as «им.», «г.», an initial."""
        if self.at - 1 == self.top and self.heads[self.top].lemma in column("post_abbreviations"):
            return self._take()
        short = len(before.text) <= _ABBREVIATED and (not before.is_capital or len(before.text) == 1)
        return self._take() if short and not self.strict else False

    def _preposition(self, word: Word, governed: frozenset[str]) -> bool:
        following = self.words[self.at + 1] if self.at + 1 < self.limit else None
        if following is None:
            return False
        if self.strict and word.low in ("в", "во", "на", "с", "со", "за", "из", "у", "к", "о", "об", "без"):
            named = following.is_capital or following.low in ("резиденцией", "рангe", "ранге", "отставке")
            if not named and self._lower_noun(following):
                return False
        self.allowed, self.fresh = governed, True
        self.at += 1
        return True

    def _lower_noun(self, following: Word) -> bool:
        """«в среду», «на встрече»: no place or body behind the preposition."""
        after = self.words[self.at + 2] if self.at + 2 < self.limit else None
        return not (qualifies(following.low) and after is not None and after.is_capital)

    def _joiner(self, word: Word) -> bool:
        """«,», «и», «–»: a further post in the same case, or the next member of a list."""
        index = self.at + 1
        while index < self.limit and self.words[index].low in AND:
            index += 1
        if (next_head := self._same_post(index)) is not None:
            self.joined.append(next_head)
            self.allowed = self._start(next_head)
            return self._take(next_head + 1)
        if word.text in DASHES or self.fresh or index >= self.limit:
            return self._concurrent(index)
        following = self.words[index]
        if following.text == "," or following.low == "по":
            return self._concurrent(index)
        if self.strict and word.text == "," and not self._goes_on(index):
            return False
        if following.is_word and not governs(following.low) and not self._fits(following):
            return False
        self.at = index
        return True

    def _goes_on(self, index: int) -> bool:
        """True if after the comma a list of words goes on that «и» ends: «образования, науки и спорта»."""
        for near in range(index + 1, min(index + 5, self.limit - 1)):
            if self.words[near].low == "и":
                return self._fits(self.words[index]) and self._fits(self.words[near + 1])
            if not self._fits(self.words[near]) and self.words[near].text != ",":
                return False
        return False

    def _concurrent(self, index: int) -> bool:
        """«, по совместительству в Брунее»; «и, по совместительству, в Восточной Республике Уругвай»."""
        near = [self.words[i].low for i in range(index, min(index + 3, self.limit))]
        if "совместительству" not in near:
            return False
        at = index + near.index("совместительству") + 1
        if at < self.limit and self.words[at].text == ",":
            at += 1
        self.concurrent, self.at, self.allowed = True, at, _GENITIVE
        self.end = at if at <= self.limit and self.words[at - 1].text != "," else at - 1
        return True

    def _same_post(self, index: int) -> int | None:
        """The index of the head of another post in the same case that begins at `index`."""
        for near in range(index, min(index + 5, self.limit)):
            word = self.words[near]
            if near in self.heads and self.heads[near].cases_in("sing") & self.cases:
                apart = (
                    self.words[self.at].text in DASHES
                )  # «Хозяин фермы – президент корпорации» is a sentence
                offices = {self.heads[self.top].kind, self.heads[near].kind} <= _OFFICES
                return near if (offices or not apart) and self._unlike_complement(near) else None
            if word.low != "и" and not any(case in self.cases for case, _ in qualifies(word.low)):
                return None
        return None

    def _unlike_complement(self, head: int) -> bool:
        """True unless the head may as well be a genitive: «советник президента и премьера»."""
        if self.words[self.at].text != "и" or "gent" not in self.heads[head].cases:
            return True
        return self.heads[head].kind == "chief" or self.at - 1 in self.heads

    def _starts_another(self) -> bool:
        """True at a head in the case of the whole post that nothing joins to it: «главой отдела | послом»."""
        head = self.heads.get(self.at)
        return head is not None and bool(head.cases_in("sing") & self.cases) and "gent" not in head.cases

    def _before_adjective(self, word: Word) -> bool:
        following = self.words[self.at + 1] if self.at + 1 < self.limit else None
        adverb = not word.is_capital and word.parses[0].pos == "ADVB"
        return adverb and following is not None and bool(qualifies(following.low))

    def _fits(self, word: Word) -> bool:
        if not word.is_word or word.is_capital or is_abbreviation(word):
            return True
        return any(case in self.allowed or case == "gent" for case, _ in forms(word.low))

    def _hidden_noun(self, word: Word) -> bool:
        """«министром | стали Нигерии»: right behind one person no verb in the plural can be meant."""
        plural = word.parses[0].pos == "VERB" and word.parses[0].number == "plur"
        return plural and self.at - 1 == self.top and "gent" in noun_cases(word.low)

    def _nominal(self, word: Word) -> bool:
        """A noun or adjective in a case that may come; names and foreign words come in any."""
        if word.low in _POSSESSIVE or self._starts_another():
            return False
        if word.is_word and not word.text.isascii():
            if self._before_adjective(word):
                self.at += 1  # «крайне правого фронта»
                return True
            if is_title(word) and self.words[self.at - 1].low == "и":  # «премьер-министр и мисс …»
                return False
            if word.is_capital:
                if not is_abbreviation(word) and is_verb(word.low):
                    return False
            elif not self._fits(word) and not self._hidden_noun(word):
                return False
        nested = self.heads.get(self.at)
        self._take()
        self.allowed = self.allowed | _GENITIVE
        if nested is not None and nested.lemma in _INSTRUMENTAL:  # «заместитель заведующего | отделом»
            self.allowed |= {"ablt"}
        return True
