"""The terms of RDF and SHACL by their local names."""

from functools import cache

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal | ox.Triple

SHACL = PREFIXES["sh"]


@cache
def sh(local: str) -> ox.NamedNode:
    """A term of SHACL."""
    return ox.NamedNode(SHACL + local)


def _term(prefix: str, local: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + local)


TYPE = _term("rdf", "type")
FIRST = _term("rdf", "first")
REST = _term("rdf", "rest")
NIL = _term("rdf", "nil")
CLASS = _term("rdfs", "Class")
SUBCLASS = _term("rdfs", "subClassOf")
IMPORTS = _term("owl", "imports")
OWN_SEVERITY = _term("sis", "ownSeverity")
LOOKS_AT = _term("sis", "looksAt")


def named(term: Term) -> ox.NamedNode:
    """`term`, which has a name; raises TypeError where it has none."""
    if not isinstance(term, ox.NamedNode):
        raise TypeError(term)
    return term
