"""Encodings: recognised on short texts too, never guessed where the bytes say it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import read_text
from core.reading.decoding import decode
from tests.reading.texts import BODY, LANGUAGES, TITLE

ONE_BYTE = ["cp1251", "koi8-r", "cp866", "iso8859-5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", *ONE_BYTE])
@pytest.mark.parametrize("text", [TITLE, BODY[0].replace("«", '"').replace("»", '"'), "АСТАНА. 10 марта."])
def test_short_texts(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["Посол принял министра.", "Назначен новый посол в Чили", "ПОЛИТИКА"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_a_few_words_are_enough(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_byte_order_mark_decides_and_is_taken_off(mark: bytes, codec: str) -> None:
    found = decode(mark + TITLE.encode(codec))
    assert (found.text, found.encoding) == (TITLE, codec)


def test_what_was_said_counts_where_the_bytes_allow_it() -> None:
    assert decode("да".encode("koi8-r"), "koi8-r").text == "да"
    assert decode(TITLE.encode("cp1251"), "koi8-r").text == TITLE
    assert decode(TITLE.encode(), "windows-1251").text == TITLE
    assert decode(TITLE.encode("cp1251"), "no-such-codec").text == TITLE


def test_damaged_utf8_stays_utf8() -> None:
    damaged = TITLE.encode()[:40] + b"\xff" + TITLE.encode()[40:]
    found = decode(damaged)
    assert found.encoding == "utf-8"
    assert "\ufffd" in found.text


def test_letters_of_neighbours_in_cp1251() -> None:
    assert decode(LANGUAGES["uk"].encode("cp1251")).text == LANGUAGES["uk"]


def test_what_was_assumed_is_kept() -> None:
    assert read_text(TITLE.encode("cp866")).encoding == "cp866"
    assert read_text(TITLE).encoding is None


@given(st.binary(max_size=300), st.sampled_from([None, "cp1251", "utf-8", "x" * 50]))
def test_any_bytes_decode(data: bytes, declared: str | None) -> None:
    decode(data, declared)
