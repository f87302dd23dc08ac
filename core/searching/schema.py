"""The fields of the index. One document of the index is one dispatch; one more holds the stamp.

| field | holds |
| --- | --- |
| key | key of the release, for taking it out again |
| kind | «d» for a dispatch, «r» for the first of its release, «s» for the stamp |
| lemma | all lemmas of every word, at the word's place |
| doubt | lemmas that no word of the dispatch has as its likeliest: such hits rank last |
| form | every form as «form TAB lemmas»: the table from form to lemmas is this field's list of terms; |
| | and every lemma as «lemma TAB», so that what begins with some letters is met by this field alone |
| start | the first one and two letters of forms and lemmas: half-typed words that most dispatches meet |
| person, post, org, city | words of names, lemmatized, a gap between two names |
| country … flag | values of the facets |
| day | date as year·10000 + month·100 + day |
| order | newest first, dispatches of a release in their order |
| row | what a list row shows, and the text, packed |
"""

from __future__ import annotations

from functools import cache

import tantivy

from core.hits import FACETS

VERSION = 3  # of this layout; an index of another version counts as none
DISPATCH, FIRST, STAMP = "d", "r", "s"
SEPARATOR = "\t"  # between a form and its lemmas; no word holds one
STARTS = 2  # letters of a beginning that has a term of its own
GAP = 20  # places between two names of one field: no phrase reaches across
# Facets of at most one value. Each document has one, `NONE` if need be: a column without holes is counted
# many times as fast as one with a single hole.
SINGLE = ("host", "event", "month", "sender", "agency")
NONE = ""
NAMES = ("person", "post", "org", "city")


@cache
def schema() -> tantivy.Schema:
    """The schema; the same for every index of this version."""
    builder = tantivy.SchemaBuilder()
    for name in ("key", "kind", "doubt", "form", "start"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("lemma", tokenizer_name="raw", index_option="position")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="position")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("order", fast=True)
    builder.add_bytes_field("row", stored=True)
    builder.add_text_field("stamp", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()
