"""A small world in which every rule applies, and what a user may say in it, at random."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from conftest import ROOT, store_of
from hypothesis import strategies as st

from si_kg.deriving import AroundHere, Change, Consequences, derive, derive_own, follow
from si_kg.deriving.around import Around
from si_kg.deriving.facts import in_graph
from si_kg.namespaces import GRAPH, OWN, OWN_DERIVED, expand
from si_kg.query_files import read_rules

RULES = read_rules(ROOT / "queries" / "rules")
_SHIPPED = """
si:Initiative rdfs:subClassOf si:Case . si:Platform rdfs:subClassOf si:Initiative .
si:Municipality rdfs:subClassOf si:Actor . si:Actor rdfs:subClassOf foaf:Agent .
si:Framework rdfs:subClassOf skos:ConceptScheme .
si:Concept rdfs:subClassOf skos:Concept . si:Criterion rdfs:subClassOf skos:Concept .
id:green a si:Criterion ; skos:prefLabel "Groen"@nl , "Green"@en .
id:open a si:Criterion ; skos:prefLabel "Open"@nl , "Open"@en .
id:gardening a si:Concept ; si:isTestedOn si:Initiative .
id:strict a si:Definition ; skos:notation "Strict" ; si:defines id:gardening ;
    rdfs:label "Streng"@nl , "Strict"@en ; si:requires id:green , id:open .
id:mild a si:Definition ; skos:notation "Mild" ; si:defines id:gardening ;
    rdfs:label "Mild"@nl , "Mild"@en ; si:requires id:green .
si:sourcesAsAWhole skos:definition "Alles"@nl , "All of it"@en .
id:book rdfs:label "Boek"@nl , "Book"@en . id:page si:inSource id:book ; si:page 1 .
id:case a si:Initiative ; rdfs:label "Geval"@nl , "Case"@en ; si:citation id:page ;
    si:isFundedBy id:town .
id:judgement a si:Judgement ; si:judges id:case ; si:appliesCriterion id:open ;
    si:hasOutcome si:met ; si:hasBasis si:sourcesAsAWhole .
