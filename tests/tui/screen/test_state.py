"""What the screen remembers, without a screen."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core import Choice, Narrowing
from tui import kept
from tui.state import Looks, Saved, State, Trail, Wish

SPAIN, FRANCE = Choice("country", "ES"), Choice("country", "FR")
MARCH = Choice("month", "2026-03")


def test_esc_takes_back_in_the_order_made() -> None:
    wish = Wish().only(SPAIN).typed("посол").only(MARCH)
    wish = wish.wider()
    assert (wish.query, wish.narrowing.choices) == ("посол", (SPAIN,))
    wish = wish.wider()
    assert (wish.query, wish.narrowing.choices) == ("", (SPAIN,))
    assert wish.wider() == Wish()
    assert Wish().wider() == Wish()


def test_a_choice_alone_several_and_excluded() -> None:
    assert Wish().only(SPAIN).only(FRANCE).narrowing.choices == (FRANCE,)
    assert Wish().only(SPAIN).only(SPAIN) == Wish()
    both = Wish().toggled(SPAIN).toggled(FRANCE)
    assert both.chosen("country") == {"ES": False, "FR": False}
    without = both.toggled(Choice("country", "ES", excluded=True))
    assert without.chosen("country") == {"FR": False, "ES": True}
    assert without.toggled(Choice("country", "ES", excluded=True)).chosen("country") == {"FR": False}


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.sampled_from([SPAIN, FRANCE, MARCH, "посол", ""])))
def test_esc_ends_at_nothing_narrowed(steps: list[Choice | str]) -> None:
    wish = Wish()
    for step in steps:
        wish = wish.typed(step) if isinstance(step, str) else wish.toggled(step)
    for _ in range(len(steps)):
        before = wish
        wish = wish.wider()
        assert wish.empty or wish != before
    assert wish.empty


def test_the_trail_walks_back_and_forth() -> None:
    trail = Trail()
    one, two = Wish(query="а"), Wish(query="б")
    trail.go(one)
    trail.go(one)
    trail.go(two)
    assert trail.walk(-1) == one
    assert trail.walk(-1) == Wish()
    assert trail.walk(-1) is None
    assert trail.walk(1) == one
    trail.go(Wish(query="в"))
    assert trail.walk(1) is None


def test_queries_stand_once_the_newest_last() -> None:
    state = State()
    for query in ("посол", "виза", " посол ", ""):
        state.remember_query(query)
    assert state.queries == ["виза", "посол"]


def test_a_saved_search_is_replaced_by_its_name() -> None:
    state = State()
    state.save(Saved("а", Wish(query="1")))
    state.save(Saved("б", Wish(query="2")))
    state.save(Saved("а", Wish(query="3"), seen=4))
    assert [(one.name, one.wish.query, one.seen) for one in state.saved] == [("а", "3", 4), ("б", "2", 0)]


def test_state_goes_to_the_file_and_back(tmp_path: Path) -> None:
    wish = Wish("посол", Narrowing((SPAIN, Choice("official", "x|KZ", excluded=True))), 1)
    state = State(
        wish,
        "countries",
        {"countries": "ES"},
        7,
        {"officials": "name"},
        "host",
        ["k/1"],
        [Saved("a", wish, 3)],
    )
    path = tmp_path / "deep" / "state.json"
    assert kept.store(path, state)
    assert kept.load(path, State) == state
    assert kept.store(path, Looks(theme="depesha-light", left=-4))
    assert kept.load(path, Looks).left == -4


def test_a_broken_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for broken in (b"{", b'{"wish": 5}', b"\xff\xfe", b"[" * 100_000):
        path.write_bytes(broken)
        assert kept.load(path, State) == State()
        assert path.with_name("state.json.broken").read_bytes() == broken
        assert not path.exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not kept.store(tmp_path / "file" / "state.json", State())


def test_fresh_forgets_the_place_but_nothing_that_was_made() -> None:
    saved = [Saved("а", Wish(query="1"))]
    state = State(
        Wish("посол"),
        "countries",
        {"countries": "ES"},
        7,
        {"officials": "name"},
        "host",
        ["k/1"],
        saved,
        ["q"],
    )
    assert state.fresh() == State(marks=["k/1"], saved=saved, queries=["q"])


def test_each_archive_has_a_state_of_its_own(tmp_path: Path) -> None:
    assert kept.state_path(tmp_path / "a") != kept.state_path(tmp_path / "b")
