"""The made-up dispatches of dispatches.tsv through the stage of places, events and hosts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.annotating import events, hosts, morphology, places
from core.annotating.places import Places
from core.model import Cut, Event, Host
from core.segmenting.tokens import tokens

TABLE = Path(__file__).with_name("dispatches.tsv")


@dataclass(frozen=True)
class Sample:
    """What a dispatch should give and what it gave."""

    text: str
    host: str | None
    event: str
    mentioned: frozenset[str]
    found: Places
    ground: Host | None
    kinds: tuple[Event, ...]

    @property
    def states(self) -> frozenset[str]:
        """The states that were found, the host among them."""
        named = {country.iso for country in self.found.countries if country.iso}
        return frozenset(named | ({self.ground.iso} if self.ground else set()))


def annotated(text: str, sender: str | None) -> tuple[Places, Host | None, tuple[Event, ...]]:
    """Places, host and events of a text that is one dispatch."""
    words = morphology.words(text, tokens(text))
    item = Cut(0, len(text))
    found = places.find(text)
    kinds = events.of(text, words, item)
    return found, hosts.of(text, words, item, found, (), sender, kinds), kinds


@cache
def samples() -> tuple[Sample, ...]:
    """All rows of the table."""
    made = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sender, host, event, mentioned, text = line.split("\t")
        expected = None if host == "-" else host
        made.append(Sample(text, expected, event, frozenset(mentioned.split()), *annotated(text, sender)))
    return tuple(made)
