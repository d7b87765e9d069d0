"""Read a list: which column holds what is told by its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from si_kg import parameters
from si_kg.linking.entry import Entry, Name
from si_kg.linking.faults import BaseRefused, CellRefused, ColumnNotFound, NamesNotFound, RowTooLong
from si_kg.linking.folding import words
from si_kg.linking.reading.entries import Entries
from si_kg.linking.reading.new_iris import Found, called, with_iris
from si_kg.linking.reading.rows import Row, read_rows

LIST_ENDINGS = frozenset({".csv", ".tsv", ".xlsx"})
# for a row without an IRI, where no base is given; example.org is nobody's
NO_BASE = "https://example.org/list/"
_LANGUAGE = re.compile(r"[\s_@(-]+(?P<language>nl|en|dutch|english|nederlands|engels)\b\)?$")
_LANGUAGES = {"dutch": "nl", "nederlands": "nl", "english": "en", "engels": "en"}
# what a heading says, without its language; the first that fits counts
_ROLES = {
    "iri": r"(.*[\s_])?(iri|uri|url)|id|identifier|@id",
    "other": r"alt ?labels?|alternative.*|alternate.*|synonym.*|andere na(am|men)|labels|afkorting|"
    r"abbreviation|acronym",
    "name": r"(pref ?)?label|(.*[\s_])?(name|naam)|title|titel|term|onderwerp|subject|"
    r"topic|begrip|concept|trefwoord|keyword|plaats|place|gemeente|municipality|organisati(e|on)|"
    r"organization|persoon|person",
    "type": r"(.*[\s_])?(type|kind|soort|class|klasse)",
    "description": r"(short )?description|definition|definitie|omschrijving|beschrijving|"
    r"scope ?note",
    "broader": r"broader|bovenliggend.*|super ?terms?|parent",
}
_SEVERAL = re.compile(r"\s*\|\s*")


class _Column(NamedTuple):
    at: int
    role: str
    language: str


def read_list(file: Path, *, column: str | None, language: str, base: str) -> Entries:
    """The named things of a list, as `read` in the package says."""
    if base and not _well_formed(base):
        raise BaseRefused(base=base)
    rows = read_rows(file)
    heading = next(rows, Row(1, ()))
    columns = _chosen(file, heading.cells, column, language)
    found, nameless = list[Found](), 0
    for row in rows:
        if len(row.cells) > len(heading.cells) and any(row.cells[len(heading.cells) :]):
            raise _too_long(file, row, heading)
        each = _found(_Place(file, row, heading.cells), columns)
        if each.entry.names:
            found.append(each)
        else:
            nameless += 1
    entries = list(with_iris(found, base or NO_BASE))
    labels = {entry.iri: entry.label for entry in entries}
    return Entries([_with_broader_names(entry, labels) for entry in entries], nameless)


class _Place(NamedTuple):
    """A row of a file, to read cells from and to name in a message."""

    file: Path
    row: Row
    heading: Sequence[str]

    def cell(self, column: _Column) -> str:
        return self.row.cells[column.at].strip() if column.at < len(self.row.cells) else ""


def _chosen(
    file: Path, heading: Sequence[str], column: str | None, language: str
) -> Sequence[_Column]:
    """What each column holds, with the names in the column that was asked for."""
    known = [found for at, title in enumerate(heading) if (found := _column(at, title, language))]
    if column is not None:
        titles = [title.strip().casefold() for title in heading]
        if column.strip().casefold() not in titles:
            raise ColumnNotFound(column, heading, file=file, columns=", ".join(heading))
        at = titles.index(column.strip().casefold())
        kept = [each for each in known if each.at != at and each.role not in {"name", "other"}]
        return [*kept, _Column(at, "name", _told_language(column)[1] or language)]
    if not any(each.role in {"name", "other"} for each in known):
        if len(heading) != 1:
            raise NamesNotFound(file=file, columns=", ".join(heading))
        return [_Column(0, "name", language)]
    return known


def _column(at: int, title: str, language: str) -> _Column | None:
    bare, told = _told_language(title)
    for role, pattern in _ROLES.items():
        if re.fullmatch(pattern, bare):
            return _Column(at, role, told or language)
    return None


def _told_language(title: str) -> tuple[str, str]:
    """The heading without the language that it ends with, and that language."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title.strip()).replace("_", " ").casefold()
    found = _LANGUAGE.search(text)
    if found is None:
        return text, ""
    return text[: found.start()], _LANGUAGES.get(found["language"], found["language"])


def _found(place: _Place, columns: Sequence[_Column]) -> Found:
    held: dict[str, list[str]] = {role: [] for role in _ROLES}
    names = list[Name]()
    for column in columns:
        text = place.cell(column)
        if text and column.role in {"name", "other"}:
            preferred = column.role == "name"
            parts = [text] if preferred else _SEVERAL.split(text)
            names += [Name(part, column.language, preferred) for part in parts if words(part)]
        elif text:
            held[column.role].append(text)
    iri = next((text for text in held["iri"] if "://" in text or text.startswith("urn:")), "")
    if iri and not _well_formed(iri):
        raise _no_iri(place, iri)
    entry = Entry(
        iri,
        sorted(names, key=lambda name: not name.preferred),
        held["type"],
        [part for text in held["broader"] for part in _SEVERAL.split(text)],
        " ".join(held["description"]),
        str(place.row.number),
    )
    return Found(entry, called(held["iri"], names[0].text if names else ""))


def _with_broader_names(entry: Entry, labels: Mapping[str, str]) -> Entry:
    """The entry with names in the place of the IRIs of what is broader."""
    if not entry.broader:
        return entry
    names = tuple(_named(entry.broader, labels))
    return Entry(entry.iri, entry.names, entry.types, names, entry.description, entry.place)


def _named(things: Sequence[str], labels: Mapping[str, str]) -> Iterator[str]:
    for thing in things:
        name = labels.get(thing, "" if "://" in thing else thing)
        if name:
            yield name


def _well_formed(iri: str) -> bool:
    try:
        parameters.iri(iri)
    except ValueError:
        return False
    return True


def _no_iri(place: _Place, text: str) -> CellRefused:
    cells = [cell.strip() for cell in place.row.cells]
    column = place.heading[cells.index(text)]
    return CellRefused(
        file=place.file,
        row=place.row.number,
        column=column,
        value=text,
        what_nl="geen IRI",
        what_en="no IRI",
    )


def _too_long(file: Path, row: Row, heading: Row) -> RowTooLong:
    cells, columns = len(row.cells), len(heading.cells)
    return RowTooLong(file=file, row=row.number, cells=cells, columns=columns, sign="‘,’ ‘;’")
