"""What a file is told from, where its ending does not say enough."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from si_kg import intake
from si_kg.errors import SiKgError
from si_kg.intake import Context
from si_kg.store import EmbeddedStore


@pytest.mark.parametrize("number", ["9" * 5000, "[" * 100_000], ids=["long", "deep"])
def test_json_that_is_too_much_is_told(number: str, tmp_path: Path) -> None:
    """By the line, as any other file that is no JSON."""
    file = tmp_path / "a.json"
    file.write_text(f'{{"a": {number}}}', "utf-8")
    context = Context(
        base="https://data.example.org/id/",
        name="a",
        who="Jo",
        day=date(2026, 1, 31),
        language="en",
        store=EmbeddedStore(ox.Store()),
    )
    with pytest.raises(SiKgError, match="line 1"):
        intake.read(file, context)
