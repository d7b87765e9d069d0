"""A graph whose questions may cross to the endpoints that the user named, and to no other."""

from collections.abc import Mapping

import pyoxigraph as ox

from si_kg.errors import ServiceRefused
from si_kg.federation.address import refuse_malformed
from si_kg.federation.blocks import Block, blocks
from si_kg.federation.elsewhere import Endpoint, silently
from si_kg.federation.faults import ServiceMisplaced, ServiceNotAllowed
from si_kg.store import Answer, Store
from si_kg.store.embedded import malformed
from si_kg.store.text import refuse_unsafe


class CrossingStore:
    """The store `local`, with SERVICE to the `allowed` addresses.

    `named` gives the address of what stands in `GRAPH ?name { ... }`. The engine itself never
    fetches anything: what it gets are the rows that came from elsewhere.
    """

    def __init__(
        self, local: Store, allowed: frozenset[str], named: Mapping[str, str] | None = None
    ) -> None:
        self.local = local
        self._named = dict(named or {})
        self._allowed = allowed | frozenset(self._named.values())
        for url in self._allowed:
            refuse_malformed(url)

    def query(self, text: str) -> Answer:
        """As every store does; raises ServiceNotAllowed, ServiceMisplaced or EndpointFailed."""
        _check(text, self._crossings(text))
        while crossings := self._crossings(text):
            block, url = crossings[0]
            data = silently(Endpoint(url), block, self.local)
            text = f"{text[: block.start]}{data}{text[block.end :]}"
        return self.local.query(text)

    def _crossings(self, text: str) -> list[tuple[Block, str]]:
        """The blocks that are asked elsewhere, each with its address."""
        found = []
        for block in blocks(text):
            url = block.target if block.service else self._named.get(block.target)
            if block.service and url not in self._allowed:
                raise ServiceNotAllowed(url=url)
            if url:
                found.append((block, url))
        return found


def _check(text: str, crossings: list[tuple[Block, str]]) -> None:
    """Raise what is wrong with the text itself, before anything goes out."""
    local = text
    for block, _ in reversed(crossings):
        if block.service:  # a graph instead, of the same length, so that a fault keeps its place
            head = text[block.start : block.end].partition("<")[0]
            local = f"{text[: block.start]}{'GRAPH':{len(head)}}{local[block.start + len(head) :]}"
    try:
        refuse_unsafe(local)
        ox.Store().query(local)
    except ServiceRefused:
        raise ServiceMisplaced from None
    except SyntaxError as error:
        raise malformed(error) from None
