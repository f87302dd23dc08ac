"""From stretches to nominatives: each name read in its surroundings, then all names of a release vote."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.annotating.names.context import Surroundings
from core.annotating.names.declension import GIVEN, PATRONYMIC, SURNAME
from core.annotating.names.joint import STILL, Part, Whole, wholes
from core.annotating.names.runs import AFTER, BEFORE, INITIAL, WORD, Element
from core.annotating.names.tables import CASES

_VOTE = 0.9
_SAME_FORM = 0.8
_GENDER_VOTE = 0.6
_TIED = 0.8
_SURE = 2.0
_MEN = -0.25  # who bears a surname alone is rather a man, if nothing else tells


@dataclass(slots=True)
class Mention:
    """A stretch that names a person, with the readings of it, the likeliest first."""

    elements: tuple[Element, ...]
    parts: tuple[Part, ...]
    score: float
    readings: list[Whole] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.elements[0].first

    @property
    def last(self) -> int:
        """Index behind the last word."""
        return self.elements[-1].last

    @property
    def best(self) -> Whole:
        """The likeliest reading."""
        return self.readings[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The nominatives of the words that decline."""
        pairs = zip(self.parts, self.best.nominatives, strict=True)
        return tuple(word for part, word in pairs if part.role != STILL)


def read(mentions: Sequence[Mention], around: Surroundings) -> None:
    """Fills the readings of all mentions: alone first, then with the votes of the others."""
    cases: list[Sequence[float]] = [around.case_scores(mention.first, mention.last) for mention in mentions]
    genders = [
        (around.genders(mention.first, mention.last), around.is_hers(mention.first)) for mention in mentions
    ]
    for mention, case, gender in zip(mentions, cases, genders, strict=True):
        mention.readings = _weigh(mention.parts, {}, case, gender, {})
    votes, women = _votes(mentions), _women(mentions)
    tied = _coordinated(mentions, cases, around)
    for mention, case, gender in zip(mentions, tied, genders, strict=True):
        mention.readings = _weigh(mention.parts, votes.support(mention.parts), case, gender, women)


def _coordinated(
    mentions: Sequence[Mention], cases: Sequence[Sequence[float]], around: Surroundings
) -> list[Sequence[float]]:
    """The case scores, where «и» or a comma ties a name to the one before it: both stand in one case."""
    tied: list[Sequence[float]] = list(cases)
    for place in range(1, len(mentions)):
        before, mention = mentions[place - 1], mentions[place]
        if before.last == mention.first - 1 and around.words[before.last].low in ("и", ",", "или"):
            best = {CASES[whole.case]: whole.score for whole in reversed(before.readings)}
            top = before.best.score
            tied[place] = [
                score + _TIED * math.exp(best[case] - top)
                for case, score in zip(CASES, cases[place], strict=True)
            ]
    return tied


def _weigh(
    parts: Sequence[Part],
    support: Mapping[str, Mapping[str, float]],
    cases: Sequence[float],
    genders: tuple[str, bool],
    women: Mapping[str, float],
) -> list[Whole]:
    weighed = []
    lone = _MEN if sum(part.role != STILL for part in parts) == 1 else 0.0
    for whole in wholes(parts, support):
        score = whole.score + cases[whole.case]
        if whole.gender not in genders[0] and CASES[whole.case] == "n":
            score -= 1.5
        if genders[1] and whole.gender == "m" and CASES[whole.case] != "g":
            score -= 1.0
        lean = women.get(whole.nominatives[-1], lone)
        score += lean if whole.gender == "f" else -lean
        weighed.append(Whole(score, whole.gender, whole.case, whole.nominatives))
    weighed.sort(key=lambda whole: -whole.score)
    return weighed


def _women(mentions: Sequence[Mention]) -> dict[str, float]:
    """How far the release takes the bearers of a surname for women (positive) or for men."""
    women: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if len(mention.words) < 2:
            continue
        surname = mention.best.nominatives[-1]
        best = {"f": -_SURE, "m": -_SURE}
        for whole in mention.readings:
            if whole.nominatives[-1] == surname:
                best[whole.gender] = max(best[whole.gender], whole.score)
        women[surname] += max(-_SURE, min(_SURE, best["f"] - best["m"]))
    return {surname: max(-1.0, min(1.0, total / 2)) * _GENDER_VOTE for surname, total in women.items()}


