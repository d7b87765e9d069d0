"""The sources that a document cites, gathered while it is written."""

from collections.abc import Sequence
from dataclasses import replace

from si_kg.citing.additions import FILE
from si_kg.citing.item import Item
from si_kg.citing.sources import reference
from si_kg.descriptions import described_one
from si_kg.documents.elements import Inline, Mention, cited
from si_kg.namespaces import ONTOLOGY
from si_kg.store import Store

_INCOMPLETE = f"{ONTOLOGY}incomplete"


class Bibliography:
    """Cites sources (IRIs) in the text, and knows in the end what belongs in the reference list."""

    def __init__(self, store: Store, language: str) -> None:
        self.language = language
        self._store = store
        self._sources: dict[str, Item] = {}

    def cite(self, mentions: Sequence[Mention]) -> list[Inline]:
        """The sources in one citation, in the order in which they are to stand, if any."""
        if not mentions:
            return []
        return [cited([replace(each, source=self._item(each.source)["id"]) for each in mentions])]

    def items(self) -> tuple[Item, ...]:
        """Every source that was cited, each once."""
        return tuple(self._sources.values())

    def incomplete(self) -> tuple[str, ...]:
        """The short names of the sources of which the graph does not know all."""
        properties = ("rdfs:label", "si:recordStatus", FILE)
        said = [
            described_one(self._store, source, properties, self.language)
            for source in self._sources
        ]
        return tuple(
            each.text("rdfs:label") or ""
            for each in said
            if _INCOMPLETE in {status.iri for status in each.things("si:recordStatus")}
            and not each.works(FILE)  # a form, known by the record of its addition
        )

    def _item(self, source: str) -> Item:
        if source not in self._sources:
            self._sources[source] = reference(self._store, source, self.language)
        return self._sources[source]
