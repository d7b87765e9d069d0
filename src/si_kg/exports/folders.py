"""Several files in one place that appear together: in a folder, or in a ZIP file."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from si_kg.errors import FileUnwritable
from si_kg.exports.faults import FolderOfOthers
from si_kg.whole_file import write_whole
from si_kg.whole_folder import whole_folder

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows: the same content gives the same file
_READABLE = 0o644 << 16


def save_together(files: Mapping[str, bytes], place: Path, mark: str) -> None:
    """Put the files in the folder `place`, or in the ZIP file where its name ends so.

    What stood there stays until all are written. A folder is replaced only where it is empty or
    holds `mark` and CSV files alone. Raises FolderOfOthers, FileUnwritable.
    """
    if place.suffix.lower() == ".zip":
        write_whole(place, [_zipped(files)])
        return
    folder = place.resolve()
    try:
        _refuse_others(folder, mark)
        with whole_folder(folder) as new:
            new.mkdir()
            for name, content in files.items():
                (new / name).write_bytes(content)
    except OSError:
        raise FileUnwritable(file=place) from None


def _zipped(files: Mapping[str, bytes]) -> bytes:
    body = BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = 3
            archive.writestr(entry, files[name])
    return body.getvalue()


def _refuse_others(folder: Path, mark: str) -> None:
    if not folder.exists():
        return
    inside = list(folder.iterdir())
    ours = (folder / mark).is_file() and all(
        file.name == mark or file.suffix == ".csv" for file in inside
    )
    if inside and not ours:
        raise FolderOfOthers(folder=folder)
