"""Head nouns of posts and occupations: посол, министра, вице-спикером, замглавы, поверенному.

The table names the lemmas. Compounds need not stand there: both halves of «министр-советник» inflect, the
first half of «вице-спикер» does not, «зам» before a genitive freezes the word («замминистра»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.annotating.morphology import Parse, Word, parses
from core.annotating.posts.tables import column, group
from core.folding import fold

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# Second forms of cases count as the case itself.
_SAME = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_ANY = frozenset((case, number) for case in CASES for number in ("sing", "plur"))
_RARE = 0.04  # a reading less likely than this is none


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun in one of its forms. `kind` is that of the table; `forms` are (case, number) pairs."""

    lemma: str
    kind: str
    forms: frozenset[tuple[str, str]]

    @property
    def cases(self) -> frozenset[str]:
        """The cases of the form, in either number."""
        return frozenset(case for case, _ in self.forms)

    def cases_in(self, number: str) -> frozenset[str]:
        """The cases of the form in `number` (sing, plur)."""
        return frozenset(case for case, one in self.forms if one == number)


def heads(words: Sequence[Word]) -> dict[int, Head]:
    """The head nouns among `words` by index."""
    found = {}
    shortened = column("post_abbreviations")
    for index, word in enumerate(words):
        if word.low in shortened:
            if index + 1 < len(words) and words[index + 1].text == ".":
                found[index] = Head(word.low, shortened[word.low], _ANY)
        elif word.is_word and (head := head_of(word.low)):
            found[index] = head
    return found


@lru_cache(maxsize=1 << 15)
def head_of(form: str) -> Head | None:
    """What head noun a form in lower case is, if any."""
    if len(form) < 3:
        return None
    if "-" in form.strip("-"):
        return _hyphenated(form)
    return _simple(form) or _closed(form)


def case_of(parse: Parse) -> str | None:
    """The case of a reading, second forms folded into the first."""
    case = parse.case
    return _SAME.get(case, case) if case else None


def _simple(form: str) -> Head | None:
    """A form whose lemma stands in the table, as noun or as an adjective used as one."""
    table = column("posts")
    found: dict[str, set[tuple[str, str]]] = {}
    weight: dict[str, float] = {}
    read = parses(form)
    animate = any("anim" in parse.grammemes for parse in read)
    for parse in read:
        if animate and "inan" in parse.grammemes:  # «посол» is also the salting of fish
            continue
        lemma = _lemma(parse)
        case = case_of(parse)
        if lemma in table and case and parse.number:
            found.setdefault(lemma, set()).add((case, parse.number))
            weight[lemma] = weight.get(lemma, 0.0) + parse.score
    if not found:
        return None
    lemma = max(weight, key=lambda one: weight[one])
    if weight[lemma] < _RARE or _rather_of_field(form, found[lemma], weight[lemma]):
        return None
    return Head(lemma, table[lemma], frozenset(found[lemma]))


def _rather_of_field(form: str, cases: set[tuple[str, str]], weight: float) -> bool:
    """True for «политики», «физики», rather the genitive of a field than several men of it."""
    of_field = (
        parse.score > weight
        for parse in parses(form)
        if "inan" in parse.grammemes and case_of(parse) == "gent" and parse.number == "sing"
    )
    return all(number == "plur" for _, number in cases) and any(of_field)


def _lemma(parse: Parse) -> str | None:
    """The lemma under which the table knows a reading; for participles their masculine nominative."""
    if parse.pos == "NOUN":
        return fold(parse.lemma)
    if parse.pos in ("ADJF", "PRTF") and parse.gender != "neut":
        return _masculine(parse.raw.word)
    return None


@lru_cache(maxsize=1 << 14)
def _masculine(form: str) -> str | None:
    """«поверенного» → «поверенный», only for the words that the table uses as nouns."""
    stem = fold(form)[:6]
    for lemma in _adjectival().get(stem, ()):
        if any(
            parse.pos in ("ADJF", "PRTF")
            and (plain := parse.raw.inflect({"nomn", "masc", "sing"}))
            and fold(plain.word) == lemma
            for parse in parses(form)
        ):
            return lemma
    return None


@lru_cache(maxsize=1)
def _adjectival() -> dict[str, tuple[str, ...]]:
    """Lemmas of the table that decline like adjectives, by their first six letters."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma in column("posts"):
        if lemma.endswith(("ый", "ий", "ой", "ая", "щийся")):
            found[lemma[:6]] = (*found.get(lemma[:6], ()), lemma)
    return found


def _hyphenated(form: str) -> Head | None:
    """«вице-спикером», «министром-советником», «врача-реаниматолога», «хип-хоп-исполнителя».

    The half that the table knows makes the head; another half that declines must agree with it.
    """
    first, _, last = form.rpartition("-")
    prefix = fold(first.split("-")[0])
    head = _simple(last) or _closed(last)
    if head is None:
        noun = head_of(first)
        both = noun.forms & _noun_forms(last) if noun else frozenset()
        return Head(f"{noun.lemma}-{last}", noun.kind, both) if noun and both else None
    if prefix in group("post_prefixes", "hyphen"):
        return Head(f"{fold(first)}-{head.lemma}", head.kind, head.forms)
    noun = _simple(first)
    if noun is None:
        return Head(f"{fold(first)}-{head.lemma}", head.kind, head.forms)
    both, lemma = noun.forms & head.forms, f"{noun.lemma}-{head.lemma}"
    return Head(lemma, column("posts").get(lemma, noun.kind), both) if both else None


def _noun_forms(form: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (case, parse.number)
        for parse in parses(form)
        if parse.pos == "NOUN" and parse.number and (case := case_of(parse))
    )


def _closed(form: str) -> Head | None:
    """«спецпосланник», «госминистр», «замминистра», «замгендиректора»."""
    folded = fold(form)
    for prefix in group("post_prefixes", "closed"):
        rest = folded.removeprefix(prefix)
        if rest != folded and len(rest) > 3 and (head := _simple(rest) or _closed(rest)):
            if prefix != "зам":
                return Head(prefix + head.lemma, head.kind, head.forms)
            if ("gent", "sing") in head.forms:  # «замминистра» is the same in every case
                return Head(folded, "deputy", _ANY)
            return Head(prefix + head.lemma, "deputy", head.forms)
    return None
