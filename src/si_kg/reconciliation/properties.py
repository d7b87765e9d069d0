"""What can be asked of a thing: properties with a name of their own, and those of the ontology."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal

from si_kg.language import Text
from si_kg.namespaces import ID, ONTOLOGY, expand, prologue
from si_kg.parameters import iri
from si_kg.reconciliation.faults import PropertyNotFound
from si_kg.store import Store, rows

_PROLOGUE = prologue("dcterms", "foaf", "owl", "rdfs", "schema", "si", "skos")
_DEFINITION = "skos:definition|dcterms:description|si:paraphrase"
_SOURCES = """
  { ?thing a si:Source . BIND (?thing AS ?value) }
  UNION {
    ?thing si:originalSource|dcterms:source|(si:citation/si:inSource) ?value
    FILTER NOT EXISTS { ?thing a si:Source }
  }
"""
_ELSEWHERE = f"""
  ?thing skos:exactMatch|schema:sameAs ?value .
  FILTER (isIRI(?value) && !STRSTARTS(STR(?value), "{ID}"))
"""
_WIKIDATA = "http://www.wikidata.org/entity/"
_OF_ONTOLOGY = f"""
{_PROLOGUE}
SELECT ?property ?label ?definition WHERE {{
  VALUES ?kind {{ owl:ObjectProperty owl:DatatypeProperty }}
  ?property a ?kind ; rdfs:label ?label .
  OPTIONAL {{
    ?property skos:definition ?definition . FILTER (LANG(?definition) = LANG(?label))
  }}
  FILTER (STRSTARTS(STR(?property), "{ONTOLOGY}"))
  FILTER EXISTS {{ ?thing ?property ?value . FILTER (STRSTARTS(STR(?thing), "{ID}")) }}
}}
ORDER BY ?property
"""


@dataclass(frozen=True)
class Property:
    """Something that a thing may have values for.

    `pattern` binds ?thing and ?value. Texts count in the `tongue` alone, where one is named; "own"
    is the language of the service. `shown` says what is made of the values: "reference", "key" (of
    that reference in BibTeX), "wikidata", "iri", or nothing in particular.
    """

    id: str
    name: Text
    about: Text
    pattern: str
    tongue: str = ""
    shown: str = ""

    def described(self, language: str) -> dict[str, str]:
        """The property as the API has it: id, name, description."""
        told = {"id": self.id, "name": self.name.in_(language)}
        about = self.about.in_(language)
        return told | ({"description": about} if about else {})


def _path(path: str) -> str:
    return f"?thing {path} ?value ."


# first those that a list is most often extended with
NAMED: tuple[Property, ...] = (
    Property(
        "definition",
        Text("definitie", "definition"),
        Text("Wat het is, in het Nederlands", "What it is, in English"),
        _path(_DEFINITION),
        tongue="own",
    ),
    Property(
        "definition_nl",
        Text("definitie (nl)", "definition (nl)"),
        Text("Wat het is, in het Nederlands", "What it is, in Dutch"),
        _path(_DEFINITION),
        tongue="nl",
    ),
    Property(
        "definition_en",
        Text("definitie (en)", "definition (en)"),
        Text("Wat het is, in het Engels", "What it is, in English"),
        _path(_DEFINITION),
        tongue="en",
    ),
    Property(
        "plain_definition",
        Text("in gewone taal", "in plain language"),
        Text("Uitleg zonder vaktaal", "An explanation without jargon"),
        _path("rdfs:comment"),
        tongue="own",
    ),
    Property(
        "label_nl",
        Text("naam (nl)", "name (nl)"),
        Text("De Nederlandse naam", "The Dutch name"),
        _path("rdfs:label"),
        tongue="nl",
    ),
    Property(
        "label_en",
        Text("naam (en)", "name (en)"),
        Text("De Engelse naam", "The English name"),
        _path("rdfs:label"),
        tongue="en",
    ),
    Property(
        "other_names",
        Text("andere namen", "other names"),
        Text("Synoniemen, afkortingen, codes", "Synonyms, abbreviations, codes"),
        _path("skos:altLabel|skos:notation|si:abbreviation|si:formerName"),
        tongue="own",
    ),
    Property(
        "source",
        Text("bron", "source"),
        Text(
            "De bronnen waarin het staat; een bron zelf",
            "The sources in which it stands; a source itself",
        ),
        _SOURCES,
    ),
    Property(
        "citation",
        Text("verwijzing", "citation"),
        Text("De verwijzing naar elke bron", "The reference to each source"),
        _SOURCES,
        shown="reference",
    ),
    Property(
        "bibtex_key",
        Text("BibTeX-sleutel", "BibTeX key"),
        Text(
            "De sleutel van elke bron in /cite?to=bibtex",
            "The key of each source in /cite?to=bibtex",
        ),
        _SOURCES,
        shown="key",
    ),
    Property(
        "author",
        Text("auteur", "author"),
        Text("Wie het schreef of maakte", "Who wrote or made it"),
        _path("dcterms:creator"),
    ),
    Property(
        "year",
        Text("jaar", "year"),
        Text("Wanneer het verscheen", "When it appeared"),
        _path("dcterms:issued"),
    ),
    Property(
        "broader",
        Text("ruimer begrip", "broader concept"),
        Text("Het begrip waar dit onder valt", "The concept that this falls under"),
        _path("skos:broader"),
    ),
    Property(
        "narrower",
        Text("enger begrip", "narrower concept"),
        Text("Wat onder dit begrip valt", "What falls under this concept"),
        _path("skos:narrower"),
    ),
    Property(
        "related",
        Text("verwant begrip", "related concept"),
        Text("Wat ermee samenhangt", "What is connected with it"),
        _path("skos:related"),
    ),
    Property(
        "sector",
        Text("sector", "sector"),
        Text("De sector waar het bij hoort", "The sector that it belongs to"),
        _path("si:belongsToSector"),
    ),
    Property(
        "place",
        Text("plaats", "place"),
        Text("Waar het is of gebeurt", "Where it is or happens"),
        _path("si:takesPlaceIn|si:isLocatedIn|si:appliesIn"),
    ),
    Property(
        "exactMatch",
        Text("hetzelfde elders", "the same elsewhere"),
        Text(
            "De IRI van hetzelfde in een andere vocabulaire",
            "The IRI of the same in another vocabulary",
        ),
        _ELSEWHERE,
        shown="iri",
    ),
    Property(
        "wikidata",
        Text("Wikidata", "Wikidata"),
        Text("Hetzelfde in Wikidata", "The same in Wikidata"),
        f'{_ELSEWHERE} FILTER (STRSTARTS(STR(?value), "{_WIKIDATA}"))',
        shown="wikidata",
    ),
    Property(
        "iri",
        Text("IRI", "IRI"),
        Text("De blijvende naam op het web", "The permanent name on the web"),
        "?thing rdfs:label ?anything . BIND (?thing AS ?value)",
        shown="iri",
    ),
)


@dataclass(frozen=True)
class Properties:
    """Every property, by its id: those with a name of their own first."""

    store: Store
    known: Mapping[str, Property]

    @classmethod
    def from_store(cls, store: Store) -> "Properties":
        """Those named here, and those of the ontology that things in the store have."""
        ours = {each.id: each for each in NAMED}
        return cls(store, ours | {each.id: each for each in _of_ontology(store, ours)})

    def find(self, name: str) -> Property:
        """The property with this id, CURIE or IRI; raises PropertyNotFound."""
        known = self.known.get(name) or self.known.get(
            (expand(name) or name).removeprefix(ONTOLOGY)
        )
        if known is None:
            raise PropertyNotFound(name, self.known)
        return known

    def of(self, kind: str | None) -> list[Property]:
        """Those that things of a kind (id) have; all, where none is named."""
        if kind is None:
            return list(self.known.values())
        if kind not in self._proposed:
            self._proposed[kind] = [
                each for each in self.known.values() if self._is_had(each, kind)
            ]
        return self._proposed[kind]

    @cached_property
    def _proposed(self) -> dict[str, list[Property]]:
        return {}

    def _is_had(self, what: Property, kind: str) -> bool:
        text = f"ASK {{ ?thing a {iri(ONTOLOGY + kind)} . {what.pattern} }}"
        return bool(self.store.query(f"{_PROLOGUE}\n{text}"))


def values_pattern(what: Property, things: Iterable[str]) -> str:
    """A query for the values of these things (IRIs)."""
    listed = " ".join(map(iri, things))
    return f"""{_PROLOGUE}
    SELECT DISTINCT ?thing ?value WHERE {{ VALUES ?thing {{ {listed} }} {what.pattern} }}
    ORDER BY ?thing ?value"""


def _of_ontology(store: Store, taken: Mapping[str, Property]) -> list[Property]:
    """The properties of the ontology that are in use, but for those whose id is taken."""
    labels: dict[str, dict[str, str]] = {}
    about: dict[str, dict[str, str]] = {}
    for of, label, definition in rows(store, _OF_ONTOLOGY):
        if isinstance(label, Literal) and label.language:
            labels.setdefault(of.value, {})[label.language] = label.value
            about.setdefault(of.value, {})[label.language] = definition.value if definition else ""
    return [
        Property(
            name,
            Text(texts.get("nl", name), texts.get("en", name)),
            Text(about[of].get("nl", ""), about[of].get("en", "")),
            _path(iri(of)),
            tongue="own",
        )
        for of, texts in labels.items()
        if (name := of.removeprefix(ONTOLOGY)) not in taken
    ]
