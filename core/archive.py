"""Archive: the one door to everything that depesha keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

from core.model import Release
from core.results import Card, Finding, Hits, Narrowing, Progress, Report

OnProgress = Callable[[Progress], None]


class Archive:
    """An archive of annotated releases in a folder.

        with Archive("press") as archive:
            archive.add(["seeds"])
            for hit in archive.find("конституция").rows:
                print(hit.date, hit.host, hit.headline)

    Readers take no lock. Writing methods take the archive's lock and raise `Busy` when another process holds it
    for longer than `wait` seconds. All methods raise `ArchiveError` where folder or files forbid the work.
    """

    path: Path

    def __init__(self, folder: Path | str, *, wait: float = 10.0) -> None:
        raise NotImplementedError

    # -- writing
    def add(
        self,
        inputs: Iterable[str | Path],
        *,
        jobs: int = 1,
        progress: OnProgress | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Report:
        """Reads, annotates, stores and indexes files, folders, addresses or «-»."""
        raise NotImplementedError

    def remove(self, keys: Iterable[str]) -> int:
        """Removes releases; the number that were there."""
        raise NotImplementedError

    def reindex(self, progress: OnProgress | None = None) -> int:
        """Rebuilds the index from the store alone; the number of dispatches."""
        raise NotImplementedError

    def check(self, *, repair: bool = False) -> tuple[Finding, ...]:
        """Verifies shards, checksums and the index against the store."""
        raise NotImplementedError

    # -- reading
    def find(
        self,
        query: str = "",
        narrowing: Narrowing = Narrowing(),  # noqa: B008 - frozen
        *,
        sort: str = "date",  # date | rank
        limit: int = 50,
        offset: int = 0,
        facets: bool = True,
        excerpts: bool = False,
        typing: bool = False,  # the last word is half typed: a prefix; half a query never raises
    ) -> Hits:
        """The dispatches that meet query and narrowing, newest or best first. Raises `QueryError`."""
        raise NotImplementedError

    def release(self, key: str) -> Release:
        """One release, whole. `key` may be any unambiguous beginning, or the release's id. Raises `ArchiveError`."""
        raise NotImplementedError

    def releases(self) -> Iterator[Release]:
        """All releases, by date."""
        raise NotImplementedError

    def marks(self, query: str, release: Release) -> tuple[tuple[int, int], ...]:
        """Where the words of the query stand in the release: (start, end) in order."""
        raise NotImplementedError

    def cards(self, name: str = "") -> tuple[Card, ...]:
        """Cards of persons whose name or variant begins with, or declines to, `name`; all without one."""
        raise NotImplementedError

    def card(self, key: str) -> Card:
        """One card. Raises `ArchiveError`."""
        raise NotImplementedError

    def refresh(self) -> bool:
        """Looks whether another process changed the archive; True if what `find` answers is new from now on."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of files. The archive can't be used afterwards."""
        raise NotImplementedError

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
