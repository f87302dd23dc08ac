"""What a plain command takes as a whole process, beside bare Python and ripgrep over the same texts.

    python -m tests.bench.commands                        1,000 dispatches
    python -m tests.bench.commands --sizes 1000 100000    more; they are made first, which takes minutes
    python -m tests.bench.commands --folder DIR           keeps what is made, and uses it again

Wall and CPU time (user and system, all threads), medians, the programs in turn so that all of them meet the
same load; output goes to a pipe. ripgrep looks for a regex of all forms of the word, one file a release.
CPU time and ratios hold better than wall time on a machine that has other work.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.annotating.morphology import analyzer
from tests.bench.screen import archive, compile_all
from tests.bench.synthetic import releases

WORD = "конституция"
PROGRAM = str(Path(sys.executable).with_name("depesha"))
BARE = "python -c pass"
UNTOLD = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")  # an installation is not run so

Words = Sequence[str]
Taken = tuple[float, float]  # milliseconds: wall, CPU


def once(words: Words, environment: Mapping[str, str]) -> Taken:
    """What one run takes. Raises `RuntimeError` if it fails."""
    began = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        while process.stdout.read(1 << 16):
            pass
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}")
    return wall * 1000, (used.ru_utime + used.ru_stime) * 1000


def medians(programs: Mapping[str, Words], runs: int, folder: Path | None = None) -> dict[str, Taken]:
    """Name → medians of some runs after one that warms the disk's cache."""
    environment = {name: value for name, value in os.environ.items() if name not in UNTOLD}
    if folder is not None:
        environment["DEPESHA_ARCHIVE"] = str(folder)
    taken: dict[str, list[Taken]] = {name: [] for name in programs}
    for number in range(runs + 1):
        for name, words in programs.items():
            took = once(words, environment)
            if number:
                taken[name].append(took)
    return {
        name: (statistics.median(wall for wall, _ in every), statistics.median(cpu for _, cpu in every))
        for name, every in taken.items()
    }


def texts(folder: Path, count: int) -> Path:
    """The texts of as many synthetic dispatches, one file a release; written once."""
    place = folder / f"{count}-texts"
    if not (place / "done").exists():
        place.mkdir(parents=True, exist_ok=True)
        for release in releases(count):
            (place / f"{release.id}.txt").write_text(release.text, encoding="utf-8")
        (place / "done").touch()
    return place


def finding(folder: Path, count: int) -> dict[str, Words]:
    """Looking up a word: all hits, the newest, their number; then ripgrep, where it is installed."""
    programs: dict[str, Words] = {
        f"depesha find {WORD}": (PROGRAM, "find", WORD),
        f"depesha find {WORD} -n 20": (PROGRAM, "find", WORD, "-n", "20"),
        f"depesha find {WORD} -c": (PROGRAM, "find", WORD, "-c"),
    }
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        print("ripgrep is not installed here", file=sys.stderr)
        return programs
    forms = {form.word for form in analyzer().parse(WORD)[0].lexeme}
    asked = (rf"\b({'|'.join(sorted(forms))})\b", str(texts(folder, count)))
    programs["rg -i, all forms"] = (ripgrep, "-i", *asked)
    programs["rg -ic, all forms"] = (ripgrep, "-ic", *asked)
    return programs


def show(heading: str, rows: Mapping[str, Taken], bare: float) -> None:
    """Prints a table; the last column is CPU time against that of bare Python."""
    print(f"\n{heading:34}{'wall, ms':>10}{'CPU, ms':>10}{'× Python':>10}")
    for name, (wall, cpu) in rows.items():
        print(f"  {name:32}{wall:10.1f}{cpu:10.1f}{cpu / bare:10.2f}")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="*", type=int, default=[1_000])
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    compile_all()
    python = (sys.executable, "-c", "pass")
    quick = {BARE: python, "depesha --version": (PROGRAM, "--version"), "depesha --help": (PROGRAM, "--help")}
    rows = medians(quick, chosen.runs)
    show("no archive", rows, rows[BARE][1])
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        folder = chosen.folder or Path(made)
        for count in chosen.sizes:
            programs = {BARE: python, **finding(folder, count)}
            rows = medians(programs, chosen.runs, archive(folder, count))
            show(f"{count:,} dispatches", rows, rows[BARE][1])


if __name__ == "__main__":
    main()
