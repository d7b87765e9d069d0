"""A process that is killed while it changes a workspace leaves the old state or the new one."""

from pathlib import Path

import kills
import pytest
from workspaces import concept

from si_kg import shipped
from si_kg.namespaces import PREFIXES

TIMES = 8
_HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


@pytest.fixture
def stage(
    mini: Path, mini_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> kills.Stage:
    """The mini graph, a newer build of it, and a file to add."""
    monkeypatch.setattr(shipped, "root", lambda: mini)
    file = tmp_path / "own.ttl"
    text = "".join(concept(f"c{number}", more="skos:broader id:sharing") for number in range(200))
    file.write_text(f"@base <https://data.example.org/id/> .\n{_HEAD}{text}", "utf-8")
    newer = kills.newer_build(mini_built, tmp_path / "newer")
    return kills.Stage(mini, mini_built, newer, file)


@pytest.mark.parametrize("act", ["add", "remove", "upgrade"])
def test_killed_at_any_moment(act: str, stage: kills.Stage, tmp_path: Path) -> None:
    """It opens, is complete, is one of the two; and the next writer can go on from there."""
    tally = kills.killed(stage, act, TIMES, 7, tmp_path)
    assert tally.faults == []
    assert tally.found.total() == TIMES
    assert set(tally.found) <= {"old", "new"}


def test_a_workspace_that_is_neither_is_seen(stage: kills.Stage, tmp_path: Path) -> None:
    """The look at what is left is not a formality."""
    from si_kg.workspace import Workspace

    one = Workspace.init(tmp_path / "one", who="Jo", build=stage.build)
    before = kills.digest(one.folder)
    stage.add(one)
    assert kills.digest(one.folder) != before
