"""How fast, small and quick to load the language stage is, beside natasha in the same run.

    python -m tests.bench.language [--texts FILE.jsonl] [--limit 300] [--runs 3] [--peer PYTHON]

FILE has one {"text"} a line; without it the sample releases are read. PYTHON is an interpreter in whose
environment natasha is installed; without it depesha runs alone. Each side runs in a process of its own, on
one core. Load is the time from nothing to the first annotated sentence; speed is that of whole texts
(natasha: sentences, tokens, morphology, syntax, names and their nominatives; depesha: the whole pipeline);
memory is the most that was resident. Times are of the processor; the best of the runs counts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST = "Посол Исландии Эйнар Торссон встретился в Минске с министром торговли Анной Барсуковой."
Annotate = Callable[[str], int]  # how many persons a text names


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--texts", type=Path)
    options.add_argument("--limit", type=int, default=300)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--peer")
    options.add_argument("--child", choices=SIDES, help=argparse.SUPPRESS)
    chosen = options.parse_args(arguments)
    if chosen.child:
        print(json.dumps(measure(SIDES[chosen.child], texts(chosen.texts, chosen.limit))))
        return 0
    rows = {"depesha": best("depesha", sys.executable, chosen)}
    if chosen.peer:
        rows["natasha"] = best("natasha", chosen.peer, chosen)
    show(rows)
    return 0


def texts(path: Path | None, limit: int) -> list[str]:
    """The texts to read."""
    if path is None:
        return [seed.read_text(encoding="utf-8") for seed in sorted((ROOT / "seeds").glob("*.txt"))][:limit]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:limit]


def depesha() -> Annotate:
    """The whole pipeline: segmenting and annotating."""
    from core.model import Document
    from core.pipeline import process

    return lambda text: len(process(Document(id="", source="", text=text)).persons)


def natasha() -> Annotate:
    """natasha's own pipeline up to persons in the nominative."""
    from natasha import (  # type: ignore[import-not-found]
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    names = NewsNERTagger(embedding)

    def annotate(text: str) -> int:
        document = Doc(text)
        document.segment(segmenter)
        document.tag_morph(morphology)
        document.parse_syntax(syntax)
        document.tag_ner(names)
        persons = [span for span in document.spans if span.type == "PER"]
        for span in persons:
            span.normalize(vocabulary)
        return len(persons)

    return annotate


SIDES: dict[str, Callable[[], Annotate]] = {"depesha": depesha, "natasha": natasha}


def measure(side: Callable[[], Annotate], several: Sequence[str]) -> dict[str, float]:
    """Load in seconds, speed in thousands of code points a second, memory in MB, persons found."""
    started = time.process_time()
    annotate = side()
    annotate(FIRST)
    loaded = time.process_time()
    persons = sum(annotate(text) for text in several if text.strip())
    took = time.process_time() - loaded
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "load": loaded - started,
        "speed": sum(map(len, several)) / 1000 / took,
        "memory": size,
        "persons": persons,
    }


def best(side: str, python: str, chosen: argparse.Namespace) -> dict[str, float]:
    """The best of the runs, each in a process of its own bound to one core."""
    command = [python, str(Path(__file__)), "--child", side, "--limit", str(chosen.limit)]
    if chosen.texts:
        command += ["--texts", str(chosen.texts.resolve())]
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    environment = {**os.environ, **single, "PYTHONPATH": str(ROOT) if side == "depesha" else ""}
    found = []
    for _ in range(chosen.runs):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return {
        "load": min(one["load"] for one in found),
        "speed": max(one["speed"] for one in found),
        "memory": min(one["memory"] for one in found),
        "persons": found[0]["persons"],
    }


def show(rows: dict[str, dict[str, float]]) -> None:
    """A line a side, and how many times as fast the first is."""
    print(f"{'':10}{'load, s':>10}{'kchar/s':>10}{'MB':>8}{'persons':>9}")
    for name, row in rows.items():
        print(f"{name:10}{row['load']:10.2f}{row['speed']:10.1f}{row['memory']:8.0f}{row['persons']:9.0f}")
    if len(rows) > 1:
        one, other = rows.values()
        print(f"speed: {one['speed'] / other['speed']:.1f} times the peer's")


if __name__ == "__main__":
    sys.exit(main())
