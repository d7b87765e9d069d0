"""Where a store elsewhere is asked, and where it is written to."""

from dataclasses import dataclass
from typing import Self

from si_kg.store.credentials import authorization
from si_kg.workspace.remote.faults import WhereToUpdate

_ASK, _UPDATE, _STORE = "/query", "/update", "/store"  # as Oxigraph names them


@dataclass(frozen=True)
class Address:
    """The SPARQL endpoint that answers, the one that takes updates, and the graph store, if any.

    Without a graph store, large changes go by update as well. Who asks is known from the
    environment, and never stands in an address.
    """

    endpoint: str
    update: str
    graph_store: str | None = None

    @classmethod
    def given(
        cls, endpoint: str, update: str | None = None, graph_store: str | None = None
    ) -> Self:
        """As much as somebody named; the rest is where Oxigraph has it, beside `/query`.

        Raises WhereToUpdate, or what signing in raises.
        """
        beside = endpoint.removesuffix(_ASK)
        is_oxigraph = beside != endpoint
        if update is None and not is_oxigraph:
            raise WhereToUpdate(url=endpoint)
        if update is None and graph_store is None:
            graph_store = beside + _STORE
        for url in filter(None, (endpoint, update, graph_store)):
            authorization(url)
        return cls(endpoint, update or beside + _UPDATE, graph_store)
