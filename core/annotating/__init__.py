"""Annotating: from a segmented text to lemmas, countries, persons, posts, hosts, events and officials.

The order matters. Places need only words; persons use places (a state in a post is no surname); hosts use
places and persons (the accreditation of the ambassador who acts); officials use all of them, dispatch by
dispatch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core.model import Country, Cut, Dispatch, Document, Person, Release, Segmentation
from core.states import FORMER

if TYPE_CHECKING:
    from core.annotating.morphology import Word
    from core.annotating.places import Places


def annotate(document: Document, cut: Segmentation, key: str) -> Release:
    """Annotates one segmented document. `key` identifies the text."""
    from core.annotating import hosts, morphology, people, places

    text = document.text
    words = morphology.words(text, cut.tokens)
    found = places.find(text)
    persons = people.find(text, words, cut, found)
    sender = hosts.sender(text, words, cut, found, persons)
    return Release(
        key=key,
        id=document.id,
        source=document.source,
        text=text,
        kind=cut.kind,
        date=cut.date,
        page_date=document.date,
        title=cut.title,
        headline=document.title,
        url=document.url,
        encoding=document.encoding,
        flags=tuple(dict.fromkeys((*document.flags, *cut.flags))),
        dateline=cut.dateline,
        sender=sender,
        parts=cut.parts,
        dispatches=tuple(dispatches(text, words, cut, found, persons, sender)),
        sentences=cut.sentences,
        persons=persons,
        posts=people.posts(persons),
        countries=found.countries,
        cities=found.cities,
        tokens=cut.tokens,
        lemmas=morphology.form_lemmas(text, cut.tokens),
    )


def dispatches(
    text: str,
    words: Sequence[Word],
    cut: Segmentation,
    found: Places,
    persons: Sequence[Person],
    sender: str | None,
) -> Iterator[Dispatch]:
    """The dispatches of a release, numbered from 1, each with its event, host, states and officials."""
    from core.annotating import events, hosts, officials

    number = 0
    for item in cut.cuts:
        number += not item.lede
        kinds = events.of(text, words, item)
        host = None if item.lede else hosts.of(text, words, item, found, persons, sender, kinds)
        mentioned, other = _states(found.countries, item)
        yield Dispatch(
            n=0 if item.lede else number,
            start=item.start,
            end=item.end,
            event=kinds[0].kind,
            events=kinds,
            host=host.iso if host else None,
            host_ground=host,
            mentioned=tuple(sorted(mentioned | ({host.iso} if host else set()))),
            mentioned_other=other,
            officials=officials.of(text, words, item, found, persons, sender, host, kinds),
        )


def _states(countries: Sequence[Country], item: Cut) -> tuple[set[str], tuple[str, ...]]:
    """Codes of the states mentioned in a dispatch, and names of those that have no code or are no more."""
    first = bisect_left(countries, item.start, key=lambda country: country.start)
    last = bisect_left(countries, item.end, key=lambda country: country.start)
    codes: set[str] = set()
    other = []
    for country in countries[first:last]:
        if country.iso is None or country.iso in FORMER:
            other.append(country.name)
        else:
            codes.add(country.iso)
    return codes, tuple(dict.fromkeys(other))
