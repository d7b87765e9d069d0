"""Where a page is made: the graph, what the address asks, and how much may be given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, urlencode

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES


class Upload(NamedTuple):
    """A file that was sent: what it is called where it came from, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Visit:
    """What the address of a page says, apart from how it travelled.

    `path` is what follows the language, without a slash at either end; `pairs` are the parameters
    in order. `cookie` is what the browser keeps for us: the names of definitions in the basket.
    `added` says that the graph holds more than what is shipped, under other licences.
    """

    language: str
    path: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    base: str = ""
    cookie: tuple[str, ...] = ()
    posted: tuple[tuple[str, str], ...] | None = None
    files: tuple[Upload, ...] = ()
    added: bool = False

    @property
    def page(self) -> str:
        """The first part of the path: which page it is."""
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        """What follows that: what the page is about; empty for a page about all."""
        return self.path.partition("/")[2]

    def one(self, name: str, default: str = "") -> str:
        """The last value of a parameter, without spaces around it."""
        return next((v.strip() for each, v in reversed(self.pairs) if each == name), default)

    def many(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter that is not empty, each once."""
        found = (value.strip() for each, value in self.pairs if each == name)
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def address(self) -> str:
        """The address of this page on its server, in its language."""
        return self.in_language(self.language)

    def in_language(self, language: str) -> str:
        """The address of the same page in this language."""
        query = f"?{urlencode(self.pairs)}" if self.pairs else ""
        return f"/{language}/{quote(self.path)}{query}"

    @cached_property
    def others(self) -> tuple[tuple[str, str], ...]:
        """The other languages, each with the address of this page in it."""
        return tuple((each, self.in_language(each)) for each in LANGUAGES if each != self.language)


@dataclass(frozen=True)
class Limits:
    """How many rows an answer may have, and how long a query may take; nothing else is bounded."""

    rows: int = 10_000
    seconds: float = 10.0


@dataclass(frozen=True)
class Place:
    """A visit, and the graph to answer it from, which speaks the language of the visit."""

    graph: KnowledgeGraph
    visit: Visit
    limits: Limits = field(default_factory=Limits)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.visit.language

    def records(self, query: str, values: Mapping[str, str] | None = None) -> list[dict[str, str]]:
        """The rows of a canned query that selects, as texts by column; empty where unbound.

        Raises what `KnowledgeGraph.query` raises.
        """
        found = self.graph.query(query, values or {}).records()  # type: ignore[union-attr]
        return [{name: str(value or "") for name, value in row.items()} for row in found]
