"""Things and terms by their IRI: a redirect to what describes them, in the format that is liked."""

from http import HTTPStatus
from urllib.parse import quote

from si_kg.errors import ThingNotFound
from si_kg.language import Text
from si_kg.namespaces import GRAPH, ID, ONTOLOGY, PREFIXES, shorten
from si_kg.parameters import iri
from si_kg.results import Graph
from si_kg.server import graph_store, people, results
from si_kg.server.call import Call, Reply
from si_kg.server.faults import NameWithdrawn, PageNotFound, SuffixNotFound
from si_kg.server.negotiation import MEDIA, chosen, media
from si_kg.server.room import Room
from si_kg.store import rows
from si_kg.things import known_names

SUFFIXES = ("html", "ttl", "jsonld", "rdf", "nt")
_HEADER = ONTOLOGY.removesuffix("#")
_MODULE = f"{GRAPH}ontology"
_WITHDRAWN = f"""
PREFIX dcterms: <{PREFIXES["dcterms"]}>
PREFIX owl: <{PREFIXES["owl"]}>
SELECT ?instead WHERE {{ %s owl:deprecated true . OPTIONAL {{ %s dcterms:isReplacedBy ?instead }} }}
"""
_NOTHING = Text("niets", "nothing")


def thing(room: Room, call: Call) -> Reply:
    """A thing by its name: 303 to a document about it, or such a document by name and suffix.

    Raises ThingNotFound with the nearest names, SuffixNotFound, NameWithdrawn or NotAcceptable.
    """
    name = call.names["name"]
    stem, dot, suffix = name.rpartition(".")
    if _is_here(room, name):
        return _redirect(room, call, name)
    if not dot or not _is_here(room, stem):
        raise ThingNotFound(stem if suffix in SUFFIXES else name, known_names(room.store))
    if suffix not in SUFFIXES:
        raise SuffixNotFound(suffix, SUFFIXES, choices=", ".join(SUFFIXES))
    _refuse_withdrawn(room, stem)
    return _document(room, call, stem, suffix)


def ontology(room: Room, call: Call) -> Reply:
    """The terms, in the format that is liked or that the suffix names.

    Raises PageNotFound for a version that is not this one, NotAcceptable and GraphAbsent.
    """
    version, suffix = call.names.get("version"), call.names.get("suffix")
    if version not in {None, room.work.shipped_version}:
        raise PageNotFound(path=call.path)
    if suffix not in {None, *SUFFIXES}:
        raise SuffixNotFound(suffix or "", SUFFIXES, choices=", ".join(SUFFIXES))
    style = suffix or chosen(call.header("accept"), SUFFIXES)
    links = _links("/ontology", _HEADER)
    if style == "html":
        return people.moved(room, call, "ontology", HTTPStatus.FOUND).with_headers(Link=links)
    return graph_store.graph_reply(room, call, _MODULE, style).with_headers(Link=links)


def _is_here(room: Room, name: str) -> bool:
    try:
        return bool(room.store.query(f"ASK {{ {iri(ID + name)} ?property ?value }}"))
    except ValueError:
        return False


def _refuse_withdrawn(room: Room, name: str) -> None:
    known = iri(ID + name)
    for (instead,) in rows(room.store, _WITHDRAWN % (known, known)):
        other = shorten(instead.value) if instead else _NOTHING.in_(room.settings.language)
        raise NameWithdrawn(name=name, instead=other)


def _redirect(room: Room, call: Call, name: str) -> Reply:
    _refuse_withdrawn(room, name)
    style = chosen(call.header("accept"), SUFFIXES)
    links = _links(f"/id/{quote(name)}", ID + quote(name))
    if style == "html":
        return people.moved(room, call, f"id/{name}").with_headers(Link=links)
    place = f"{call.base}/id/{quote(name)}.{style}"
    spoken = f"?lang={call.wanted_language}" if call.wanted_language else ""
    return Reply(status=303).with_headers(
        Location=place + spoken, Vary="Accept, Accept-Language", Link=links
    )


def _document(room: Room, call: Call, name: str, style: str) -> Reply:
    links = _links(f"/id/{quote(name)}", ID + quote(name))
    if style == "html":
        return people.moved(room, call, f"id/{name}").with_headers(Link=links)
    language = room.language(call)

    def make() -> Reply:
        found = room.graph(language).query("description-of", thing=ID + name)
        if not isinstance(found, Graph):
            raise TypeError(name)
        return Reply(results.triples(found, style), MEDIA[style])

    reply = room.delivered(call, style, ("thing", name, language), make)
    return reply.with_headers(Link=links)


def _links(path: str, canonical: str) -> str:
    """The Link header (RFC 8288): the document in every format, and what it is about."""
    twins = [f'<{path}.{style}>; rel="alternate"; type="{media(style)}"' for style in SUFFIXES]
    return ", ".join([*twins, f'<{canonical}>; rel="canonical"'])
