"""A known pitfall of ontologies, and how it is looked for."""

from typing import NamedTuple

from si_kg.language import Text
from si_kg.namespaces import GRAPH, ONTOLOGY, prologue

HEADER = f"<{ONTOLOGY.removesuffix('#')}>"
# what is ours: what a module of ours defines, but for the classes that definitions make
OURS = f"""
  ?thing rdfs:isDefinedBy ?module .
  FILTER (STRSTARTS(STR(?thing), "{ONTOLOGY}"))
  FILTER NOT EXISTS {{ ?definition si:hasTestClass ?thing }}
"""
STATED = f"GRAPH <{GRAPH}ontology>"
_PREFIXES = prologue(
    "bibo", "dcterms", "foaf", "owl", "prov", "rdf", "rdfs", "schema", "si", "skos", "vann", "xsd"
)


class Pitfall(NamedTuple):
    """What to look for: a pattern that binds ?thing, and ?detail where there is more to say."""

    rule: str
    message: Text
    pattern: str

    @property
    def query(self) -> str:
        """The pattern as SPARQL."""
        return f"{_PREFIXES}\nSELECT DISTINCT ?thing ?detail WHERE {{{self.pattern}}}"
