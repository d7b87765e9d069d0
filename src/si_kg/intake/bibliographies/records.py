"""Items as the triples of sources, and of the people and organisations that made them."""

from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from si_kg.citing.item import OTHERS, Day, Item, Name, dated
from si_kg.citing.sources import FIELDS
from si_kg.intake.bibliographies import wording
from si_kg.intake.bibliographies.kinds import is_full, kind
from si_kg.intake.forms.slugs import slug
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES

_UNKNOWN = "und"  # BCP 47 for a language that nobody told
_DAYS = {1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}
_OTHER_NAMES = {"collection-number": "number"}
_ORGANISATION = Text(
    "Organisatie die als maker van een bron is genoemd.",
    "Organisation that is named as the maker of a source.",
)


def term(curie: str) -> ox.NamedNode:
    """The node of a CURIE of ours."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


class Records:
    """Sources under a base IRI; `known` are makers that the graph has, by their name."""

    def __init__(self, base: str, known: Mapping[str, str]) -> None:
        self._base = base
        self._known = known
        self._there = frozenset(known.values())

    def source(self, key: str) -> ox.NamedNode:
        """The IRI of the source with this key."""
        return ox.NamedNode(self._base + slug(key))

    def triples(self, key: str, item: Item) -> Iterator[ox.Triple]:
        """All that is said of a source, of the place where it is cited, and of its makers."""
        source = self.source(key)
        for prop, value in self._said(item):
            yield ox.Triple(source, term(prop), value)
        yield from self._makers(source, item)
        whole = ox.NamedNode(f"{source.value}-page")
        yield ox.Triple(whole, term("rdf:type"), term("si:Citation"))
        yield ox.Triple(whole, term("si:inSource"), source)
        yield ox.Triple(whole, term("si:placeStatus"), term("si:wholeWork"))

    def _said(self, item: Item) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
        yield "rdf:type", term("si:Source")
        if found := kind(item):
            yield "rdf:type", term(found)
        for language, text in zip(LANGUAGES, wording.name(item), strict=True):
            yield "rdfs:label", ox.Literal(text, language=language)
        yield from _titles(item)
        for field, value in item.items():
            prop = FIELDS.get(_OTHER_NAMES.get(field, field))
            if prop and isinstance(value, str):
                yield prop, ox.Literal(value)
        if "issued" in item:
            yield from _issued(item["issued"])
        if "URL" in item:
            yield "foaf:page", ox.NamedNode(item["URL"])
        full = is_full(item)
        yield "si:recordStatus", term("si:complete" if full else "si:incomplete")
        if full:
            yield "dcterms:bibliographicCitation", ox.Literal(wording.reference(item))

    def _makers(self, source: ox.NamedNode, item: Item) -> Iterator[ox.Triple]:
        for role, prop in (("author", "bibo:authorList"), ("editor", "bibo:editorList")):
            makers: Sequence[Name] = item.get(role, ())  # type: ignore[assignment]  # both are names
            named = [each for each in makers if each != OTHERS]
            nodes = [self._maker(each) for each in named]
            yield from _listed(source, prop, nodes)
            made = role == "author" or kind(item) != "bibo:Chapter"
            for maker, node in zip(named, nodes, strict=True):
                if made:
                    yield ox.Triple(source, term("dcterms:creator"), node)
                if node.value not in self._there:
                    yield from _described(node, maker)
            if len(named) < len(makers):
                true = ox.Literal("true", datatype=term("xsd:boolean"))
                yield ox.Triple(source, term("si:authorsOmitted"), true)

    def _maker(self, maker: Name) -> ox.NamedNode:
        whole = maker_name(maker)
        kind_of = "organisation" if "literal" in maker else "person"
        return ox.NamedNode(self._known.get(whole) or f"{self._base}{kind_of}-{slug(whole)}")


def maker_name(maker: Name) -> str:
    """The whole name, by which a maker is looked up."""
    return maker.get("literal") or wording.person(maker)


def _titles(item: Item) -> Iterator[tuple[str, ox.Literal]]:
    """The title in its language; between brackets stands a description of what has none."""
    language = item.get("language", _UNKNOWN)
    title = item["title"]
    if title.startswith("[") and title.endswith("]"):
        yield "dcterms:description", ox.Literal(_sentence(title[1:-1]), language=language)
    else:
        yield "dcterms:title", ox.Literal(title, language=language)
    if "title-short" in item:
        yield "bibo:shortTitle", ox.Literal(item["title-short"], language=language)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _issued(day: Day) -> Iterator[tuple[str, ox.Literal]]:
    parts = day["date-parts"][0]
    yield "dcterms:issued", ox.Literal(dated(day), datatype=term(_DAYS[len(parts)]))
    if day.get("circa"):
        yield "si:yearApproximate", ox.Literal("true", datatype=term("xsd:boolean"))


def _listed(source: ox.NamedNode, prop: str, nodes: Sequence[ox.NamedNode]) -> Iterator[ox.Triple]:
    if not nodes:
        return
    places = [ox.BlankNode() for _ in nodes]
    rest: list[ox.NamedNode | ox.BlankNode] = [*places[1:], term("rdf:nil")]
    for place, node, after in zip(places, nodes, rest, strict=True):
        yield ox.Triple(place, term("rdf:first"), node)
        yield ox.Triple(place, term("rdf:rest"), after)
    yield ox.Triple(source, term(prop), places[0])


def _described(node: ox.NamedNode, maker: Name) -> Iterator[ox.Triple]:
    if "literal" in maker:
        yield ox.Triple(node, term("rdf:type"), term("si:Organisation"))
        for language in LANGUAGES:
            yield ox.Triple(
                node, term("rdfs:label"), ox.Literal(maker["literal"], language=language)
            )
            told = ox.Literal(_ORGANISATION.in_(language), language=language)
            yield ox.Triple(node, term("dcterms:description"), told)
        return
    yield ox.Triple(node, term("rdf:type"), term("si:Person"))
    yield ox.Triple(node, term("foaf:name"), ox.Literal(wording.person(maker)))
    parts = {
        "foaf:givenName": maker.get("given"),
        "si:familyNamePrefix": maker.get("non-dropping-particle"),
        "foaf:familyName": maker["family"],
        "bibo:suffixName": maker.get("suffix"),
    }
    for prop, text in parts.items():
        if text:
            yield ox.Triple(node, term(prop), ox.Literal(text))
