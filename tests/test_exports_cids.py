"""An initiative as the Common Impact Data Standard has it: what its classes ask for is there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
from conftest import Cli, complaint

from si_kg import exports
from si_kg.errors import ThingNotFound
from si_kg.exports import Export
from si_kg.exports.faults import OrganisationUnknown
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, PREFIXES, prologue
from si_kg.store import EmbeddedStore, rows

CIDS = Path(__file__).parents[2] / "shared" / "vocabularies" / "cids.ttl"
TYPE = f"{PREFIXES['rdf']}type"
NAME = "http://ontology.eil.utoronto.ca/tove/organization#hasName"
RUN = (
    "amsterdam-start-up-climate",
    "basic-income-experiments",
    "buurtzorg",
    "coa-guest-scheme",
    "de-viltmannen",
    "je-eigen-stek",
    "one-percent-club",
    "utrecht-civic-crowdfunding-pilot",
    "utrecht-sib",
)
ASKED = f"""
{prologue("owl", "rdfs")}
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?class ?of ?value
  (COALESCE(?exactly, ?atLeast, 0) AS ?least) (COALESCE(?exactly, ?atMost) AS ?most)
{{
  ?class rdfs:subClassOf*/rdfs:subClassOf ?asked . ?asked owl:onProperty ?of
  OPTIONAL {{ ?asked owl:onClass|owl:onDataRange ?value }}
  OPTIONAL {{ ?asked owl:qualifiedCardinality ?exactly }}
  OPTIONAL {{ ?asked owl:minQualifiedCardinality ?atLeast }}
  OPTIONAL {{ ?asked owl:maxQualifiedCardinality ?atMost }}
  FILTER NOT EXISTS {{ ?asked sh:severity sh:Info }}
  FILTER (isIRI(?class))
}}
"""


class Asked(NamedTuple):
    """What a class of CIDS asks of a property: what its values are, and how many there are."""

    of: str
    value: str
    least: int
    most: int | None


@pytest.fixture(scope="module")
def standard() -> ox.Store:
    """CIDS itself."""
    if not CIDS.exists():
        pytest.skip(f"the standard is not beside the checkout ({CIDS})")
    store = ox.Store()
    store.load(path=str(CIDS), format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def asked(standard: ox.Store) -> dict[str, set[Asked]]:
    """What each class asks for, with what it inherits; what is only advice is left out."""
    found = defaultdict(set)
    for kind, of, value, least, most in rows(EmbeddedStore(standard), ASKED):
        count = None if most is None else int(most.value)
        values = value.value if isinstance(value, ox.NamedNode) else ""
        found[kind.value].add(Asked(of.value, values, int(least.value), count))
    return found


def kinds_of(export: Export) -> defaultdict[object, set[str]]:
    """The classes of each thing."""
    found: defaultdict[object, set[str]] = defaultdict(set)
    for quad in export.quads:
        if quad.predicate.value == TYPE and isinstance(quad.object, ox.NamedNode):
            found[quad.subject].add(quad.object.value)
    return found


def complaints(export: Export, asked: dict[str, set[Asked]]) -> Iterator[str]:
    """Where the export lacks what CIDS asks for, has too much, or a value of another kind."""
    kinds = kinds_of(export)
    values: defaultdict[tuple[object, str], list[object]] = defaultdict(list)
    for quad in export.quads:
        values[quad.subject, quad.predicate.value].append(quad.object)
    for thing, classes in [*kinds.items()]:
        for each in {one for kind in classes for one in asked[kind]}:
            found = values[thing, each.of]
            if not each.least <= len(found) <= (len(found) if each.most is None else each.most):
                yield f"{thing} has {len(found)} values of {each.of}"
            for value in found:
                is_a = {value.datatype.value} if isinstance(value, ox.Literal) else kinds[value]
                if each.value and each.value not in is_a:
                    yield f"{thing} {each.of} {value} is no {each.value}"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", RUN)
def test_cids_accepts_an_initiative(
    name: str, language: str, graph: KnowledgeGraph, asked: dict[str, set[Asked]]
) -> None:
    """Each class has what its restrictions ask, once where they ask for one, of the right kind."""
    export = exports.as_cids(spoken(graph, language), name)
    assert list(complaints(export, asked)) == []
    kinds = set[str]().union(*kinds_of(export).values())
    assert kinds >= {f"{PREFIXES['cids']}{kind}" for kind in ("Activity", "ImpactModel")}


def test_what_lacks_something_is_not_accepted(
    graph: KnowledgeGraph, asked: dict[str, set[Asked]]
) -> None:
    """The reading of the standard bites: without names, or with two, it complains."""
    export = exports.as_cids(graph, "buurtzorg")
    named = [quad for quad in export.quads if quad.predicate.value == NAME]
    without = replace(export, quads=[quad for quad in export.quads if quad not in named])
    assert len(list(complaints(without, asked))) >= 3
    again = [ox.Quad(quad.subject, quad.predicate, ox.Literal("x")) for quad in named]
    assert len(list(complaints(replace(export, quads=[*export.quads, *again]), asked))) >= 3
    model = ox.NamedNode(f"{PREFIXES['cids']}ImpactModel")
    untyped = [quad for quad in export.quads if quad.object != model]
    assert any("is no" in each for each in complaints(replace(export, quads=untyped), asked))


def test_every_term_stands_in_the_standard(graph: KnowledgeGraph, standard: ox.Store) -> None:
    """No class or property is made up."""
    known = {term.value for quad in standard for term in quad if isinstance(term, ox.NamedNode)}
    for name in RUN:
        export = exports.as_cids(graph, name)
        terms = {quad.predicate.value for quad in export.quads}
        assert terms.union(*kinds_of(export).values()) - {TYPE} <= known


def test_the_initiatives_that_somebody_runs_are_all_there_are(graph: KnowledgeGraph) -> None:
    """The others are refused."""
    text = f"{prologue('si')} SELECT DISTINCT ?initiative {{ ?initiative a si:Initiative }}"
    names = {thing.value.removeprefix(ID) for (thing,) in rows(graph.store, text)}
    assert {name for name in names if is_run(graph, name)} == set(RUN)


def test_what_is_no_initiative_is_not_found(graph: KnowledgeGraph) -> None:
    """A concept has no activity."""
    with pytest.raises(ThingNotFound):
        exports.as_cids(graph, "empowerment")


def test_texts_are_in_the_language_of_the_call(cli: Cli) -> None:
    """On the command line too, in any format."""
    dutch = cli("export", "thing", "buurtzorg", "--profile", "cids", "--lang", "nl").out
    assert "Impactmodel van Buurtzorg" in dutch
    assert (
        "Impact model of Buurtzorg"
        in cli("export", "thing", "buurtzorg", "--profile", "cids", "--to", "jsonld").out
    )
    ran = cli("export", "thing", "noiz", "--profile", "cids", "--lang", "en")
    assert ran.code == 2
    assert "names none" in complaint(ran)


def is_run(graph: KnowledgeGraph, name: str) -> bool:
    """Whether the graph names an organisation that runs the initiative."""
    try:
        exports.as_cids(graph, name)
    except OrganisationUnknown:
        return False
    return True


def spoken(graph: KnowledgeGraph, language: str) -> KnowledgeGraph:
    """The same graph in a language."""
    assert isinstance(graph.store, EmbeddedStore)
    return KnowledgeGraph(graph.store, graph.catalogue, language)
