"""Whatever a text holds, it is annotated and stored, or refused in a sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.archive.workers import annotated
from core.errors import Message
from core.model import Document
from core.pipeline import key_of
from core.storing import records, shard

WORDS = (
    "посол Казахстана в Иордании Берик Жумабаев И.О. министр-президент 10 марта 2026 — « » ( ) . Фото: "
    "Амман. а- - ... № /ТАСС/ Его она назначен вручил верительные грамоты [b] ё Ё"
).split() + ["\n", "\n\n", "\u00a0", "\u202e", "\x1b[31m", "\0", "\ufeff", "\u0301", "\u2028"]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.none() | st.sampled_from(["2026-03-10", "9999-99-99", "", "вчера"]))
def test_any_text_comes_back_as_it_was(text: str, date: str | None) -> None:
    outcome = annotated(Document("a", "a", text, date=date))
    if isinstance(outcome, Message):
        assert outcome.template.startswith("holds half a character"), str(outcome)
        return
    release = records.decode(outcome)
    assert (release.text, release.key) == (text, key_of(text))
    assert set(shard.read(shard.build("undated", [outcome])[0]).lines) == {release.key}
    spans = [*release.sentences, *((d.start, d.end) for d in release.dispatches)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
