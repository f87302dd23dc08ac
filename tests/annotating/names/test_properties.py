"""Whatever the text, names lie inside it, in order, and do not overlap."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotating.names import named

PIECES = st.sampled_from(
    ["Иван", "Барсуков", "Барсуковой", "К.", "К.-Ж.", "фон", "дер", "бин", "оглы", "II", "аль-Мазруи", "Ли",
     "посол", "в", "с", "министру", "сказал", "О'", "’", "«", "»", "-", "—", "(", ")", ".", ",", "\n", "\n\n",
     "\u00a0", "Сан-Диего", "У", "Минске", "ООН", "Ё", "Э-э", "Х--Х", "А.Б.", "Дж.Харпер", "İ", "ß", "ﬁ"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_names_made_of_pieces(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    end = 0
    for one in named(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        assert one.name.strip() and one.written.strip()
        end = one.end
