"""What users state is not as complete as ours: in one language only, or said twice, by us and them.

The whole graph is put in that state, so that no query can do without.
"""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from conftest import ROOT, store_of

from si_kg.catalogue import Catalogue
from si_kg.deriving.facts import in_graph
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import GRAPH, ONTOLOGY
from si_kg.query_files import read_rules
from si_kg.results import Graph, Table, Verdict
from si_kg.store import EmbeddedStore

QUERIES = Catalogue.from_folder(ROOT / "queries")
OURS = {ox.NamedNode(f"{GRAPH}{name}") for name in ("ontology", "queries", "mappings")}
# an author wrote in one language, and we translated into the other
QUOTED = {ox.NamedNode(f"{ONTOLOGY}{name}") for name in ("quotation", "quotationTranslation")}
# gives the names in both languages, that of the reader first
BOTH = {"title-of"}
ADDITION = ox.NamedNode(f"{GRAPH}own/cases")
DERIVED = ox.NamedNode(f"{GRAPH}derived/untranslated")
DATA = ox.NamedNode(f"{GRAPH}data")


def opened(quads: Iterable[ox.Quad], graph: KnowledgeGraph, language: str) -> KnowledgeGraph:
    """These quads with the canned queries, and with what follows for texts in one language."""
    engine = ox.Store()
    engine.bulk_extend(quads)
    _, rule = read_rules(ROOT / "queries" / "rules")["untranslated"]
    follows = KnowledgeGraph(EmbeddedStore(engine), graph.catalogue, language).sparql(rule)
    assert isinstance(follows, Graph)
    engine.extend([in_graph(triple, DERIVED) for triple in follows.triples])
    return KnowledgeGraph(EmbeddedStore(engine), graph.catalogue, language)


def quads_of(graph: KnowledgeGraph) -> Iterable[ox.Quad]:
    """All quads of a graph in memory."""
    assert isinstance(graph.store, EmbeddedStore)
    return graph.store.engine


@pytest.fixture(scope="module")
def in_one_language(graph: KnowledgeGraph) -> dict[str, KnowledgeGraph]:
    """By the language that is asked for: a graph that says everything in the other one only."""

    def without(language: str) -> Iterable[ox.Quad]:
        for quad in quads_of(graph):
            is_text = isinstance(quad.object, ox.Literal) and quad.object.language == language
            if quad.graph_name in OURS or quad.predicate in QUOTED or not is_text:
                yield quad

    return {each: opened(without(each), graph, each) for each in LANGUAGES}


@pytest.fixture(scope="module")
def stated_twice(graph: KnowledgeGraph) -> KnowledgeGraph:
    """All that we state, in an addition too."""
    quads = list(quads_of(graph))
    again = [in_graph(quad.triple, ADDITION) for quad in quads if quad.graph_name == DATA]
    return opened([*quads, *again], graph, "en")


def rows(graph: KnowledgeGraph, name: str) -> list[object]:
    """The answer to a query with its defaults, row by row."""
    answer = graph.query(name)
    assert not isinstance(answer, Verdict)
    return list(answer.rows if isinstance(answer, Table) else answer.triples)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", [name for name in QUERIES if "lang" in QUERIES[name].by_name and name not in BOTH]
)
def test_what_is_said_in_one_language_only_is_found_in_both(
    name: str, language: str, graph: KnowledgeGraph, in_one_language: dict[str, KnowledgeGraph]
) -> None:
    """A thing is listed by the name that it has; no row is lost and none is added."""
    expected = KnowledgeGraph(graph.store, graph.catalogue, language)
    assert len(rows(in_one_language[language], name)) == len(rows(expected, name))


def test_a_description_that_repeats_the_name(graph: KnowledgeGraph) -> None:
    """The text is untranslated as a description, not as a name: the name is told once."""
    soup = """id:soup si:addresses id:homelessness ; rdfs:label "Soep"@nl , "Soup"@en ;
        dcterms:description "Soup"@en ."""
    own = [in_graph(quad.triple, ADDITION) for quad in store_of(soup).engine]
    mixed = opened([*quads_of(graph), *own], graph, "nl")
    table = mixed.query("initiatives-by-issue", {"issue": "id:homelessness"})
    assert isinstance(table, Table)
    told = [row for row in table.records() if str(row["initiative"]).endswith("soup")]
    assert [(row["label"], row["description"]) for row in told] == [("Soep", "Soup")]


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ('si:startYear "2020"^^xsd:gYear', "2020"),
        ('si:startDate "2021-09-01"^^xsd:date', "2021-09-01"),
        ('si:startDate "2021-09-01"^^xsd:date ; si:startYear "2021"^^xsd:gYear', "2021-09-01"),
    ],
)
def test_an_initiative_began_in_a_year_or_on_a_day(
    said: str, start: str, graph: KnowledgeGraph
) -> None:
    """Whichever is known is told, and the day where both are."""
    soup = f'id:soup a si:Initiative ; rdfs:label "Soup"@en ; {said} .'
    own = [in_graph(quad.triple, ADDITION) for quad in store_of(soup).engine]
    table = opened([*quads_of(graph), *own], graph, "en").query("initiatives")
    assert isinstance(table, Table)
    told = [row for row in table.records() if str(row["initiative"]).endswith("soup")]
    assert [str(row["start"]) for row in told] == [start]


@pytest.mark.parametrize("name", QUERIES)
def test_what_is_stated_twice_is_told_once(
    name: str, graph: KnowledgeGraph, stated_twice: KnowledgeGraph
) -> None:
    """An addition may say what is said already; that changes no row and no count."""
    assert rows(stated_twice, name) == rows(graph, name)
