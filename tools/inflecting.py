"""Case forms of Russian place names, adjectives and demonyms, for the scripts that make the tables.

A name declines as a phrase: adjectives before the head agree with it, what stands behind the head stays
(«Республика Корея» → «Республики Корея»), parts joined by «и» decline together («Босния и Герцеговина»).
Names that the dictionary does not know decline by their ending.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENERIC = frozenset(
    "республика королевство государство княжество герцогство султанат союз содружество федерация эмират "
    "конфедерация штаты эмираты острова остров район область край округ провинция земля регион губерния "
    "администрация автономия территории территория город престол берег земли джамахирия вилоят велаят "
    "уезд кантон графство штат полуостров воеводство организация лига агентство банк комиссия ассамблея "
    "программа суд комитет совет".split()
)
# plural names in -ы that the dictionary does not know; others in -ы, «Алматы», stay as they are
_PLURALS = frozenset("яссы унгены бендеры закаталы белоканы бричаны дондушены глодяны".split())
_PLURAL = "ы  ам ами ах"
_STEADY = ("ор", "он", "ен", "ер", "ек")  # endings whose vowel stays in all cases
_VOWELS = "аеёиоуыэюя"
_FIXED_ENDINGS = ("о", "е", "ё", "и", "у", "ы", "э", "ю", "уа", "иа", "оа")
# endings of names that the dictionary does not know: (ending, what is cut off, the endings of the cases)
_ENDINGS = (
    ("ия", 1, "я и и ю ей и"),
    ("ья", 1, "я и е ю ей е"),
    ("я", 1, "я и е ю ей е"),
    ("ца", 1, "а ы е у ей е"),
    ("ча", 1, "а и е у ей е"),
    ("ша", 1, "а и е у ей е"),
    ("жа", 1, "а и е у ей е"),
    ("ща", 1, "а и е у ей е"),
    ("ка", 1, "а и е у ой е"),
    ("га", 1, "а и е у ой е"),
    ("ха", 1, "а и е у ой е"),
    ("а", 1, "а ы е у ой е"),
    ("ий", 1, "й я ю й ем и"),
    ("й", 1, "й я ю й ем е"),
    ("ь", 1, "ь и и ь ью и"),
)
_ADJECTIVES = {
    "ая": "= ой ой ую ой ой",
    "овы": "= вых вым = выми вых",
    "яя": "= ей ей юю ей ей",
    "ое": "= ого ому = ым ом",
    "кое": "= ого ому = им ом",
    "ее": "= его ему = им ем",
    "ый": "= ого ому = ым ом",
    "ний": "= его ему = им ем",
    "кий": "= ого ому = им ом",
    "ой": "= ого ому = ым ом",
    "ые": "= ых ым = ыми ых",
    "ие": "= их им = ими их",
}
_SOFT_MASCULINE = "ь я ю ь ем е"
_HARD = " а у  ом е"
_HUSHING = " а у  ем е"


@cache
def analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def forms(name: str) -> tuple[str, ...]:
    """All case forms of a place name, the nominative first, each once, capitals kept."""
    words = re.split(r"(\s+(?:—\s+)?)", name)
    head = _head(words)
    if " и " in name and (head is None or words[head].lower() not in _GENERIC):
        return _joined(name.split(" и "))
    if head is None:
        return _unique([name, *(name[: -len(words[-1])] + form for form in _bare(words[-1]))])
    parse = _nominative(words[head])
    assert parse is not None
    made = []
    for case in CASES:
        before = [
            _agreeing(word, parse, case) if index % 2 == 0 else word
            for index, word in enumerate(words[:head])
        ]
        made.append("".join([*before, _cased(words[head], _inflected(parse, case)), *words[head + 1 :]]))
    return _unique(made)


@cache
def adjective_forms(lemma: str) -> tuple[str, ...]:
    """All forms of an adjective in -ский, and the first half of a compound («казахстанско»)."""
    stem = lemma[:-2]
    endings = "ий ого ому им ом ая ой ую ою ое ие их ими".split()
    return (lemma, *(stem + ending for ending in endings[1:]), stem + "о")


@cache
def demonym_forms(lemma: str) -> tuple[str, ...]:
    """All forms of the name of an inhabitant, both numbers."""
    parses = [p for p in analyzer().parse(lemma) if p.normal_form == lemma and p.tag.POS in ("NOUN", "ADJF")]
    known = [p for p in parses if p.is_known and ("anim" in p.tag or p.tag.POS == "ADJF")]
    if known:
        lexemes = [form.word for form in known[0].lexeme]
        return _unique([lemma, *(word for word in lexemes if "-" not in word or "-" in lemma)])
    if lemma.endswith("ец"):
        stem = lemma[:-2] + ("й" if lemma[-3] in _VOWELS else "")
        return _unique([lemma, *(stem + ending for ending in "ца цу цем це цы цев цам цами цах".split())])
    if lemma.endswith("ка"):
        stem = lemma[:-2]
        plural = stem[:-1] + "ек" if stem.endswith("й") else stem + "ок"
        return _unique([lemma, *(stem + e for e in "ки ке ку кой кам ками ках".split()), plural])
    return _unique([lemma, *(lemma + e for e in "а у ом е ы ов ам ами ах".split())])


def _joined(parts: list[str]) -> tuple[str, ...]:
    declined = [_padded(part) for part in parts]
    together = [" и ".join(part[index] for part in declined) for index in range(len(CASES))]
    last_fixed = [" и ".join([declined[0][index], *parts[1:]]) for index in range(len(CASES))]
    return _unique([*together, *last_fixed])


def _padded(part: str) -> list[str]:
    """Exactly one form a case, so that joined parts stay in step."""
    parse = _nominative(part)
    if parse is not None and "-" not in part:
        return [_cased(part, _inflected(parse, case)) for case in CASES]
    by_ending = _by_ending(part)
    return by_ending[0] if by_ending else [part] * len(CASES)


def _head(words: list[str]) -> int | None:
    """Index of the noun that declines with the adjectives before it; None if the last word declines alone."""
    for index in range(0, len(words), 2):
        word = words[index].lower()
        if index < len(words) - 1 and _adjective_endings(word) is not None:
            continue
        parse = _nominative(words[index])
        if parse is None:
            return None
        if parse.tag.POS == "NOUN":
            return index if word in _GENERIC or index == len(words) - 1 or index > 0 else None
    return None


def _nominative(word: str) -> Any | None:
    """The dictionary's reading of a word as a nominative, a place before others; None if it knows none."""
    if "-" in word and not word[0].isupper():
        return None
    parses = [
        p
        for p in analyzer().parse(word.lower())
        if p.is_known
        and "nomn" in p.tag
        and p.tag.POS in ("NOUN", "ADJF")
        and "Surn" not in p.tag
        and "Name" not in p.tag
    ]
    # «Лахор», «Тонга» stay as they are in the dictionary, but decline in newspapers
    parses = [p for p in parses if "Fixd" not in p.tag or word.lower().endswith(_FIXED_ENDINGS)]
    # the dictionary has «Лахра», «Брисбна», which nobody writes
    parses = [
        p for p in parses if "Geox" not in p.tag or not word.lower().endswith(_STEADY) or _keeps_its_vowel(p)
    ]
    places = [p for p in parses if "Geox" in p.tag]
    nouns = [p for p in parses if p.tag.POS == "NOUN"]
    return next(iter([*places, *nouns, *parses]), None)


