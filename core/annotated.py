"""The annotated release as one JSON object: what `depesha annotate` prints and the scorers read.

Offsets are code points of the text as read. Every extracted thing carries `rule` and `confidence`.
"""

from __future__ import annotations

from typing import Any

from core.model import City, Country, Dispatch, Official, Person, Post, Release

Line = dict[str, Any]


def line(release: Release, *, with_text: bool = False) -> Line:
    """The release as a dictionary of JSON types; its text only if asked for."""
    dateline, title = release.dateline, release.title
    made: Line = {
        "id": release.id,
        "source": release.source,
        "key": release.key,
        "kind": release.kind,
        "date": release.date,
        "sender": release.sender,
        "url": release.url,
        "encoding": release.encoding,
        "dateline": None
        if dateline is None
        else {
            "start": dateline.start,
            "end": dateline.end,
            "place": dateline.place,
            "date": dateline.date,
            "agency": dateline.agency,
            "rule": dateline.rule,
        },
        "title": title and {"start": title.start, "end": title.end},
        "flags": list(release.flags),
        "parts": [{"kind": part.kind, "start": part.start, "end": part.end} for part in release.parts],
        "sentences": [list(span) for span in release.sentences],
        "dispatches": [_dispatch(dispatch) for dispatch in release.dispatches],
        "persons": [_person(person) for person in release.persons],
        "posts": [_post(post) for post in release.posts],
        "countries": [_country(country) for country in release.countries],
        "cities": [_city(city) for city in release.cities],
    }
    return {**made, "text": release.text} if with_text else made


def _dispatch(dispatch: Dispatch) -> Line:
    ground = dispatch.host_ground
    return {
        "n": dispatch.n,
        "start": dispatch.start,
        "end": dispatch.end,
        "host": dispatch.host,
        "host_via": ground and ground.via,
        "host_ground": ground
        and {
            "start": ground.start,
            "end": ground.end,
            "rule": ground.rule,
            "confidence": ground.confidence,
        },
        "event": dispatch.event,
        "events": [
            {
                "kind": event.kind,
                "start": event.start,
                "end": event.end,
                "rule": event.rule,
                "confidence": event.confidence,
            }
            for event in dispatch.events
        ],
        "mentioned": list(dispatch.mentioned),
        "mentioned_other": list(dispatch.mentioned_other),
        "officials": [_official(official) for official in dispatch.officials],
    }


def _official(official: Official) -> Line:
    return {
        "start": official.start,
        "end": official.end,
        "name": official.name,
        "post": official.post,
        "post_full": official.post_full,
        "post_span": None if official.post_start is None else [official.post_start, official.post_end],
        "org": official.org,
        "country": official.country,
        "side": official.side,
        "title": official.title,
        "status": official.status,
        "rule": official.rule,
        "confidence": official.confidence,
    }


def _person(person: Person) -> Line:
    return {
        "start": person.start,
        "end": person.end,
        "name": person.written or person.name,
        "full_name": person.name,
        "post": person.post and _post(person.post),
        "posts": [_post(post) for post in person.posts],
        "org": person.org,
        "country": person.country,
        "title": person.title,
        "rule": person.rule,
        "confidence": person.confidence,
    }


def _post(post: Post) -> Line:
    return {
        "start": post.start,
        "end": post.end,
        "norm": post.norm,
        "rule": post.rule,
        "confidence": post.confidence,
    }


def _country(country: Country) -> Line:
    return {
        "start": country.start,
        "end": country.end,
        "iso": country.iso,
        "name": country.name,
        "via": country.via,
        "rule": country.rule,
        "confidence": country.confidence,
    }


def _city(city: City) -> Line:
    return {
        "start": city.start,
        "end": city.end,
        "name": city.name,
        "iso": city.iso,
        "rule": city.rule,
        "confidence": city.confidence,
    }
