"""Any form of a word as query against any other form of it in a text, for words of the gold texts.

300 nouns, adjectives, verbs and names are drawn by a fixed seed. Of the forms that pymorphy3 inflects them to
two thirds stand in a dispatch each; a third stands nowhere and is asked for all the same. Two measures:

- of all pairs (form asked, form in a text) of one lexeme, how many meet;
- of what is met, how much is of a lexeme that the asked form belongs to by lemma and part of speech.

A form may belong to several lexemes («стали»: сталь, стать); what meets one of them is right.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zlib import crc32

import pytest

from core.annotating.morphology import analyzer, form_lemmas
from core.folding import fold
from core.hits import Narrowing
from core.model import Dispatch, Release
from core.pipeline import key_of
from core.searching import Index, build, open_index
from core.segmenting.tokens import tokens
from core.shipped import SAMPLES
from tests.searching.conftest import people

LEXEMES = 300
KINDS = {"NOUN", "ADJF", "INFN", "VERB"}
ADJECTIVES = {"ADJF", "ADJS", "COMP"}
VERBS = {"VERB", "INFN", "GRND", "PRTF", "PRTS"}
MEET, PRECISE = 0.98, 0.96

Lexeme = tuple[str, str]  # lemma and kind of word


def lexeme_of(parse: Any) -> Lexeme:
    """The lexeme of a parse, participles with their verb."""
    pos = str(parse.tag.POS)
    kind = "ADJ" if pos in ADJECTIVES else "VERB" if pos in VERBS else pos
    return fold(parse.normal_form), kind


def drawn() -> dict[Lexeme, tuple[str, ...]]:
    """300 lexemes of the sample texts with all their forms."""
    found: dict[Lexeme, tuple[str, ...]] = {}
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for start, end in tokens(text):
            best = analyzer().parse(text[start:end].lower())[0]
            if best.tag.POS in KINDS and len(text[start:end]) > 3 and best.is_known:
                forms = dict.fromkeys(fold(form.word) for form in best.lexeme)
                found.setdefault(lexeme_of(best), tuple(forms))
    chosen = random.Random(6).sample(sorted(found), LEXEMES)
    return {lexeme: found[lexeme] for lexeme in chosen}


def release_of(form: str) -> Release:
    """A release with one dispatch that holds a form."""
    text = f"{form.capitalize()}."
    spans = tokens(text)
    dispatch = Dispatch(1, 0, len(text), "other")
    bare = Release(key=key_of(text), id=form, source=form, text=text, kind="single", date="2026-03-01")
    return replace(bare, dispatches=(dispatch,), tokens=spans, lemmas=form_lemmas(text, spans))


@pytest.fixture(scope="module")
def lexemes() -> dict[Lexeme, tuple[str, ...]]:
    return drawn()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, lexemes: dict[Lexeme, tuple[str, ...]]) -> Index:
    folder = tmp_path_factory.mktemp("relevance") / "index"
    every = sorted({form for forms in lexemes.values() for form in standing(forms)})
    build(folder, map(release_of, every), "one")
    return open_index(folder)


def standing(forms: tuple[str, ...]) -> set[str]:
    """The forms of a lexeme that stand in texts."""
    return {form for form in forms if crc32(form.encode()) % 3}


def met(index: Index, form: str) -> set[str]:
    """The forms whose dispatches the query meets."""
    rows = index.find(form, Narrowing(), people(), limit=1000, facets=False).rows
    return {row.release_id for row in rows}


def asked(forms: tuple[str, ...]) -> Iterator[str]:
    """At most twelve forms of a lexeme, spread over it: a verb has a hundred and fifty."""
    step = max(1, len(forms) // 12)
    yield from forms[::step]


def test_every_form_meets_every_form(index: Index, lexemes: dict[Lexeme, tuple[str, ...]]) -> None:
    pairs = missed = 0
    wrong: list[str] = []
    for forms in lexemes.values():
        for query in asked(forms):
            missing = standing(forms) - met(index, query)
            pairs += len(standing(forms))
            missed += len(missing)
            wrong += [f"{query}/{form}" for form in missing]
    assert pairs > 20_000
    assert 1 - missed / pairs >= MEET, (missed / pairs, wrong[:40])


def test_what_is_met_is_of_the_same_word(index: Index, lexemes: dict[Lexeme, tuple[str, ...]]) -> None:
    found = right = 0
    wrong: list[str] = []
    for forms in lexemes.values():
        for query in asked(forms):
            own = set(map(lexeme_of, analyzer().parse(query)))
            for form in met(index, query):
                found += 1
                if own & set(map(lexeme_of, analyzer().parse(form))):
                    right += 1
                else:
                    wrong.append(f"{query}/{form}")
    assert right / found >= PRECISE, (right / found, wrong[:40])
