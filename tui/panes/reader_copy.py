"""What is copied from the reader: a sentence, a dispatch, a citation with source and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panes.reader_page import flowing
from tui.plain.cleaning import clean

if TYPE_CHECKING:
    from core import Dispatch, Release
    from tui.widgets.wrapping import Span


def passage(release: Release, span: Span) -> str:
    """The words of a span: broken sentences are joined, nothing is left that a terminal would obey."""
    lines = flowing(release)[span[0] : span[1]].split("\n")
    return "\n".join(" ".join(clean(line).split()) for line in lines if line.strip())


def sentence(release: Release, span: Span) -> str:
    """A sentence on one line."""
    return " ".join(passage(release, span).split())


def dispatch(release: Release, one: Dispatch) -> str:
    """A dispatch, its paragraphs a line each."""
    return passage(release, (one.start, one.end))


def citation(release: Release, span: Span) -> str:
    """«The sentence.» — KAZAKHSTAN TODAY, 2026-03-10, seeds/000.txt"""
    return f"«{sentence(release, span)}» — {origin(release)}"


def origin(release: Release) -> str:
    """Agency, date and where the release was read from; the dateline's date before the page's."""
    line = release.dateline
    agency = line.agency if line else None
    return ", ".join(clean(part) for part in (agency, release.day, release.url or release.source) if part)
