"""The ontology as far as a form needs it: what terms are called, mean, and point to."""

from collections.abc import Sequence

from si_kg.citing.publications import PUBLICATIONS
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import GRAPH, expand, prologue
from si_kg.store import Store, rows

_TEXT = f"""
{prologue("rdf", "rdfs", "si", "skos")}
SELECT ?term ?of ?value WHERE {{
  VALUES ?of {{
    rdfs:label si:displayName skos:definition skos:scopeNote skos:example
    rdf:type rdfs:range rdfs:subPropertyOf rdfs:subClassOf
  }}
  GRAPH <{GRAPH}ontology> {{ ?term ?of ?value . FILTER (!isBlank(?term) && !isBlank(?value)) }}
}}
"""
_TYPE, _RELATION, _LABEL, _DISPLAY_NAME, _MEANING, _EXAMPLE, _RANGE, _ABOVE, _SUPER = (
    expand(curie) or curie
    for curie in (
        "rdf:type",
        "owl:ObjectProperty",
        "rdfs:label",
        "si:displayName",
        "skos:definition",
        "skos:example",
        "rdfs:range",
        "rdfs:subPropertyOf",
        "rdfs:subClassOf",
    )
)
_DOCUMENTS = {expand(curie): name for curie, name in PUBLICATIONS.items()}


class Terms:
    """Classes and properties (IRIs) of the ontology in a store."""

    def __init__(self, store: Store) -> None:
        self._texts: dict[tuple[str, str], dict[str, str]] = {}
        self._links: dict[tuple[str, str], list[str]] = {}
        self._below: dict[str, list[str]] = {}
        for term, of, value in rows(store, _TEXT):
            language = getattr(value, "language", None)
            if language:
                self._texts.setdefault((term.value, of.value), {})[language] = value.value
                continue
            self._links.setdefault((term.value, of.value), []).append(value.value)
            if of.value == _SUPER:
                self._below.setdefault(value.value, []).append(term.value)

    def name(self, term: str) -> Text | None:
        """What people call the term."""
        found = self._text(term, _LABEL) or self._text(term, _DISPLAY_NAME)
        return found or _DOCUMENTS.get(term)

    def meaning(self, term: str) -> Text | None:
        """What the term means."""
        return self._text(term, _MEANING)

    def example(self, term: str) -> Text | None:
        """The example that the ontology gives of the term."""
        return self._text(term, _EXAMPLE)

    def range(self, of: str) -> str:
        """What the values of the property are: a class or a datatype, "" where that is open."""
        found = (self._links.get((each, _RANGE), ()) for each in self._above(of, _ABOVE))
        return next((links[0] for links in found if links), "")

    def is_relation(self, of: str) -> bool:
        """Whether the values of the property are things or addresses, and no texts."""
        return _RELATION in self._links.get((of, _TYPE), ())

    def superclasses(self, of: str) -> Sequence[str]:
        """The class and all above it."""
        return self._above(of, _SUPER)

    def subclasses(self, of: str) -> Sequence[str]:
        """The class and all below it, by name."""
        found = [of]
        for each in found:
            found += [below for below in self._below.get(each, ()) if below not in found]
        return [of, *sorted(found[1:])]

    def _above(self, term: str, link: str) -> Sequence[str]:
        found = [term]
        for each in found:
            found += [up for up in self._links.get((each, link), ()) if up not in found]
        return found

    def _text(self, term: str, of: str) -> Text | None:
        found = self._texts.get((term, of), {})
        return (
            Text(*(found[each] for each in LANGUAGES)) if found.keys() >= set(LANGUAGES) else None
        )
