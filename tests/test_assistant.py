"""What an assistant is offered and told: the tools, their schemas, their answers, their bounds."""

import csv
import json
import re
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mcp import Client
from mcp.types import CallToolResult, Tool
from sessions import OWN, call, complaint, said, session

from si_kg.assistant.answers import MOST_CHARACTERS
from si_kg.assistant.desk import Desk, Service
from si_kg.assistant.inputs import MOST_ROWS
from si_kg.catalogue import Catalogue
from si_kg.checks import GOLDEN, golden_file
from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ONTOLOGY
from si_kg.results import Table

QUERIES = Catalogue.from_folder(ROOT / "queries")


@pytest.fixture(scope="module")
def desk(graph: KnowledgeGraph) -> Desk:
    """All tools over the real graph, in English."""
    return Desk(Service("en"), graph)


@pytest.fixture(scope="module")
def tools(desk: Desk) -> dict[str, Tool]:
    """What the server lists."""

    async def act(client: Client) -> list[Tool]:
        return (await client.list_tools()).tools

    return {tool.name: tool for tool in session(desk, act)}


@pytest.fixture(scope="module")
def answers(desk: Desk, tools: dict[str, Tool]) -> dict[str, CallToolResult]:
    """The answer of the tool of each canned query, asked with no more than it requires."""

    async def act(client: Client) -> dict[str, CallToolResult]:
        return {name: await client.call_tool(name, least(tools[name])) for name in QUERIES}

    found: dict[str, CallToolResult] = session(desk, act)
    return found


def least(tool: Tool) -> dict[str, Any]:
    """The required arguments of a tool, as its schema gives them for an example."""
    properties = tool.input_schema["properties"]
    return {name: properties[name]["examples"][0] for name in tool.input_schema.get("required", ())}


def test_each_query_has_a_tool(tools: dict[str, Tool]) -> None:
    """One tool a canned query, those of our own beside them, and no name that a client refuses."""
    assert len(QUERIES) > 100
    assert set(tools) == set(QUERIES) | OWN
    assert OWN.isdisjoint(QUERIES)
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) for name in tools)


def test_each_tool_says_that_it_only_reads(tools: dict[str, Tool]) -> None:
    """The hints by which a client decides whether to ask the user first."""
    for tool in tools.values():
        hints = tool.annotations
        assert hints is not None
        assert (hints.read_only_hint, hints.idempotent_hint) == (True, True)
        assert (hints.destructive_hint, hints.open_world_hint) == (False, False)
        assert tool.title
        assert tool.description
        assert tool.description.startswith(tool.title)


def test_the_schemas_hold(tools: dict[str, Tool]) -> None:
    """Valid JSON Schema; closed; every argument explained in both languages, examples fitting."""
    for tool in tools.values():
        Draft202012Validator.check_schema(tool.input_schema)
        assert tool.output_schema is not None
        Draft202012Validator.check_schema(tool.output_schema)
        assert tool.input_schema["additionalProperties"] is False
        assert {"lang", "limit", "offset"} <= set(tool.input_schema["properties"])
        assert all(
            " | " in each["description"] for each in tool.input_schema["properties"].values()
        )
        Draft202012Validator(tool.input_schema).validate(least(tool))


def test_the_parameters_of_a_query_become_its_arguments(tools: dict[str, Tool]) -> None:
    """None is lost, and none is called like the arguments that every tool takes."""
    for name, query in QUERIES.items():
        given = {each.name for each in query.parameters} - {"lang"}
        assert set(tools[name].input_schema["properties"]) == given | {"lang", "limit", "offset"}
        assert given.isdisjoint({"limit", "offset"})


def test_types_choices_and_defaults_are_told(tools: dict[str, Tool]) -> None:
    """A year is a number, a switch has a default, a short list of options is spelled out."""
    year = tools["programmes-running-in"].input_schema
    assert year["properties"]["year"]["type"] == "integer"
    assert year["required"] == ["year"]
    of = tools["definitions-of"].input_schema
    assert of["required"] == ["concept"]
    assert of["properties"]["unverified"]["default"] is False
    assert "enum" not in of["properties"]["concept"]
    standing = tools["claims-by-standing"].input_schema["properties"]["standing"]
    assert "si:assumed" in standing["enum"]
    assert "required" not in tools["timeline"].input_schema


