"""The user's folders are where `platformdirs` has them, though it is not asked on Linux."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from tui.plain import settings


@pytest.mark.parametrize("named", [None, "", "relative", "/srv/xdg", "/srv/xdg/"])
@pytest.mark.parametrize("home", [None, "", "relative", "/home/somebody", "/home/somebody/"])
def test_user_folders(monkeypatch: pytest.MonkeyPatch, named: str | None, home: str | None) -> None:
    monkeypatch.delenv("DEPESHA_CONFIG", raising=False)
    monkeypatch.delenv("DEPESHA_ARCHIVE", raising=False)
    for variable, value in (("XDG_CONFIG_HOME", named), ("XDG_DATA_HOME", named), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    monkeypatch.setattr(settings, "_loaded", {})
    assert settings.config_path() == Path(platformdirs.user_config_dir("depesha"), "config.toml")
    assert settings.archive_folder(None) == Path(platformdirs.user_data_dir("depesha"), "archive")
