"""A citation tells what was asked, of which data, when, and what came; no engine changes it."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from conftest import store_of
from hypothesis import given
from hypothesis import strategies as st

from si_kg.citing.address import Cited, addresses, read_address, short_hash
from si_kg.citing.answers import CitedAnswer, today
from si_kg.citing.faults import DateMalformed
from si_kg.citing.fingerprint import canonical, watched
from si_kg.citing.work import Work
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.limited import Limited
from si_kg.namespaces import ONTOLOGY, PREFIXES
from si_kg.result_formats.terms import Row
from si_kg.results import Graph, Table, Verdict
from si_kg.store import Answer, EmbeddedStore
from si_kg.store.text import is_ordered
from si_kg.streams import RowStream, Stream, TripleStream, collected, stream

XSD = PREFIXES["xsd"]
HEADER = f"""
<{ONTOLOGY.removesuffix("#")}> a owl:Ontology ;
    dcterms:title "graaf"@nl , "graph"@en ;
    dcterms:creator id:zoe , id:ann ; dcterms:publisher id:ann ;
    dcterms:issued "2026-01-31"^^xsd:date ;
    owl:versionInfo "1.2.3" ; owl:versionIRI <https://w3id.org/si-kg/ontology/1.2.3> .
id:zoe rdfs:label "Zoë"@nl , "Zoe"@en .
id:ann foaf:name "Ann" .
"""
ASKED = "SELECT ?a ?b { VALUES (?a ?b) { (1 2) (3 UNDEF) } } ORDER BY ?a"


def literal(text: str, kind: str) -> ox.Literal:
    """A literal of a type of XML Schema."""
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def hash_of(found: Stream, *, ordered: bool = True) -> str:
    """The hash of an answer, once it was taken."""
    seen, fingerprint = watched(found, ordered=ordered)
    collected(seen)
    return fingerprint.sha256()


def rows_of(rows: Sequence[Row], *names: str) -> RowStream:
    """Rows as they come."""
    source = Limited(rows)
    return RowStream(names, source, source)


def by_hand(head: str, *lines: str) -> str:
    """The hash as its description says, from nothing but the text of the lines."""
    digests = [hashlib.sha256(line.encode()).digest() for line in (head, *lines)]
    return hashlib.sha256(b"".join(digests)).hexdigest()


def test_the_hash_is_as_described() -> None:
    """The head, then each row, in canonical N-Triples with tabs between."""
    rows = rows_of(
        [(ox.NamedNode("urn:x"), ox.Literal('a\t"é"\n', language="nl")), (None, ox.Literal(7))],
        "a",
        "b",
    )
    assert hash_of(rows) == by_hand("?a\t?b", '<urn:x>\t"a\\t\\"é\\"\\n"', f'\t"7"^^<{XSD}integer>')


def test_the_hash_of_what_has_no_rows() -> None:
    """A graph is lines of three cells, sorted, each once; a truth is one line."""
    node = ox.NamedNode("urn:x")
    triples = [ox.Triple(node, node, ox.Literal(text)) for text in "bab"]
    source = Limited(triples)
    lines = [f'<urn:x>\t<urn:x>\t"{text}"' for text in "ab"]
    lines.sort(key=lambda line: hashlib.sha256(line.encode()).digest())
    assert hash_of(TripleStream(source, source)) == by_hand("triples", *lines)
    assert hash_of(Verdict(value=True)) == by_hand("boolean", "true")
    assert hash_of(Verdict(value=False)) == by_hand("boolean", "false")


A, B = (ox.Literal("a"),), (ox.Literal("b"),)


@pytest.mark.parametrize(
    ("rows", "names", "same", "same_unordered"),
    [
        pytest.param([A, B], ["x"], True, True, id="same"),
        pytest.param([B, A], ["x"], False, True, id="order"),
        pytest.param([A, B, B], ["x"], False, False, id="twice"),
        pytest.param([A], ["x"], False, False, id="fewer"),
        pytest.param([A, B], ["y"], False, False, id="other-column"),
        pytest.param([A, (None,)], ["x"], False, False, id="unbound"),
        pytest.param([A, (ox.Literal("b", language="nl"),)], ["x"], True, True, id="language"),
        pytest.param([A, (literal("b", "token"),)], ["x"], False, False, id="type"),
    ],
)
def test_the_hash_tells_answers_apart(
    rows: list[Row],
    names: list[str],
    same: bool,  # noqa: FBT001
    same_unordered: bool,  # noqa: FBT001
) -> None:
    """Order counts where the query asks for one."""
    assert (hash_of(rows_of(rows, *names)) == hash_of(rows_of([A, B], "x"))) == same
    ours, other = (
        hash_of(found, ordered=False) for found in (rows_of(rows, *names), rows_of([A, B], "x"))
    )
    assert (ours == other) == same_unordered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(literal("+07", "integer"), literal("7", "integer"), id="integer"),
        pytest.param(literal("7.50", "decimal"), literal("+07.5", "decimal"), id="decimal"),
        pytest.param(literal("7.0", "decimal"), literal("7", "decimal"), id="whole-decimal"),
        pytest.param(literal("-0.0", "decimal"), literal("0", "decimal"), id="zero"),
        pytest.param(literal("7.5E0", "double"), literal("7.5", "double"), id="double"),
        pytest.param(literal("1", "boolean"), literal("true", "boolean"), id="boolean"),
        pytest.param(
            ox.Literal("x", language="nl-NL"), ox.Literal("x", language="nl-nl"), id="language"
        ),
        pytest.param(ox.BlankNode("a"), ox.BlankNode("b"), id="blank"),
        pytest.param(ox.Literal("x"), literal("x", "string"), id="string"),
    ],
)
def test_engines_may_write_the_same_value_differently(one: ox.Literal, other: ox.Literal) -> None:
    """It is the same cell."""
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(literal("7", "integer"), literal("7", "decimal"), id="type"),
        pytest.param(literal("veel", "integer"), literal("7", "integer"), id="ill-typed"),
        pytest.param(literal("0999", "gYear"), literal("999", "gYear"), id="year"),
        pytest.param(ox.Literal("_:"), ox.BlankNode("b"), id="blank"),
        pytest.param(ox.Literal(""), None, id="unbound"),
        pytest.param(
            literal("0.1000000000000000000000000000001", "decimal"),
            literal("0.1", "decimal"),
            id="digits",
        ),
        pytest.param(ox.NamedNode("urn:x"), ox.Literal("urn:x"), id="iri"),
    ],
)
def test_other_values_are_other_cells(one: ox.Literal, other: ox.Literal | None) -> None:
    """Nothing is lost on the way."""
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("empty", [ox.Literal(""), ox.Literal("", language="nl")])
def test_an_empty_text_is_as_no_text(empty: ox.Literal) -> None:
    """In rows; engines make the one or the other of an empty group."""
    assert hash_of(rows_of([(empty,)], "x")) == hash_of(rows_of([(None,)], "x"))


def test_triples_keep_their_language() -> None:
    """No engine changes it there."""
    node = ox.NamedNode("urn:x")
    sources = [
        Limited([ox.Triple(node, node, ox.Literal("a", language=tag))]) for tag in ("nl", "en")
    ]
    assert len({hash_of(TripleStream(source, source)) for source in sources}) == 2


def from_rdflib(graph: rdflib.Graph, text: str) -> Answer:
    """The answer of rdflib, read as that of any endpoint."""
    body = graph.query(text).serialize(format="json")
    assert body is not None
    return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)


def test_another_engine_gives_the_same_hash(mini_graph: KnowledgeGraph) -> None:
    """Canned queries and one's own, answered by rdflib and by Oxigraph."""
    assert isinstance(mini_graph.store, EmbeddedStore)
    other = rdflib.Graph()
    quads = ox.serialize(
        [quad.triple for quad in mini_graph.store.engine], format=ox.RdfFormat.N_TRIPLES
    )
    other.parse(data=quads or b"", format="nt")
    own = "SELECT ?p (COUNT(*) AS ?n) (AVG(STRLEN(STR(?o))) > 0 AS ?b) { ?s ?p ?o } GROUP BY ?p"
    asked = [
        mini_graph.asked("concepts", {"lang": "nl"}),
        mini_graph.asked("definitions-of", {"concept": "delen"}),
        mini_graph.asked(own),
    ]
    for each in asked:
        ordered = is_ordered(each.text)
        ours = hash_of(mini_graph.answer(each), ordered=ordered)
        assert ours == hash_of(stream(from_rdflib(other, each.text)), ordered=ordered)


