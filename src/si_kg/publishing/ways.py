"""Two ways to put a graph into a store elsewhere: the Graph Store Protocol, and SPARQL update."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol
from urllib.parse import quote

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.publishing.faults import StagedInPart, WriteRefused
from si_kg.publishing.pieces import blank_nodes, pieces
from si_kg.publishing.sending import Sender
from si_kg.store.faults import EndpointDenied, EndpointUntrusted

_SERVER_ERROR = 500
Count = Callable[[ox.NamedNode], int]


class NotReplaced(Exception):
    """A graph was not replaced, or nobody knows.

    It is `untouched` where nothing was done to it, and `refused` where the store said no.
    """

    def __init__(self, fault: EndpointFailed, *, untouched: bool = False) -> None:
        super().__init__()
        self.fault = fault
        self.untouched = untouched or isinstance(fault, EndpointDenied | EndpointUntrusted)
        self.refused = _is_no(fault)


class Way(Protocol):
    """A protocol by which a store takes graphs."""

    def replace(self, graph: ox.NamedNode, triples: Sequence[ox.Triple]) -> None:
        """Make `graph` hold these triples and no others; raises NotReplaced."""


class GraphStore:
    """The SPARQL 1.1 Graph Store HTTP Protocol: one PUT for each graph, which may be repeated."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = f"{url}{'&' if '?' in url else '?'}graph="
        self._sender = Sender(url, seconds)

    def replace(self, graph: ox.NamedNode, triples: Sequence[ox.Triple]) -> None:
        """As Way says; N-Triples are Turtle, which every such store reads."""
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        url = self._url + quote(graph.value, safe="")
        try:
            self._sender.send("PUT", url, body, "text/turtle; charset=utf-8", again=True)
        except EndpointFailed as fault:
            raise NotReplaced(fault) from None


class Update:
    """SPARQL 1.1 Update: pieces into a staging graph beside, counted there, then one MOVE."""

    def __init__(self, url: str, seconds: float, count: Count) -> None:
        self._url = url
        self._sender = Sender(url, seconds)
        self._count = count

    def replace(self, graph: ox.NamedNode, triples: Sequence[ox.Triple]) -> None:
        """As Way says; the staging graph has the name of the graph and `.staging` behind it."""
        staging = ox.NamedNode(f"{graph.value}.staging")
        try:
            self._stage(staging, triples)
        except EndpointFailed as fault:
            self._clear(staging)
            raise NotReplaced(fault, untouched=True) from None
        try:
            # once: after a MOVE that worked, a second one would find nothing to move
            self._run(f"MOVE GRAPH {staging} TO GRAPH {graph}", again=False)
        except EndpointFailed as fault:
            if isinstance(fault, WriteRefused | EndpointDenied):
                self._clear(staging)  # not while a MOVE may still be at work
            raise NotReplaced(fault) from None

    def _stage(self, staging: ox.NamedNode, triples: Sequence[ox.Triple]) -> None:
        self._drop(staging)
        for piece in pieces(triples):
            lines = (ox.serialize(piece, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
            # twice the same triple is one triple; twice the same blank node is two
            again = not any(map(blank_nodes, piece))
            self._run(f"INSERT DATA {{ GRAPH {staging} {{\n{lines}}} }}", again=again)
        found = self._count(staging)
        if found != len(triples):
            raise StagedInPart(url=self._url, found=found, sent=len(triples))

    def _clear(self, staging: ox.NamedNode) -> None:
        with suppress(EndpointFailed):  # the next time clears it too
            self._drop(staging)

    def _drop(self, graph: ox.NamedNode) -> None:
        self._run(f"DROP SILENT GRAPH {graph}", again=True)

    def _run(self, text: str, *, again: bool) -> None:
        kind = "application/sparql-update; charset=utf-8"
        self._sender.send("POST", self._url, text.encode(), kind, again=again)


def _is_no(fault: EndpointFailed) -> bool:
    """Whether the store said that it would not; an error of its own tells less."""
    return isinstance(fault, WriteRefused) and int(str(fault.facts["status"])) < _SERVER_ERROR
