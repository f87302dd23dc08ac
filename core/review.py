"""The press review: one lead sentence and its citations a story, copies of one text folded into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.copies import groups
from core.model import Dispatch, Release
from core.subjects import topics


@dataclass(frozen=True, slots=True)
class Version:
    """A dispatch as one source printed it. Offsets are code points of the release's text."""

    key: str
    n: int
    date: str | None
    agency: str | None
    source: str
    url: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A story: the first sentence of the earliest version, and all versions, the earliest first."""

    lead: str
    host: str | None
    event: str
    topics: tuple[str, ...]
    versions: tuple[Version, ...]

    @property
    def date(self) -> str | None:
        """When it was first told."""
        return self.versions[0].date


def items(told: Sequence[tuple[Release, Dispatch]]) -> list[Item]:
    """The stories of the dispatches, in their order; ledes, which repeat their dispatches, are left out."""
    whole = [(release, dispatch) for release, dispatch in told if dispatch.n]
    folded = groups([release.text[dispatch.start : dispatch.end] for release, dispatch in whole])
    return [_item([whole[at] for at in group]) for group in folded]


def themes(stories: Iterable[Item]) -> dict[str, list[Item]]:
    """Stories by theme: each under the topic that most stories share, under «» where it shares none."""
    stories = list(stories)
    shared = Counter(topic for story in stories for topic in story.topics)
    made: dict[str, list[Item]] = {}
    for story in stories:
        common = [topic for topic in story.topics if shared[topic] > 1]
        made.setdefault(max(common, key=lambda topic: shared[topic], default=""), []).append(story)
    return made


def lead(release: Release, dispatch: Dispatch) -> str:
    """The first sentence of a dispatch, joined to one line."""
    inside = ((a, b) for a, b in release.sentences if dispatch.start <= a and b <= dispatch.end)
    start, end = next(inside, (dispatch.start, dispatch.end))
    return " ".join(release.text[start:end].split())


def _item(told: list[tuple[Release, Dispatch]]) -> Item:
    ordered = sorted(told, key=lambda pair: (pair[0].day or "9", -(pair[1].end - pair[1].start)))
    release, dispatch = ordered[0]
    return Item(
        lead=lead(release, dispatch),
        host=dispatch.host,
        event=dispatch.event,
        topics=topics(release, dispatch),
        versions=tuple(_version(*pair) for pair in ordered),
    )


def _version(release: Release, dispatch: Dispatch) -> Version:
    return Version(
        key=release.key,
        n=dispatch.n,
        date=release.day,
        agency=release.dateline.agency if release.dateline else None,
        source=release.source,
        url=release.url,
        start=dispatch.start,
        end=dispatch.end,
        text=release.text[dispatch.start : dispatch.end],
    )
