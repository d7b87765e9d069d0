"""The rules: what follows from judgements and from what definitions require, to the triple."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import FIXTURES, ROOT, store_of

from si_kg import snapshot
from si_kg.findings import Finding
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import GRAPH, SKOLEM, expand, shorten
from si_kg.store import EmbeddedStore
from si_kg.validation import shapes_files, validate

SOURCE = ROOT.parent / "shared" / "source" / "cases-beyond-dossier.json"
VALID = FIXTURES / "valid" / "complete-things.ttl"
RENAMED = {"dossier-ncsi-2009": "ncsi-2009", "airbnb": "airbnb-platform"}
Node = ox.NamedNode | ox.BlankNode

CRITERIA = """
id:criterion-green skos:prefLabel "Groen telen"@nl , "Growing green"@en .
id:criterion-open skos:prefLabel "Openstaan"@nl , "Being open"@en .
id:criterion-shared skos:prefLabel "Delen"@nl , "Sharing"@en .
"""

DEFINITIONS = """
id:gardening a si:Concept ; si:isTestedOn si:Initiative .
id:drought a si:Concept ; si:isTestedOn si:Issue .

id:definition-strict a si:Definition ; skos:notation "Strict2020" ; si:defines id:gardening ;
    rdfs:label "Strenge definitie"@nl , "Strict definition"@en ;
    si:requires id:criterion-shared , id:criterion-green , id:criterion-open .
id:definition-lenient a si:Definition ; skos:notation "Lenient2021" ; si:defines id:gardening ;
    rdfs:label "Milde definitie"@nl , "Lenient definition"@en ;
    si:requires id:criterion-green ; si:characteristic id:criterion-open .
id:definition-of-issue a si:Definition ; skos:notation "Issue2022" ; si:defines id:drought ;
    rdfs:label "Droogte"@nl , "Drought"@en ; si:requires id:criterion-dry .
id:criterion-dry skos:prefLabel "Droog zijn"@nl , "Being dry"@en .
id:definition-vague a si:Definition ; skos:notation "Vague2023" ; si:defines id:gardening ;
    rdfs:label "Vage definitie"@nl , "Vague definition"@en ;
    si:characteristic id:criterion-green ; si:mentions id:criterion-open .
"""

PLACES = """
id:book rdfs:label "Het boek"@nl , "The book"@en .
id:page-1 si:inSource id:book ; si:page 1 .
id:part-2 si:inSource id:book ; si:locator "deel 2"@nl , "part 2"@en .
id:whole si:inSource id:book ; si:placeStatus si:wholeWork .
id:somewhere si:inSource id:book ; si:placeStatus si:placeUnknown .
"""

SHORT_JUDGEMENT = """
id:short a si:Judgement ; si:judges id:toy-initiative ;
    si:appliesCriterion id:toy-second-criterion ;
    si:hasOutcome si:met ; si:hasBasis si:sourcesAsAWhole .
