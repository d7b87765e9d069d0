"""Lay a large change in a store elsewhere, in pieces, where it does not count yet."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import islice
from time import monotonic

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.progress import Progress, Tell
from si_kg.publishing.pieces import MOST
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.faults import StoreNotAsCounted
from si_kg.workspace.remote.held import change_node, laid_until
from si_kg.workspace.remote.reading import read_standing
from si_kg.workspace.remote.texts import Statement
from si_kg.workspace.remote.there import There

LAID = timedelta(minutes=10)  # that others leave it there, since its last piece
_RENEWED = 60.0  # seconds between two times that this begins anew
_AT_ONCE = 20_000  # rows in a piece for a graph store, which takes more than an update does


class Laying:
    """The change with this name, on its way into the store."""

    def __init__(self, there: There, change: str, tell: Tell) -> None:
        self._there = there
        self._change = change
        self._tell = tell

    def lay(self, triples: Iterator[ox.Triple], total: int) -> tuple[int, Statement]:
        """How many rows it has, counted there, and what says that it may stay a while.

        Raises StoreNotAsCounted or another EndpointFailed; then it is dropped again.
        """
        try:
            sent, until = self._laid(triples, total)
            self._count(sent)
        except BaseException:
            self.drop()
            raise
        return sent, until

    def drop(self) -> None:
        """Take it away, if it does not count."""
        with suppress(EndpointFailed):  # the next writer does
            if self._change in read_standing(self._there).laid:
                forget(self._there, self._change)

    def _laid(self, triples: Iterator[ox.Triple], total: int) -> tuple[int, Statement]:
        most = _AT_ONCE if self._there.address.graph_store else MOST
        until = self._renewed()
        sent, renewed = 0, monotonic()
        while piece := tuple(islice(triples, most)):
            self._tell(Progress("send", sent, max(total, sent)))
            self._there.lay(change_node(self._change), piece)
            sent += len(piece)
            if monotonic() - renewed > _RENEWED:
                until, renewed = self._renewed(), monotonic()
        return sent, until

    def _renewed(self) -> Statement:
        """What says until when others leave it there, from now on."""
        until = laid_until(self._change, read_standing(self._there).now + LAID)
        self._there.update(texts.instead(until), again=True)
        return until

    def _count(self, sent: int) -> None:
        graph = change_node(self._change)
        found = self._there.count(graph)
        if found != sent:
            url = self._there.address.endpoint
            raise StoreNotAsCounted(url=url, graph=graph.value, found=found, counted=sent)


def forget(there: There, change: str) -> None:
    """Drop a change, so that nobody can go back on it; raises EndpointFailed."""
    rows = there.count(change_node(change))
    there.update(texts.forgotten(change_node(change)), again=True, rows=rows)
