"""Accepted warnings about things without a name, that nobody can tell from one another."""

from pathlib import Path

import pytest
from workspaces import BASE, incoming

from si_kg.workspace import Workspace
from si_kg.workspace.faults import AdditionRefused

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace on the mini graph."""
    return Workspace.init(tmp_path / "mine", who="Jo", base=BASE)


def _nameless(label: str) -> str:
    return f'<{label}> skos:related [ a si:Concept ; skos:prefLabel "{label}"@nl , "{label}"@en ] .'


def _accepted(workspace: Workspace) -> dict[str, int]:
    return {
        each.name: sum(warning.count for warning in each.accepted) for each in workspace.additions
    }


def test_what_is_accepted_of_one_thing_is_not_accepted_of_another(workspace: Workspace) -> None:
    """Though the warning is the same in every word."""
    workspace.add(incoming(_nameless("swap")), name="swap", accept_warnings=True)
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(incoming(_nameless("trade")), name="trade")
    assert [(each.focus, each.rule) for each in refused.value.findings] == [
        ("", "sis:Concept-definition")
    ]


def test_each_addition_is_said_to_have_its_own(workspace: Workspace) -> None:
    """Also once the other one is gone."""
    for name in ("swap", "trade"):
        workspace.add(incoming(_nameless(name)), name=name, accept_warnings=True)
    assert _accepted(workspace) == {"swap": 1, "trade": 1}
    workspace.remove("swap")
    assert _accepted(workspace) == {"trade": 1}
