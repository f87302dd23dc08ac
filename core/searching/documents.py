"""From a release to documents of the index, one a dispatch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from zlib import crc32

import tantivy

from core.folding import fold
from core.model import Dispatch, Release
from core.searching import rows
from core.searching.schema import DISPATCH, FIRST, GAP, NONE, SEPARATOR, SINGLE, STAMP, STARTS
from core.searching.words import Table, Token, cut, lemmas_of, parts_of

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
    for number, dispatch in enumerate(release.dispatches):
        document = tantivy.Document()
        document.add_text("key", release.key)
        document.add_text("kind", DISPATCH)
        if not number:
            document.add_text("kind", FIRST)
        _add_words(document, release, dispatch)
        _add_names(document, release, dispatch)
        _add_facets(document, release, dispatch)
        document.add_bytes("row", packer.pack(release, dispatch))
        yield document


class _Words:
    """Collects words with their places, for one field."""

    def __init__(self, table: Table) -> None:
        self.table, self.at = table, 0
        self.tokens: list[tantivy.Token] = []
        self.best: set[str] = set()
        self.others: set[str] = set()
        self.forms: dict[str, tuple[str, ...]] = {}

    def add(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            lemmas = lemmas_of(token.form, self.table)
            self._put(token.form, lemmas)
            parts = parts_of(token.form, lemmas, self.table)
            for part, its_lemmas in parts:
                self._put(part, its_lemmas)
                self.at += 1
            self.at += not parts

    def _put(self, form: str, lemmas: tuple[str, ...]) -> None:
        self.forms[form] = lemmas
        self.tokens += [tantivy.Token(lemma, self.at, 0, 0) for lemma in lemmas]
        self.best.add(lemmas[0])
        self.others.update(lemmas[1:])

    def put_into(self, document: tantivy.Document, field: str) -> None:
        if self.tokens:
            document.add_pre_tokenized_text(field, tantivy.PreTokenizedString("", self.tokens))


def _add_words(document: tantivy.Document, release: Release, dispatch: Dispatch) -> None:
    words = _Words(release.lemmas)
    words.add(cut(release.text, dispatch.start, dispatch.end))
    words.put_into(document, "lemma")
    for lemma in words.others - words.best:
        document.add_text("doubt", lemma)
    starts: set[str] = set()
    for form, lemmas in words.forms.items():
        document.add_text("form", form + SEPARATOR + " ".join(lemmas))
        starts.update(word[:size] for word in (form, *lemmas) for size in range(1, STARTS + 1))
    for start in starts:
        document.add_text("start", start)


def _add_names(document: tantivy.Document, release: Release, dispatch: Dispatch) -> None:
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
        words = _Words(release.lemmas)
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
    document.add_unsigned("day", int(day[:10].replace("-", "")) if day else 0)
    document.add_unsigned("order", _order(release.key, day, dispatch.n))


def _order(key: str, day: str | None, n: int) -> int:
    """Higher is listed earlier: the newest day, then releases apart, then dispatches as they stand."""
    days = date.fromisoformat(day[:10]).toordinal() if day else 0
    return days << 40 | (crc32(key.encode()) >> 2) << 10 | (_LAST - min(n, _LAST))
