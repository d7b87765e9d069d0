"""Entries of BibTeX and biblatex."""

import logging
import re
from collections.abc import Iterator
from typing import Any, cast

from si_kg.citing.item import OTHERS, Item, Name
from si_kg.errors import PartMissing
from si_kg.findings import Finding
from si_kg.intake.bibliographies import fields, names
from si_kg.intake.bibliographies.entry import Entry, Reading, at
from si_kg.intake.bibliographies.latex_text import plain
from si_kg.intake.telling import filled, finding
from si_kg.language import Text

_TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "book": "book",
    "booklet": "book",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-dictionary",
    "legislation": "legislation",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "mvbook": "book",
    "mvcollection": "book",
    "online": "webpage",
    "periodical": "collection",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "standard": "standard",
    "suppbook": "chapter",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "document",
    "video": "motion_picture",
    "www": "webpage",
}
_TEXTS = {
    "title": "title",
    "shorttitle": "title-short",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "howpublished": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "type": "genre",
    "volume": "volume",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "note": "note",
}
_TEXTS_OF = {"online": {"organization": "container-title"}}
# read apart from the rest, or telling nothing about the work
_APART = (
    *("author", "editor", "year", "date", "month", "subtitle", "pages", "number", "issue", "eid"),
    *("doi", "url", "langid", "language", "entrysubtype", "options"),
)
_NAME_IN_BRACES = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_ESCAPED = re.compile(r"\\([&%$#_{}])")  # in addresses, which nobody need escape
_BROKEN = Text(
    "Dit item is onleesbaar als BibTeX ({reason}); kijk of elke accolade en elk aanhalingsteken "
    "sluit en achter elk veld een komma staat.",
    "This entry cannot be read as BibTeX ({reason}); check that every brace and quotation mark "
    "closes and every field ends in a comma.",
)
_TWICE = Text(
    "De sleutel ‘{key}’ komt al eerder in het bestand voor; geef elk item een eigen sleutel.",
    "The key ‘{key}’ stands in the file before; give each entry a key of its own.",
)
_FIELD_TWICE = Text(
    "Item ‘{key}’ heeft hetzelfde veld twee keer; houd er één over.",
    "Entry ‘{key}’ has the same field twice; keep one of them.",
)
_LATEX = Text(
    "De LaTeX in veld ‘{field}’ is niet te lezen; de tekst blijft zoals hij is.",
    "The LaTeX in field ‘{field}’ cannot be read; the text stays as it is.",
)


def read(text: str) -> Reading:
    """The entries of a BibTeX file; raises PartMissing without the extra `cite`."""
    try:
        from bibtexparser import entrypoint, model
    except ImportError:
        raise PartMissing(extra="cite") from None
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it logs is told below
    library = entrypoint.parse_string(text)
    entries = tuple(map(_entry, library.entries))
    faults: list[Finding] = []
    for block in library.failed_blocks:
        if isinstance(block, model.DuplicateBlockKeyBlock):
            told = finding("Violation", "intake:key-twice", filled(_TWICE, key=block.key))
        elif isinstance(block, model.DuplicateFieldKeyBlock):
            inside = cast("Any", block.ignore_error_block)
            told = finding("Violation", "intake:field-twice", filled(_FIELD_TWICE, key=inside.key))
        else:
            reason = getattr(block.error, "abort_reason", type(block.error).__name__)
            reason = " ".join(reason.split()).rstrip(".: ")
            told = finding("Violation", "intake:broken-entry", filled(_BROKEN, reason=reason))
        faults.append(at(told, (block.start_line or 0) + 1))
    return Reading(entries, tuple(faults))


def _entry(block: Any) -> Entry:
    said = {field.key.lower(): str(field.value) for field in block.fields}
    lines = {field.key.lower(): field.start_line for field in block.fields}
    reader = _Reader(said)
    item = reader.item(block.key, block.entry_type.lower())
    faults = tuple(
        at(told, (lines.get(field) or block.start_line or 0) + 1, block.key)
        for field, told in reader.faults
    )
    unknown = tuple(field for field in said if field not in _TEXTS and field not in _APART)
    return Entry(block.key, (block.start_line or 0) + 1, item, unknown, faults)


class _Reader:
    """The fields of one entry as an item, and what was wrong with them, by field."""

    def __init__(self, said: dict[str, str]) -> None:
        self._said = said
        self.faults: list[tuple[str, Finding]] = []

    def item(self, key: str, kind: str) -> Item:
        found: dict[str, Any] = {"id": key, "type": _TYPES.get(kind, kind)}
        if self._said.get("entrysubtype") == "magazine":
            found["type"] = "article-magazine"
        for field, name in {**_TEXTS, **_TEXTS_OF.get(kind, {})}.items():
            if text := self._text(field):
                found.setdefault(name, text)
        if subtitle := self._text("subtitle"):
            found["title"] = ": ".join(filter(None, (found.get("title"), subtitle)))
        for role in ("author", "editor"):
            if role in self._said:
                found[role] = list(self._names(role))
        found.update(self._numbers(article=kind == "article"))
        found.update(self._rest())
        return cast("Item", found)

    def _numbers(self, *, article: bool) -> Iterator[tuple[str, str]]:
        own = "collection-number" if "series" in self._said else "number"
        number, eid = ("issue", own) if article else (own, own)
        for field, name in {"eid": eid, "number": number, "issue": "issue"}.items():
            if text := self._text(field):
                yield name, text

    def _rest(self) -> Iterator[tuple[str, object]]:
        if text := self._text("pages"):
            yield "page", text
        if text := self._said.get("date") or self._text("year"):
            yield "issued", fields.dated(text, self._text("month"))
        if text := self._text("langid") or self._text("language"):
            yield "language", text
        for field, name in {"doi": "DOI", "url": "URL"}.items():
            if address := _ESCAPED.sub(r"\1", self._said.get(field, "")).strip():
                yield name, address.removeprefix(r"\url{").removesuffix("}")

    def _text(self, field: str) -> str:
        return self._plain(field, self._said.get(field, ""))

    def _plain(self, field: str, text: str) -> str:
        try:
            return plain(text)
        except ValueError:
            told = finding("Warning", "intake:latex", filled(_LATEX, field=field), value=text)
            self.faults.append((field, told))
            return " ".join(text.split())

    def _names(self, role: str) -> Iterator[Name]:
        from bibtexparser.middlewares import names as parser

        for name in parser.split_multiple_persons_names(self._said[role]):
            if name == OTHERS["literal"]:
                yield OTHERS
            elif _NAME_IN_BRACES.fullmatch(name):
                yield names.organisation(self._plain(role, name))
            else:
                parts = parser.parse_single_name_into_parts(name, strict=False)
                family, given, suffix, prefix = (
                    self._plain(role, " ".join(part))
                    for part in (parts.last, parts.first, parts.jr, parts.von)
                )
                yield names.person(family, given, suffix, prefix)
