"""The canned queries at their addresses: `q/` for the list, `q/NAME` for one."""

from si_kg.errors import QueryNotFound
from si_kg.site.place import Place
from si_kg.site.queries.list_page import absent_page, list_page
from si_kg.site.queries.query_page import query_page
from si_kg.site.view import View


def queries(place: Place) -> View:
    """The page of the query that the address names, or the list."""
    if not place.visit.name:
        return list_page(place)
    try:
        query = place.graph.catalogue[place.visit.name]
    except QueryNotFound as error:
        return absent_page(place, error)
    return query_page(place, query)
