"""What is found, narrowed, counted, ordered and shown."""

from __future__ import annotations

import pytest

from core.cards import Change, bind, gather
from core.errors import QueryError
from core.hits import FACETS, Choice, Narrowing
from core.searching import Index
from tests.searching.conftest import Cards, Find, names, people, samples

ALL = 8
HIDDEN = Change("hide", ("артур белов|KZ",))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", "north 1|north 2|south 1|south 2|east 0|east 2|west 1|west 2"),
        ("конституция", "north 1"),
        ("КОНСТИТУЦИЮ", "north 1"),
        ("конституциями", "north 1"),  # a form that stands nowhere
        ("посол", "north 1|south 2"),
        ("посол -договор", "north 1"),
        ("посол НЕ договор", "north 1"),
        ("NOT посол", "north 2|south 1|east 0|east 2|west 1|west 2"),
        ("брифинг | порт", "north 1|south 1"),
        ("(брифинг ИЛИ порт) мадрид", "north 1"),
        ("емкость", "north 2"),
        ("ёмкостью", "north 2"),
        ("сталь", "south 1|east 0|east 2"),  # «стали» may be of «сталь»
        ("=сталь", "east 0|east 2"),
        ("=стали", "south 1"),
        ("искус*", "north 2|east 2"),
        ("с?д", "west 2"),
        ("сад*ик", "west 2"),
        ('"искусственный интеллект"', "north 2"),
        ('"интеллект искусственный"', ""),
        ('"искусственный интеллект"~2', "north 2|east 2"),
        ('"интеллект искусственный"~2', "north 2|east 2"),
        ("«министра иностранных дел»", "north 2"),
        ("министр", "north 2"),
        ("премьер-министр", "north 2"),
        ("премьер министр", "north 2"),
        ("генерал-майор", "west 1"),
        ("генерал майор", "west 1"),
        ("300", "west 2"),
        ('"мы за мир"', "west 1"),
        ("страна:Испания", "north 1|south 2"),
        ("страна:испанский", "north 1|south 2"),
        ("country:ES", "north 1|south 2"),
        ("страна:Spain", "north 1|south 2"),
        ("страна:испания,индия", "north 1|south 2|east 2"),
        ("хост:португалии", "north 2|south 1"),
        ("-хост:PT -хост:ES", "east 0|east 2|west 1|west 2"),
        ("лицо:Белов", "north 1|south 2"),
        ("лицо:Беловым", "north 1|south 2"),
        ('лицо:"Артур Белов"', "north 1|south 2"),
        ("person:силве", "north 2|south 1"),
        ("лицо:Belov", "north 1|south 2"),
        ("пост:мэр", "south 2"),
        ('пост:"министр иностранных дел"', "north 2|south 1"),
        ("событие:брифинг", "north 1"),
        ("event:signing", "south 2"),
        ("событие:лид", "east 0"),
        ("город:Мадрид", "north 1"),
        ("city:лиссабоне", "south 1"),
        ("дата:2026-03-10", "north 1|north 2"),
        ("дата:2026-03", "north 1|north 2|south 1|south 2"),
        ("date:2025", "east 0|east 2"),
        ("дата:2025-12-30..2026-03-02", "south 1|south 2|east 0|east 2"),
        ("дата:>2026-03-02", "north 1|north 2"),
        ("дата:<=2026-03-02", "south 1|south 2|east 0|east 2"),
        ('дата:"10 марта 2026"', "north 1|north 2"),
        ("агентство:курьер", "south 1|south 2"),
        ("flag:hard-wrapped", "north 1|north 2"),
        ("страна:Абхазия", ""),
    ],
)
def test_queries(find: Find, query: str, wanted: str) -> None:
    hits = find(query)
    found = "|".join(sorted(names(hits)))
    assert found == "|".join(sorted(filter(None, wanted.split("|"))))
    assert hits.total == len(hits.rows)


@pytest.mark.parametrize(
    ("typed", "begun"), [("конституционного", 1), ("министр иностранных", 1), ("страна:испания посол", 7)]
)
def test_half_a_query_meets_whatever_it_may_become(find: Find, typed: str, begun: int) -> None:
    whole = set(names(find(typed)))
    for end in range(begun, len(typed) + 1):
        assert whole <= set(names(find(typed[:end], typing=True))), typed[:end]


@pytest.mark.parametrize(
    "half",
    [
        '"искусственный инт',
        "(брифинг | по",
        "страна:",
        "-",
        "посол -",
        "дата:20",
        "посол |",
        "лицо:Бел",
        "сад стран",
    ],
)
def test_half_a_query_is_never_empty(find: Find, half: str) -> None:
    assert find(half, typing=True).total


def test_newest_first_the_undated_last_dispatches_in_their_order(find: Find) -> None:
    found = names(find(""))
    assert found[:6] == ["north 1", "north 2", "south 1", "south 2", "east 0", "east 2"]
    assert sorted(found[6:]) == found[6:] == ["west 1", "west 2"]


