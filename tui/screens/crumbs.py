"""The line under the filter: what narrows, and how the query was understood."""

from __future__ import annotations

from itertools import groupby

from textual.content import Content

from tui.commands import KeyTable
from tui.lang import tr, trn
from tui.panes.officials import OfficialsPane
from tui.panes.pane import Found
from tui.plain.cleaning import clean
from tui.plain.naming import COUNTRY_FACETS, country, event, month

SEPARATOR, OR = " · ", " | "
_NAMES = {"flag": "note"}  # facets whose name is another word for the eye


def crumbs(found: Found, officials: OfficialsPane, keys: KeyTable) -> Content:
    """One line: choices in the order made, then the query; or the size of the archive."""
    hits = found.hits
    if not hits.dispatches:
        told = "The archive is empty. {key} loads the samples, {add} adds your own releases."
        return Content(tr(told, key=keys.shown("add_samples"), add=keys.shown("add")))
    if found.wish.empty:
        sums = (
            trn(hits.releases, "{n} release|{n} releases"),
            trn(hits.dispatches, "{n} dispatch|{n} dispatches"),
        )
        return Content(tr("Everything: {sums}", sums=", ".join(sums)))
    parts: list[Content] = []
    for (field, excluded), choices in groupby(
        found.wish.narrowing.choices, lambda one: (one.field, one.excluded)
    ):
        values = OR.join(_label(field, choice.value, officials) for choice in choices)
        name = tr(_NAMES.get(field, field))
        parts.append(_part(f"{name} {tr('without')}" if excluded else name, values))
    parts += [_part(tr(what), clean(value)) for what, value in hits.explained]
    return Content(SEPARATOR).join(parts)


def _part(name: str, value: str) -> Content:
    return Content.assemble((f"{name}: ", "$dimmed"), (value, "$foreground"))


def _label(field: str, value: str, officials: OfficialsPane) -> str:
    if field in COUNTRY_FACETS:
        return country(value)
    if field == "official":
        return officials.label_of(value)
    if field == "month":
        return month(value)
    return event(value) if field == "event" else clean(value)
