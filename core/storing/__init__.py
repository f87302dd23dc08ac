"""Storing: the record. One stock TinyDB file a month, written whole, and batches on their way there.

    releases/2026-03.json    the releases of a month; undated.json for those without a date
    pending/000000000007.jsonl   a batch that is safe already and not yet in its months' files
    keys/2026-03.tsv         derived: where each release stands in its month's file
    state.json               schema version, number of the last batch, what each month's file should be
    damaged/                 files that could not be read, set aside
    lock, writing.json       the writers' lock, and who holds it since when

Readers take no lock: a file is only ever replaced by a whole one.
"""
