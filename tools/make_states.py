"""Makes core/tables/state_forms.tsv, every written form of the names in core/tables/states.tsv.

Run it after a change to states.tsv:  python tools/make_states.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from inflecting import adjective_forms, demonym_forms, forms

TABLES = Path(__file__).resolve().parent.parent / "core" / "tables"
HEADER = """\
# Written forms of the names of states, in lower case, ё as е, hyphens and apostrophes as blanks.
# Made by tools/make_states.py from states.tsv; do not edit by hand.
# Columns: form, ISO code (or the Russian name of a state without one; several parted by |),
#   kind: name abbr adj demonym
"""


def rows() -> Iterator[list[str]]:
    """The rows of states.tsv, each of nine cells."""
    for line in (TABLES / "states.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (9 - len(cells))


def key(form: str) -> str:
    """A form as it is looked up: its letters in lower case, ё as е, anything between them one blank."""
    return " ".join(re.findall(r"[^\W\d_]+", form.lower().replace("ё", "е")))


def made() -> Iterator[tuple[str, str, str]]:
    """(form, state, kind) of all rows, in their order; a form may come more than once."""
    for iso, ru, _en, official, aliases, abbreviations, adjectives, demonyms, _more in rows():
        state = ru if iso == "-" else iso
        for name in filter(None, [ru, *official.split("|"), *aliases.split("|")]):
            if name not in abbreviations.split("|"):
                yield from ((key(form), state, "name") for form in forms(name))
        yield from ((key(abbr), state, "abbr") for abbr in filter(None, abbreviations.split("|")))
        for adjective in filter(None, adjectives.split("|")):
            yield from ((key(form), state, "adj") for form in adjective_forms(adjective))
        for demonym in filter(None, demonyms.split("|")):
            yield from ((key(form), state, "demonym") for form in demonym_forms(demonym))


def main() -> None:
    """Writes the table; states that share a form stand in the order of their rows."""
    seen: dict[tuple[str, str], dict[str, None]] = {}
    for form, state, kind in made():
        seen.setdefault((form, kind), {})[state] = None
    lines = [f"{form}\t{'|'.join(claimed)}\t{kind}\n" for (form, kind), claimed in seen.items()]
    (TABLES / "state_forms.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
