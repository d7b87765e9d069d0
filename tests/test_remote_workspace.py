"""A workspace elsewhere does what one in a folder does, and several computers share it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from errno import ENOSPC
from pathlib import Path
from threading import Barrier, Event
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import pyoxigraph as ox
import pytest
from engines import oxigraph_server
from remote_workspaces import SOURCE, address, everything, founded, graphs, many, own_subjects
from workspaces import BASE, concept, content, incoming

import si_kg
from si_kg import shipped, snapshot
from si_kg.namespaces import GRAPH, OWN, SKOLEM, WORKSPACE
from si_kg.progress import untold
from si_kg.publishing.sending import Sender
from si_kg.store import rows as query_rows
from si_kg.store.faults import CredentialsInAddress
from si_kg.store.remote import RemoteStore
from si_kg.workspace import Workspace, locks
from si_kg.workspace.faults import (
    AdditionInUse,
    AdditionRefused,
    AdditionTaken,
    GenerationGone,
    NothingToUndo,
    WorkspaceBusy,
    WorkspaceTaken,
)
from si_kg.workspace.generations import Generations
from si_kg.workspace.graphs import is_shipped
from si_kg.workspace.remote import (
    Address,
    RemoteWorkspace,
    claiming,
    committing,
    copying,
    faults,
    founding,
    held,
    laying,
    rows,
    texts,
)
from si_kg.workspace.remote.committing import KEPT
from si_kg.workspace.remote.reading import one_head
from si_kg.workspace.remote.there import There

Step = Callable[[Workspace], object]


@pytest.fixture(autouse=True)
def _mini(mini_shipped: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 (done)
    """The shipped graph is the mini one, and so are rules and shapes; nobody waits for long."""
    monkeypatch.setattr(claiming, "LEASE", 2.0)
    monkeypatch.setattr(claiming, "_LONGEST_STEP_BACK", 0.05)


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty store in another process."""
    with oxigraph_server() as url:
        yield url


@pytest.fixture
def workspace(server: str, tmp_path: Path) -> RemoteWorkspace:
    """A new workspace in that store."""
    return founded(server, tmp_path / "there")


def _swap(place: Workspace) -> object:
    return place.add(incoming(concept("swap", more="skos:broader id:sharing")), name="swap")


def _source(place: Workspace) -> object:
    return place.add(incoming(SOURCE), name="source", accept_warnings=True)


def _replaced(place: Workspace) -> object:
    new = incoming(concept("trade", more="skos:broader id:lending"))
    return place.add(new, name="swap", replace=True)


STEPS: dict[str, Step] = {
    "add": _swap,
    "add blank nodes": _source,
    "replace": _replaced,
    "add large": lambda place: place.add(many(300), name="many"),
    "remove large": lambda place: place.remove("many"),
    "remove": lambda place: place.remove("source", accept_warnings=True),
    "undo": lambda place: place.undo(),
    "undo further": lambda place: place.undo(),
}


def _here(place: Workspace) -> ox.Dataset:
    found = ox.Dataset(content(place))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


