"""What the graph says of a workspace and its additions, in PROV-O and DCTERMS.

Who, when, from what, and how free; of the workspace, which state of it this is.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ONTOLOGY, PREFIXES, WORKSPACE
from si_kg.workspace.records import Addition, Settings, State

_GRAPH = ox.NamedNode(WORKSPACE)
_DATE_TIME, _INTEGER = (ox.NamedNode(PREFIXES["xsd"] + name) for name in ("dateTime", "integer"))
_NAME = Text("Werkruimte van {who}", "Workspace of {who}")
_LABEL = Text("Toevoeging ‘{name}’", "Addition ‘{name}’")
_UNKNOWN = Text("Licentie onbekend", "Licence unknown")
_ACCEPTED = Text(
    "Aanvaard ({count} ×, {rule}): {message}", "Accepted ({count} ×, {rule}): {message}"
)


def told(settings: Settings, state: State) -> set[ox.Quad]:
    """All that is to be known of a workspace in this state."""
    additions = {quad for addition in state.additions for quad in quads(addition)}
    return {*additions, *_about(settings, state)}


def _about(settings: Settings, state: State) -> Iterator[ox.Quad]:
    """Which workspace it is, and which state: the one that first had its content."""
    last = state.events[-1]
    made = next((event for event in state.events if event.number == last.content), last)
    this = ox.NamedNode(f"urn:uuid:{settings.identifier}")
    maker = ox.NamedNode(f"{this.value}#maker")
    said: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (this, "rdf:type", _term("void:Dataset")),
        *((this, "rdfs:label", text) for text in _texts(_NAME, who=settings.who)),
        (this, "dcterms:identifier", ox.Literal(settings.identifier)),
        (this, "owl:versionInfo", ox.Literal(str(state.content))),
        (this, "prov:generatedAtTime", ox.Literal(made.when, datatype=_DATE_TIME)),
        (this, "prov:wasAttributedTo", maker),
        (this, "prov:wasDerivedFrom", ox.NamedNode(ONTOLOGY.removesuffix("#"))),
        (maker, "rdf:type", _term("prov:Agent")),
        (maker, "rdfs:label", ox.Literal(settings.who)),
    ]
    for subject, predicate, value in said:
        yield ox.Quad(subject, _term(predicate), value, _GRAPH)


def quads(addition: Addition) -> Iterator[ox.Quad]:
    """What is to be known of the addition; the file by its name and content, never by its place."""
    graph = addition.graph
    maker, file = (ox.NamedNode(f"{graph.value}#{part}") for part in ("maker", "file"))
    said: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (graph, "rdf:type", _term("prov:Entity")),
        *((graph, "rdfs:label", text) for text in _texts(_LABEL, name=addition.name)),
        (graph, "prov:wasAttributedTo", maker),
        (graph, "prov:generatedAtTime", ox.Literal(addition.when, datatype=_DATE_TIME)),
        (graph, "prov:wasDerivedFrom", file),
        (graph, "void:triples", ox.Literal(str(addition.triples), datatype=_INTEGER)),
        *((graph, name, value) for name, value in _licence(addition.licence)),
        (maker, "rdf:type", _term("prov:Agent")),
        (maker, "rdfs:label", ox.Literal(addition.who)),
        (file, "rdf:type", _term("prov:Entity")),
        (file, "rdfs:label", ox.Literal(addition.file)),
        (file, "schema:sha256", ox.Literal(addition.sha256)),
    ]
    for each in addition.accepted:
        texts = (
            ox.Literal(
                _ACCEPTED.in_(language).format(
                    count=each.count, rule=each.rule, message=each.message.in_(language)
                ),
                language=language,
            )
            for language in LANGUAGES
        )
        said += [(graph, "skos:note", text) for text in texts]
    for subject, predicate, value in said:
        yield ox.Quad(subject, _term(predicate), value, _GRAPH)


def _licence(licence: str | None) -> list[tuple[str, ox.NamedNode | ox.Literal]]:
    """An address names the licence; other words are a statement of rights."""
    if licence is None:
        return [("dcterms:rights", text) for text in _texts(_UNKNOWN)]
    if licence.startswith(("https://", "http://")):
        try:
            return [("dcterms:license", ox.NamedNode(licence))]
        except ValueError:  # an address with a space in it, say
            pass
    return [("dcterms:rights", ox.Literal(licence))]


def _texts(text: Text, **facts: str) -> list[ox.Literal]:
    return [
        ox.Literal(text.in_(language).format(**facts), language=language) for language in LANGUAGES
    ]


def _term(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)
