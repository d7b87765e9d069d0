"""What a parameter may be is asked of the graph about one thing, and equals the whole list."""

import pyoxigraph as ox
import pytest
from conftest import ROOT

from si_kg import shipped
from si_kg.catalogue import Catalogue
from si_kg.choices import Choices
from si_kg.errors import ValueRefused
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ID
from si_kg.results import Table
from si_kg.store import Answer, EmbeddedStore, Store
from si_kg.streams import collect

QUERIES = Catalogue.from_folder(ROOT / "queries")
LISTS = sorted({p.options for q in QUERIES.values() for p in q.parameters if p.options})
NEW = "https://example.org/new"
LATER = f"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
<{GRAPH}data> {{ <{NEW}> a si:Initiative ; rdfs:label "Nieuw"@nl , "New"@en }}
"""


class Listening:
    """A store that remembers what it was asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[str] = []

    def query(self, text: str) -> Answer:
        """What the store answers."""
        self.asked.append(text)
        return self._store.query(text)


def listed(graph: KnowledgeGraph, name: str) -> list[str]:
    """The first column of a canned query."""
    table = graph.query(name)
    assert isinstance(table, Table)
    return [str(row[0].value) for row in table.rows if isinstance(row[0], ox.NamedNode)]


@pytest.mark.parametrize("name", LISTS)
def test_one_by_one_is_as_listed(name: str, graph: KnowledgeGraph) -> None:
    """Each listed thing is among the choices, and nothing of the other lists that is not listed."""
    choices = Choices(graph.store, graph.bound(name))
    assert list(choices) == listed(graph, name) != []
    assert len(choices) == len(list(choices))
    known = {thing for other in LISTS for thing in listed(graph, other)}
    assert {thing for thing in known if thing in choices} == set(choices)


def test_a_thing_given_by_iri_is_looked_up_alone(graph: KnowledgeGraph) -> None:
    """Neither all names nor all options are read for it: no answer has more than one row."""
    listening = Listening(graph.store)
    asked = KnowledgeGraph(listening, graph.catalogue, "en")
    asked.terms("parties-of", initiative=f"{ID}buurtzorg")
    answers = [collect(graph.store.query(text)) for text in listening.asked]
    assert [len(answer) for answer in answers if isinstance(answer, Table)] == [1]


def test_a_thing_that_comes_later_is_a_choice_at_once() -> None:
    """Nothing is kept that a change of the graph would make untrue."""
    store = EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE)
    graph = KnowledgeGraph.at(store, "en")
    with pytest.raises(ValueRefused):
        graph.terms("parties-of", initiative=NEW)
    store.engine.load(LATER.encode(), format=ox.RdfFormat.TRIG)
    assert graph.terms("parties-of", initiative=NEW)["initiative"] == f"<{NEW}>"
