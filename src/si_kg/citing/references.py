"""What can be cited by itself: sources, concepts and definitions of the graph, and the graph."""

from collections.abc import Iterator, Sequence

from si_kg.citing.answers import today
from si_kg.citing.entries import entry
from si_kg.citing.faults import NotCitable, NothingToCite
from si_kg.citing.item import Item
from si_kg.citing.sources import every_reference, reference
from si_kg.citing.work import Work
from si_kg.namespaces import ID, ONTOLOGY, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.things import find

GRAPH = "graph"  # the name by which the data set is asked for
_SOURCE = ONTOLOGY + "Source"
_KINDS = f"""
{prologue("si")}
SELECT ?kind WHERE {{ @thing a ?kind VALUES ?kind {{ si:Source si:Concept si:Definition }} }}
ORDER BY ?kind
"""
_GROUNDS = f"""
{prologue("si")}
SELECT DISTINCT ?source WHERE {{ @thing si:originalSource|(si:citation/si:inSource) ?source }}
ORDER BY ?source
"""


def references(
    store: Store, names: Sequence[str], language: str, *, every_source: bool = False
) -> list[Item]:
    """What these names name, each once; then every source, where asked; else the data set.

    Raises ThingNotFound, NameAmbiguous, NotCitable or NothingToCite.
    """
    found: dict[str, Item] = {}
    wanted = names if names or every_source else [GRAPH]
    for name in wanted:
        found |= dict(_named(store, name, language))
    if every_source:
        found |= every_reference(store, language)
    return list(found.values())


def _named(store: Store, name: str, language: str) -> Iterator[tuple[str, Item]]:
    if name == GRAPH:
        yield name, Work.from_store(store, language).item(language, today())
        return
    thing = find(store, name)
    kinds = _all(store, _KINDS, thing)
    if _SOURCE in kinds:
        yield thing, reference(store, thing, language)
    elif kinds:
        yield thing, entry(store, thing, language, today())
    elif sources := _all(store, _GROUNDS, thing):
        shown = " ".join(source.removeprefix(ID) for source in sources)
        raise NotCitable(thing=name, sources=shown)
    else:
        raise NothingToCite(thing=name)


def _all(store: Store, text: str, thing: str) -> list[str]:
    return [row[0].value for row in rows(store, text.replace("@thing", iri(thing)))]
