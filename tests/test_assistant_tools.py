"""The tools of our own, and what the server offers beside tools."""

import json
import re
from collections.abc import Mapping
from functools import partial

import pytest
from conftest import ROOT, Endpoint
from mcp import Client
from sessions import EMPOWERMENT, OWN, call, complaint, refusal, said, session

from si_kg.assistant.answers import MOST_CHARACTERS
from si_kg.assistant.desk import Desk, Service
from si_kg.assistant.faults import ThemeNotFound
from si_kg.assistant.guide import PROMPTS
from si_kg.assistant.inputs import MOST_ROWS, ROWS
from si_kg.catalogue import Catalogue
from si_kg.cli.commands.serving import TIME_LIMIT, mcp_command
from si_kg.cli.opening import Source
from si_kg.cli.wanted import Place
from si_kg.knowledge_graph import KnowledgeGraph

QUERIES = Catalogue.from_folder(ROOT / "queries")


@pytest.fixture(scope="module")
def desk(graph: KnowledgeGraph) -> Desk:
    """All tools over the real graph, in English."""
    return Desk(Service("en"), graph)


def test_define_gives_who_where_and_what(desk: Desk) -> None:
    """Our own definition, and each author's with quotation, source and place."""
    content = call(desk, "define", concept="Empowerment").structured_content
    assert (content["iri"], content["label"]) == (EMPOWERMENT, "empowerment")
    assert content["definition"]
    assert content["explanation"]
    assert len(content["rows"]) == 8
    assert all(row["source"] and row["seenAt"] and row["paraphrase"] for row in content["rows"])
    assert any(row["quotation"] for row in content["rows"])


def test_cite_gives_a_reference_or_says_that_there_is_none(desk: Desk) -> None:
    """Of a source, of a definition, and of a thing that a page states."""
    (dossier,) = call(desk, "cite", thing="dossier").structured_content["rows"]
    assert (dossier["role"], dossier["record"]) == ("the source itself", "complete")
    assert dossier["reference"].startswith("Scheffelaar, A., & Kuiper, C. (2017).")
    definition = call(desk, "cite", thing="OECD2021").structured_content
    assert {row["record"] for row in definition["rows"]} == {"incomplete"}
    assert {row["reference"] for row in definition["rows"]} == {None}
    assert definition["entry"].endswith("definition-oecd-2021")
    pages = [
        row["page"] for row in call(desk, "cite", thing="buurtzorg").structured_content["rows"]
    ]
    assert pages == ["17", "18", "20", "35"]
    assert "names no source" in said(call(desk, "cite", thing="si:Concept"))


def test_cite_writes_a_reference_for_a_list(desk: Desk) -> None:
    """In any of the formats, beside the rows; what cannot be cited says what can."""
    given = call(desk, "cite", thing="bloom-2012", to="biblatex").structured_content
    assert given["entry"].startswith("@book{bloom-2012,")
    assert len(given["rows"]) == 1
    assert "Palgrave Macmillan" in said(call(desk, "cite", thing="bloom-2012", to="text"))
    assert "m-pesa-" in complaint(call(desk, "cite", thing="m-pesa", to="ris"))
    assert "bibtex" in complaint(call(desk, "cite", thing="bloom-2012", to="bibtx"))


def test_compare_gives_each_part(desk: Desk) -> None:
    """The figures unless another part is asked, in sentences too."""
    figures = call(desk, "compare", concept="empowerment")
    assert "Krippendorff" in said(figures)
    for part in ("agreement", "matrix", "containment"):
        answer = call(desk, "compare", concept="empowerment", part=part)
        assert answer.structured_content["rows"]
        assert answer.structured_content["iri"] == EMPOWERMENT
    without = call(desk, "compare", concept="empowerment", part="matrix", without=["zzz"])
    assert "zzz" in complaint(without)


