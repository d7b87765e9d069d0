"""The shapes find what they say they find, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from si_kg import snapshot
from si_kg.findings import Finding
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import PREFIXES, expand, shorten
from si_kg.rdf_files import read, read_all
from si_kg.store import EmbeddedStore
from si_kg.validation import ENGINES, shapes_files, validate

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "fixtures"
INVALID = sorted((FIXTURES / "invalid").glob("*.ttl"))
VALID = FIXTURES / "valid" / "complete-things.ttl"
FIVE_FAULTS = FIXTURES / "five-faults.ttl"
NL_SBB = ROOT.parent / "shared" / "conformance" / "nl-sbb-skos-ap-nl.ttl"
CONDITIONS = "conditions.ttl"
SHAPES = shapes_files(ROOT)
MOST_WORDS = 15

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Rules = Mapping[str, Mapping[str, list[Term]]]


@pytest.fixture(scope="module")
def ontology() -> list[ox.Triple]:
    """The terms that the fixtures use."""
    return list(read_all(snapshot.source_files(ROOT)["ontology"]))


@pytest.fixture(scope="module")
def findings(ontology: list[ox.Triple]) -> dict[str, list[Finding]]:
    """What each engine finds in all invalid files together, beside the complete things."""
    triples = [*ontology, *read(VALID), *read_all(INVALID)]
    return {engine: validate(triples, SHAPES, INVALID, engine) for engine in ENGINES}


@pytest.fixture(scope="module")
def rules() -> Rules:
    """Each shape and constraint that can report something, with its properties."""
    return {name: said for name, said in _described(SHAPES).items() if "sh:message" in said}


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_an_invalid_file_breaks_the_rules_it_names(
    file: Path, findings: dict[str, list[Finding]]
) -> None:
    """The first line of the file lists the rules; no other rule complains about the file."""
    broken = {found.rule for found in findings["direct"] if Path(found.file).name == file.name}
    assert broken == _named(file)


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("sis:Thing-link-no-text", {"loneliness", "Amersfoort"}),
        ("sis:Thing-property-declared", {"id:toy-issue"}),
    ],
)
def test_a_finding_names_the_value_that_is_wrong(
    rule: str, values: set[str], findings: dict[str, list[Finding]]
) -> None:
    """Not the thing that has it."""
    assert {found.value for found in findings["direct"] if found.rule == rule} == values


def test_complete_things_break_no_rule(ontology: list[ox.Triple]) -> None:
    """One complete thing of each kind gives no finding, not even advice."""
    found = validate([*ontology, *read(VALID)], SHAPES, [VALID])
    assert [finding for finding in found if finding.file] == []


def test_complete_things_break_no_rule_with_what_follows_from_them(
    ontology: list[ox.Triple], tmp_path: Path
) -> None:
    """The shapes hold for asserted data and for data with derived triples alike."""
    for folder in ("ontology", "queries"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "data").symlink_to(VALID.parent)
    derived = [quad.triple for quad in snapshot.compiled(tmp_path).engine]
    found = validate(derived, SHAPES, [VALID])
    assert len(derived) > len(ontology)
    assert [finding for finding in found if finding.file] == []


def test_five_planted_faults_give_five_findings(graph: KnowledgeGraph) -> None:
    """In the midst of the real data each planted fault is found, once."""
    assert isinstance(graph.store, EmbeddedStore)
    triples = [*(quad.triple for quad in graph.store.engine), *read(FIVE_FAULTS)]
    found = validate(triples, SHAPES, [FIVE_FAULTS])
    assert Counter((f.focus, f.rule) for f in found if f.file and f.severity == "Violation") == {
        ("id:fault-citation", "sis:Citation-page-number"): 1,
        ("id:fault-claim", "sis:Claim-hasStanding-one"): 1,
        ("id:fault-concept", "sis:Concept-definition-nl"): 1,
        ("id:fault-definition", "sis:Definition-requires-only"): 1,
        ("id:fault-initiative", "sis:Thing-link-described"): 1,
    }


def test_all_engines_find_the_same(findings: dict[str, list[Finding]]) -> None:
    """The other engines equal the reference on every planted fault."""
    assert findings["pyshacl"]
    for found in findings.values():
        assert Counter(found) == Counter(findings["pyshacl"])


def test_every_violation_has_a_file_that_breaks_it(rules: Rules) -> None:
    """A rule that blocks has been seen to block."""
    blocking = {name for name in rules if _severity(rules[name]) == "sh:Violation"}
    assert blocking
    assert blocking - {rule for file in INVALID for rule in _named(file)} == set()


def test_every_rule_says_what_to_do_in_both_languages(rules: Rules) -> None:
    """One message in Dutch and one in English, each a sentence of at most fifteen words."""
    assert rules
    for name, said in rules.items():
        messages = [text for text in said["sh:message"] if isinstance(text, ox.Literal)]
        assert sorted(text.language or "" for text in messages) == ["en", "nl"], name
        for text in messages:
            assert len(text.value.split()) <= MOST_WORDS, name
            assert text.value.endswith("."), name


def test_every_rule_has_one_severity(rules: Rules) -> None:
    """Violation, warning or info: it is never left to a default."""
    assert rules
    severities = {name: _severity(said) for name, said in rules.items()}
    assert set(severities.values()) <= {"sh:Violation", "sh:Warning", "sh:Info"}


def test_a_shape_without_a_message_is_a_condition_or_a_list() -> None:
    """What can report something has a message; conditions stand in a file of their own."""
    reporting = {"sh:PropertyShape", "sh:SPARQLConstraint"}
    files = [file for file in SHAPES if file.name != CONDITIONS]
    assert files
    for name, said in _described(files).items():
        silent = "sh:message" not in said
        assert not (silent and reporting & _types(said)), name
    conditions = _described([ROOT / "ontology" / "shapes" / CONDITIONS])
    assert conditions
    assert not any("sh:message" in said for said in conditions.values())


def test_every_rule_is_in_force(rules: Rules) -> None:
    """A rule has a target, or a node shape with a target lists it."""
    shapes = _described(SHAPES)
    targets = {"sh:target", "sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf"}
    aimed = {name for name, said in shapes.items() if targets & set(said)}
    listed = {
        shorten(rule.value)
        for name in aimed
        for link in ("sh:property", "sh:sparql")
        for rule in shapes[name].get(link, [])
        if isinstance(rule, ox.NamedNode)
    }
    assert rules
    assert set(rules) - aimed - listed == set()
    assert listed <= set(rules)


def test_no_rule_is_a_blank_node() -> None:
    """A finding names the rule, so the rule has a name; only lists and paths go without."""
    unnamed = {
        shorten(triple.predicate.value)
        for triple in read_all(SHAPES)
        if isinstance(triple.subject, ox.BlankNode)
    }
    assert unnamed
    paths = {"sh:alternativePath", "sh:inversePath", "sh:zeroOrMorePath"}
    assert unnamed <= paths | {"rdf:first", "rdf:rest"}


def test_house_style_finds_a_bad_term(ontology: list[ox.Triple]) -> None:
    """A term with an English label only, a noun for a relation and no module is found out."""
    text = "si:colour a owl:ObjectProperty ; rdfs:label 'colour'@en ; rdfs:isDefinedBy <nowhere> ."
    found = validate([*ontology, *_turtle(text)], SHAPES)
    assert {finding.rule for finding in found if finding.focus == "si:colour"} == {
        "sis:ObjectProperty-connected",
        "sis:ObjectProperty-name-verb",
        "sis:Property-domain-or-note",
        "sis:Property-range-or-note",
        "sis:Term-definition-en",
        "sis:Term-definition-nl",
        "sis:Term-isDefinedBy-ontology",
        "sis:Term-label-nl",
    }


def test_house_style_finds_no_fault_in_our_terms(ontology: list[ox.Triple]) -> None:
    """The ontology keeps to its own style."""
    names = {shorten(term.value) for term in _defined(ontology)}
    assert names
    found = validate(ontology, SHAPES)
    assert [f for f in found if f.focus in names and f.severity == "Violation"] == []


def test_an_exemption_names_a_rule(ontology: list[ox.Triple], rules: Rules) -> None:
    """An exemption from nothing is a slip of the pen."""
    exemption = expand("si:isExemptFrom")
    exempt = {
        shorten(triple.object.value)
        for triple in ontology
        if triple.predicate.value == exemption and isinstance(triple.object, ox.NamedNode)
    }
    assert exempt
    assert exempt <= set(rules)


@pytest.mark.skipif(not NL_SBB.is_file(), reason="the NL-SBB shapes are not here")
def test_we_ask_at_least_what_nl_sbb_asks(
    ontology: list[ox.Triple], findings: dict[str, list[Finding]]
) -> None:
    """Where NL-SBB finds a violation, ours find one in the same thing."""
    triples = [*ontology, *read(VALID), *read_all(INVALID)]
    theirs = {f.focus for f in validate(triples, [NL_SBB], INVALID) if _blocks(f)}
    ours = {f.focus for f in findings["direct"] if _blocks(f)}
    assert theirs
    assert theirs - ours == set()


def _blocks(finding: Finding) -> bool:
    return bool(finding.file) and finding.severity == "Violation"


def _named(file: Path) -> set[str]:
    """The rules in the first line of an invalid file: `# breaks sis:One , sis:Other`."""
    first = file.read_text("utf-8").splitlines()[0]
    return {rule.strip() for rule in first.removeprefix("# breaks ").split(",")}


def _described(files: Iterable[Path]) -> Rules:
    """What the shapes in `files` say, by the name of the shape and the property."""
    said: dict[str, dict[str, list[Term]]] = {}
    for triple in read_all(files):
        if isinstance(triple.subject, ox.NamedNode):
            values = said.setdefault(shorten(triple.subject.value), {})
            values.setdefault(shorten(triple.predicate.value), []).append(triple.object)
    return said


def _types(said: Mapping[str, list[Term]]) -> set[str]:
    return {shorten(kind.value) for kind in said["rdf:type"] if isinstance(kind, ox.NamedNode)}


def _severity(said: Mapping[str, list[Term]]) -> str:
    (severity,) = said["sh:severity"]
    assert isinstance(severity, ox.NamedNode)
    return shorten(severity.value)


def _defined(triples: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """The terms that a module of ours defines."""
    defined = expand("rdfs:isDefinedBy")
    return {
        triple.subject
        for triple in triples
        if triple.predicate.value == defined and isinstance(triple.subject, ox.NamedNode)
    }


def _turtle(text: str) -> list[ox.Triple]:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    base = "https://w3id.org/si-kg/ontology/"
    parsed = ox.parse((prefixes + text).encode(), format=ox.RdfFormat.TURTLE, base_iri=base)
    return [quad.triple for quad in parsed]
