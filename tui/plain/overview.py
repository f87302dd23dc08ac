"""`depesha` without a terminal: what the archive holds and how to ask it."""

from __future__ import annotations

from argparse import Namespace

from tui.lang import tr, trn
from tui.plain import DONE, adding, opening
from tui.plain.cleaning import clean
from tui.plain.naming import facet_label
from tui.plain.terminal import Terminal

WAYS = (
    ("depesha find конституция", "look up words, countries, persons, dates"),
    ("depesha add PATH…", "read, annotate and keep files, folders or addresses"),
    ("depesha annotate PATH…", "print annotated releases as JSON lines; the archive is not touched"),
    ("depesha --help", "all commands"),
)
TOP = 5


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Adds what is named, then prints the overview."""
    status = DONE
    if chosen.paths:
        status = adding.run(Namespace(**vars(chosen), jobs=None, json=False), terminal)
    with opening.archive(chosen) as archive:
        hits = archive.find("", limit=0)
        terminal.line(clean(tr("Archive: {path}", path=archive.path)))
    if not hits.dispatches:
        terminal.line(
            tr("The archive is empty. «depesha samples» adds samples, «depesha add PATH» your own releases.")
        )
    else:
        sums = (
            trn(hits.releases, "{n} release|{n} releases"),
            trn(hits.dispatches, "{n} dispatch|{n} dispatches"),
        )
        terminal.line(", ".join(sums))
        for field, heading in (("country", "Countries"), ("official", "Officials"), ("month", "Months")):
            counts = hits.facets.get(field, ())[:TOP]
            top = ", ".join(f"{facet_label(field, one)} {one.count}" for one in counts)
            terminal.line(f"{tr(heading)}: {clean(top)}")
    terminal.line()
    terminal.line(tr("The screen needs a terminal. The plain commands work everywhere:"))
    width = max(len(way) for way, _ in WAYS)
    for way, purpose in WAYS:
        terminal.line(f"  {way:<{width}}  {tr(purpose)}")
    return status
