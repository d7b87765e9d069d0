"""The benchmark of validating: its faults are planted, and found."""

from collections import Counter
from pathlib import Path

import pytest
from generate import write
from validate import OWN, at_size, planted, store

from si_kg import shipped
from si_kg.validation import findings_in_batches, shapes_files


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand triples without a fault."""
    path = tmp_path_factory.mktemp("validate") / "generated.nq"
    write(path, 3000)
    return path


def test_planted_faults_are_found(file: Path, tmp_path: Path) -> None:
    """Each kind of fault breaks its rule; without them no rule is broken."""
    shapes = shapes_files(shipped.root())
    sound = store(tmp_path / "sound", planted(file, 10**9))
    assert not [f for f in findings_in_batches(sound, shapes) if f.severity == "Violation"]
    wrong = store(tmp_path / "wrong", planted(file, 25))
    rules = Counter(finding.rule for finding in findings_in_batches(wrong, shapes))
    assert rules["sis:Thing-disjoint"] >= 1
    assert rules["sis:Thing-label-nl"] + rules["sis:Thing-label-en"] >= 5
    assert next(wrong.quads_for_pattern(None, None, None, OWN), None)


def test_the_outcome_is_told(file: Path, tmp_path: Path) -> None:
    """Triples, findings by severity, memory, seconds and the time for a triple."""
    first, second = at_size(store(tmp_path / "store", planted(file, 25)))
    assert "triples on disk" in first
    assert "Warning" in first
    assert second.startswith("direct")
