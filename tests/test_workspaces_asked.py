"""A workspace that is asked: servers see each new state, and citations say whose it is."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from server_process import started
from starlette.testclient import TestClient
from workspaces import BASE, concept, incoming

import si_kg
from si_kg import shipped
from si_kg.assistant.desk import Service
from si_kg.citing.work import Work
from si_kg.exports.tables import Tables
from si_kg.places import state_of
from si_kg.server import Settings, create_app
from si_kg.workspace import Workspace

QUESTION = "/q/concepts.json?lang=en"
TOWN = "Town of Example"

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace."""
    return Workspace.init(tmp_path / "town", who=TOWN, base=BASE)


@pytest.fixture
def client(workspace: Workspace) -> Iterator[TestClient]:
    """A client of a server over the workspace."""
    place = str(workspace.folder)
    app = create_app(
        partial(si_kg.open, place, "en"), Settings(workers=0), state=partial(state_of, place)
    )
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made


def test_a_server_answers_from_the_newest_state(workspace: Workspace, client: TestClient) -> None:
    """What was kept before is not given again; going back is seen too."""
    first = client.get(QUESTION)
    assert client.get(QUESTION).content == first.content
    workspace.add(incoming(concept("swap")), name="mine")
    second = client.get(QUESTION, headers={"if-none-match": first.headers["etag"]})
    assert second.status_code == 200
    assert f"{BASE}swap" in second.text
    assert f"{BASE}swap" not in first.text
    known = client.get(QUESTION, headers={"if-none-match": second.headers["etag"]})
    assert known.status_code == 304
    workspace.undo()
    assert f"{BASE}swap" not in client.get(QUESTION).text


def test_nobody_else_keeps_an_answer_unasked(client: TestClient) -> None:
    """What may change at any moment is asked again each time."""
    assert client.get(QUESTION).headers["cache-control"] == "no-cache"


def test_a_workspace_that_is_gone_is_a_problem(workspace: Workspace, client: TestClient) -> None:
    """Told as any other; the server stands."""
    workspace.folder.rename(workspace.folder.with_name("elsewhere"))
    assert client.get(QUESTION).status_code >= 400
    workspace.folder.with_name("elsewhere").rename(workspace.folder)
    assert client.get(QUESTION).status_code == 200


def test_a_server_in_another_process_sees_a_new_state(workspace: Workspace) -> None:
    """Its workers are processes apart; two of them, so it is asked some times."""

    def knows_it(number: int) -> bool:
        asked = f"ASK {{ <{BASE}swap> a ?kind }} #{number}"
        status, text = served.get(f"/sparql?format=srj&query={quote(asked)}")
        assert status == 200, text
        return bool(json.loads(text)["boolean"])

    with started("--workspace", str(workspace.folder)) as served:
        assert [knows_it(number) for number in (0, 1, 0)] == [False] * 3
        workspace.add(incoming(concept("swap")), name="mine")
        assert [knows_it(number) for number in (0, 1, 2, 3, 0)] == [True] * 5


def test_an_assistant_sees_a_new_state(workspace: Workspace) -> None:
    """Between two calls."""
    desk = Service("en", str(workspace.folder)).opened()
    sparql = {"thing": f"{BASE}swap"}
    with pytest.raises(si_kg.SiKgError):
        desk.portrait(sparql["thing"])
    workspace.add(incoming(concept("swap")), name="mine")
    assert "swap" in desk.portrait(sparql["thing"])


def test_the_state_is_that_of_a_workspace(workspace: Workspace, mini_built: Path) -> None:
    """It changes with each change; of anything else there is none."""
    before = state_of(workspace.folder)
    workspace.add(incoming(concept("swap")), name="mine")
    assert before != state_of(workspace.folder) != ""
    assert state_of(str(workspace.folder)) == state_of(workspace.folder)
    for place in (None, "https://example.org/sparql", mini_built, "/nowhere"):
        assert state_of(place) == ""


def test_a_citation_says_whose_the_data_is(workspace: Workspace) -> None:
    """Title, makers and version tell of the additions; what comes along is cited as before."""
    ours = Work.from_store(si_kg.open().store, "en")
    workspace.add(incoming(concept("swap")), name="mine")
    graph = si_kg.open(workspace.folder, "en")
    work = Work.from_store(graph.store, "en")
    short = workspace.settings.identifier[:8]
    assert (ours.added, work.added) == (
        "",
        f"with additions by {TOWN} (workspace {short}, state 2)",
    )
    assert work.title == f"{ours.title}, {work.added}"
    assert work.authors == (*ours.authors, TOWN)
    assert work.version == f"{ours.version}+workspace-{short}.2"
    assert work.shipped_version == ours.version == ours.shipped_version
    dutch = Work.from_store(graph.store, "nl")
    assert dutch.added == f"met eigen toevoegingen van {TOWN} (werkruimte {short}, stand 2)"