@pytest.mark.parametrize("name", QUERIES)
def test_a_tool_gives_the_rows_of_its_query(
    name: str, graph: KnowledgeGraph, tools: dict[str, Tool], answers: dict[str, CallToolResult]
) -> None:
    """The first rows of the golden answer, in an answer that is as its schema says."""
    answer = answers[name]
    assert not answer.is_error, said(answer)
    content = answer.structured_content
    Draft202012Validator(tools[name].output_schema).validate(content)
    rows = [tuple(cell or "" for cell in row.values()) for row in content["rows"]]
    golden = expected(name, graph)
    assert rows == golden[: len(rows)]
    assert content["truncated"] == (len(rows) < len(golden))
    assert content["next_offset"] == (len(rows) if content["truncated"] else None)
    # what asks a vocabulary elsewhere has no rows in the graph alone
    assert bool(rows) is not bool(QUERIES[name].elsewhere)
    assert content["version"] == "0.1.0"
    assert content["citation"] in said(answer)


def expected(name: str, graph: KnowledgeGraph) -> list[tuple[str, ...]]:
    """The rows, or the triples in order, of a golden file."""
    file = golden_file(ROOT / GOLDEN, graph, name)
    if file.suffix == ".csv":
        with file.open(encoding="utf-8", newline="") as lines:
            return [tuple(row) for row in list(csv.reader(lines))[1:]]
    triples = sorted((quad.triple for quad in ox.parse(path=str(file))), key=str)
    return [(t.subject.value, t.predicate.value, t.object.value) for t in triples]


def test_every_thing_in_the_rows_comes_with_its_places(
    graph: KnowledgeGraph, answers: dict[str, CallToolResult]
) -> None:
    """What the graph says that a source states, the answer says too."""
    cited = graph.sparql(
        f"SELECT DISTINCT ?thing {{ ?thing <{ONTOLOGY}citation> ?place . FILTER (isIRI(?thing)) }}"
    )
    assert isinstance(cited, Table)
    known = {row["thing"] for row in cited.records()}
    checked = 0
    for answer in answers.values():
        content = answer.structured_content
        shown = {cell for row in content["rows"] for cell in row.values()} & known
        given = {each["iri"]: each["places"] for each in content["sources"]}
        assert set(given) == shown
        assert all(given.values())
        checked += bool(shown)
    assert checked > len(answers) / 2


def test_the_text_names_the_places_that_the_rows_do_not_show(desk: Desk) -> None:
    """A list of concepts has no column for pages, so they stand below it."""
    text = said(call(desk, "concepts", limit=3))
    assert re.search(r"^- id:[\w-]+: Scheffelaar & Kuiper \(2017\), p\. \d+", text, re.MULTILINE)
    placed = said(call(desk, "placements", thing="buurtzorg"))
    assert "Scheffelaar & Kuiper (2017), p. 17" in placed
    assert "Found in:" not in placed


def test_pages_follow_each_other(desk: Desk, graph: KnowledgeGraph) -> None:
    """`next_offset` leads on without a gap, up to a last page that says that it is the last."""
    whole = graph.query("organisations")
    assert isinstance(whole, Table)
    rows: list[dict[str, str | None]] = []
    offset: int | None = 0
    while offset is not None:
        answer = call(desk, "organisations", limit=50, offset=offset)
        rows += answer.structured_content["rows"]
        assert f"offset={answer.structured_content['next_offset']}" in said(answer) or (
            answer.structured_content["truncated"] is False
        )
        offset = answer.structured_content["next_offset"]
    assert rows == whole.records()


def test_an_answer_is_never_too_long_to_read(desk: Desk) -> None:
    """However many rows are asked, the size stays bounded and the rest can be asked for."""
    answer = call(desk, "statements", limit=MOST_ROWS)
    content = answer.structured_content
    assert len(json.dumps(content["rows"])) < 2 * MOST_CHARACTERS
    assert len(said(answer)) < 2 * MOST_CHARACTERS
    assert 0 < len(content["rows"]) < MOST_ROWS
    assert content["next_offset"] == len(content["rows"])


def test_a_cell_is_never_too_long_to_read(graph: KnowledgeGraph) -> None:
    """A text that a query glues together is cut, and says how much is missing."""
    desk = Desk(Service("en", sparql=True), graph)
    glued = "SELECT (GROUP_CONCAT(STR(?o)) AS ?all) { ?s ?p ?o FILTER (isLiteral(?o)) }"
    (row,) = call(desk, "sparql", query=glued).structured_content["rows"]
    assert re.search(r"… \[\+\d+\]$", row["all"])
    assert len(row["all"]) < 5_000


