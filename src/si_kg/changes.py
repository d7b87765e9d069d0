"""What changed from version to version, as CHANGELOG.md tells it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from si_kg.errors import FileMalformed, FileUnreadable

CHANGES_FILE = "CHANGELOG.md"
_HEADING = re.compile(r"## (\S+) \((\d{4}-\d{2}-\d{2})\)")


@dataclass(frozen=True)
class Release:
    """A version, the day it was issued, and what changed, in English: Markdown, a text a change."""

    version: str
    day: date
    changes: tuple[str, ...]


def read_changes(file: Path) -> list[Release]:
    """The versions in `file`, the newest first.

    A heading is `## 1.2.0 (2026-01-31)`; what is not issued yet has another heading and is left
    out. Raises FileUnreadable, or FileMalformed for a day that does not exist.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    parts = zip(starts, [*starts[1:], len(lines)], strict=True)
    return [
        Release(found[1], _day(file, start, found[2]), _items(lines[start + 1 : end]))
        for start, end in parts
        if (found := _HEADING.fullmatch(lines[start].rstrip()))
    ]


def _day(file: Path, line: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FileMalformed(file=file, line=line + 1, syntax="Markdown", reason=text) from None


def _items(lines: list[str]) -> tuple[str, ...]:
    """The items of the list, each on one line."""
    found: list[str] = []
    for line in lines:
        if line.startswith("- "):
            found.append(line[2:].strip())
        elif found and line.startswith("  "):
            found[-1] += f" {line.strip()}"
    return tuple(found)
