"""Places, events and hosts: thousands of code points a second, alone and within the whole pipeline.

    python tests/bench/places.py

The samples are annotated over and over; the first round, which fills the caches of word forms, is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from core.annotating import events, hosts, morphology, places
from core.model import Document
from core.pipeline import process
from core.segmenting import segment
from core.shipped import SAMPLES

ROUNDS = 5


def main() -> None:
    """Prints a line for each part of the stage and for the pipeline."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    cuts = [segment(text) for text in texts]
    words = [morphology.words(text, cut.tokens) for text, cut in zip(texts, cuts, strict=True)]
    found = [places.find(text) for text in texts]

    def find_places() -> None:
        for text in texts:
            places.find(text)

    def tell_events() -> None:
        for text, cut, tokens in zip(texts, cuts, words, strict=True):
            for item in cut.cuts:
                events.of(text, tokens, item)

    def tell_hosts() -> None:
        for text, cut, tokens, known in zip(texts, cuts, words, found, strict=True):
            sender = hosts.sender(text, tokens, cut, known, ())
            for item in cut.cuts:
                hosts.of(text, tokens, item, known, (), sender, events.of(text, tokens, item))

    def pipeline() -> None:
        for text in texts:
            process(Document("", "", text))

    length = sum(map(len, texts))
    for name, work in (
        ("places", find_places),
        ("events", tell_events),
        ("hosts, with events", tell_hosts),
        ("whole pipeline", pipeline),
    ):
        print(f"{name:20} {length / seconds(work) / 1000:8.0f} kchar/s")


def seconds(work: Callable[[], None]) -> float:
    """Processor seconds of one round, the first one not counted."""
    work()
    start = process_time()
    for _ in range(ROUNDS):
        work()
    return (process_time() - start) / ROUNDS


if __name__ == "__main__":
    main()
