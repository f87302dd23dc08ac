"""`depesha review`: the press review of what a query finds, as Markdown, text, HTML or a Word file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.lang import tr, trn
from tui.plain import DONE, FAILED, NOTHING, naming, opening
from tui.plain.cleaning import clean
from tui.plain.counting import notice
from tui.plain.finding import QUERY_HELP
from tui.plain.terminal import Terminal, warn

if TYPE_CHECKING:
    from core import Archive, Dispatch, Hit, Release, StoryItem

EXAMPLES = (
    "depesha review дата:2026-03",
    "depesha review страна:Испания --by theme --html -o spain.html",
    "depesha review 'дата:прошлая неделя' -o review.docx",
    "depesha review конституция --diff",
)
FORMS = {".md": "markdown", ".txt": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".json": "json"}


def options(parser: ArgumentParser) -> None:
    """What is reviewed, how it is grouped, the form and the file."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument(
        "--by", choices=("country", "theme", "event"), default="country", help="group by this"
    )
    parser.add_argument("--title", help="title of the review")
    parser.add_argument("--diff", action="store_true", help="show how the versions of one story differ")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE; its ending tells the form")
    form = parser.add_mutually_exclusive_group()
    for name, what in (
        ("markdown", "Markdown (the form without a file)"),
        ("text", "plain text"),
        ("html", "a web page"),
        ("docx", "a Word file; needs --output"),
        ("json", "one JSON document"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=what)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Writes the review; 1 if nothing was found."""
    form = chosen.form or FORMS.get(Path(chosen.output or "").suffix.lower(), "markdown")
    if form == "docx" and not chosen.output:
        warn(tr("A Word file needs a name: --output FILE.docx"))
        return FAILED
    query = " ".join(chosen.query)
    with opening.archive(chosen) as archive:
        head, found = opening.hits(archive, query)
        made = review(_told(archive, found), by=chosen.by, title=chosen.title or _title(query))
    notice(head)
    if form == "json":
        _put(chosen, terminal, [as_json(made)])
    elif form == "docx":
        from tui.plain.review_docx import write

        write(made, Path(chosen.output), diff=chosen.diff)
    else:
        from tui.plain.review_forms import WRITERS

        _put(chosen, terminal, WRITERS[form](made, chosen.diff))
    if chosen.output:
        terminal.line(clean(tr("Written: {path}", path=chosen.output)))
    return DONE if made.groups else NOTHING


class Review:
    """What is written, whatever the form: a title, and stories under headings."""

    def __init__(self, title: str, groups: list[tuple[str, list[StoryItem]]]) -> None:
        self.title, self.groups = title, groups

    @property
    def summary(self) -> str:
        """«12 stories, 15 sources»."""
        stories = [story for _, group in self.groups for story in group]
        versions = sum(len(story.versions) for story in stories)
        return ", ".join(
            (trn(len(stories), "{n} story|{n} stories"), trn(versions, "{n} source|{n} sources"))
        )


def review(told: list[tuple[Release, Dispatch]], *, by: str, title: str) -> Review:
    """Groups the stories under headings in alphabetical order; those without a group stand last."""
    from core import stories, themes

    found = stories(told)
    if by == "theme":
        grouped = {name[:1].upper() + name[1:]: group for name, group in themes(found).items()}
    else:
        grouped = {}
        for story in found:
            name = naming.country(story.host) if by == "country" else naming.event(story.event)
            grouped.setdefault("" if name == "–" else name[:1].upper() + name[1:], []).append(story)
    rest = grouped.pop("", [])
    groups = sorted(grouped.items())
    return Review(title, [*groups, *([(tr("Other"), rest)] if rest else [])])


def _told(archive: Archive, hits: Iterable[Hit]) -> list[tuple[Release, Dispatch]]:
    """The dispatches found, the oldest first."""
    releases: dict[str, Release] = {}
    made = []
    for hit in hits:
        release = releases.get(hit.key) or releases.setdefault(hit.key, archive.release(hit.key))
        made.append((release, next(d for d in release.dispatches if d.n == hit.n)))
    return made[::-1]


def _title(query: str) -> str:
    return tr("Press review: {query}", query=query) if query else tr("Press review")


def as_json(made: Review) -> dict[str, object]:
    """The review as JSON types; offsets are code points of each release's text."""
    return {
        "title": made.title,
        "groups": [
            {
                "heading": heading,
                "stories": [
                    {
                        "lead": story.lead,
                        "date": story.date,
                        "host": story.host,
                        "event": story.event,
                        "topics": list(story.topics),
                        "versions": [
                            {
                                "key": version.key,
                                "n": version.n,
                                "date": version.date,
                                "agency": version.agency,
                                "source": version.source,
                                "url": version.url,
                                "start": version.start,
                                "end": version.end,
                            }
                            for version in story.versions
                        ],
                    }
                    for story in stories
                ],
            }
            for heading, stories in made.groups
        ],
    }


def _put(chosen: Namespace, terminal: Terminal, made: Iterable[object]) -> None:
    """Writes lines, or one JSON value, to the file named or to standard output."""
    if not chosen.output:
        for one in made:
            if isinstance(one, str):
                terminal.line(clean(one) if terminal.live else one)
            else:
                terminal.json(one, indent=1)
        return
    Path(chosen.output).write_text("".join(f"{line}\n" for line in _texts(made)), encoding="utf-8")


def _texts(made: Iterable[object]) -> Iterator[str]:
    import json

    for one in made:
        yield one if isinstance(one, str) else json.dumps(one, ensure_ascii=False, indent=1)
