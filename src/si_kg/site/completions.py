"""What the SPARQL editor offers while somebody types: prefixes, classes and properties."""

from si_kg.namespaces import PREFIXES, prologue, shorten
from si_kg.store import Store, rows

_EXAMPLE = "ex"
# the labels of a term in each language, or none
_USED = f"""
{prologue("rdfs")}
SELECT DISTINCT ?term ?kind ?label WHERE {{
  {{ SELECT DISTINCT ?term ("class" AS ?kind) WHERE {{ ?thing a ?term }} }}
  UNION
  {{ SELECT DISTINCT ?term ("property" AS ?kind) WHERE {{ ?thing ?term ?value }} }}
  OPTIONAL {{ ?term rdfs:label ?label . FILTER (LANG(?label) = "@lang") }}
}}
ORDER BY ?term ?kind ?label
"""


def completions(store: Store, language: str) -> dict[str, object]:
    """All prefixes, and each term that the graph uses: its CURIE, kind and label (or nothing)."""
    found: dict[str, dict[str, str]] = {}
    for term, kind, label in rows(store, _USED.replace("@lang", language)):
        name = shorten(term.value)
        if name != term.value:
            said = {"name": name, "kind": kind.value, "label": label.value if label else ""}
            found.setdefault(name, said)
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != _EXAMPLE}
    return {"prefixes": prefixes, "terms": list(found.values())}
