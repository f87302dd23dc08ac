"""The flags that a document carries: what a user should know before trusting what was found in it.

mojibake          letters lost or misread: U+FFFD, rows of question marks, text decoded as another encoding
language:CODE     not Russian; ISO 639-1 code, «und» where the language is not known here
title-mismatch    title and body have no word in common
cut-off           ends in the middle of a sentence, or where a link leads to the rest
boilerplate       hardly a sentence: a menu, a list of headlines, the frame of a page
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from core.errors import Refused
from core.folding import fold
from core.model import Document
from core.reading.decoding import price
from core.reading.languages import language_of
from core.reading.limits import JUDGED_CHARACTERS
from core.reading.plain import FRONT_MATTER

MOJIBAKE, MISMATCH, CUT_OFF, BOILERPLATE = "mojibake", "title-mismatch", "cut-off", "boilerplate"
LANGUAGE = "language:"

# what the second bytes of Russian letters in UTF-8 become in cp1251 and in cp1252
_AS_1251 = bytes(byte for byte in range(0x80, 0xC0) if byte != 0x98).decode("cp1251")
_MISREAD = re.compile(
    rf"(?:[РС][{re.escape(_AS_1251)}]){{3}}|(?:[ÐÑ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]){{3}}"
    r"|\?{3,}(?:[ ,.]+\?{2,}){2}"
)
_CYRILLIC_RUN = re.compile(r"[\u0400-\u04ff\u2500-\u259f][\u0400-\u04ff\u2500-\u259f \n]*")
# words that no wrong encoding gives by chance; three of them, and the letters are what they should be
_SMALL_WORDS = frozenset("на по что для от из при его как был это или до за не".split())
_LEAST_SMALL_WORDS = 3
_MISREAD_SAMPLE = 300
_RUSSIAN_PRICE = 4.6  # bits a letter, above which Cyrillic text is looked at twice
_MISREAD_GAIN = 2.0  # bits a letter that the right encoding must save
_ENCODINGS = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")

_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 4  # letters by which forms of a word are taken for one
_LEAST_TITLE_STEMS = 6

_SENTENCE_END = re.compile(r"[\w»\")”\]] ?[.!?…]+[»\")”]*(?=\s|\Z|[А-ЯЁ«])")
_LONG_LINE_END = re.compile(r"[.!?…][»\")”]*\s+(?=[«\"]?[А-ЯЁ])")
_MORE = re.compile(
    r"(?:\[(?:…|\.{3})\]|\(\.{3}\)|(?:Читать далее|Читать полностью|Подробнее)\W{0,5})\Z", re.I
)
_DANGLING = re.compile(
    r"(?:[,;«(]|(?<!\w)(?:и|а|но|или|что|чтобы|как|в|во|на|с|со|по|к|ко|о|об|от|из|за|у|для|при|между|до|под|над|без"
    r"|который|которая|которые|не))\Z",
    re.I,
)
_TRAILER = re.compile(
    r"\s*(?:источник|фото|видео|автор|подпи|присоед|читайте|подробн|теги|если|больше|следите)", re.I
)
_PROSE_EVERY = 600  # characters of letters in which prose has one sentence end at the least
_LEAST_BOILERPLATE = 250


def judged(document: Document) -> Document:
    """The document with its flags. Raises `Refused` for one without a single letter."""
    if not any(char.isalpha() for char in document.text):
        raise Refused("holds no text")
    flags = dict.fromkeys((*document.flags, *_flags(document.text, document.title)))
    return replace(document, flags=tuple(flags))


def _flags(text: str, title: str | None) -> list[str]:
    matter = FRONT_MATTER.match(text)
    body = text[matter.end() :] if matter else text
    flags = []
    if is_mojibake(text):
        flags.append(MOJIBAKE)
    code = language_of(body if body.strip() else text)
    if code not in (None, "ru") and MOJIBAKE not in flags:
        flags.append(f"{LANGUAGE}{code}")
    if is_mismatch(title, body):
        flags.append(MISMATCH)
    if is_boilerplate(body):
        flags.append(BOILERPLATE)
    elif is_cut_off(body):
        flags.append(CUT_OFF)
    return flags


def is_mojibake(text: str) -> bool:
    """True where letters were lost or decoded wrongly before the text came here."""
    if "\ufffd" in text:
        return True
    if len(_SMALL_WORDS.intersection(text[: 8 * _MISREAD_SAMPLE].split())) >= _LEAST_SMALL_WORDS:
        return False
    if _MISREAD.search(text):
        return True
    sample = " ".join(_CYRILLIC_RUN.findall(text[: 8 * _MISREAD_SAMPLE]))[:_MISREAD_SAMPLE]
    if sum(map(str.isalpha, sample)) < 8:
        return False
    now = price(sample)
    if now < _RUSSIAN_PRICE:
        return False
    others = (
        price(sample.encode(wrong, "replace").decode(right, "replace"))
        for wrong in _ENCODINGS
        for right in _ENCODINGS
        if wrong != right
    )
    return min(others) < now - _MISREAD_GAIN


def is_mismatch(title: str | None, text: str) -> bool:
    """True if the body takes up nothing of its title, which without one from outside is the first line."""
    head, _, rest = text.lstrip().partition("\n")
    title_stems = _stems(title if title else head if len(head) < 250 else "")
    body = text
    if title is None or _stems(head) == title_stems:
        body = rest
    if len(title_stems) < _LEAST_TITLE_STEMS or len(body.strip()) < 40:
        return False
    return not any(
        _stem(word) in title_stems for word in _WORD.findall(body[:JUDGED_CHARACTERS]) if _is_telling(word)
    )


def _stems(text: str) -> set[str]:
    """The first letters of the longer words, folded: enough to see that two texts speak of one thing."""
    return {_stem(word) for word in _WORD.findall(text) if _is_telling(word)}


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    return fold(word)[:_STEM]


def _is_telling(word: str) -> bool:
    return len(word) > 3 or word.isupper()


def is_cut_off(text: str) -> bool:
    """True if the last line stops in the middle of a sentence, or says that the rest is elsewhere."""
    text = text.rstrip()
    if _MORE.search(text[-60:]):
        return True
    line = text[text.rfind("\n") + 1 :][-2000:]
    ends = list(_LONG_LINE_END.finditer(line))
    last = line[ends[-1].end() :] if ends else line
    if len(line) < 60 or _TRAILER.match(last):
        return False
    if _DANGLING.search(last):
        return True
    # in the flow of a paragraph, four words or more, the last one an ordinary word
    words = last.split()
    return (
        len(ends) > 0
        and len(words) > 3
        and last[-1].isalpha()
        and words[-1].islower()
        and not words[-1].isascii()
    )


def is_boilerplate(text: str) -> bool:
    """True if there is text, but hardly a sentence in it."""
    length = len(text.strip())
    if length == 0:
        return True
    seen = min(length, JUDGED_CHARACTERS)
    wanted = -(-seen // _PROSE_EVERY)
    ends = sum(1 for _ in islice(_SENTENCE_END.finditer(text[:JUDGED_CHARACTERS]), wanted))
    return seen >= _LEAST_BOILERPLATE and ends < wanted