def test_rank_puts_the_likeliest_reading_first(find: Find) -> None:
    hits = find("сталь", sort="rank")
    assert names(hits)[-1] == "south 1"
    assert [hit.score for hit in hits.rows] == sorted((hit.score for hit in hits.rows), reverse=True)


def test_pages(find: Find) -> None:
    whole = names(find(""))
    assert [name for at in range(0, ALL, 3) for name in names(find("", limit=3, offset=at))] == whole
    assert find("", limit=0).total == ALL and not find("", limit=0).rows
    assert not find("", offset=100).rows
    assert names(find("", limit=1_000_000_000)) == whole


def test_a_row_is_whole(find: Find) -> None:
    first = samples()[0]
    hit = find("конституция").rows[0]
    assert (hit.key, hit.n, hit.source) == (first.key, 1, "north.txt")
    assert first.text[hit.start : hit.end].startswith("В Мадриде посол")
    assert hit.headline.startswith("В Мадриде посол Артур Белов") and "\n" not in hit.headline
    assert (hit.date, hit.host, hit.event, hit.sender) == ("2026-03-10", "ES", "briefing", "KZ")
    assert (hit.agency, hit.countries, hit.officials) == ("ВЕСТИ СЕВЕРА", ("ES", "KZ"), ("Артур Белов",))


def counts(find: Find, field: str, query: str = "", *choices: Choice) -> dict[str, int]:
    facets = find(query, Narrowing(choices)).facets
    return {count.value: count.count for count in facets[field]}


def test_facets(find: Find) -> None:
    assert counts(find, "host") == {"ES": 2, "PT": 2, "FR": 2, "IN": 1}
    assert counts(find, "country", "посол") == {"ES": 2, "KZ": 2}
    assert counts(find, "month") == {"2026-03": 4, "2025-12": 2}
    assert counts(find, "event", "посол") == {"briefing": 1, "signing": 1}
    assert counts(find, "flag") == {"hard-wrapped": 2}
    assert counts(find, "agency") == {"ВЕСТИ СЕВЕРА": 2, "ЮЖНЫЙ КУРЬЕР": 2}
    assert set(find("").facets) == set(FACETS)
    assert counts(find, "host", "нетакогослова") == {}


def test_officials_are_counted_by_card(find: Find) -> None:
    assert counts(find, "official") == {"артур белов|KZ": 2, "жуан силва|PT": 2, "карлос муньос|ES": 1}
    labels = {count.value: count.label for count in find("").facets["official"]}
    assert labels["жуан силва|PT"] == "Жуан Силва"


def test_the_most_frequent_first_with_labels_for_the_eye(find: Find) -> None:
    country = find("").facets["country"]
    assert [one.count for one in country] == sorted((one.count for one in country), reverse=True)
    assert {one.value: one.label for one in country}["ES"] == "Испания"


def test_a_facet_is_counted_as_if_its_own_choice_were_not_made(find: Find) -> None:
    chosen = Choice("host", "ES")
    assert counts(find, "host", "", chosen) == counts(find, "host")
    assert counts(find, "event", "", chosen) == {"briefing": 1, "signing": 1}


def test_choices_of_one_facet_are_joined_by_or_and_facets_by_and(find: Find) -> None:
    def found(*choices: Choice) -> list[str]:
        return names(find("", Narrowing(choices)))

    assert found(Choice("host", "ES"), Choice("host", "IN")) == ["north 1", "south 2", "east 2"]
    assert found(Choice("host", "ES"), Choice("month", "2026-03")) == ["north 1", "south 2"]
    assert found(Choice("host", "ES"), Choice("event", "visit")) == []
    assert found(Choice("official", "артур белов|KZ")) == ["north 1", "south 2"]
    assert found(Choice("official", "артур белов|KZ"), Choice("event", "signing", excluded=True)) == [
        "north 1"
    ]
    assert found(Choice("official", "nobody|")) == []


def test_excerpts(find: Find) -> None:
    for query, words in [
        ("интеллект", ["интеллекте"]),
        ('"искусственный интеллект"', ["искусственном", "интеллекте"]),
    ]:
        hit = next(one for one in find(query, excerpts=True).rows if one.release_id == "north")
        assert hit.excerpt is not None
        assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == words
        start, end = hit.excerpt.marks[0]
        text = samples()[0].text
        assert text[hit.excerpt.start + start : hit.excerpt.start + end] == words[0]


