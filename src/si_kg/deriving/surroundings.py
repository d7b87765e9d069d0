"""What is near a change: the things it touches, and what a check of those looks at."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from si_kg.deriving.around import Node, Term
from si_kg.deriving.region import Region
from si_kg.namespaces import expand


def _terms(*curies: str) -> frozenset[ox.NamedNode]:
    return frozenset(ox.NamedNode(expand(curie) or curie) for curie in curies)


# Shapes look back from a thing to what points to it by these (`sh:inversePath`), or are about what
# is pointed to by these (`sh:targetObjectsOf`),
BACK = _terms(
    *("bibo:authorList", "bibo:editorList", "dcterms:creator", "dcterms:publisher"),
    *("rdf:first", "rdf:rest", "rdf:type", "rdfs:domain", "rdfs:range", "rdfs:subClassOf"),
    *("owl:allValuesFrom", "owl:disjointWith", "owl:equivalentClass", "owl:onClass"),
    *("owl:someValuesFrom", "skos:broader", "skos:hasTopConcept", "skos:inScheme"),
    *("skos:member", "skos:narrower", "skos:related", "skos:topConceptOf"),
    *("si:hasAffiliation", "si:hasTestClass", "si:inSource", "sssom:mappings"),
)
# or pass through a thing that changed itself,
PASSED = _terms(
    *("si:citation", "si:defines", "si:hasAxisEnd", "skos:broadMatch", "skos:closeMatch"),
    *("skos:exactMatch", "skos:narrowMatch", "skos:relatedMatch"),
)
# from there further back, for whether pages are cited of what somebody made,
FURTHER_BACK = _terms("bibo:authorList", "bibo:editorList", "rdf:rest", "si:inSource")
# and sideways, to what has the same value.
SAME = _terms("owl:annotatedSource", "rdfs:label", "si:statement", "skos:notation")

_MADE_BY = FURTHER_BACK | _terms("dcterms:creator", "rdf:first")
_TYPE, _POSITION, _SCHEME = map(_terms, ("rdf:type", "si:position", "skos:inScheme"))
_LISTS = _terms("bibo:authorList", "bibo:editorList", "rdf:rest")
# A thing, what it refers to, and what that refers to.
_STEPS = 2


def touched(region: Region, changed: Collection[ox.Quad]) -> frozenset[Node]:
    """The things whose findings may have changed with these quads.

    Those described; the user's own among those referred to, with the makers of sources; and what
    refers to a thing that is now of another kind, or no longer there.
    """
    described = _nodes(quad.subject for quad in changed)
    referred = _nodes(quad.object for quad in changed)
    fresh = _nodes(quad.object for quad in changed if quad.predicate in _MADE_BY)
    while fresh:
        referred |= fresh
        fresh = _nodes(quad.object for quad in region.out(fresh, _MADE_BY)) - referred
    of_other_kind = _nodes(quad.subject for quad in changed if quad.predicate in _TYPE)
    region.fetch_to(of_other_kind, ())
    referring = _nodes(
        quad.subject
        for thing in of_other_kind
        for quad in region.own.quads_for_pattern(None, None, thing)
    )
    return frozenset(described | referring | region.described_by_users(referred))


def beside(region: Region, changed: Collection[ox.Quad]) -> frozenset[Node]:
    """From where to look for others of which something else may be found after these quads.

    What they describe, with what points to that, and what they refer to.
    """
    described = _nodes(quad.subject for quad in changed)
    region.fetch_to(described, PASSED)
    referred = _nodes(quad.object for quad in changed if quad.predicate not in _TYPE)
    return frozenset(described | referred)


def surround(region: Region, things: Collection[Node]) -> None:
    """Fetch what a check of these things looks at, all around them."""
    region.fetch_of(things)
    _sideways(region, things)
    sources = {quad.subject for quad in region.into(things, BACK)}
    met: set[Term] = set()
    while sources:
        region.fetch_of(sources)
        met |= sources
        sources = {quad.subject for quad in region.into(sources, FURTHER_BACK)} - met
    for _ in range(_STEPS):
        region.fetch_of([quad.object for quad in region.own])
    cells = _nodes(quad.object for quad in region.own if quad.predicate in _LISTS)
    while cells:
        met |= cells
        cells = _nodes(quad.object for quad in region.out(cells, _LISTS)) - met


def _sideways(region: Region, things: Collection[Node]) -> None:
    for predicate in SAME:
        _fetch_sharing(region, things, frozenset([predicate]))
    _fetch_sharing(region, {quad.subject for quad in region.out(things, _POSITION)}, _SCHEME)


def _fetch_sharing(
    region: Region, things: Collection[Term], predicates: frozenset[ox.NamedNode]
) -> None:
    values = {quad.object for quad in region.out(things, predicates)}
    region.fetch_of([quad.subject for quad in region.into(values, predicates)])


def _nodes(terms: Iterable[Term]) -> set[Node]:
    return {term for term in terms if isinstance(term, ox.NamedNode | ox.BlankNode)}