"""

CASES = {
    "all-three": {"green": "met", "open": "met", "shared": "met"},
    "lacks-one": {"green": "met", "open": "met", "shared": "notMet"},
    "shows-no-sign": {"green": "met", "open": "met", "shared": "noEvidence"},
    "shows-part": {"green": "met", "open": "met", "shared": "partlyMet"},
    "cannot-be-told": {"green": "met", "open": "met", "shared": "undetermined"},
    "not-looked-at": {"green": "met", "open": "met"},
    "lacks-one-and-one-unknown": {"green": "undetermined", "shared": "notMet"},
    "lacks-a-characteristic": {"green": "met", "open": "notMet", "shared": "met"},
}


def judged(case: str, outcomes: dict[str, str], kind: str = "si:Initiative") -> str:
    """A judgement of the case on each of these criteria, in Turtle."""
    return f"id:{case} a {kind} .\n" + "".join(
        f"[] si:judges id:{case} ; si:appliesCriterion id:criterion-{criterion} ;"
        f" si:hasOutcome si:{outcome} .\n"
        for criterion, outcome in outcomes.items()
    )


def compiled(folder: Path, turtle: str) -> EmbeddedStore:
    """The Turtle beside the real ontology, with all that the real rules derive."""
    for name in ("ontology", "queries"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "data").mkdir(exist_ok=True)
    triples = [quad.triple for quad in store_of(turtle).engine]
    ox.serialize(triples, str(folder / "data" / "own.ttl"), format=ox.RdfFormat.TURTLE)
    return snapshot.compiled(folder)


def named(curie: str) -> ox.NamedNode:
    """The node that a CURIE names."""
    return ox.NamedNode(expand(curie) or curie)


def shown(term: object) -> str:
    """A CURIE, a text with its language, or `_` for a blank node."""
    if isinstance(term, ox.Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return shorten(term.value) if isinstance(term, ox.NamedNode) else "_"


def derived(store: EmbeddedStore, rule: str) -> set[tuple[str, str, str]]:
    """What one rule made."""
    quads = store.engine.quads_for_pattern(None, None, None, ox.NamedNode(f"{GRAPH}derived/{rule}"))
    return {(shown(quad.subject), shown(quad.predicate), shown(quad.object)) for quad in quads}


def said(store: EmbeddedStore, subject: Node) -> dict[str, set[str]]:
    """What the graph says about a thing, by property."""
    found: dict[str, set[str]] = {}
    for quad in store.engine.quads_for_pattern(subject, None, None):
        found.setdefault(shown(quad.predicate), set()).add(shown(quad.object))
    return found


def pairs(store: EmbeddedStore, predicate: str) -> set[tuple[str, str]]:
    """What a property ties together."""
    quads = store.engine.quads_for_pattern(None, named(predicate), None)
    return {(shown(quad.subject), shown(quad.object)) for quad in quads}


def followed(store: EmbeddedStore, subject: Node, predicate: str) -> Node:
    """The one node that a property points to."""
    (quad,) = store.engine.quads_for_pattern(subject, named(predicate), None)
    assert isinstance(quad.object, ox.NamedNode | ox.BlankNode)
    return quad.object


def members(store: EmbeddedStore, definition_class: ox.NamedNode) -> list[Node]:
    """The members of the one intersection that a class equals; each cell of the list is blank."""
    whole = followed(store, definition_class, "owl:equivalentClass")
    assert isinstance(whole, ox.BlankNode)
    assert said(store, whole).keys() == {"rdf:type", "owl:intersectionOf"}
    cell, found = followed(store, whole, "owl:intersectionOf"), []
    while cell != named("rdf:nil"):
        assert isinstance(cell, ox.BlankNode)
        assert said(store, cell).keys() == {"rdf:first", "rdf:rest"}
        found.append(followed(store, cell, "rdf:first"))
        cell = followed(store, cell, "rdf:rest")
    return found


def restriction(criterion: str) -> dict[str, set[str]]:
    """What is said about the class of all that meets a criterion."""
    return {
        "rdf:type": {"owl:Restriction"},
        "owl:onProperty": {"si:meets"},
        "owl:hasValue": {criterion},
    }


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Four definitions, eight cases, the places in a book, and what follows."""
    cases = "".join(judged(case, outcomes) for case, outcomes in CASES.items())
    return compiled(tmp_path_factory.mktemp("toy"), CRITERIA + DEFINITIONS + PLACES + cases)


@pytest.mark.parametrize(
    ("outcome", "relation"),
    [
        pytest.param("met", "si:meets", id="met"),
        pytest.param("notMet", "si:fallsShortOf", id="not-met"),
        pytest.param("noEvidence", "si:fallsShortOf", id="no-evidence-counts-as-lacking"),
        pytest.param("partlyMet", None, id="partly-met-decides-nothing"),
        pytest.param("undetermined", None, id="undetermined-decides-nothing"),
    ],
)
def test_a_judgement_says_whether_a_case_meets_a_criterion(
    outcome: str, relation: str | None, tmp_path: Path
) -> None:
    """Each of the five outcomes gives one relation or none."""
    store = compiled(tmp_path, judged("case", {"green": outcome}))
    expected = {("id:case", relation, "id:criterion-green")} if relation else set()
    assert derived(store, "judgements") == expected


def test_a_case_fits_fails_or_stays_undecided(toy: EmbeddedStore) -> None:
    """All required criteria fit, one that is lacking fails, and one unknown leaves it open."""
    fits = {
        ("id:definition-strict", "all-three"),
        *(("id:definition-lenient", case) for case in CASES.keys() - {"lacks-one-and-one-unknown"}),
    }
    fails = {
        ("id:definition-strict", case)
        for case in CASES
        if case.startswith("lacks") or case == "shows-no-sign"
    }
    kinds = {
        "id:definition-strict": "si:UnderStrict2020",
        "id:definition-lenient": "si:UnderLenient2021",
    }
    assert derived(toy, "classification") == {
        *((f"id:{case}", "si:fitsDefinition", definition) for definition, case in fits),
        *((f"id:{case}", "rdf:type", kinds[definition]) for definition, case in fits),
        *((f"id:{case}", "si:failsDefinition", definition) for definition, case in fails),
    }


