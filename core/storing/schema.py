"""The version of an archive's files, and the steps that bring older ones up to it.

A step takes a release as a JSON object of one version and gives that of the next. To change what is stored:
raise `SCHEMA`, add the step, and a file of the old version to the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.errors import ArchiveError

SCHEMA = 1

Record = dict[str, Any]


def _with_key(record: Record) -> Record:
    """0 → 1: files from before the version was written down hold releases without their key."""
    from hashlib import sha256

    text = str(record.get("text", ""))
    return {"key": sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32], **record}


STEPS: Mapping[int, Callable[[Record], Record]] = {0: _with_key}


def refuse_newer(path: object, schema: int) -> None:
    """Raises `ArchiveError` for files of a version that is not known here yet."""
    if schema > SCHEMA:
        raise ArchiveError(
            "{path} was written by a newer depesha (schema {schema}; this one: {known}). Update depesha.",
            path=str(path),
            schema=schema,
            known=SCHEMA,
        )
