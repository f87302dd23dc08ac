"""The press review as a Word file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tui.plain.review_forms import changes, citation, plain_change, sources

if TYPE_CHECKING:
    from tui.plain.review import Review

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def write(made: Review, path: Path, *, diff: bool) -> None:
    """Writes the review to `path`. Raises `OSError` where that can't be done."""
    import docx

    document = docx.Document()
    document.core_properties.title = allowed(made.title)
    document.add_heading(allowed(made.title), level=1)
    document.add_paragraph(made.summary)
    for heading, stories in made.groups:
        document.add_heading(allowed(heading), level=2)
        for story in stories:
            paragraph = document.add_paragraph(allowed(story.lead) + " ", style="List Bullet")
            paragraph.add_run(f"({allowed(sources(story))})").italic = True
            for version, found in changes(story) if diff else ():
                document.add_paragraph(f"{allowed(citation(version))}: {allowed(plain_change(found))}")
    document.save(str(path))


def allowed(words: str) -> str:
    """`words` without the characters that no XML file may hold."""
    return _NOT_XML.sub("\ufffd", words)
