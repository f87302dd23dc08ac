"""`depesha stats`: releases and dispatches by month with bars, by host, by sender, quality flags."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.lang import tr, trn
from tui.plain import DONE, NOTHING, counting, forms, opening, rows
from tui.plain.cleaning import clean
from tui.plain.finding import QUERY_HELP
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import FacetCount, Hits

EXAMPLES = ("depesha stats", "depesha stats страна:Испания", "depesha stats --json")
SECTIONS = (
    ("month", "By month"),
    ("host", "By host country"),
    ("sender", "By sending country"),
    ("event", "By kind of event"),
    ("flag", "Quality flags"),
)
COLUMNS = ("facet", "value", "label", "count")
TOP = 12


def options(parser: ArgumentParser) -> None:
    """What narrows, how long the lists are, and the forms."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="at most N rows in each list (12)")
    forms.options(parser)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the sums and the lists."""
    query = " ".join(chosen.query)
    with opening.archive(chosen) as archive:
        head = archive.find(query, limit=0, facets=True)
        held = dict(archive.stats())
        folder = str(archive.path)
    facets = {field: _top(field, head, chosen.limit) for field, _ in SECTIONS}
    flat = [
        {"facet": field, **counting.row_of(field, count)}
        for field, counts in facets.items()
        for count in counts
    ]
    whole = {**rows.answer(head, query), "archive": {"path": folder, **held}}
    if not forms.put(chosen, terminal, COLUMNS, flat, head=whole, name="counts"):
        _tell(head, folder, held, facets, terminal)
    return DONE if head.total else NOTHING


def _top(field: str, head: Hits, limit: int | None) -> list[FacetCount]:
    """The most frequent values; months by time, the latest of them."""
    counted = list(head.facets.get(field, ()))
    most = TOP if limit is None else max(limit, 0)
    if field == "month":
        return sorted(counted, key=lambda count: count.value)[-most:] if most else []
    return counted[:most]


def _tell(
    head: Hits, folder: str, held: dict[str, object], facets: dict[str, list[FacetCount]], terminal: Terminal
) -> None:
    counting.notice(head)
    terminal.line(clean(tr("Archive: {path}", path=folder)))
    sums = [
        trn(head.releases, "{n} release|{n} releases"),
        trn(head.dispatches, "{n} dispatch|{n} dispatches"),
        size(held.get("bytes")),
    ]
    terminal.line(", ".join(filter(None, sums)))
    if head.total != head.dispatches:
        terminal.line(trn(head.total, "{n} dispatch meets the query|{n} dispatches meet the query"))
    for field, heading in SECTIONS:
        if facets[field]:
            terminal.line()
            terminal.line(terminal.style("head", tr(heading)))
            for line in counting.lines(field, facets[field], terminal):
                terminal.line(line)


def size(held: object) -> str:
    """A number of bytes for the eye: «3.4 MB»."""
    if not isinstance(held, int):
        return ""
    value, units = float(held), ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value, units = value / 1000, units[1:]
    return f"{value:.0f} {tr('B')}" if units[0] == "B" else f"{value:.1f} {tr(units[0])}"
