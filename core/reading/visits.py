"""What servers said when an address was last fetched, so that what did not change costs nothing."""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path


class Visits:
    """The marks (ETag, Last-Modified) of addresses, a file each in a folder; without one nothing is kept.

    `keep` writes what was `note`d since. To be called only when what was read is safe elsewhere: what is kept
    is not read again. A file that is missing or broken counts as a first visit.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._noted: dict[str, dict[str, str]] = {}

    def headers(self, address: str) -> dict[str, str]:
        """The headers by which a server is asked for the address only if it changed."""
        known = self._read(address)
        names = {"etag": "If-None-Match", "modified": "If-Modified-Since"}
        return {header: known[name] for name, header in names.items() if known.get(name)}

    def note(self, address: str, etag: str | None, modified: str | None) -> None:
        """Notes the marks of an answer; nothing is written yet."""
        marks = {"address": address, "etag": etag or "", "modified": modified or ""}
        if etag or modified:
            self._noted[address] = marks

    def keep(self) -> None:
        """Writes what was noted. Raises `OSError` where the folder can't be written to."""
        noted, self._noted = self._noted, {}
        if self._folder is None or not noted:
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for address, marks in noted.items():
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(marks, file)
            Path(name).replace(self._file(address))

    def _file(self, address: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{sha256(address.encode('utf-8', 'replace')).hexdigest()[:32]}.json"

    def _read(self, address: str) -> dict[str, str]:
        if self._folder is None:
            return {}
        try:
            marks = json.loads(self._file(address).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(marks, dict) or marks.get("address") != address:
            return {}
        # a mark goes into a header: one line of printable ASCII or nothing
        return {
            name: mark
            for name, mark in marks.items()
            if isinstance(mark, str) and mark.isascii() and mark.isprintable()
        }
