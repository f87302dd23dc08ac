"""depesha's core: releases in, an archive that answers out. All that others may use is named here.

Names are loaded when they are first used, so that a look-up does not pay for the language stage.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core import states as states
    from core.annotated import line as annotated_line
    from core.archive import Archive
    from core.cards.corrections import Change
    from core.cards.spelling import key as person_key
    from core.copies import differences
    from core.errors import ArchiveError, Busy, DepeshaError, Message, QueryError, Refused
    from core.hits import FACETS, Choice, Excerpt, Hit, Hits, Narrowing
    from core.meetings import Contact, contacts
    from core.model import (
        City,
        Country,
        Dateline,
        Dispatch,
        Document,
        Event,
        Host,
        Official,
        Part,
        Person,
        Post,
        Release,
    )
    from core.pipeline import process as annotate
    from core.reading import Refusal, read, read_text
    from core.results import Added, Card, FacetCount, Finding, Held, Progress, Report, Suggestion
    from core.review import Item as StoryItem
    from core.review import Version as StoryVersion
    from core.review import items as stories
    from core.review import themes
    from core.shipped import GOLD, SAMPLES
    from core.subjects import topics

# name → (module, name there)
_WHERE = {
    "Archive": ("core.archive", "Archive"),
    "Contact": ("core.meetings", "Contact"),
    "contacts": ("core.meetings", "contacts"),
    "differences": ("core.copies", "differences"),
    "StoryItem": ("core.review", "Item"),
    "StoryVersion": ("core.review", "Version"),
    "stories": ("core.review", "items"),
    "themes": ("core.review", "themes"),
    "topics": ("core.subjects", "topics"),
    "Change": ("core.cards.corrections", "Change"),
    "GOLD": ("core.shipped", "GOLD"),
    "Refusal": ("core.reading", "Refusal"),
    "SAMPLES": ("core.shipped", "SAMPLES"),
    "annotate": ("core.pipeline", "process"),
    "annotated_line": ("core.annotated", "line"),
    "person_key": ("core.cards.spelling", "key"),
    "read": ("core.reading", "read"),
    "read_text": ("core.reading", "read_text"),
    **{
        name: ("core.errors", name)
        for name in ("ArchiveError", "Busy", "DepeshaError", "Message", "QueryError", "Refused")
    },
    **{
        name: ("core.model", name)
        for name in (
            "City",
            "Country",
            "Dateline",
            "Dispatch",
            "Document",
            "Event",
            "Host",
            "Official",
            "Part",
            "Person",
            "Post",
            "Release",
        )
    },
    **{name: ("core.hits", name) for name in ("FACETS", "Choice", "Excerpt", "Hit", "Hits", "Narrowing")},
    **{
        name: ("core.results", name)
        for name in (
            "Added",
            "Card",
            "FacetCount",
            "Finding",
            "Held",
            "Progress",
            "Report",
            "Suggestion",
        )
    },
}

__all__ = [
    "FACETS",
    "GOLD",
    "SAMPLES",
    "Added",
    "Archive",
    "ArchiveError",
    "Busy",
    "Card",
    "Change",
    "Choice",
    "City",
    "Contact",
    "Country",
    "Dateline",
    "DepeshaError",
    "Dispatch",
    "Document",
    "Event",
    "Excerpt",
    "FacetCount",
    "Finding",
    "Held",
    "Hit",
    "Hits",
    "Host",
    "Message",
    "Narrowing",
    "Official",
    "Part",
    "Person",
    "Post",
    "Progress",
    "QueryError",
    "Refusal",
    "Refused",
    "Release",
    "Report",
    "StoryItem",
    "StoryVersion",
    "Suggestion",
    "annotate",
    "annotated_line",
    "contacts",
    "differences",
    "person_key",
    "read",
    "read_text",
    "states",
    "stories",
    "themes",
    "topics",
]


def __getattr__(name: str) -> Any:
    if name == "states":
        return import_module("core.states")
    try:
        module, there = _WHERE[name]
    except KeyError:
        raise AttributeError(f"module 'core' has no attribute {name!r}") from None
    value = getattr(import_module(module), there)
    globals()[name] = value
    return value
