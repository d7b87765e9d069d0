"""Entries of RIS, as reference managers write them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from si_kg.citing.item import OTHERS, Item, Name
from si_kg.errors import PartMissing
from si_kg.findings import Finding
from si_kg.intake.bibliographies import fields, names
from si_kg.intake.bibliographies.entry import Entry, Reading, at
from si_kg.intake.telling import finding
from si_kg.language import Text

_TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "ART": "graphic",
    "BILL": "legislation",
    "BLOG": "webpage",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "book",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "FIGURE": "graphic",
    "GEN": "document",
    "GOVDOC": "report",
    "INPR": "article-journal",
    "JFULL": "collection",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "NEWS": "article-newspaper",
    "RPRT": "report",
    "SER": "collection",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "document",
    "VIDEO": "motion_picture",
}
# field of CSL-JSON, and the names that rispy has for the tags of RIS where it can stand
_TEXTS = {
    "title": ("title", "primary_title"),
    "title-short": ("short_title",),
    "container-title": (
        *("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
        "alternate_title1",
    ),
    "collection-title": ("tertiary_title",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "volume": ("volume",),
    "issue": ("number",),
    "genre": ("type_of_work",),
    "edition": ("edition",),
    "DOI": ("doi",),
    "language": ("language",),
}
_ROLES = {
    "author": ("authors", "first_authors"),
    "editor": ("secondary_authors",),
}
_APART = (
    *("type_of_reference", "id", "note", "issn", "start_page", "end_page", "urls", "notes"),
    *("date", "year", "publication_year", "unknown_tag"),
)
_NOT_ALL = ("et al.", "e.a.")
_START = re.compile(r"TY  - ?")
_END = re.compile(r"ER  -")
_NO_END = Text(
    "Dit item heeft geen slot; zet onder de laatste regel ervan ‘ER  - ’.",
    "This entry has no end; put ‘ER  - ’ under its last line.",
)


def read(text: str) -> Reading:
    """The entries of a RIS file; raises PartMissing without the extra `cite`."""
    try:
        import rispy
    except ImportError:
        raise PartMissing(extra="cite") from None
    entries: list[Entry] = []
    faults: list[Finding] = []
    for line, record in _records(text):
        if not _END.match(record[-1]):
            faults.append(at(finding("Violation", "intake:no-end", _NO_END), line))
            continue
        # one by one: what rispy makes of an unfinished record depends on the next
        [said] = rispy.loads("\n".join(record))
        entries.append(_entry(said, line))
    return Reading(tuple(entries), tuple(faults))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each record from its type to its end, and the number of the first."""
    first, record = 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if _START.match(line):
            if record:
                yield first, record
            first, record = number, []
        if record or _START.match(line):
            record.append(line)
        if record and _END.match(line):
            yield first, record
            record = []
    if record:
        yield first, record


def _entry(said: Mapping[str, Any], line: int) -> Entry:
    kind = said["type_of_reference"].strip()
    key = said.get("id", "")
    item: dict[str, Any] = {"id": key, "type": _TYPES.get(kind, kind)}
    known = {tag for tags in (*_TEXTS.values(), *_ROLES.values()) for tag in tags}
    for field, tags in _TEXTS.items():
        if found := next((said[tag] for tag in tags if said.get(tag)), None):
            item[field] = " ".join(str(found).split())
    for role, tags in _ROLES.items():
        if listed := [names.listed(name) for tag in tags for name in said.get(tag, ())]:
            item[role] = listed
    item.update(_rest(said, series="collection-title" in item))
    _tell_of_others(item)
    unknown = [tag for tag in said if tag not in known and tag not in _APART]
    return Entry(key, line, cast("Item", item), (*unknown, *said.get("unknown_tag", ())))


def _rest(said: Mapping[str, Any], *, series: bool) -> Iterator[tuple[str, object]]:
    if number := said.get("note"):
        yield "collection-number" if series else "number", number
    if number := said.get("issn"):
        yield "ISBN" if fields.is_isbn(number) else "ISSN", number
    if pages := "-".join(filter(None, (said.get("start_page"), said.get("end_page")))):
        yield "page", pages
    if urls := said.get("urls"):
        yield "URL", urls[0]
    if notes := said.get("notes"):
        yield "note", notes
    if day := said.get("date") or said.get("year") or said.get("publication_year"):
        yield "issued", fields.dated(day)


def _tell_of_others(item: dict[str, Any]) -> None:
    """RIS has no word for authors that are not named: a note or a last name says so."""
    notes: list[str] = item.pop("note", [])
    authors: list[Name] = item.get("author", [])
    others = [name for name in authors if name.get("literal", "").lower() in _NOT_ALL]
    if others or any(note.lower() in _NOT_ALL for note in notes):
        item["author"] = [*(name for name in authors if name not in others), OTHERS]
    if told := "; ".join(note for note in notes if note.lower() not in _NOT_ALL):
        item["note"] = told
