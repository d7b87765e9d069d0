"""Forms that somebody added, as references: what the workspace recorded of them, and no more."""

from collections.abc import Collection
from datetime import date

from si_kg.citing.item import Item, on
from si_kg.descriptions import Description
from si_kg.namespaces import WORKSPACE, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows

FILE = "prov:alternateOf"  # from a form as a source to that form as a file
_ADDED = f"""
{prologue("prov", "rdfs")}
SELECT ?file ?name ?moment ?who WHERE {{
  VALUES ?file {{ @files }}
  GRAPH <{WORKSPACE}> {{
    ?addition prov:wasDerivedFrom ?file ;
      prov:generatedAtTime ?moment ;
      prov:wasAttributedTo/rdfs:label ?who .
    ?file rdfs:label ?name .
  }}
}}
"""


def added_forms(store: Store, sources: Collection[Description]) -> dict[str, Item]:
    """Those of the sources that are such a form, by IRI: what it is, who added it, on which day.

    The descriptions hold the label of the source and its FILE.
    """
    forms = {file.iri: said for said in sources for file in said.works(FILE)}
    if not forms:
        return {}
    asked = _ADDED.replace("@files", " ".join(map(iri, sorted(forms))))
    return {
        forms[file.value].thing: _item(forms[file.value], name.value, moment.value, who.value)
        for file, name, moment, who in rows(store, asked)
    }


def _item(said: Description, name: str, moment: str, who: str) -> Item:
    return {
        "id": said.thing,
        "type": "document",
        "title": f"[{said.text('rdfs:label')} ({name})]",
        "language": said.language,
        "author": [{"literal": who}],
        "issued": on(date.fromisoformat(moment[:10])),
    }
