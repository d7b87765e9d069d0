"""Definitions as rows: one line each, for a spreadsheet or a program."""

from collections.abc import Iterable, Iterator

from si_kg.definitions.stated import StatedDefinition
from si_kg.documents.choosing import Chosen
from si_kg.documents.places import mentions
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY
from si_kg.results import Table
from si_kg.store import Store

_TITLES = {
    "concept": Text("Begrip", "Concept"),
    "language": Text("Taal", "Language"),
    "definition": Text("Definitie", "Definition"),
    "code": Text("Code", "Code"),
    "authors": Text("Auteurs", "Authors"),
    "year": Text("Jaar", "Year"),
    "scope": Text("Soort", "Scope"),
    "verification": Text("Gelezen", "Read"),
    "quotation": Text("Citaat", "Quotation"),
    "quotationLanguage": Text("Taal van het citaat", "Language of the quotation"),
    "translation": Text("Vertaling door si-kg", "Translation by si-kg"),
    "paraphrase": Text("Parafrase door si-kg", "Paraphrase by si-kg"),
    "plain": Text("In gewone taal", "In plain language"),
    "places": Text("Vindplaats", "Place"),
    "sources": Text("Bron", "Source"),
    "reason": Text("Waarom deze keuze", "Why this choice"),
    "iri": Text("Adres", "Address"),
}


def definition_rows(store: Store, chosen: Iterable[Chosen]) -> Table:
    """A row for each chosen definition, in the language in which it was chosen."""
    return Table.from_values(_TITLES, _rows(store, chosen))


def _rows(store: Store, chosen: Iterable[Chosen]) -> Iterator[tuple[str | int | None, ...]]:
    for each in chosen:
        for definition in each.definitions:
            yield _row(store, each, definition)


def _row(
    store: Store, chosen: Chosen, definition: StatedDefinition
) -> tuple[str | int | None, ...]:
    quotation = definition.quotations[0] if definition.quotations else None
    language = chosen.concept.language
    where = mentions(store, definition.iri, language)
    return (
        chosen.concept.label,
        language,
        definition.label,
        definition.notation,
        "; ".join(author.label for author in definition.authors),
        definition.year,
        definition.scope.label if definition.scope else None,
        definition.verification.iri.removeprefix(ONTOLOGY) if definition.verification else None,
        quotation.text if quotation else None,
        quotation.language if quotation else None,
        definition.translation,
        definition.paraphrase,
        chosen.concept.plain,
        "; ".join(mention.locator for mention in where if mention.locator) or None,
        "; ".join(map(str, definition.sources)) or None,
        chosen.reason,
        definition.iri,
    )