@pytest.mark.parametrize("case", ["all-three", "lacks-one"])
def test_a_case_of_another_kind_is_not_classified(case: str, tmp_path: Path) -> None:
    """A definition that is tested on initiatives has nothing to say about an issue."""
    issue = judged(case, CASES[case], "si:Issue")
    assert derived(compiled(tmp_path, DEFINITIONS + issue), "classification") == set()


def test_a_definition_determines_a_class(toy: EmbeddedStore) -> None:
    """The kind of case first, then a restriction for each required criterion, none with a name."""
    kind, *conditions = members(toy, named("si:UnderStrict2020"))
    assert kind == named("si:Initiative")
    assert all(isinstance(condition, ox.BlankNode) for condition in conditions)
    assert [said(toy, condition) for condition in conditions] == [
        restriction("id:criterion-green"),
        restriction("id:criterion-open"),
        restriction("id:criterion-shared"),
    ]


def test_a_definition_of_another_kind_of_thing(toy: EmbeddedStore) -> None:
    """What a definition of an issue requires is required of issues; one criterion is enough."""
    kind, condition = members(toy, named("si:UnderIssue2022"))
    assert kind == named("si:Issue")
    assert said(toy, condition) == restriction("id:criterion-dry")


def test_the_class_of_a_definition_is_described(toy: EmbeddedStore) -> None:
    """It has a name, a meaning and a module, and lies below the kind of case."""
    dutch = "De klasse van alles wat voldoet aan elk criterium dat deze definitie vereist"
    english = "The class of everything that meets each criterion that this definition requires"
    assert said(toy, named("si:UnderStrict2020")) == {
        "rdf:type": {"owl:Class"},
        "rdfs:subClassOf": {"si:Initiative"},
        "rdfs:label": {"Valt onder: Strenge definitie@nl", "Falls under: Strict definition@en"},
        "skos:definition": {
            f"{dutch}: Strenge definitie.@nl",
            f"{english}: Strict definition.@en",
        },
        "rdfs:isDefinedBy": {"https://w3id.org/si-kg/ontology/definitions"},
        "owl:equivalentClass": {"_"},
    }
    assert said(toy, named("id:definition-strict"))["si:hasTestClass"] == {"si:UnderStrict2020"}


def test_a_definition_determines_a_shape(toy: EmbeddedStore) -> None:
    """One part for each required criterion; what to show is said in both languages."""
    assert said(toy, named("id:definition-strict"))["si:hasTestShape"] == {"sis:UnderStrict2020"}
    assert said(toy, named("sis:UnderStrict2020")) == {
        "rdf:type": {"sh:NodeShape"},
        "sh:property": {f"sis:UnderStrict2020-{name}" for name in ("green", "open", "shared")},
    }
    for name, dutch, english in (
        ("green", "groen telen", "growing green"),
        ("open", "openstaan", "being open"),
        ("shared", "delen", "sharing"),
    ):
        assert said(toy, named(f"sis:UnderStrict2020-{name}")) == {
            "rdf:type": {"sh:PropertyShape"},
            "sh:path": {"si:meets"},
            "sh:hasValue": {f"id:criterion-{name}"},
            "sh:severity": {"sh:Info"},
            "sh:message": {f"Toon aan: {dutch}.@nl", f"Show this: {english}.@en"},
        }


def test_a_definition_that_requires_nothing_determines_nothing(toy: EmbeddedStore) -> None:
    """A characteristic or a mention draws no line."""
    found = said(toy, named("id:definition-vague"))
    assert found.keys() & {"si:characteristic", "si:hasTestClass", "si:hasTestShape"} == {
        "si:characteristic"
    }


def test_the_shape_of_a_definition_reports_what_is_missing(
    toy: EmbeddedStore, tmp_path: Path
) -> None:
    """Aimed at a case it names the criterion that the case has not been shown to meet."""
    graph = ox.NamedNode(f"{GRAPH}derived/definition-shapes")
    shape = toy.engine.quads_for_pattern(None, None, None, graph)
    target = named("sis:UnderStrict2020"), named("sh:targetNode")
    aimed = [ox.Triple(*target, named(f"id:{case}")) for case in ("all-three", "lacks-one")]
    file = tmp_path / "shapes.ttl"
    triples = [*aimed, *(quad.triple for quad in shape)]
    ox.serialize(triples, str(file), format=ox.RdfFormat.TURTLE)
    assert validate([quad.triple for quad in toy.engine], [file]) == [
        Finding(
            severity="Info",
            focus="id:lacks-one",
            path="si:meets",
            value="",
            rule="sis:UnderStrict2020-shared",
            message=Text("Toon aan: delen.", "Show this: sharing."),
        )
    ]


