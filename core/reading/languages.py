"""Which language a text is written in, told by frequent words and letters (`languages.tsv`)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from core.reading.tables import rows

UNDETERMINED = "und"
_WORD = re.compile(r"[^\W\d_]+(?:[‘ʻ'’][^\W\d_]+)?")
_BEYOND_RUSSIAN = re.compile(r"[\u0400-\u040f\u0450\u0452-\u052f]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_LATIN = re.compile(r"[a-z\u00c0-\u024f]+")
_SAMPLE = 2_400  # characters
_LEAST_OWN = 4  # different words of its own, after which a text is Russian without more ado
_LEAST_LETTERS = 20
_LEAST_SHARE = 0.03  # of the words, below which nothing is said
_LETTER_WORTH = 0.5  # of a word with letters of a language, beside a frequent word of it
_MARGIN = 1.3  # how much better than Russian another language must do


def language_of(text: str) -> str | None:
    """The ISO 639-1 code, «und» for a script without a table, None for a text too short or mixed to tell."""
    sample = _sample(text).lower()
    if len(_own_words("ru").intersection(sample.split())) >= _LEAST_OWN and not _BEYOND_RUSSIAN.search(
        sample
    ):
        return "ru"
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS:
        return None
    cyrillic = letters - len(_CYRILLIC.sub("", "".join(words)))
    latin = letters - len(_LATIN.sub("", "".join(words))) if cyrillic < letters else 0
    if max(cyrillic, latin) < 0.4 * letters:
        return _by_script(words)
    scores = _by_words(words)
    if cyrillic >= latin:
        scores.update(_by_letters(words) if _BEYOND_RUSSIAN.search(sample) else {})
    else:
        scores.pop("ru", None)
    return _best(scores, len(words), fallback=UNDETERMINED if latin > 0.8 * letters else None)


def _sample(text: str) -> str:
    """Beginning, middle and end of a long text: a release may open in another language."""
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _by_words(words: Iterable[str]) -> Counter[str]:
    scores: Counter[str] = Counter()
    table = _frequent()
    for word, count in Counter(words).items():
        for code in table.get(word, ()):
            scores[code] += count
    return scores


def _by_letters(words: Iterable[str]) -> dict[str, int]:
    scores: Counter[str] = Counter()
    for word, count in Counter(words).items():
        beyond = set(_BEYOND_RUSSIAN.findall(word))
        if beyond:
            for code, letters in _letters():
                if beyond <= letters:
                    scores[code] += count
    return {code: round(_LETTER_WORTH * count) for code, count in scores.items()}


def _best(scores: Counter[str], words: int, fallback: str | None) -> str | None:
    if not scores:
        return fallback
    code, score = max(scores.items(), key=lambda item: item[1])
    if score < max(2, _LEAST_SHARE * words):
        return fallback
    return code if score >= _MARGIN * scores["ru"] else "ru"


def _by_script(words: list[str]) -> str:
    names: Counter[str] = Counter()
    for word in words[:500]:
        names[unicodedata.name(word[0], "").partition(" ")[0]] += len(word)
    name = names.most_common(1)[0][0]
    return next((code for code, scripts in _scripts() if name in scripts), UNDETERMINED)


@cache
def _frequent() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code, kind, values in rows("languages.tsv"):
        if kind == "words":
            for word in values.split():
                table[word] = (*table.get(word, ()), code)
    return table


@cache
def _own_words(code: str) -> frozenset[str]:
    """Frequent words of a language that no other in the table has."""
    return frozenset(word for word, codes in _frequent().items() if codes == (code,))


@cache
def _letters() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (code, frozenset(values)) for code, kind, values in rows("languages.tsv") if kind == "letters"
    )


@cache
def _scripts() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (code, frozenset(values.split())) for code, kind, values in rows("languages.tsv") if kind == "script"
    )
