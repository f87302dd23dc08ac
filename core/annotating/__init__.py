"""Annotating: from a segmented text to lemmas, countries, persons, posts, hosts, events and officials.

The order matters. Places need only words; persons use places (a state in a post is no surname); hosts use
places and persons (the accreditation of the ambassador who acts); officials use all of them, dispatch by
dispatch.
"""

from __future__ import annotations

from bisect import bisect_left

from core.model import Dispatch, Document, Release, Segmentation


def annotate(document: Document, cut: Segmentation, key: str) -> Release:
    """Annotates one segmented document. `key` identifies the text."""
    from core import states
    from core.annotating import events, hosts, morphology, officials, people, places

    text = document.text
    words = morphology.words(text, cut.tokens)
    found = places.find(text)
    persons = people.find(text, words, cut, found)
    sender = hosts.sender(text, words, cut, found, persons)
    starts = [country.start for country in found.countries]
    dispatches = []
    number = 0
    for item in cut.cuts:
        number += not item.lede
        kinds = events.of(text, words, item)
        host = None if item.lede else hosts.of(text, words, item, found, persons, sender, kinds)
        first, last = bisect_left(starts, item.start), bisect_left(starts, item.end)
        named = found.countries[first:last]
        gone = [country.name for country in named if country.iso is None or country.iso in states.FORMER]
        mentioned = {country.iso for country in named if country.iso} - states.FORMER
        if host:
            mentioned.add(host.iso)
        dispatches.append(
            Dispatch(
                n=0 if item.lede else number,
                start=item.start,
                end=item.end,
                event=kinds[0].kind,
                events=kinds,
                host=host.iso if host else None,
                host_ground=host,
                mentioned=tuple(sorted(mentioned)),
                mentioned_other=tuple(dict.fromkeys(gone)),
                officials=officials.of(text, words, item, found, persons, sender, host, kinds),
            )
        )
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
        dispatches=tuple(dispatches),
        sentences=cut.sentences,
        persons=persons,
        posts=people.posts(persons),
        countries=found.countries,
        cities=found.cities,
        tokens=cut.tokens,
        lemmas=morphology.form_lemmas(text, cut.tokens),
    )
