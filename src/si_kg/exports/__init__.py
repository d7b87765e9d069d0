"""Data to work on with elsewhere: RDF in every syntax, tables with their description (CSVW).

Each function takes a graph that is open (a `KnowledgeGraph`, or any `QueryLayer`), embedded or
behind an endpoint, and gives what can be written or saved.

>>> import si_kg
>>> from si_kg import exports
>>> exports.thing(si_kg.open(), "empowerment").write("ttl").splitlines()[1]
b'@prefix id: <https://w3id.org/si-kg/id/> .'
"""

from collections.abc import Collection

import pyoxigraph as ox

from si_kg.exports.cids import as_cids
from si_kg.exports.export import Export
from si_kg.exports.gathering import Surroundings, everything, of_graphs
from si_kg.exports.syntaxes import FORMATS
from si_kg.exports.tables import Tables
from si_kg.namespaces import prologue
from si_kg.query_layer import QueryLayer
from si_kg.store import rows
from si_kg.things import find

__all__ = ["FORMATS", "Export", "Tables", "as_cids", "data", "ontology", "tables", "theme", "thing"]

_THEMES = f"""
{prologue("si", "skos")}
SELECT DISTINCT ?topic {{ VALUES ?kind {{ skos:ConceptScheme si:Concept }} ?topic a ?kind }}
"""


def data(graph: QueryLayer, parts: Collection[str] = ()) -> Export:
    """The whole graph, or the named graphs among `parts`: `data`, `derived/labels`, or an IRI.

    Raises GraphNotFound, AnswerIncomplete.
    """
    quads = everything(graph.store)
    return Export(of_graphs(quads, parts) if parts else quads)


def ontology(graph: QueryLayer) -> Export:
    """The terms, their axioms and their alignments; raises what `data` raises."""
    return data(graph, ["ontology"])


def thing(graph: QueryLayer, name: str) -> Export:
    """What is said of one thing, with its citations and the labels of what it points to.

    Raises ThingNotFound, NameAmbiguous, AnswerIncomplete.
    """
    named = ox.NamedNode(find(graph.store, name))
    return Export(Surroundings(everything(graph.store)).described([named]))


def theme(graph: QueryLayer, name: str) -> Export:
    """A theme: the concepts of a scheme, or a concept and what is narrower, and all about these.

    A concept scheme is what SKOS has for a theme, and a framework is one too; the folders in which
    the sources are kept leave no trace in the graph. Raises ThingNotFound with the nearest scheme
    or concept, NameAmbiguous, AnswerIncomplete.
    """
    topics = {topic.value for (topic,) in rows(graph.store, _THEMES)}
    topic = ox.NamedNode(find(graph.store, name, topics))
    surroundings = Surroundings(everything(graph.store))
    return Export(surroundings.described(surroundings.theme(topic)))


def tables(graph: QueryLayer) -> Tables:
    """The things of the graph in CSV, a table for each kind, with CSVW metadata.

    Raises AnswerIncomplete.

    >>> import si_kg
    >>> sorted(tables(si_kg.open()).files)[:2]
    ['actors.csv', 'addresses.csv']
    """
    return Tables.of(graph)
