"""`depesha find`: the same query language as the screen, answered in lines."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lang import tr, trn
from tui.plain import DONE, NOTHING, counting, forms, opening, rows, settings
from tui.plain.cleaning import clean
from tui.plain.printing import hit_lines
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Hit, Hits

QUERY_HELP = "words, fields and operators; all dispatches without"
EXAMPLES = (
    "depesha find конституция",
    "depesha find '\"искусственный интеллект\" страна:Испания'",
    "depesha find лицо:Токаев дата:2026-03 --by country",
    "depesha find host:JO --csv > jordan.csv",
)


def options(parser: ArgumentParser) -> None:
    """The query and the forms of the answer."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="at most N hits")
    parser.add_argument("--sort", choices=("date", "rank"), help="newest first, or best first")
    parser.add_argument("-C", "--context", type=int, metavar="N", help="N sentences around the hit")
    parser.add_argument("--by", choices=counting.FACETS, help="count by a facet instead of listing hits")
    short = parser.add_mutually_exclusive_group()
    short.add_argument("-c", "--count", action="store_true", help="only the number of hits")
    short.add_argument("--ids", action="store_true", help="only KEY/N of each hit, for show and others")
    forms.options(parser)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the answer; 0 if something was found, 1 if nothing."""
    query = " ".join(chosen.query)
    with opening.archive(chosen) as archive:
        if chosen.by:
            return counting.show(archive, query, chosen.by, chosen, terminal)
        short = chosen.count or chosen.ids
        head, found = opening.hits(
            archive,
            query,
            sort=settings.held("sort", chosen.sort).value,
            limit=0 if chosen.count else chosen.limit,
            excerpts=not short,
        )
        if short:
            counting.notice(head)
        if chosen.count:
            terminal.line(str(head.total))
        elif chosen.ids:
            for hit in found:
                terminal.line(f"{hit.key}/{hit.n}")
        else:
            _hits(archive, head, found, chosen, terminal)
    return DONE if head.total else NOTHING


def _hits(archive: Archive, head: Hits, found: Iterator[Hit], chosen: Namespace, terminal: Terminal) -> None:
    cells = chosen.csv
    made = (rows.hit_cells(hit) if cells else rows.hit_row(hit) for hit in found)
    whole = rows.answer(head, " ".join(chosen.query))
    if forms.put(chosen, terminal, rows.HIT_COLUMNS, made, head=whole, name="hits"):
        return
    explain(head, terminal)
    for line in hit_lines(archive, found, terminal, settings.held("context", chosen.context).value):
        terminal.line(line)


def explain(head: Hits, terminal: Terminal) -> None:
    """What was tried beyond the letter, and on a terminal what was understood and how much there is."""
    counting.notice(head)
    if terminal.live:
        read = " · ".join(f"{tr(what)}: {value}" for what, value in head.explained)
        total = trn(head.total, "{n} dispatch|{n} dispatches")
        terminal.line(terminal.style("dim", clean(f"{read} — {total}" if read else total)))
