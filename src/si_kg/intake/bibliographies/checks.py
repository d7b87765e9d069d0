"""Look an entry through: what can be kept is made fit, and what cannot is told."""

import re
from dataclasses import replace
from typing import Any, cast

from si_kg.citing.item import Item
from si_kg.findings import Finding
from si_kg.intake.bibliographies import fields, wording
from si_kg.intake.bibliographies.entry import Entry, at
from si_kg.intake.bibliographies.kinds import KINDS, OTHER, with_editors
from si_kg.intake.telling import filled, finding
from si_kg.language import Text

_WORDS = 4
_PAGES = re.compile(r"\d+(-\d+)?", re.ASCII)
_NOT_YET = re.compile(
    r"in press|forthcoming|to appear|in preparation|submitted|n\.?\s?d\.?|no date|"
    r"in druk|nog niet verschenen|te verschijnen|z\.?\s?j\.?|s\.?\s?a\.?",
    re.IGNORECASE,
)
_NO_TITLE = Text(
    "Item ‘{key}’ heeft geen titel; vul hem in, of zet een beschrijving tussen [ en ].",
    "Entry ‘{key}’ has no title; fill it in, or put a description between [ and ].",
)
_NO_DAY = Text(
    "‘{value}’ is geen jaar of datum; schrijf 2015, 2015-03 of 2015-03-31. "
    "Zo komt de bron er zonder jaar in.",
    "‘{value}’ is no year or date; write 2015, 2015-03 or 2015-03-31. "
    "As it is, the source gets no year.",
)
_NO_YEAR_YET = Text(
    "‘{value}’ is nog geen jaar; de bron komt er zonder jaar in.",
    "‘{value}’ is not a year yet; the source gets no year.",
)
_NO_DOI = Text(
    "‘{value}’ is geen DOI; die begint met 10. en heeft een schuine streep. Hij is weggelaten.",
    "‘{value}’ is no DOI; one begins with 10. and has a slash. It is left out.",
)
_NO_ADDRESS = Text(
    "‘{value}’ is geen webadres; dat begint met https:// of http://. Het is weggelaten.",
    "‘{value}’ is no web address; one begins with https:// or http://. It is left out.",
)
_NO_LANGUAGE = Text(
    "‘{value}’ is geen taal die we kennen; schrijf een code zoals nl of en.",
    "‘{value}’ is no language that we know; write a code such as nl or en.",
)
_NO_KIND = Text(
    "De soort ‘{value}’ heeft hier geen eigen plaats; de bron komt erin als document.",
    "The kind ‘{value}’ has no place of its own here; the source comes in as a document.",
)
_EDITORS = Text(
    "De redacteuren van item ‘{key}’ maakten dit stuk niet zelf; ze zijn weggelaten.",
    "The editors of entry ‘{key}’ did not make this piece themselves; they are left out.",
)


def checked(entry: Entry) -> Entry:
    """The entry with an item that the graph can hold, and findings about what had to change."""
    check = _Check(entry)
    item = check.item()
    faults = tuple(at(fault, entry.line, entry.key) for fault in check.faults)
    return replace(entry, key=entry.key or _key(item), item=item, faults=(*entry.faults, *faults))


def _key(item: Item) -> str:
    """A key for an entry without one: the makers, the year and how the title begins."""
    title = item.get("title", "")
    return f"{wording.name(item).en} {' '.join(title.split()[:_WORDS])}" if title else ""


class _Check:
    def __init__(self, entry: Entry) -> None:
        self._key = entry.key
        self._item = cast("dict[str, Any]", {**entry.item})
        self.faults: list[Finding] = []

    def item(self) -> Item:
        """The item as the graph can hold it."""
        if not self._item.get("title"):
            self._tell("Violation", "intake:no-title", _NO_TITLE, key=self._key)
        self._kind()
        self._makers()
        self._day()
        self._replace("DOI", fields.doi, _NO_DOI)
        self._replace("URL", fields.address, _NO_ADDRESS)
        self._replace("language", fields.language, _NO_LANGUAGE, "Info")
        self._pages()
        return cast("Item", self._item)

    def _kind(self) -> None:
        kind = self._item["type"]
        if kind not in KINDS:
            if kind != OTHER:
                self._tell("Info", "intake:no-kind", _NO_KIND, value=kind)
            self._item["type"] = OTHER
        if "editor" in self._item and not with_editors(self._item["type"]):
            del self._item["editor"]
            self._tell("Info", "intake:editors", _EDITORS, key=self._key)

    def _makers(self) -> None:
        """A name in which nothing stands, as between two commas, is none."""
        for role in ("author", "editor"):
            if role in self._item:
                named = [name for name in self._item.pop(role) if any(name.values())]
                self._item |= {role: named} if named else {}

    def _day(self) -> None:
        raw = self._item.get("issued", {}).get("raw")
        if raw is None:
            return
        del self._item["issued"]
        if _NOT_YET.fullmatch(raw.strip(" ().[]")):
            self._tell("Info", "intake:no-year-yet", _NO_YEAR_YET, value=raw)
        elif raw:
            self._tell("Warning", "intake:no-day", _NO_DAY, value=raw)

    def _replace(self, field: str, fit: Any, text: Text, severity: str = "Warning") -> None:
        if field in self._item:
            given = self._item.pop(field)
            if made := fit(given):
                self._item[field] = made
            else:
                self._tell(severity, f"intake:no-{field.lower()}", text, value=given)

    def _pages(self) -> None:
        """Pages that are no plain numbers stand with the other details of the publication."""
        if "page" in self._item:
            pages = fields.pages(self._item.pop("page"))
            if _PAGES.fullmatch(pages):
                self._item["page"] = pages
            else:
                notes = (self._item.get("note"), f"p. {pages}")
                self._item["note"] = "; ".join(note for note in notes if note)

    def _tell(self, severity: str, rule: str, text: Text, **facts: str) -> None:
        told = finding(severity, rule, filled(text, **facts), value=facts.get("value", ""))
        self.faults.append(told)
