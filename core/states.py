"""The states of the world and their names in Russian and English, without the language stage.

The tables: `tables/states.tsv` (names) and `tables/state_forms.tsv` (every written form of them, made by
`tools/make_states.py`). Codes are ISO 3166-1 alpha-2, Kosovo is XK; former states keep their old codes (SU).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FORMER = frozenset({"SU", "YU", "CS", "DD"})
_LETTERS = re.compile(r"[^\W\d_]+")
_FORMAL = re.compile(r"\b(?:the|and|of)\b|&")


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a state's name. `states` are codes, or the name of a state without one.

    kind: name abbr adj demonym. Where several states share the form, the usual one comes first.
    """

    states: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class _State:
    code: str
    ru: str
    en: str
    abbreviations: tuple[str, ...]
    english: tuple[str, ...]


def _rows(name: str) -> Iterator[list[str]]:
    text = files("core").joinpath("tables", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _states() -> dict[str, _State]:
    found = {}
    for row in _rows("states.tsv"):
        code, ru, en, official, _other, abbreviations, _adj, _dem, english = row + [""] * (9 - len(row))
        del official
        if code != "-":
            named = (en, *filter(None, english.split("|")))
            found[code] = _State(code, ru, en, tuple(filter(None, abbreviations.split("|"))), named)
    return found


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every Russian form, as `key` makes it → what it stands for. Treat it as read-only."""
    found: dict[str, tuple[Form, ...]] = {}
    for form, claimed, kind in _rows("state_forms.tsv"):
        reading = _reading(claimed, kind)
        found[form] = found[form] + reading if form in found else reading
    return found


@cache
def _reading(claimed: str, kind: str) -> tuple[Form, ...]:
    """Shared by all the forms of a name: there are thousands of forms and few names."""
    return (Form(tuple(claimed.split("|")), kind),)


@cache
def abbreviations() -> frozenset[str]:
    """All abbreviations with their capitals: «КНР», «РУз»."""
    return frozenset(
        short for row in _rows("states.tsv") if len(row) > 5 for short in row[5].split("|") if short
    )


@cache
def _english() -> dict[str, str]:
    return {key(_FORMAL.sub(" ", name.lower())): s.code for s in _states().values() for name in s.english}


ALL: tuple[str, ...] = tuple(sorted(_states().keys() - FORMER))
"""The codes of all states and territories of today."""


def key(text: str) -> str:
    """A name as it is looked up: its letters in lower case without accents, ё as е, words by one blank."""
    low = text.lower().replace("ё", "е")
    if not low.isascii():
        plain = unicodedata.normalize("NFD", low.replace("й", "\x00"))
        low = "".join(c for c in plain if not unicodedata.combining(c)).replace("\x00", "й")
    return " ".join(_LETTERS.findall(low))


def name(iso: str, lang: str = "ru") -> str | None:
    """The short name of a state in Russian (`ru`) or English (`en`); None for an unknown code."""
    state = _states().get(iso)
    return None if state is None else (state.en if lang == "en" else state.ru)


def codes(text: str) -> tuple[str, ...]:
    """Codes of the states that `text` names, the usual one first; () where it names none.

    Understood: names, adjectives, demonyms and abbreviations in Russian in any form, English names, codes.
    """
    looked = key(text)
    found: dict[str, None] = {}
    for form in forms().get(looked, ()):
        found.update(dict.fromkeys(state for state in form.states if len(state) == 2 and state.isascii()))
    if not found and (english := _english().get(key(_FORMAL.sub(" ", text.lower())))):
        found[english] = None
    if not found and (code := text.strip().upper()) in _states():
        found[code] = None
    return tuple(found)


@cache
def _ways() -> tuple[tuple[_State, str], ...]:
    """Every state of today and its names as they are looked up, a blank before each."""
    return tuple(
        (
            state,
            "\n".join(f" {key(way)}" for way in (state.ru, state.code, *state.abbreviations, *state.english)),
        )
        for state in _states().values()
        if state.code not in FORMER
    )


def suggest(prefix: str, lang: str = "ru") -> list[tuple[str, str]]:
    """(code, short name) of the states whose name, abbreviation or code begins with `prefix`, by name."""
    looked = key(prefix)
    chosen = [
        (state.code, state.en if lang == "en" else state.ru)
        for state, ways in _ways()
        if f" {looked}" in ways
    ]
    return sorted(chosen, key=lambda pair: (not key(pair[1]).startswith(looked), pair[1]))
