"""A workspace: additions go in whole or not at all, and every state stays what it was."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pyoxigraph as ox
import pytest
from workspaces import BASE, concept, content, incoming, own

import si_kg
from si_kg import deriving, shipped
from si_kg.errors import SiKgError
from si_kg.findings import Finding, Kind
from si_kg.intake import Context, Incoming
from si_kg.language import Text
from si_kg.namespaces import OWN, OWN_DERIVED, WORKSPACE
from si_kg.store import EmbeddedStore
from si_kg.workspace import Workspace
from si_kg.workspace.faults import (
    AdditionEmpty,
    AdditionInUse,
    AdditionNameRefused,
    AdditionNotFound,
    AdditionRefused,
    AdditionTaken,
    BaseRefused,
    GenerationGone,
    NothingToUndo,
    WorkspaceBusy,
    WorkspaceDamaged,
    WorkspaceMissing,
    WorkspaceNewer,
    WorkspaceTaken,
)
from si_kg.workspace.generations import KEPT

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace."""
    return Workspace.init(tmp_path / "mine", who="Gemeente Voorbeeld", base=BASE)


def test_a_new_workspace_holds_the_shipped_graph(workspace: Workspace, mini_built: Path) -> None:
    """All of it, and nothing else but what it says of itself; it is counted."""
    quads = ox.parse(path=mini_built / shipped.GRAPH_FILE, format=ox.RdfFormat.N_QUADS)
    held = frozenset(workspace.store().engine)
    assert len(held) == workspace.state.quads
    beside = {quad.graph_name for quad in held - set(quads)}
    assert beside == {ox.NamedNode(WORKSPACE), ox.NamedNode(OWN_DERIVED.rstrip("/"))}
    assert [(event.kind, event.number) for event in workspace.history] == [("init", 1)]
    assert Workspace.at(workspace.folder).settings == workspace.settings
    workspace.check()


def test_an_addition_has_a_graph_of_its_own(workspace: Workspace) -> None:
    """What it says, what follows from it, and who added it: each in a graph apart."""
    before = content(workspace)
    done = workspace.add(incoming(concept("swap", more="skos:broader id:sharing")), name="mine")
    after = content(workspace)
    assert before <= after
    fresh: dict[str, int] = {}
    for quad in after - before:
        assert isinstance(quad.graph_name, ox.NamedNode)
        fresh[quad.graph_name.value] = fresh.get(quad.graph_name.value, 0) + 1
    told = fresh.pop(WORKSPACE)
    assert fresh == {
        f"{OWN}mine": 6,
        f"{OWN_DERIVED}inverses": 1,
        f"{OWN_DERIVED}labels": 2,
        f"{OWN_DERIVED}types": 1,
    }
    assert (done.changed, done.number, done.added, done.follows) == (True, 2, 6, 4)
    assert told > 8
    addition = workspace.state.addition("mine")
    assert (addition.triples, addition.who, addition.file, addition.licence) == (
        6,
        "Gemeente Voorbeeld",
        "own.ttl",
        None,
    )
    workspace.check()


def test_the_graph_says_who_added_what(workspace: Workspace) -> None:
    """In PROV-O and DCTERMS, in both languages, with no path of this computer."""
    workspace.add(
        incoming(concept("swap"), "/home/jo/secret/own.ttl"),
        name="mine",
        who="Jo",
        licence="https://creativecommons.org/licenses/by/4.0/",
    )
    store = workspace.store()
    said = {
        str(quad.predicate.value).rpartition("#")[2].rpartition("/")[2]: quad.object
        for quad in store.engine.quads_for_pattern(None, None, None, ox.NamedNode(WORKSPACE))
        if quad.subject == ox.NamedNode(f"{OWN}mine")
    }
    assert said["license"] == ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
    assert said["triples"] == ox.Literal(5)
    assert said["wasAttributedTo"] == ox.NamedNode(f"{OWN}mine#maker")
    assert "secret" not in str(store.engine)
    workspace.add(incoming(concept("lend-out")), name="two")
    text = str(workspace.store().engine)
    assert '"Licentie onbekend"@nl' in text
    assert '"Licence unknown"@en' in text


def test_a_violation_stops_all_of_it(workspace: Workspace) -> None:
    """One good thing and a bad one: neither is added, and the finding says which is bad."""
    before, state = content(workspace), workspace.state
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(incoming(concept("swap") + "<bad> a si:Concept ."), name="mine")
    severe = [each for each in refused.value.findings if each.severity == "Violation"]
    assert [(each.focus, each.rule) for each in severe] == [
        (f"{BASE}bad", "sis:Concept-label"),
    ]
    assert refused.value.counts["Violation"] == 1
    assert (content(workspace), workspace.state) == (before, state)


