"""A disk that loses power: records what the store does to it, and gives every state it may be left in.

Recorded are the steps of `core.storing.durable`, which all writing of the store goes through; a commit of the
index is one step, and one more where it is torn. Two disks are played: one that kept everything up to the
cut, and one that kept only what was made to last: of a file what was synced, of names what their folder's
sync came after.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.archive.keeping import Keeper
from core.storing import durable

Step = tuple[str, str, bytes | None]  # what was done, the path below the archive, bytes


@dataclass
class Recorder:
    """The steps done below `root`, in order, and what was acknowledged before each."""

    root: Path
    images: Path  # where copies of the index are kept
    steps: list[Step] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    done: int = 0

    def note(self, what: str, path: Path, data: bytes | None = None) -> None:
        if path == self.root or self.root in path.parents:
            self.steps.append((what, path.relative_to(self.root).as_posix(), data))
            self.acknowledged.append(self.done)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Records from now on."""
        write, sync, make, remove = durable.write, durable.sync_folder, durable.make_folder, durable.remove

        def noted_write(path: Path, data: bytes) -> None:
            for what in ("half", "whole", "rename"):
                self.note(what, path, data)
            write(path, data)

        def noted(what: str, do: Callable[[Path], None]) -> Callable[[Path], None]:
            def run(path: Path) -> None:
                existed = path.exists()
                do(path)
                if what != "make" or not existed:
                    self.note(what, path)

            return run

        patch.setattr(durable, "write", noted_write)
        patch.setattr(durable, "sync_folder", noted("sync", sync))
        patch.setattr(durable, "make_folder", noted("make", make))
        patch.setattr(durable, "remove", noted("remove", remove))
        for name in ("_index", "rebuild"):
            patch.setattr(Keeper, name, self._noted_index(getattr(Keeper, name)))

    def _noted_index(self, do: Callable[..., object]) -> Callable[..., object]:
        def run(*words: object, **named: object) -> object:
            result = do(*words, **named)
            image = self.images / str(len(self.steps))
            shutil.copytree(self.root / "index", image)
            self.note("index", self.root / "index", str(image).encode())
            return result

        return run

    def states(self, folder: Path) -> Iterator[tuple[str, Path, int]]:
        """Each state after a cut: its name, a folder with it, and how many inputs were acknowledged."""
        for end in range(len(self.steps) + 1):
            done = self.acknowledged[end] if end < len(self.steps) else self.done
            before = self.steps[end - 1][0] if end else "make"
            for disk, kept in (("eager", _eager), ("lazy", _lazy)):
                if disk == "lazy" and before not in ("sync", "index"):
                    continue  # nothing new was made to last
                place = folder / f"{end}-{disk}"
                kept(self.steps[:end], place)
                yield f"{disk} disk, cut after {self.steps[:end][-1:]}"[:120], place, done
                shutil.rmtree(place, ignore_errors=True)
            if end < len(self.steps) and self.steps[end][0] == "index":
                place = folder / f"{end}-torn"
                _eager(self.steps[:end], place)
                _tear(place / "index", Path((self.steps[end][2] or b"").decode()))
                yield f"index torn, step {end}", place, done
                shutil.rmtree(place, ignore_errors=True)


def _eager(steps: list[Step], place: Path) -> None:
    """Everything that was done is there."""
    for what, name, data in steps:
        path = place / name
        if what == "make":
            path.mkdir(parents=True, exist_ok=True)
        elif what in ("half", "whole"):
            temporary = path.with_name(f".{path.name}.x{durable.UNFINISHED}")
            temporary.write_bytes((data or b"")[: len(data or b"") // (2 if what == "half" else 1)])
        elif what == "rename":
            path.with_name(f".{path.name}.x{durable.UNFINISHED}").replace(path)
        elif what == "remove":
            path.unlink(missing_ok=True)
        elif what == "index":
            _put_index(path, data)


def _lazy(steps: list[Step], place: Path) -> None:
    """Names are there only as their folder's last sync found them; the index syncs its own."""
    waiting: list[Step] = []
    place.mkdir()
    for step in steps:
        what, name, data = step
        if what == "make":
            (place / name).mkdir(parents=True, exist_ok=True)
        elif what == "index":
            _put_index(place / name, data)
        elif what == "sync":
            here = [one for one in waiting if Path(one[1]).parent == Path(name)]
            waiting = [one for one in waiting if one not in here]
            for did, inner, content in here:
                if did == "rename":
                    (place / inner).write_bytes(content or b"")
                else:
                    (place / inner).unlink(missing_ok=True)
        elif what in ("rename", "remove"):
            waiting.append(step)


def _put_index(path: Path, image: bytes | None) -> None:
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree((image or b"").decode(), path)


def _tear(index: Path, image: Path) -> None:
    """New files of the index are there, half of them cut, and what names them is still the old."""
    for path in sorted(image.rglob("*")):
        target = index / path.relative_to(image)
        if path.is_file() and not target.exists() and path.name not in ("meta.json", "current"):
            target.parent.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes()
            target.write_bytes(data[: len(data) // 2] if len(data) % 2 else data)
