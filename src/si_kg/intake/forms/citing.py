"""Where a row says that its facts are stated, as citations in a source."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.intake.forms.columns import CITING, Column, Sort
from si_kg.intake.forms.entries import Entry
from si_kg.intake.forms.known_places import KnownPlaces, Spot
from si_kg.intake.forms.reasons import (
    NO_SOURCE_FOR_PLACE,
    NOT_A_PAGE,
    UNEVEN,
    Refused,
    filled,
)
from si_kg.intake.forms.sheets import Cell, Written
from si_kg.intake.forms.slugs import slug
from si_kg.intake.forms.values import Values
from si_kg.intake.forms.words import FORM_PLACE, FORM_SOURCE
from si_kg.language import LANGUAGES
from si_kg.namespaces import OWN, PREFIXES
from si_kg.spreadsheet_text import legible

_BETWEEN = re.compile(r"(?<!\\);")
_RDF, _SI, _RDFS, _PROV = (PREFIXES[each] for each in ("rdf", "si", "rdfs", "prov"))
_SOURCE, _READ_AT = f"{_SI}Source", f"{_SI}wasReadAt"
_PAGE = re.compile(r"[1-9]\d{0,6}", re.ASCII)


@dataclass(frozen=True)
class Cited:
    """Where an entry is stated: as triples, or why that cannot be taken; `in_form` is in the form.

    `places` are the citations (IRIs) that were made for it.
    """

    triples: Sequence[ox.Triple] = ()
    refused: Sequence[tuple[Column, Refused]] = ()
    places: Sequence[str] = ()
    in_form: bool = False


@dataclass(frozen=True)
class Citing:
    """Writes the citations of one addition; `addition` names it, `base` its things."""

    values: Values
    places: KnownPlaces
    base: str
    addition: str

    @property
    def form_source(self) -> str:
        """The source (IRI) that the form itself is."""
        return f"{self.base}form-{slug(self.addition)}"

    def of(self, entry: Entry, named: Collection[str]) -> Cited:
        """Where the entry says that it is stated; in the form itself where it says nothing.

        `named` are the sources (IRIs) in which others are stated.
        """
        columns = {c.name: c for c in entry.form.columns if c.sort in CITING}
        cells = {name: entry.cell(column) for name, column in columns.items()}
        if all(cell.is_empty for cell in cells.values()):
            if self._stands_alone(entry, named):
                return Cited()
            triples, in_form = self._in_form(entry), True
        else:
            try:
                spots, in_form = self._spots(columns, cells), False
            except _At as at:
                return Cited(refused=[(at.column, at.refused)])
            triples = [triple for spot in spots for triple in self._cited(entry.thing, spot)]
        places = [
            triple.subject.value
            for triple in triples
            if triple.predicate == _si("inSource") and isinstance(triple.subject, ox.NamedNode)
        ]
        return Cited(triples, (), places, in_form)

    def named(self, entries: Sequence[Entry]) -> set[str]:
        """The sources (IRIs) in which any of the entries is stated."""
        found = set()
        for entry in entries:
            for column in entry.form.columns:
                if column.sort is Sort.SOURCE and not entry.cell(column).is_empty:
                    read = self.values.read(entry.cell(column), column)
                    found |= {term.value for term in read if not isinstance(term, Refused)}
        return found

    def _stands_alone(self, entry: Entry, named: Collection[str]) -> bool:
        """Whether the entry need not cite the form: it says where it was read, or is cited itself.

        Only a source of which no page is cited needs a place where it is named.
        """
        read_at = (not entry.cell(column).is_empty for column in entry.form.of(_READ_AT))
        return (
            entry.form.selection.alone
            or any(read_at)
            or entry.thing in named
            or (entry.form.selection.about == _SOURCE and self.places.in_source(entry.thing))
        )

    def form_itself(self) -> Iterator[ox.Triple]:
        """What is said of the form as a source: no more than is known."""
        source = ox.NamedNode(self.form_source)
        yield ox.Triple(source, _rdf("type"), _si("Source"))
        yield ox.Triple(source, _si("recordStatus"), _si("incomplete"))
        # of that file the workspace tells who added it, and when
        file = ox.NamedNode(f"{OWN}{self.addition}#file")
        yield ox.Triple(source, ox.NamedNode(f"{_PROV}alternateOf"), file)
        for language in LANGUAGES:
            label = FORM_SOURCE.in_(language).format(self.addition)
            name = ox.Literal(label, language=language)
            yield ox.Triple(source, ox.NamedNode(f"{_RDFS}label"), name)

    def _in_form(self, entry: Entry) -> list[ox.Triple]:
        name = entry.thing.removeprefix(self.base)
        place = ox.NamedNode(f"{self.form_source}-{slug(name)}")
        said = [
            ox.Triple(ox.NamedNode(entry.thing), _si("citation"), place),
            ox.Triple(place, _rdf("type"), _si("Citation")),
            ox.Triple(place, _si("inSource"), ox.NamedNode(self.form_source)),
        ]
        for language in LANGUAGES:
            text = FORM_PLACE.in_(language).format(entry.form.title.in_(language), name)
            said.append(ox.Triple(place, _si("locator"), ox.Literal(text, language=language)))
        return said

    def _spots(self, columns: dict[str, Column], cells: dict[str, Cell]) -> list[Spot]:
        sources = self._sources(columns["source"], cells["source"])
        pages = self._pages(columns["page"], cells["page"])
        locators: dict[str, Sequence[str]] = {
            language: self._locators(columns[f"locator_{language}"], cells[f"locator_{language}"])
            for language in LANGUAGES
        }
        lengths = map(len, locators.values())
        given = [count for count in (len(pages), *lengths) if count]
        most = max(given, default=0)
        if not sources:
            there = next(name for name, cell in cells.items() if not cell.is_empty)
            raise _At(columns[there], Refused(NO_SOURCE_FOR_PLACE))
        if len(sources) == 1:
            sources *= max(most, 1)
        if any(each != len(sources) for each in given):
            column = columns["page" if pages else "locator_nl"]
            raise _At(column, Refused(filled(UNEVEN, len(sources), most)))
        return [self._spot(source, pages, locators, at) for at, source in enumerate(sources)]

    def _spot(
        self, source: str, pages: Sequence[int], locators: Mapping[str, Sequence[str]], at: int
    ) -> Spot:
        nl, en = (found[at] if found else "" for found in (locators[each] for each in LANGUAGES))
        return Spot(source, pages[at] if pages else 0, nl, en)

    def _sources(self, column: Column, cell: Cell) -> list[str]:
        found = []
        for term in self.values.read(cell, column):
            if isinstance(term, Refused):
                raise _At(column, term)
            found.append(term.value)
        return found

    def _pages(self, column: Column, cell: Cell) -> list[int]:
        return [self._page(column, part) for part in _aligned(column, cell)]

    def _page(self, column: Column, part: str) -> int:
        if part and not _PAGE.fullmatch(part):
            raise _At(column, Refused(filled(NOT_A_PAGE, part)))
        return int(part) if part else 0

    def _locators(self, column: Column, cell: Cell) -> list[str]:
        return [legible(part) for part in _aligned(column, cell)]

    def _cited(self, thing: str, spot: Spot) -> Iterator[ox.Triple]:
        known = self.places.find(spot)
        new = self.base + _named(spot, self.values.names.short(spot.source))
        place = ox.NamedNode(known.place if known else new)
        yield ox.Triple(ox.NamedNode(thing), _si("citation"), place)
        if known and known.is_shipped:
            return
        yield ox.Triple(place, _rdf("type"), _si("Citation"))
        yield ox.Triple(place, _si("inSource"), ox.NamedNode(spot.source))
        if spot.page:
            yield ox.Triple(place, _si("page"), ox.Literal(spot.page))
        for language, text in zip(LANGUAGES, (spot.nl, spot.en), strict=True):
            if text:
                yield ox.Triple(place, _si("locator"), ox.Literal(text, language=language))
        if not any(spot[1:]):
            status = known.status if known else _si("placeUnknown").value
            yield ox.Triple(place, _si("placeStatus"), ox.NamedNode(status))


class _At(Exception):
    """What cannot be taken, and in which column it stands."""

    def __init__(self, column: Column, refused: Refused) -> None:
        super().__init__(refused.reason.en)
        self.column, self.refused = column, refused


def _aligned(column: Column, cell: Cell) -> list[str]:
    """The parts of a cell with the empty ones in their places; none where all is empty."""
    if cell.trouble:
        raise _At(column, Refused(cell.trouble))
    parts: list[str] = []
    for value in cell.values:
        parts += [str(value)] if cell.listed else _BETWEEN.split(_text(value))
    found = [part.replace("\\;", ";").strip() for part in parts]
    return found if any(found) else []


def _text(value: Written) -> str:
    return str(value).replace("\r\n", "\n")


def _named(spot: Spot, source: str) -> str:
    """The last part of the IRI of a citation: its source, and the place in it."""
    parts = [slug(source)]
    if spot.page:
        parts.append(f"p{spot.page}")
    if spot.nl or spot.en:
        parts.append(slug(spot.nl or spot.en))
    return "-".join(parts if len(parts) > 1 else [*parts, "place-unknown"])


def _si(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SI + name)


def _rdf(name: str) -> ox.NamedNode:
    return ox.NamedNode(_RDF + name)
