"""Who met whom: the officials of a dispatch as pairs of an own one and a counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from core.model import Dispatch, Official, Release

# Kinds of events (`Event.kind`) at which people meet face to face or talk; the others make no contact.
KINDS = frozenset(
    "meeting phone_call briefing round_table credentials visit conference signing exhibition cultural "
    "consultations reception visit_site".split()
)


@dataclass(frozen=True, slots=True)
class Contact:
    """One pair. `own` serves the sender, `other` anybody else; one of them may be unnamed, never both.

    Offsets are code points of the release's text and span the dispatch.
    """

    key: str
    n: int
    date: str | None
    sender: str | None
    own: Official | None
    host: str | None
    other: Official | None
    event: str
    agency: str | None
    source: str
    start: int
    end: int


def contacts(release: Release, dispatch: Dispatch) -> Iterator[Contact]:
    """The contacts of one dispatch, in the order of the text: every own official with every counterpart.

    Where only one side is named, its officials stand alone. A lede repeats what the dispatches tell: none.
    """
    if dispatch.n == 0 or dispatch.event not in KINDS:
        return
    ours: list[Official | None] = []
    theirs: list[Official | None] = []
    for official in dispatch.officials:
        (ours if is_own(official, release.sender) else theirs).append(official)
    if ours or theirs:
        for own, other in product(ours or [None], theirs or [None]):
            yield _contact(release, dispatch, own, other)


def is_own(official: Official, sender: str | None) -> bool:
    """True for an official who serves the sending state."""
    if official.side is not None:
        return official.side == "own"
    return sender is not None and official.country == sender


def _contact(release: Release, dispatch: Dispatch, own: Official | None, other: Official | None) -> Contact:
    dateline = release.dateline
    return Contact(
        key=release.key,
        n=dispatch.n,
        date=release.day,
        sender=release.sender,
        own=own,
        host=dispatch.host,
        other=other,
        event=dispatch.event,
        agency=dateline.agency if dateline else None,
        source=release.source,
        start=dispatch.start,
        end=dispatch.end,
    )
