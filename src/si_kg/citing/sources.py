"""A source of the graph as a reference: its bibliographic record in the terms of CSL-JSON."""

from collections.abc import Iterator

from si_kg.citing.item import Day, Item, Name
from si_kg.descriptions import Description, described_one
from si_kg.namespaces import ID, PREFIXES
from si_kg.parameters import iri
from si_kg.store import Store, rows

# the class of a source and the type that it is in CSL, the most telling class first
_TYPES = {
    "bibo:AcademicArticle": "article-journal",
    "bibo:Chapter": "chapter",
    "bibo:Legislation": "legislation",
    "bibo:Thesis": "thesis",
    "bibo:Report": "report",
    "bibo:EditedBook": "book",
    "bibo:Book": "book",
    "bibo:Article": "article-magazine",
    "bibo:AudioVisualDocument": "motion_picture",
    "bibo:Image": "graphic",
    "bibo:Series": "collection",
    "bibo:Webpage": "webpage",
    "bibo:Website": "webpage",
}
_OTHER_TYPE = "document"
_FIELDS = {
    "container-title": "si:containerTitle",
    "collection-title": "si:seriesTitle",
    "publisher": "si:publisherName",
    "publisher-place": "si:publisherPlace",
    "genre": "si:genre",
    "number": "bibo:number",
    "volume": "bibo:volume",
    "issue": "bibo:issue",
    "page": "bibo:pages",
    "DOI": "bibo:doi",
    "ISBN": "bibo:isbn",
    "note": "si:publicationDetails",
}
_PROPERTIES = (
    "rdf:type",
    "dcterms:title",
    "bibo:shortTitle",
    "dcterms:description",
    "dcterms:issued",
    "si:yearApproximate",
    "foaf:page",
    *_FIELDS.values(),
)
_ROLES = {"authorList": "author", "editorList": "editor"}
# a name stands as far on in its list as there are nodes from which it can be reached
_NAMES = f"""
PREFIX bibo: <{PREFIXES["bibo"]}>
PREFIX foaf: <{PREFIXES["foaf"]}>
PREFIX rdf: <{PREFIXES["rdf"]}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX si: <{PREFIXES["si"]}>
SELECT ?role (COUNT(?before) AS ?place) ?label ?family ?given ?prefix ?suffix
WHERE {{
  VALUES ?role {{ bibo:authorList bibo:editorList }}
  @source ?role ?list . ?list rdf:rest* ?before .
  ?before rdf:rest* ?node . ?node rdf:first ?who .
  ?who rdfs:label ?label . FILTER (LANG(?label) = "@language")
  OPTIONAL {{ ?who foaf:familyName ?family }}
  OPTIONAL {{ ?who foaf:givenName ?given }}
  OPTIONAL {{ ?who si:familyNamePrefix ?prefix }}
  OPTIONAL {{ ?who bibo:suffixName ?suffix }}
}}
GROUP BY ?role ?node ?label ?family ?given ?prefix ?suffix
ORDER BY ?role ?place
"""


def reference(store: Store, source: str, language: str = "en") -> Item:
    """The bibliographic record of the source with this IRI, as CSL-JSON has it.

    Organisations stand by their name in `language`. A source without title is described between
    brackets; what the graph does not know is left out.

    >>> import si_kg
    >>> reference(si_kg.open().store, "https://w3id.org/si-kg/id/wrr-2012")["genre"]
    'WRR-rapport'
    """
    said = described_one(store, source, _PROPERTIES, language)
    item: Item = {"id": source.removeprefix(ID), "type": _type(said)}
    for field, of in _FIELDS.items():
        if text := said.text(of):
            item[field] = text  # type: ignore[literal-required]  # the keys of _FIELDS are fields
    _entitle(item, said)
    _date(item, said)
    for place in said.works("foaf:page"):
        if place.iri.startswith(("https://", "http://")):
            item["URL"] = place.iri
    if item["type"] == "legislation":
        _cite_gazette(item)
    for role, name in _names(store, source, language):
        item.setdefault(role, []).append(name)  # type: ignore[misc]  # a role is a field
    return item


def _type(said: Description) -> str:
    classes = {str(thing) for thing in said.things("rdf:type")}
    return next((csl for name, csl in _TYPES.items() if name in classes), _OTHER_TYPE)


def _entitle(item: Item, said: Description) -> None:
    titles = said.tagged("dcterms:title")
    if titles:
        item["title"] = titles[0].value
        if titles[0].language:
            item["language"] = titles[0].language
        for short in said.tagged("bibo:shortTitle")[:1]:
            item["title-short"] = short.value
    elif description := said.text("dcterms:description"):
        item["title"] = f"[{description.removesuffix('.')}]"
        item["language"] = said.language


def _cite_gazette(item: Item) -> None:
    """CSL cites a gazette by its volume; the number of a law would be another thing."""
    number = item.pop("issue", "") or item.pop("number", "")
    if number:
        item["volume"] = number


def _date(item: Item, said: Description) -> None:
    issued = said.text("dcterms:issued")
    if issued:
        day: Day = {"date-parts": [[int(part) for part in issued.split("-")]]}
        if said.text("si:yearApproximate") == "true":
            day["circa"] = True
        item["issued"] = day


def _names(store: Store, source: str, language: str) -> Iterator[tuple[str, Name]]:
    text = _NAMES.replace("@source", iri(source)).replace("@language", language)
    for role, _, label, family, given, prefix, suffix in rows(store, text):
        name: Name = {"family": family.value} if family else {"literal": label.value}
        if given:
            name["given"] = given.value
        if prefix:
            name["non-dropping-particle"] = prefix.value
        if suffix:
            name["suffix"] = suffix.value
        yield _ROLES[role.value.removeprefix(PREFIXES["bibo"])], name
