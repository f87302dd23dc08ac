"""Whole releases, invented in every layout met so far: dateline, dispatches, lede and sentences of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.segmenting import segment
from tests.segmenting.marked import Marked, releases

RELEASES = [
    release
    for path in sorted((Path(__file__).parent / "releases").glob("*.txt"))
    for release in releases(path)
]


def pieces(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_release(release: Marked) -> None:
    text = release.text
    found = segment(text, page_date=release.page_date)
    line = found.dateline
    assert ((line.place, line.date, line.agency) if line else (None, None, None)) == release.dateline
    dispatches = [(cut.start, cut.end) for cut in found.cuts if not cut.lede]
    assert pieces(text, dispatches) == pieces(text, release.dispatches)
    assert [(cut.start, cut.end) for cut in found.cuts if cut.lede] == release.ledes
    assert pieces(text, list(found.sentences)) == pieces(text, release.sentences)


def test_there_are_notes_and_digests() -> None:
    kinds = [len(release.dispatches) > 1 for release in RELEASES]
    assert sum(kinds) > 20
    assert len(kinds) - sum(kinds) > 20
