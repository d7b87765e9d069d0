"""What an answer over HTTP costs: beside rdflib-endpoint, and beside the bare Oxigraph server.

`python benchmarks/serve.py [--seconds 3] [--connections 32]` asks each server the same of
every concept that has definitions, in rounds; it weighs pages, and has a long query ended while
others are asked. All on this machine.
"""

import argparse
import gzip
import itertools
import json
import os
import platform
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.parse import quote

import pyoxigraph as ox
from contestants import RESULTS, Server, oxigraph, rdflib_endpoint, si_kg
from load import Load, get, load

import si_kg as library
from si_kg import shipped
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.results import Table
from si_kg.store import rows

CANNED, CONCEPT = "definitions-of", "concept"
SMALL = "SELECT ?label { <%s> <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
OURS = "si-kg"
ROUNDS, LIMIT, NEVER_ASKED = 3, 2.0, 50
FIRST, THING = "/en/", "/en/id/empowerment"


@dataclass(frozen=True)
class Contestant:
    """A server, and a way of asking it."""

    name: str
    server: Server
    requests: Callable[[], Iterable[bytes]]


@dataclass(frozen=True)
class Question:
    """What is asked of each of some concepts: as SPARQL, and as an address of ours."""

    name: str
    texts: Sequence[str]
    paths: Sequence[str]
    rows: Sequence[int]

    @classmethod
    def canned(cls, graph: KnowledgeGraph, concepts: Sequence[str]) -> Self:
        """A canned query, which has to work."""
        texts = [graph.bound(CANNED, {CONCEPT: each}) for each in concepts]
        paths = [f"/q/{CANNED}.json?{CONCEPT}={each}" for each in concepts]
        return cls(CANNED, texts, paths, [len(definitions(graph, each)) for each in concepts])

    @classmethod
    def small(cls, graph: KnowledgeGraph, concepts: Sequence[str]) -> Self:
        """The labels of a thing, which is hardly any work."""
        texts = [SMALL % f"{ID}{each}" for each in concepts]
        counts = [sum(1 for _ in rows(graph.store, each)) for each in texts]
        return cls("a small SELECT", texts, [f"/sparql?query={quote(e)}" for e in texts], counts)

    def check(self, servers: dict[str, Server]) -> None:
        """Raise ValueError where a server gives other rows than the library."""
        for text, path, expected in zip(self.texts, self.paths, self.rows, strict=True):
            counts = {_count(servers[OURS].body(path))}
            for server in servers.values():
                asked = f"{server.path}?query={quote(text)}"
                counts.add(_count(server.body(asked, accept=RESULTS)))
            if counts != {expected}:
                raise ValueError(text, counts)

    def contestants(self, servers: dict[str, Server]) -> Iterator[Contestant]:
        """Ours with answers that are kept and with none; each server with the same SPARQL."""
        ours, paths = servers[OURS], itertools.cycle(self.paths)
        kept = [get(ours.address(each)) for each in self.paths]
        yield Contestant(f"{OURS}, kept", ours, lambda: itertools.cycle(kept))
        yield Contestant(f"{OURS}, cold", ours, lambda: (never_asked(ours, each) for each in paths))
        for name, server in servers.items():
            if name != OURS:
                asked = [server.sparql(each) for each in self.texts]
                yield Contestant(name, server, partial(itertools.cycle, asked))


def _count(body: bytes) -> int:
    """The rows in JSON, ours or that of SPARQL."""
    found = json.loads(body)
    return len(found["rows"] if "rows" in found else found["results"]["bindings"])


_NUMBERS = itertools.count()


def never_asked(server: Server, path: str) -> bytes:
    """A request that no answer is kept of: it likes a language that nobody speaks."""
    language = f"en, x-{next(_NUMBERS)};q=0.1"
    return get(server.address(path), **{"accept-language": language})


def definitions(graph: KnowledgeGraph, concept: str) -> Table:
    """The rows of the canned query."""
    found = graph.query(CANNED, {CONCEPT: concept})
    if not isinstance(found, Table):
        raise TypeError(CANNED)
    return found


def concepts(graph: KnowledgeGraph) -> list[str]:
    """The names of all concepts that have a definition to show."""
    found = graph.query("defined-concepts")
    if not isinstance(found, Table):
        raise TypeError(found)
    names = dict.fromkeys(str(row["concept"]).rpartition("/")[2] for row in found.records())
    return [name for name in names if definitions(graph, name)]


def race(contestants: Sequence[Contestant], connections: int, seconds: float) -> dict[str, Load]:
    """The median load of each, from rounds of which every other goes in reverse."""
    found: dict[str, list[Load]] = {each.name: [] for each in contestants}
    for number in range(ROUNDS):
        for each in contestants[:: -1 if number % 2 else 1]:
            loaded = load(
                each.server.port,
                each.requests(),
                connections=connections,
                seconds=seconds / ROUNDS,
            )
            if loaded.failed or not loaded.seconds:
                raise ValueError(each.name, f"{loaded.failed} requests failed")
            found[each.name].append(loaded)
    median = ROUNDS // 2
    return {name: sorted(own, key=lambda one: one.rate)[median] for name, own in found.items()}


