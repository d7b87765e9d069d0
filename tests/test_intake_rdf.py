"""RDF of strangers: read in every syntax, the same each time, and told where it goes wrong."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg import intake
from si_kg.errors import FileUnreadable, SiKgError
from si_kg.findings import Finding
from si_kg.intake import Context, Incoming, rdf
from si_kg.intake.blank_nodes import renamed
from si_kg.intake.faults import (
    ContextElsewhere,
    EntitiesRefused,
    KindUnknown,
    RdfMalformed,
    RdfUnreadable,
)
from si_kg.language import Text
from si_kg.store import EmbeddedStore

Bring = Callable[[str, str | bytes], Incoming]
BASE = "https://data.gemeente.example/id/"
URN = "urn:uuid:0b1cf8a4-7a63-4b43-9b5b-2f5c32c6a6a1#"
ONE = "<http://e/s> <http://e/p> <http://e/o>"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
XML = (
    f'<rdf:RDF {RDF}><rdf:Description rdf:about="http://e/s"><e:p rdf:resource="http://e/o"/>'
    "</rdf:Description></rdf:RDF>"
)
SHIPPED = """
@prefix si: <https://w3id.org/si-kg/ontology#> . @prefix id: <https://w3id.org/si-kg/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
GRAPH <https://w3id.org/si-kg/graph/data> { id:arnhem a si:Place ; rdfs:label "Arnhem"@nl . }
GRAPH <https://w3id.org/si-kg/graph/own/before> { <http://e/s> <http://e/p> 1 . }
"""


@pytest.fixture
def context() -> Context:
    """An addition to a graph of one shipped place."""
    return _context(BASE)


@pytest.fixture
def bring(tmp_path: Path, context: Context) -> Bring:
    """Read a file of this name with this in it."""
    return lambda name, content: intake.read(_file(tmp_path, name, content), context)


def _context(base: str, name: str = "projects") -> Context:
    store = EmbeddedStore.from_quads(ox.parse(SHIPPED, format=ox.RdfFormat.TRIG))
    return Context(base, name, "Zoë", date(2026, 1, 31), "nl", store)


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.ttl", f"{ONE} .", id="turtle"),
        pytest.param("a.ttl", f"\ufeff{ONE} .", id="byte-order-mark"),
        pytest.param("A.TTL", f"{ONE} .", id="capitals"),
        pytest.param("a.nt", f"{ONE} .\n{ONE} .", id="n-triples-twice"),
        pytest.param("a.nq", f"{ONE} <http://e/g> .", id="n-quads"),
        pytest.param("a.trig", f"<http://e/g> {{ {ONE} }}", id="trig"),
        pytest.param("a.rdf", XML, id="rdf-xml"),
        pytest.param("a.owl", f'<?xml version="1.0"?>\n{XML}', id="owl"),
        pytest.param("a.xml", f'<?xml version="1.0"?>\n<!-- x -->{XML}', id="xml"),
        pytest.param(
            "a.jsonld", '{"@id": "http://e/s", "http://e/p": {"@id": "http://e/o"}}', id="ld"
        ),
        pytest.param(
            "a.json", '[{"@id": "http://e/s", "http://e/p": {"@id": "http://e/o"}}]', id="json"
        ),
    ],
)
def test_each_syntax_is_read(name: str, content: str, tmp_path: Path, context: Context) -> None:
    """The ending tells the syntax, or the beginning of the file; a triple counts once."""
    incoming = intake.read(_file(tmp_path, name, content), context)
    assert [str(triple) for triple in incoming.triples] == [ONE]
    assert len(incoming.sha256) == 64
    assert {fault.severity for fault in incoming.faults} <= {"Info"}


@pytest.mark.parametrize(
    ("name", "content", "kind", "told"),
    [
        pytest.param(
            "a.ttl", f"{ONE} .\n{ONE} q:x .", RdfMalformed, "regel 2, teken 40", id="prefix"
        ),
        pytest.param("a.nt", f"{ONE} .\nhello .", RdfMalformed, "regel 2, teken 1", id="n-triples"),
        pytest.param("a.ttl", b"\xff", RdfMalformed, "regel 1", id="encoding"),
        pytest.param("a.jsonld", '{"a":\n1', RdfMalformed, "regel 2", id="json"),
        pytest.param(
            "a.jsonld",
            '{"@context": "https://e/c", "a": 1}',
            ContextElsewhere,
            "@context",
            id="remote",
        ),
        pytest.param(
            "a.jsonld", '{"@context": {"@vocab": 3}}', RdfUnreadable, "@vocab", id="json-ld"
        ),
        pytest.param(
            "a.rdf", f"<rdf:RDF {RDF}>\n<e:a></rdf:RDF>", RdfMalformed, "regel 2", id="xml"
        ),
        pytest.param("a.rdf", XML.replace("http://e/o", "a b"), RdfUnreadable, "a b", id="xml-iri"),
        pytest.param(
            "a.rdf", f'<!DOCTYPE r [<!ENTITY x "y">]>{XML}', EntitiesRefused, "DOCTYPE", id="entity"
        ),
        pytest.param(
            "a.rdf",
            f'<!-- <e --><!DOCTYPE r [<!ENTITY x "y">]>{XML}',
            EntitiesRefused,
            "DOCTYPE",
            id="hidden",
        ),
        pytest.param(
            "a.rdf",
            XML.replace("<rdf:D", "<!DOCTYPE r []><rdf:D"),
            RdfMalformed,
            "XML",
            id="doctype-inside",
        ),
        pytest.param("a.doc", "hello", KindUnknown, "--mapping", id="unknown"),
    ],
)
def test_what_cannot_be_read_is_named(
    name: str,
    content: str | bytes,
    kind: type[SiKgError],
    told: str,
    bring: Bring,
) -> None:
    """File, place and reason, in both languages; nothing is fetched and no entity expanded."""
    with pytest.raises(kind) as refused:
        bring(name, content)
    assert told in refused.value.message("nl")
    assert name in refused.value.message("en")


def test_a_folder_is_no_file(tmp_path: Path, context: Context) -> None:
    """Nor is what is not there."""
    for file in (tmp_path, tmp_path / "absent.ttl"):
        with pytest.raises(FileUnreadable):
            intake.read(file, context)


@pytest.mark.parametrize(
    ("base", "iri"),
    [
        pytest.param(BASE, f"{BASE}a", id="https"),
        pytest.param(URN, f"{URN}a", id="urn"),
    ],
)
def test_relative_names_stand_under_the_base(base: str, iri: str, tmp_path: Path) -> None:
    """Also where the base is a URN, against which a parser makes other names."""
    incoming = intake.read(_file(tmp_path, "a.ttl", "<a> <p> <#b> ."), _context(base))
    [triple] = incoming.triples
    assert triple.subject == ox.NamedNode(iri)


@pytest.mark.parametrize(
    ("content", "rule", "severity", "told"),
    [
        pytest.param(
            f"<http://e/g> {{ {ONE} }}",
            "intake:graphs-merged",
            "Info",
            "De benoemde graaf",
            id="graph",
        ),
        pytest.param(
            f"<http://e/g> {{ {ONE} }} <http://e/h> {{ {ONE} }}",
            "intake:graphs-merged",
            "Info",
            "De 2 benoemde",
            id="graphs",
        ),
        pytest.param("# nothing", "intake:empty", "Violation", "geen enkele triple", id="empty"),
        pytest.param(
            f"<http://e/s> <http://e/p> <<( {ONE} )>> .",
            "intake:rdf-1.2",
            "Violation",
            "RDF 1.1",
            id="triple-term",
        ),
        pytest.param(
            '<http://e/s> <http://e/p> "x"@ar--rtl .',
            "intake:rdf-1.2",
            "Violation",
            "RDF 1.1",
            id="direction",
        ),
    ],
)
def test_remarks(content: str, rule: str, severity: str, told: str, bring: Bring) -> None:
    """What is lost, and what cannot be validated, is said of the file."""
    [fault] = bring("a.trig", content).faults
    assert (fault.rule, fault.severity, fault.file) == (rule, severity, "a.trig")
    assert told in fault.message.nl


PREFIXES = """@prefix : <http://e/> .
@prefix i: <https://w3id.org/si-kg/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.mark.parametrize(
    ("statement", "warned"),
    [
        pytest.param("i:arnhem rdfs:label 'Aarnem'@nl", ["rdfs:label"], id="another-label"),
        pytest.param(
            "i:arnhem :p 1 , 2 ; :q 3", ["http://e/p", "http://e/q"], id="once-per-property"
        ),
        pytest.param("i:arnhem rdfs:label 'Arnhem'@nl", [], id="stated-already"),
        pytest.param("i:arnhem skos:exactMatch :a ; rdfs:seeAlso :b", [], id="links"),
        pytest.param(
            "i:arnhem :p 1 . :p a <http://www.w3.org/2002/07/owl#AnnotationProperty>",
            [],
            id="annotation",
        ),
        pytest.param(":s rdfs:label 'x'@nl ; :takesPlaceIn i:arnhem", [], id="own-thing"),
    ],
)
def test_what_changes_a_shipped_thing_is_a_warning(
    statement: str, warned: Sequence[str], tmp_path: Path, context: Context
) -> None:
    """Links and notes are free; own things of an earlier reading are not shipped."""
    incoming = intake.read(_file(tmp_path, "a.ttl", f"{PREFIXES}{statement} ."), context)
    assert [fault.path for fault in incoming.faults] == list(warned)
    for fault in incoming.faults:
        assert (fault.severity, fault.focus, fault.line) == ("Warning", "id:arnhem", 5)
        assert fault.path in fault.message.nl


