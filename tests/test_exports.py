"""RDF exports: every syntax holds the same, reads back equal, and always has the same bytes."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from conftest import store_of
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import to_canonical_graph

from si_kg import exports
from si_kg.catalogue import Catalogue
from si_kg.errors import FormatNotFound, ThingNotFound
from si_kg.exports.export import Export
from si_kg.exports.faults import AnswerIncomplete, GraphNotFound, NotWritable
from si_kg.exports.gathering import everything
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ID, ONTOLOGY, PREFIXES
from si_kg.results import Graph
from si_kg.store import Answer, EmbeddedStore, rows

READERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
RDFLIB = {
    "ttl": "turtle",
    "trig": "trig",
    "nt": "nt",
    "nq": "nquads",
    "jsonld": "json-ld",
    "rdf": "xml",
}


def canonical(quads: Sequence[ox.Quad], *, graphs: bool) -> ox.Dataset:
    """The quads, or the triples in them, whatever their blank nodes are called."""
    kept = quads if graphs else [ox.Quad(*quad.triple) for quad in quads]
    dataset = ox.Dataset(kept)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def read(written: bytes, form: str) -> list[ox.Quad]:
    """The quads that pyoxigraph reads."""
    return list(ox.parse(written, format=READERS[form]))


def of(turtle: str) -> Export:
    """An export of these triples."""
    return Export(list(store_of(turtle).engine))


def test_every_syntax_is_tested() -> None:
    """The tables of this test name each format."""
    assert set(READERS) == set(RDFLIB) == set(exports.FORMATS)


@pytest.fixture(scope="module")
def whole(graph: KnowledgeGraph) -> Export:
    """The whole of the real graph."""
    return exports.data(graph)


@pytest.fixture(scope="module")
def known(whole: Export) -> dict[bool, ox.Dataset]:
    """What a reader must find: in named graphs, and in their union."""
    return {graphs: canonical(whole.quads, graphs=graphs) for graphs in (True, False)}


@pytest.mark.parametrize("form", READERS)
def test_the_whole_graph_reads_back_equal(
    whole: Export, known: dict[bool, ox.Dataset], form: str
) -> None:
    """What pyoxigraph reads is what was exported: all quads, or all triples of their union."""
    graphs = exports.FORMATS[form].graphs
    assert len(known[graphs]) > 50_000
    assert canonical(read(whole.write(form), form), graphs=graphs) == known[graphs]


@pytest.mark.parametrize("form", READERS)
def test_rdflib_reads_the_same(mini_graph: KnowledgeGraph, form: str) -> None:
    """Another library finds the same statements, in the same graphs."""
    export = exports.data(mini_graph)
    found = rdflib.Dataset().parse(data=export.write(form), format=RDFLIB[form])
    quads = canonical(export.quads, graphs=exports.FORMATS[form].graphs)
    known = rdflib.Dataset().parse(
        data=ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"", format="nquads"
    )
    assert len(list(known.quads())) == len(quads) > 20
    assert _by_graph(found) == _by_graph(known)


def _by_graph(dataset: rdflib.Dataset) -> dict[str, set[object]]:
    parts = {str(graph.identifier): to_canonical_graph(graph) for graph in dataset.graphs()}
    return {name: set(graph) for name, graph in parts.items() if len(graph)}


@pytest.mark.parametrize("form", ["ttl", "jsonld", "rdf"])
def test_lists_and_nested_blank_nodes_survive(form: str) -> None:
    """Lists, lists in lists, shared and circular nodes come back isomorphic, by rdflib too."""
    turtle = """
      id:a si:x ( 1 "two" id:c ( 3 ) ) ; bibo:authorList ( id:b id:c ) ; bibo:editorList () .
      id:b bibo:authorList ( "no thing" ) , ( id:c ) .
      id:c si:y _:shared . id:d si:y _:shared . _:shared rdf:first 1 ; rdf:rest rdf:nil .
      _:p si:y _:q . _:q si:y _:p .
      id:e si:list [ rdf:first 1 ; rdf:rest [ rdf:first 2 ; rdf:rest rdf:nil ; si:note "odd" ] ] .
      _:loop rdf:first 1 ; rdf:rest _:loop .
    """
    export = of(turtle)
    written = export.write(form)
    assert canonical(read(written, form), graphs=False) == canonical(export.quads, graphs=False)
    known = rdflib.Graph().parse(data=export.write("nt"), format="nt")
    found = rdflib.Graph().parse(data=written, format=RDFLIB[form])
    assert set(to_canonical_graph(found)) == set(to_canonical_graph(known))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
LITERALS = st.one_of(
    st.builds(ox.Literal, TEXTS),
    st.builds(
        lambda text, tag: ox.Literal(text, language=tag), TEXTS, st.sampled_from(["nl", "en-gb"])
    ),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + kind)),
        st.one_of(
            TEXTS, st.sampled_from(["0", "-0", "007", "9007199254740993", "true", "1", "1.0"])
        ),
        st.sampled_from(["integer", "boolean", "double", "gYear", "date", "string"]),
    ),
)
NODES = st.one_of(
    st.sampled_from(
        [f"{ID}a", f"{ONTOLOGY}met", f"{ONTOLOGY}citation", f"{ID}a/b", f"{ID}//c"]
    ).map(ox.NamedNode),
    st.sampled_from(["b1", "b2"]).map(ox.BlankNode),
)
PROPERTIES = st.sampled_from(
    [
        f"{ONTOLOGY}citation",
        f"{ONTOLOGY}hasOutcome",
        f"{ONTOLOGY}position",
        f"{ONTOLOGY}unheardOf",
        f"{PREFIXES['rdfs']}label",
        f"{PREFIXES['skos']}altLabel",
        f"{PREFIXES['dcterms']}issued",
        f"{PREFIXES['bibo']}authorList",
        f"{PREFIXES['rdf']}type",
        f"{PREFIXES['rdf']}first",
        f"{PREFIXES['rdf']}rest",
        "https://example.org/elsewhere",
    ]
).map(ox.NamedNode)
QUADS = st.lists(st.builds(ox.Quad, NODES, PROPERTIES, st.one_of(NODES, LITERALS)), max_size=8)


@given(QUADS)
def test_any_values_survive_json_ld(quads: list[ox.Quad]) -> None:
    """Whatever stands under a property, its term in the context never changes or loses it."""
    found = read(Export(quads).write("jsonld"), "jsonld")
    assert canonical(found, graphs=False) == canonical(quads, graphs=False)


@given(QUADS)
def test_xml_is_right_or_refused(quads: list[ox.Quad]) -> None:
    """RDF/XML reads back equal by an XML parser, or is not written at all."""
    texts = {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
    try:
        written = Export(quads).write("rdf")
    except NotWritable:
        assert not all(text.isprintable() for text in texts)
        return
    assert canonical(read(written, "rdf"), graphs=False) == canonical(quads, graphs=False)
    elements = ElementTree.fromstring(written).iter()  # noqa: S314 (ours)
    assert texts <= {element.text or "" for element in elements}


@pytest.mark.parametrize(
    ("turtle", "form"),
    [
        pytest.param('id:a si:x "\\u0001"', "rdf", id="control"),
        pytest.param('id:a si:x "a\\rb"', "rdf", id="carriage-return"),
        pytest.param('id:a si:x "\\uFFFE"', "rdf", id="no-character"),
        pytest.param("id:a <https://example.org/1> 1", "rdf", id="number-as-name"),
        pytest.param("id:a <https://example.org/> 1", "rdf", id="no-name"),
        pytest.param("id:a <https://example.org/Ĳ1x> 1", "rdf", id="letter-of-newer-xml"),
        pytest.param("id:a si:x <org:b>", "jsonld", id="prefix-as-scheme"),
    ],
)
def test_what_a_format_cannot_hold_is_refused(turtle: str, form: str) -> None:
    """An error names the value and another format, and Turtle takes it."""
    export = of(f"{turtle} .")
    with pytest.raises(NotWritable) as refused:
        export.write(form)
    assert "ttl" in refused.value.message("nl")
    assert len(read(export.write("ttl"), "ttl")) == 1


def test_the_bytes_depend_on_the_content_alone(built: Path, tmp_path: Path) -> None:
    """Two processes that hash in different ways write the same bytes, in every format."""
    program = (
        "import sys, si_kg, hashlib; from si_kg import exports; graph = si_kg.open(sys.argv[1])\n"
        "parts = exports.ontology(graph), exports.theme(graph, 'participation-ladder')\n"
        "for form in exports.FORMATS:\n"
        "    print(*(hashlib.sha256(part.write(form)).hexdigest() for part in parts))\n"
        "exports.tables(graph).save(__import__('pathlib').Path(sys.argv[2]))\n"
        "print(hashlib.sha256(open(sys.argv[2], 'rb').read()).hexdigest())"
    )
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", program, str(built), str(tmp_path / f"{seed}.zip")],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outcomes) == 1
    assert outcomes.pop().count(b"\n") == len(READERS) + 1


def test_blank_nodes_are_named_after_the_content() -> None:
    """The labels in what was read do not show in what is written."""
    first, second = (
        of("id:a si:x [ si:y 1 ] , [ si:y 2 ] ."),
        of("id:a si:x [ si:y 2 ] , [ si:y 1 ] ."),
    )
    assert {form: first.write(form) for form in READERS} == {
        form: second.write(form) for form in READERS
    }


def test_turtle_is_written_for_readers(mini_graph: KnowledgeGraph) -> None:
    """A thing once, with its kind first, prefixes, and Dutch before English."""
    lines = exports.data(mini_graph).write("ttl").decode().splitlines()
    labels = [line for line in lines if "skos:prefLabel" in line and "@en" in line]
    assert labels
    assert all(line.index("@nl") < line.index("@en") for line in labels)
    about = [line for line in lines if line.startswith("id:")]
    assert len({line.split()[0] for line in about}) == len(about) > 3
    assert any(line.split()[1] == "a" for line in about)
    assert not any(line.startswith("\ta ") for line in lines)


def test_named_graphs_can_be_chosen(graph: KnowledgeGraph) -> None:
    """By short name or IRI; the ontology is one of them."""
    two = exports.data(graph, ["ontology", f"{GRAPH}derived/labels"])
    first, second = (ox.NamedNode(f"{GRAPH}{name}") for name in ("ontology", "derived/labels"))
    assert {quad.graph_name for quad in two.quads} == {first, second}
    only = {quad for quad in two.quads if quad.graph_name == first}
    assert only == set(exports.ontology(graph).quads)
    with pytest.raises(GraphNotFound) as missing:
        exports.data(graph, ["ontologie"])
    assert missing.value.close == ["ontology"]


def test_a_thing_comes_with_its_citations_and_names(graph: KnowledgeGraph) -> None:
    """All that description-of gives, and the labels of what the thing points to."""
    name = "anderson-curtis-wittig-2014"
    quads = exports.thing(graph, name).quads
    triples = {quad.triple for quad in quads}
    answer = graph.query("description-of", thing=name)
    assert isinstance(answer, Graph)
    described = set(answer.triples)
    ground = {t for t in described if not isinstance(t.object, ox.BlankNode)}
    assert {t for t in ground if not isinstance(t.subject, ox.BlankNode)} <= triples
    blank = {t.object for t in triples if isinstance(t.object, ox.BlankNode)}
    assert blank
    assert blank <= {t.subject for t in triples}
    labelled = {t.subject for t in triples if t.predicate.value == f"{PREFIXES['rdfs']}label"}
    creators = {t.object for t in triples if t.predicate.value == f"{PREFIXES['dcterms']}creator"}
    assert creators
    assert creators <= labelled


def test_a_theme_holds_what_is_about_it(graph: KnowledgeGraph) -> None:
    """A framework brings its members and placements; a concept its definitions and claims."""
    ladder = _subjects(exports.theme(graph, "participation-ladder"))
    assert {f"{ID}participation-ladder", *_in_scheme(graph, "participation-ladder")} <= ladder
    empowerment = _subjects(exports.theme(graph, "empowerment"))
    definitions = {each.iri for each in graph.definitions("empowerment", unverified=True)}
    assert definitions
    assert definitions <= empowerment
    assert not empowerment & {f"{ID}definition-ec-2013"}
    with pytest.raises(ThingNotFound):
        exports.theme(graph, "movisie")


def _subjects(export: Export) -> set[str]:
    return {quad.subject.value for quad in export.quads if isinstance(quad.subject, ox.NamedNode)}


def _in_scheme(graph: KnowledgeGraph, scheme: str) -> set[str]:
    text = f"SELECT ?c {{ ?c <{PREFIXES['skos']}inScheme> <{ID}{scheme}> }}"
    return {concept.value for (concept,) in rows(graph.store, text)}


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    """The name chooses the format; what stood there stays where writing fails."""
    file = tmp_path / "graph.rdf"
    of("id:a si:x 1 .").save(file)
    before = file.read_bytes()
    with pytest.raises(NotWritable):
        of('id:a si:x "\\u0001" .').save(file)
    with pytest.raises(FormatNotFound):
        of("id:a si:x 1 .").save(tmp_path / "graph.docx")
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["graph.rdf"]


class Withholding(EmbeddedStore):
    """A store that gives at most one row, as some endpoints cut off their answers."""

    def query(self, text: str) -> Answer:
        """The answer with a limit."""
        return super().query(text if "COUNT" in text else f"{text} LIMIT 1")


def test_an_answer_that_is_cut_off_is_told(mini_graph: KnowledgeGraph) -> None:
    """Half a graph is never taken for a whole one."""
    assert isinstance(mini_graph.store, EmbeddedStore)
    store = Withholding(mini_graph.store.engine)
    with pytest.raises(AnswerIncomplete):
        everything(store)
    with pytest.raises(AnswerIncomplete):
        exports.data(KnowledgeGraph(store, Catalogue({}), "en"))
