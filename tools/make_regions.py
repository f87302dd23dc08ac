"""Makes core/annotating/tables/place_forms.tsv, the written forms of regions and of phrases that are no places.

Run it after a change to regions.tsv or never_places.tsv:  python tools/make_regions.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inflecting import forms
from make_states import key

TABLES = Path(__file__).resolve().parent.parent / "core" / "annotating" / "tables"
HEADER = """\
# Written forms of regions and of phrases that name no place, in lower case, letters only.
# Made by tools/make_regions.py from regions.tsv and never_places.tsv; do not edit by hand.
# Columns: form, name in the nominative, ISO code of the state (a dash: no place)
"""


def _rows(name: str) -> Iterator[list[str]]:
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def made() -> Iterator[tuple[str, str, str]]:
    """(form, name, code) of every region and phrase."""
    for iso, names in _rows("regions.tsv"):
        for name in names.split(", "):
            yield from ((key(form), name, iso) for form in forms(name))
    for phrase, change in _rows("never_places.tsv"):
        written = forms(phrase) if change == "declines" else (phrase,)
        yield from ((key(form), phrase, "-") for form in written)


def main() -> None:
    """Writes the table; the first owner of a form keeps it."""
    seen: dict[str, tuple[str, str]] = {}
    for form, name, iso in made():
        seen.setdefault(form, (name, iso))
    lines = [f"{form}\t{name}\t{iso}\n" for form, (name, iso) in seen.items()]
    (TABLES / "place_forms.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
