"""What is too large to hold goes another way, and comes out the same."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from workspaces import BASE, concept, content, incoming

from si_kg import shipped
from si_kg.intake import Bulk, Incoming, about_shipped
from si_kg.intake.faults import RdfMalformed
from si_kg.progress import Progress
from si_kg.workspace import Outcome, Workspace, adding, deed, draft, removing
from si_kg.workspace.faults import AdditionRefused

Act = Callable[[Workspace], Outcome]

pytestmark = pytest.mark.usefixtures("mini_shipped")


def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of triples be too many to hold, or to take out one by one."""
    for module in (adding, deed, removing):
        monkeypatch.setattr(module, "LARGE", 3)
    monkeypatch.setattr(draft, "MANY", 3)


def _bulk(turtle: str, folder: Path) -> Incoming:
    """The same as `incoming` gives, in a file to be loaded as it stands."""
    made = incoming(turtle)
    file = folder / "own.nt"
    file.write_bytes(ox.serialize(made.triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    return Incoming(made.file, made.sha256, (), bulk=Bulk(file, file, ox.RdfFormat.N_TRIPLES))


_TWO = concept("swap", more="skos:broader id:sharing") + concept("trade")
_ACTS: dict[str, Act] = {
    "add": lambda it: it.add(incoming(_TWO), name="mine"),
    "add another": lambda it: it.add(incoming(concept("lend-out")), name="other"),
    "replace": lambda it: it.add(
        incoming(concept("swap", more="skos:broader <trade>") + concept("trade")),
        name="mine",
        replace=True,
    ),
    "replace by fewer": lambda it: it.add(incoming(concept("trade")), name="mine", replace=True),
    "remove": lambda it: it.remove("mine"),
    "remove another": lambda it: it.remove("other"),
}


def test_every_change_comes_out_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Near the change or over the whole store; counted rightly both times."""
    near, whole = (Workspace.init(tmp_path / name, who="Jo", base=BASE) for name in ("n", "w"))
    for name, act in _ACTS.items():
        told = act(near)
        with monkeypatch.context() as patched:
            _small(patched)
            told_too = act(whole)
        assert _stated(near) == _stated(whole), name
        near.check()
        whole.check()
        assert (told.kind, told.follows) == (told_too.kind, told_too.follows), name
        assert told.added - told.removed == told_too.added - told_too.removed, name


def _stated(workspace: Workspace) -> set[str]:
    """All but when it was, and in which workspace."""
    quads = map(str, content(workspace))
    return {quad for quad in quads if "generatedAtTime" not in quad and "urn:uuid:" not in quad}


def test_a_bulk_is_loaded_as_it_stands(tmp_path: Path) -> None:
    """With progress, and the same in the end; the same file again is no change."""
    held = Workspace.init(tmp_path / "held", who="Jo", base=BASE)
    loaded = Workspace.init(tmp_path / "loaded", who="Jo", base=BASE)
    held.add(incoming(_TWO), name="mine")
    steps: list[Progress] = []
    done = loaded.add(_bulk(_TWO, tmp_path), name="mine", tell=steps.append)
    assert done.added == 11
    assert _stated(loaded) == _stated(held)
    loading = [step for step in steps if step.step == "load"]
    assert loading[-1].done == loading[-1].total > 0
    assert not loaded.add(_bulk(_TWO, tmp_path), name="mine").changed
    more = loaded.add(_bulk(concept("swap"), tmp_path), name="mine", replace=True)
    assert (more.added, more.removed) == (5, 11)
    loaded.check()


def test_a_bulk_with_a_fault_is_dropped(tmp_path: Path) -> None:
    """Of syntax, met when half was loaded, or one that a shape finds."""
    workspace = Workspace.init(tmp_path / "mine", who="Jo", base=BASE)
    before = content(workspace)
    broken = _bulk(_TWO, tmp_path)
    assert broken.bulk
    with broken.bulk.source.open("ab") as file:
        file.write(b"<https://e.org/s> <https://e.org/p> .\n")
    with pytest.raises(RdfMalformed, match="line 12"):
        workspace.add(broken, name="mine")
    with pytest.raises(AdditionRefused):
        workspace.add(_bulk("<bad> a si:Concept .", tmp_path), name="mine")
    assert content(workspace) == before
    assert workspace.kept == [1]


def test_a_bulk_says_no_more_of_shipped_things_than_what_is_held(tmp_path: Path) -> None:
    """A statement about one is a warning; a link is none, nor is what is stated already."""
    says = """id:sharing skos:prefLabel "anders"@nl ; skos:exactMatch <mine> .
        id:lending skos:prefLabel "uitlenen"@nl ; ex:weight 1 .
        ex:weight a owl:AnnotationProperty ."""
    workspace = Workspace.init(tmp_path / "mine", who="Jo", base=BASE)
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(_bulk(says, tmp_path), name="mine")
    found = {(each.rule, each.focus, each.path) for each in refused.value.findings}
    held = about_shipped.findings(incoming(says).triples, workspace.store())
    assert found == {(each.rule, each.focus, each.path) for each in held}
    assert ("intake:not-your-own", "id:sharing", "skos:prefLabel") in found
    assert refused.value.counts["Warning"] == len(found)
    told = workspace.add(_bulk(says, tmp_path), name="mine", accept_warnings=True)
    assert {each.rule for each in told.findings} == {"intake:not-your-own"}


def test_in_pieces_a_bulk_is_told_once_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a thing and a property, however the triples are divided."""
    monkeypatch.setattr(about_shipped, "_TRIPLES_AT_ONCE", 1)
    workspace = Workspace.init(tmp_path / "mine", who="Jo", base=BASE)
    says = 'id:sharing skos:prefLabel "a"@nl , "b"@nl , "c"@nl .'
    told = workspace.add(_bulk(says, tmp_path), name="mine", accept_warnings=True)
    assert [each.rule for each in told.findings] == ["intake:not-your-own"]


def test_other_rules_derive_all_over(
    mini_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows is never by old rules and new ones at once."""
    workspace = Workspace.init(tmp_path / "mine", who="Jo", base=BASE)
    workspace.add(incoming(concept("swap")), name="mine")
    (mini_copy / "queries" / "rules" / "labels.rq").unlink()
    monkeypatch.setattr(shipped, "root", lambda: mini_copy)
    workspace.add(incoming(concept("trade")), name="other")
    assert not [quad for quad in content(workspace) if "own-derived/labels" in str(quad)]
    workspace.check()