def _keeps_its_vowel(parse: Any) -> bool:
    genitive = parse.inflect({"gent"})
    return genitive is None or str(genitive.word).startswith(str(parse.word))


def _inflected(parse: Any, case: str) -> str:
    if case == "accs" and parse.tag.POS == "NOUN" and "femn" not in parse.tag or "Fixd" in parse.tag:
        return str(parse.word) if case in ("nomn", "accs") or "Fixd" in parse.tag else ""
    number = "plur" if "plur" in parse.tag else "sing"
    made = parse.inflect({case, number})
    return str(made.word) if made else str(parse.word)


def _agreeing(word: str, head: Any, case: str) -> str:
    """`word`, an adjective before the head, in the head's gender and number and in `case`."""
    paradigm = _adjective_endings(word.lower())
    if paradigm is None:
        return word
    ending = paradigm.split()[CASES.index(case)]
    return word[:-2] + (word[-2:] if ending == "=" else ending)


def _adjective_endings(word: str) -> str | None:
    """The six endings of a word that looks like an adjective in the nominative; «=» stays as it is."""
    if len(word) < 5 or "-" in word[-4:]:
        return None
    return _ADJECTIVES.get(word[-3:]) or _ADJECTIVES.get(word[-2:])


def _bare(word: str) -> list[str]:
    """Forms of a last word that declines alone: «Нью-Йорк», «Франкфурт-на-Майне», «Тампере»."""
    if "-" in word:
        head, _, tail = word.rpartition("-")
        if (found := re.match(r"([^-]+)(-(?:на|при|ан|ам|дель|ля|ле|де|ди)-.+)$", word)) is not None:
            return [form + found[2] for form in _bare(found[1])]
        return [f"{head}-{form}" for form in _bare(tail)]
    parse = _nominative(word)
    if parse is not None and ("Geox" in parse.tag or word.lower() in _GENERIC):
        return _all_cases(word, parse)
    if word.lower() in _PLURALS:
        return [word[:-1] + ending for ending in _PLURAL.split(" ")]
    return [form for row in _by_ending(word) for form in row] or [word]


