"""What is seen in parts comes to the same as what is seen at once."""

from core.cards import gather
from core.cards.seen import Seen, merge
from core.model import Dispatch, Official, Release


def release(number: int) -> Release:
    """A release with two officials, one of them in a post that changes."""
    posts = ("посол", "министр")
    officials = (
        Official(0, 1, "Берик Жумабаев", post=posts[number % 2], country="KZ"),
        Official(0, 1, f"Асель Маратова {number % 3}", country=None),
    )
    dispatch = Dispatch(1, 0, 1, "meeting", host=("JO", "BG")[number % 2], officials=officials)
    return Release(str(number), "", "", "т", "single", f"2026-0{1 + number % 9}-01", dispatches=(dispatch,))


def test_months_merged_are_what_all_releases_say() -> None:
    parts = [[release(number) for number in range(start, start + 5)] for start in range(0, 20, 5)]
    table: dict[str, Seen] = {}
    for part in parts:
        merge(table, gather(part).values())
    assert table == gather(one for part in parts for one in part)
    assert table["берик жумабаев|KZ"].count == 20