def test_warnings_are_accepted_or_stop_it(workspace: Workspace) -> None:
    """What was accepted is written down, and is not asked for again."""
    vague = incoming(concept("swap", defined=False))
    with pytest.raises(AdditionRefused):
        workspace.add(vague, name="mine")
    done = workspace.add(vague, name="mine", accept_warnings=True)
    assert [each.severity for each in done.findings] == ["Warning"]
    (accepted,) = workspace.state.addition("mine").accepted
    assert (accepted.rule, accepted.count) == ("sis:Concept-definition", 1)
    assert "Define the concept" in str(workspace.store().engine)
    more = incoming(concept("swap", defined=False, more='skos:altLabel "ruil"@nl'))
    again = workspace.add(more, name="mine", replace=True)
    assert (again.changed, again.findings, dict(again.kinds)) == (True, (), {})
    mended = incoming(concept("swap"))
    workspace.add(mended, name="mine", replace=True)
    assert workspace.state.addition("mine").accepted == ()
    with pytest.raises(AdditionRefused):
        workspace.add(vague, name="mine", replace=True)


def test_faults_of_the_file_itself_stop_it(workspace: Workspace) -> None:
    """A violation that was met while reading; nothing is derived or validated then."""
    fault = Finding("Violation", "", "", "", "intake:x", Text("fout", "wrong"), "own.ttl", 3)
    made = incoming(concept("swap"))
    broken = Incoming(made.file, made.sha256, made.triples, (fault,))
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(broken, name="mine")
    assert refused.value.findings == (fault,)


def test_findings_are_located_in_the_file(workspace: Workspace) -> None:
    """By what was read, where they are about a thing in it."""
    made = incoming("<bad> a si:Concept .")

    def place(finding: Finding) -> Finding:
        return Finding(**{**finding.__dict__, "file": "own.ttl", "line": 7})

    placed = Incoming(made.file, made.sha256, made.triples, place=place)
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(placed, name="mine")
    assert {each.place() for each in refused.value.findings} == {"own.ttl:7"}


def test_what_reads_the_file_is_told_into_what(workspace: Workspace) -> None:
    """Its base, the name of the addition, who and in which language; names can be looked up."""
    seen: list[Context] = []

    def read(context: Context) -> Incoming:
        seen.append(context)
        return incoming(concept("swap"))

    workspace.add(read, name="mine", who="Jo", language="nl")
    (context,) = seen
    assert (context.base, context.name, context.who, context.language) == (BASE, "mine", "Jo", "nl")
    assert bool(context.store.query("ASK { ?thing a ?kind }"))


def test_the_same_again_is_no_change(workspace: Workspace) -> None:
    """Whether or not it may replace what is there."""
    workspace.add(incoming(concept("swap")), name="mine")
    for replace in (False, True):
        again = workspace.add(incoming(concept("swap")), name="mine", replace=replace)
        assert (again.changed, again.number) == (False, 2)
    assert workspace.kept == [1, 2]


def test_another_file_under_the_same_name_must_be_wanted(workspace: Workspace) -> None:
    """Then only what differs is written, and nothing else changes."""
    workspace.add(incoming(concept("other")), name="other")
    workspace.add(incoming(concept("swap") + concept("trade")), name="mine")
    before = content(workspace)
    new = incoming(concept("swap") + concept("barter"))
    with pytest.raises(AdditionTaken):
        workspace.add(new, name="mine")
    done = workspace.add(new, name="mine", replace=True)
    assert (done.kind, done.added, done.removed) == ("replace", 5, 5)
    kept = [quad for quad in before & content(workspace) if "swap" in str(quad)]
    assert len(kept) == 5 + 3
    gone = {quad for quad in before - content(workspace) if not _tells_when(quad)}
    assert gone == {quad for quad in before if "trade" in str(quad) or _changes(quad)}
    workspace.check()


def _tells_when(quad: ox.Quad) -> bool:
    """That changes too, unless it is in the same second."""
    return quad.predicate.value.endswith("#generatedAtTime")


def _changes(quad: ox.Quad) -> bool:
    """What is said of the content of the file."""
    return "sha256" in quad.predicate.value and "own/mine" in str(quad.subject)


def test_blank_nodes_of_two_additions_stay_apart(workspace: Workspace) -> None:
    """Also where both files have the same."""
    for name in ("one", "two"):
        read = incoming(concept(name, more="skos:note [ rdfs:comment 'x' ]"))
        workspace.add(read, name=name)
    comments = workspace.store().engine.quads_for_pattern(
        None, ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#comment"), ox.Literal("x")
    )
    assert len({quad.subject for quad in comments}) == 2


