"""Make a workspace where there is none: it is one when it is complete, and not before."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from si_kg.workspace import durable, locks
from si_kg.workspace.faults import ChangeUnsure, WorkspaceTaken, WorkspaceUnwritable
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
            with locks.writing(beside.lock, settings.who):
                yield Generations(beside)
                _settle(beside.folder, folder, settings)
        except ChangeUnsure as error:  # what is not sure to stay is not made here
            raise WorkspaceUnwritable(folder=folder, **error.facts) from None
        finally:
            shutil.rmtree(beside.folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Remove what a killed process began here.

    Raises WorkspaceTaken where there is more, or where a process is at work on what it began.
    """
    there = list(folder.iterdir())
    if not all(_UNFINISHED.fullmatch(path.name) for path in there):
        raise WorkspaceTaken(folder=folder)
    for path in there:
        with suppress(FileNotFoundError), locks.unless_held(Layout(path).lock) as is_free:
            if not is_free:
                raise WorkspaceTaken(folder=folder)
        shutil.rmtree(path)


def _settle(made: Path, folder: Path, settings: Settings) -> None:
    """Move all into its place; the file that makes it a workspace comes last.

    Raises WorkspaceTaken where another was first: of two, one moves the first folder.
    """
    try:
        (made / GENERATIONS).rename(folder / GENERATIONS)
    except OSError:
        if (folder / GENERATIONS).exists():
            raise WorkspaceTaken(folder=folder) from None
        raise
    try:
        (made / HEAD).rename(folder / HEAD)
        durable.sync_folder(folder)
        durable.replace(folder / SETTINGS, settings.write())
        durable.sync_folder(folder.parent)
    except BaseException:
        for name in (SETTINGS, HEAD):
            (folder / name).unlink(missing_ok=True)
        shutil.rmtree(folder / GENERATIONS)
        raise