def _all_cases(word: str, parse: Any) -> list[str]:
    number = "plur" if "plur" in parse.tag else "sing"
    made = [_cased(word, f.word) for f in parse.lexeme if number in f.tag and f.tag.POS == parse.tag.POS]
    if parse.tag.POS == "ADJF":  # «Грозный»: only the forms of its own gender
        made = [
            _cased(word, f.word)
            for f in parse.lexeme
            if f.tag.POS == "ADJF"
            and number in f.tag
            and f.tag.gender == parse.tag.gender
            and "Supr" not in f.tag
        ]
    return made


def _by_ending(word: str) -> list[list[str]]:
    """Rows of six forms, by the ending alone; none for names that stay as they are."""
    low = word.lower()
    if low.endswith(("ово", "ево", "ёво", "ино", "ыно")):
        return [[word[:-1] + ending for ending in "о а у о ом е".split()]]
    if low.endswith(_FIXED_ENDINGS) or not low[-1:].isalpha() or not re.match(r"[а-яё-]+$", low):
        return []
    if low.endswith(("ый", "кий", "цкая", "ская", "ное", "ские")):
        paradigm = _adjective_endings(low)
        if paradigm is not None:
            return [[word[:-2] + (word[-2:] if end == "=" else end) for end in paradigm.split()]]
    if low.endswith("ь"):
        rows = ["ь и и ь ью и", _SOFT_MASCULINE]
        return [[word[:-1] + ending for ending in row.split(" ")] for row in rows]
    for ending, cut, row in _ENDINGS:
        if low.endswith(ending):
            return [[word[:-cut] + case for case in row.split(" ")]]
    return [[word + case for case in (_HUSHING if low[-1] in "жчшщц" else _HARD).split(" ")]]


def _cased(pattern: str, word: str) -> str:
    """`word` with the capitals of `pattern`, part by part."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    parts = pattern.split("-")
    made = word.split("-")
    if len(parts) != len(made):
        return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
    return "-".join(m[:1].upper() + m[1:] if p[:1].isupper() else m for p, m in zip(parts, made, strict=True))


def _unique(made: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in made if form))
