"""The line under the filter: what narrows, how the query was understood, what was tried beyond the letter."""

from __future__ import annotations

from textual.content import Content

from tui.lang import say, tr, trn
from tui.panes.officials import OfficialsPane
from tui.panes.pane import Found
from tui.plain.cleaning import clean
from tui.plain.naming import COUNTRY_FACETS, country, event, month

SEPARATOR = " · "
_NAMES = {"flag": "note"}  # facets whose name is another word for the eye


def crumbs(found: Found, officials: OfficialsPane) -> Content:
    """One line: choices in the order made, notices, or the size of the archive where nothing narrows."""
    hits = found.hits
    if not hits.dispatches:
        return Content(
            tr(
                "The archive is empty. {key} loads the samples, {add} adds your own releases.",
                key="l",
                add="a",
            )
        )
    if found.wish.empty:
        sums = (
            trn(hits.releases, "{n} release|{n} releases"),
            trn(hits.dispatches, "{n} dispatch|{n} dispatches"),
        )
        return Content(tr("Everything: {sums}", sums=", ".join(sums)))
    parts: list[Content] = []
    for choice in found.wish.narrowing.choices:
        sign = "− " if choice.excluded else ""
        parts.append(
            Content.assemble(
                (f"{tr(_NAMES.get(choice.field, choice.field))}: ", "$dimmed"),
                (sign + _label(choice.field, choice.value, officials), "$foreground"),
            )
        )
    for what, value in hits.explained:
        parts.append(Content.assemble((f"{tr(what)}: ", "$dimmed"), (clean(value), "$foreground")))
    parts += [Content.styled(clean(say(notice)), "$accent italic") for notice in hits.notices]
    return Content(SEPARATOR).join(parts)


def _label(field: str, value: str, officials: OfficialsPane) -> str:
    if field in COUNTRY_FACETS:
        return country(value)
    if field == "official":
        return officials.label_of(value)
    if field == "month":
        return month(value)
    return event(value) if field == "event" else clean(value)
