"""How large a form may be, and what is refused before anything of it is unpacked."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from si_kg.intake.forms.faults import FormBroken, FormTooLarge
from si_kg.language import Text

MOST_ROWS = 50_000
MOST_COLUMNS = 200
_MEGABYTE = 1_000_000
_MOST_UNPACKED = 60 * _MEGABYTE
_MOST_TEXT = 20 * _MEGABYTE
_MOST_PARTS = 2_000
_LOCKED = b"\xd0\xcf\x11\xe0"
ENCRYPTED = Text(
    "het is versleuteld of in de oude vorm bewaard; bewaar het opnieuw, zonder wachtwoord",
    "it is encrypted or saved in the old form; save it again, without a password",
)
DAMAGED = Text("het is beschadigd of iets anders", "it is damaged, or something else")


def check_packed(file: Path, kind: str) -> None:
    """Raise FormTooLarge or FormBroken for an archive that no spreadsheet program made."""
    with file.open("rb") as start:
        if start.read(len(_LOCKED)) == _LOCKED:
            broken(file, kind, ENCRYPTED)
    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile:
        broken(file, kind, DAMAGED)
    if sum(part.file_size for part in parts) > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
        too_large(file, _MOST_UNPACKED)
    if any(part.flag_bits & 1 for part in parts):
        broken(file, kind, ENCRYPTED)


def check_text(file: Path) -> None:
    """Raise FormTooLarge for a text that is longer than any form."""
    if file.stat().st_size > _MOST_TEXT:
        too_large(file, _MOST_TEXT)


def check_rows(file: Path, rows: Sequence[object]) -> None:
    """Raise FormTooLarge where there are more rows than a form may have."""
    if len(rows) > MOST_ROWS:
        too_large(file, _MOST_UNPACKED)


def too_large(file: Path, most: int = _MOST_UNPACKED) -> NoReturn:
    """Raise FormTooLarge."""
    raise FormTooLarge(file=file.name, most=most // _MEGABYTE, rows=MOST_ROWS)


def broken(file: Path, kind: str, reason: Text) -> NoReturn:
    """Raise FormBroken."""
    raise FormBroken(file=file.name, kind=kind, reason_nl=reason.nl, reason_en=reason.en)