def test_no_canned_answer_has_a_blank_node(graph: KnowledgeGraph) -> None:
    """So that the hash of a table says all there is in it; every one asks for an order."""
    seen = 0
    for name, query in graph.catalogue.items():
        if query.text.count("SELECT"):
            assert is_ordered(query.text), name
        answer = graph.query(name)
        if isinstance(answer, Table):
            seen += len(answer)
            assert not any(isinstance(cell, ox.BlankNode) for row in answer for cell in row), name
    assert seen > 1000


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        pytest.param("SELECT ?x {} ORDER BY ?x", True, id="plain"),
        pytest.param("select ?x {} order by (?x) limit 1", True, id="small-letters"),
        pytest.param("SELECT ?x { { SELECT ?x {} ORDER BY ?x LIMIT 1 } }", False, id="inside"),
        pytest.param("SELECT ?x { ?x ?p 'ORDER BY {' } # ORDER BY ?x", False, id="text"),
        pytest.param("SELECT ?ORDER { ?ORDER <urn:ORDER> order:BY }", False, id="names"),
        pytest.param("SELECT ?x { ?x ?p '}' } ORDER BY ?x", True, id="brace-in-text"),
        pytest.param("ASK {}", False, id="ask"),
    ],
)
def test_an_order_is_noticed(text: str, ordered: bool) -> None:  # noqa: FBT001
    """Only that of the outermost query makes the order of the rows a part of the answer."""
    assert is_ordered(text) == ordered


