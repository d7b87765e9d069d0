"""The mappings to other vocabularies over HTTP: each set by its IRI, as its file or as RDF."""

from http import HTTPStatus
from pathlib import Path

from si_kg import shipped
from si_kg.mappings import ENDING, mapping_files, read_set, triples
from si_kg.namespaces import MAPPINGS, PREFIXES
from si_kg.parameters import iri
from si_kg.server import graph_store, people, results
from si_kg.server.call import Call, Reply
from si_kg.server.faults import MappingsNotFound
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room

_ENDINGS = {"tsv": ENDING, **{style: f".{style}" for style in graph_store.SYNTAXES}}
_PAGE = "data"


def mapping_set(room: Room, call: Call) -> Reply:
    """A set by its name: 303 to its file or its RDF, or one of these by name and ending.

    Raises MappingsNotFound with the nearest names, or NotAcceptable.
    """
    name = call.names["name"]
    known = _files(room)
    for style, ending in _ENDINGS.items():
        stem = name.removesuffix(ending)
        if stem != name and stem in known:
            return _document(room, call, known[stem], style)
    if name not in known:
        raise MappingsNotFound(name.partition(".")[0], known)
    style = chosen(call.header("accept"), ("html", *_ENDINGS))
    if style == "html":
        return people.moved(room, call, _PAGE)
    place = f"{call.base}/mappings/{name}{_ENDINGS[style]}"
    return Reply(status=HTTPStatus.SEE_OTHER).with_headers(Location=place, Vary="Accept")


def listed(room: Room, call: Call) -> Reply:
    """A redirect to the page that lists the sets."""
    return people.moved(room, call, _PAGE)


def _files(room: Room) -> dict[str, Path]:
    """The files of the sets that the graph holds, by the name of the set."""
    found = {file.name.removesuffix(ENDING): file for file in mapping_files(shipped.root())}
    kind = iri(PREFIXES["sssom"] + "MappingSet")
    return {
        name: file
        for name, file in found.items()
        if room.store.query(f"ASK {{ {iri(MAPPINGS + name)} a {kind} }}")
    }


def _document(room: Room, call: Call, file: Path, style: str) -> Reply:
    def make() -> Reply:
        if style == "tsv":
            return Reply(file.read_bytes(), MEDIA[style])
        return Reply(results.triples(triples(read_set(file)), style), MEDIA[style])

    return room.delivered(call, style, ("mappings", file.name), make)
