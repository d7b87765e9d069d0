"""The list of changes: read as it is written, refused where a day does not exist."""

from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from si_kg.changes import CHANGES_FILE, read_changes
from si_kg.errors import FileMalformed, FileUnreadable
from si_kg.knowledge_graph import installed_version

LISTED = """# Changes

Some words.

## Unreleased

- Not yet.

## 1.1.0 (2026-02-03)

- One thing
  on two lines.
- Another.

## 1.0.0 (2026-01-31)

- The first.
"""


def test_versions_are_read_with_their_changes(tmp_path: Path) -> None:
    """The newest first; what is not issued is left out."""
    file = tmp_path / CHANGES_FILE
    file.write_text(LISTED, "utf-8")
    new, old = read_changes(file)
    assert (new.version, new.day) == ("1.1.0", date(2026, 2, 3))
    assert new.changes == ("One thing on two lines.", "Another.")
    assert (old.version, old.changes) == ("1.0.0", ("The first.",))


def test_our_own_list_begins_with_this_version() -> None:
    """What is installed is what was changed last."""
    assert read_changes(ROOT / CHANGES_FILE)[0].version == installed_version()


def test_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """With its line."""
    file = tmp_path / CHANGES_FILE
    file.write_text(LISTED.replace("2026-01-31", "2026-02-31"), "utf-8")
    with pytest.raises(FileMalformed, match="line 15"):
        read_changes(file)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """It is named."""
    with pytest.raises(FileUnreadable, match=CHANGES_FILE):
        read_changes(tmp_path / CHANGES_FILE)