def report(found: dict[str, Load]) -> Iterator[str]:
    """Each load, and how ours stand to those of others."""
    yield _line("", "requests/s", "p50 ms", "p99 ms", "client")
    for name, one in found.items():
        cells = f"{one.rate:,.0f}", _ms(one.percentile(50)), _ms(one.percentile(99))
        yield _line(name, *cells, f"{one.client:.0%}")
    others = [name for name in found if not name.startswith(OURS)]
    for name, one in found.items():
        if name not in others:
            ratios = (f"{one.rate / found[each].rate:,.2f} × {each}" for each in others)
            yield f"{name}: {', '.join(ratios)}"


def _line(name: str, *cells: str) -> str:
    return f"{name:<30}" + "".join(f"{cell:>12}" for cell in cells)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f}"


def pages(server: Server) -> Iterator[str]:
    """What pages weigh, and how long the page of a thing takes that is not kept."""
    for path in (FIRST, THING):
        body = server.body(path)
        yield f"{path}: {len(body):,} bytes, {len(gzip.compress(body, 5)):,} compressed"
    asked = (never_asked(server, THING) for _ in range(NEVER_ASKED))
    cold = load(server.port, asked, connections=1, seconds=10)
    yield (
        f"{THING}, not kept, one after another:"
        f" p50 {_ms(cold.percentile(50))} ms, p99 {_ms(cold.percentile(99))} ms"
    )


def ended(question: Question) -> Iterator[str]:
    """How long a query lives that has no end, and what others wait meanwhile and just after it."""
    with si_kg("--timeout", f"{LIMIT:g}") as server:
        asked = (never_asked(server, each) for each in itertools.cycle(question.paths))
        load(server.port, asked, connections=2, seconds=LIMIT)  # until both processes are there
        took: list[float] = []
        waiting = threading.Thread(target=lambda: took.append(_seconds_until_refused(server)))
        waiting.start()
        time.sleep(0.1)
        others = load(server.port, asked, connections=2, seconds=LIMIT + 1)
        waiting.join()
    yield f"a query without end was ended after {took[0]:.2f} s, with a limit of {LIMIT:g} s;"
    yield (
        f"others, not kept, from then until a second after it: {len(others.seconds)} answers,"
        f" {others.failed} failed, p50 {_ms(others.percentile(50))} ms,"
        f" p99 {_ms(others.percentile(99))} ms, longest {_ms(max(others.seconds))} ms"
    )


def _seconds_until_refused(server: Server) -> float:
    began = time.perf_counter()
    try:
        server.body(f"/sparql?query={quote(ENDLESS)}")
    except HTTPError as error:
        if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
            raise
    return time.perf_counter() - began


def _machine() -> str:
    names = ("si-kg", "pyoxigraph", "uvicorn", "rdflib-endpoint", "oxigraph")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}"


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=3, help="for each way of asking")
    options.add_argument("--connections", type=int, default=32, help="at the same time")
    return options.parse_args()


def _started(held: ExitStack, quads: Path) -> dict[str, Server]:
    folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
    triples = folder / "graph.nt"
    found = {quad.triple for quad in ox.parse(path=str(quads), format=ox.RdfFormat.N_QUADS)}
    ox.serialize(found, str(triples), format=ox.RdfFormat.N_TRIPLES)
    makers = {
        OURS: si_kg(),
        "rdflib-endpoint": rdflib_endpoint(triples),
        "bare Oxigraph": oxigraph(quads, folder / "store"),
    }
    return {name: held.enter_context(maker) for name, maker in makers.items()}


def main() -> None:
    """Have all servers answer in turn, and print figures and ratios."""
    given = _options()
    graph = library.open(language="en")
    names = concepts(graph)
    questions = [Question.canned(graph, names), Question.small(graph, names)]
    quads = shipped.snapshot_folder() / shipped.GRAPH_FILE
    print(f"{len(names)} concepts; {_machine()}")
    with ExitStack() as held:
        servers = _started(held, quads)
        told = (f"{name} starts in {each.started:.2f} s" for name, each in servers.items())
        print(*told, sep="; ")
        for question in questions:
            question.check(servers)
            print(f"\n{question.name}, {given.connections} connections, median of {ROUNDS}")
            contestants = list(question.contestants(servers))
            print(*report(race(contestants, given.connections, given.seconds)), sep="\n")
        print("", *pages(servers[OURS]), sep="\n")
    print("", *ended(questions[0]), sep="\n")


if __name__ == "__main__":
    main()
