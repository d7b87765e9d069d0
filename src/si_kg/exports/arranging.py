"""One order for the same content: blank nodes named after it, readers' order of statements."""

from collections.abc import Iterable

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.namespaces import PREFIXES

_TYPE = f"{PREFIXES['rdf']}type"
Rank = tuple[int, str, str]


def arranged(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads, each once, by graph and subject: kinds first, named things before blank nodes.

    Of texts the Dutch one stands first, then the English one. Blank nodes carry the labels of RDF
    Dataset Canonicalization (RDFC-1.0), so that the same content always reads the same.
    """
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=_rank_of_quad)


def merged(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The same statements without the names of their graphs, arranged."""
    return arranged(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def _rank_of_quad(quad: ox.Quad) -> tuple[Rank, Rank, bool, str, Rank]:
    of = quad.predicate.value
    return _rank(quad.graph_name), _rank(quad.subject), of != _TYPE, of, _rank(quad.object)


def _rank(term: object) -> Rank:
    match term:
        case ox.NamedNode():
            return 1, term.value, ""
        case ox.BlankNode():
            return 2, term.value, ""
        case ox.Literal(language=str(language)) if language in LANGUAGES:
            return 3 + LANGUAGES.index(language), term.value, ""
        case ox.Literal():
            return 3 + len(LANGUAGES), term.value, term.language or term.datatype.value
    return 0, str(term), ""