TURTLE = """@prefix id: <https://w3id.org/si-kg/id/> .
@prefix : <http://e/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

id:a a :Thing ;
    rdfs:label "A"@nl ,
        "B"@nl ;
    :p 1 .
<b> :p 2 .
  <http://e/indented> :p 3 .
"""


@pytest.mark.parametrize(
    ("focus", "path", "value", "line"),
    [
        pytest.param("id:a", "", "", 5, id="focus"),
        pytest.param("id:a", "rdf:type", "", 5, id="type"),
        pytest.param("id:a", "rdfs:label", "", 6, id="property"),
        pytest.param("id:a", "http://e/p", "1", 8, id="property-of-another-namespace"),
        pytest.param("id:a", "skos:note", "", 5, id="absent-property"),
        pytest.param(f"{BASE}b", "", "", 9, id="relative"),
        pytest.param("http://e/indented", "", "", 10, id="indented"),
        pytest.param("id:elsewhere", "", "", 0, id="absent"),
        pytest.param("", "", "", 0, id="blank-node"),
    ],
)
def test_findings_are_located(focus: str, path: str, value: str, line: int, bring: Bring) -> None:
    """By the line that says what the finding is about, else the first of the thing."""
    incoming = bring("a.ttl", TURTLE)
    found = incoming.located(Finding("Warning", focus, path, value, "sis:Rule", Text("", "")))
    assert (found.file, found.line) == ("a.ttl", line)


