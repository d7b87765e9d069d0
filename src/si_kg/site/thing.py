"""A thing of the graph, at the address with its name."""

from si_kg.errors import ThingNotFound
from si_kg.namespaces import ID
from si_kg.parameters import iri
from si_kg.site.kinds import page_for
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.things import known_names


def thing(place: Place) -> View:
    """The page made for its kind; raises ThingNotFound with the nearest names."""
    store, name = place.graph.store, place.visit.name
    try:
        known = bool(store.query(f"ASK {{ {iri(ID + name)} ?property ?value }}"))
    except ValueError:
        known = False
    if not known:
        raise ThingNotFound(name, known_names(store))
    return page_for(store, ID + name)(place, ID + name)
