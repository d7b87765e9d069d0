"""Fill forms in with what an addition says, so that it can be changed and read again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from si_kg.intake.forms.columns import CITING, OTHER, Column, Form, Sort
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.known_places import KnownPlaces, Spot
from si_kg.intake.forms.offers import Offers
from si_kg.intake.forms.sheets import Written
from si_kg.intake.forms.words import TRUTHS
from si_kg.namespaces import PREFIXES
from si_kg.search_index import fold

_RDF, _SI, _XSD = PREFIXES["rdf"], PREFIXES["si"], PREFIXES["xsd"]
FIRST = f"{_RDF}first"
_TYPE = ox.NamedNode(f"{_RDF}type")
_CITATION = ox.NamedNode(f"{_SI}citation")

# what stands in each column of a row, one value or several
Filled = Mapping[str, Sequence[Written]]
Said = Mapping[ox.NamedNode | ox.BlankNode, Mapping[str, Sequence[object]]]


class Filling:
    """Fills in forms; `form_source` is the source (IRI) that a form itself was."""

    def __init__(
        self, forms: Forms, offers: Offers, places: KnownPlaces, base: str, form_source: str
    ) -> None:
        self._forms, self._offers, self._places = forms, offers, places
        self._base, self._form_source = base, form_source

    def rows(self, triples: Sequence[ox.Triple]) -> dict[str, list[Filled]]:
        """The rows of each form (by its name), sorted by id."""
        said = described(triples)
        found: dict[str, list[Filled]] = {form.name: [] for form in self._forms.all}
        for thing in sorted((each for each in said if isinstance(each, ox.NamedNode)), key=str):
            form = self._form(said[thing])
            if form and thing.value != self._form_source:
                found[form.name].append(self._row(thing, form, said))
        return found

    def _form(self, facts: Mapping[str, Sequence[object]]) -> Form | None:
        """The form for a thing, the most telling first: a criterion is a concept too."""
        kinds = {getattr(kind, "value", "") for kind in facts.get(_TYPE.value, ())}
        fitting = [form for form in self._forms.all if kinds & self._of(form)]
        return min(fitting, key=lambda form: not form.selection.kinds, default=None)

    def _of(self, form: Form) -> set[str]:
        chosen = form.selection.kinds and self._forms.kinds(form.selection)
        return set(chosen or self._forms.terms.subclasses(form.selection.about))

    def _row(self, thing: ox.NamedNode, form: Form, said: Said) -> Filled:
        facts = said[thing]
        found: dict[str, Sequence[Written]] = {
            column.name: list(self._cell(thing, column, facts, said))
            for column in form.columns
            if column.sort not in CITING
        }
        return {**found, **self._cited(form, facts.get(_CITATION.value, ()), said)}

    def _cell(
        self, thing: ox.NamedNode, column: Column, facts: Mapping[str, Sequence[object]], said: Said
    ) -> Iterator[Written]:
        if column.sort is Sort.IDENTIFIER:
            yield thing.value.removeprefix(self._base)
            return
        values = facts.get(column.of, ())
        if column.sort is Sort.KIND:
            kinds = [kind.value for kind in values if isinstance(kind, ox.NamedNode)]
            yield from sorted(map(self._offers.kind, set(kinds) & set(column.values)))
        elif column.sort is Sort.NAMES:
            yield from (
                self._thing(each, column)
                for cell in cells_of(values, said)
                for each in said[cell].get(FIRST, ())
            )
        elif column.sort is Sort.THING:
            yield from sorted((self._thing(each, column) for each in values), key=fold)
        else:
            found = [self._plain(value, column) for value in values]
            yield from sorted((each for each in found if each is not None), key=str)

    def _thing(self, value: object, column: Column) -> str:
        return self._offers.name(value.value, column) if isinstance(value, ox.NamedNode) else ""

    def _plain(self, value: object, column: Column) -> Written | None:
        if isinstance(value, ox.NamedNode):
            return value.value if column.sort is Sort.ADDRESS else None
        if not isinstance(value, ox.Literal) or column.sort is Sort.ADDRESS:
            return None
        if column.language == OTHER:
            other = value.language and value.language not in {"nl", "en"}
            return f"{value.language}: {value.value}" if other else None
        if (value.language or "") != column.language:
            return None
        return self._typed(value)

    def _typed(self, value: ox.Literal) -> Written:
        match value.datatype.value.removeprefix(_XSD):
            case "integer" | "decimal":
                return Decimal(value.value)
            case "gYear" if value.value.isdecimal():
                return int(value.value)
            case "date":
                return date.fromisoformat(value.value)
            case "boolean":
                return TRUTHS[value.value == "true"].in_(self._offers.language)
            case _:
                return value.value

    def _cited(self, form: Form, places: Sequence[object], said: Said) -> Filled:
        """The source, page and place of each citation, at the same place in each cell."""
        own = [self._spot(place, said) for place in places if isinstance(place, ox.NamedNode)]
        spots = sorted(spot for spot in own if spot and spot.source != self._form_source)
        columns = {column.name: column for column in form.columns if column.sort in CITING}
        if not spots:
            return {}
        pages: list[Written] = [str(spot.page or "") for spot in spots]
        texts = {"locator_nl": [spot.nl for spot in spots], "locator_en": [s.en for s in spots]}
        return {
            "source": [self._offers.name(spot.source, columns["source"]) for spot in spots],
            "page": pages if any(pages) else [],
            **{name: found if any(found) else [] for name, found in texts.items()},
        }

    def _spot(self, place: ox.NamedNode, said: Said) -> Spot | None:
        facts = said.get(place)
        if facts is None:
            return self._places.spot(place.value)
        source = facts.get(f"{_SI}inSource", [None])[0]
        if not isinstance(source, ox.NamedNode):
            return None
        pages = [each.value for each in facts.get(f"{_SI}page", ()) if isinstance(each, ox.Literal)]
        texts = {
            each.language: each.value
            for each in facts.get(f"{_SI}locator", ())
            if isinstance(each, ox.Literal)
        }
        page = int(pages[0]) if pages and pages[0].isdecimal() else 0
        return Spot(source.value, page, texts.get("nl", ""), texts.get("en", ""))


def described(triples: Sequence[ox.Triple]) -> Said:
    """What is said of each thing, by property (IRI)."""
    said: dict[ox.NamedNode | ox.BlankNode, dict[str, list[object]]] = {}
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode | ox.BlankNode):
            facts = said.setdefault(triple.subject, {})
            facts.setdefault(triple.predicate.value, []).append(triple.object)
    return said


def cells_of(values: Sequence[object], said: Said) -> Iterator[ox.NamedNode | ox.BlankNode]:
    """The cells of a list of RDF, in order; one that bites its tail ends there."""
    cell = next(iter(values), None)
    seen = set()
    while isinstance(cell, ox.BlankNode | ox.NamedNode) and cell in said and cell not in seen:
        seen.add(cell)
        yield cell
        cell = next(iter(said[cell].get(f"{_RDF}rest", ())), None)