id:town a si:Municipality . id:scheme a skos:ConceptScheme ; skos:prefLabel "S"@en .
"""
_DATA = ox.NamedNode(f"{GRAPH}data")

_INITIATIVES = "ex:i1 ex:i2 id:case _:i3"
_ACTORS = "ex:a1 ex:a2 id:town"
_JUDGEMENTS = "ex:j1 ex:j2 _:j3 id:judgement"
_TIES = "ex:t1 _:t2"
_CRITERIA = "ex:c1 ex:c2 id:green id:open"
_CONCEPTS = "ex:k1 ex:k2 id:gardening"
_DEFINITIONS = "ex:d1 id:strict"
_SOURCES = "ex:s1 id:book"
_PLACES = "ex:p1 id:page _:p2"
_SCHEMES = "ex:f1 id:scheme"
_THINGS = f"{_INITIATIVES} {_ACTORS} {_CONCEPTS} {_CRITERIA} {_SCHEMES}"
_CLASSES = (
    "si:Initiative si:Platform si:Municipality si:Actor si:Concept si:Criterion si:Framework"
    " skos:ConceptScheme ex:Kind si:Case skos:Concept foaf:Agent"
)
# What is said of which things, of what: the changes that can be followed,
NEAR = (
    (_THINGS, "rdf:type", _CLASSES),
    (_JUDGEMENTS, "si:judges", _INITIATIVES),
    (_JUDGEMENTS, "si:appliesCriterion", _CRITERIA),
    (_JUDGEMENTS, "si:hasOutcome", "si:met si:notMet si:noEvidence"),
    (_JUDGEMENTS, "si:hasBasis", "si:sourcesAsAWhole ex:basis"),
    ("ex:basis", "skos:definition", '"b"@nl "b"@en'),
    (f"{_INITIATIVES} {_ACTORS} {_SOURCES}", "rdfs:label", '"x"@nl "x"@en "y"@nl "y"@en'),
    (_JUDGEMENTS, "rdfs:label", '"Geval:_green"@nl "x:_green"@en'),
    (f"{_INITIATIVES} {_CONCEPTS}", "si:citation", _PLACES),
    (_PLACES, "si:inSource", _SOURCES),
    (_PLACES, "si:page", '"3"'),
    (_PLACES, "si:locator", '"deel"@nl "part"@en'),
    (_PLACES, "si:placeStatus", "si:wholeWork si:placeUnknown"),
    (_ACTORS, "foaf:name", '"Name"'),
    (_INITIATIVES, "si:isFundedBy", _ACTORS),
    (_INITIATIVES, "si:isFoundedBy", _ACTORS),
    (_INITIATIVES, "si:involves", _ACTORS),
    (_INITIATIVES, "si:meets", _CRITERIA),
    (_INITIATIVES, "si:fitsDefinition", "id:strict id:mild"),
    (_TIES, "si:concernsInitiative", _INITIATIVES),
    (_TIES, "si:hasPartner", _ACTORS),
    (f"{_CONCEPTS} {_CRITERIA}", "skos:broader", _CONCEPTS),
    (_CONCEPTS, "skos:narrower", _CONCEPTS),
    (_CONCEPTS, "skos:related", _CONCEPTS),
    (_CONCEPTS, "skos:topConceptOf", _SCHEMES),
    (_SCHEMES, "skos:hasTopConcept", _CONCEPTS),
    (f"{_CONCEPTS} ex:c1 ex:c2", "skos:prefLabel", '"k"@nl "l"@en'),
    (_SCHEMES, "dcterms:title", '"f"@en'),
    (_SCHEMES, "dcterms:license", "ex:licence"),
    (_CONCEPTS, "dcterms:source", _SOURCES),
    (_DEFINITIONS, "si:mentions", _CRITERIA),
    (_DEFINITIONS, "si:usesCriterion", _CRITERIA),
)
# and those that may reach everywhere.
WIDE = (
    (_DEFINITIONS, "si:requires", _CRITERIA),
    (_DEFINITIONS, "si:defines", _CONCEPTS),
    (_CONCEPTS, "si:isTestedOn", "si:Initiative si:Actor ex:Kind"),
    (_DEFINITIONS, "skos:notation", '"N1" "N2"'),
    (f"{_DEFINITIONS} si:UnderN1 si:UnderMild", "rdfs:label", '"d"@nl "d"@en'),
    (_DEFINITIONS, "si:hasTestClass", "si:UnderN1 si:UnderMild"),
    ("ex:Kind si:Platform", "rdfs:subClassOf", _CLASSES),
    (_CRITERIA, "skos:prefLabel", '"c"@nl "c"@en'),
)


def term(text: str) -> Any:
    """The term that a CURIE, a blank node label or a quoted text stands for."""
    if text.startswith('"'):
        value, _, language = text[1:].rpartition('"')
        return ox.Literal(value.replace("_", " "), language=language.strip("@") or None)
    if text.startswith("_:"):
        return ox.BlankNode(text[2:])
    return ox.NamedNode(expand(text) or text)


def _quads(said: tuple[str, str, str]) -> list[ox.Quad]:
    subjects, predicate, objects = said
    return [
        ox.Quad(term(subject), term(predicate), term(value), ox.NamedNode(OWN + addition))
        for subject in subjects.split()
        for value in objects.split()
        for addition in ("a", "b")
    ]


def toggles(said: Sequence[tuple[str, str, str]]) -> st.SearchStrategy[list[list[ox.Quad]]]:
    """Changes one after the other: each adds what is not there, and removes what is."""
    one = st.sampled_from([_quads(each) for each in said]).flatmap(st.sampled_from)
    return st.lists(st.lists(one, min_size=1, max_size=8, unique=True), min_size=4, max_size=12)


def shipped_world() -> list[ox.Quad]:
    """The shipped graph of the small world, with what follows from it."""
    engine = ox.Store()
    engine.extend(in_graph(quad.triple, _DATA) for quad in store_of(_SHIPPED).engine)
    derive(engine, RULES)
    return list(engine)


SHIPPED = shipped_world()


def filled(quads: Collection[ox.Quad]) -> ox.Store:
    """The shipped graph with these."""
    engine = ox.Store()
    engine.extend([*SHIPPED, *quads])
    return engine


@dataclass
class World:
    """What users stated, and what follows from it as far as it was followed."""

    stated: frozenset[ox.Quad] = frozenset()
    derived: frozenset[ox.Quad] = frozenset()

    def follow(
        self, quads: Collection[ox.Quad], around: Callable[[ox.Store], Around] = AroundHere
    ) -> Consequences | None:
        """Change the world by what differs, and keep up what follows; or derive it all over."""
        removed = self.stated & set(quads)
        added = set(quads) - removed
        before = around(filled(self.stated | self.derived))
        followed = follow(before, filled(()), Change([*added], [*removed]), RULES)
        self.stated = self.stated - removed | added
        if followed:
            assert self.derived >= set(followed.removed)
            assert not self.derived & set(followed.added)
            self.derived = self.derived - set(followed.removed) | set(followed.added)
        else:
            self.derived = self.all_over()
        return followed

    def all_over(self) -> frozenset[ox.Quad]:
        """What follows from all that is stated, derived from nothing."""
        engine = filled(self.stated)
        derive_own(engine, RULES)
        return frozenset(quad for quad in engine if _is_derived(quad))


def _is_derived(quad: ox.Quad) -> bool:
    return str(quad.graph_name).startswith(f"<{OWN_DERIVED}")
