"""What an addition says of things that are not its own: links and notes, and no more unasked."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.language import Text
from si_kg.namespaces import OWN, OWN_DERIVED, PREFIXES, WORKSPACE, expand, shorten
from si_kg.parameters import iri
from si_kg.store import EmbeddedStore, Store, rows

_OWN = (OWN, OWN_DERIVED, WORKSPACE)  # how the names of graphs begin that are not shipped
_AT_ONCE, _TRIPLES_AT_ONCE = 500, 20_000
# links to elsewhere, other names and notes: they change nothing of what is stated
_FREE = frozenset(
    expand(curie)
    for curie in (
        "skos:exactMatch",
        "skos:closeMatch",
        "skos:broadMatch",
        "skos:narrowMatch",
        "skos:relatedMatch",
        "skos:altLabel",
        "skos:hiddenLabel",
        "skos:note",
        "skos:scopeNote",
        "skos:editorialNote",
        "skos:changeNote",
        "skos:historyNote",
        "skos:example",
        "owl:sameAs",
        "rdfs:seeAlso",
        "foaf:page",
        "dcterms:relation",
        "schema:sameAs",
    )
)
_ANNOTATION = ox.NamedNode(PREFIXES["owl"] + "AnnotationProperty")
_MESSAGE = Text(
    "‘{thing}’ is niet van jezelf, en {property} voegt iets toe aan wat er al over staat. "
    "Maak een eigen ding dat ernaar verwijst, of neem de waarschuwing voor lief.",
    "‘{thing}’ is not your own, and {property} adds to what is stated of it. "
    "Make a thing of your own that refers to it, or accept the warning.",
)


def findings(triples: Sequence[ox.Triple], store: Store) -> list[Finding]:
    """A Warning per property that changes what is stated of a shipped thing.

    Links, other names, notes, and properties that the triples declare as annotations are free; so
    is what the shipped graph states itself.
    """
    declared = {triple.subject for triple in triples if triple.object == _ANNOTATION}
    bound = [
        (subject, predicate, value)
        for subject, predicate, value in triples
        if isinstance(subject, ox.NamedNode)
        and predicate.value not in _FREE
        and predicate not in declared
    ]
    stated = dict(_stated({subject.value for subject, _, _ in bound}, store))
    found: dict[tuple[str, str], Finding] = {}
    for subject, predicate, value in bound:
        thing, prop = shorten(subject.value), shorten(predicate.value)
        if subject in stated and (predicate, value) not in stated[subject]:
            found.setdefault((thing, prop), _finding(thing, prop))
    return list(found.values())


def findings_in(engine: ox.Store, graph: ox.NamedNode) -> Iterator[Finding]:
    """The same of the triples in a graph of any size, beside the shipped graphs in the engine."""
    declared = [quad.triple for quad in engine.quads_for_pattern(None, None, _ANNOTATION, graph)]
    about = (
        quad.triple
        for thing in _shipped(engine)
        for quad in engine.quads_for_pattern(thing, None, None, graph)
    )
    told: set[Finding] = set()
    while some := list(islice(about, _TRIPLES_AT_ONCE)):
        found = findings(declared + some, EmbeddedStore(engine))
        yield from (each for each in found if each not in told)
        told.update(found)


def _shipped(engine: ox.Store) -> set[ox.NamedNode]:
    """What the shipped graphs describe."""
    graphs = (graph for graph in engine.named_graphs() if not graph.value.startswith(_OWN))
    return {
        quad.subject
        for graph in graphs
        for quad in engine.quads_for_pattern(None, None, None, graph)
        if isinstance(quad.subject, ox.NamedNode)
    }


def _stated(
    subjects: Iterable[str], store: Store
) -> Iterator[tuple[ox.NamedNode, set[tuple[object, object]]]]:
    """Each of the subjects (IRIs) that is shipped, and what is stated of it."""
    listed = sorted(subjects)
    own = " || ".join(f'STRSTARTS(STR(?graph), "{name}")' for name in _OWN)
    for start in range(0, len(listed), _AT_ONCE):
        values = " ".join(map(iri, listed[start : start + _AT_ONCE]))
        text = f"""SELECT ?s ?p ?o WHERE {{
            VALUES ?s {{ {values} }} GRAPH ?graph {{ ?s ?p ?o }} FILTER (!({own}))
        }}"""
        said: dict[ox.NamedNode, set[tuple[object, object]]] = {}
        for subject, predicate, value in rows(store, text):
            said.setdefault(subject, set()).add((predicate, value))
        yield from said.items()


def _finding(thing: str, prop: str) -> Finding:
    message = Text(*(text.format(thing=thing, property=prop) for text in _MESSAGE))
    return Finding("Warning", thing, prop, "", "intake:not-your-own", message)
