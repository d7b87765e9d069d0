"""Questions that cross to other vocabularies: loaded beside the graph, or asked elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from conftest import FIXTURES, ROOT, Cli, Endpoint, complaint, endpoint_over, store_of
from engines import oxigraph_server
from served import graph_over, serving

from si_kg.catalogue import Catalogue
from si_kg.errors import (
    EndpointFailed,
    FileMalformed,
    QueryMalformed,
    ServiceRefused,
    UpdateRefused,
)
from si_kg.federation import elsewhere
from si_kg.federation.beside import with_beside
from si_kg.federation.faults import (
    ServiceAddressMalformed,
    ServiceMisplaced,
    ServiceNotAllowed,
    ServiceTooMuch,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.results import Table
from si_kg.store import EmbeddedStore, at_endpoint
from si_kg.store.faults import CredentialsUnclear, GraphElsewhere

OURS = FIXTURES / "vocabularies"
SHARED = ROOT.parent / "shared" / "vocabularies"
WHOLE = {"eurovoc": "eurovoc.ttl", "sdg": "un-sdg-goals-targets-indicators.ttl"}
CATALOGUE = Catalogue.from_folder(ROOT / "queries")
CROSSING = [name for name, query in CATALOGUE.items() if query.elsewhere]
CASES = {
    "eurovoc-around": {"concept": "debt"},
    "shared-eurovoc": {"concept": "debt"},
    "sdg-targets-of": {"thing": "voedselbank-rotterdam"},
    "wikidata-labels": {"thing": "crowdfunding"},
}
NETWORK = """
ex:bank rdfs:label "bank" ; skos:exactMatch <http://example.org/bank> .
ex:oever rdfs:label "oever" ; skos:exactMatch <http://example.org/shore> .
ex:delen rdfs:label "delen" ; skos:exactMatch [ ] .
"""
THERE = """
<http://example.org/bank> skos:prefLabel "Bank" ; skos:related [ skos:prefLabel "no name" ] .
<http://example.org/shore> skos:prefLabel "Shore\\"s } end" .
<http://example.org/other> skos:prefLabel "Other" .
"""
SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
LINKS = "?thing skos:exactMatch ?target ."


def text_of(table: object) -> str:
    """The rows as CSV."""
    assert isinstance(table, Table)
    return table.write("csv", "en")


def load(address: str, file: Path) -> None:
    """A Turtle file into the default graph of a server."""
    kind = {"Content-Type": "text/turtle"}
    request = Request(f"{address}/store?default", file.read_bytes(), kind, method="POST")  # noqa: S310
    urlopen(request).close()  # noqa: S310 (our own server)


@pytest.fixture(scope="module")
def beside(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The real graph with a small piece of each vocabulary."""
    return graph.beside(*OURS.iterdir())


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The query address of a server in another process that holds the same pieces."""
    with oxigraph_server() as address:
        for file in OURS.iterdir():
            load(address, file)
        yield f"{address}/query"


@pytest.fixture
def there() -> Iterator[Endpoint]:
    """An endpoint of another organisation."""
    with endpoint_over(store_of(THERE)) as made:
        yield made


@pytest.fixture
def here() -> KnowledgeGraph:
    """A graph of three things, two of which are linked to something there."""
    return graph_over(store_of(NETWORK))


def asked(endpoint: Endpoint, pattern: str) -> str:
    """A query with this pattern asked there, for the things that are linked."""
    service = f"SERVICE <{endpoint.url}> {{ {pattern} }}"
    return f"{SKOS}SELECT ?thing ?name {{ {LINKS} {service} }} ORDER BY ?name"


def test_there_are_queries_that_cross() -> None:
    """Each has a case below."""
    assert set(CROSSING) == set(CASES)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CROSSING)
def test_a_vocabulary_beside_the_graph_answers(
    name: str, language: str, graph: KnowledgeGraph, beside: KnowledgeGraph
) -> None:
    """Rows with it, in both languages; none without it."""
    values = CASES[name] | {"lang": language}
    assert not graph.query(name, values).rows  # type: ignore[union-attr]
    found = beside.query(name, values)
    assert isinstance(found, Table)
    assert found.rows


def test_the_neighbours_are_those_of_the_vocabulary(beside: KnowledgeGraph) -> None:
    """In the language asked, with the relation on both sides in words."""
    found = beside.query("eurovoc-around", concept="debt", lang="nl")
    assert isinstance(found, Table)
    rows = [(row["targetLabel"], row["step"], row["aroundLabel"]) for row in found.records()]
    assert rows == [
        ("schuld", "ruimer begrip", "verbintenisrecht"),
        ("schuld", "verwant begrip", "buitenlandse schuld"),
        ("schuld", "verwant begrip", "faillissement in civiel recht"),
        ("schuld", "verwant begrip", "overheidsschuld"),
        ("schuld", "verwant begrip", "schuldenlast"),
        ("schuldenlast", "ruimer begrip", "ontlening"),
        ("schuldenlast", "verwant begrip", "financiële solvabiliteit"),
        ("schuldenlast", "verwant begrip", "gezinsverbruik"),
        ("schuldenlast", "verwant begrip", "schuld"),
    ]


def test_goals_targets_and_indicators_come_in_order(beside: KnowledgeGraph) -> None:
    """The goal with its target, then the target with its indicator."""
    found = beside.query("sdg-targets-of", thing="voedselbank-rotterdam")
    assert isinstance(found, Table)
    rows = [(row["number"], row["below"]) for row in found.records()]
    assert rows == [
        ("12", "http://metadata.un.org/sdg/12.3"),
        ("12.3", "http://metadata.un.org/sdg/C120301"),
    ]


@pytest.mark.parametrize("name", CROSSING)
def test_an_endpoint_gives_the_same_rows(
    name: str, graph: KnowledgeGraph, beside: KnowledgeGraph, server: str
) -> None:
    """One text, two ways: over the vocabulary here, and at a server that holds it."""
    crossing = graph.crossing(**{CATALOGUE[name].elsewhere[0]: server})
    for values in ({}, CASES[name]):
        assert text_of(crossing.query(name, values)) == text_of(beside.query(name, values))


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the whole vocabularies are not beside the checkout"
)
def test_whole_vocabularies_give_the_same_rows_both_ways(graph: KnowledgeGraph) -> None:
    """Hundreds of links at once, in as many requests as that takes."""
    beside = graph.beside(named={name: [SHARED / file] for name, file in WHOLE.items()})
    with oxigraph_server() as address:
        for file in WHOLE.values():
            load(address, SHARED / file)
        crossing = graph.crossing(**dict.fromkeys(WHOLE, f"{address}/query"))
        for name in CROSSING[:3]:
            rows = text_of(beside.query(name))
            assert rows.count("\n") > 100
            assert text_of(crossing.query(name)) == rows


def test_files_are_graphs_of_their_own(here: KnowledgeGraph) -> None:
    """After the name given, or after the file; what was there stays as it was."""
    named = {"both": [OURS / "sdg.ttl", OURS / "wikidata.ttl"]}
    both = here.beside(OURS / "eurovoc.ttl", named=named)
    found = both.sparql("SELECT DISTINCT ?g { GRAPH ?g { ?a ?b ?c } } ORDER BY ?g")
    assert text_of(found).split() == [
        "g",
        "https://w3id.org/si-kg/graph/beside/both",
        "https://w3id.org/si-kg/graph/beside/eurovoc",
    ]
    assert not here.sparql("SELECT ?g { GRAPH ?g { ?a ?b ?c } }").rows  # type: ignore[union-attr]
    assert text_of(both.sparql(f"{SKOS}SELECT ?a {{ ?a skos:exactMatch ?b }}")).count("\n") == 4


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path, here: KnowledgeGraph) -> None:
    """The same label in two files is not the same thing."""
    files = [tmp_path / name for name in ("one.nt", "two.nt")]
    for file in files:
        file.write_text(f'_:b <http://example.org/in> "{file.stem}" .\n')
    both = here.beside(*files)
    found = both.sparql("SELECT DISTINCT ?b { ?b <http://example.org/in> ?file }")
    assert len(found.rows) == 2  # type: ignore[union-attr]


def test_a_large_file_tells_how_far_it_is(tmp_path: Path) -> None:
    """After each hundred thousand triples."""
    file = tmp_path / "large.nt"
    lines = (
        f"<http://example.org/{n}> <http://example.org/is> <x:{n}> .\n" for n in range(250_000)
    )
    file.write_text("".join(lines))
    heard: list[tuple[str, int]] = []
    store = with_beside(
        EmbeddedStore.from_quads([]), {"l": [file]}, lambda at, n: heard.append((at.name, n))
    )
    assert heard == [("large.nt", 100_000), ("large.nt", 200_000)]
    assert len(store.engine) == 250_000


def test_a_fault_in_a_file_is_named_with_its_line(tmp_path: Path, here: KnowledgeGraph) -> None:
    """And nothing is answered from half a file."""
    file = tmp_path / "broken.ttl"
    file.write_text("<x:a> <x:b> <x:c> .\n<x:a> nonsense .\n")
    with pytest.raises(FileMalformed, match=r"broken.ttl.*2"):
        here.beside(file)


def test_a_graph_elsewhere_has_nothing_beside_it(endpoint: Endpoint) -> None:
    """It would have to be fetched whole."""
    with pytest.raises(GraphElsewhere):
        KnowledgeGraph.at(endpoint.url).beside(OURS / "sdg.ttl")


def test_the_rows_of_an_endpoint_are_joined(there: Endpoint, here: KnowledgeGraph) -> None:
    """It is asked about what is linked, not for all it has; odd signs come through whole."""
    crossing = here.crossing(there.url)
    found = crossing.sparql(asked(there, "?target skos:prefLabel ?name"))
    assert text_of(found).splitlines()[1:] == [
        "https://example.org/bank,Bank",
        'https://example.org/oever,"Shore""s } end"',
    ]
    ((_, text),) = there.asked
    assert "<http://example.org/bank>" in text
    assert "SERVICE" not in text


def test_a_filter_about_their_names_leaves_nothing_out(
    there: Endpoint, here: KnowledgeGraph
) -> None:
    """Wherever in the group it stands, it means the same."""
    service = f"SERVICE <{there.url}> {{ ?target skos:prefLabel ?name }}"
    for pattern in (
        f"{LINKS} FILTER (?name = 'Bank') {service}",
        f"{LINKS} {service} FILTER (?name = 'Bank')",
        f"FILTER (?name = 'Bank') {service} {LINKS}",
        f"{service} {LINKS} FILTER (?name = 'Bank')",
    ):
        found = here.crossing(there.url).sparql(f"{SKOS}SELECT ?thing {{ {pattern} }}")
        assert text_of(found).split() == ["thing", "https://example.org/bank"]


def test_each_form_of_query_crosses(there: Endpoint, here: KnowledgeGraph) -> None:
    """ASK and CONSTRUCT as SELECT; two parts one after the other."""
    crossing = here.crossing(there.url)
    service = f"SERVICE <{there.url}> {{ ?target skos:prefLabel ?name }}"
    again = f"SERVICE <{there.url}> {{ ?target skos:related ?node }}"
    assert crossing.sparql(f"{SKOS}ASK {{ {LINKS} {service} }}")
    made = crossing.sparql(f"{SKOS}CONSTRUCT {{ ?thing skos:note ?name }} {{ {LINKS} {service} }}")
    assert len(made.triples) == 2  # type: ignore[union-attr]
    found = crossing.sparql(f"{SKOS}SELECT ?name ?node {{ {LINKS} {service} {again} }}")
    (row,) = found.records()  # type: ignore[union-attr]
    assert row["name"] == "Bank"
    assert str(row["node"]).startswith("https://w3id.org/si-kg/.well-known/genid/")


def test_many_things_go_in_portions() -> None:
    """No request is too long for an endpoint."""
    turtle = "".join(f"ex:t{n} skos:exactMatch <x:{n}> .\n" for n in range(250))
    names = "".join(f'<x:{n}> skos:prefLabel "{n}" .\n' for n in range(250))
    with endpoint_over(store_of(names)) as there:
        crossing = graph_over(store_of(turtle)).crossing(there.url)
        found = crossing.sparql(asked(there, "?target skos:prefLabel ?name"))
    assert len(found.rows) == 250  # type: ignore[union-attr]
    assert len(there.asked) == 3


def test_nothing_linked_asks_nothing(there: Endpoint) -> None:
    """An endpoint is left alone where it has nothing to add."""
    crossing = graph_over(store_of("ex:bank rdfs:label 'bank' .")).crossing(there.url)
    found = crossing.sparql(asked(there, "?target skos:prefLabel ?name"))
    assert not found.rows  # type: ignore[union-attr]
    assert there.asked == []


def test_too_many_rows_are_refused(
    there: Endpoint, here: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would fill the memory is asked to be narrowed."""
    monkeypatch.setattr(elsewhere, "MOST_ROWS", 2)
    crossing = here.crossing(there.url)
    assert crossing.sparql(asked(there, "?target skos:prefLabel ?name")).rows  # type: ignore[union-attr]
    with pytest.raises(ServiceTooMuch, match="more than 2 rows"):
        crossing.sparql(asked(there, "?any ?has ?name"))