def test_a_large_file_is_not_held(
    tmp_path: Path, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes as it stands, or as N-Triples where its graphs have to be merged."""
    monkeypatch.setattr(rdf, "LARGE", 10)
    graph = ox.NamedNode("http://e/g")
    for name, content in {"a.nt": f"\ufeff{ONE} .", "a.trig": f"<http://e/x> {{ {ONE} }}"}.items():
        file = _file(tmp_path, name, content)
        incoming = intake.read(file, context)
        bulk = incoming.bulk
        assert bulk is not None
        assert not incoming.triples
        engine = ox.Store()
        bulk.load(engine, graph)
        assert [str(quad.triple) for quad in engine.quads_for_pattern(None, None, None, graph)] == [
            ONE
        ]
        source = bulk.source
        del bulk, incoming
        assert source.exists() == (source == file)


@pytest.mark.parametrize("name", ["a.ttl", "a.trig"])
@pytest.mark.parametrize(
    ("content", "rules"),
    [
        pytest.param("# nothing at all", ["intake:empty"], id="empty"),
        pytest.param(f"{ONE} .", [], id="plain"),
        pytest.param("<http://e/~s> <http://e/p> '<< {| --ltr ~' .", [], id="texts-with-marks"),
        pytest.param(f"{ONE} , <<( {ONE} )>> .", ["intake:rdf-1.2"], id="triple-term"),
        pytest.param(f"{ONE} . << {ONE} >> <http://e/q> 1 .", ["intake:rdf-1.2"], id="reified"),
        pytest.param(f"{ONE} {{| <http://e/q> 1 |}} .", ["intake:rdf-1.2"], id="annotated"),
        pytest.param(f"{ONE}~<http://e/r> .", ["intake:rdf-1.2"], id="reifier"),
        pytest.param(f"{ONE} , 'x'@ar--rtl .", ["intake:rdf-1.2"], id="direction"),
    ],
)
def test_a_large_file_has_the_same_remarks(
    name: str, content: str, rules: Sequence[str], bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the pieces in which it is looked through."""
    held = bring(name, content)
    monkeypatch.setattr(rdf, "LARGE", 10)
    monkeypatch.setattr(rdf, "_PIECE", 1)
    assert [fault.rule for fault in bring(name, content).faults] == rules
    assert bring(name, content).faults == held.faults


def test_a_fault_in_a_large_file_is_met_while_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its line; a relative name is one where the base cannot complete it."""
    monkeypatch.setattr(rdf, "LARGE", 10)
    for name, content in {"a.nt": f"{ONE} .\nhello .", "a.ttl": f"{ONE} .\n<a> <b> <c> ."}.items():
        bulk = intake.read(_file(tmp_path, name, content), _context(URN)).bulk
        assert bulk is not None
        with pytest.raises(RdfMalformed, match="line 2"):
            bulk.load(ox.Store(), ox.NamedNode("http://e/g"))


BLANK = (
    "<http://e/a> <http://e/p> [ <http://e/q> [ <http://e/r> 1 ] ] , ( 1 2 ) . [] <http://e/s> 1 ."
)


def test_blank_nodes_keep_their_names(tmp_path: Path, context: Context) -> None:
    """The same file gives the same triples; what is added elsewhere in it renames nothing."""
    first = intake.read(_file(tmp_path, "a.ttl", BLANK), context).triples
    again = intake.read(_file(tmp_path, "a.ttl", BLANK), context).triples
    more = "<http://e/0> <http://e/p> [ <http://e/q> 3 ] .\n[] <http://e/s> 0 .\n" + BLANK
    longer = intake.read(_file(tmp_path, "a.ttl", more), context).triples
    assert first == again
    assert set(first) < set(longer)
    other = intake.read(_file(tmp_path, "a.ttl", BLANK), _context(BASE, "other")).triples
    assert not {str(t.subject) for t in first if isinstance(t.subject, ox.BlankNode)} & {
        str(t.subject) for t in other
    }


_NODES = st.sampled_from([*(ox.BlankNode(f"n{i}") for i in range(6)), ox.NamedNode("http://e/a")])
_PREDICATES = st.sampled_from([ox.NamedNode("http://e/p"), ox.NamedNode("http://e/q")])


@given(
    st.lists(
        st.builds(ox.Triple, _NODES, _PREDICATES, _NODES | st.just(ox.Literal("x"))), max_size=20
    )
)
def test_renaming_blank_nodes_keeps_the_graph(triples: list[ox.Triple]) -> None:
    """Different nodes get different names, also in rings and where the same is said of both."""
    before, after = (
        ox.Dataset(ox.Quad(*t) for t in each) for each in (triples, renamed(triples, "x"))
    )
    before.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    after.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert before == after
    assert renamed(triples, "x") == renamed(triples, "x")
