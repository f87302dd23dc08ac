import random
from pathlib import Path

from core import Archive
from core.pipeline import key_of
from tests.archive.killing import add_and_die, faults
from tests.archive.notes import note, write_notes

KILLS = 12


def test_nothing_acknowledged_is_lost_to_kill_9(tmp_path: Path) -> None:
    from core.pipeline import process
    from core.reading import read_text

    process(read_text(note(0)))  # loads the language stage before the forks
    folder, rng = tmp_path / "archive", random.Random(7)
    acknowledged: set[str] = set()
    killed = 0
    for run in range(KILLS):
        numbers = range(run * 25, run * 25 + 25)
        source = write_notes(tmp_path / "notes.jsonl", numbers)
        done = add_and_die(folder, source, rng.uniform(0.02, 0.5))
        killed += done is not None
        safe = list(numbers) if done is None else list(numbers)[:done]
        acknowledged |= {key_of(note(number)) for number in safe}
        assert faults(folder, acknowledged) == []
    assert killed > KILLS // 2
    assert acknowledged
    with Archive(folder) as archive:
        archive.add([source])
        assert archive.check() == ()
