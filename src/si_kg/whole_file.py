"""Write a file that appears only when it is complete."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from si_kg.errors import FileUnwritable

_unfinished: set[Path] = set()


def write_whole(place: Path, pieces: Iterable[bytes]) -> None:
    """Put the pieces in the file `place`: written beside it, and moved there after the last one.

    What stood there stays until then, and for good where a piece cannot be made. A device or pipe
    is written to as it is; a link keeps pointing to where it did. Raises FileUnwritable.
    """
    try:
        target = place.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError:
        raise FileUnwritable(file=place) from None


def discard_unfinished() -> None:
    """Remove what is being written, for a process that is about to be ended."""
    for beside in list(_unfinished):
        beside.unlink(missing_ok=True)


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    beside = target.with_name(f".{token_hex(8)}.part")
    _unfinished.add(beside)
    try:
        with beside.open("xb") as file:
            file.writelines(pieces)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
        _unfinished.discard(beside)
