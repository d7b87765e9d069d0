"""The desk at which an assistant asks: all tools over one graph, in both languages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pyoxigraph import NamedNode

import si_kg
from si_kg.assistant.answers import Answer, answered
from si_kg.assistant.asking import canned_tools, list_tool, query_tool, short, sparql_tool
from si_kg.assistant.classifying import classify_tool
from si_kg.assistant.defining import cite_tool, compare_tool, define_tool, find_tool
from si_kg.assistant.faults import ToolNotFound
from si_kg.assistant.guide import about
from si_kg.assistant.inputs import Arguments, read_arguments
from si_kg.assistant.sources import Origin, origin
from si_kg.assistant.tools import Card, Tool
from si_kg.errors import EndpointFailed
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.places import state_of
from si_kg.results import Table

# a longer list of options is named in the description, not spelled out
_MOST_CHOICES = 40


@dataclass(frozen=True)
class Service:
    """What is served, and how: all that a desk needs to be opened, in whatever process.

    No `themes` means all of them.
    """

    language: str
    place: str | Path | None = None
    themes: tuple[str, ...] = ()
    sparql: bool = False

    def opened(self) -> "StandingDesk":
        """The desk; raises what `si_kg.open` raises, and ThemeNotFound."""
        return StandingDesk(self)

    def desk(self) -> "Desk":
        """A desk over the graph as it is now; raises the same."""
        return Desk(self, si_kg.open(self.place, self.language))


class StandingDesk:
    """Passes calls on to a desk, and to another one once the graph has changed."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._state = state_of(service.place)
        self._desk = service.desk()

    def cards(self) -> Sequence[Card]:
        """As Desk does."""
        return self._current().cards()

    def call(self, name: str, given: Mapping[str, object]) -> Answer:
        """As Desk does."""
        return self._current().call(name, given)

    def about(self) -> str:
        """As Desk does."""
        return self._current().about()

    def portrait(self, thing: str) -> str:
        """As Desk does."""
        return self._current().portrait(thing)

    def _current(self) -> "Desk":
        state = state_of(self._service.place)
        if state != self._state:
            self._desk, self._state = self._service.desk(), state
        return self._desk


class Desk:
    """Answers calls of tools by name; `graph` is asked in the language of each call."""

    def __init__(self, service: Service, graph: KnowledgeGraph) -> None:
        self._language = service.language
        self._graphs = {
            language: KnowledgeGraph(graph.store, graph.catalogue, language)
            for language in LANGUAGES
        }
        self._graph = self._graphs[service.language]
        self._tools = {tool.name: tool for tool in self._served(service)}

    def cards(self) -> Sequence[Card]:
        """What there is to call."""
        return [tool.card(self._language) for tool in self._tools.values()]

    def call(self, name: str, given: Mapping[str, object]) -> Answer:
        """The answer of a tool.

        Raises ToolNotFound, ArgumentNotFound, ArgumentsMissing, ValueRefused, and what the
        question itself raises.
        """
        if name not in self._tools:
            raise ToolNotFound(name, self._tools)
        tool = self._tools[name]
        asked = read_arguments(name, tool.inputs, given, Arguments(self._language, limit=tool.page))
        graph = self._graphs[asked.language]
        found = tool.run(graph, asked)
        return answered(tool.title.in_(asked.language), found, asked, graph.store, self._origin)

    def about(self) -> str:
        """What the graph is, as Markdown."""
        return about(self._origin, self._language)

    def portrait(self, thing: str) -> str:
        """Everything about one thing, as Markdown; raises ThingNotFound or NameAmbiguous."""
        return self._graph.show(thing).write("md")

    @cached_property
    def _origin(self) -> Origin:
        return origin(self._graph.store)

    def _served(self, service: Service) -> Collection[Tool]:
        catalogue = self._graph.catalogue
        tools = [find_tool(), define_tool(), compare_tool(), classify_tool(), cite_tool()]
        tools.append(list_tool(catalogue))
        if service.themes:
            tools.append(query_tool())
        if service.sparql:
            tools.append(sparql_tool())
        return [*tools, *canned_tools(catalogue, service.themes, cache(self._choices))]

    def _choices(self, name: str) -> tuple[str, ...]:
        """The names of the options that a canned query lists; none where there are many.

        An endpoint that does not answer now may answer later: its lists are then left out.
        """
        try:
            found = self._graph.query(name, limit=_MOST_CHOICES + 1)
        except EndpointFailed:
            return ()
        if not isinstance(found, Table) or len(found) > _MOST_CHOICES:
            return ()
        things = (row[0] for row in found if isinstance(row[0], NamedNode))
        return tuple(dict.fromkeys(short(thing.value) for thing in things))
