"""The programmes that pay for innovation, and how each of them treats definitions."""

from collections.abc import Mapping
from dataclasses import dataclass

from si_kg.assessment.instruments import NOTHING
from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.store import Store, rows
from si_kg.untranslated import texts

_HEAD = f"""
{prologue("rdfs", "si", "skos")}
"""
_PROGRAMMES = f"""{_HEAD}
SELECT DISTINCT ?programme ?treatment ?start ?end
WHERE {{
  ?programme si:hasDefinitionRelation ?treatment .
  OPTIONAL {{ ?programme si:startYear|si:startDate ?first . BIND (STR(?first) AS ?start) }}
  OPTIONAL {{ ?programme si:endYear|si:endDate ?last . BIND (STR(?last) AS ?end) }}
}}
ORDER BY ?programme
"""
_TREATED = "?thing si:hasDefinitionRelation ?treatment ."
_TREATMENTS = "?programme si:hasDefinitionRelation ?thing ."
_USES = f"""{_HEAD}
SELECT DISTINCT ?programme ?definition ?prescribed
WHERE {{
  {{ ?programme si:usesDefinition ?definition }} UNION
  {{ ?programme si:prescribesDefinition ?definition }}
  BIND (EXISTS {{ ?programme si:prescribesDefinition ?definition }} AS ?prescribed)
}}
ORDER BY ?programme DESC(?prescribed) ?definition
"""


@dataclass(frozen=True)
class Programme:
    """A programme, how it treats definitions (IRI and texts), and what applicants make of that.

    `prescribed` and `used` are definitions (IRIs): those that bind applicants, and the others.
    `start` and `end` are a year or a date, empty where the graph does not know them.
    """

    iri: str
    label: Text
    relation: str
    treatment: Text
    treatment_means: Text
    advice: Text
    start: str
    end: str
    prescribed: tuple[str, ...]
    used: tuple[str, ...]


def read_programmes(store: Store) -> Mapping[str, Programme]:
    """Under its IRI each programme of which the graph tells how it treats definitions."""
    names, advice = texts(store, _TREATED), texts(store, _TREATED, "si:meaningForApplicant")
    treatments, means = texts(store, _TREATMENTS), texts(store, _TREATMENTS, "skos:definition")
    uses: dict[tuple[str, bool], list[str]] = {}
    for which, definition, prescribed in rows(store, _USES):
        key = which.value, prescribed.value == "true"
        uses.setdefault(key, []).append(definition.value)
    return {
        which.value: Programme(
            which.value,
            names[which.value],
            relation.value,
            treatments[relation.value],
            means[relation.value],
            advice.get(which.value, NOTHING),
            start.value if start else "",
            end.value if end else "",
            tuple(uses.get((which.value, True), ())),
            tuple(uses.get((which.value, False), ())),
        )
        for which, relation, start, end in rows(store, _PROGRAMMES)
        if which.value in names
    }