def test_a_cited_answer_of_a_state_can_be_asked_again(workspace: Workspace, tmp_path: Path) -> None:
    """Undoing gives the state back its name; asked of the graph that comes along, it differs."""
    workspace.add(incoming(concept("swap")), name="mine")
    _, citation = si_kg.open(workspace.folder, "en").cited("concepts", lang="en")
    assert citation.cited.data_version.endswith(".2")
    file = tmp_path / "answer.txt"
    file.write_text(citation.write("text"), "utf-8")
    workspace.remove("mine")
    workspace.undo()
    [same] = si_kg.open(workspace.folder, "en").reproduce(file)
    assert same.same
    assert list(same.changes()) == []
    [other] = si_kg.open(None, "en").reproduce(file)
    assert not other.same
    assert citation.cited.data_version in other.write("en")


@pytest.fixture
def whole(root: Path, built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of a workspace on the real graph."""
    monkeypatch.setattr(shipped, "root", lambda: root)
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: built)
    return Workspace.init(tmp_path / "whole", who=TOWN).folder


def test_tables_of_a_workspace_claim_no_licence_of_ours(whole: Path) -> None:
    """Title and version say that somebody added to it."""
    ours, theirs = (Tables.of(si_kg.open(place, "en")).metadata for place in (None, whole))
    assert "dc:license" in ours
    assert "dc:license" not in theirs
    assert all(TOWN in title["@value"] for title in theirs["dc:title"])
    assert theirs["schema:version"].startswith(f"{ours['schema:version']}+workspace-")


def test_a_server_of_a_workspace_claims_no_licence_of_ours(whole: Path) -> None:
    """Of the data set and each way to get it; the title says that somebody added."""
    claims = []
    for place in (None, str(whole)):
        app = create_app(partial(si_kg.open, place, "en"), Settings(workers=0))
        with TestClient(app) as client:
            lines = client.get("/dataset.nt").text.splitlines()
            page = client.get("/en/").text
        base = "<http://testserver"
        here = (f"{base}/dataset> ", f"{base}/dataset#ttl> ", f"{base}/sparql#service> ")
        ours = [line for line in lines if line.startswith(here)]
        assert len(ours) > 20
        claims.append(sum("/dc/terms/license>" in line for line in ours))
        assert any(TOWN in line for line in ours) == bool(place)
        assert ('"license": ["https://creativecommons.org' in page) == (place is None)
    assert claims == [3, 0]


CC_BY = "creativecommons.org/licenses/by/4.0/"
OF_EACH = {
    "nl": "voor wat is toegevoegd geldt de licentie die bij elke toevoeging staat",
    "en": "what was added is under the licence that stands with each addition",
}


def test_pages_of_a_workspace_say_what_our_licence_covers(whole: Path) -> None:
    """Our licence is that of the graph as shipped; no tag claims it for a whole page."""
    names = ("", "about", "concepts", "id/social-innovation", "data")
    paths = [(language, f"/{language}/{name}") for language in OF_EACH for name in names]
    ours, theirs = (answers(place, [path for _, path in paths]) for place in (None, whole))
    for language, path in paths:
        assert 'rel="license"' in ours[path]
        assert OF_EACH[language] not in ours[path]
        assert OF_EACH[language] in theirs[path]
        assert 'rel="license"' not in theirs[path]
        assert theirs[path].count(CC_BY) == 1
    assert ours["/nl/id/social-innovation"].count(CC_BY) > 2


def test_pages_around_what_is_for_programs_say_the_same(whole: Path) -> None:
    """A page that tells what is wrong has nothing under a licence."""
    asked, data, lost = f"/sparql?query={quote('ASK { ?s ?p ?o }')}", "/dataset", "/en/nowhere"
    ours, theirs = (answers(place, [asked, data, lost]) for place in (None, whole))
    for path in (asked, data):
        assert 'rel="license"' in ours[path]
        assert OF_EACH["en"] in theirs[path]
    assert not any(CC_BY in found[lost] for found in (ours, theirs))


def test_the_description_of_the_api_names_no_licence_for_additions(whole: Path) -> None:
    """There, one licence would be that of all that is answered."""
    path = "/openapi.json"
    ours, theirs = (json.loads(answers(place, [path])[path]) for place in (None, whole))
    assert ours["info"].pop("license")["identifier"] == "CC-BY-4.0"
    assert theirs["info"] == ours["info"]


def test_an_assistant_is_told_what_our_licence_covers(whole: Path) -> None:
    """In what it reads about the graph."""
    for language, told in OF_EACH.items():
        ours, theirs = (Service(language, place).opened().about() for place in (None, str(whole)))
        assert told not in ours
        assert told in theirs


def answers(place: Path | None, paths: Sequence[str]) -> dict[str, str]:
    """What a server over the graph of this place gives to somebody with a browser."""
    app = create_app(partial(si_kg.open, place, "en"), Settings(workers=0))
    asked = {"accept": "text/html", "accept-language": "en"}
    with TestClient(app) as client:
        return {path: client.get(path, headers=asked).text for path in paths}
