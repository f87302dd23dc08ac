"""Tokens: those of razdel, wherever blanks and line ends stand."""

from __future__ import annotations

import razdel
from hypothesis import given
from hypothesis import strategies as st

from core.segmenting.tokens import tokens
from core.shipped import SAMPLES

PIECES = st.sampled_from(
    " |\n|\u00a0|\t|посол|Алма-Ата|5,5|«|»|.|г.|-|–|COVID-19|и.о.|Джoнсон\u00ad|😀|\ud800".split("|")
)


def test_words_of_the_samples_are_cut_as_razdel_cuts_them() -> None:
    for path in SAMPLES.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        found = [text[start:end] for start, end in tokens(text)]
        # word by word, because in «2023, 14:10» razdel takes the comma for one within a number
        assert found == [token.text for word in text.split() for token in razdel.tokenize(word)]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_sign_but_blanks_is_in_one_token(text: str) -> None:
    place = 0
    for start, end in tokens(text):
        assert place <= start < end and not text[place:start].strip()
        place = end
    assert not text[place:].strip()


def test_chunks_of_any_length() -> None:
    assert len(tokens("а" * 6400)) == 100
    assert tokens("б" * 60 + " в") == ((0, 60), (61, 62))
