"""Files that are on the disk once they are written, and not only on their way to it."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

# RocksDB never changes a table that it has written; its log for people and its lock are its own.
_UNCHANGING = ".sst"
_LEFT_OUT = ("LOCK", "LOG")


def write(file: Path, body: bytes) -> None:
    """Make the file; when this returns, a power cut does not undo it. Raises OSError."""
    with file.open("xb") as stream:
        stream.write(body)
        stream.flush()
        os.fsync(stream.fileno())


def replace(file: Path, body: bytes) -> None:
    """Put another content in the place of what the file holds, in one step; raises OSError."""
    with whole(file) as stream:
        stream.write(body)


@contextmanager
def whole(file: Path) -> Iterator[BinaryIO]:
    """A file to write, that takes the place of `file` once that went well; raises OSError."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    beside = file.with_name(f".{token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make sure of what was made, moved and removed in the folder; raises OSError."""
    if os.name == "posix":  # elsewhere a folder cannot be opened, and moving is durable by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make sure of every file under the folder, and of the folders; raises OSError."""
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        elif path.stat().st_nlink == 1:  # a link is to a file that was made sure of before
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
    sync_folder(folder)


def link(old: Path, new: Path) -> None:
    """The same unchanging file in another place: a hard link, or a copy where there are none."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def copy_store(old: Path, new: Path) -> None:
    """A closed Oxigraph store in another place, of which nothing is shared that changes."""
    new.mkdir()
    for file in old.iterdir():
        if file.suffix == _UNCHANGING:
            link(file, new / file.name)
        elif not file.name.startswith(_LEFT_OUT):
            shutil.copyfile(file, new / file.name)


def tidy_store(folder: Path) -> None:
    """Leave out of a closed store what it does without."""
    for file in folder.iterdir():
        if file.name.startswith(_LEFT_OUT):
            file.unlink()
