"""A store on disk: made from the build, whole or not at all."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Cli

import si_kg
from si_kg import snapshot
from si_kg.errors import FileUnwritable
from si_kg.shipped import GRAPH_FILE
from si_kg.store import EmbeddedStore, disk, on_disk
from si_kg.store.faults import FolderTaken

ONE, TWO = b"<x:s> <x:p> <x:1> <x:g> .\n", b"<x:s> <x:p> <x:2> <x:g> .\n"


def _quads(folder: Path) -> set[ox.Quad]:
    store = on_disk(folder)
    assert isinstance(store, EmbeddedStore)
    return set(store.engine)


def _read(body: bytes) -> set[ox.Quad]:
    return set(ox.parse(body, format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("there", [True, False], ids=["empty", "absent"])
def test_a_store_is_made(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """In a new or empty folder, parents included; nothing is left beside it."""
    folder = tmp_path / "a" / "b"
    if there:
        folder.mkdir(parents=True)
    disk.write(ONE, folder)
    assert _quads(folder) == _read(ONE)
    assert list(folder.parent.iterdir()) == [folder]


def test_a_store_is_replaced(tmp_path: Path) -> None:
    """Not added to; who has it open keeps reading the old one."""
    folder = tmp_path / "store"
    disk.write(ONE, folder)
    reader = on_disk(folder)
    disk.write(TWO, folder)
    assert _quads(folder) == _read(TWO)
    assert isinstance(reader, EmbeddedStore)
    assert set(reader.engine) == _read(ONE)
    assert list(tmp_path.iterdir()) == [folder]


def test_nothing_else_is_taken_away(tmp_path: Path) -> None:
    """A folder with files of somebody, or a file, is refused as it is."""
    (tmp_path / "mine.txt").write_text("x")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(FolderTaken):
            disk.write(ONE, place)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_store_stays_when_the_next_cannot_be_made(tmp_path: Path) -> None:
    """Quads that break off leave the old store, and nothing beside it."""
    folder = tmp_path / "store"
    disk.write(ONE, folder)
    with pytest.raises(SyntaxError):
        disk.write(ONE + b"<x:s> <x:p", folder)
    assert _quads(folder) == _read(ONE)
    assert list(tmp_path.iterdir()) == [folder]


def test_a_store_returns_when_the_next_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last step fails too: the old store stands where it stood."""
    folder = tmp_path / "store"
    disk.write(ONE, folder)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(FileUnwritable):
        disk.write(TWO, folder)
    assert _quads(folder) == _read(ONE)


def test_a_place_that_cannot_be_written() -> None:
    """A device is no folder."""
    with pytest.raises(FileUnwritable):
        disk.write(ONE, Path("/dev/null/store"))


def test_the_build_makes_one(mini_cli: Cli, mini_built: Path, tmp_path: Path) -> None:
    """`si-kg build --disk` makes a store that holds the build, and leaves the build alone."""
    before = (mini_built / GRAPH_FILE).stat().st_mtime_ns
    ran = mini_cli("build", "--disk", str(tmp_path / "store"))
    assert (ran.code, ran.err) == (0, "")
    assert _quads(tmp_path / "store") == _read((mini_built / GRAPH_FILE).read_bytes())
    assert (mini_built / GRAPH_FILE).stat().st_mtime_ns == before
    graph = si_kg.open(tmp_path / "store", "en")
    assert graph.query("concepts")


def test_a_build_can_make_both(mini: Path, tmp_path: Path) -> None:
    """The same graph twice."""
    snapshot.build(mini, tmp_path / "build", "0.0.0", disk=tmp_path / "store")
    assert _quads(tmp_path / "store") == _read((tmp_path / "build" / GRAPH_FILE).read_bytes())


@pytest.mark.parametrize(("language", "said"), [("nl", "iets anders"), ("en", "something else")])
def test_the_command_says_what_is_in_the_way(
    language: str, said: str, mini_cli: Cli, tmp_path: Path
) -> None:
    """One line, and the folder as it was."""
    (tmp_path / "mine.txt").write_text("x")
    ran = mini_cli("build", "--disk", str(tmp_path), "--lang", language)
    assert ran.code == 2
    assert said in ran.err
