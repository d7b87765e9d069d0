"""One writer, many readers: locks that the system frees when a process ends, however it ends."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from si_kg.workspace.faults import WorkspaceBusy

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # what is locked cannot be read there: lock a byte behind the text

    def _lock(handle: int, *, shared: bool) -> bool:
        if shared:
            return True  # a file that is open cannot be removed
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _lock(handle: int, *, shared: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def writing(file: Path, who: str) -> Iterator[None]:
    """Be the one writer for as long as this lasts.

    Raises WorkspaceBusy where another is, and OSError where the file cannot be made.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _lock(handle, shared=False):
            raise WorkspaceBusy(**_holder(handle))
        since = datetime.now(UTC).isoformat(timespec="seconds")
        _write(handle, {"who": who, "pid": os.getpid(), "since": since})
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def hold(file: Path) -> int | None:
    """A handle that keeps what `file` stands for from being removed until it is closed.

    None where it is being removed, or is gone.
    """
    try:
        handle = os.open(file, os.O_RDONLY)
    except FileNotFoundError:
        return None
    if _lock(handle, shared=True):
        return handle
    os.close(handle)
    return None


@contextmanager
def unless_held(file: Path) -> Iterator[bool]:
    """Whether nobody holds what `file` stands for; nobody can as long as this lasts."""
    handle = os.open(file, os.O_RDWR)
    try:
        yield _lock(handle, shared=False)
    finally:
        os.close(handle)


def _write(handle: int, about: dict[str, object]) -> None:
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(about).encode())


def _holder(handle: int) -> dict[str, object]:
    """What the writer says of itself; it may not have come to that yet."""
    try:
        about = json.loads(os.read(handle, 4096))
    except ValueError:
        about = {}
    return {key: about.get(key, "?") for key in ("who", "pid", "since")}
