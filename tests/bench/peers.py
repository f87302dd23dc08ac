"""The peers of the search benchmark, over the same dispatches: ripgrep, SQLite FTS5, TinyDB."""

from __future__ import annotations

import json
import shutil
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pymorphy3
from tinydb import TinyDB

from core.model import Release
from core.searching.words import cut

ASKED = "конституция"
PAGE = 50
TINYDB_MOST = 10_000  # dispatches; more would take minutes and all memory
_FOUND = "(SELECT rowid FROM words WHERE words MATCH ?)"
_TABLES = """
CREATE VIRTUAL TABLE words USING fts5(lemmas, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE rows (id INTEGER PRIMARY KEY, day TEXT, host TEXT, event TEXT, month TEXT);
CREATE TABLE facets (id INTEGER, value TEXT);
"""
_FINISH = "CREATE INDEX by_id ON facets(id); INSERT INTO words(words) VALUES ('optimize');"


class Peers:
    """What the peers need for one size, in a folder."""

    def __init__(self, folder: Path, count: int) -> None:
        self._count = count
        self._size, self._texts = folder / "size", folder / "texts"
        self._fts, self._tiny = folder / "fts.db", folder / "tiny.json"

    def is_made(self) -> bool:
        """True if all of it was built before."""
        return self._size.exists()

    def text_bytes(self) -> int:
        """Bytes of the texts of all dispatches in UTF-8."""
        return int(self._size.read_text(encoding="ascii"))

    def begin(self) -> None:
        """Makes room."""
        self._texts.mkdir(parents=True, exist_ok=True)
        self._fts.unlink(missing_ok=True)
        self._base = sqlite3.connect(self._fts)
        self._base.executescript(_TABLES)
        self._documents: dict[str, dict[str, object]] = {}
        self._number = self._bytes = 0

    def add(self, release: Release) -> None:
        """Adds the dispatches of a release to what the peers search."""
        (self._texts / f"{release.id}.txt").write_text(release.text, encoding="utf-8")
        for dispatch in release.dispatches:
            self._number += 1
            text = release.text[dispatch.start : dispatch.end]
            self._bytes += len(text.encode())
            lemmas = list(_lemmas(release, dispatch.start, dispatch.end))
            day = release.date or ""
            row = (self._number, day, dispatch.host, dispatch.event, day[:7])
            values = {*dispatch.mentioned, *(one.name for one in dispatch.officials)}
            self._base.execute(
                "INSERT INTO words(rowid, lemmas) VALUES (?, ?)", (self._number, " ".join(lemmas))
            )
            self._base.execute("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", row)
            self._base.executemany(
                "INSERT INTO facets VALUES (?, ?)", [(self._number, value) for value in values]
            )
            if self._count <= TINYDB_MOST:
                told: dict[str, object] = {"date": day, "host": dispatch.host, "text": text, "lemmas": lemmas}
                self._documents[str(self._number)] = told

    def end(self) -> None:
        """Makes all of it durable."""
        self._base.executescript(_FINISH)
        self._base.commit()
        self._base.close()
        if self._documents:
            told = json.dumps({"_default": self._documents}, ensure_ascii=False)
            self._tiny.write_text(told, encoding="utf-8")
        self._size.write_text(str(self._bytes), encoding="ascii")

    def times(self) -> Iterator[tuple[str, float | None]]:
        """(name, milliseconds of one question); None for a peer that is not there."""
        yield "ripgrep -il, all forms", self._ripgrep()
        yield "SQLite FTS5, facets in SQL", self._fts5()
        yield "TinyDB search with a test", self._tinydb()

    def _fts5(self) -> float:
        """The total, a page, and the counts of hosts, events, months, and countries with officials."""
        base = sqlite3.connect(self._fts)
        counted = [
            f"SELECT {name}, count(*) FROM rows WHERE id IN {_FOUND} GROUP BY 1"
            for name in ("host", "event", "month")
        ]
        questions = (
            f"SELECT count(*) FROM rows WHERE id IN {_FOUND}",
            f"SELECT * FROM rows WHERE id IN {_FOUND} ORDER BY day DESC LIMIT {PAGE}",
            *counted,
            f"SELECT value, count(*) FROM facets WHERE id IN {_FOUND} GROUP BY 1",
        )
        return median(lambda: [base.execute(one, (ASKED,)).fetchall() for one in questions])

    def _ripgrep(self) -> float | None:
        program = shutil.which("rg")
        if program is None:
            return None
        lexeme = pymorphy3.MorphAnalyzer(lang="ru").parse(ASKED)[0].lexeme
        pattern = "|".join(sorted({form.word for form in lexeme}))
        words = [program, "-il", rf"\b({pattern})\b", str(self._texts)]
        return median(lambda: subprocess.run(words, capture_output=True, check=True))

    def _tinydb(self) -> float | None:
        if not self._tiny.exists():
            return None
        base = TinyDB(self._tiny, encoding="utf-8")
        return median(lambda: base.search(lambda document: ASKED in document["lemmas"]))


def _lemmas(release: Release, start: int, end: int) -> Iterator[str]:
    for token in cut(release.text, start, end):
        yield from release.lemmas.get(token.form, (token.form,))


def median(ask: Callable[[], object], runs: int = 5) -> float:
    """Milliseconds, the median of several runs after one that warms up."""
    ask()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)
