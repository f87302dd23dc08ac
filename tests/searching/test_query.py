"""The grammar: what a query means, and that any text at all is one."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import QueryError
from core.hits import Narrowing
from core.searching import Index
from core.searching.query import All, Any, Field, Node, Not, Phrase, Word, parse, printed
from core.searching.query.dates import Span, span
from core.searching.query.tree import join
from tests.searching.conftest import people


def half(text: str) -> Word:
    return Word(text, "half")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", All()),
        ("мир", Word("мир")),
        ("Ёлка МИР", All((Word("елка"), Word("мир")))),
        ("мир И труд AND май", All((Word("мир"), Word("труд"), Word("май")))),
        ("мир и труд", All((Word("мир"), Word("и"), Word("труд")))),
        ("а б | в", Any((All((Word("а"), Word("б"))), Word("в")))),
        ("а (б ИЛИ в)", All((Word("а"), Any((Word("б"), Word("в")))))),
        ("-а НЕ б NOT в", All((Not(Word("а")), Not(Word("б")), Not(Word("в"))))),
        ("-(а б)", Not(All((Word("а"), Word("б"))))),
        ("--а", Word("а")),
        ("НЕ НЕ а", Word("а")),
        ("а - б", All((Word("а"), Word("б")))),
        ('"а б"', Phrase((Word("а"), Word("б")))),
        ("«а б»~3", Phrase((Word("а"), Word("б")), 3)),
        ('"а"', Word("а")),
        ('"а б', Phrase((Word("а"), Word("б")))),
        ("(а | б", Any((Word("а"), Word("б")))),
        ("а) б", All((Word("а"), Word("б")))),
        ("=стали", Word("стали", "exact")),
        ("кон*", Word("кон", "prefix")),
        ("к?т", Word("к?т", "pattern")),
        ("кто? где?!", All((Word("кто"), Word("где")))),
        ("* ? -", All()),
        ("и/или", Phrase((Word("и"), Word("или")))),
        ("12:30", Phrase((Word("12"), Word("30")))),
        ("https://a.org", Phrase((Word("https"), Word("a"), Word("org")))),
        ("страна:Испания", Field("country", "Испания")),
        ("Страна: Испания", Field("country", "Испания")),
        ('пост:"министр дел"', Field("post", "министр дел")),
        ("-host:ES", Not(Field("host", "ES"))),
        ("host:ES,PT", Any((Field("host", "ES"), Field("host", "PT")))),
        ("host:", All()),
        ("дата:прошлая неделя мир", All((Field("date", "прошлая неделя"), Word("мир")))),
        ("дата:10 марта 2026 года", Field("date", "10 марта 2026 года")),
        ("дата:март конституция", All((Field("date", "март"), Word("конституция")))),
        ("дата: 2026 года", Field("date", "2026 года")),
    ],
)
def test_meaning(query: str, tree: Node) -> None:
    assert parse(query).tree == tree
    assert parse(printed(tree)).tree == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("мир тр", All((Word("мир"), half("тр")))),
        ("мир ", Word("мир")),
        ('"мир тр', Phrase((Word("мир"), half("тр")))),
        ('"мир труд"', Phrase((Word("мир"), Word("труд")))),
        ("(мир | тр", Any((Word("мир"), half("тр")))),
        ("мир -тр", Word("мир")),
        ("мир -", Word("мир")),
        ("мир НЕ", Word("мир")),
        ("мир |", Word("мир")),
        ("страна:исп", Field("country", "исп", half=True)),
        ("страна:исп ", Field("country", "исп")),
        ('лицо:"Артур Б', Field("person", "Артур Б", half=True)),
        ('лицо:"Артур Белов"', Field("person", "Артур Белов")),
        ("мир -страна:исп", Word("мир")),
        ("дата:прошлая нед", Field("date", "прошлая нед", half=True)),
    ],
)
def test_half_typed(query: str, tree: Node) -> None:
    assert parse(query, typing=True).tree == tree


def test_an_unknown_field_is_an_error_or_while_typing_a_notice() -> None:
    with pytest.raises(QueryError, match="событие"):
        parse("собтие:визит")
    parsed = parse("собтие:визит мир", typing=True)
    assert parsed.tree == half("мир") and "событие" in str(parsed.notices[0])


TODAY = date(2026, 5, 13)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026 г.", "2026-01-01", "2026-12-31"),
        ("прошлый год", "2025-01-01", "2025-12-31"),
        ("02.2026", "2026-02-01", "2026-02-28"),
        ("2026-2-5", "2026-02-05", "2026-02-05"),
        ("05.02.2026", "2026-02-05", "2026-02-05"),
        ("март", "2026-03-01", "2026-03-31"),
        ("Июнь", "2025-06-01", "2025-06-30"),
        ("march 2024", "2024-03-01", "2024-03-31"),
        ("10 марта", "2026-03-10", "2026-03-10"),
        ("1 сентября 2020 года", "2020-09-01", "2020-09-01"),
        ("сегодня", "2026-05-13", "2026-05-13"),
        ("вчера", "2026-05-12", "2026-05-12"),
        ("эта неделя", "2026-05-11", "2026-05-17"),
        ("прошлая неделя", "2026-05-04", "2026-05-10"),
        ("прошлый месяц", "2026-04-01", "2026-04-30"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("за неделю", "2026-05-07", "2026-05-13"),
        ("2025..2026-02", "2025-01-01", "2026-02-28"),
        ("март..апрель", "2026-03-01", "2026-04-30"),
        ("..2025", None, "2025-12-31"),
        ("2025-11..", "2025-11-01", None),
        (">2026-02", "2026-03-01", None),
        (">=2026-02", "2026-02-01", None),
        ("<2026-02", None, "2026-01-31"),
        ("<= 05.02.2026", None, "2026-02-05"),
    ],
)
def test_dates(text: str, first: str | None, last: str | None) -> None:
    def day(iso: str | None) -> date | None:
        return date.fromisoformat(iso) if iso else None

    assert span(text, TODAY) == Span(day(first), day(last))


@pytest.mark.parametrize(
    "text", ["", "мир", "2026-13", "31.04.2026", "0000", ">", "..x", "99 марта", "20261"]
)
def test_what_is_no_date(text: str) -> None:
    assert span(text, TODAY) is None


# -- any text is a query
PIECES = [
    "мир", "Ёж", "кон", "U.S.", "COVID-19", "-", "--", "НЕ", "NOT", "ИЛИ", "OR", "|", "И", "(", ")", '"', "«",
    "»", "~5", "~", "=", "*", "?", "с?л*", "страна:", "country:ES", "дата:2026..", "лицо:", "поле:x", ",",
    ":", " ", "  ", "\t", "\n", "\u00ad", "\u0301", "\x00", "İ", "ß", "٣", "12:30", "\ud800",
]  # fmt: skip
typed = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))

words = st.builds(
    Word,
    st.sampled_from(["мир", "не", "или", "and", "covid-19", "х"]),
    st.sampled_from(["any", "exact", "prefix"]),
)
phrases = st.builds(
    Phrase,
    st.lists(st.builds(Word, st.sampled_from(["мир", "труд", "май"])), min_size=2, max_size=4).map(tuple),
    st.integers(0, 99),
)
values = (
    st.text("абвxyz .,-:>|()", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
)
held = st.builds(Field, st.sampled_from(["country", "date", "post"]), values)
leaves = st.one_of(words, phrases, held, st.just(Word("сл?во", "pattern")))


def _grown(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    groups = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        st.builds(lambda found: join(All, found), groups),
        st.builds(lambda found: join(Any, found), groups),
        st.builds(Not, parts.filter(lambda part: not isinstance(part, Not))),
    )


trees = st.recursive(leaves, _grown, max_leaves=8)


@given(trees)
def test_a_printed_tree_parses_to_the_same_tree(tree: Node) -> None:
    assert parse(printed(tree)).tree == tree


@given(typed)
def test_a_parsed_query_prints_to_itself(text: str) -> None:
    try:
        tree = parse(text).tree
    except QueryError:
        return
    assert parse(printed(tree)).tree == tree


@given(typed)
@example("(" * 3000)
@example("НЕ " * 3000 + "мир")
@example("-(" * 3000 + "мир")
@example('"' * 3001)
def test_while_typing_nothing_raises(text: str) -> None:
    printed(parse(text, typing=True).tree)


@settings(max_examples=150, deadline=None)
@given(typed)
@example("(" * 300 + "мир")
@example("а" * 70_000)
@example('"' + "сталь " * 60 + '"')
@example('"а б в г д е ж з"~9')
@example("𗀀")
@example("м𗀀ж")
@example("абвгд" * 500 + "?е" + "ж" * 500 + "*и")
@example("?" * 200 + "а")
@example("а*" * 100 + "?" * 100)
@example(f'"{"а?" * 40}б мир {"?*а" * 30}"~9')
def test_any_query_is_answered(index: Index, text: str) -> None:
    with suppress(QueryError):
        index.find(text, Narrowing(), people(), excerpts=True)
    hits = index.find(text, Narrowing(), people(), typing=True, excerpts=True, sort="rank")
    assert hits.total >= len(hits.rows) and dict(hits.facets)
    index.complete(text, len(text), people())
