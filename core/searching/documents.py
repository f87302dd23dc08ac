"""From a release to documents of the index, one a dispatch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import tantivy

from core.folding import fold
from core.searching import rows
from core.searching.schema import DISPATCH, FIRST, GAP, NONE, SEPARATOR, SINGLE, STAMP, STARTS
from core.searching.words import Table, Token, cut, lemmas_of, parts_of

if TYPE_CHECKING:
    from core.model import Dispatch, Release

_LAST = (1 << 10) - 1  # the highest number of a dispatch that keeps its place in the order


def person_key(name: str, country: str | None) -> str:
    """The key of a spelling of a person, the same as `core.cards` makes it."""
    return f"{fold(' '.join(name.split()))}|{country or ''}"


def stamp(value: str) -> tantivy.Document:
    """The document that says up to where the index has followed the store."""
    document = tantivy.Document()
    document.add_text("kind", STAMP)
    document.add_text("stamp", value)
    document.add_unsigned("order", 0)
    document.add_unsigned("day", 0)
    for field in SINGLE:
        document.add_text(field, NONE)
    return document


def documents(release: Release, packer: rows.Packer) -> Iterator[tantivy.Document]:
    """A document for every dispatch of the release."""
    known = _Known(release.lemmas)
    for number, dispatch in enumerate(release.dispatches):
        document = tantivy.Document()
        document.add_text("key", release.key)
        document.add_text("kind", DISPATCH)
        if not number:
            document.add_text("kind", FIRST)
        _add_words(document, release, dispatch, known)
        _add_names(document, release, dispatch, known)
        _add_facets(document, release, dispatch)
        document.add_bytes("row", packer.pack(release, dispatch))
        yield document


class _Entry(NamedTuple):
    """What a word form brings into the index, worked out once: news repeats its words."""

    places: tuple[tuple[int, str], ...]  # lemmas, and how far from the word's place: parts stand behind it
    length: int  # places that the word takes
    terms: tuple[str, ...]  # of the field `form`
    starts: frozenset[str]
    best: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def _entry(form: str, lemmas: tuple[str, ...], parts: tuple[tuple[str, tuple[str, ...]], ...]) -> _Entry:
    words = [(0, form, lemmas), *((at, part, its) for at, (part, its) in enumerate(parts))]
    return _Entry(
        places=tuple((at, lemma) for at, _, found in words for lemma in found),
        length=max(1, len(parts)),
        terms=tuple(term for _, one, found in words for term in _terms(one, found)),
        starts=frozenset(
            word[:size] for _, one, found in words for word in (one, *found) for size in range(1, STARTS + 1)
        ),
        best=tuple(found[0] for _, _, found in words),
        others=tuple(lemma for _, _, found in words for lemma in found[1:]),
    )


def _terms(form: str, lemmas: tuple[str, ...]) -> Iterator[str]:
    """The form with its lemmas; and each lemma without any, so that one walk meets all that begins so."""
    yield form + SEPARATOR + " ".join(lemmas)
    yield from (lemma + SEPARATOR for lemma in lemmas if lemma != form)


class _Known(dict[str, _Entry]):
    """Form → entry, for the words of one release."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, form: str) -> _Entry:
        lemmas = lemmas_of(form, self._table)
        entry = self[form] = _entry(form, lemmas, tuple(parts_of(form, lemmas, self._table)))
        return entry


class _Words:
    """Collects words with their places, for one field."""

    def __init__(self, known: _Known) -> None:
        self._known, self.at = known, 0
        self._tokens: list[tantivy.Token] = []
        self.entries: dict[str, _Entry] = {}

    def add(self, tokens: Iterable[Token]) -> None:
        """Adds the words of a text behind those that are there."""
        for token in tokens:
            entry = self.entries[token.form] = self._known[token.form]
            self._tokens += [tantivy.Token(lemma, self.at + at, 0, 0) for at, lemma in entry.places]
            self.at += entry.length

    def put_into(self, document: tantivy.Document, field: str) -> None:
        """Makes them the words of a field."""
        if self._tokens:
            document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", self._tokens))


def _add_words(document: tantivy.Document, release: Release, dispatch: Dispatch, known: _Known) -> None:
    words = _Words(known)
    words.add(cut(release.text, dispatch.start, dispatch.end))
    words.put_into(document, "lemma")
    entries = words.entries.values()
    best = {lemma for entry in entries for lemma in entry.best}
    for lemma in {lemma for entry in entries for lemma in entry.others} - best:
        document.add_text("doubt", lemma)
    for term in {term for entry in entries for term in entry.terms}:
        document.add_text("form", term)
    for start in frozenset().union(*(entry.starts for entry in entries)):
        document.add_text("start", start)


def _add_names(document: tantivy.Document, release: Release, dispatch: Dispatch, known: _Known) -> None:
    """Names of persons, posts, organisations and settlements in the dispatch."""
    persons = [one for one in release.persons if dispatch.start <= one.start < dispatch.end]
    cities = [one for one in release.cities if dispatch.start <= one.start < dispatch.end]
    posts = [one for one in release.posts if dispatch.start <= one.start < dispatch.end]
    officials = dispatch.officials
    names: dict[str, list[str | None]] = {
        "person": [*(one.name for one in officials), *(one.name for one in persons)],
        "post": [*(one.norm for one in posts), *(one.post_full or one.post for one in officials)],
        "org": [one.org for group in (officials, persons, posts) for one in group],
        "city": [one.name for one in cities],
    }
    for field, values in names.items():
        words = _Words(known)
        for value in dict.fromkeys(filter(None, values)):
            words.add(cut(value))
            words.at += GAP
        words.put_into(document, field)


def _add_facets(document: tantivy.Document, release: Release, dispatch: Dispatch) -> None:
    day = rows.date_of(release)
    values = {
        "country": rows.countries_of(dispatch),
        "host": (dispatch.host,),
        "mentioned": (*dispatch.mentioned, *dispatch.mentioned_other),
        "official": (person_key(one.name, one.country) for one in dispatch.officials),
        "event": (dispatch.event,),
        "month": (day and day[:7],),
        "sender": (release.sender,),
        "agency": (rows.agency_of(release),),
        "flag": release.flags,
    }
    for field, found in values.items():
        for value in dict.fromkeys(found):
            if value or field in SINGLE:
                document.add_text(field, value or NONE)
    document.add_unsigned("day", int(day.replace("-", "")) if day else 0)
    document.add_unsigned("order", _order(release.key, day, dispatch.n))


def _order(key: str, day: str | None, n: int) -> int:
    """Higher is listed earlier: the newest day, then releases apart, then dispatches as they stand."""
    days = date.fromisoformat(day).toordinal() if day else 0
    return days << 40 | (crc32(key.encode()) >> 2) << 10 | (_LAST - min(n, _LAST))
