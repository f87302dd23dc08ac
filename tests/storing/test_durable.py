import os
import stat
from pathlib import Path

import pytest

from core.storing import durable


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_and_folders_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    durable.make_folder(folder)
    durable.write(folder / "a", b"1")
    assert (mode(folder), mode(folder / "a")) == (0o700, 0o600)


def test_a_folder_with_the_setgid_bit_shares_what_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    folder.chmod(0o2770)
    durable.make_folder(folder / "releases")
    durable.write(folder / "releases" / "a", b"1")
    (folder / "releases" / "b").write_bytes(b"2")
    (folder / "releases" / "b").chmod(0o600)
    durable.settle_rights(folder)
    assert mode(folder / "releases") == 0o2770
    assert mode(folder / "releases" / "a") == mode(folder / "releases" / "b") == 0o660


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:7]))
    durable.write(tmp_path / "a", b"0123456789" * 5)
    assert (tmp_path / "a").read_bytes() == b"0123456789" * 5


def test_a_failing_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    durable.write(tmp_path / "a", b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        durable.write(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"