def test_classify_says_why(desk: Desk) -> None:
    """All definitions in a row each; under one, its criteria with evidence."""
    every = call(desk, "classify", initiative="m-pesa")
    assert {row["answer"] for row in every.structured_content["rows"]} >= {"fits", "does not fit"}
    assert "Undecided is not a no" in said(every)
    one = call(desk, "classify", initiative="M-PESA", under=["OECD2021"]).structured_content
    assert {row["answer"] for row in one["rows"]} == {"fits"}
    assert all(row["criterion"] and row["outcome"] for row in one["rows"])


def test_find_and_queries_lead_on(desk: Desk) -> None:
    """Names for a typo, and queries for a word, with the parameters that they take."""
    found = call(desk, "find", text="empowermnet").structured_content
    assert found["rows"][0]["thing"] == EMPOWERMENT
    assert len(found["rows"]) == 10
    everything = call(desk, "queries").structured_content["rows"]
    assert {row["name"] for row in everything} == set(QUERIES)
    listed = call(desk, "queries", theme="sources", word="page").structured_content["rows"]
    assert {row["theme"] for row in listed} == {"sources"}
    assert {row["name"]: row["parameters"] for row in listed}["page"] == "source, page"


def test_a_theme_leaves_the_rest_to_one_tool(graph: KnowledgeGraph) -> None:
    """Few tools, and still every question can be asked."""
    desk = Desk(Service("en", themes=("measurements",)), graph)
    served = {card.name for card in desk.cards()}
    measured = {name for name, query in QUERIES.items() if query.theme == "measurements"}
    assert served == OWN | measured | {"query"}
    asked = call(desk, "query", name="definitions-of", parameters=["concept=empowerment"])
    assert len(asked.structured_content["rows"]) == 8
    paged = call(desk, "query", name="organisations", limit=2, offset=3).structured_content
    assert (
        paged["rows"] == call(desk, "query", name="organisations").structured_content["rows"][3:5]
    )
    assert "definitions-of" in complaint(call(desk, "query", name="definitions-off"))
    assert "name=value" in complaint(call(desk, "query", name="scalers", parameters=["x"]))
    with pytest.raises(ThemeNotFound, match="measurements"):
        Desk(Service("en", themes=("measurement",)), graph)


