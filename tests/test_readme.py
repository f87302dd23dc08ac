"""What the README promises: its tour is what the commands print, its commands stand as one line each."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tour_is_what_the_commands_print() -> None:
    assert README.count("\n$ depesha ") >= 10
    ran = subprocess.run([sys.executable, "tools/make_tour.py", "--check"], cwd=ROOT, check=False)
    assert ran.returncode == 0, "run python tools/make_tour.py and look at the change"


def test_the_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    ran = 0
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
        failed, tried = doctest.DocTestRunner().run(test)
        assert not failed
        ran += tried
    assert ran >= 5


def test_every_dependency_stands_in_the_table() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = README.partition("## Dependencies")[2]
    for wish in project["dependencies"]:
        name = re.match(r"[\w-]+", wish)
        assert name and name.group() in table, wish


def test_pictures_and_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target
