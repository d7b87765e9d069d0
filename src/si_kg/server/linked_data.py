"""Things and terms by their IRI: a redirect to what describes them, in the format that is liked."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from si_kg.errors import ThingNotFound
from si_kg.language import Text
from si_kg.namespaces import GRAPH, ID, ONTOLOGY, PREFIXES, shorten
from si_kg.parameters import iri
from si_kg.results import Graph
from si_kg.server import graph_store, pages, results
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
_TERMS = f"""
PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX skos: <{PREFIXES["skos"]}>
SELECT ?term ?label ?definition WHERE {{
  ?term rdfs:isDefinedBy ?module ; rdfs:label ?label ; skos:definition ?definition .
  FILTER (STRSTARTS(STR(?term), "{ONTOLOGY}"))
  FILTER (LANG(?label) = "%s" && LANG(?definition) = "%s")
}}
ORDER BY ?term
"""
_NOTHING = Text("niets", "nothing")
_TITLE = Text("De termen van si-kg", "The terms of si-kg")


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
    if version not in {None, room.work.version}:
        raise PageNotFound(path=call.path)
    if suffix not in {None, *SUFFIXES}:
        raise SuffixNotFound(suffix or "", SUFFIXES, choices=", ".join(SUFFIXES))
    style = suffix or chosen(call.header("accept"), SUFFIXES)
    if style == "html":
        reply = room.delivered(
            call, style, (_MODULE, room.language(call)), partial(_terms_page, room, call)
        )
    else:
        reply = graph_store.graph_reply(room, call, _MODULE, style)
    return reply.with_headers(Link=_links("/ontology", _HEADER))


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
    place = f"{call.base}/id/{quote(name)}.{style}"
    spoken = f"?lang={call.wanted_language}" if call.wanted_language else ""
    return Reply(status=303).with_headers(
        Location=place + spoken, Vary="Accept", Link=_links(f"/id/{quote(name)}", ID + quote(name))
    )


def _document(room: Room, call: Call, name: str, style: str) -> Reply:
    language = room.language(call)

    def make() -> Reply:
        if style == "html":
            return Reply(_page(room, call, name, language), MEDIA[style])
        found = room.graph(language).query("description-of", thing=ID + name)
        if not isinstance(found, Graph):
            raise TypeError(name)
        return Reply(results.triples(found, style), MEDIA[style])

    reply = room.delivered(call, style, ("thing", name, language), make)
    links = _links(f"/id/{quote(name)}", ID + quote(name))
    tongue = language if style == "html" else ""
    return reply.with_headers(Link=links, Content_Language=tongue)


def _page(room: Room, call: Call, name: str, language: str) -> bytes:
    portrait = room.graph(language).show(ID + name)
    known = f"<p><code>{pages.text(portrait.thing)}</code></p>"
    parts = [
        f"<section>\n<h2>{pages.text(title)}</h2>\n{results.table(found, language)}\n</section>"
        for title, found in portrait.titled()
    ]
    here = f"/id/{quote(name)}"
    twins = {media(style): f"{here}.{style}" for style in SUFFIXES if style != "html"}
    body = "\n".join([known, *parts])
    return pages.page(portrait.title, body, language, twins=twins, here=call.path)


def _terms_page(room: Room, call: Call) -> Reply:
    language = room.language(call)
    body = "\n".join(_terms(room, language))
    twins = {media(style): f"/ontology.{style}" for style in SUFFIXES if style != "html"}
    title = _TITLE.in_(language)
    return Reply(pages.page(title, body, language, twins=twins, here=call.path), MEDIA["html"])


def _terms(room: Room, language: str) -> Iterator[str]:
    for term, label, definition in rows(room.store, _TERMS % (language, language)):
        anchor = pages.text(term.value.removeprefix(ONTOLOGY))
        heading = f"{pages.text(label.value)} <code>{pages.text(shorten(term.value))}</code>"
        yield f'<section id="{anchor}">\n<h2>{heading}</h2>'
        yield f"<p>{pages.text(definition.value)}</p>\n</section>"


def _links(path: str, canonical: str) -> str:
    """The Link header (RFC 8288): the document in every format, and what it is about."""
    twins = [f'<{path}.{style}>; rel="alternate"; type="{media(style)}"' for style in SUFFIXES]
    return ", ".join([*twins, f'<{canonical}>; rel="canonical"'])
