"""Errors and messages that a user reads: an English sentence with named blanks.

The terminal shows `Message.template` through its table of translations, so no stage speaks a language of its
own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """A sentence for the user: `template` is English with `{named}` blanks, filled from `values`."""

    template: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        return self.template.format(**self.values)


class DepeshaError(Exception):
    """Anything that depesha refuses or fails at, said in one sentence with a remedy."""

    def __init__(self, template: str, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class Refused(DepeshaError):
    """An input that cannot become a release; the others go on."""


class ArchiveError(DepeshaError):
    """The archive cannot be opened, read or written."""


class Busy(ArchiveError):
    """Another process is writing to the archive."""


class QueryError(DepeshaError):
    """A query that names something unknown, e.g. a field."""
