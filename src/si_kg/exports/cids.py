"""An initiative in the terms of the Common Impact Data Standard (CIDS), for tools that read it."""

from collections.abc import Iterable

import pyoxigraph as ox

from si_kg.exports.export import Export
from si_kg.exports.faults import OrganisationUnknown
from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.query_layer import QueryLayer
from si_kg.store import Store, rows
from si_kg.things import find
from si_kg.untranslated import TEXT, readable

_PREFIXES = f"""
{prologue("cids", "dcterms", "rdfs", "si", "skos", "xsd")}
PREFIX organization: <http://ontology.eil.utoronto.ca/tove/organization#>
PREFIX part: <http://www.w3.org/2001/sw/BestPractices/OEP/SimplePartWhole/part.owl#>
PREFIX sch: <http://schema.org/>
"""
_INITIATIVES = f"{_PREFIXES} SELECT DISTINCT ?initiative {{ ?initiative a si:Initiative }}"
# an enterprise can be the innovation itself; a founder comes last, as it need not run it
_ORGANISATIONS = """
SELECT ?organisation (MIN(?distance) AS ?nearest)
{
  { %(initiative)s si:isCarriedOutBy ?organisation BIND (1 AS ?distance) }
  UNION { VALUES (?organisation ?distance) { (%(initiative)s 2) } }
  UNION { %(initiative)s si:isCoordinatedBy ?organisation BIND (3 AS ?distance) }
  UNION { %(initiative)s si:isFoundedBy ?organisation BIND (4 AS ?distance) }
  ?organisation a si:Organisation .
}
GROUP BY ?organisation
ORDER BY ?nearest STR(?organisation)
"""
_TOLD = """
CONSTRUCT {
  ?activity a cids:Activity ; part:partOf ?model ; cids:hasTheme ?theme ;
    cids:hasProjectPartners ?partner .
  ?model a cids:ImpactModel ; cids:forOrganization ?main ; sch:dateCreated ?created .
  ?theme a cids:Theme .
  ?organisation a cids:Organization ; organization:hasLegalName ?called ; cids:hasComment ?note .
  ?thing organization:hasName ?name ; cids:hasDescription ?description .
}
{
  {
    VALUES (?activity ?model ?main) { (%(initiative)s %(model)s %(main)s) }
    OPTIONAL { ?activity si:addresses ?theme }
    OPTIONAL { VALUES ?partner { %(partners)s } }
    <https://w3id.org/si-kg/ontology> dcterms:created ?day
    BIND (STRDT(CONCAT(STR(?day), "T00:00:00Z"), xsd:dateTime) AS ?created)
  }
  UNION {
    { VALUES ?thing { %(initiative)s %(main)s %(partners)s } }
    UNION { %(initiative)s si:addresses ?thing }
    ?thing rdfs:label|skos:prefLabel ?label
    FILTER %(thing_named)s
    BIND (STR(?label) AS ?name)
    OPTIONAL {
      ?thing dcterms:description|skos:definition ?text
      FILTER %(thing_described)s
      BIND (STR(?text) AS ?description)
    }
  }
  UNION {
    VALUES (?initiative ?thing ?description) { (%(initiative)s %(model)s %(about)s) }
    ?initiative rdfs:label ?label
    FILTER %(initiative_named)s
    BIND (CONCAT(%(title)s, STR(?label)) AS ?name)
  }
  UNION {
    VALUES ?organisation { %(main)s %(partners)s }
    VALUES ?note { %(note)s }
    ?organisation rdfs:label ?label
    FILTER %(organisation_named)s
    BIND (STR(?label) AS ?called)
  }
}
"""
_TEXTS = {
    "title": Text("Impactmodel van ", "Impact model of "),
    "about": Text(
        "Wie dit uitvoert en welke vraagstukken het aanpakt, volgens si-kg.",
        "Who carries this out and which issues it tackles, according to si-kg.",
    ),
    "note": Text(
        "De naam die de bronnen noemen; of dat de statutaire naam is, zeggen zij niet.",
        "The name that the sources mention; they do not say whether it is the legal name.",
    ),
}


def as_cids(graph: QueryLayer, name: str) -> Export:
    """An initiative as CIDS 3.2.1 has it: activity, impact model, organisations and themes.

    CIDS has texts without a language, so they are in that of the graph. What it asks for and no
    source tells, such as the stakeholders of an outcome or the baseline of an indicator, is left
    out together with what needs it. Raises ThingNotFound or NameAmbiguous where this is no name of
    one initiative, OrganisationUnknown where the graph names no organisation that runs it.
    """
    known = {thing.value for (thing,) in rows(graph.store, _INITIATIVES)}
    initiative = ox.NamedNode(find(graph.store, name, known))
    asked = _PREFIXES + _ORGANISATIONS % {"initiative": initiative}
    organisations = [each for each, _ in rows(graph.store, asked)]
    if not organisations:
        raise OrganisationUnknown(name=name)
    values = {key: ox.Literal(text.in_(graph.language)) for key, text in _TEXTS.items()}
    text = _PREFIXES + _TOLD % {
        "initiative": initiative,
        "model": ox.NamedNode(f"{initiative.value}#impact-model"),
        "main": organisations[0],
        "partners": " ".join(map(str, organisations[1:])),
        **_readable(graph.language),
        **values,
    }
    return Export(
        [ox.Quad(told.subject, told.predicate, told.object) for told in _triples(graph.store, text)]
    )


def _readable(language: str) -> dict[str, str]:
    """The filters on the language of texts."""
    filters = {
        "thing_named": readable("?thing", "?label"),
        "thing_described": readable("?thing", "?text", TEXT),
        "initiative_named": readable("?initiative", "?label"),
        "organisation_named": readable("?organisation", "?label"),
    }
    return {name: text.replace("@lang", language) for name, text in filters.items()}


def _triples(store: Store, text: str) -> Iterable[ox.Triple]:
    answer = store.query(text)
    if isinstance(answer, ox.QueryBoolean | ox.QuerySolutions):
        raise TypeError(text)
    return answer
