from hypothesis import given
from hypothesis import strategies as st

from core.storing import catalogue
from core.storing.catalogue import Place

PLACES = st.lists(
    st.builds(
        Place,
        st.text("0123456789abcdef", min_size=32, max_size=32),
        st.text(max_size=12),
        st.integers(0, 10**9),
        st.integers(0, 10**6),
        st.integers(0, 99),
    ),
    unique_by=lambda place: place.key,
    max_size=8,
)


@given(PLACES)
def test_every_release_is_found_by_key_beginning_and_id_however_it_is_called(places: list[Place]) -> None:
    data = catalogue.write(places)
    assert list(catalogue.read(data)) == places
    assert list(catalogue.keys(data)) == [place.key for place in places]
    for place in places:
        assert list(catalogue.by_key(data, place.key[:20])) == [
            p for p in places if p.key[:20] == place.key[:20]
        ]
        assert list(catalogue.by_id(data, place.id)) == [p for p in places if p.id == place.id]


@given(PLACES, st.text(max_size=6))
def test_a_name_that_nobody_has_is_not_found(places: list[Place], name: str) -> None:
    data = catalogue.write(places)
    assert {place.id for place in catalogue.by_id(data, name)} <= {name}
    assert all(place.key.startswith(name) for place in catalogue.by_key(data, name))
