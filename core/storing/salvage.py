"""What can still be read of a damaged file: every release that stands in it whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

_ENTRY = re.compile(r'(?:"\d+":\s*|^)(?=\{\s*"key")', re.M)
_decoder = json.JSONDecoder()


def salvaged(data: bytes) -> Iterator[bytes]:
    """Releases as lines of JSON, from a month's file or a batch that was cut or garbled.

    A release that looks whole may still be wrong inside: compare its key to its text.
    """
    text = data.decode("utf-8", "surrogateescape")
    at = 0
    while found := _ENTRY.search(text, at):
        try:
            record, at = _decoder.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            at = found.end() + 1
            continue
        line = text[found.end() : at]
        if "\n" in line:  # spaced by another program
            line = json.dumps(record, ensure_ascii=False)
        with suppress(UnicodeEncodeError):  # bytes that are no UTF-8
            yield line.encode()
