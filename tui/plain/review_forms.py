"""The press review as Markdown, plain text and HTML: each writer gives lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from textwrap import fill
from typing import TYPE_CHECKING

from tui.lang import trn

if TYPE_CHECKING:
    from core import StoryItem, StoryVersion
    from tui.plain.review import Review

WIDTH = 80  # columns of plain text
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_STYLE = (
    "body{max-width:46em;margin:2em auto;font:1em/1.5 serif}cite{color:#555}del{color:#a00}ins{color:#070}"
)


def citation(version: StoryVersion) -> str:
    """«KAZAKHSTAN TODAY, 2026-03-10, seeds/000.txt:350»: agency, date, file and offset, as far as known."""
    place = version.url or version.source
    return ", ".join(filter(None, (version.agency, version.date, f"{place}:{version.start}")))


def sources(story: StoryItem) -> str:
    """The citations of a story, counted where there are several."""
    cited = "; ".join(citation(version) for version in story.versions)
    count = len(story.versions)
    return f"{trn(count, '{n} source|{n} sources')}: {cited}" if count > 1 else cited


def changes(story: StoryItem) -> Iterator[tuple[StoryVersion, list[tuple[str, str]]]]:
    """For every later version that differs: it, and how the first one becomes it."""
    from core import differences

    first = story.versions[0]
    for version in story.versions[1:]:
        found = list(differences(first.text, version.text))
        if any(kind != "=" for kind, _ in found):
            yield version, found


def plain_change(found: list[tuple[str, str]]) -> str:
    """A difference as words: [-gone-] {+new+}, as wdiff marks them."""
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return " ".join(marks[kind].format(words) for kind, words in found)


def markdown(made: Review, diff: bool) -> Iterator[str]:
    """Markdown; what the releases say is escaped."""
    yield f"# {_escaped(made.title)}"
    yield ""
    yield made.summary
    for heading, stories in made.groups:
        yield from ("", f"## {_escaped(heading)}", "")
        for story in stories:
            yield f"- {_escaped(story.lead)} *({_escaped(sources(story))})*"
            for version, found in changes(story) if diff else ():
                yield f"  - {_escaped(citation(version))}: {_escaped(plain_change(found))}"


def text(made: Review, diff: bool) -> Iterator[str]:
    """Plain text, wrapped at 80 columns."""
    yield made.title
    yield made.summary
    for heading, stories in made.groups:
        yield from ("", heading.upper(), "")
        for story in stories:
            yield from _wrapped(f"— {story.lead} ({sources(story)})", "  ")
            for version, found in changes(story) if diff else ():
                yield from _wrapped(f"  {citation(version)}: {plain_change(found)}", "    ")


def html(made: Review, diff: bool) -> Iterator[str]:
    """A page of its own, without scripts or links to anything but the releases' addresses."""
    yield '<!DOCTYPE html>\n<html lang="ru"><head><meta charset="utf-8">'
    yield f"<title>{escape(made.title)}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{escape(made.title)}</h1>\n<p>{escape(made.summary)}</p>"
    for heading, stories in made.groups:
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        for story in stories:
            yield f"<li>{escape(story.lead)} <cite>({escape(sources(story))})</cite>"
            for version, found in changes(story) if diff else ():
                yield f"<p><cite>{escape(citation(version))}</cite>: {_html_change(found)}</p>"
            yield "</li>"
        yield "</ul>"
    yield "</body></html>"


def _html_change(found: list[tuple[str, str]]) -> str:
    marks = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
    return " ".join(marks[kind].format(escape(words)) for kind, words in found)


def _escaped(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(words.split()))


def _wrapped(words: str, indent: str) -> list[str]:
    return fill(words, WIDTH, subsequent_indent=indent, break_on_hyphens=False).splitlines()


WRITERS: dict[str, Callable[[Review, bool], Iterator[str]]] = {
    "markdown": markdown,
    "text": text,
    "html": html,
}
