"""The desk at which every call is answered, in whatever process it stands."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server import (
    canned,
    completing,
    descriptions,
    feed,
    finding,
    graph_store,
    linked_data,
    listing,
    mappings,
    people,
    plans,
    reconcile,
    shapes,
    sparql,
    studio,
)
from si_kg.server.call import Call, Reply
from si_kg.server.compression import compressed
from si_kg.server.faults import ServerBroken
from si_kg.server.problems import problem
from si_kg.server.room import Room
from si_kg.server.settings import Settings

ANSWERS: Mapping[str, Callable[[Room, Call], Reply]] = {
    "home": listing.home,
    "page": people.page,
    "sparql-page": people.page,
    "sparql": sparql.answer,
    "graphs": graph_store.indirect,
    "graph": graph_store.direct,
    "dump": graph_store.dump,
    "thing": linked_data.thing,
    "ontology": linked_data.ontology,
    "dataset": descriptions.dataset,
    "shapes": shapes.shapes,
    "changes": feed.changes,
    "mapping-sets": mappings.listed,
    "mappings": mappings.mapping_set,
    "queries": listing.queries,
    "query": canned.answer,
    "cited": canned.cited,
    "openapi": listing.api,
    "find": finding.find,
    "ask": finding.ask,
    "classify": finding.classify,
    "cite": finding.cite,
    "completions": completing.answer,
    "picture": studio.picture,
    "document": studio.document,
    "assessment": plans.document,
    "form": plans.form,
    "reconcile": reconcile.answer,
    "preview": reconcile.preview,
    "properties": reconcile.properties,
    "suggest": reconcile.suggest,
    "flyout": reconcile.flyout,
}
# those that run SPARQL of the client's own, which may take as long as it likes
OWN_QUERY: frozenset[str] = frozenset(["sparql", "sparql-page"])
# those that draw or typeset: slow, and in a process apart
STUDIO: frozenset[str] = frozenset(["picture", "document", "assessment"])


class Desk:
    """Answers calls about a graph as it is now; what is wrong with a call is an answer too."""

    def __init__(self, opening: "Opening") -> None:
        self._opening = opening
        self._room = opening.room()

    def answer(self, name: str, call: Call) -> Reply:
        """The reply to a call, by the name of what answers it in ANSWERS."""
        language = self._opening.settings.language
        try:
            return compressed(ANSWERS[name](self._current_room(), call), call)
        except SiKgError as error:
            # not kept: rows in its traceback may not leave this thread
            return problem(error, call, language)
        except Exception:
            logging.getLogger("si_kg.server").exception("%s failed", name)
            return problem(ServerBroken(), call, language)

    def _current_room(self) -> Room:
        if self._opening.state() != self._room.state:
            self._room = self._opening.room()
        return self._room


@dataclass(frozen=True)
class Opening:
    """How a desk is opened, in whatever process.

    `graph` makes the graph that it answers from, anew where what `state` gives has changed.
    """

    graph: Callable[[], KnowledgeGraph]
    settings: Settings
    state: Callable[[], str] = str

    def opened(self) -> Desk:
        """The desk; raises what making the graph raises."""
        return Desk(self)

    def room(self) -> Room:
        """The graph as it is now, or newer than the room says; raises what making it raises."""
        state = self.state()
        return Room(self.graph(), self.settings, state)