@pytest.mark.parametrize("silent", [False, True])
def test_a_failure_is_said_unless_it_should_be_silent(
    silent: bool,  # noqa: FBT001 (a row of the table)
    there: Endpoint,
    here: KnowledgeGraph,
) -> None:
    """SILENT gives the rows without that part, as SPARQL 1.1 Federated Query has it."""
    there.answer = (400, "text/plain", b"no")
    text = asked(there, "?target skos:prefLabel ?name")
    crossing = here.crossing(there.url)
    if silent:
        found = crossing.sparql(text.replace("SERVICE", "SERVICE SILENT"))
        assert len(found.rows) == 3  # type: ignore[union-attr]
    else:
        with pytest.raises(EndpointFailed, match="HTTP 400"):
            crossing.sparql(text)


PART = "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param(f"SELECT * {{ {PART} }}", ServiceNotAllowed, id="other-address"),
        pytest.param("SELECT * { SERVICE <URL?x> { ?a ?b ?c } }", ServiceNotAllowed, id="longer"),
        pytest.param(
            "SELECT * { SERVICE <URL> { ?a ?b ?c } PART }", ServiceNotAllowed, id="second"
        ),
        pytest.param("SELECT * { SERVICE <URL> { PART } }", ServiceMisplaced, id="within"),
        pytest.param(f"SELECT * {{ OPTIONAL {{ {PART} }} }}", ServiceMisplaced, id="nested"),
        pytest.param(
            "SELECT * { OPTIONAL { SERVICE <URL> { ?a ?b ?c } } }", ServiceMisplaced, id="deep"
        ),
        pytest.param("SELECT * { SERVICE ?a { ?a ?b ?c } }", ServiceMisplaced, id="variable"),
        pytest.param(
            "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:y { ?a ?b ?c } }",
            ServiceMisplaced,
            id="prefix",
        ),
        pytest.param(
            "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
            ServiceMisplaced,
            id="escape",
        ),
        pytest.param(
            "SELECT * { SERVICE <URL> { ?a ?b ?c FILTER EXISTS { PART } } }",
            ServiceMisplaced,
            id="exists",
        ),
        pytest.param("SELECT * { SERVICE <URL> { ?a ?b } }", QueryMalformed, id="malformed"),
        pytest.param("SELECT * { SERVICE <URL> { ?a ?b ?c }", QueryMalformed, id="open"),
        pytest.param("DELETE WHERE { SERVICE <URL> { ?a ?b ?c } }", UpdateRefused, id="update"),
        pytest.param("LOAD <http://127.0.0.1:9/>", UpdateRefused, id="load"),
    ],
)
def test_nothing_else_goes_out(
    text: str, error: type[Exception], there: Endpoint, here: KnowledgeGraph
) -> None:
    """Only the very address that was named, and only with a question that is in order."""
    with pytest.raises(error):
        here.crossing(there.url).sparql(text.replace("URL", there.url).replace("PART", PART))
    assert there.asked == []


