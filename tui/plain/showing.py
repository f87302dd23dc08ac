"""`depesha show`: a release, or one dispatch of it, with what was found in it and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.plain import DONE, naming, opening
from tui.plain.cleaning import clean
from tui.plain.printing import GAP, painted
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Dispatch, Event, Host, Official, Release

EXAMPLES = (
    "depesha show 000",
    "depesha show 3f2a91c0/2 --why",
    "depesha find --ids конституция | xargs depesha show",
    "depesha show 000 --json",
)


def options(parser: ArgumentParser) -> None:
    """Which releases, and what of them."""
    parser.add_argument(
        "ids",
        nargs="+",
        metavar="ID",
        help="key of a release or its beginning, or its id; /N for one dispatch",
    )
    parser.add_argument("--mark", metavar="QUERY", help="mark the words of a query")
    parser.add_argument(
        "--why", action="store_true", help="add words, rule and confidence behind each finding"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the annotated release with its text, a line each")
    form.add_argument("--text", action="store_true", help="the text alone, as read")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints each release; an unknown id is an error."""
    from core import ArchiveError

    with opening.archive(chosen) as archive:
        for name in chosen.ids:
            key, _, number = name.partition("/")
            release = archive.release(key)
            picked = [d for d in release.dispatches if not number or str(d.n) == number]
            if number and not picked:
                raise ArchiveError("{id} has no dispatch {n}.", id=key, n=number)
            if chosen.json:
                terminal.json(_line(release, picked))
            elif chosen.text:
                _text(release, picked if number else None, terminal)
            else:
                marks = archive.marks(chosen.mark, release) if chosen.mark else ()
                for line in _lines(release, picked, marks, chosen.why, terminal):
                    terminal.line(line)
    return DONE


def _line(release: Release, picked: list[Dispatch]) -> dict[str, object]:
    from core import annotated_line

    numbers = {dispatch.n for dispatch in picked}
    made = annotated_line(release, with_text=True)
    return {**made, "dispatches": [d for d in made["dispatches"] if d["n"] in numbers]}


def _text(release: Release, picked: list[Dispatch] | None, terminal: Terminal) -> None:
    spans = [(0, len(release.text))] if picked is None else [(d.start, d.end) for d in picked]
    for start, end in spans:
        for line in release.text[start:end].split("\n"):
            terminal.line(clean(line) if terminal.live else line)


def _lines(
    release: Release,
    picked: list[Dispatch],
    marks: tuple[tuple[int, int], ...],
    why: bool,
    terminal: Terminal,
) -> Iterator[str]:
    agency = release.dateline and release.dateline.agency
    known = (release.date or "–", agency, release.source, release.key[:8])
    yield terminal.style("head", GAP.join(clean(part) for part in known if part))
    if release.title:
        yield clean(release.text[release.title.start : release.title.end])
    if release.flags:
        yield terminal.style("dim", clean(f"{tr('flags')}: {', '.join(map(naming.flag, release.flags))}"))
    for dispatch in picked:
        yield ""
        yield _heading(dispatch, terminal)
        yield from _paragraphs(release, dispatch, marks, terminal)
        for official in dispatch.officials:
            yield f"  — {_official(official, terminal)}"
            if why:
                yield terminal.style("dim", f"      {_ground(release, official)}")
        if why:
            yield from (terminal.style("dim", f"  {clean(line)}") for line in _grounds(release, dispatch))


def _heading(dispatch: Dispatch, terminal: Terminal) -> str:
    host = naming.country(dispatch.host)
    name = f"{dispatch.n}{GAP}{dispatch.host or '–'}{GAP}{host}"
    span = f"{dispatch.start}–{dispatch.end}"
    return GAP.join((terminal.style("place", clean(name)), naming.event(dispatch.event), span))


def _paragraphs(
    release: Release, dispatch: Dispatch, marks: tuple[tuple[int, int], ...], terminal: Terminal
) -> Iterator[str]:
    at = dispatch.start
    for line in release.text[dispatch.start : dispatch.end].split("\n"):
        end = at + len(line)
        here = [(a - at, b - at) for a, b in marks if at <= a and b <= end]
        if line.strip():
            yield painted(line, here, terminal)
        at = end + 1


def _official(official: Official, terminal: Terminal) -> str:
    post = official.post_full or official.post or tr("post not stated")
    country = f" ({official.country})" if official.country else ""
    return f"{terminal.style('head', clean(official.name))}, {clean(post)}{country}"


def _ground(release: Release, official: Official) -> str:
    words = release.text[official.start : official.end]
    return clean(_told(f"«{words}» {official.start}–{official.end}", official))


def _grounds(release: Release, dispatch: Dispatch) -> Iterator[str]:
    """Why this host and this kind of event."""
    found: list[tuple[str, Host | Event]] = [(naming.event(event.kind), event) for event in dispatch.events]
    if dispatch.host_ground:
        found.insert(0, (tr("host"), dispatch.host_ground))
    for what, one in found:
        words = f"{what}: «{release.text[one.start : one.end]}» {one.start}–{one.end}"
        yield _told(words, one)


def _told(words: str, found: Official | Host | Event) -> str:
    p = f"{found.confidence:.2f}"
    return tr("{words}: rule {rule}, confidence {p}", words=words, rule=found.rule, p=p)
