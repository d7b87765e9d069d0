"""Whether the pages can be tested here."""

import os

import pytest

from browser import chromium


def test_there_is_a_browser() -> None:
    """Where there is none, this says so once for all tests of the pages; CI must have one."""
    found = chromium.program()
    if not found and not os.environ.get("CI"):
        pytest.skip(chromium.ABSENT)
    assert found, chromium.ABSENT
