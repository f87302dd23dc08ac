"""The post beside a name: before it, after a comma, in brackets, after a dash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.annotating.morphology import Word
from core.annotating.posts.chain import reach
from core.annotating.posts.grammar import DASHES, forms, is_title, part, qualifies, skip_back
from core.annotating.posts.heads import Head
from core.annotating.posts.phrase import Phrase, left

_WINDOW = 45  # words of the longest post before a name
_SIGNATURE = 70  # characters of a line that can be a signature
_MODIFIERS = 6  # words before the head of a post behind a name
_ANY = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


@dataclass(frozen=True, slots=True)
class Scene:
    """Where posts are looked for: all words, the head nouns, and the words that names take."""

    text: str
    words: Sequence[Word]
    heads: Mapping[int, Head]
    taken: Mapping[int, int]  # first word of a name → the index after its last
    cases: Mapping[int, frozenset[str]]  # first word of a name → the cases in which it can stand


def before(scene: Scene, first: int, low: int, cases: frozenset[str]) -> Phrase | None:
    """The post that ends where the name begins at word `first`; nothing left of word `low` is looked at."""
    words = scene.words
    if {"nomn", "gent"} <= cases:  # a name that shows no case stands in that of its whole post
        cases = _ANY
    end = skip_back(words, first, low)
    for stop in range(end, first + 1):  # «генерал Мутенга», «имам | шейх Саид»: a title where no post is left
        comma = stop - 1 > low and words[stop - 1].text == ","
        dash = stop - 1 > low and words[stop - 1].text in DASHES
        for head in range(max(low, stop - _WINDOW), stop):
            noun = scene.heads.get(head)
            if noun is None:
                continue
            found = _reaching(scene, head, noun, stop - (comma or dash), low, cases)
            if found is None:
                continue
            phrase, concurrent = found
            if comma and not concurrent and not _inserted(scene, phrase, low):
                continue
            if _owned(scene, head, stop, scene.cases.get(first, cases)):
                continue
            return replace(phrase, rule="post-before-dash" if dash else "post-before-name")
    return None


def _inserted(scene: Scene, phrase: Phrase, low: int) -> bool:
    """True for «…, первый секретарь партии, | Иванов»: a comma on either side, more than a head."""
    after_comma = phrase.first > low and scene.words[phrase.first - 1].text == ","
    return after_comma and phrase.last - phrase.head > 1


def touching(scene: Scene, first: int, low: int, cases: frozenset[str]) -> Phrase | None:
    """The post right before a name although their cases part: unknown names can be misread."""
    phrase = before(scene, first, low, _ANY)
    if phrase and ("gent" in cases) is not ("gent" in scene.heads[phrase.head].cases):
        return None  # «адвокат Маркива», «муж актрисы Сенин»: one depends on the other
    return phrase and replace(phrase, rule="post-touching-name", confidence=0.7)


def _reaching(
    scene: Scene, head: int, noun: Head, stop: int, low: int, cases: frozenset[str]
) -> tuple[Phrase, bool] | None:
    """The post with this head if it goes on exactly up to `stop` in one of `cases`."""
    if stop <= head:
        return None
    side = left(scene.words, head, noun, low)
    fitting = frozenset(case for case, number in side.forms if number == "sing") & cases
    if not fitting:
        return None
    walked = reach(scene.words, scene.heads, head, stop, fitting)
    if walked.end != stop or _hangs(scene, head, stop):
        return None
    return Phrase(side.first, stop, head, walked.joined, side.status), walked.concurrent


def _hangs(scene: Scene, head: int, stop: int) -> bool:
    """True if the words end in an adjective that waits for its noun: «преемником 83-летнего | Акихито»."""
    word = scene.words[stop - 1]
    of_king = (not word.is_capital or is_title(word)) and scene.words[stop - 2].low == "имени"
    if word.low == "имени" or of_king:  # the name is that of the university
        return True
    if stop - 1 in scene.heads or not word.is_word or word.is_capital or stop - 1 == head:
        return False
    return word.parses[0].pos in ("ADJF", "PRTF") and not any(parse.pos == "NOUN" for parse in word.parses)


def _owned(scene: Scene, head: int, stop: int, cases: frozenset[str]) -> bool:
    """True if the name depends on the last noun: «министра в правительстве | Кэмерона»."""
    noun, before_it = scene.words[stop - 1], scene.words[stop - 2]
    if cases - {"gent", "accs"} or stop - 2 <= head or noun.is_capital or noun.low == "отставке":
        return False
    return before_it.low in ("в", "во", "на", "из") and any(case == "loct" for case, _ in forms(noun.low))


def after(scene: Scene, last: int, high: int, cases: frozenset[str]) -> Phrase | None:
    """The post behind a name that ends before word `last`: «…, посол Казахстана в США,», «… (посол)»."""
    words = scene.words
    if last >= high - 1:
        return None
    opened = words[last].text
    if opened == "(":
        inside = _opening(scene, last + 1, high, cases | {"nomn"}, "post-in-brackets", ")")
        close = next((i for i in range(last, min(last + 12, high)) if words[i].text.startswith(")")), None)
        return inside or (None if close is None else after(scene, close + 1, high, cases))
    if opened in DASHES:
        return _opening(scene, last + 1, high, cases | {"nomn"}, "post-after-dash", "")
    if opened == ",":
        return _opening(scene, last + 1, high, cases, "post-after-name", "")
    if words[last].is_capital and _lone_line(scene, last):
        return _opening(scene, last, high, cases, "post-in-signature", "")
    return None


def _lone_line(scene: Scene, index: int) -> bool:
    """True in a short line without a full stop: the signature «Кирсан Илюмжинов | Президент ФИДЕ»."""
    at = scene.words[index].start
    start = scene.text.rfind("\n", max(0, at - _SIGNATURE), at) + 1
    end = scene.text.find("\n", at, at + _SIGNATURE)
    if (start == 0 and at > _SIGNATURE) or (end < 0 and at + _SIGNATURE < len(scene.text)):
        return False
    line = scene.text[start : len(scene.text) if end < 0 else end].rstrip()
    return len(line) <= _SIGNATURE and not line.endswith((".", "!", "?", ":", ";"))


def _opening(
    scene: Scene, start: int, high: int, cases: frozenset[str], rule: str, closing: str
) -> Phrase | None:
    """The post that begins at word `start`."""
    words = scene.words
    head = _head_from(scene, start, high)
    if head is None:
        return None
    side = left(words, head, scene.heads[head], start)
    fitting = frozenset(case for case, number in side.forms if number == "sing") & cases
    if not fitting or not _only_modifiers(words, start, side.first):
        return None
    walked = reach(words, scene.heads, head, _free(scene, head, high), fitting, strict=True)
    if walked.end in scene.taken and not closing:  # the post of the next name: «Иванов, министр Петров»
        return None
    if closing and not any(words[i].text == closing for i in range(walked.end, min(walked.end + 12, high))):
        return None
    return Phrase(side.first, walked.end, head, walked.joined, side.status, rule=rule, confidence=0.9)


def _head_from(scene: Scene, start: int, high: int) -> int | None:
    """The first head noun from word `start` on, with nothing but what may qualify it before."""
    for index in range(start, min(start + _MODIFIERS, high)):
        if index in scene.heads and not (index + 1 in scene.heads and qualifies(scene.words[index].low)):
            return index  # «управляющий директор»: the first of two is an adjective
        word = scene.words[index]
        marks = word.low in ("и", "о", ".", "врио", "временно", "обязанности", "ныне", "также", "а")
        if index in scene.taken or not (marks or qualifies(word.low)):
            return None
    return None


def _only_modifiers(words: Sequence[Word], start: int, first: int) -> bool:
    """True if what stands between the comma and the post is left out of it on purpose."""
    skipped = ("ныне", "также", "а", "и")
    return all(
        words[i].low in skipped or part(words[i].low) in ("outside", "former") for i in range(start, first)
    )


def _free(scene: Scene, start: int, high: int) -> int:
    """The first word from `start` on that a name takes, or `high`."""
    return next((index for index in range(start, high) if index in scene.taken), high)
