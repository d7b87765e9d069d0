"""The commands about workspaces, where the workspace stands in a store elsewhere."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Cli, complaint
from engines import oxigraph_server
from remote_workspaces import everything, graphs, own_subjects
from workspaces import BASE

from si_kg.places import state_of
from si_kg.progress import Progress
from si_kg.workspace import Workspace, watching

TURTLE = f"""@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{BASE}swap> a si:Concept ; skos:prefLabel "ruilen"@nl , "swapping"@en ;
  skos:definition "Ruilen is geven en krijgen."@nl , "Swapping is giving and getting."@en .
"""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty store in another process."""
    with oxigraph_server() as url:
        yield url


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a file to add."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.ttl").write_text(TURTLE, "utf-8")
    return tmp_path


def _init(cli: Cli, server: str, folder: str, *more: str) -> str:
    ran = cli("init", folder, "--endpoint", f"{server}/query", "--lang", "en", *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.usefixtures("here")
def test_the_commands_are_the_same(server: str, mini_cli: Cli) -> None:
    """One makes it, another joins; each sees what the other did, and undoes it."""
    assert f"{server}/query, of Ada" in _init(
        mini_cli, server, "ada", "--who", "Ada", "--base", BASE
    )
    assert "of Ada" in _init(mini_cli, server, "bob")
    at_ada, at_bob = (("--workspace", name, "--lang", "en") for name in ("ada", "bob"))
    ran = mini_cli("add", "mine.ttl", *at_ada)
    assert (ran.code, ran.err) == (0, "")
    assert "State 2" in ran.out
    assert "mine" in mini_cli("list", *at_bob).out
    assert own_subjects(server) == {"swap"}
    assert f"{BASE}swap" in mini_cli("diff", *at_bob).out
    assert "Undone" in mini_cli("undo", "--who", "Bob", *at_bob).out
    assert "Bob" in mini_cli("history", *at_ada).out
    assert own_subjects(server) == set()


def test_a_backup_is_restored_elsewhere(here: Path, server: str, mini_cli: Cli) -> None:
    """From a folder to a store, from which it is asked."""
    assert mini_cli("init", "town", "--base", BASE).code == 0
    assert mini_cli("add", "mine.ttl", "--workspace", "town").code == 0
    assert mini_cli("backup", "town.zip", "--workspace", "town").code == 0
    ran = mini_cli("restore", "town.zip", "there", "--endpoint", f"{server}/query")
    assert (ran.code, ran.err) == (0, "")
    assert own_subjects(server) == {"swap"}
    text = "SELECT ?s { ?s a ?kind } ORDER BY ?s"
    (here / "all.rq").write_text(text, "utf-8")
    asked = mini_cli("query", "--file", "all.rq", "--workspace", "there", "--format", "csv")
    assert f"{BASE}swap" in asked.out


def test_what_is_missing_is_told(here: Path, mini_cli: Cli) -> None:
    """Where to write without where to ask, and an endpoint that does not tell where to write."""
    ran = mini_cli("init", "x", "--update", "http://localhost/update", "--lang", "nl")
    assert "--endpoint" in complaint(ran)
    ran = mini_cli("init", "x", "--endpoint", "http://localhost/sparql", "--lang", "en")
    assert "--update" in complaint(ran)
    assert not (here / "x").exists()


def test_a_server_notices_a_new_state(
    here: Path, server: str, mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of a workspace elsewhere is kept no longer than its content stays."""
    monkeypatch.setattr(watching, "_EVERY", 0.0)
    _init(mini_cli, server, "there", "--base", BASE)
    before = state_of("there")
    assert mini_cli("add", "mine.ttl", "--workspace", "there").code == 0
    after = state_of(here / "there")
    mini_cli("undo", "--workspace", "there")
    assert (before, after, state_of(here / "there")) == ("1", "2", "1")


@pytest.fixture
def team(here: Path, server: str, mini_cli: Cli) -> tuple[str, ...]:
    """The options that name a workspace in the server, which holds an addition."""
    _init(mini_cli, server, "team", "--who", "Ada", "--base", BASE)
    at_team = ("--workspace", str(here / "team"), "--lang", "en")
    assert mini_cli("add", "mine.ttl", *at_team).code == 0
    return at_team


@pytest.mark.usefixtures("team")
def test_it_is_published_as_any_graph(here: Path, server: str, mini_cli: Cli) -> None:
    """All of it to another store, counted there; nothing of the work on it is left behind."""
    before = sorted((here / "team").iterdir())
    with oxigraph_server() as other:
        ran = mini_cli("publish", "team", "--endpoint", f"{other}/query", "--lang", "en")
        assert (ran.code, ran.err) == (0, "")
        assert everything(other) == everything(server)
        assert own_subjects(other) == {"swap"}
    gc.collect()
    assert sorted((here / "team").iterdir()) == before


@pytest.mark.usefixtures("team")
def test_it_is_not_published_onto_itself(server: str, mini_cli: Cli) -> None:
    """That would write around those who share it; the message says to take another store."""
    before = graphs(server)
    for language, word in (("nl", "andere triplestore"), ("en", "another triple store")):
        ran = mini_cli("publish", "team", "--endpoint", f"{server}/query/", "--lang", language)
        assert ran.code == 2
        assert f"‘{server}/query’" in complaint(ran)
        assert word in complaint(ran)
    assert graphs(server) == before


def test_it_is_checked_as_any_graph(team: tuple[str, ...], mini_cli: Cli) -> None:
    """What is wrong in it, or proven of it, is told as of a workspace here; files stand beside."""
    near = ("--workspace", "near", "--lang", "en")
    assert mini_cli("init", "near", "--who", "Ada", "--base", BASE).code == 0
    assert mini_cli("add", "mine.ttl", *near).code == 0
    bare = f"<{BASE}bare> a <https://w3id.org/si-kg/ontology#Concept> ."
    Path("bare.ttl").write_text(bare, "utf-8")
    for asked, told in (
        (("validate",), "No findings."),
        (("validate", "bare.ttl"), "bare.ttl:1: violation"),
        (("reason",), "cases proof and everyday"),
    ):
        there, here = (mini_cli(*asked, *place) for place in (team, near))
        assert there == here
        assert told in there.out


def test_it_is_asked_with_a_file_beside_it(team: tuple[str, ...], mini_cli: Cli) -> None:
    """Of a copy, as a store elsewhere does not hold the file; what it holds itself is found too."""
    Path("list.ttl").write_text(f"<{BASE}swap> <x:is> <x:listed> .", "utf-8")
    text = "SELECT ?s { GRAPH ?list { ?s <x:is> <x:listed> } ?s a ?kind } ORDER BY ?s"
    Path("both.rq").write_text(text, "utf-8")
    ran = mini_cli("query", "--file", "both.rq", "--with", "list.ttl", *team)
    assert (ran.code, ran.err) == (0, "")
    assert f"{BASE}swap" in ran.out


@pytest.mark.usefixtures("team")
def test_a_copy_tells_how_far_it_is(here: Path) -> None:
    """How much is fetched of how much."""
    told: list[Progress] = []
    Workspace.at(here / "team").store(tell=told.append)
    assert [(each.step, each.done) for each in told if each.total] == [("fetch", 0)]