@pytest.mark.parametrize(
    ("place", "labels"),
    [
        pytest.param("page-1", {"Het boek, p. 1@nl", "The book, p. 1@en"}, id="page"),
        pytest.param("part-2", {"Het boek, deel 2@nl", "The book, part 2@en"}, id="locator"),
        pytest.param("whole", {"Het boek@nl", "The book@en"}, id="whole-work"),
        pytest.param(
            "somewhere", {"Het boek, plek onbekend@nl", "The book, place unknown@en"}, id="unknown"
        ),
    ],
)
def test_a_place_is_named_after_its_source(
    place: str, labels: set[str], toy: EmbeddedStore
) -> None:
    """The page or the part follows the name of the source, in the same language."""
    assert said(toy, named(f"id:{place}"))["rdfs:label"] == labels


def test_a_short_judgement_is_made_complete(tmp_path: Path) -> None:
    """Name, evidence and places follow from the case and the basis; then no rule complains."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / VALID.name).symlink_to(VALID)
    store = compiled(tmp_path, SHORT_JUDGEMENT)
    basis = said(store, named("si:sourcesAsAWhole"))["skos:definition"]
    assert len(basis) == 2
    assert derived(store, "judgements-without-passage") == {
        ("id:short", "rdfs:label", "De Tuin: oogsten@nl"),
        ("id:short", "rdfs:label", "The Garden: harvesting@en"),
        *(("id:short", "si:evidence", text) for text in basis),
        ("id:short", "si:citation", "id:toy-report-p1"),
        ("id:short", "si:citation", "id:toy-web-page-whole"),
    }
    found = validate([quad.triple for quad in store.engine], shapes_files(ROOT))
    assert [finding for finding in found if finding.focus == "id:short"] == []


def test_no_blank_node_keeps_the_name_that_a_rule_gave_it(
    toy: EmbeddedStore, graph: KnowledgeGraph
) -> None:
    """What a rule makes up to hold a list together is named nowhere in the graph."""
    assert isinstance(graph.store, EmbeddedStore)
    for store in (toy, graph.store):
        assert any(isinstance(quad.subject, ox.BlankNode) for quad in store.engine)
        assert not any(SKOLEM in str(quad) for quad in store.engine)


def test_each_definition_has_the_class_of_what_it_requires(graph: KnowledgeGraph) -> None:
    """In the real graph too: the kind of case, and exactly the required criteria."""
    assert isinstance(graph.store, EmbeddedStore)
    required: dict[str, set[str]] = {}
    for definition, criterion in pairs(graph.store, "si:requires"):
        required.setdefault(definition, set()).add(criterion)
    classes = dict(pairs(graph.store, "si:hasTestClass"))
    assert len(set(classes.values())) == len(classes) > 50
    assert classes.keys() == required.keys()
    for definition, name in classes.items():
        kind, *conditions = members(graph.store, named(name))
        assert shown(kind) in {"si:Initiative", "si:Issue"}
        found = [followed(graph.store, each, "owl:hasValue") for each in conditions]
        assert [shown(criterion) for criterion in found] == sorted(required[definition])


@pytest.mark.skipif(not SOURCE.is_file(), reason="the cases beyond the dossier are not here")
def test_the_graph_decides_as_the_panel_in_the_sources(graph: KnowledgeGraph) -> None:
    """For each case and each definition of the panel: the same outcome, for the same criteria."""
    assert isinstance(graph.store, EmbeddedStore)
    expected = {
        (f"id:{_renamed(case['id'])}", f"id:definition-{_renamed(panel['definition_id'])}"): (
            panel["outcome"],
            {f"id:criterion-{name}" for name in panel["because"]},
        )
        for case in json.loads(SOURCE.read_text("utf-8"))["cases"]
        for panel in case["panel"]
    }
    assert expected
    assert {pair: _decided(graph.store, *pair) for pair in expected} == expected


def _renamed(name: str) -> str:
    """The name in the graph of what the sources call `name`."""
    return RENAMED.get(name, name)


def _decided(store: EmbeddedStore, case: str, definition: str) -> tuple[str, set[str]]:
    """The outcome, and the required criteria that decide it."""
    of_case, required = said(store, named(case)), said(store, named(definition))["si:requires"]
    fits = definition in of_case.get("si:fitsDefinition", set())
    fails = definition in of_case.get("si:failsDefinition", set())
    assert not (fits and fails)
    if fails:
        return "does-not-fit", required & of_case["si:fallsShortOf"]
    return "fits" if fits else "undecided", required - of_case["si:meets"]
