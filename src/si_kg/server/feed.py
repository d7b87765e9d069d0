"""What changed from version to version, as a feed to subscribe to: Atom (RFC 4287)."""

from xml.etree import ElementTree as Xml

from si_kg import shipped
from si_kg.changes import CHANGES_FILE, Release, read_changes
from si_kg.errors import FileUnreadable
from si_kg.namespaces import ONTOLOGY
from si_kg.server.call import Call, Reply
from si_kg.server.faults import PageNotFound
from si_kg.server.negotiation import MEDIA
from si_kg.server.room import Room

_ATOM = "http://www.w3.org/2005/Atom"
_FEED = "https://w3id.org/si-kg/changes"
_TITLE = "Changes of si-kg / Wijzigingen van si-kg"
_VERSIONS = ONTOLOGY.removesuffix("#")


def changes(room: Room, call: Call) -> Reply:
    """The feed; raises PageNotFound where no list of changes came along."""
    try:
        releases = read_changes(shipped.root() / CHANGES_FILE)
    except FileUnreadable:
        raise PageNotFound(path=call.path) from None

    def make() -> Reply:
        feed = _feed(releases, room.work.publisher, f"{call.base}{call.path}")
        body = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
        return Reply(body, MEDIA["atom"])

    return room.delivered(call, "atom", (call.base, releases), make)


def _feed(releases: list[Release], maker: str, address: str) -> Xml.Element:
    Xml.register_namespace("", _ATOM)
    feed = Xml.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en"})
    _add(feed, "id", _FEED)
    _add(feed, "title", _TITLE)
    _add(feed, "updated", _moment(releases[0]) if releases else "1970-01-01T00:00:00Z")
    _add(_add(feed, "author"), "name", maker)
    _add(feed, "link", rel="self", href=address, type=MEDIA["atom"])
    for release in releases:
        entry = _add(feed, "entry")
        _add(entry, "id", f"{_VERSIONS}/{release.version}")
        _add(entry, "title", f"si-kg {release.version}")
        _add(entry, "updated", _moment(release))
        _add(entry, "link", rel="alternate", href=f"{_VERSIONS}/{release.version}")
        _add(entry, "content", "\n".join(f"- {each}" for each in release.changes), type="text")
    return feed


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    made = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = text or None
    return made


def _moment(release: Release) -> str:
    return f"{release.day.isoformat()}T00:00:00Z"