@pytest.mark.parametrize("update_only", [False, True], ids=["graph-store", "update"])
def test_it_holds_what_one_in_a_folder_holds(
    update_only: bool,  # noqa: FBT001 (a case)
    server: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After each step every triple is the same, what follows and who did it included."""
    monkeypatch.setattr("si_kg.workspace.writer.now", lambda: "2026-01-01T00:00:00+00:00")
    monkeypatch.setattr("si_kg.workspace.undoing.now", lambda: "2026-01-01T00:00:00+00:00")
    monkeypatch.setattr("si_kg.workspace.adding.now", lambda: "2026-01-01T00:00:00+00:00")
    there = founded(server, tmp_path / "there", update_only=update_only)
    settings = replace(there.settings, elsewhere=None)
    here = Workspace.restore(_backup(there, tmp_path / "first.zip"), tmp_path / "here")
    assert here.settings == settings
    assert [event.kind for event in there.history] == ["init"]
    for step in STEPS.values():
        outcomes = [step(place) for place in (here, there)]
        assert _listed(server, here) == _listed(server, None)
        counts = {(each.added, each.removed, each.follows, each.kind) for each in outcomes}  # type: ignore[attr-defined]
        assert len(counts) == 1
        theirs = everything(server)
        assert _told_apart(theirs) == _told_apart(_here(here))
        there.check()
        assert [each.name for each in there.additions] == [each.name for each in here.additions]
    kinds = [[event.kind for event in place.history][1:] for place in (there, here)]
    assert kinds[0] == kinds[1][1:]


def _listed(server: str, here: Workspace | None) -> set[str]:
    """All that is said of things with names, and that points to them, whatever graph it is in.

    What goes by the name of a blank node there is left out: nobody asks about that.
    """
    apart = (f"{WORKSPACE}/", SKOLEM, "urn:uuid")
    left_out = " ".join(f'FILTER (!STRSTARTS(STR(?s), "{name}"))' for name in apart)
    text = f"SELECT ?s ?p ?o {{ ?s ?p ?o FILTER (isIRI(?s) && !isBlank(?o)) {left_out} }}"
    store = here.store() if here else RemoteStore(f"{server}/query")
    return {str(row) for row in query_rows(store, text)}


def _backup(place: Workspace, file: Path) -> Path:
    place.backup(file)
    return file


def _told_apart(found: ox.Dataset) -> set[str]:
    """All quads; of the workspace itself only what does not count its states."""
    return {
        str(quad)
        for quad in found
        if not (quad.graph_name == ox.NamedNode(WORKSPACE) and "urn:uuid" in str(quad.subject))
    }


def test_the_default_graph_there_shows_it(workspace: RemoteWorkspace, server: str) -> None:
    """A canned query on the endpoint finds what was added, and no more what was removed."""
    _swap(workspace)
    assert own_subjects(server) == {"swap"}
    graph = si_kg.open(f"{server}/query")
    assert any(row[0].value == f"{BASE}swap" for row in _labelled(graph.store))
    workspace.remove("swap")
    assert own_subjects(server) == set()


def _labelled(store: object) -> list[ox.QuerySolution]:
    assert isinstance(store, RemoteStore)
    text = "SELECT ?s { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }"
    return list(store.query(text))  # type: ignore[arg-type]


def test_what_is_wrong_stops_it(workspace: RemoteWorkspace, server: str) -> None:
    """The same validation as in a folder; nothing changes, and nothing is left lying there."""
    before = graphs(server)
    with pytest.raises(AdditionRefused) as refused:
        workspace.add(incoming(concept("swap") + "<bad> a si:Concept ."), name="mine")
    assert [each.rule for each in refused.value.findings][:1] == ["sis:Concept-label"]
    with pytest.raises(AdditionRefused):
        workspace.add(incoming(concept("swap", defined=False)), name="mine")
    trial = workspace.add(incoming(concept("swap")), name="mine", dry_run=True)
    assert not trial.changed
    assert graphs(server) == before
    workspace.add(incoming(concept("swap", defined=False)), name="mine", accept_warnings=True)
    (accepted,) = workspace.state.addition("mine").accepted
    assert (accepted.rule, accepted.count) == ("sis:Concept-definition", 1)
    with pytest.raises(AdditionTaken):
        workspace.add(incoming(concept("trade")), name="mine")


def test_what_others_refer_to_is_not_removed_unasked(workspace: RemoteWorkspace) -> None:
    """Whoever added that, from whichever computer."""
    _swap(workspace)
    workspace.add(incoming(concept("trade", more="skos:broader <swap>")), name="trade")
    with pytest.raises(AdditionInUse) as used:
        workspace.remove("swap")
    assert used.value.facts["others"] == "trade"


def test_two_computers_share_one_history(
    workspace: RemoteWorkspace, server: str, tmp_path: Path
) -> None:
    """The second folder joins, has the same settings, and knows what the first did."""
    _swap(workspace)
    second = RemoteWorkspace.found(tmp_path / "second", address(server), who="Piet")
    assert second.settings == workspace.settings
    assert [each.name for each in second.additions] == ["swap"]
    second.add(incoming(concept("trade", more="skos:broader <swap>")), name="trade", who="Piet")
    assert [event.who for event in workspace.history] == ["Jo", "Jo", "Piet"]
    opened = Workspace.at(tmp_path / "second")
    assert isinstance(opened, RemoteWorkspace)
    assert opened.undo().number == 4
    with pytest.raises(faults.WorkspaceStandsThere):
        RemoteWorkspace.found(tmp_path / "third", address(server), who="Piet", base=BASE)
    with pytest.raises(WorkspaceTaken):
        RemoteWorkspace.found(tmp_path / "second", address(server), who="Piet")


def test_the_folder_holds_no_credentials(workspace: RemoteWorkspace) -> None:
    """It has the addresses and the shipped graph; an address with a password is refused."""
    names = {path.name for path in workspace.folder.iterdir()}
    assert {name for name in names if not name.startswith("shipped-")} == {"workspace.json"}
    kept = json.loads((workspace.folder / "workspace.json").read_bytes())["elsewhere"]
    assert set(kept) == {"endpoint", "update", "graph_store"}
    with pytest.raises(CredentialsInAddress):
        Address.given("http://jo:secret@localhost/query")
    with pytest.raises(faults.WhereToUpdate):
        Address.given("http://localhost/sparql")


def test_undo_goes_back_a_step_each_time(workspace: RemoteWorkspace, server: str) -> None:
    """To the very triples that were there, as far back as changes are kept."""
    seen = [everything(server)]
    for number in range(KEPT + 2):
        workspace.add(incoming(concept(f"c{number}")), name=f"c{number}")
        seen.append(everything(server))
    for step in range(1, KEPT + 1):
        outcome = workspace.undo()
        assert outcome.added == 0
        assert everything(server) == seen[-1 - step]
        workspace.check()
    with pytest.raises(NothingToUndo):
        workspace.undo()
    changes = [name for name in graphs(server) if name.startswith(f"{WORKSPACE}/changes/")]
    assert len(changes) == KEPT


def test_the_differences_between_two_states(workspace: RemoteWorkspace) -> None:
    """One step or several, forth or back, past what was undone."""
    _swap(workspace)
    _replaced(workspace)
    workspace.undo()
    workspace.add(incoming(concept("barter")), name="barter")
    assert {each.addition for each in workspace.diff()} == {"barter"}
    assert list(workspace.diff(2, 4)) == []
    forth = {(each.addition, each.is_added, each.triple) for each in workspace.diff(3, 5)}
    back = {(each.addition, not each.is_added, each.triple) for each in workspace.diff(5, 3)}
    assert forth == back
    assert {(addition, added) for addition, added, _ in forth} == {
        ("swap", True), ("swap", False), ("barter", True),
    }  # fmt: skip
    all_ = {each.graph.value for each in workspace.diff(everything=True)}
    assert {f"{OWN}barter", WORKSPACE} < all_
    with pytest.raises(GenerationGone):
        workspace.diff(1, 99)


def test_a_change_far_back_is_told_to_be_gone(workspace: RemoteWorkspace) -> None:
    """Its details are not kept for ever."""
    for number in range(KEPT + 1):
        workspace.add(incoming(concept(f"c{number}")), name=f"c{number}")
    with pytest.raises(faults.ChangeGone):
        workspace.diff(1, 3)


def test_it_is_backed_up_and_restored(
    workspace: RemoteWorkspace, server: str, tmp_path: Path
) -> None:
    """In a folder, or in another store; the same file does for both."""
    _swap(workspace)
    _source(workspace)
    file = _backup(workspace, tmp_path / "backup.zip")
    here = Workspace.restore(file, tmp_path / "here")
    here.check()
    assert _told_apart(_here(here)) == _told_apart(everything(server))
    with pytest.raises(faults.WorkspaceStandsThere):
        RemoteWorkspace.restored(file, tmp_path / "again", address(server))
    with oxigraph_server() as other:
        there = RemoteWorkspace.restored(file, tmp_path / "other", address(other))
        there.check()
        assert _told_apart(everything(other)) == _told_apart(everything(server))
        assert [event.kind for event in there.history] == ["init", "add", "add", "restore"]
        assert there.remove("swap").removed == 6


def test_upgrading_is_one_step(server: str, mini_copy: Path, tmp_path: Path) -> None:
    """The shipped graph of another build below what was added; undone, the old one is back."""
    first = _build(mini_copy, tmp_path / "first", "0.0.1", "( id:lending [ ] )")
    second = _build(mini_copy, tmp_path / "second", "0.0.2", "( id:swapping id:lending [ ] )")
    third = _build(mini_copy, tmp_path / "third", "0.0.2", "( id:swapping id:lending [ ] id:x )")
    workspace = RemoteWorkspace.found(
        tmp_path / "there", address(server), who="Jo", base=BASE, build=first
    )
    _swap(workspace)
    before = everything(server)
    outcome = workspace.upgrade(second)
    assert (outcome.changed, outcome.name) == (True, "0.0.2")
    assert _shipped_in(everything(server)) == _shipped_in(_parsed(second))
    workspace.check()
    other = RemoteWorkspace.found(tmp_path / "joined", address(server), who="Piet")
    other.add(incoming(concept("trade", more="skos:broader <swap>")), name="trade")
    other.undo()
    workspace.undo()
    assert everything(server) == before
    assert _shipped_in(before) == _shipped_in(_parsed(first))
    workspace.check()
    other.upgrade(third)
    assert _shipped_in(everything(server)) == _shipped_in(_parsed(third))
    workspace.check()


def _build(root: Path, folder: Path, version: str, things: str) -> Path:
    """A build with this list in it, of which the cells have no names."""
    (root / "data" / "listed.ttl").write_text(
        "@prefix id: <https://w3id.org/si-kg/id/> .\n"
        "@prefix bibo: <http://purl.org/ontology/bibo/> .\n"
        f"id:sharing bibo:authorList {things} .\n",
        "utf-8",
    )
    snapshot.build(root, folder, version)
    return folder


def _parsed(build: Path) -> ox.Dataset:
    found = ox.Dataset(ox.parse(path=build / shipped.GRAPH_FILE, format=ox.RdfFormat.N_QUADS))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def _shipped_in(found: ox.Dataset) -> ox.Dataset:
    """The shipped graphs alone, with names for blank nodes that go by their shape."""
    alone = ox.Dataset(quad for quad in found if is_shipped(quad.graph_name))
    assert any(isinstance(quad.object, ox.BlankNode) for quad in alone)
    alone.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return alone


def test_a_store_that_is_not_fit_is_refused(server: str, tmp_path: Path) -> None:
    """Graphs of ours without a workspace, or no union: nothing is left there, nor here."""
    store = RemoteStore(f"{server}/query")
    _update(server, f"INSERT DATA {{ GRAPH <{GRAPH}data> {{ <x:a> <x:b> <x:c> }} }}")
    with pytest.raises(faults.StoreOccupied):
        RemoteWorkspace.found(tmp_path / "there", address(server), who="Jo")
    assert len(list(store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"))) == 1  # type: ignore[arg-type]
    with oxigraph_server(union=False) as apart:
        with pytest.raises(faults.NoUnion):
            RemoteWorkspace.found(tmp_path / "there", address(apart), who="Jo")
        assert not graphs(apart)
    assert not list((tmp_path / "there").iterdir())


def _update(url: str, text: str) -> None:
    sender = Sender(f"{url}/update", 10)
    sender.send("POST", f"{url}/update", text.encode(), "application/sparql-update", again=False)


def test_a_workspace_of_others_is_not_touched(
    workspace: RemoteWorkspace, tmp_path: Path, server: str
) -> None:
    """The folder is about one workspace; where another stands now, nothing is written."""
    folder = shutil.copytree(workspace.folder, tmp_path / "copy")
    settings = json.loads((folder / "workspace.json").read_bytes())
    settings["identifier"] = str(uuid4())
    (folder / "workspace.json").write_text(json.dumps(settings), "utf-8")
    before = graphs(server)
    with pytest.raises(faults.OtherWorkspaceThere):
        _swap(Workspace.at(folder))
    assert graphs(server) == before
    _update(server, "CLEAR ALL")
    with pytest.raises(faults.NoWorkspaceThere):
        _swap(workspace)


def test_what_somebody_else_changed_there_is_seen(workspace: RemoteWorkspace, server: str) -> None:
    """A triple that was put past us: counting finds it, and no copy is made of it in silence."""
    _swap(workspace)
    _update(server, f"INSERT DATA {{ GRAPH <{OWN}swap> {{ <x:a> <x:b> <x:c> }} }}")
    with pytest.raises(faults.StoreNotAsCounted):
        workspace.check()
    with pytest.raises(faults.StoreNotAsCounted):
        workspace.backup(Path("/nowhere/backup.zip"))


def test_the_second_to_write_is_told_who_was_first(
    workspace: RemoteWorkspace, server: str, tmp_path: Path
) -> None:
    """What was read is not what stands there any more: nothing is changed, and it says by whom."""
    second = RemoteWorkspace.found(tmp_path / "second", address(server), who="Piet")

    def read(_: object) -> object:
        second.add(incoming(concept("trade")), name="trade", who="Piet")
        return incoming(concept("swap"))

    with pytest.raises(faults.OthersWereFirst) as lost:
        workspace.add(read, name="swap")  # type: ignore[arg-type]
    assert (lost.value.facts["who"], lost.value.facts["number"]) == ("Piet", 2)
    assert own_subjects(server) == {"trade"}
    workspace.check()


def test_a_copy_in_use_stays_and_one_that_is_left_goes(workspace: RemoteWorkspace) -> None:
    """Whoever writes clears away what a killed process left, and not what somebody reads."""
    store = workspace.store()
    left = workspace.folder / f"{copying.COPY}0000"
    left.mkdir()
    (left / "half").touch()
    (used,) = set(workspace.folder.glob(f"{copying.COPY}*")) - {left}
    _swap(workspace)
    assert used.is_dir()
    assert not left.exists()
    assert store.engine
    del store
    assert not used.exists()


@pytest.mark.parametrize("at", ["touch", "hold"])
def test_a_copy_is_not_tidied_away_before_it_is_used(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody begins to write while somebody else makes the folder for one."""
    places: dict[str, tuple[Any, str]] = {"touch": (Path, "touch"), "hold": (locks, "hold")}
    place, name = places[at]
    real, tidied = getattr(place, name), Event()

    def tidied_first(*given: Any) -> object:
        if not tidied.is_set():
            tidied.set()
            copying.tidy(tmp_path)
        return real(*given)

    monkeypatch.setattr(place, name, tidied_first)
    file = tmp_path / "graph.nq"
    copying.keep_shipped(Path(__file__), file)
    assert tidied.is_set()
    assert list(tmp_path.iterdir()) == [file]


def test_a_shipped_graph_is_in_its_place_once_it_is_on_the_disk(
    server: str, mini_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the founding, after an upgrade, and where it is fetched."""
    real, sure = os.fsync, set[int]()

    def fsync(handle: int) -> None:
        real(handle)
        sure.add(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", fsync)
    workspace = founded(server, tmp_path / "there")
    workspace.upgrade(_build(mini_copy, tmp_path / "second", "0.0.2", "( id:swapping )"))
    joined = RemoteWorkspace.found(tmp_path / "joined", address(server), who="Piet")
    assert joined.store()
    kept = [*workspace.folder.glob("shipped-*"), *joined.folder.glob("shipped-*")]
    assert len(kept) == 3
    assert {file.stat().st_ino for file in kept} <= sure


def test_a_shipped_graph_that_does_not_fit_on_the_disk_is_not_kept(
    mini_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor half of it: where it is not, it is fetched."""
    made = Workspace.init(tmp_path / "made", who="Jo", build=mini_built)
    place = tmp_path / "there"
    place.mkdir()

    def full(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    founding.bring_shipped(Generations.at(made.folder), place / "shipped.nq")
    assert not list(place.iterdir())


@pytest.mark.usefixtures("workspace")
def test_the_shipped_graph_is_fetched_where_it_is_not_here(
    server: str, mini_built: Path, tmp_path: Path
) -> None:
    """A folder that joins has it not; what comes over is what was built, and is used again."""
    second = RemoteWorkspace.found(tmp_path / "second", address(server), who="Piet")
    assert [path.name for path in second.folder.iterdir()] == ["workspace.json"]
    _swap(second)
    (fetched,) = second.folder.glob("shipped-*.nq")
    built = (mini_built / shipped.GRAPH_FILE).read_text("utf-8").splitlines()
    assert sorted(fetched.read_text("utf-8").splitlines()) == sorted(built)
    assert {path.name for path in second.folder.iterdir()} == {
        "workspace.json", "lock", fetched.name,
    }  # fmt: skip


def test_in_one_folder_one_writes_at_a_time(workspace: RemoteWorkspace) -> None:
    """As in any workspace."""

    def read(_: object) -> object:
        return _swap(workspace)

    with pytest.raises(WorkspaceBusy):
        workspace.add(read, name="swap")  # type: ignore[arg-type]


def test_a_writer_that_was_killed_is_waited_for_no_longer_than_it_may_take(
    workspace: RemoteWorkspace, server: str
) -> None:
    """Its claim ends by itself; a claim that goes on is told of."""
    records = f"{WORKSPACE}/state"
    claim = f"""INSERT {{ GRAPH <{records}> {{ <{records}#claim-x> {texts.UNTIL} ?until ;
        {texts.WHO} "Piet" }} }} WHERE {{ BIND (%s AS ?until) }}"""
    _update(server, claim % "NOW()")
    _swap(workspace)
    far = '"2100-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    _update(server, claim % far)
    with pytest.raises(faults.BusyThere) as busy:
        workspace.remove("swap")
    assert busy.value.facts["who"] == "Piet"
    assert own_subjects(server) == {"swap"}


def test_what_others_left_lying_there_is_removed(
    workspace: RemoteWorkspace, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the next who writes, once it is not in use any more; not before."""
    with monkeypatch.context() as patched:
        patched.setattr(committing, "MOST", 10)
        patched.setattr(committing.Committing, "_commit", _killed)
        patched.setattr(laying.Laying, "drop", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            workspace.add(many(20), name="many")
    (left,) = [name for name in graphs(server) if name.startswith(f"{WORKSPACE}/changes/")]
    _swap(workspace)
    assert left in graphs(server)
    assert own_subjects(server) == {"swap"}
    records, until = f"{WORKSPACE}/state", texts.UNTIL
    _update(
        server,
        f"DELETE {{ GRAPH <{records}> {{ <{left}> {until} ?x }} }} "
        f"INSERT {{ GRAPH <{records}> {{ <{left}> {until} ?now }} }} "
        f"WHERE {{ GRAPH <{records}> {{ <{left}> {until} ?x }} BIND (NOW() AS ?now) }}",
    )
    workspace.remove("swap")
    assert left not in graphs(server)


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_of_two_who_claim_at_the_same_moment_one_steps_back(
    workspace: RemoteWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both saw nobody before they said that they would write; still they do not write together."""
    there = workspace._there  # noqa: SLF001 (what the workspace writes with)
    look, together, first = one_head, Barrier(2), {"Jo", "Piet"}

    def seen(asked: There) -> object:
        standing = look(asked)
        if first:
            first.pop()
            together.wait(5)
        return standing

    def holds(who: str) -> tuple[float, float]:
        one = claiming.Claiming(there, who, 1, untold)
        _, claim = one.claim(1)
        since = monotonic()
        sleep(0.3)
        until = monotonic()
        one.withdraw(claim)
        return since, until

    monkeypatch.setattr(claiming, "one_head", seen)
    with ThreadPoolExecutor(2) as pool:
        (_, end), (begin, _) = sorted(pool.map(holds, ("Jo", "Piet")))
    assert end <= begin


GUARDED: dict[str, tuple[dict[str, Any], bool]] = {
    "all is as it was": ({}, True),
    "another wrote last": ({"head": "another"}, False),
    "the claim is over": ({"seconds": -1}, False),
    "the claim is gone": ({"claimed": False}, False),
    "the change is gone": ({"laid": False}, False),
}


@pytest.mark.parametrize("name", GUARDED)
def test_an_update_does_nothing_where_something_changed(
    name: str, workspace: RemoteWorkspace, server: str
) -> None:
    """Each thing that must still be so is looked at in the update itself."""
    how, is_done = GUARDED[name]
    head, standing = one_head(workspace._there)  # noqa: SLF001 (what the workspace writes with)
    until = standing.now + timedelta(seconds=how.get("seconds", 60))
    claim, change = held.Claim("mine", "Jo", until), held.change_node("made")
    laid = held.laid_until("made", standing.now + timedelta(seconds=60))
    quad = ox.Quad(*map(ox.NamedNode, ("x:s", "x:p", "x:o", f"{OWN}x")))
    _update(server, texts.piece(change, [rows.written(rows.Row(quad, is_added=True))]))
    if how.get("claimed", True):
        _update(server, texts.noted(claim.statements()))
    if how.get("laid", True):
        _update(server, texts.noted([laid]))
    guard = texts.Guard(how.get("head", head), also=(laid,), until=claim.node)
    _update(server, ";".join(texts.applied(change, guard, [laid], [])))
    assert graphs(server)[f"{OWN}x"] == int(is_done)


TERMS: list[ox.NamedNode | ox.BlankNode | ox.Literal] = [
    ox.NamedNode("http://e.example/a?b#c"),
    ox.BlankNode("b1"),
    ox.Literal('soep\n"met" \\ ballen', language="nl"),
    ox.Literal(""),
    ox.Literal(" twee  spaties "),
    ox.Literal("2021", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")),
    ox.Literal(
        '{"a": 1}', datatype=ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")
    ),
]


def test_every_kind_of_value_goes_there_and_back(workspace: RemoteWorkspace, server: str) -> None:
    """As a row, into its graph, and out again, to the last space."""
    there = workspace._there  # noqa: SLF001 (what the workspace writes with)
    subject, predicate, graph = (ox.NamedNode(f"{OWN}{name}") for name in ("s", "p", "g"))
    quads = {ox.Quad(subject, predicate, term, graph) for term in TERMS}
    quads.add(ox.Quad(ox.BlankNode("b1"), predicate, subject, graph))
    all_ = rows.rows((), quads)
    change = held.change_node("made")
    guard = texts.Guard(one_head(there)[0])
    _update(server, texts.piece(change, list(rows.statements(all_))))
    _update(server, ";".join(texts.applied(change, guard, [], [])))
    assert {row.quad for row in there.rows(texts.of_graph(graph))} == quads
    assert {row.quad for row in there.many_rows(texts.of_change(change))} == quads
    _update(server, ";".join(texts.applied(change, guard, [], [], back=True)))
    assert there.rows(texts.of_graph(graph)) == []


def test_what_cannot_be_carried_is_told() -> None:
    """A statement about a statement, or an IRI that is none."""
    s, p = ox.NamedNode("x:s"), ox.NamedNode("x:p")
    for value in (
        ox.Triple(s, p, s),
        ox.Literal("soep", language="nl", direction=ox.BaseDirection.LTR),
    ):
        with pytest.raises(faults.TermNotCarried):
            rows.written(rows.Row(ox.Quad(s, p, value, s), is_added=True))
    (bad,) = ox.parse("<x:s> <x:p> <a b> .", format=ox.RdfFormat.N_TRIPLES, lenient=True)
    with pytest.raises(faults.TermNotCarried):
        rows.written(rows.Row(ox.Quad(s, p, bad.object, s), is_added=True))


@pytest.mark.parametrize("on_disk", [False, True], ids=["memory", "disk"])
def test_writers_at_the_same_moment_keep_apart(
    on_disk: bool,  # noqa: FBT001 (a case)
    tmp_path: Path,
) -> None:
    """However many, on a store that does not keep updates apart: each is whole, or told to wait."""
    location = tmp_path / "store" if on_disk else None
    with oxigraph_server(location=location) as url:
        first = founded(url, tmp_path / "0")
        places = [first] + [
            RemoteWorkspace.found(tmp_path / str(n), address(url), who=f"W{n}") for n in range(1, 4)
        ]

        def writes(number: int) -> int:
            done = 0
            for turn in range(5):
                name = f"c{number}-{turn}"
                try:
                    places[number].add(incoming(concept(name)), name=name)
                    done += 1
                except faults.OthersWereFirst:
                    pass
            return done

        with ThreadPoolExecutor(4) as pool:
            done = sum(pool.map(writes, range(4)))
        first.check()
        assert done >= 5
        assert len(first.additions) == done
        assert first.state.number == done + 1
        assert len(own_subjects(url)) == done
