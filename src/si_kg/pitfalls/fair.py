"""What makes an ontology findable and reusable, after FOOPS!, as far as that needs no network.

What the shapes hold already is not looked for again: labels and definitions in both languages
(VOC3, VOC4) and the title and description of each module.
"""

from collections.abc import Sequence

from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY, PREFIXES
from si_kg.pitfalls.pitfall import HEADER, STATED, Pitfall

_PERSISTENT = (
    "https://w3id.org/",
    "https://doi.org/",
    "http://purl.org/",
    "https://purl.org/",
)
_METADATA = ("bibo", "dcterms", "foaf", "owl", "prov", "rdfs", "schema", "vann")
_FILL_IN = Text("Vul {} in bij de ontologie.", "Fill in {} with the ontology.")


def _missing(rule: str, properties: Sequence[str]) -> Pitfall:
    """The ontology without one of these properties."""
    return Pitfall(
        rule,
        _FILL_IN,
        f"""
        BIND ({HEADER} AS ?thing)
        ?thing a owl:Ontology .
        VALUES ?detail {{ {" ".join(properties)} }}
        FILTER NOT EXISTS {{ ?thing ?detail ?value }}
        """,
    )


def _none_of(name: str, beginnings: Sequence[str]) -> str:
    return " && ".join(f'!STRSTARTS(STR({name}), "{beginning}")' for beginning in beginnings)


FAIR = (
    _missing(
        "foops-om1",
        (
            "dcterms:title",
            "dcterms:description",
            "dcterms:license",
            "owl:versionIRI",
            "dcterms:creator",
            "vann:preferredNamespaceUri",
        ),
    ),
    _missing(
        "foops-om2",
        (
            "vann:preferredNamespacePrefix",
            "owl:versionInfo",
            "dcterms:created",
            "dcterms:bibliographicCitation",
        ),
    ),
    _missing(
        "foops-om3",
        (
            "bibo:doi",
            "dcterms:publisher",
            "foaf:logo",
            "bibo:status",
            "dcterms:source",
            "dcterms:issued",
        ),
    ),
    _missing("foops-find3", ("schema:includedInDataCatalog",)),
    Pitfall(
        "foops-om4",
        Text(
            "Verwijs bij dcterms:license naar de IRI van de licentie, niet naar ‘{}’.",
            "Let dcterms:license point to the IRI of the licence, not to ‘{}’.",
        ),
        f"BIND ({HEADER} AS ?thing) ?thing dcterms:license ?detail . FILTER (!isIRI(?detail))",
    ),
    Pitfall(
        "foops-ver1",
        Text(
            "Laat owl:versionIRI ({}) op owl:versionInfo eindigen, en niet de ontologie zelf zijn.",
            "Let owl:versionIRI ({}) end in owl:versionInfo, and not be the ontology itself.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        ?thing owl:versionIRI ?detail ; owl:versionInfo ?version .
        FILTER (?detail = ?thing || !STRENDS(STR(?detail), CONCAT("/", STR(?version))))
        """,
    ),
    Pitfall(
        "foops-uri2",
        Text(
            "Noem als vann:preferredNamespaceUri de naamruimte van de termen, niet {}.",
            "Let vann:preferredNamespaceUri be the namespace of the terms, not {}.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        ?thing vann:preferredNamespaceUri ?detail . FILTER (STR(?detail) != "{ONTOLOGY}")
        """,
    ),
    Pitfall(
        "foops-find1",
        Text(
            "Noem als vann:preferredNamespacePrefix het voorvoegsel si, niet {}.",
            "Let vann:preferredNamespacePrefix be si, not {}.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        ?thing vann:preferredNamespacePrefix ?detail . FILTER (STR(?detail) != "si")
        """,
    ),
    Pitfall(
        "foops-purl1",
        Text(
            "Geef ‘{}’ een blijvend adres, zoals onder w3id.org.",
            "Give ‘{}’ a permanent address, such as one below w3id.org.",
        ),
        f"""
        {STATED} {{ ?thing rdfs:isDefinedBy ?module }}
        BIND (?thing AS ?detail)
        FILTER ({_none_of("?thing", _PERSISTENT)})
        """,
    ),
    Pitfall(
        "foops-voc1",
        Text(
            "Beschrijf de ontologie met een gangbaar vocabulaire in plaats van met {}.",
            "Describe the ontology with a common vocabulary instead of {}.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        {STATED} {{ ?thing ?detail ?value }}
        FILTER ({_none_of("?detail", [*(PREFIXES[name] for name in _METADATA), PREFIXES["rdf"]])})
        """,
    ),
    Pitfall(
        "foops-voc2",
        Text(
            "Sluit aan op termen van anderen: geen enkele klasse valt onder een van hen.",
            "Reuse terms of others: no class falls under one of theirs.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        ?thing a owl:Ontology .
        FILTER NOT EXISTS {{
          {STATED} {{ ?ours rdfs:subClassOf|owl:equivalentClass ?theirs }}
          FILTER (isIRI(?theirs) && !STRSTARTS(STR(?theirs), "{ONTOLOGY}"))
        }}
        """,
    ),
)
