"""The data set as a source, and each row of it as a place where things are stated."""

from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from si_kg.citing.item import Item
from si_kg.intake.bibliographies.records import Records, term
from si_kg.intake.blank_nodes import renamed
from si_kg.intake.corpora import words
from si_kg.intake.corpora.mapping import Table
from si_kg.intake.forms.slugs import slug
from si_kg.intake.telling import filled
from si_kg.language import LANGUAGES

_CITATION = term("si:citation")


class Citing:
    """Citations of a data set in one addition, as a work under the base IRI.

    The work is called after the addition, unless it has an id of its own.
    """

    def __init__(self, work: Item, base: str, addition: str) -> None:
        self._work, self._base, self._addition = work, base, addition
        self._records = Records(base, {})
        self._key = work["id"] or f"table-{addition}"
        self._source = self._records.source(self._key)

    def source(self) -> Iterator[ox.Triple]:
        """The record of the data set: the same in each addition where it has an id of its own."""
        record = self._records.triples(self._key, self._work)
        yield from renamed(list(record), self._source.value)

    def row(
        self, table: Table, key: Mapping[str, str], number: int, things: Sequence[ox.NamedNode]
    ) -> Iterator[ox.Triple]:
        """That the things are stated in this row, known by its key or else by its number.

        A table that names its citations itself gets no others.
        """
        if not things or any(column.property == _CITATION for column in table.columns):
            return
        shown = ", ".join(f"{name} {text}" for name, text in key.items())
        text = filled(
            words.ROW_PLACE if key else words.ROW_NUMBER, table=table.name, key=shown, row=number
        )
        known = slug(f"{table.name} {shown or number}")
        place = ox.NamedNode(f"{self._base}row-{slug(self._addition)}-{known}")
        yield ox.Triple(place, term("rdf:type"), term("si:Citation"))
        yield ox.Triple(place, term("si:inSource"), self._source)
        for language in LANGUAGES:
            said = ox.Literal(text.in_(language), language=language)
            yield ox.Triple(place, term("si:locator"), said)
        for thing in things:
            yield ox.Triple(thing, _CITATION, place)
