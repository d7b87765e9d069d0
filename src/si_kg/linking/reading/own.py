"""The things of our own graph that can be linked to."""

import pyoxigraph as ox

from si_kg.linking.faults import TargetNotFound
from si_kg.linking.reading.entries import Entries
from si_kg.linking.reading.vocabularies import from_triples
from si_kg.namespaces import ID, prologue
from si_kg.store import Store, rows

# what may be linked to, and the class of which each is
TARGETS = {
    "concepts": "si:Concept",
    "places": "si:Place",
    "organisations": "si:Organisation",
    "initiatives": "si:Initiative",
    "issues": "si:Issue",
    "persons": "si:Person",
    "programmes": "si:Programme",
    "laws": "si:LegalInstrument",
}
CONCEPTS = frozenset({"concepts", "issues"})
_TEXT = f"""
{prologue("dcterms", "rdf", "rdfs", "si", "skos")}
SELECT ?subject ?property ?value WHERE {{
  ?thing a %s .
  FILTER NOT EXISTS {{ ?thing a si:Criterion }}
  FILTER (STRSTARTS(STR(?thing), "{ID}"))
  {{
    VALUES ?property {{
      rdfs:label skos:prefLabel skos:altLabel skos:hiddenLabel si:abbreviation
      skos:definition dcterms:description rdf:type skos:broader
    }}
    ?thing ?property ?value .
    BIND (?thing AS ?subject)
  }} UNION {{
    VALUES ?property {{ rdfs:label }}
    ?thing skos:broader ?subject .
    ?subject ?property ?value .
  }}
}}
"""


def own_entries(store: Store, target: str) -> Entries:
    """The things of one of TARGETS in the graph; raises TargetNotFound."""
    if target not in TARGETS:
        raise TargetNotFound(target, TARGETS, targets=", ".join(TARGETS))
    return from_triples(ox.Triple(*found) for found in rows(store, _TEXT % TARGETS[target]))
