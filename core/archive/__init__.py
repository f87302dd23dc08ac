"""Archive: the one door to everything that depesha keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from core.archive.indexes import Indexes
from core.archive.opening import is_well, look_after
from core.archive.people import People
from core.errors import ArchiveError, Message
from core.hits import Choice, Narrowing
from core.storing.layout import CORRECTIONS, INDEX
from core.storing.store import Store

if TYPE_CHECKING:
    from core.archive.keeping import Keeper
    from core.cards import Change
    from core.hits import Hits
    from core.model import Release
    from core.results import Card, Finding, Progress, Report, Suggestion

OnProgress = Callable[["Progress"], None]


class Archive:
    """An archive of annotated releases in a folder.

        with Archive("press") as archive:
            archive.add(["seeds"])
            for hit in archive.find("конституция").rows:
                print(hit.date, hit.host, hit.headline)

    Readers take no lock. Writing methods take the archive's lock and raise `Busy` when another process holds
    it for longer than `wait` seconds. All methods raise `ArchiveError` where folder or files forbid the work.
    """

    path: Path

    def __init__(self, folder: Path | str, *, wait: float = 10.0) -> None:
        """Opens the archive in `folder`, which is made when something is added to it first."""
        self.path = Path(folder)
        if self.path.exists() and not self.path.is_dir():
            raise ArchiveError("{path} is no folder. Name a folder for the archive.", path=str(folder))
        self._wait = wait
        self._store = Store(self.path)
        self._notices: list[Message] = []
        self._people = People(self._store, self._notices)
        self._index = Indexes(self.path / INDEX)
        if not is_well(self._store, self._index().stamp):
            look_after(self._keeper)

    # -- writing
    def add(
        self,
        inputs: Iterable[str | Path],
        *,
        jobs: int = 1,
        progress: OnProgress | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Report:
        """Reads, annotates, stores and indexes files, folders, addresses or «-».

        What `progress` counts and the report calls added is durable in store and index. `jobs`: processes
        that annotate. `stop` is asked before each input; what was read until then is kept.
        """
        from core.archive.adding import Adding

        return Adding(self._keeper, progress, stop).run(inputs, jobs)

    def remove(self, keys: Iterable[str]) -> int:
        """Removes releases; the number that were there."""
        return self._keeper.remove(set(keys))

    def reindex(self, progress: OnProgress | None = None) -> int:
        """Rebuilds the index from the store alone; the number of dispatches."""
        with self._keeper.writing():
            self._keeper.settle()
            self._keeper.rebuild(progress)
        return self.size[1]

    def check(self, *, repair: bool = False) -> tuple[Finding, ...]:
        """Verifies shards, checksums and the index against the store."""
        from core.archive.checking import check

        return check(self._keeper, repair=repair)

    def correct(self, change: Change) -> None:
        """Merges, splits, renames or hides officials, durably; see `core.Change`."""
        from core.cards import corrections

        with self._keeper.writing():
            corrections.append(self.path / CORRECTIONS, change)
            self._people.done()
        self._people.refresh()

    def undo(self) -> Change | None:
        """Takes the last correction back and returns it; None where there is none."""
        from core.cards import corrections

        with self._keeper.writing():
            change = corrections.undo(self.path / CORRECTIONS)
            self._people.done()
        self._people.refresh()
        return change

    def backup(self, file: Path | str) -> None:
        """Writes everything that cannot be made again into one .zip file."""
        from core.archive.packing import backup

        backup(self._keeper, Path(file))

    @staticmethod
    def restore(file: Path | str, folder: Path | str) -> None:
        """Makes an archive from a backup in `folder`, which must be empty or not there."""
        from core.archive.packing import restore

        restore(Path(file), Path(folder))

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
        return self._index().find(
            query,
            narrowing,
            self._people,
            sort=sort,
            limit=limit,
            offset=offset,
            facets=facets,
            excerpts=excerpts,
            typing=typing,
        )

    def release(self, key: str) -> Release:
        """One release, whole.

        `key` may be any unambiguous beginning, or the release's id. Raises `ArchiveError`.
        """
        return self._store.decoded(self._store.get(key))

    def releases(self) -> Iterator[Release]:
        """All releases, by date."""
        return self._store.releases()

    @property
    def tries(self) -> frozenset[str]:
        """What `find` tries for words that stand nowhere: «layout», «script», «spelling»; all at first."""
        return self._index().tries

    @tries.setter
    def tries(self, chosen: frozenset[str]) -> None:
        self._index().tries = chosen

    def marks(self, query: str, release: Release) -> tuple[tuple[int, int], ...]:
        """Where the words of the query stand in the release: (start, end) in order."""
        return tuple(self._index().marks(query, release))

    def complete(self, text: str, cursor: int, limit: int = 10) -> tuple[Suggestion, ...]:
        """What the word or value of a query that ends at `cursor` may become, the likeliest first."""
        return self._index().complete(text, cursor, self._people, limit)

    def cards(self, name: str = "") -> tuple[Card, ...]:
        """Cards of persons with all words of `name` in a name of theirs, in any case or half typed; all
        without one.

        The most seen first. `Card.dispatches` is empty here: see `card`.
        """
        found = self._people.cards()
        if not name.strip():
            return tuple(found.values())
        return tuple(found[key] for key in self._people.named(name) if key in found)

    def card(self, key: str) -> Card:
        """One card with its dispatches, by its key or that of one of its spellings. Raises `ArchiveError`."""
        from dataclasses import replace

        card = self._people.cards().get(self._people.card_of.get(key, key))
        if card is None:
            raise ArchiveError("There is no card {key}.", key=key)
        chosen = Narrowing((Choice("official", card.key),))
        rows = self.find("", chosen, limit=max(card.count, 1), facets=False).rows
        return replace(card, dispatches=tuple((hit.key, hit.n) for hit in rows))

    def corrections(self) -> tuple[Change, ...]:
        """The user's corrections of officials, oldest first."""
        from core.cards.corrections import read

        return read(self.path / CORRECTIONS)

    def export(self) -> Iterator[str]:
        """Every release as a line of JSON, by date; `add` of a file of them makes the same archive again."""
        from core.archive.exporting import lines

        return lines(self._store)

    @property
    def size(self) -> tuple[int, int]:
        """Releases and dispatches."""
        return self._store.size()

    def stats(self) -> dict[str, object]:
        """What the archive is, in figures: releases, dispatches, persons, months, bytes on disk."""
        releases, dispatches = self.size
        return {
            "releases": releases,
            "dispatches": dispatches,
            "persons": len(set(self._people.card_of.values())),
            "months": len(self._store.months()),
            "bytes": sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file()),
        }

    def refresh(self) -> bool:
        """Looks whether another process changed the archive; True if `find` answers anew from now on."""
        is_new = self._index.refresh()
        return self._people.refresh() or is_new

    @property
    def notices(self) -> tuple[Message, ...]:
        """What was mended or passed over since the archive was opened."""
        return tuple(self._notices)

    def close(self) -> None:
        """Lets go of files. The archive can't be used afterwards."""
        self._index.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- inside
    @cached_property
    def _keeper(self) -> Keeper:
        from core.archive.keeping import Keeper

        return Keeper(self._store, self._people, self._index, self._notices, self._wait)
