"""Make a workspace where there is none: it is one when it is complete, and not before."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from si_kg.workspace import durable
from si_kg.workspace.faults import WorkspaceTaken
from si_kg.workspace.generations import Generations, unwritable
from si_kg.workspace.layout import GENERATIONS, HEAD, SETTINGS, Layout
from si_kg.workspace.records import Settings

_UNFINISHED = re.compile(r"\.founding-[0-9a-f]{8}")


@contextmanager
def founded(folder: Path, settings: Settings) -> Iterator[Generations]:
    """Generations to put a first state in, that then are those of a workspace in `folder`.

    Raises WorkspaceTaken where the folder is not empty, or WorkspaceUnwritable.
    """
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        beside = Layout(folder / f".founding-{token_hex(4)}")
        try:
            beside.generations.mkdir(parents=True)
            yield Generations(beside)
            _settle(beside.folder, folder, settings)
        finally:
            shutil.rmtree(beside.folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Remove what a killed process began here; raises WorkspaceTaken where there is more."""
    there = list(folder.iterdir())
    if not all(_UNFINISHED.fullmatch(path.name) for path in there):
        raise WorkspaceTaken(folder=folder)
    for path in there:
        shutil.rmtree(path)


def _settle(made: Path, folder: Path, settings: Settings) -> None:
    """Move all into its place; the file that makes it a workspace comes last."""
    for name in (GENERATIONS, HEAD):
        (made / name).rename(folder / name)
    try:
        durable.sync_folder(folder)
        durable.replace(folder / SETTINGS, settings.write())
    except OSError:
        shutil.rmtree(folder / GENERATIONS)
        (folder / HEAD).unlink()
        raise
    durable.sync_folder(folder.parent)
