"""Runs of capitalised words that stand side by side: where names can be.

A run is cut into elements: a word («Сабо-Надем», «О'Лири»), an initial with its stop («К.», «Дж.»), a
particle («фон», «оглы») or a Roman numeral. Between elements there are blanks alone and no end of a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.annotating.morphology import Word
from core.annotating.names.tables import kinds
from core.annotating.names.tables import words as words_of

WORD, INITIAL, BEFORE, AFTER, NUMERAL = "word", "initial", "before", "after", "numeral"
_ROMAN = re.compile(r"[IVX]{1,5}")
_INITIAL = re.compile(r"[А-ЯЁ]|Дж|Ч[жз]|Ю[рл]|Ж[ак]|Ш[ер]|Ал|Вл|Св|Ег")
_NAME = re.compile(
    r"(?:[а-яё]{2,3}[-‑–])?[А-ЯЁҐІЇЄЎҲҚҒҶӘӨҮҰҢҺЈ][А-Яа-яёЁґіїєўҳқғҷәөүұңһј]*(?:['’ʼ][а-яё]+|[-‑'’ʼ](?:[А-ЯЁ]|"
    r"(?:оглы|оглу|уулу|улы|кызы|гызы|угли|кизи|заде|зода|хан|бек|паша|баши|бай|аль|эль|ул|уль|ур|ус|ад|уд|ас|аш)\b)[А-Яа-яёЁґіїєўҳқғҷәөүұңһј]*|-(?:и|де|да|ди|ду|дель|ла|ле|ан|эт|ус)-[А-ЯЁ][а-яё]+)*"
)
_GLUED = re.compile(r"[А-ЯЁ][а-яё]{3,}[А-ЯЁ]")  # «АкордыИванов»; but «МакДауэлл»
_APOSTROPHES = frozenset("'’ʼ`")
_ALSO_NAMES = frozenset(("ван", "бен", "ал", "абу", "тер", "абдул"))
_LEADING = frozenset(("фон", "ван", "бин", "ибн", "бен", "аль", "эль", "уль"))
_WIDTH = 45  # code points of a line that goes on in the next
LONGEST = 12  # elements of a run


@dataclass(frozen=True, slots=True)
class Element:
    """`first`, `last`: word indices, last exclusive. `form`: in lower case; `text`: as written."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    text: str
    form: str


def runs(text: str, words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> Iterator[list[Element]]:
    """The runs of a text. `sentences`: their spans in order."""
    ends = frozenset(end for _, end in sentences)
    run: list[Element] = []
    index = 0
    while index < len(words):
        word = words[index]
        if not (word.text[0].isupper() or run or "-" in word.text or word.low in _particles()):
            index += 1
            continue
        element = _element(text, words, index)
        if run and (
            element is None or len(run) >= LONGEST or not _adjoins(text, run[-1], element, sentences, ends)
        ):
            yield from _trimmed(run)
            run = []
        if element is None:
            index += 1
            continue
        run.append(element)
        index = element.last
    yield from _trimmed(run)


def _particles() -> dict[str, str]:
    return kinds("particles")


def _trimmed(run: list[Element]) -> Iterator[list[Element]]:
    """A run from its first word, initial or leading particle on; nothing if there is no word in it."""
    run = [_settled(run, place) for place in range(len(run))]
    while run and not _begins(run):
        run = run[1:]
    if any(element.kind == WORD for element in run):
        yield run


def _settled(run: list[Element], place: int) -> Element:
    """A capitalised particle that leads to no word is a word: «Клэр Ван», «Ван Цзюнь»."""
    one = run[place]
    if one.kind != BEFORE or one.text[0].islower():
        return one
    following = run[place + 1].kind if place + 1 < len(run) else None
    eastern = following == WORD and run[place + 1].form in words_of("syllables")  # «КНР | Ван И»
    leads = following == WORD and (place > 0 or one.form not in _ALSO_NAMES)
    if following == BEFORE or (leads and not eastern):
        return one
    return replace(one, kind=WORD)


def _begins(run: list[Element]) -> bool:
    first = run[0]
    if first.kind == BEFORE:
        leads = first.text[0].isupper() or first.form in _LEADING
        return leads and len(run) > 1 and run[1].kind in (WORD, BEFORE)
    return first.kind in (WORD, INITIAL)


def _element(text: str, words: Sequence[Word], index: int) -> Element | None:
    word = words[index]
    written, start = word.text, word.start
    following = words[index + 1] if index + 1 < len(words) else None
    if following and following.text == "." and following.start == word.end and _INITIAL.fullmatch(written):
        return _initial(text, words, index)
    if word.low in _particles():
        kind = BEFORE if _particles()[word.low] == "before" else AFTER
        if kind == BEFORE and len(word.low) == 1:
            return _joined(words, index)
        if written.islower() or (kind == BEFORE and written.istitle()):
            return Element(kind, index, index + 1, start, word.end, written, word.low)
    if _ROMAN.fullmatch(written):
        return Element(NUMERAL, index, index + 1, start, word.end, written, word.low)
    return _joined(words, index)


def _initial(text: str, words: Sequence[Word], index: int) -> Element:
    """«К.», and «К.-Ж.» as one."""
    last = index + 2
    if (
        last + 2 < len(words)
        and words[last].text in "-‑–"
        and words[last].start == words[last - 1].end
        and _INITIAL.fullmatch(words[last + 1].text)
        and words[last + 2].text == "."
    ):
        last += 3
    start, end = words[index].start, words[last - 1].end
    return Element(INITIAL, index, last, start, end, text[start:end], text[start:end].lower())


def _joined(words: Sequence[Word], index: int) -> Element | None:
    """A word, with what an apostrophe ties to it."""
    last, written = index + 1, words[index].text
    while (
        last + 1 < len(words)
        and words[last].text in _APOSTROPHES
        and words[last].start == words[last - 1].end
        and words[last + 1].start == words[last].end
        and words[last + 1].is_word
        and len(words[last - 1].text) < 4
    ):
        written += "'" + words[last + 1].text
        last += 2
    if (
        not _NAME.fullmatch(written)
        or _GLUED.match(written)
        or (len(written) < 2 and written.lower() not in words_of("syllables"))
    ):
        return None
    start, end = words[index].start, words[last - 1].end
    return Element(WORD, index, last, start, end, written, written.lower())


def _adjoins(
    text: str,
    one: Element,
    other: Element,
    sentences: Sequence[tuple[int, int]],
    ends: frozenset[int],
) -> bool:
    """True if nothing but blanks lies between two elements, and no sentence ends there."""
    if one.end in ends and not (one.kind == INITIAL and other.kind in (WORD, INITIAL)):
        return False
    between = text[one.end : other.start]
    if between and not between.isspace():
        return False
    return "\n" not in between or (
        between.count("\n") == 1 and _wrapped(text, one.end) and _one_sentence(sentences, one, other)
    )


def _one_sentence(sentences: Sequence[tuple[int, int]], one: Element, other: Element) -> bool:
    """True if both elements stand in the same sentence: its line was broken by its width."""
    place = bisect_right(sentences, (one.start, len(sentences) + one.end + other.end)) - 1
    return place >= 0 and sentences[place][0] <= one.start and other.end <= sentences[place][1]


def _wrapped(text: str, end: int) -> bool:
    """True if the line that ends after `end` is long enough to be broken by its width."""
    return end - (text.rfind("\n", 0, end) + 1) >= _WIDTH
