"""Entries of CSL-JSON, as Zotero, pandoc and citation processors have it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from si_kg.citing.item import OTHERS, Item, Name
from si_kg.findings import Finding
from si_kg.intake.bibliographies import fields, names
from si_kg.intake.bibliographies.entry import Entry, Reading, at
from si_kg.intake.telling import filled, finding
from si_kg.language import Text
from si_kg.spreadsheet_text import legible

_TEXTS = (
    *("title", "title-short", "container-title", "collection-title", "collection-number"),
    *("publisher", "publisher-place", "genre", "number", "volume", "issue", "page", "edition"),
    *("DOI", "ISBN", "ISSN", "URL", "language", "note"),
)
_ROLES = ("author", "editor")
_APART = ("id", "type", "issued", "citation-key", *_ROLES)
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span|sc)\b[^>]*>")
_SPACE = re.compile(r"[\s,]*")
_NOT_A_LIST = Text(
    "Het bestand is geen CSL-JSON: het hoort een lijst van items te zijn, tussen [ en ].",
    "The file is no CSL-JSON: it should be a list of items, between [ and ].",
)
_BROKEN = Text(
    "Vanaf hier is het bestand onleesbaar als JSON: {reason}.",
    "From here on the file cannot be read as JSON: {reason}.",
)
_NO_ITEM = Text(
    "Dit is geen item: een item heeft velden, waaronder ‘id’ en ‘type’.",
    "This is no item: an item has fields, ‘id’ and ‘type’ among them.",
)


def read(text: str) -> Reading:
    """The items of a CSL-JSON file."""
    entries: list[Entry] = []
    faults: list[Finding] = []
    for line, found in _items(text):
        if isinstance(found, Finding):
            faults.append(at(found, line))
        elif not isinstance(found, dict) or not {"id", "type"} <= found.keys():
            faults.append(at(finding("Violation", "intake:no-item", _NO_ITEM), line))
        else:
            entries.append(_entry(found, line))
    return Reading(tuple(entries), tuple(faults))


def _items(text: str) -> Iterator[tuple[int, object]]:
    """Each item, or what is wrong with the text, with its line."""
    decoder, place, line = json.JSONDecoder(), len(text) - len(text.lstrip()), 1
    if not text.startswith("[", place):
        yield 1, finding("Violation", "intake:no-list", _NOT_A_LIST)
        return
    place += 1
    while True:
        place = _after(text, place)
        line = text.count("\n", 0, place) + 1
        if text.startswith("]", place):
            return
        try:
            found, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:  # a number may have too many digits
            line = getattr(error, "lineno", line)
            reason = getattr(error, "msg", str(error).partition(":")[0])
            yield line, finding("Violation", "intake:broken-json", filled(_BROKEN, reason=reason))
            return
        yield line, found


def _after(text: str, place: int) -> int:
    """Where the space and commas from this place end."""
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _entry(said: Mapping[str, Any], line: int) -> Entry:
    key = _text(said.get("citation-key") or said["id"])
    item: dict[str, Any] = {"id": key, "type": _text(said["type"])}
    for field in _TEXTS:
        if text := _text(said.get(field)):
            item[field] = text
    for role in _ROLES:
        if listed := [_name(name) for name in _list(said.get(role)) if isinstance(name, dict)]:
            item[role] = listed
    if issued := said.get("issued"):
        item["issued"] = _day(issued)
    unknown = (field for field in said if field not in _TEXTS and field not in _APART)
    return Entry(key, line, cast("Item", item), tuple(unknown))


def _text(value: object) -> str:
    """A text on one line, without the marks of italics and capitals; numbers may stand as such."""
    if not isinstance(value, str | int | float):
        return ""
    return " ".join(legible(_MARKUP.sub("", str(value))).split())


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _name(said: Mapping[str, object]) -> Name:
    parts = {part: _text(said.get(part)) for part in ("family", "given", "suffix", "literal")}
    if parts["literal"] == OTHERS["literal"]:
        return OTHERS
    if not parts["family"]:
        return names.organisation(parts["literal"] or parts["given"])
    prefix = _text(said.get("non-dropping-particle")) or _text(said.get("dropping-particle"))
    return names.person(parts["family"], parts["given"], parts["suffix"], prefix)


def _day(issued: object) -> dict[str, object]:
    """A day in figures where it has any; a text is read, or stays as it is."""
    said = issued if isinstance(issued, dict) else {"raw": issued}
    numbers = [
        _text(part).zfill(2) for part in _list(next(iter(_list(said.get("date-parts"))), []))
    ]
    if numbers:
        numbers[0] = numbers[0].zfill(4)
    written = "-".join(numbers) or _text(said.get("raw"))
    circa = "ca. " if said.get("circa") else ""
    return fields.dated(circa + (written or _text(said.get("literal"))))
