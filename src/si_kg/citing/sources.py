"""Sources of the graph as references: their bibliographic records in the terms of CSL-JSON."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

import pyoxigraph as ox

from si_kg.citing.additions import FILE, added_forms
from si_kg.citing.item import OTHERS, Day, Item, Name
from si_kg.descriptions import Description, described
from si_kg.namespaces import ID, PREFIXES, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows

# the class of a source and the type that it is in CSL, the most telling class first
TYPES = {
    "bibo:AcademicArticle": "article-journal",
    "bibo:Chapter": "chapter",
    "bibo:Legislation": "legislation",
    "bibo:Thesis": "thesis",
    "bibo:Standard": "standard",
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
FIELDS = {
    "container-title": "si:containerTitle",
    "collection-title": "si:seriesTitle",
    "publisher": "si:publisherName",
    "publisher-place": "si:publisherPlace",
    "genre": "si:genre",
    "number": "bibo:number",
    "volume": "bibo:volume",
    "issue": "bibo:issue",
    "page": "bibo:pages",
    "edition": "bibo:edition",
    "DOI": "bibo:doi",
    "ISBN": "bibo:isbn",
    "ISSN": "bibo:issn",
    "note": "si:publicationDetails",
}
_PROPERTIES = (
    "rdf:type",
    "rdfs:label",
    "dcterms:title",
    "bibo:shortTitle",
    "dcterms:description",
    "dcterms:issued",
    "dcterms:publisher",
    "si:isPartOf",
    "si:yearApproximate",
    "si:authorsOmitted",
    "foaf:page",
    FILE,
    *FIELDS.values(),
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_SENTENCE_END = re.compile(r"(?<=[\w’”)]{3})\.(?:\s|$)")
_EVERY = "?thing a si:Source ."
_ROLES = {"authorList": "author", "editorList": "editor"}
# a name stands as far on in its list as there are nodes from which it can be reached; where there
# is no list, the makers stand in no order
_NAMES = f"""
{prologue("bibo", "dcterms", "foaf", "rdf", "rdfs", "si")}
SELECT ?thing ?role ?place ?who ?label ?family ?given ?prefix ?suffix
WHERE {{
  {{
    SELECT ?thing ?role ?who (COUNT(?before) AS ?place)
    WHERE {{
      @which
      VALUES ?role {{ bibo:authorList bibo:editorList }}
      ?thing ?role ?list . ?list rdf:rest* ?before . ?before rdf:rest* ?node . ?node rdf:first ?who
    }}
    GROUP BY ?thing ?role ?node ?who
  }}
  UNION
  {{
    @which
    ?thing dcterms:creator ?who
    FILTER NOT EXISTS {{ ?thing bibo:authorList|bibo:editorList ?names }}
    BIND (bibo:authorList AS ?role)
    BIND (0 AS ?place)
  }}
  ?who rdfs:label|foaf:name ?label
  OPTIONAL {{ ?who foaf:familyName ?family }}
  OPTIONAL {{ ?who foaf:givenName ?given }}
  OPTIONAL {{ ?who si:familyNamePrefix ?prefix }}
  OPTIONAL {{ ?who bibo:suffixName ?suffix }}
}}
ORDER BY ?thing ?role ?place ?who
"""


def reference(store: Store, source: str, language: str = "en") -> Item:
    """The bibliographic record of the source with this IRI, as CSL-JSON has it.

    Organisations stand by their name in `language`. A source without title is described between
    brackets, in the first sentence of its description; a form that somebody added, by what is
    recorded of the addition. What the graph does not know is left out.

    >>> import si_kg
    >>> reference(si_kg.open().store, "https://w3id.org/si-kg/id/wrr-2012")["genre"]
    'WRR-rapport'
    """
    found = _references(store, f"VALUES ?thing {{ {iri(source)} }}", language)
    return found.get(source, {"id": source.removeprefix(ID), "type": _OTHER_TYPE})


def references_to(store: Store, sources: Iterable[str], language: str = "en") -> dict[str, Item]:
    """The record of each of the sources with these IRIs, by its IRI, in one go."""
    listed = " ".join(map(iri, sources))
    return _references(store, f"VALUES ?thing {{ {listed} }}", language) if listed else {}


def every_reference(store: Store, language: str = "en") -> dict[str, Item]:
    """The record of each source, by its IRI, in the order of the IRIs."""
    return dict(sorted(_references(store, _EVERY, language).items()))


@dataclass
class _Maker:
    """Who made a source: what one is called in each language, and the parts of the name."""

    parts: Mapping[str, str]
    labels: dict[str, str] = field(default_factory=dict)

    def name(self, language: str) -> Name:
        """A person by the parts of the name where they are known, all others by one name."""
        if "family" not in self.parts:
            labels = self.labels
            return {"literal": labels.get(language) or labels.get("") or min(labels.values())}
        return cast("Name", dict(self.parts))


def _references(store: Store, which: str, language: str) -> dict[str, Item]:
    found = described(store, which, _PROPERTIES, language)
    makers = _makers(store, which)
    wholes = _wholes(store, found, language)
    forms = added_forms(store, found.values())
    return {
        source: forms.get(source) or _item(said, makers.get(source, {}), wholes)
        for source, said in found.items()
    }


def _item(
    said: Description,
    makers: Mapping[str, Mapping[object, _Maker]],
    wholes: Mapping[str, Description],
) -> Item:
    item: Item = {"id": said.thing.removeprefix(ID), "type": _type(said)}
    for name, of in FIELDS.items():
        if text := said.text(of):
            item[name] = text  # type: ignore[literal-required]  # the keys of FIELDS are fields
    if item["type"] == "legislation":
        _cite_gazette(item)
    _entitle(item, said)
    _date(item, said)
    _place(item, said, wholes)
    if "collection-title" in item and "number" in item:
        item["collection-number"] = item.pop("number")  # the place in the series
    for role, named in makers.items():
        item[role] = [maker.name(said.language) for maker in named.values()]  # type: ignore[literal-required]
    if said.text("si:authorsOmitted") == "true" and "author" in item:
        item["author"] = [*item["author"], OTHERS]
    return item


def _type(said: Description) -> str:
    classes = {str(thing) for thing in said.things("rdf:type")}
    return next((csl for name, csl in TYPES.items() if name in classes), _OTHER_TYPE)


def _entitle(item: Item, said: Description) -> None:
    titles = said.tagged("dcterms:title")
    if titles:
        item["title"] = titles[0].value
        if titles[0].language:
            item["language"] = titles[0].language
        for short in said.tagged("bibo:shortTitle")[:1]:
            item["title-short"] = short.value
    elif description := said.text("dcterms:description"):
        item["title"] = f"[{_SENTENCE_END.split(description)[0]}]"
        item["language"] = said.language


def _cite_gazette(item: Item) -> None:
    """CSL cites a gazette by its volume; the number of a law would be another thing."""
    number = item.pop("issue", "") or item.pop("number", "")
    if number:
        item["volume"] = number


def _date(item: Item, said: Description) -> None:
    issued = _DATE.fullmatch(said.text("dcterms:issued") or "")
    if issued:
        day: Day = {"date-parts": [[int(part) for part in issued.groups() if part]]}
        if said.text("si:yearApproximate") == "true":
            day["circa"] = True
        item["issued"] = day


def _place(item: Item, said: Description, wholes: Mapping[str, Description]) -> None:
    """Where it can be had: address, publisher, and the whole that it is part of."""
    for page in said.works("foaf:page"):
        if page.iri.startswith(("https://", "http://")):
            item["URL"] = page.iri
    for publisher in said.things("dcterms:publisher"):
        item.setdefault("publisher", publisher.label)
    for whole in said.works("si:isPartOf"):
        titles = wholes[whole.iri].tagged("dcterms:title") if whole.iri in wholes else ()
        series = titles and _type(wholes[whole.iri]) == "collection"
        if titles:
            name = "collection-title" if series else "container-title"
            item.setdefault(name, titles[0].value)  # type: ignore[misc]  # both are fields


def _wholes(
    store: Store, found: Mapping[str, Description], language: str
) -> dict[str, Description]:
    parts = {whole.iri for said in found.values() for whole in said.works("si:isPartOf")}
    listed = " ".join(map(iri, sorted(parts)))
    return described(store, f"VALUES ?thing {{ {listed} }}", _PROPERTIES, language) if parts else {}


def _makers(store: Store, which: str) -> dict[str, dict[str, dict[object, _Maker]]]:
    """Who made each source (IRI), per role, in the order in which they are named."""
    found: dict[str, dict[str, dict[object, _Maker]]] = {}
    for row in rows(store, _NAMES.replace("@which", which)):
        thing, role, place, who, label, family, given, prefix, suffix = row
        parts = {"family": family, "given": given, "suffix": suffix}
        parts["non-dropping-particle"] = prefix
        named = found.setdefault(thing.value, {}).setdefault(_role(role), {})
        maker = _Maker({part: term.value for part, term in parts.items() if term})
        tag = label.language or "" if isinstance(label, ox.Literal) else ""
        named.setdefault((place.value, who), maker).labels[tag] = label.value
    return found


def _role(term: ox.NamedNode) -> str:
    return _ROLES[term.value.removeprefix(PREFIXES["bibo"])]
