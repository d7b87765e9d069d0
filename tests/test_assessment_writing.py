"""A form is written whole or not at all."""

from pathlib import Path

import pytest
from plans import small_graph

from si_kg.assessment.faults import (
    FormExists,
)
from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.errors import FileUnwritable

NEW = "criteria.new-ideas"


@pytest.fixture(scope="module")
def form() -> Form:
    """The form of the small graph, in Dutch."""
    return small_graph().form()


@pytest.mark.parametrize("name", ["plan.yaml", "plan.xlsx"])
def test_a_file_is_only_overwritten_by_force(form: Form, tmp_path: Path, name: str) -> None:
    """And nothing is left beside it."""
    path = tmp_path / name
    path.write_text("mine")
    with pytest.raises(FormExists, match="--force"):
        form.write(path)
    assert path.read_text() == "mine"
    form.write(path, force=True)
    assert form.read(path) == Plan()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["plan.yaml", "plan.xlsx"])
def test_a_place_that_cannot_be_written_stays_as_it_was(
    form: Form, tmp_path: Path, name: str
) -> None:
    """No folder there, a folder of that name, a name that no system allows."""
    (tmp_path / name).mkdir()
    for path in (tmp_path / "no" / name, tmp_path / name, tmp_path / ("x" * 300 + name)):
        with pytest.raises(FileUnwritable):
            form.write(path, force=True)
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_a_full_disk_leaves_no_half_file(
    form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there stays, and what was begun goes."""
    path = tmp_path / "plan.yaml"
    path.write_text("mine")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileUnwritable):
        form.write(path, force=True)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"]
