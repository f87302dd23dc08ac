"""What was found in a release, as facts to walk through: where, what, by which rule, how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.plain import naming
from tui.plain.cleaning import clean

if TYPE_CHECKING:
    from core import Choice, Country, Dispatch, Official, Person, Release

# Order of facts that begin at one place
_ORDER = ("dateline", "official", "person", "country", "city", "host", "event")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said by `text[start:end]` of the release.

    kind: dateline official person country city host event. `told` is the finding in words, `choice` narrows
    the dispatches by it, `person` is the name and country of an official whose card may be looked up.
    """

    kind: str
    start: int
    end: int
    told: str
    rule: str = ""
    confidence: float | None = None
    choice: Choice | None = None
    person: tuple[str, str | None] | None = None

    def line(self) -> str:
        """The fact on one line: «official: Талгат Шалданбай, посол … · rule …, confidence 0.95»."""
        return f"{tr(self.kind)}: {self.told}{self.ground()}"

    def ground(self) -> str:
        """« · rule post-before-name, confidence 0.95», empty where nothing is known."""
        if not self.rule:
            return ""
        told = tr("rule {rule}", rule=clean(self.rule))
        sure = "" if self.confidence is None else f", {tr('confidence {p}', p=f'{self.confidence:.2f}')}"
        return f" · {told}{sure}"


def facts(release: Release) -> tuple[Fact, ...]:
    """All facts of a release in the order of the text."""
    found = [*_dateline(release), *_people(release), *_places(release), *_dispatches(release)]
    return tuple(sorted(found, key=lambda fact: (fact.start, _ORDER.index(fact.kind), fact.end)))


def _dateline(release: Release) -> Iterator[Fact]:
    from core import Choice

    line = release.dateline
    if line is None:
        return
    told = ", ".join(clean(part) for part in (line.place, line.date, line.agency) if part)
    choice = Choice("agency", line.agency) if line.agency else None
    yield Fact("dateline", line.start, line.end, told or "–", line.rule, choice=choice)


def _people(release: Release) -> Iterator[Fact]:
    """Officials at their first mention with all that is known of them, and other mentions of persons."""
    known: dict[str, Official] = {}
    acting = [official for dispatch in release.dispatches for official in dispatch.officials]
    for official in acting:
        known.setdefault(official.name, official)
        yield _official(official)
    firsts = {official.start for official in acting}
    for person in release.persons:
        if person.start not in firsts:
            yield _person(person, known.get(person.name))


def _official(one: Official) -> Fact:
    post = one.post_full or one.post or tr("post not stated")
    told = ", ".join(part for part in (one.title, one.name, post) if part)
    who = (one.name, one.country)
    where = f" · {naming.country(one.country)}" if one.country else ""
    return Fact("official", one.start, one.end, clean(told) + where, one.rule, one.confidence, person=who)


def _person(one: Person, known: Official | None) -> Fact:
    post = (one.post and one.post.norm) or (known and (known.post_full or known.post))
    told = clean(", ".join(part for part in (one.title, one.name, post) if part))
    kind, who = ("official", (known.name, known.country)) if known else ("person", None)
    return Fact(kind, one.start, one.end, told, one.rule, one.confidence, person=who)


def _places(release: Release) -> Iterator[Fact]:
    from core import Choice

    cities = {city.start for city in release.cities}
    for city in release.cities:
        told = f"{clean(city.name)}, {naming.country(city.iso)}"
        yield Fact(
            "city", city.start, city.end, told, city.rule, city.confidence, Choice("country", city.iso)
        )
    for country in release.countries:
        if country.via == "city" and country.start in cities:
            continue  # the city says it already
        yield _country(country)


def _country(one: Country) -> Fact:
    from core import Choice

    told = f"{naming.country(one.iso)} ({one.iso})" if one.iso else clean(one.name)
    choice = Choice("country", one.iso) if one.iso else None
    return Fact("country", one.start, one.end, told, one.rule, one.confidence, choice)


def _dispatches(release: Release) -> Iterator[Fact]:
    """Why a dispatch has this host and is of this kind."""
    for dispatch in release.dispatches:
        yield from _grounds(dispatch)


def _grounds(dispatch: Dispatch) -> Iterator[Fact]:
    from core import Choice

    host = dispatch.host_ground
    if host:
        told = naming.country(host.iso)
        yield Fact("host", host.start, host.end, told, host.rule, host.confidence, Choice("host", host.iso))
    for event in dispatch.events:
        choice = Choice("event", event.kind)
        told = naming.event(event.kind)
        yield Fact("event", event.start, event.end, told, event.rule, event.confidence, choice)
