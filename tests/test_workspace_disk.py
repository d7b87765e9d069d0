"""A disk that fails: a clear error, and a workspace as it was."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from workspaces import BASE, concept, content, files, incoming

from si_kg.workspace import Workspace, durable
from si_kg.workspace.faults import ChangeUnsure, WorkspaceUnwritable

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one addition."""
    made = Workspace.init(tmp_path / "mine", who="Gemeente Voorbeeld", base=BASE)
    made.add(incoming(concept("swap")), name="mine")
    return made


class Failing:
    """Lets so many calls pass, and then fails as a full disk does, each time."""

    def __init__(self, passing: int) -> None:
        self.left = passing

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, as long as the disk is not full."""

        def limited(*arguments: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **named)

        return limited


def _fill(monkeypatch: pytest.MonkeyPatch, passing: int) -> Failing:
    """Make the disk full after so many things that are written, made sure of or moved."""
    failing = Failing(passing)
    for owner, name in (
        (os, "fsync"),
        (shutil, "copyfile"),
        (durable, "write"),
        (Path, "rename"),
        (Path, "replace"),
        (Path, "mkdir"),
    ):
        monkeypatch.setattr(owner, name, failing.around(getattr(owner, name)))
    return failing


@pytest.mark.parametrize("act", ["add", "remove", "undo"])
def test_a_disk_that_is_full_at_any_step(
    act: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step fails once; after each but the very last the workspace is what it was."""
    acts: dict[str, Callable[[], object]] = {
        "add": lambda: workspace.add(incoming(concept("trade")), name="other"),
        "remove": lambda: workspace.remove("mine"),
        "undo": workspace.undo,
    }
    before, kept = content(workspace), workspace.kept
    steps = 0
    while True:
        with monkeypatch.context() as patched:
            failing = _fill(patched, steps)
            try:
                acts[act]()
            except WorkspaceUnwritable as error:
                assert "space" in error.message("en")  # noqa: PT017 (how often it fails is not known)
            except ChangeUnsure:
                break
        assert failing.left < 0
        assert (content(workspace), workspace.kept) == (before, kept)
        assert not [path for path in files(workspace.folder) if ".new-" in path]
        steps += 1
    assert steps > 10
    assert workspace.kept == [*kept, kept[-1] + 1]
    workspace.check()


def test_a_folder_that_may_not_be_written(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer is told so; a reader needs nothing but reading."""
    open_ = os.open

    def read_only(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return open_(path, flags, *rest, **named)

    before = files(workspace.folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", read_only)
        with pytest.raises(WorkspaceUnwritable, match="Read-only"):
            workspace.remove("mine")
        assert content(workspace)
    assert files(workspace.folder) == before


def test_a_new_workspace_needs_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a step fails there is no workspace, and the folder can be used once there is room."""
    folder = tmp_path / "mine"
    folder.mkdir()
    steps, failed = 0, True
    while failed:
        with monkeypatch.context() as patched:
            failing = _fill(patched, steps)
            with suppress(WorkspaceUnwritable):
                Workspace.init(folder, who="Jo")
            failed = failing.left < 0
        assert list(folder.iterdir()) == [] or not failed
        steps += 1
    assert steps > 10
    Workspace.at(folder).check()


def test_hard_links_are_no_condition(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk has none, files are copied."""

    def refuses(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuses)
    workspace.add(incoming(concept("trade")), name="other")
    workspace.check()


_LIMITED = """
import resource, sys
from pathlib import Path
import si_kg.validation
from si_kg import shipped
from si_kg.errors import SiKgError
from workspaces import Workspace, concept, incoming

shipped.root = lambda: Path(sys.argv[2])
workspace = Workspace.at(Path(sys.argv[1]))
most = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    workspace.add(incoming("".join(concept(f"c{each}") for each in range(300))), name="many")
except SiKgError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems do not limit the size of files")
@pytest.mark.parametrize("most", [0, 3_000, 60_000, 200_000], ids="{:,} bytes".format)
def test_a_disk_that_refuses_the_database_too(most: int, workspace: Workspace, mini: Path) -> None:
    """No file may grow beyond so much, which the storage engine meets as any other does."""
    before = content(workspace)
    arguments = [str(workspace.folder), str(mini), str(most)]
    ran = subprocess.run(
        [sys.executable, "-c", _LIMITED, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    assert (ran.stdout.strip(), ran.stderr) == ("WorkspaceUnwritable", "")
    assert content(workspace) == before
    assert workspace.kept == [1, 2]
    workspace.check()
