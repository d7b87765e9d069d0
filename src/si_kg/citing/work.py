"""The graph as a work to cite: what its own header says of it."""

from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from si_kg.citing.item import Item, on
from si_kg.language import preferred
from si_kg.namespaces import ONTOLOGY, prologue, shorten
from si_kg.store import Store, rows

_IRI = ONTOLOGY.removesuffix("#")
_HEADER = f"""
{prologue("dcterms", "foaf", "owl", "rdfs")}
SELECT ?property ?value ?name WHERE {{
  VALUES ?property {{
    dcterms:title dcterms:creator dcterms:publisher dcterms:issued owl:versionInfo owl:versionIRI
  }}
  <{_IRI}> ?property ?value .
  OPTIONAL {{ ?value rdfs:label|foaf:name ?name }}
}}
"""


@dataclass(frozen=True)
class Work:
    """Title, makers by name, version and address of the graph; empty where the header is silent."""

    title: str
    authors: tuple[str, ...]
    publisher: str
    version: str
    address: str
    issued: date | None

    @classmethod
    def from_store(cls, store: Store, language: str) -> "Work":
        """What the header of the ontology in the store says, in `language` where it can."""
        said: dict[str, dict[str, dict[str, str]]] = {}
        for prop, value, name in rows(store, _HEADER):
            shown = name if isinstance(name, ox.Literal) else value
            tag = (shown.language or "") if isinstance(shown, ox.Literal) else ""
            thing = value.value if isinstance(value, ox.NamedNode) else ""
            said.setdefault(shorten(prop.value), {}).setdefault(thing, {})[tag] = shown.value
        texts = {
            prop: tuple(sorted(preferred(each, language) for each in things.values()))
            for prop, things in said.items()
        }
        first = {prop: found[0] for prop, found in texts.items()}
        return cls(
            title=first.get("dcterms:title", ""),
            authors=texts.get("dcterms:creator", ()),
            publisher=first.get("dcterms:publisher", ""),
            version=first.get("owl:versionInfo", ""),
            address=first.get("owl:versionIRI", _IRI),
            issued=_day(first.get("dcterms:issued", "")),
        )

    def within(self, item: Item) -> Item:
        """The same reference, to something that is part of this work."""
        whole: Item = {**item}
        if self.authors:
            whole["author"] = [{"literal": name} for name in self.authors]
        if self.issued:
            whole["issued"] = on(self.issued)
        if self.title:
            whole["container-title"] = self.title
        if self.publisher and self.authors != (self.publisher,):
            whole["publisher"] = self.publisher
        if self.version:
            whole["version"] = self.version
        return whole

    def item(self, language: str, day: date) -> Item:
        """The work itself as a data set, read on this day."""
        item = self.within({"id": "si-kg", "type": "dataset", "language": language})
        if "container-title" in item:
            item["title"] = item.pop("container-title")
        return {**item, "URL": self.address, "accessed": on(day)}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
