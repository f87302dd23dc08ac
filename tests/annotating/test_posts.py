"""Head nouns of posts, and posts given alone in the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotating.posts.alone import nominative
from core.annotating.posts.heads import head_of
from core.annotating.posts.office import office_of
from core.annotating.posts.serving import is_international


@pytest.mark.parametrize(
    ("form", "lemma", "cases"),
    [
        ("послом", "посол", {"ablt"}),
        ("посол", "посол", {"nomn"}),  # and no salting of fish in the accusative
        ("поверенного", "поверенный", {"gent", "accs"}),
        ("министром-президентом", "министр-президент", {"ablt"}),
        ("вице-спикеру", "вице-спикер", {"datv"}),
        ("экс-главе", "экс-глава", {"datv", "loct"}),
        ("советника-посланника", "советник-посланник", {"gent", "accs"}),
        ("врача-кардиохирурга", "врач-кардиохирург", {"gent", "accs"}),
        ("спецпосланником", "спецпосланник", {"ablt"}),
        ("управляющей", "управляющий", {"gent", "datv", "ablt", "loct"}),
    ],
)
def test_head_nouns_are_known_in_every_case(form: str, lemma: str, cases: set[str]) -> None:
    head = head_of(form)
    assert head is not None
    assert (head.lemma, set(head.cases_in("sing"))) == (lemma, cases)


def test_zam_before_a_genitive_is_the_same_in_every_case() -> None:
    head = head_of("замгубернатора")
    assert head is not None and len(head.cases) == 6


@pytest.mark.parametrize("form", ["стол", "совет", "с", "ком", "казахстана", "-", "--", "зам"])
def test_other_words_are_none(form: str) -> None:
    assert head_of(form) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "чрезвычайным и полномочным послом Республики Чад",
            "чрезвычайный и полномочный посол Республики Чад",
        ),
        ("временного поверенного в делах Ирландии", "временный поверенный в делах Ирландии"),
        ("министром-президентом земли", "министр-президент земли"),
        ("исполняющему обязанности ректора академии", "исполняющий обязанности ректора академии"),
        ("и.о. главы ведомства", "и.о. главы ведомства"),
        ("бывшему первому заместителю председателя сейма", "бывший первый заместитель председателя сейма"),
        ("директора и художественного руководителя театра", "директор и художественный руководитель театра"),
        ("депутатов рады", "депутат рады"),
        ("митрополиту Рижскому", "митрополит Рижский"),
        ("Генеральным консулом ФРГ", "генеральный консул ФРГ"),
        ("главному редактору", "главный редактор"),
        ("сменщика караула", "сменщик караула"),
        ("уполномоченной по правам детей", "уполномоченная по правам детей"),
        ("заместителя заведующего отделом печати", "заместитель заведующего отделом печати"),
        ("ПРЕЗИДЕНТА", "ПРЕЗИДЕНТА"),  # an abbreviation, for all that can be told
        ("12345", "12345"),
    ],
)
def test_a_post_in_the_nominative(phrase: str, expected: str) -> None:
    assert nominative(phrase) == expected


@given(st.text(max_size=60))
def test_any_text_has_some_nominative(text: str) -> None:
    assert isinstance(nominative(text), str)


@pytest.mark.parametrize(
    ("norm", "official"),
    [
        ("посол Чили", True),
        ("профессор", True),
        ("поэт", False),
        ("главный дирижёр оркестра", True),
        ("фотограф", False),
        ("чемпион мира", False),
        ("генерал", False),
    ],
)
def test_which_posts_make_an_official(norm: str, official: bool) -> None:
    office = office_of(norm)
    assert office is not None and office.official is official


@pytest.mark.parametrize(
    ("name", "international"),
    [
        ("ООН", True),
        ("Всемирная туристская организация", True),
        ("Совет Европы", True),
        ("Совет Федерации", False),
        ("ЕСФ", False),
        ("Оонский фонд", False),
    ],
)
def test_organisations_of_states(name: str, international: bool) -> None:
    assert is_international(name) is international
