"""What a bare «посол» means in its dispatch: «посол Казахстана в Болгарии», from sending state and host."""

from __future__ import annotations

import os.path
from functools import lru_cache

from core import states
from core.annotating.morphology import parses
from core.annotating.posts.office import office_of
from core.model import Host, Person

_ENVOYS = frozenset(("посол", "поверенный", "посланник", "генконсул", "консул"))
_ISLANDS = frozenset(("CU", "CY", "MT", "MV", "BS", "LK", "MG", "PH", "JM", "BB", "SC", "KM", "CV"))
_FIXED = frozenset(("SM", "XK"))  # in -о, which the dictionary declines
_HARD_START = "вф"


def full(person: Person, state: str | None, host: Host | None) -> str | None:
    """The post with the states that it leaves out; None where nothing is left out or it can't be told."""
    post = person.post
    office = office_of(post.norm) if post else None
    if post is None or office is None or office.lemma.split("-")[-1] not in _ENVOYS or state is None:
        return None
    sent = "" if post.country else in_case(state, "gent")
    told = any(f" {word} " in f" {post.norm} " for word in ("в", "во", "на", "при", "совместительству"))
    there = "" if told or post.status == "former" or host is None or host.iso == state else place(host.iso)
    if not sent and not there:
        return None
    return " ".join(filter(None, (post.norm, sent, there)))


@lru_cache(maxsize=512)
def place(iso: str) -> str:
    """«в Болгарии», «во Франции», «на Кубе»; "" where the name can't be inflected."""
    name = in_case(iso, "loct")
    if not name:
        return ""
    if iso in _ISLANDS or "остров" in name.lower():
        return f"на {name}"
    hard = name[0].lower() in _HARD_START and name[1:2].lower() not in "аеёиоуыэюя"
    return f"{'во' if hard else 'в'} {name}"


@lru_cache(maxsize=512)
def in_case(iso: str, case: str) -> str:
    """The Russian short name of a state in a case; "" for an unknown state.

    What follows the first noun stays («в Республике | Корея»), unless «и» joins it («в Боснии и …»).
    """
    name = states.name(iso, "ru") or ""
    return name if iso in _FIXED else put(name, case)


@lru_cache(maxsize=512)
def put(name: str, case: str) -> str:
    """The name of a state, given in the nominative, in another case."""
    made: list[str] = []
    declines = True
    for word in name.split():
        declines = declines or (bool(made) and made[-1] == "и")
        made.append(_word(word, case) if declines else word)
        declines = declines and parses(word.lower())[0].pos in ("ADJF", "CONJ")
    return " ".join(made)


def _word(word: str, case: str) -> str:
    """One word of the name; what does not inflect stays: «Перу», «США», the first half of «Шри-Ланка»."""
    if word.isupper():
        return word
    first, hyphen, last = word.rpartition("-")
    if hyphen and (half := _inflected(first, case)) != first and _inflected(last, case) == last:
        return f"{half}-{last}"  # «Гвинеи-Бисау»
    return f"{first}{hyphen}{_inflected(last, case)}"


def _inflected(word: str, case: str) -> str:
    """The word in a case with its capitals kept; place names of the dictionary before other nouns."""
    read = sorted(parses(word.lower()), key=lambda parse: "Geox" not in parse.grammemes)
    for parse in read:
        if parse.case == "nomn" and parse.pos in ("NOUN", "ADJF") and (made := parse.raw.inflect({case})):
            form: str = made.word
            same = len(os.path.commonprefix((form, word.lower())))
            return word[:same] + form[same:]
    return word
