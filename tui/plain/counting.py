"""Counts of a facet: a table with bars for the eye, rows for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.lang import number, say, tr
from tui.plain import DONE, NOTHING, forms, naming, printing, rows
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal, warn

if TYPE_CHECKING:
    from core import Archive, FacetCount, Hits

FACETS = ("country", "host", "mentioned", "official", "event", "month", "sender", "agency", "flag")
COLUMNS = ("value", "label", "count")
BAR = 24  # columns of the longest bar
_EIGHTHS = " ▏▎▍▌▋▊▉"


def options(parser: ArgumentParser, query_help: str) -> None:
    """The query that narrows, how many rows, and the forms."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help=query_help)
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="at most N rows")
    forms.options(parser)


def show(archive: Archive, query: str, field: str, chosen: Namespace, terminal: Terminal) -> int:
    """Prints the counts of `field` over all hits of the query; 0 if there are any, 1 if none."""
    head = archive.find(query, limit=0, facets=True)
    counted = _ordered(field, head.facets.get(field, ()))
    counted = counted if chosen.limit is None else counted[: max(chosen.limit, 0)]
    if getattr(chosen, "count", False):
        terminal.line(str(len(counted)))
    elif getattr(chosen, "ids", False):
        for count in counted:
            terminal.line(clean(count.value))
    else:
        made = [row_of(field, count) for count in counted]
        whole = {**rows.answer(head, query), "by": field}
        if not forms.put(chosen, terminal, COLUMNS, made, head=whole, name="counts"):
            notice(head)
            for line in lines(field, counted, terminal):
                terminal.line(line)
    return DONE if head.total else NOTHING


def notice(head: Hits) -> None:
    """On standard error, what was tried beyond the letter of the query, and that there is nothing to ask."""
    if not head.dispatches:
        warn(
            tr("The archive is empty. «depesha samples» adds samples, «depesha add PATH» your own releases.")
        )
    for said in head.notices:
        warn(clean(say(said)))


def row_of(field: str, count: FacetCount) -> rows.Row:
    """A facet's value as JSON types, its label in the language spoken."""
    return {"value": count.value, "label": naming.facet_label(field, count), "count": count.count}


def lines(field: str, counted: Sequence[FacetCount], terminal: Terminal) -> Iterator[str]:
    """Rows of count, bar (on a terminal) and label, the codes of countries before their names."""
    most = max((count.count for count in counted), default=0)
    figures = [number(count.count) for count in counted]
    room = max(map(len, figures), default=0)
    for count, figure in zip(counted, figures, strict=True):
        label = naming.facet_label(field, count)
        code = f"{count.value}  " if field in naming.COUNTRY_FACETS else ""
        drawn = f"{terminal.style('bar', bar(count.count, most))}  " if terminal.live else ""
        yield f"{figure:>{room}}  {drawn}{clean(code + label)}"


def bar(count: int, most: int) -> str:
    """A bar of `BAR` columns for the largest count, in eighths of a column."""
    eighths = round(count * BAR * 8 / most) if most else 0
    whole, part = divmod(max(eighths, 1 if count else 0), 8)
    return printing.pad("█" * whole + (_EIGHTHS[part] if part else ""), BAR)


def _ordered(field: str, counted: Sequence[FacetCount]) -> Sequence[FacetCount]:
    """Months by time, the rest by count as the index gives them."""
    return sorted(counted, key=lambda count: count.value) if field == "month" else counted