def test_a_trial_changes_nothing(workspace: Workspace) -> None:
    """It tells what would come of it."""
    before = content(workspace)
    done = workspace.add(incoming(concept("swap")), name="mine", dry_run=True)
    assert (done.changed, done.added) == (False, 5)
    assert done.follows > 0
    assert content(workspace) == before
    assert workspace.kept == [1]


def test_removing_leaves_no_trace_in_the_graph(workspace: Workspace) -> None:
    """As if it was never there; the history knows."""
    before = content(workspace)
    workspace.add(incoming(concept("swap", more="skos:broader id:sharing")), name="mine")
    done = workspace.remove("mine")
    assert done.removed == 6
    assert content(workspace) == before
    assert workspace.additions == ()
    assert [event.kind for event in workspace.history] == ["init", "add", "remove"]
    workspace.check()


def test_what_others_refer_to_is_not_removed_unasked(workspace: Workspace) -> None:
    """The message names them."""
    workspace.add(incoming(concept("swap")), name="mine")
    workspace.add(incoming(concept("trade", more="skos:broader <swap>")), name="other")
    with pytest.raises(AdditionInUse, match="other"):
        workspace.remove("mine")
    workspace.remove("mine", dangling=True)
    assert [addition.name for addition in workspace.additions] == ["other"]
    workspace.check()


def test_undo_goes_back_a_step_each_time(workspace: Workspace) -> None:
    """A step of its own: history is never rewritten."""
    states = [content(workspace)]
    for name in ("one", "two"):
        workspace.add(incoming(concept(name)), name=name)
        states.append(content(workspace))
    assert workspace.undo().name == "two"
    assert content(workspace) == states[1]
    workspace.undo()
    assert content(workspace) == states[0]
    with pytest.raises(NothingToUndo):
        workspace.undo()
    workspace.add(incoming(concept("three")), name="three")
    workspace.undo()
    assert content(workspace) == states[0]
    kinds = [event.kind for event in workspace.history]
    assert kinds == ["init", "add", "add", "undo", "undo", "add", "undo"]
    workspace.check()


def test_old_states_are_kept_for_a_while(workspace: Workspace) -> None:
    """And removed then, but for one that somebody reads."""
    engine = workspace.store().engine  # as rdflib has it, which knows no more than the engine
    held = frozenset(engine)
    for number in range(KEPT + 2):
        workspace.add(incoming(concept(f"c{number}")), name=f"a{number}")
    newest = KEPT + 3
    assert workspace.kept == [1, *range(newest - KEPT + 1, newest + 1)]
    assert frozenset(engine) == held
    with pytest.raises(GenerationGone, match=str(newest)):
        workspace.store(2)
    del engine
    workspace.undo()
    assert workspace.kept == list(range(newest - KEPT + 2, newest + 2))


def test_a_reader_sees_its_state_to_the_end(workspace: Workspace) -> None:
    """Whatever is written meanwhile."""
    reader = workspace.store()
    held, before = frozenset(reader.engine), content(workspace)
    workspace.add(incoming(concept("swap")), name="mine")
    assert frozenset(reader.engine) == held
    assert content(workspace) > before


def test_readers_never_see_half_a_change(workspace: Workspace) -> None:
    """Every state that is opened while somebody writes is complete, and none has to wait."""
    seen: list[tuple[int, int]] = []
    done = Event()

    def read() -> None:
        while not done.is_set():
            store = workspace.store()
            seen.append((store.number, len(store.engine)))

    reader = Thread(target=read)
    reader.start()
    for number in range(6):
        workspace.add(incoming(concept(f"c{number}")), name=f"a{number}")
    done.set()
    reader.join()
    counts = {number: sum(1 for _ in workspace.store(number).engine) for number in workspace.kept}
    assert len({number for number, _ in seen}) > 3
    assert all(counts[number] == count for number, count in seen)


def test_the_differences_between_two_states(workspace: Workspace) -> None:
    """Per addition, triple by triple; all else only when asked."""
    workspace.add(incoming(concept("swap")), name="mine")
    workspace.add(
        incoming(concept("swap", more='skos:altLabel "ruil"@nl')), name="mine", replace=True
    )
    (added,) = workspace.diff()
    assert (added.addition, added.is_added, str(added.triple.object)) == ("mine", True, '"ruil"@nl')
    (removed,) = workspace.diff(3, 2)
    assert (removed.is_added, removed.triple) == (False, added.triple)
    assert len(list(workspace.diff(1))) == 6
    graphs = {each.graph.value for each in workspace.diff(1, everything=True)}
    assert graphs == {f"{OWN}mine", f"{OWN_DERIVED}labels", f"{OWN_DERIVED}types", WORKSPACE}
    with pytest.raises(GenerationGone):
        workspace.diff(7, 9)


