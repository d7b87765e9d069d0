"""The graph as a work to cite: what its own header says of it, and who added to it."""

from dataclasses import dataclass, replace
from datetime import date

import pyoxigraph as ox

from si_kg.citing.item import Item, on
from si_kg.language import Text, preferred
from si_kg.namespaces import ONTOLOGY, WORKSPACE, prologue, shorten
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
# a workspace describes itself and its state in a graph apart
_OWN = f"""
{prologue("dcterms", "owl", "prov", "rdfs", "void")}
SELECT ?identifier ?state ?moment ?who WHERE {{
  GRAPH <{WORKSPACE}> {{
    ?workspace a void:Dataset ;
      dcterms:identifier ?identifier ;
      owl:versionInfo ?state ;
      prov:generatedAtTime ?moment ;
      prov:wasAttributedTo/rdfs:label ?who .
  }}
}}
ORDER BY ?identifier
"""
_ADDED = Text(
    "met eigen toevoegingen van {} (werkruimte {}, stand {})",
    "with additions by {} (workspace {}, state {})",
)
_SHORT = 8


@dataclass(frozen=True)
class Work:
    """Title, makers by name, version and address of the graph; empty where the header is silent.

    Where somebody added to it, `added` says who, and title, makers and version tell it apart.
    """

    title: str
    authors: tuple[str, ...]
    publisher: str
    version: str
    address: str
    issued: date | None
    added: str = ""

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
        work = cls(
            title=first.get("dcterms:title", ""),
            authors=texts.get("dcterms:creator", ()),
            publisher=first.get("dcterms:publisher", ""),
            version=first.get("owl:versionInfo", ""),
            address=first.get("owl:versionIRI", _IRI),
            issued=_day(first.get("dcterms:issued", "")),
        )
        return work._with_additions(store, language)

    @property
    def shipped_version(self) -> str:
        """The version of the graph as it is without what was added."""
        return self.version.partition("+")[0]

    def _with_additions(self, store: Store, language: str) -> "Work":
        """The same work, or what a workspace made of it."""
        found = next(iter(rows(store, _OWN)), None)
        if found is None:
            return self
        identifier, state, moment, who = (term.value for term in found)
        short = identifier[:_SHORT]
        added = _ADDED.in_(language).format(who, short, state)
        return replace(
            self,
            title=f"{self.title}, {added}",
            authors=(*self.authors, who),
            version=f"{self.version}+workspace-{short}.{state}",
            issued=_day(moment[:10]),
            added=added,
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
        if self.publisher and not self.added and self.authors != (self.publisher,):
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