def test_sparql_is_there_only_where_it_was_allowed(graph: KnowledgeGraph, desk: Desk) -> None:
    """Questions of all kinds; no updates, nothing from elsewhere."""
    assert "sparql" not in {card.name for card in desk.cards()}
    allowed = Desk(Service("en", sparql=True), graph)
    ask = partial(call, allowed, "sparql")
    assert ask(query="ASK { ?s ?p ?o }").structured_content["rows"] == [{"answer": "true"}]
    rows = ask(query="SELECT ?s { ?s ?p ?o } ORDER BY ?s", limit=2).structured_content
    assert (len(rows["rows"]), rows["next_offset"]) == (2, 2)
    made = ask(query=f"CONSTRUCT WHERE {{ <{EMPOWERMENT}> a ?kind }}").structured_content
    assert {row["subject"] for row in made["rows"]} == {EMPOWERMENT}
    assert "changes data" in complaint(ask(query="DELETE WHERE { ?s ?p ?o }"))
    assert "SERVICE" in complaint(ask(query="SELECT * { SERVICE <http://x> { ?s ?p ?o } }"))
    assert "cannot be read" in complaint(ask(query="SELECT"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_server_introduces_itself(graph: KnowledgeGraph, language: str) -> None:
    """Who it is and what to mind, to clients of the older protocol too."""

    async def act(client: Client) -> tuple[str | None, str | None, int]:
        assert client.server_info
        return client.instructions, client.server_info.title, len((await client.list_tools()).tools)

    desk = Desk(Service(language), graph)
    for mode in ("auto", "legacy"):
        instructions, title, count = session(desk, act, language, mode)
        assert "assumed" in (instructions or "")
        assert title == {"nl": "Kennisgraaf van sociale innovatie"}.get(
            language, "Knowledge graph of social innovation"
        )
        assert count == len(QUERIES) + len(OWN)


def test_resources_tell_what_the_graph_is_and_what_a_thing_is(desk: Desk) -> None:
    """Markdown, with version, citation, licence and limits."""

    async def act(client: Client) -> list[str]:
        (about,) = (await client.list_resources()).resources
        (thing,) = (await client.list_resource_templates()).resource_templates
        addresses = [about.uri, thing.uri_template.replace("{name}", "empowerment")]
        read = [(await client.read_resource(address)).contents[0] for address in addresses]
        return [page.text for page in read]  # type: ignore[union-attr]

    about, thing = session(desk, act)
    assert all(fact in about for fact in ("0.1.0", "CC BY 4.0", "200", "read-only"))
    assert thing.startswith("# empowerment")


@pytest.mark.parametrize("address", ["si-kg://x", "si-kg://thing/zzz", "file:///etc/passwd"])
def test_no_other_address_is_read(desk: Desk, address: str) -> None:
    """An error of the protocol that says what can be read, or found."""
    assert re.search(r"si-kg://about|`find`", refusal(desk, lambda c: c.read_resource(address)))


def test_prompts_ask_for_definitions_with_their_source(desk: Desk) -> None:
    """One for each language; the concept is named, whatever is in it, on one line."""

    async def act(client: Client) -> Mapping[str, str]:
        names = [prompt.name for prompt in (await client.list_prompts()).prompts]
        got = {name: await client.get_prompt(name, {"concept": "co-\ncreatie"}) for name in names}
        return {name: each.messages[0].content.text for name, each in got.items()}  # type: ignore[union-attr]

    asked = session(desk, act)
    assert set(asked) == set(PROMPTS)
    assert all("‘co- creatie’" in text and "`define`" in text for text in asked.values())
    nearest = refusal(desk, lambda client: client.get_prompt("definieer-met-bro"))
    assert nearest.endswith("Did you mean definieer-met-bron?")
    missing = refusal(desk, lambda client: client.get_prompt("define-with-source"))
    assert "a value for concept" in missing


def test_an_endpoint_elsewhere_answers_the_same(
    endpoint: Endpoint, mini_graph: KnowledgeGraph
) -> None:
    """The same tools over HTTP; an endpoint that fails says so."""
    near = Desk(Service("en"), mini_graph)
    far = Desk(Service("en", endpoint.url), KnowledgeGraph.at(endpoint.url, "en"))
    there = call(far, "defined-concepts").structured_content["rows"]
    catalogued = Desk(Service("en"), KnowledgeGraph(mini_graph.store, QUERIES, "en"))
    assert there == call(catalogued, "defined-concepts").structured_content["rows"]
    assert there
    assert {card.name for card in near.cards()} == OWN | set(mini_graph.catalogue)
    endpoint.answer = (400, "text/plain", b"no")
    assert "did not take the question" in complaint(call(far, "defined-concepts"))


@pytest.mark.parametrize("manual", ["assistants.md", "assistenten.md"])
def test_the_manual_says_how_it_is(manual: str) -> None:
    """Its settings are options of the command, its tools and its limits the real ones."""
    text = (ROOT / "docs" / manual).read_text("utf-8")
    settings = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    assert settings
    command = mcp_command("en")
    for setting in settings:
        (server,) = setting["mcpServers"].values()
        assert (server["command"], server["args"][0]) == ("si-kg", "mcp")
        command.make_context("mcp", server["args"][1:], obj=Source(Place()))
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == OWN
    options = {option for each in command.params for option in each.opts}
    assert set(re.findall(r"--[a-z]+", text)) <= options
    figures = [str(ROWS), str(MOST_ROWS), f"{MOST_CHARACTERS // 1000}", f"{TIME_LIMIT} se"]
    assert all(figure in text for figure in figures)