def test_upgrading_keeps_what_was_added(
    workspace: Workspace, mini_copy: Path, tmp_path: Path
) -> None:
    """On another build; what follows is derived again from both."""
    workspace.add(incoming(concept("swap", more="skos:broader id:sharing")), name="mine")
    stated = own(workspace)
    build = _other_build(
        mini_copy, tmp_path, 'id:giving a si:Concept ; skos:prefLabel "geven"@nl .'
    )
    done = workspace.upgrade(build)
    assert done.changed
    before, after = done.graphs["data"]
    assert after == before + 2
    assert own(workspace) == stated
    assert workspace.history[-1].kind == "upgrade"
    assert "geven" in str(workspace.store().engine)
    assert not workspace.upgrade(build).changed
    workspace.check()
    workspace.undo()
    assert "geven" not in str(workspace.store().engine)
    workspace.check()


def test_an_upgrade_is_held_against_what_was_added(
    mini_copy: Path, mini_built: Path, tmp_path: Path
) -> None:
    """A warning that was accepted stays so; what another build makes wrong stops the upgrade."""
    richer = _other_build(mini_copy, tmp_path, 'id:extra skos:prefLabel "extra"@nl .')
    workspace = Workspace.init(tmp_path / "mine", who="Jo", base=BASE, build=richer)
    workspace.add(incoming(concept("a", defined=False)), name="a", accept_warnings=True)
    assert workspace.upgrade(mini_built).changed
    workspace.undo()
    workspace.add(incoming("id:extra a si:Concept ; skos:definition 'Een.'@nl ."), name="b")
    before = content(workspace)
    with pytest.raises(AdditionRefused) as refused:
        workspace.upgrade(mini_built)
    assert [each.focus for each in refused.value.findings] == ["id:extra"]
    assert content(workspace) == before
    workspace.check()