def test_the_graph_says_how_it_is_cited() -> None:
    """Title and names in the language, makers in the order of their names."""
    store = store_of(HEADER)
    assert Work.from_store(store, "nl") == Work(
        title="graaf",
        authors=("Ann", "Zoë"),
        publisher="Ann",
        version="1.2.3",
        address="https://w3id.org/si-kg/ontology/1.2.3",
        issued=date(2026, 1, 31),
    )
    assert Work.from_store(store, "en").authors == ("Ann", "Zoe")


def test_a_graph_without_a_header_can_be_cited(mini_graph: KnowledgeGraph) -> None:
    """What is not known is left out, and not made up."""
    _, citation = mini_graph.cited("concepts")
    assert not {"author", "issued", "version", "publisher", "container-title"} & set(citation.item)
    assert citation.cited.data_version == ""
    assert read_address(citation.item["URL"]) == citation.cited


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        pytest.param(
            "nl",
            "Definities van een begrip (Begrip: delen; Vanaf: 2000)",
            r"Vaste vraag definitions-of, versie [0-9a-f]{12}; 1 rij; gegevens: .*/1\.2\.3",
            id="nl",
        ),
        pytest.param(
            "en",
            "Definitions of a concept (Concept: sharing; Since: 2000)",
            r"Canned query definitions-of, version [0-9a-f]{12}; 1 row; data: .*/1\.2\.3",
            id="en",
        ),
    ],
)
def test_a_citation_reads_well(
    language: str,
    title: str,
    note: str,
    mini_graph: KnowledgeGraph,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was asked in words, with what, of which version, and when."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")
    assert isinstance(mini_graph.store, EmbeddedStore)
    quads = [*mini_graph.store.engine, *store_of(HEADER).engine]
    graph = KnowledgeGraph(EmbeddedStore.from_quads(quads), mini_graph.catalogue, language)
    answer, citation = graph.cited("definitions-of", concept="delen", since="2000")
    assert isinstance(answer, Table)
    item = citation.item
    assert item["title"] == title
    assert re.fullmatch(note, item["note"])
    assert item["author"] == [{"literal": "Ann"}, {"literal": {"nl": "Zoë", "en": "Zoe"}[language]}]
    assert (item["version"], item["language"], item["type"]) == ("1.2.3", language, "dataset")
    assert item["issued"] == {"date-parts": [[2026, 1, 31]]}
    assert item["accessed"] == {"date-parts": [[2026, 1, 31]]}
    facts = {key: value for key, (value,) in parse_qs(urlsplit(item["URL"]).query).items()}
    assert facts["concept"] == "id:sharing"
    assert (facts["since"], facts["_rows"], facts["_version"]) == ("2000", "1", "1.2.3")
    assert facts["_query"] == short_hash(graph.catalogue["definitions-of"].text)


def test_what_kind_of_answer_is_cited(mini_graph: KnowledgeGraph) -> None:
    """Rows, triples or a truth; and that rows were left out."""
    notes = [
        mini_graph.cited(question, limit=limit)[1].item["note"]
        for question, limit in (("ASK {}", None), ("description-of", None), ("concepts", 2))
    ]
    assert "a yes or no" in notes[0]
    assert re.search(r"\b\d+ triples", notes[1])
    assert "only the first 2 rows" in notes[2]


