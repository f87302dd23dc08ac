"""A release as a page, and the walk through it, on the samples and on a release made by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core import Dateline, Dispatch, Official, Person, Release
from tests.tui.reader.gold import release
from tui.panes import reader_copy, reader_page
from tui.panes.reader_facts import facts
from tui.panes.reader_lines import heading
from tui.panes.reader_walk import Walk
from tui.screens.why import by_sentence
from tui.widgets.wrapping import Span

SAMPLES = [f"{number:03}" for number in range(24)]
WHOLE = (0, 10**9)

TEXT = (
    "НОВОСТЬ ПОСОЛЬСТВА\r\nКиев. 3 мая. ВЕСТНИК -\nПосол Норвегии Арне Лунд при-\nехал в Осло\nи вручил ноту."
    " Лунд доволен.\n\n\nВ Оттаве открыта выставка.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def note() -> Release:
    first = (span("Посол")[0], span("доволен.")[1])
    second = span("В Оттаве открыта выставка.")
    official = Official(
        *span("Арне Лунд"), "Арне Лунд", "посол Норвегии", country="NO", rule="r", confidence=0.9
    )
    return Release(
        key="k", id="note", source="a/note.txt", text=TEXT, kind="digest", date="2026-05-04",
        dateline=Dateline(*span("Киев. 3 мая. ВЕСТНИК -"), "Киев", "2026-05-03", "ВЕСТНИК", rule="one-line"),
        dispatches=(
            Dispatch(1, *first, "meeting", host="NO", officials=(official,)),
            Dispatch(2, *second, "exhibition", host="CA"),
        ),
        sentences=((first[0], span("ноту.")[1]), span("Лунд доволен."), second),
        persons=(
            Person(*span("Арне Лунд"), "Арне Лунд"),
            Person(*span("Лунд доволен"), "Арне Лунд", rule="surname"),
        ),
    )  # fmt: skip


# -- the page


@pytest.mark.parametrize("name", SAMPLES)
def test_blocks_hold_all_that_is_not_blank(name: str) -> None:
    one = release(name)
    page = reader_page.page(one)
    covered = {at for block in page.blocks for at in range(block.start, block.end)}
    assert all(at in covered for at, char in enumerate(one.text) if not char.isspace())
    assert [n for n in page.numbers if n is not None] == [d.n for d in one.dispatches]
    assert all(page.blocks[page.block_of(d.n)][:2] == (d.start, d.end) for d in one.dispatches)


@pytest.mark.parametrize("name", SAMPLES)
def test_only_line_feeds_inside_sentences_flow(name: str) -> None:
    one = release(name)
    flowing = reader_page.flowing(one)
    assert len(flowing) == len(one.text)
    for at, (was, now) in enumerate(zip(one.text, flowing, strict=True)):
        inside = any(a < at < b for a, b in one.sentences)
        assert now == was or (inside and was in "\r\n" and now == " ")
        assert not (inside and now == "\n")


@pytest.mark.parametrize("name", SAMPLES)
def test_layers_are_in_order_and_apart(name: str) -> None:
    for spans in reader_page.page(release(name)).layers.values():
        assert all(a < b for a, b in spans)
        assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))


def test_later_mentions_of_an_official_are_set_off_too(note: Release) -> None:
    assert reader_page.officials(note) == (span("Арне Лунд"), span("Лунд доволен"))


def test_headings_name_number_host_and_event(note: Release) -> None:
    assert [block.heading for block in reader_page.page(note).blocks] == [
        None,
        "1  Norway · meeting",
        "2  Canada · exhibition",
    ]


# -- the walk


def test_sentences_one_after_another_and_no_further(note: Release) -> None:
    walk = Walk(note)
    walk.open(1, ())
    seen = [walk.sentence]
    while walk.step_sentence(1, WHOLE):
        seen.append(walk.sentence)
    assert seen == list(note.sentences)
    assert walk.n == 2
    while walk.step_sentence(-1, WHOLE):
        seen.append(walk.sentence)
    assert seen[3:] == list(note.sentences[1::-1])


def test_a_cursor_out_of_sight_begins_where_one_looks(note: Release) -> None:
    walk = Walk(note)
    walk.open(1, ())
    assert walk.step_sentence(1, (note.dispatches[1].start, note.dispatches[1].end)) == note.sentences[2]


def test_opening_goes_to_the_first_hit_of_the_dispatch(note: Release) -> None:
    walk = Walk(note)
    hits = [span("НОВОСТЬ"), span("вручил"), span("доволен"), span("выставка")]
    assert walk.open(1, hits) == span("вручил")
    assert (walk.hit, walk.sentence) == (1, note.sentences[0])
    assert walk.step_hit(1) == span("доволен")
    assert walk.step_hit(1) == span("выставка")
    assert walk.n == 2
    assert walk.step_hit(1) is None
    assert [walk.step_hit(-1) for _ in range(3)] == [span("доволен"), span("вручил"), span("НОВОСТЬ")]
    assert (walk.n, walk.sentence) == (None, None)  # the title is in no dispatch


def test_hits_without_one_in_the_dispatch_begin_after_the_cursor(note: Release) -> None:
    walk = Walk(note)
    assert walk.open(2, [span("НОВОСТЬ")]) == note.sentences[2]
    assert walk.step_hit(1) is None
    assert walk.step_hit(-1) == span("НОВОСТЬ")


def test_dispatches_from_a_place_between_them(note: Release) -> None:
    walk = Walk(note)
    walk.open(None, ())
    assert walk.step_dispatch(1) is not None
    assert walk.n == 1
    assert walk.step_dispatch(-1) is None
    walk.step_dispatch(1)
    assert (walk.n, walk.sentence) == (2, note.sentences[2])


@pytest.mark.parametrize("name", SAMPLES)
def test_facts_from_the_first_to_the_last_and_back(name: str) -> None:
    walk = Walk(release(name))
    there = []
    while walk.step_fact(1, WHOLE):
        there.append(walk.fact)
    assert tuple(there) == walk.facts
    assert len(there) > 3
    back = []
    while walk.step_fact(-1, WHOLE):
        back.append(walk.fact)
    assert back == there[-2::-1]


def test_an_unknown_dispatch_opens_nothing(note: Release) -> None:
    walk = Walk(note)
    assert walk.open(9, ()) is None
    assert (walk.n, walk.sentence) == (None, None)


# -- facts


def test_facts_of_officials_say_name_post_country_rule_and_confidence(note: Release) -> None:
    dateline, first, later = facts(note)
    assert dateline.line() == "dateline: Киев, 2026-05-03, ВЕСТНИК · rule one-line"
    assert first.line() == "official: Арне Лунд, посол Норвегии · Norway · rule r, confidence 0.90"
    assert later.line() == "official: Арне Лунд, посол Норвегии · rule surname, confidence 1.00"
    assert first.person == later.person == ("Арне Лунд", "NO")


def test_a_city_says_its_country_once() -> None:
    told = [fact.kind for fact in facts(release("003")) if fact.start == 55]
    assert told == ["city", "host"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_fact_of_a_dispatch_has_its_sentence(name: str) -> None:
    one = release(name)
    for dispatch in one.dispatches:
        found = by_sentence(one, dispatch.n)
        inside = [fact for fact in facts(one) if dispatch.start <= fact.start < dispatch.end]
        assert [fact for _, told in found for fact in told] == inside
        assert all(a <= fact.start < b for (a, b), told in found for fact in told)


# -- copying


def test_a_broken_sentence_is_copied_whole(note: Release) -> None:
    assert reader_copy.sentence(note, note.sentences[0]) == (
        "Посол Норвегии Арне Лунд при- ехал в Осло и вручил ноту."
    )
    assert reader_copy.dispatch(note, note.dispatches[0]).endswith("ноту. Лунд доволен.")


def test_a_citation_names_agency_date_and_source(note: Release) -> None:
    assert (
        reader_copy.citation(note, note.sentences[1]) == "«Лунд доволен.» — ВЕСТНИК, 2026-05-03, a/note.txt"
    )
    online = replace(note, dateline=None, url="https://example.org/1")
    assert reader_copy.citation(online, note.sentences[1]).endswith("— 2026-05-04, https://example.org/1")


def test_nothing_that_a_terminal_obeys_is_copied(note: Release) -> None:
    bad = replace(note, text=TEXT.replace("Лунд доволен", "Лунд\x1b[8mволен"))
    assert not re.search("[\x00-\x09\x0b-\x1f]", reader_copy.dispatch(bad, bad.dispatches[0]))


# -- the heading


@pytest.mark.parametrize("name", ["000", "003", "010"])
@pytest.mark.parametrize("place", ["", "1/7", "hit 12/345  10/12"])
def test_the_heading_is_exactly_as_wide_as_its_place(name: str, place: str) -> None:
    one = release(name)
    for width in range(36, 140):
        line = heading(one, place, width, focus=True)
        assert line.cell_length == width - 2, line.plain
        assert line.plain.endswith(place) and (one.day or "") in line.plain
    assert one.source in heading(one, place, 139, focus=False).plain