def test_an_upgrade_applies_other_rules_and_shapes(
    workspace: Workspace, mini_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the graph that comes along is the same: all is derived and checked again."""
    assert not workspace.upgrade().changed
    workspace.add(incoming(concept("swap")), name="mine")
    monkeypatch.setattr(shipped, "root", lambda: mini_copy)
    rule = next((mini_copy / "queries" / "rules").glob("*.rq"))
    rule.write_text(rule.read_text("utf-8") + "# mended\n", "utf-8")
    assert workspace.upgrade().changed
    assert not workspace.upgrade().changed
    shape = next((mini_copy / "ontology" / "shapes").glob("*.ttl"))
    shape.write_text(shape.read_text("utf-8") + "# mended\n", "utf-8")
    assert workspace.upgrade().changed
    assert not workspace.upgrade().changed


def _other_build(root: Path, folder: Path, turtle: str) -> Path:
    from si_kg import snapshot

    data = root / "data" / "concepts.ttl"
    data.write_text(data.read_text("utf-8") + turtle, "utf-8")
    snapshot.build(root, folder / "build", "0.0.1")
    return folder / "build"


@pytest.mark.parametrize("name", ["", "Mine", "a b", "../x", "a--b", "x" * 101, "a\n", "é"])
def test_names_that_no_addition_can_have(name: str, workspace: Workspace) -> None:
    """They would become part of an IRI and of a path."""
    with pytest.raises(AdditionNameRefused):
        workspace.add(incoming(concept("swap")), name=name)
    assert workspace.kept == [1]


def test_things_that_are_not_there(workspace: Workspace, tmp_path: Path) -> None:
    """Each with an error of its own."""
    workspace.add(incoming(concept("swap")), name="mine")
    with pytest.raises(AdditionNotFound, match="mine"):
        workspace.remove("mime")
    with pytest.raises(AdditionEmpty):
        workspace.add(incoming(""), name="empty")
    with pytest.raises(WorkspaceMissing):
        Workspace.at(tmp_path)


@pytest.mark.parametrize(
    "base",
    [
        *("data", "https://e.org/a b/", "https://e.org/x", "", "/id/"),
        *("http://[x/", "https://e.org/%zz/"),
    ],
)
def test_a_base_begins_an_iri(base: str, tmp_path: Path) -> None:
    """Anything else is refused before a file is made."""
    with pytest.raises(BaseRefused):
        Workspace.init(tmp_path / "mine", who="Jo", base=base)
    assert not (tmp_path / "mine").exists()


def test_without_a_base_things_are_named_after_the_workspace(tmp_path: Path) -> None:
    """So that nobody elsewhere has the same names."""
    one, two = (Workspace.init(tmp_path / name, who="Jo") for name in ("one", "two"))
    assert one.settings.base.startswith("urn:uuid:")
    assert one.settings.base != two.settings.base


def test_a_folder_with_something_in_it_is_not_taken(tmp_path: Path) -> None:
    """What somebody left there stays; an empty folder will do."""
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(WorkspaceTaken):
        Workspace.init(tmp_path, who="Jo")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    Workspace.init(tmp_path / "empty", who="Jo")


def test_a_folder_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes while another makes a workspace there is told, and spoils nothing."""

    def late(*given: Any) -> object:
        monkeypatch.setattr(deriving, "derive_own", derive)
        with pytest.raises(WorkspaceTaken):
            Workspace.init(tmp_path / "mine", who="Bea")
        return derive(*given)

    derive = deriving.derive_own
    monkeypatch.setattr(deriving, "derive_own", late)
    Workspace.init(tmp_path / "mine", who="Ann").check()


def test_it_is_found_from_within(workspace: Workspace, tmp_path: Path) -> None:
    """From the folder itself and from below, not from above."""
    assert Workspace.find(workspace.folder) == workspace.folder
    assert Workspace.find(workspace.folder / "generations") == workspace.folder
    assert Workspace.find(tmp_path) is None


def test_it_opens_as_a_graph(workspace: Workspace) -> None:
    """`si_kg.open(folder)` answers about own things too."""
    workspace.add(incoming(concept("swap")), name="mine")
    graph = si_kg.open(workspace.folder, "en")
    assert isinstance(graph.store, EmbeddedStore)
    assert graph.sparql(f"ASK {{ <{BASE}swap> a ?kind }}")


def test_the_second_writer_is_told_who_is_first(workspace: Workspace) -> None:
    """At once; readers read on."""

    def read(_: Context) -> Incoming:
        with pytest.raises(WorkspaceBusy, match=f"Jo .*{os.getpid()}"):
            workspace.remove("mine")
        assert content(workspace)
        return incoming(concept("swap"))

    workspace.add(read, name="mine", who="Jo")
    assert workspace.remove("mine").changed


def test_what_a_killed_writer_left_is_cleared_away(workspace: Workspace) -> None:
    """By the next writer; readers never look at it."""
    generations = workspace.folder / "generations"
    (generations / ".new-0badcafe").mkdir()
    (generations / ".old-0badcafe").mkdir()
    (generations / "0007").mkdir()
    assert content(workspace)
    workspace.add(incoming(concept("swap")), name="mine")
    assert sorted(path.name for path in generations.iterdir()) == ["0001", "0002"]


@pytest.mark.parametrize(
    ("file", "body"),
    [
        ("HEAD", b"x"),
        ("HEAD", b"9"),
        ("workspace.json", b"{}"),
        ("workspace.json", b"["),
        ("generations/0001/state.json", b"{}"),
        ("generations/0001/state.json", b'{"number": 1}'),
    ],
)
def test_damage_is_told(file: str, body: bytes, workspace: Workspace) -> None:
    """With the file, and no traceback."""
    (workspace.folder / file).write_bytes(body)
    with pytest.raises(WorkspaceDamaged):
        _ = Workspace.at(workspace.folder).state


def test_a_newer_workspace_is_left_alone(workspace: Workspace) -> None:
    """This version might write what the newer one does not understand."""
    file = workspace.folder / "workspace.json"
    file.write_text(file.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(WorkspaceNewer):
        Workspace.at(workspace.folder)


def test_each_error_speaks_both_languages() -> None:
    """The sentences differ, and no fact is missing from either."""
    from si_kg.workspace import faults

    kinds = (each for each in vars(faults).values() if isinstance(each, type))
    own = [each for each in kinds if issubclass(each, SiKgError) and "nl" in vars(each)]
    assert len(own) > 10
    for each in own:
        assert set(_facts(each.nl)) == set(_facts(each.en)), each
        assert each.nl != each.en
    refused = AdditionRefused([], {Kind("Violation", ""): 2})
    assert refused.message("nl").startswith("Niets gewijzigd: 2")


def _facts(template: str) -> Iterator[str]:
    from string import Formatter

    return (name for _, name, _, _ in Formatter().parse(template) if name)
