"""Find the thing that a user means: by IRI, CURIE, slug, or label in either language."""

from collections.abc import Collection, Iterable

from si_kg.errors import NameAmbiguous, ThingNotFound
from si_kg.namespaces import ID, expand, prologue, shorten
from si_kg.parameters import iri, literal
from si_kg.store import Store, rows

_NAMES = f"""
{prologue("rdfs", "si", "skos")}
# a criterion often carries the name of a concept: whoever names it means the concept
SELECT ?thing ?label (?rank + IF(EXISTS {{ ?thing a si:Criterion }}, 2, 0) AS ?order) WHERE {{
  VALUES (?property ?rank) {{
    (rdfs:label 0) (skos:prefLabel 0) (skos:altLabel 1) (skos:hiddenLabel 1)
    (skos:notation 1) (si:abbreviation 1) (si:formerName 1)
  }}
  ?thing ?property ?label .
  FILTER (isIRI(?thing))
"""


def find(store: Store, name: str, allowed: Collection[str] | None = None) -> str:
    """The IRI of the one thing that `name` names, among `allowed` where that is given.

    Raises ThingNotFound with the nearest names, or NameAmbiguous with the things it may be.
    """
    direct = next((known for known in _written(name) if _exists(store, known)), None)
    if direct and (allowed is None or direct in allowed):
        return direct
    found = _labelled(store, name, allowed)
    if not found:
        raise ThingNotFound(name, known_names(store, allowed))
    if len(found) > 1:
        raise NameAmbiguous(name=name, things=", ".join(map(shorten, found)))
    return found[0]


def known_names(store: Store, allowed: Collection[str] | None = None) -> list[str]:
    """All labels and slugs, of all things or of those in `allowed`."""
    labels: set[str] = set()
    listed = None if allowed is None else frozenset(allowed)
    for thing, label, _ in _names(store, _NAMES + "}"):
        if listed is None or thing in listed:
            labels |= {label, thing.removeprefix(ID)}
    return sorted(labels)


def _written(name: str) -> Iterable[str]:
    """The IRIs that `name` may be as it is written."""
    bare = name.removeprefix("<").removesuffix(">")
    for candidate in (bare, expand(name), ID + name):
        if candidate and _is_iri(candidate):
            yield candidate


def _is_iri(text: str) -> bool:
    try:
        return bool(iri(text))
    except ValueError:
        return False


def _exists(store: Store, thing: str) -> bool:
    return bool(store.query(f"ASK {{ {iri(thing)} ?property ?value }}"))


def _labelled(store: Store, name: str, allowed: Collection[str] | None) -> list[str]:
    """The things whose label is `name`, only those that fit best."""
    try:
        wanted = literal(name.strip())
    except ValueError:
        return []
    same = f"FILTER (LCASE(STR(?label)) = LCASE({wanted})) }}"
    best: dict[str, tuple[bool, int, bool]] = {}
    for thing, label, rank in _names(store, _NAMES + same):
        if allowed is None or thing in allowed:
            fit = (not thing.startswith(ID), rank, label != name)
            best[thing] = min(fit, best.get(thing, fit))
    return sorted(thing for thing, fit in best.items() if fit == min(best.values()))


def _names(store: Store, text: str) -> Iterable[tuple[str, str, int]]:
    for thing, label, rank in rows(store, text):
        yield thing.value, label.value, int(rank.value)