class _Votes:
    """What the mentions of a release say about the nominative of each written form.

    One form has one nominative, so its mentions are weighed together; other forms of the same nominative
    speak for it.
    """

    def __init__(self, shares: Mapping[str, Sequence[Mapping[str, float]]]) -> None:
        self._of_form = {form: _together(several) for form, several in shares.items()}
        self._several = {form for form, several in shares.items() if len(several) > 1}
        self._of_word: dict[str, float] = defaultdict(float)
        for likelihoods in self._of_form.values():
            for word, likelihood in likelihoods.items():
                self._of_word[word] += likelihood

    def support(self, parts: Sequence[Part]) -> dict[str, dict[str, float]]:
        """Written form → nominative → what speaks for it."""
        return {part.form: self._support(part.form) for part in parts if part.form in self._of_form}

    def _support(self, form: str) -> dict[str, float]:
        support = {}
        for word, likelihood in self._of_form[form].items():
            others = self._of_word[word] - likelihood
            gained = _VOTE * math.log1p(3 * others) if others > 0.02 else 0.0
            if form in self._several:
                gained += _SAME_FORM * math.log(likelihood + 0.1)
            support[word] = gained
        return support


def _together(several: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The likelihood of each nominative of a form, all its mentions taken together."""
    weight = min(1.0, 3 / len(several))
    words = {word for shares in several for word in shares}
    joint = {
        word: math.exp(weight * sum(math.log(shares.get(word, 0.0) + 0.03) for shares in several))
        for word in words
    }
    total = sum(joint.values())
    return {word: likelihood / total for word, likelihood in joint.items()}


def _votes(mentions: Sequence[Mention]) -> _Votes:
    shares: dict[str, list[dict[str, float]]] = defaultdict(list)
    for mention in mentions:
        for place, part in enumerate(mention.parts):
            if part.role != STILL:
                shares[part.form].append(_shares(mention, place))
    return _Votes(shares)


def _shares(mention: Mention, place: int) -> dict[str, float]:
    """How likely each nominative of one word is in a mention."""
    shares: dict[str, float] = defaultdict(float)
    top = mention.readings[0].score
    for whole in mention.readings:
        shares[whole.nominatives[place]] += math.exp(2 * (whole.score - top))
    total = sum(shares.values())
    return {word: share / total for word, share in shares.items()}


def written(mention: Mention) -> str:
    """The nominative of the words that stand there, in their order and with their capitals."""
    pieces: list[str] = []
    previous_end = mention.elements[0].start
    for element, nominative in zip(mention.elements, mention.best.nominatives, strict=True):
        if pieces:
            pieces.append("" if element.start == previous_end else " ")
        pieces.append(_cased(element, nominative))
        previous_end = element.end
    return "".join(pieces)


def given_names(mention: Mention) -> tuple[str, ...]:
    """The nominatives, in lower case, of what stands before the surname: given names and patronymics."""
    pairs = zip(mention.parts, mention.best.nominatives, strict=True)
    return tuple(word for part, word in pairs if part.role in (GIVEN, PATRONYMIC))


def given_first(mention: Mention) -> str:
    """The nominative with a leading surname moved behind: «Пётр Иванов», «К. К. Иванов»."""
    roles = [part.role for part in mention.parts]
    kinds = [element.kind for element in mention.elements]
    leads = roles[0] == SURNAME and (GIVEN in roles or kinds[-1] == INITIAL)
    if not leads or BEFORE in kinds or AFTER in kinds:
        return written(mention)
    turn = next((at for at, role in enumerate(roles) if role != SURNAME), 0)
    words = [_cased(e, n) for e, n in zip(mention.elements, mention.best.nominatives, strict=True)]
    return " ".join((*words[turn:], *words[:turn]))


def _cased(element: Element, nominative: str) -> str:
    """The nominative with the letters as they are written, as far as both agree, half by half."""
    text = element.text
    shouted = element.kind == WORD and text.isupper() and len(text) > 3
    if nominative == element.form:
        return _title(text) if shouted else text
    halves = text.split("-"), nominative.split("-")
    if len(halves[0]) != len(halves[1]):
        return _title(nominative)
    made = "-".join(_like(written, word) for written, word in zip(*halves, strict=True))
    return _title(made) if shouted else made


def _like(written: str, word: str) -> str:
    """`word` with what it has in common with `written` spelt as there."""
    kept = 0
    for one, other in zip(written.lower(), word, strict=False):
        if one != other and (one, other) != ("е", "ё"):
            break
        kept += 1
    rest = word[kept:]
    return written[:kept] + (rest.capitalize() if kept == 0 and written[:1].isupper() else rest)


def _title(word: str) -> str:
    return "-".join(half[:1].upper() + half[1:].lower() for half in word.split("-"))


def cases_of(mention: Mention) -> frozenset[str]:
    """The cases, as letters of `CASES`, in which the best nominatives can stand, the likely ones."""
    best = mention.best
    return frozenset(
        CASES[whole.case]
        for whole in mention.readings
        if whole.nominatives == best.nominatives
        and whole.gender == best.gender
        and whole.score > best.score - 2
    )
