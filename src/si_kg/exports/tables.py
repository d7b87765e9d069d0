"""The graph as a package of tables, with the metadata that makes RDF of them again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from si_kg.citing.work import Work
from si_kg.exports.csvw import csv_of, described, in_both
from si_kg.exports.folders import save_together
from si_kg.exports.gathering import everything
from si_kg.exports.sheets import Listing, Sheet, sheets
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ONTOLOGY, prologue
from si_kg.query_layer import QueryLayer
from si_kg.store import Store, rows

METADATA = "csv-metadata.json"
_TITLE = Text("si-kg: sociale innovatie in tabellen", "si-kg: social innovation in tables")
_HEADER = f"""
{prologue("dcterms", "owl")}
SELECT DISTINCT ?property ?value {{
  VALUES ?property {{ dcterms:license owl:versionInfo owl:versionIRI dcterms:modified }}
  <{ONTOLOGY.removesuffix("#")}> ?property ?value
}}
ORDER BY ?property ?value
"""


@dataclass(frozen=True)
class Tables:
    """CSV files by name, and what they mean as CSVW metadata."""

    files: Mapping[str, bytes]
    metadata: Mapping[str, Any]

    @classmethod
    def of(cls, graph: QueryLayer) -> "Tables":
        """The things of the graph, a table for each kind; raises AnswerIncomplete."""
        found, listings = sheets(everything(graph.store))
        every: list[Sheet | Listing] = [*found, *listings]
        return cls(
            {f"{sheet.name}.csv": csv_of(sheet) for sheet in every},
            described(every, _header(graph.store)),
        )

    def save(self, place: Path) -> None:
        """Write a folder of files, or a ZIP file where the name ends in .zip.

        Raises FolderOfOthers where the folder holds something else, or FileUnwritable.
        """
        metadata = json.dumps(self.metadata, ensure_ascii=False, indent=1).encode() + b"\n"
        save_together({METADATA: metadata, **self.files}, place, METADATA)


def _header(store: Store) -> dict[str, Any]:
    """Title, licence and version of the graph, as far as its own header says them."""
    said: dict[str, Any] = {"dc:title": in_both(_TITLE), "dc:language": list(LANGUAGES)}
    names = {"license": "dc:license", "versionInfo": "schema:version"}
    names |= {"versionIRI": "dc:source", "modified": "dc:modified"}
    for of, value in rows(store, _HEADER):
        name = next(names[end] for end in names if of.value.endswith(end))
        is_thing = isinstance(value, ox.NamedNode)
        said.setdefault(name, {"@id": value.value} if is_thing else value.value)
    return said | _of_additions(store, said)


def _of_additions(store: Store, said: dict[str, Any]) -> dict[str, Any]:
    """What is different where somebody added to the graph; their licences are their own."""
    dutch, english = (Work.from_store(store, language) for language in LANGUAGES)
    if not dutch.added:
        return {}
    said.pop("dc:license", None)
    title = Text(f"{_TITLE.nl}, {dutch.added}", f"{_TITLE.en}, {english.added}")
    return {"dc:title": in_both(title), "schema:version": dutch.version}
