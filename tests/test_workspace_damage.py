"""A workspace of which files are gone or changed says so, whatever is asked of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from workspaces import BASE, concept, content, incoming

from si_kg.workspace import Workspace
from si_kg.workspace.faults import WorkspaceDamaged

NOW, BEFORE = "0003", "0002"

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of which nobody has a store open."""
    made = Workspace.init(tmp_path / "mine", who="Gemeente Voorbeeld", base=BASE)
    for name in ("swap", "trade"):
        made.add(incoming(concept(name)), name=name)
    return made.folder


def _cut(store: Path, name: str) -> None:
    [file] = store.glob(name)
    file.write_bytes(file.read_bytes()[:50])


def _flip(store: Path) -> None:
    """Change what is in the tables, but for how each ends, which is read on opening."""
    for file in store.glob("*.sst"):
        body = bytearray(file.read_bytes())
        body[:200] = bytes(byte ^ 1 for byte in body[:200])
        file.write_bytes(body)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda store: (store / "CURRENT").write_text("x"), id="junk"),
        pytest.param(lambda store: _cut(store, "MANIFEST-*"), id="cut"),
        pytest.param(lambda store: min(store.glob("*.sst")).unlink(), id="a-table-less"),
        pytest.param(shutil.rmtree, id="gone"),
    ],
)
def test_a_database_that_does_not_open(
    harm: Callable[[Path], Any], folder: Path, tmp_path: Path
) -> None:
    """No reader, no writer and no backup begins with it, and nobody goes back to it."""
    workspace = Workspace.at(folder)
    harm(folder / "generations" / BEFORE / "store")
    workspace.store()
    with pytest.raises(WorkspaceDamaged, match=BEFORE):
        workspace.undo()
    harm(folder / "generations" / NOW / "store")
    acts: list[Callable[[], object]] = [
        workspace.store,
        lambda: workspace.add(incoming(concept("barter")), name="barter"),
        lambda: workspace.backup(tmp_path / "backup.zip"),
    ]
    for act in acts:
        with pytest.raises(WorkspaceDamaged, match=NOW):
            act()
    assert workspace.kept == [1, 2, 3]
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_database_that_breaks_off(folder: Path, tmp_path: Path) -> None:
    """A backup that meets it is not made."""
    workspace = Workspace.at(folder)
    _flip(folder / "generations" / NOW / "store")
    with pytest.raises(WorkspaceDamaged, match=NOW):
        workspace.backup(tmp_path / "backup.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["shipped.nq", "accepted.jsonl"])
def test_a_file_that_is_gone(name: str, folder: Path, tmp_path: Path) -> None:
    """Who needs it is told which; who does not, reads on."""
    workspace = Workspace.at(folder)
    (folder / "generations" / NOW / name).unlink()
    assert content(workspace)
    with pytest.raises(WorkspaceDamaged, match=name):
        workspace.backup(tmp_path / "backup.zip")
    with pytest.raises(WorkspaceDamaged, match=name):
        workspace.add(incoming(concept("barter")), name="barter")


@pytest.mark.parametrize("name", ["shipped.nq", "accepted.jsonl", "state.json"])
def test_nobody_goes_back_to_what_is_not_whole(name: str, folder: Path) -> None:
    """The present state stays."""
    workspace = Workspace.at(folder)
    (folder / "generations" / BEFORE / name).unlink()
    with pytest.raises(WorkspaceDamaged, match=BEFORE):
        workspace.undo()
    assert workspace.state.number == int(NOW)


@pytest.mark.parametrize(
    "facts",
    [
        {"elsewhere": {"x": "y"}},
        {"elsewhere": {"endpoint": 5, "update": "x", "graph_store": None}},
        {"elsewhere": "x"},
        {"identifier": "a b"},
        {"identifier": 5},
        {"who": 5},
        {"format": "1"},
    ],
    ids=str,
)
def test_settings_that_are_none(facts: dict[str, object], folder: Path) -> None:
    """They are not gone along with."""
    file = folder / "workspace.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | facts))
    with pytest.raises(WorkspaceDamaged, match=r"workspace\.json"):
        Workspace.at(folder)