def test_names_do_not_change_what_is_cited(mini_graph: KnowledgeGraph) -> None:
    """A column of labels is added to an answer, and is none of it."""
    asked = mini_graph.asked("concepts")
    found = []
    for labels in (False, True):
        answer = CitedAnswer(mini_graph, asked, labels=labels)
        answer.finish()
        found.append(answer.cited().sha256)
    assert found[0] == found[1]


@pytest.mark.parametrize("value", ["soon", "1e99", "9" * 30, "-" * 3])
def test_a_date_from_outside_is_checked(value: str) -> None:
    """It is a number of seconds, or refused; without it the clock tells."""
    with pytest.raises(DateMalformed, match="SOURCE_DATE_EPOCH"):
        today({"SOURCE_DATE_EPOCH": value})
    assert today({"SOURCE_DATE_EPOCH": "0"}) == date(1970, 1, 1)
    assert today({}) >= date(2026, 1, 1)


CITED = Cited(
    name="definitions-of",
    values={"concept": "id:sharing"},
    sparql="",
    query_version="0" * 12,
    language="nl",
    day=date(2026, 1, 31),
    rows=8,
    sha256="0" * 64,
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=50)
NAMES = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
ANY_CITED = st.builds(
    Cited,
    name=st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True),
    values=st.dictionaries(NAMES, TEXTS, max_size=3),
    sparql=st.just(""),
    query_version=st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    language=st.sampled_from(["nl", "en"]),
    day=st.dates(),
    rows=st.integers(0, 10**9),
    sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    data_version=TEXTS,
    limit=st.none() | st.integers(1, 10**6),
) | st.builds(lambda text: replace(CITED, name="", values={}, sparql=text), TEXTS.filter(bool))


@given(ANY_CITED, st.sampled_from(["", ".", ",", "}", ")", ">", '"', "\n"]))
def test_an_address_holds_everything(cited: Cited, after: str) -> None:
    """In plain characters, found back in any text, and read as it was."""
    address = cited.address()
    assert address.isascii()
    assert not set(address) & set(" <>\"{}|\\^`'")
    assert list(addresses(f"see {address}{after} and more")) == [address]
    assert read_address(address) == cited


def test_a_text_that_is_too_long_is_left_out() -> None:
    """Its hash stays, so that one knows which it was."""
    long = replace(CITED, name="", values={}, sparql="x" * 2_001)
    assert read_address(long.address()) == replace(long, sparql="")


@given(st.data())
def test_a_change_is_noticed(data: st.DataObject) -> None:
    """Of any one sign."""
    address = CITED.address()
    place = data.draw(st.integers(address.index("?") + 1, len(address) - 1))
    sign = data.draw(st.sampled_from("0123456789abcdefxyz").filter(lambda c: c != address[place]))
    with pytest.raises(ValueError, match=r"."):
        read_address(f"{address[:place]}{sign}{address[place + 1 :]}")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"_rows": "-1"}, id="rows"),
        pytest.param({"_rows": "٣"}, id="other-figures"),
        pytest.param({"_date": "2026-02-30"}, id="date"),
        pytest.param({"_lang": "fr"}, id="language"),
        pytest.param({"_sha256": "0" * 63}, id="hash"),
        pytest.param({"_size": "many"}, id="limit"),
    ],
)
def test_a_forged_address_is_read_with_care(change: dict[str, str]) -> None:
    """Even where its check was made anew, each part is of its form."""
    base, _, query = CITED.address().rpartition("&_check=")[0].partition("?")
    parts = dict(part.split("=") for part in query.split("&")) | change
    forged = f"{base}?{'&'.join(f'{key}={value}' for key, value in parts.items())}"
    with pytest.raises(ValueError, match=r"."):
        read_address(f"{forged}&_check={short_hash(forged)}")


def test_graphs_and_rows_are_cited_alike(mini_graph: KnowledgeGraph) -> None:
    """A description is an answer too."""
    answer, citation = mini_graph.cited("description-of", thing="sharing")
    assert isinstance(answer, Graph)
    assert citation.cited.rows == len(answer)


def test_a_triple_that_comes_twice_counts_once() -> None:
    """Engines may repeat a triple of a CONSTRUCT; a graph holds it once."""
    node = ox.NamedNode("urn:x")
    source = Limited([ox.Triple(node, node, node)] * 3)
    seen, fingerprint = watched(TripleStream(source, source), ordered=False)
    assert len(collected(seen)) == fingerprint.lines == 1  # type: ignore[arg-type]
