"""What releases say of each spelling of a person: posts over time, countries met, how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.cards.spelling import key
from core.model import Dispatch, Release


@dataclass(slots=True)
class Tenure:
    """A post as stated with a person: in how many dispatches, first and last date (ISO, or None)."""

    count: int = 0
    first: str | None = None
    last: str | None = None

    def see(self, date: str | None) -> None:
        """Counts one more dispatch of that date."""
        self.count += 1
        if date:
            self.first = min(self.first or date, date)
            self.last = max(self.last or date, date)


@dataclass(slots=True)
class Seen:
    """One spelling of a person with one country."""

    key: str
    name: str
    country: str | None
    count: int = 0
    posts: dict[str, Tenure] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)  # ISO code → dispatches

    @property
    def first(self) -> str:
        """The first date, "" where none is known."""
        return min((t.first for t in self.posts.values() if t.first), default="")


def gather(releases: Iterable[Release], into: dict[str, Seen] | None = None) -> dict[str, Seen]:
    """Adds the officials of `releases` to `into` (or a new table), by key."""
    table = {} if into is None else into
    for release in releases:
        for dispatch in release.dispatches:
            _gather_dispatch(table, dispatch, release.day)
    return table


def _gather_dispatch(table: dict[str, Seen], dispatch: Dispatch, date: str | None) -> None:
    for official in dispatch.officials:
        name = key(official.name, official.country)
        seen = table.get(name) or table.setdefault(name, Seen(name, official.name, official.country))
        seen.count += 1
        seen.posts.setdefault(official.post_full or official.post or "", Tenure()).see(date)
        for state in _met(dispatch, official.country):
            seen.met[state] = seen.met.get(state, 0) + 1


def _met(dispatch: Dispatch, own: str | None) -> set[str]:
    """The other states that an official of `own` met: of all who act beside, and the host.

    Envoys who hand over credentials on one day meet the receiving state, not each other.
    """
    host = {dispatch.host} if dispatch.host else set()
    alone = dispatch.event == "credentials" and own not in host
    beside = set() if alone else {other.country for other in dispatch.officials if other.country}
    return (host | beside) - {own}


def merge(table: dict[str, Seen], more: Iterable[Seen]) -> None:
    """Adds to `table` what was seen elsewhere, in other releases. `more` is used up."""
    for seen in more:
        known = table.get(seen.key)
        if known is None:
            table[seen.key] = seen
            continue
        known.count += seen.count
        for post, tenure in seen.posts.items():
            held = known.posts.get(post)
            if held is None:
                known.posts[post] = tenure
                continue
            held.count += tenure.count
            held.first = min(filter(None, (held.first, tenure.first)), default=None)
            held.last = max(filter(None, (held.last, tenure.last)), default=None)
        for state, count in seen.met.items():
            known.met[state] = known.met.get(state, 0) + count