def test_marks(index: Index) -> None:
    north = samples()[0]

    def marked(query: str) -> list[str]:
        return [north.text[start:end] for start, end in index.marks(query, north)]

    assert marked("новый | конституция") == ["новой", "конституции"]
    assert marked("министр") == ["Министр", "премьер-министра"]
    assert marked('"иностранные дела"') == ["иностранных", "дел"]
    assert marked("-посол =о") == ["о", "о"]
    assert marked('"интеллект искусственный"~1') == ["искусственном", "интеллекте"]
    assert marked("лицо:Силва") == ["Силва"]
    assert marked("конст") == ["конституции"]
    assert marked("jxenrjq | rjycnbnewbz") == ["конституции"]
    assert marked("поле:нет новой") == ["новой"]
    assert marked("о") == ["о", "об", "о"]
    assert marked("") == [] and marked("поле:нет") == [] and marked('"') == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("конституции страна:ES", [("words", "конституция"), ("country", "Испания")]),
        ("дата:>2026-03-01 дата:<=2026-04", [("since", "2026-03-02"), ("until", "2026-04-30")]),
        ("посол договора", [("words", "посол, договор")]),
        ('"мы за мир" -сад', [("phrase", "мы за мир"), ("without", "сад")]),
        ("лицо:Белову | лицо:Силва", [("person", "Артур Белов | Жуан Силва")]),
        ("=стали сад*", [("exact form", "стали"), ("beginning with", "сад…")]),
        ("(посол | сад) хост:PT", [("words", "посол | сад"), ("host", "Португалия")]),
    ],
)  # fmt: skip
def test_explained(find: Find, query: str, told: list[tuple[str, str]]) -> None:
    assert list(find(query).explained) == told


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("стрна:Испания", "страна"),
        ("contry:ES", "country"),
        ("страна:Испаня", "Испания"),
        ("событие:чаепитие", "встреча"),
        ("дата:когда-нибудь", "2026-03"),
        ("дата:2026-02-30", "2026-03"),
    ],
)
def test_what_is_unknown_is_an_error_that_helps_and_while_typing_a_notice(
    find: Find, query: str, said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        find(query)
    hits = find(f"{query} ", typing=True)
    assert hits.total == ALL and said in str(hits.notices[0])


@pytest.mark.parametrize(
    ("query", "wanted", "tried"),
    [
        ("rjycnbnewbz", "north 1", "layout"),
        ("gjckf ljujdjh", "south 2", "layout"),
        ("cnhfyf:bcgfybz", "north 1", "layout"),
        ("Belov", "north 1", "script"),
        ("Munos", "south 2", "script"),
        ("конституцыя", "north 1", "spelling"),
        ('"искуственный интелект"', "north 2", "spelling"),
    ],
)
def test_a_slip_does_not_end_in_nothing(folder_index: Index, query: str, wanted: str, tried: str) -> None:
    hits = folder_index.find(query, Narrowing(), people())
    assert wanted in names(hits) and hits.notices
    typing = folder_index.find(query, Narrowing(), people(), typing=True)
    assert wanted in names(typing)
    folder_index.tries = folder_index.tries - {tried}
    try:
        assert not folder_index.find(query, Narrowing(), people()).total
    except QueryError:
        assert ":" in query


@pytest.mark.parametrize("query", ["картошка", "=конституцыя", "-конституцыя"])
def test_what_is_no_slip_is_left(find: Find, query: str) -> None:
    assert not find(query).notices


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("стр", "страна:"),
        ("страна:исп", "Испания"),
        ("министр страна:порт", "Португалия"),
        ("host:Spa", "Spain"),
        ("лицо:Сил", '"Жуан Силва"'),
        ('лицо:"Артур', '"Артур Белов"'),
        ("событие:бри", "брифинг"),
        ("дата:2026", "2026-03"),
        ("дата:прош", '"прошлая неделя"'),
        ("агентство:вес", '"ВЕСТИ СЕВЕРА"'),
        ("пост:мин", "министр"),
        ("конс", "конституция"),
    ],
)
def test_completion(index: Index, typed: str, offered: str) -> None:
    made = index.complete(typed, len(typed), people())
    assert offered in [one.text for one in made]
    taken = next(one for one in made if one.text == offered)
    whole = typed[: taken.start] + taken.text + typed[taken.end :]
    hits = index.find(whole, Narrowing(), people())
    assert not hits.notices and (hits.total or "неделя" in whole)


def test_completion_offers_the_most_frequent_first_and_no_more_than_asked(index: Index) -> None:
    made = index.complete("страна:", len("страна:"), people(), 3)
    assert len(made) == 3
    assert [one.count for one in made] == sorted((one.count or 0 for one in made), reverse=True)
    assert index.complete("посол ", 6, people()) == ()
    assert index.complete("поле:зна", 8, people()) == ()


def test_an_answer_is_kept_but_not_when_the_cards_change(folder_index: Index) -> None:
    before, after = Cards(bind(gather(samples()))), Cards(bind(gather(samples()), [HIDDEN]))
    for query in ("", "лицо:Белов"):
        first = folder_index.find(query, Narrowing(), before)
        assert dict(first.facets) and folder_index.find(query, Narrowing(), before).facets is first.facets
        then = folder_index.find(query, Narrowing(), after)
        assert "артур белов|KZ" not in [one.value for one in then.facets["official"]]