def test_each_call_chooses_its_language(desk: Desk, graph: KnowledgeGraph) -> None:
    """Titles and texts, and complaints too."""
    dutch = call(desk, "participation-levels", lang="nl")
    assert said(dutch).startswith(f"# {QUERIES['participation-levels'].summary.nl}")
    assert dutch.structured_content["rows"][0]["label"] == "passieve participatie"
    assert "Niets in de graaf heet" in complaint(call(desk, "cite", thing="zzz", lang="nl"))
    dutch_desk = Desk(Service("nl"), graph)
    assert {card.title for card in dutch_desk.cards()} >= {QUERIES["scalers"].summary.nl}
    rows = call(dutch_desk, "participation-levels").structured_content["rows"]
    assert rows == dutch.structured_content["rows"]


@pytest.mark.parametrize(
    ("name", "arguments", "hint"),
    [
        pytest.param("definitions-off", {}, "definitions-of", id="unknown-tool"),
        pytest.param("zzz", {}, "`queries`", id="no-resemblance"),
        pytest.param("sparql", {"query": "ASK {}"}, "No tool", id="not-allowed"),
        pytest.param("definitions-of", {}, "concept", id="missing"),
        pytest.param("definitions-of", {"concept": ""}, "concept", id="empty"),
        pytest.param("definitions-of", {"concept": None}, "concept", id="null"),
        pytest.param("definitions-of", {"concpt": "x"}, "Did you mean concept", id="unknown-name"),
        pytest.param("definitions-of", {"concept": "empowermnt"}, "empowerment", id="typo"),
        pytest.param("definitions-of", {"concept": "zzz"}, "`find`", id="unknown-thing"),
        pytest.param("definitions-of", {"concept": ["empowerment"]}, "name of a thing", id="list"),
        pytest.param("definitions-of", {"concept": {"a": 1}}, "name of a thing", id="object"),
        pytest.param("definitions-of", {"concept": "x" * 1_000_000}, "name of a thing", id="1-MB"),
        pytest.param("cite", {"thing": "\x00\x1b[31m\u202e"}, "`find`", id="control-characters"),
        pytest.param("cite", {"thing": "> . ?s ?p ?o } #"}, "`find`", id="injection"),
        pytest.param(
            "page", {"source": "dossier", "page": "seven"}, "whole number", id="no-number"
        ),
        pytest.param("page", {"source": "dossier", "page": 10**30}, "whole number", id="huge"),
        pytest.param("page", {"source": "dossier", "page": 7.5}, "whole number", id="fraction"),
        pytest.param("scalers", {"limit": 0}, "1 to 1000", id="too-few"),
        pytest.param("scalers", {"limit": 1001}, "1 to 1000", id="too-many"),
        pytest.param("scalers", {"offset": -1}, "0 to", id="before-the-first"),
        pytest.param("scalers", {"lang": "fr"}, "nl or en", id="language"),
        pytest.param(
            "compare", {"concept": "social innovation", "part": "x"}, "figures", id="part"
        ),
        pytest.param("classify", {"initiative": "empowerment"}, "named", id="no-initiative"),
        pytest.param("find", {"text": "x", "kind": "Initiatif"}, "Initiati", id="kind"),
    ],
)
def test_a_wrong_call_is_told_how_to_mend_it(
    name: str, arguments: dict[str, object], hint: str, desk: Desk
) -> None:
    """One line in the language of the call; never a traceback."""
    assert hint in complaint(call(desk, name, **arguments))


@given(
    name=st.sampled_from(["page", "definitions-of", "find", "cite", "classify", "timeline"]),
    key=st.sampled_from(["concept", "page", "text", "thing", "under", "since", "limit", "lang"]),
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=5,
    ),
)
@settings(max_examples=150)
def test_no_argument_breaks_a_tool(desk: Desk, name: str, key: str, value: object) -> None:
    """Any JSON gives an answer, or an error of ours."""
    assert answer_or_error(desk, name, {key: value})


def answer_or_error(desk: Desk, name: str, arguments: dict[str, object]) -> str:
    """The text of the answer, or the message of an error of ours."""
    try:
        return desk.call(name, arguments).text
    except SiKgError as error:
        return error.message("nl")


def test_a_switch_and_a_number_may_be_written_as_text(desk: Desk) -> None:
    """Assistants do; the answer is the same."""
    typed = call(desk, "page", source="dossier", page=7)
    assert call(desk, "page", source="dossier", page="7").structured_content == (
        typed.structured_content
    )
    more = call(desk, "definitions-of", concept="empowerment", unverified=True)
    less = call(desk, "definitions-of", concept="empowerment")
    assert len(more.structured_content["rows"]) > len(less.structured_content["rows"])
