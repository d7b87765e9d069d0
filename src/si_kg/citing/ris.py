"""References in RIS, in UTF-8, as reference managers read them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from si_kg.citing.item import OTHERS, Day, Item, Name, dated
from si_kg.errors import PartMissing
from si_kg.tables import printable

_TYPES: Mapping[str, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
    "dataset": "DATA",
    "legislation": "STAT",
    "standard": "STAND",
    "entry-dictionary": "DICT",
    "motion_picture": "VIDEO",
    "graphic": "ART",
    "collection": "SER",
}
# field of CSL-JSON, name that rispy has for the tag of RIS (`note` is M1, a number); of two for one
# tag the last counts
_TEXTS = (
    ("id", "id"),
    ("title", "title"),
    ("publisher", "publisher"),
    ("publisher-place", "place_published"),
    ("collection-title", "tertiary_title"),
    ("volume", "volume"),
    ("issue", "number"),
    ("collection-number", "note"),
    ("number", "note"),
    ("genre", "type_of_work"),
    ("DOI", "doi"),
    ("ISSN", "issn"),
    ("ISBN", "issn"),
    ("version", "edition"),
    ("edition", "edition"),
    ("language", "language"),
    ("abstract", "abstract"),
)
_NOT_ALL = "et al."  # RIS has no word for authors that are not named
_ROLES = (("author", "authors"), ("editor", "secondary_authors"))


def write(items: Sequence[Item]) -> str:
    """The references as records; raises PartMissing without the extra `cite`."""
    try:
        import rispy
    except ImportError:
        raise PartMissing(extra="cite") from None

    class Writer(rispy.RisWriter):  # type: ignore[misc]  # the package carries no types
        """Lines end as the format asks; a record has no number above it."""

        NEWLINE = "\r\n"

        def set_header(self, count: int) -> str:  # noqa: ARG002 (as rispy calls it)
            """Nothing above the record."""
            return ""

    written: str = rispy.dumps([dict(_record(item)) for item in items], implementation=Writer)
    return written


def _record(item: Item) -> Iterator[tuple[str, Any]]:
    yield "type_of_reference", _TYPES.get(item["type"], "GEN")
    for field, tag in _TEXTS:
        if text := item.get(field):
            yield tag, printable(str(text))
    for role, tag in _ROLES:
        if names := item.get(role):
            yield tag, [printable(_name(name)) for name in _names(names) if name != OTHERS]
    if "container-title" in item:
        journal = item["type"] == "article-journal"
        yield "journal_name" if journal else "secondary_title", printable(item["container-title"])
    if "page" in item:
        first, _, last = item["page"].replace("–", "-").partition("-")
        yield "start_page", printable(first)
        if last:
            yield "end_page", printable(last)
    yield from _dates_and_places(item)
    if notes := list(_notes(item)):
        yield "notes", notes


def _dates_and_places(item: Item) -> Iterator[tuple[str, Any]]:
    if "issued" in item:
        yield "year", dated(item["issued"])[:4]
        yield "date", _date(item["issued"])
    if "accessed" in item:
        yield "access_date", dated(item["accessed"], "/")
    if "URL" in item:
        # readers divide addresses at a semicolon
        yield "urls", [printable(item["URL"]).replace(";", "%3B")]


def _date(day: Day) -> str:
    """`2026/01/31`; what is said of a date besides follows a third stroke."""
    written = dated(day, "/")
    return written + "/" * (3 - written.count("/")) + "ca." if day.get("circa") else written


def _notes(item: Item) -> Iterator[str]:
    if "note" in item:
        yield printable(item["note"])
    if OTHERS in item.get("author", ()):
        yield _NOT_ALL


def _names(found: object) -> Sequence[Name]:
    return found if isinstance(found, Sequence) else ()


def _name(name: Name) -> str:
    """`Berg, Jan van der`; an organisation as it is."""
    if "literal" in name:
        return name["literal"]
    given = " ".join(filter(None, (name.get("given"), name.get("non-dropping-particle"))))
    return ", ".join(filter(None, (name.get("family"), given, name.get("suffix"))))