def test_a_fault_keeps_its_place(there: Endpoint, here: KnowledgeGraph) -> None:
    """Line and column are those of the text that was written."""
    text = f"SELECT *\n{{ SERVICE SILENT <{there.url}> {{ ?a ?b ?c }}\n ?a ?b }}"
    with pytest.raises(QueryMalformed) as refused:
        here.crossing(there.url).sparql(text)
    assert str(refused.value.facts["where"]).startswith("3:")


@pytest.mark.parametrize("url", ["ftp://example.org/", "file:///etc/passwd", "example.org", ""])
def test_an_address_is_one_of_the_web(url: str, here: KnowledgeGraph) -> None:
    """Whatever else an engine might fetch."""
    with pytest.raises(ServiceAddressMalformed):
        here.crossing(url)


def test_our_credentials_stay_here(
    there: Endpoint, here: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are for the endpoint of the graph: for any other they are not even looked at."""
    monkeypatch.setenv("SI_KG_ENDPOINT_USER", "half of them")
    with pytest.raises(CredentialsUnclear):
        at_endpoint(there.url)
    found = here.crossing(there.url).sparql(asked(there, "?target skos:prefLabel ?name"))
    assert len(found.rows) == 2  # type: ignore[union-attr]


def test_an_endpoint_cannot_send_the_question_on(there: Endpoint, here: KnowledgeGraph) -> None:
    """A redirect leads to an address that nobody named."""
    there.answer = (302, "text/plain", b"")
    with pytest.raises(EndpointFailed, match="HTTP 302"):
        here.crossing(there.url).sparql(asked(there, "?target skos:prefLabel ?name"))


def test_without_leave_service_stays_refused(there: Endpoint, here: KnowledgeGraph) -> None:
    """In Python, and over HTTP whatever a request says."""
    text = asked(there, "?target skos:prefLabel ?name")
    with pytest.raises(ServiceRefused):
        here.sparql(text)
    with serving(here) as client:
        for fields in ({}, {"service": there.url}, {"with": there.url}):
            assert client.get("/sparql", params={"query": text} | fields).status_code >= 400
    assert there.asked == []


def test_the_command_reads_files_and_asks_endpoints(cli: Cli, server: str) -> None:
    """The same rows by --with and by --service, with a name or with the only name there is."""
    query = ("query", "eurovoc-around", "concept=debt", "--format", "csv")
    ran = cli(*query, "--with", OURS / "eurovoc.ttl")
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 10)
    assert cli(*query, "--with", f"any={OURS / 'eurovoc.ttl'}").out == ran.out
    assert cli(*query, "--service", f"eurovoc={server}").out == ran.out
    assert cli(*query, "--service", server).out == ran.out


def test_the_command_runs_sparql_of_ones_own(cli: Cli, server: str, tmp_path: Path) -> None:
    """With SERVICE to the endpoint that was named."""
    file = tmp_path / "own.rq"
    part = "?target skos:prefLabel ?name . FILTER (LANG(?name) = 'nl')"
    links = LINKS.replace("exactMatch", "relatedMatch")
    file.write_text(f"{SKOS}SELECT ?name {{ {links} SERVICE <{server}> {{ {part} }} }}")
    ran = cli("query", "--file", file, "--service", server, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert "schuldenlast" in ran.out.split()
    assert "SERVICE" in complaint(cli("query", "--file", file))


def test_what_is_missing_is_told(cli: Cli) -> None:
    """An answer without rows says what to put beside it; --explain names it."""
    ran = cli("query", "sdg-targets-of", "--format", "csv", "--lang", "nl")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "--with sdg=BESTAND" in ran.err
    assert "\n  sdg\n" in cli("query", "sdg-targets-of", "--explain").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--with", "nothing.ttl"], "‘nothing.ttl’ cannot be read", id="no-file"),
        pytest.param(["--with", "list.csv"], "does not tell its RDF syntax", id="no-rdf"),
        pytest.param(["--service", "ftp://example.org"], "is no address", id="no-address"),
        pytest.param(["--service", "sdg=http://x.invalid"], "no part ‘sdg’", id="other-part"),
        pytest.param(
            ["--service", "http://x.invalid", "--cite", "text"], "--cite does not go", id="cite"
        ),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], said: str, cli: Cli) -> None:
    """And nothing is asked."""
    assert said in complaint(cli("query", "eurovoc-around", *arguments))


def test_a_query_that_asks_nothing_elsewhere_says_so(cli: Cli) -> None:
    """An address would be of no use to it."""
    ran = cli("query", "concepts", "--service", "http://x.invalid")
    assert "asks nothing elsewhere" in complaint(ran)
