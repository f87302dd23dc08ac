"""Names for the eye: countries, events, months and facet values in the language spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.lang import language, tr

if TYPE_CHECKING:
    from core import FacetCount

COUNTRY_FACETS = ("country", "host", "mentioned", "sender")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
# Kinds of events as the annotation names them → in words
EVENTS = {
    "meeting": "meeting",
    "phone_call": "phone call",
    "briefing": "briefing",
    "round_table": "round table",
    "credentials": "credentials",
    "visit": "visit",
    "conference": "conference",
    "signing": "signing",
    "exhibition": "exhibition",
    "cultural": "cultural event",
    "consultations": "consultations",
    "reception": "reception",
    "appointment": "appointment",
    "statement": "statement",
    "visit_site": "visit to a site",
    "lede": "lede",
    "other": "other event",
}

# What a release is flagged with → in words; `language:xx` names the language it seems to be written in
FLAGS = {
    "mojibake": "letters lost to a wrong encoding",
    "title-mismatch": "title and text are about different things",
    "cut-off": "cut off",
    "boilerplate": "furniture of a page only",
    "hard-wrapped": "hard-wrapped",
    "glued-sentences": "glued sentences",
    "year-assumed": "year assumed",
}
LANGUAGES = {
    "be": "in Belarusian",
    "bg": "in Bulgarian",
    "en": "in English",
    "kk": "in Kazakh",
    "ky": "in Kyrgyz",
    "uk": "in Ukrainian",
    "uz": "in Uzbek",
}


def flag(name: str) -> str:
    """A flag in words; one without words as it is."""
    kind, _, code = name.partition(":")
    if kind == "language":
        return tr(LANGUAGES[code]) if code in LANGUAGES else tr("not in Russian: {code}", code=code)
    return tr(FLAGS.get(name, name))


def country(iso: str | None) -> str:
    """The short name of a state; its code where no name is known, «–» for none."""
    if not iso:
        return "–"
    from core import states

    return states.name(iso, lang=language()) or iso


def event(kind: str) -> str:
    """The kind of an event in words."""
    return tr(EVENTS.get(kind, kind))


def month(value: str) -> str:
    """«2026-03» as «March 2026»; anything else as it is."""
    year, _, number = value.partition("-")
    if number.isdecimal() and 1 <= int(number) <= 12:
        return f"{tr(MONTHS[int(number) - 1])} {year}"
    return value


def facet_label(field: str, count: FacetCount) -> str:
    """The label of a facet's value."""
    if field in COUNTRY_FACETS:
        return country(count.value)
    if field == "month":
        return month(count.value)
    if field == "flag":
        return flag(count.value)
    return event(count.value) if field == "event" else count.label
