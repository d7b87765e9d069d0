"""In the place of an addition: nothing that is referred to goes unasked, and no place is lost."""

import json
from datetime import date
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
from workspaces import BASE, concept, content, incoming

from si_kg import intake
from si_kg.findings import Finding
from si_kg.intake import Bulk, Context, Incoming, forms
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import OWN
from si_kg.store import EmbeddedStore, rows
from si_kg.workspace import Workspace, adding
from si_kg.workspace.faults import AdditionNeeded, AdditionRefused, AdditionUnread, WorkspaceMissing

SWAP, LOAN = concept("swap"), concept("loan")
TO_SWAP = concept("gift", more="skos:related <swap>")
HEAD = "Id,Naam (Nederlands),Naam (Engels),Beschrijving (Nederlands),Beschrijving (Engels),"


@pytest.fixture
def workspace(mini_shipped: None, tmp_path: Path) -> Workspace:  # noqa: ARG001 (done before)
    """A new workspace on the mini graph."""
    return Workspace.init(tmp_path / "mine", who="Gemeente Voorbeeld", base=BASE)


@pytest.fixture(params=["small", "large", "bulk"])
def brought(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How what is added is held; where it is large, nothing is compared in memory."""
    if request.param == "large":
        monkeypatch.setattr(adding, "LARGE", 0)
    return str(request.param)


def _brought(turtle: str, way: str) -> Incoming:
    found = incoming(turtle)
    if way != "bulk":
        return found
    return Incoming(found.file, found.sha256, (), bulk=Bulk.written(found.file, found.triples))


def test_what_others_refer_to_is_not_replaced_away(workspace: Workspace, brought: str) -> None:
    """The refusal names it and who refers to it; what stays described may change."""
    workspace.add(incoming(SWAP + LOAN), name="mine")
    workspace.add(incoming(TO_SWAP), name="other")
    before = content(workspace)
    with pytest.raises(AdditionNeeded) as refused:
        workspace.add(_brought(LOAN, brought), name="mine", replace=True)
    for language, nothing in (("nl", "niets meer"), ("en", "nothing any more")):
        told = refused.value.message(language)
        assert all(each in told for each in ("swap", "other", "own.ttl", nothing))
    assert content(workspace) == before
    changed = SWAP.replace("Een", "Zo een")
    assert workspace.add(_brought(changed, brought), name="mine", replace=True).changed


def test_what_another_describes_too_may_go(workspace: Workspace) -> None:
    """And so may what nobody refers to."""
    workspace.add(incoming(SWAP + LOAN), name="mine")
    workspace.add(incoming(SWAP), name="theirs")
    workspace.add(incoming(TO_SWAP), name="other")
    assert workspace.add(incoming(concept("new")), name="mine", replace=True).changed


def test_a_fault_in_the_file_is_told_first(workspace: Workspace) -> None:
    """What was not read may be what others refer to; and that nothing was judged yet is told."""
    workspace.add(incoming(SWAP), name="mine")
    workspace.add(incoming(TO_SWAP), name="other")
    fault = Finding("Violation", "", "", "", "", Text("niet te lezen", "unreadable"))
    broken = Incoming(Path("own.ttl"), "1", incoming(LOAN).triples, (fault,))
    with pytest.raises(AdditionUnread) as refused:
        workspace.add(broken, name="mine", replace=True)
    assert refused.value.findings == (fault,)
    with pytest.raises(AdditionRefused) as judged:
        workspace.add(incoming("<nameless> a si:Concept ."), name="new")
    assert not isinstance(judged.value, AdditionUnread)


def test_a_deleted_row_is_no_longer_known(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Replacing, a name is looked up as in a workspace without the addition; adding, in all."""
    head = f"{HEAD}Vraagstuk,Is geïnspireerd door\n"
    first, second = "aa,Eerste,First,b,b,armoede,\n", "bb,Tweede,Second,b,b,armoede,Eerste\n"
    file = tmp_path / "r.csv"

    def read(text: str, name: str, store: EmbeddedStore) -> Incoming:
        file.write_text(head + text, "utf-8")
        return forms.read(file, Context(BASE, name, "Ada", date(2026, 1, 1), "nl", store))

    assert isinstance(graph.store, EmbeddedStore)
    both = read(first + second, "r", graph.store)
    assert both.faults == ()
    graph_of_r = ox.NamedNode(f"{OWN}r")
    quads = [
        ox.Quad(each.subject, each.predicate, each.object, graph_of_r) for each in both.triples
    ]
    store = EmbeddedStore.from_quads([*graph.store.engine, *quads])
    assert [fault.severity for fault in read(second, "s", store).faults] == ["Warning"]
    for name in ("Eerste", "eerste", "aa", f"{BASE}aa"):
        gone = read(second.replace("Eerste", name), "r", store)
        assert [fault.cell for fault in gone.faults] == ["G2"]
        assert f"‘{name}’" in gone.faults[0].message.nl
    assert read(first + second, "r", store).triples == both.triples


def test_init_is_proposed_where_it_works(tmp_path: Path) -> None:
    """In a folder that is not there or empty; there the line can be copied."""
    (tmp_path / "full folder").mkdir()
    empty, new = tmp_path / "full folder", tmp_path / "new"
    for language in LANGUAGES:
        assert f"`si-kg init '{empty}'`" in WorkspaceMissing(empty).message(language)
        assert f"`si-kg init {new}`" in WorkspaceMissing(new).message(language)
    (empty / "file").touch()
    for folder in (empty, empty / "file", tmp_path / "two\nlines"):
        assert "`si-kg init`" in WorkspaceMissing(folder).message("en")


@pytest.mark.parametrize("own_id", [{}, {"dc:identifier": "list-2026"}])
def test_one_table_under_two_names(
    own_id: dict[str, str], workspace: Workspace, tmp_path: Path
) -> None:
    """Each addition has its own source and rows, unless the mapping says what the source is."""
    schema = {
        "primaryKey": "nr",
        "aboutUrl": "thing-{nr}",
        "columns": [{"name": "nr"}, {"name": "name", "propertyUrl": "skos:altLabel", "lang": "en"}],
    }
    work = {"dc:title": "Ours", "dc:creator": ["Town", "Country"], "dc:issued": "2026", **own_id}
    mapping, table = tmp_path / "m.json", tmp_path / "one.csv"
    said = {"@context": "http://www.w3.org/ns/csvw", **work, "url": "one.csv"}
    mapping.write_text(json.dumps({**said, "tableSchema": schema}), "utf-8")
    table.write_text("nr,name\n1,First\n", "utf-8")
    for name in ("een", "twee"):
        read = partial(intake.read, table, mapping=mapping)
        workspace.add(read, name=name, accept_warnings=True)
    text = """PREFIX si: <https://w3id.org/si-kg/ontology#>
      PREFIX bibo: <http://purl.org/ontology/bibo/>
      SELECT DISTINCT ?place ?source ?makers WHERE {
        ?thing si:citation ?place . ?place si:inSource ?source . ?source bibo:authorList ?makers
        FILTER (STRENDS(STR(?thing), "thing-1")) }"""
    found = list(rows(workspace.store(), text))
    assert len({place for place, _, _ in found}) == 2
    sources = {(source.value, makers) for _, source, makers in found}
    names = {"list-2026"} if own_id else {"table-een", "table-twee"}
    assert {source.removeprefix(BASE) for source, _ in sources} == names
    assert len(sources) == len(names)
