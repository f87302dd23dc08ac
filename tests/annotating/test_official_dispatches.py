"""The dispatches of officials.tsv through the whole pipeline: how many officials come out right.

They were written before they were tried, with names of all the world, so some fail: floors, not equality.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from core.folding import fold
from core.model import Document
from core.pipeline import process

TABLE = Path(__file__).with_name("officials.tsv")
SENDERS = {
    "AM": ("Ереван", "Армении"),
    "AZ": ("Баку", "Азербайджана"),
    "BY": ("Минск", "Беларуси"),
    "GE": ("Тбилиси", "Грузии"),
    "KG": ("Бишкек", "Кыргызстана"),
    "KZ": ("Астана", "Казахстана"),
    "MD": ("Кишинёв", "Молдовы"),
    "MN": ("Улан-Батор", "Монголии"),
    "RU": ("Москва", "России"),
    "TJ": ("Душанбе", "Таджикистана"),
    "TM": ("Ашхабад", "Туркменистана"),
    "UA": ("Киев", "Украины"),
    "UZ": ("Ташкент", "Узбекистана"),
}
HEAD = "{0}. 10 марта. {0}-ИНФОРМ - Обзор деятельности посольств {1} за неделю.\n\n"

Row = tuple[str, ...]  # name, post, organisation, state, as they are compared


def dispatches() -> Iterator[tuple[str, str, list[Row]]]:
    """Sender, text and officials of each dispatch."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    found: list[Row] = []
    for sender, *rest in reversed(rows):
        if sender:
            yield sender, rest[0], found
            found = []
        else:
            found.append(tuple(fold(field) for field in rest))


@cache
def tried() -> tuple[set[Row], set[Row]]:
    """The officials that should be found and those that were, each with the text they stand in."""
    wanted: set[Row] = set()
    found: set[Row] = set()
    for sender, group in groupby(sorted(dispatches(), key=lambda one: one[0]), key=lambda one: one[0]):
        texts = [(text, rows) for _, text, rows in group]
        release = process(
            Document("t", "t", HEAD.format(*SENDERS[sender]) + "\n\n".join(text for text, _ in texts))
        )
        wanted.update((text, *row) for text, rows in texts for row in rows)
        for one in (one for item in release.dispatches for one in item.officials):
            at = next(text for text, _ in texts if _holds(release.text, text, one.start))
            found.add((at, *(fold(field or "-") for field in (one.name, one.post, one.org, one.country))))
    return wanted, found


def _holds(whole: str, text: str, offset: int) -> bool:
    start = whole.index(text)
    return start <= offset < start + len(text)


def agreement(*columns: int) -> float:
    """F1 over the named columns of all officials, with the text they stand in."""
    wanted, found = ({(row[0], *(row[i] for i in columns)) for row in rows} for rows in tried())
    return 2 * len(wanted & found) / (len(wanted) + len(found))


@pytest.mark.parametrize(
    ("columns", "floor"),
    [((1,), 0.953), ((1, 2), 0.95), ((1, 3), 0.915), ((1, 4), 0.933)],
    ids=["name", "name and post", "name and organisation", "name and state"],
)
def test_officials_of_invented_dispatches(columns: tuple[int, ...], floor: float) -> None:
    assert agreement(*columns) >= floor
