"""A post in the nominative: its heads and what agrees with them inflected, the rest as written."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from core.annotating.morphology import Parse, Word, parses
from core.annotating.posts.grammar import bare, is_abbreviation, qualifies
from core.annotating.posts.heads import Head, case_of, head_of
from core.annotating.posts.phrase import Left, Phrase, left
from core.annotating.posts.tables import group
from core.folding import fold

_SPACE = re.compile(r"\s+")


def norm(text: str, tokens: Sequence[Word], found: Mapping[int, Head], phrase: Phrase) -> str:
    """The phrase with its heads in the nominative singular and a small first letter."""
    if phrase.norm is not None:
        return phrase.norm
    inflected = dict(inflected_words(tokens, found, phrase))
    return compose(text, tokens, phrase.first, phrase.last, inflected)


def compose(
    text: str,
    tokens: Sequence[Word],
    first: int,
    last: int,
    inflected: Mapping[int, str],
    *,
    small: bool = True,
) -> str:
    """Words `first` to `last` as written, those in `inflected` replaced, every gap at most one blank."""
    pieces = []
    for index in range(first, last):
        gap = text[tokens[index - 1].end : tokens[index].start] if index > first else ""
        pieces.append(" " if gap else "")
        pieces.append(inflected.get(index, text[tokens[index].start : tokens[index].end]))
    made = _SPACE.sub(" ", "".join(pieces)).strip()
    return _small(made) if small else made


def inflected_words(
    tokens: Sequence[Word], found: Mapping[int, Head], phrase: Phrase
) -> Iterator[tuple[int, str]]:
    """(index, nominative) of every word that changes."""
    for head in (phrase.head, *phrase.joined):
        side = left(tokens, head, found[head], phrase.first)
        if side.acting is not None:  # the post stays a genitive, only the one who acts is inflected
            yield from _doer(tokens, side)
            continue
        fitting = side.forms
        for index in range(_first(tokens, side, phrase), head):
            if tokens[index].low != "и":
                yield index, adjective(tokens[index], fitting)
        yield head, noun(tokens[head], fitting)
        yield from _behind(tokens, head, phrase.last, fitting)


def _first(tokens: Sequence[Word], side: Left, phrase: Phrase) -> int:
    """Where the adjectives of a head begin inside its phrase, those included that a post alone leaves out."""
    first = max(side.first, phrase.first)
    while (
        first > phrase.first and tokens[first - 1].is_word and qualifies(tokens[first - 1].low) & side.forms
    ):
        first -= 1
    return first


def _behind(
    tokens: Sequence[Word], head: int, last: int, forms: frozenset[tuple[str, str]]
) -> Iterator[tuple[int, str]]:
    """Adjectives behind their noun: «митрополиту Киевскому», «епископом Урхельским»."""
    for index in range(head + 1, last):
        word = tokens[index]
        if not word.is_capital or word.text.isupper() or not qualifies(word.low) & forms:
            return
        if index + 1 < last and tokens[index + 1].is_word and tokens[index + 1].low != "и":
            return  # «ректора Исламского университета»
        yield index, capital(adjective(word, forms), word)


def _doer(tokens: Sequence[Word], side: Left) -> Iterator[tuple[int, str]]:
    for index in range(side.first, side.acting or side.first):
        if tokens[index].low.startswith("исполняющ"):
            yield index, adjective(tokens[index], side.forms)


def adjective(word: Word, forms: frozenset[tuple[str, str]]) -> str:
    """The nominative of a word that qualifies a head in one of `forms`; masculine before neuter."""
    return _like(word, _adjective(word.low, forms))


def capital(made: str, word: Word) -> str:
    """`made` with a capital if `word` has one."""
    return made[:1].upper() + made[1:] if word.is_capital else made


def noun(word: Word, forms: frozenset[tuple[str, str]]) -> str:
    """The nominative of a head noun that stands in one of `forms`."""
    return _like(word, _noun(word.low, forms))


@lru_cache(maxsize=1 << 13)
def _adjective(form: str, forms: frozenset[tuple[str, str]]) -> str:
    fitting = [
        parse
        for parse in parses(form)
        if parse.pos in ("ADJF", "PRTF") and (case_of(parse), parse.number or "sing") in forms
    ]
    fitting.sort(key=lambda parse: parse.lemma.endswith("ой"))  # «временный» before «временной»
    if any(parse.case == "nomn" and parse.number == "sing" for parse in fitting):
        return form  # «лучший» has other words for its nominative
    by_gender = {parse.gender: parse for parse in reversed(fitting)}
    for gender in ("masc", "femn", None, "neut"):
        if parse := by_gender.get(gender):
            wanted = {"nomn", "sing", "femn" if gender == "femn" else "masc"}
            return _inflect(parse, wanted) or form
    return form


@lru_cache(maxsize=1 << 13)
def _noun(form: str, forms: frozenset[tuple[str, str]]) -> str:
    first, hyphen, last = form.rpartition("-")
    if hyphen and first:
        frozen = fold(first.split("-")[0]) in group("post_prefixes", "hyphen")
        return f"{first if frozen else _noun(first, forms)}-{_noun(last, forms)}"
    head = head_of(form)
    lemma = head.lemma if head else None
    if lemma and fold(form) == lemma:
        return form
    for parse in parses(form):
        if (case_of(parse), parse.number) not in forms:
            continue
        if parse.pos in ("ADJF", "PRTF"):
            return _adjective(form, forms)
        if parse.pos == "NOUN" and (lemma is None or lemma.endswith(fold(parse.lemma))):
            return _inflect(parse, {"nomn", "sing"}) or form
    return form


def _inflect(parse: Parse, wanted: set[str]) -> str | None:
    made = parse.raw.inflect(wanted)
    return made.word if made else None


def _like(word: Word, made: str) -> str:
    """`made` in small letters, with ё only if the text writes it."""
    if is_abbreviation(word):
        return bare(word)
    return made if "ё" in word.low else made.replace("ё", "е")


def _small(phrase: str) -> str:
    """The phrase with a small first letter, unless its first word is an abbreviation or a name in Latin."""
    first = phrase.split(" ", 1)[0]
    if len(first) > 1 and first[1:2].isupper():
        return phrase
    return phrase[:1].lower() + phrase[1:]


def agreeing(text: str, tokens: Sequence[Word], first: int, last: int, head: int | None) -> str:
    """Words `first` to `last` with the noun at `head` and its adjectives in the nominative, number kept."""
    inflected = {}
    if head is not None and is_abbreviation(tokens[head]):
        inflected = {
            i: _to_nominative(tokens[i], "sing", _gender(tokens[i].low), False) for i in range(first, head)
        }
        inflected[head] = bare(tokens[head])
    elif head is not None and not tokens[head].text.isascii():
        nouns = [p for p in tokens[head].parses if p.pos == "NOUN" and p.number]
        if not tokens[head].parses[0].raw.is_known:  # «Сабора» stands in the genitive
            nouns.sort(key=lambda p: case_of(p) != "gent")
        parse = next(iter(nouns), None)
        if parse is not None:
            number, gender = parse.number or "sing", parse.gender
            for index in range(first, head + 1):
                inflected[index] = _to_nominative(tokens[index], number, gender, index == head)
    return compose(text, tokens, first, last, inflected, small=False)


def _gender(form: str) -> str:
    """The gender that an adjective before an abbreviation shows: «китайского МИДа», «литовской АПП»."""
    shown = {parse.gender for parse in parses(form) if parse.pos in ("ADJF", "PRTF")}
    return "femn" if shown == {"femn"} else "masc"


def _to_nominative(word: Word, number: str, gender: str | None, is_noun: bool) -> str:
    """One word of an organisation's name in the nominative, capitals as written."""
    made = _nominative_form(word.low, number, gender, is_noun)
    if made is None:
        return word.text
    return capital(made if "ё" in word.low else made.replace("ё", "е"), word)


@lru_cache(maxsize=1 << 13)
def _nominative_form(form: str, number: str, gender: str | None, is_noun: bool) -> str | None:
    for parse in parses(form):
        if (parse.pos == "NOUN") is not is_noun or parse.pos not in ("NOUN", "ADJF", "PRTF"):
            continue
        wanted = {"nomn", number} | ({gender} if gender and number == "sing" and not is_noun else set())
        if made := _inflect(parse, wanted) if is_noun else _likest(parse, wanted):
            return made
    return None


def _likest(parse: Parse, wanted: set[str]) -> str | None:
    """The form of an adjective that is most like the written one: «высшая», not «высочайшая»."""
    made = [form.word for form in parse.raw.lexeme if wanted <= form.tag.grammemes]
    return max(made, key=lambda one: len(os.path.commonprefix((one, parse.raw.word))), default=None)
