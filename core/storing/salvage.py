"""What can still be read of a damaged file: every release that stands in it whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_ENTRY = re.compile(r'(?:"\d+":\s*|^)(?=\{"key")', re.M)
_decoder = json.JSONDecoder()


def salvaged(data: bytes) -> Iterator[bytes]:
    """Releases as lines of JSON, from a month's file or a batch that was cut or garbled.

    A release that looks whole may still be wrong inside: compare its key to its text.
    """
    text = data.decode("utf-8", "surrogateescape")
    at = 0
    while found := _ENTRY.search(text, at):
        try:
            _, at = _decoder.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            at = found.end()
            continue
        try:
            yield text[found.end() : at].encode()
        except UnicodeEncodeError:  # bytes that are no UTF-8
            continue
