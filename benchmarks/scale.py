"""What the query layer costs on a large graph: beside bare pyoxigraph, and beside rdflib.

`python benchmarks/scale.py [--triples 300000] [--rdflib] [--queries a,b] [--data FILE]` asks each
canned query, with its defaults, of the shipped graph with generated initiatives beside it.
"""

import argparse
import gc
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import starmap
from pathlib import Path

import generate
import pyoxigraph as ox
from rdflib_aside import RdflibAside, cells

from si_kg import shipped
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.results import Table, Verdict
from si_kg.store import EmbeddedStore

FEWEST, MOST = 3, 201
SLOWEST = 8


@dataclass(frozen=True)
class Times:
    """Median seconds for one query: our table, our stream, the bare engine, rdflib if it answered.

    `limited` tells that rdflib had not answered within the seconds given for it, `differs` that it
    answered otherwise.
    """

    name: str
    rows: int
    ours: float
    streamed: float
    bare: float
    rdflib: float | None = None
    limited: bool = False
    differs: bool = False


@dataclass(frozen=True)
class Match:
    """The engines on one graph; `seconds` are for the rounds of a query, `limit` is for rdflib."""

    graph: KnowledgeGraph
    engine: ox.Store
    seconds: float
    limit: float
    aside: RdflibAside | None

    def times(self, name: str) -> Times:
        """The medians of one query; raises ValueError where we answer otherwise than the engine."""
        text = self.graph.bound(name)
        expected = cells(self._bare(text))
        if cells(self._ours(name)) != expected:
            raise ValueError(name)
        contestants = (self._ours, name), (self._streamed, name), (self._bare, text)
        ours, streamed, bare = race(starmap(partial, contestants), self.seconds)
        times = Times(name, len(expected), ours, streamed, bare)
        if self.aside is None:
            return times
        answer = self.aside.ask(text)
        if answer is None:
            return replace(times, rdflib=self.limit, limited=True)
        if answer.cells != expected:
            return replace(times, differs=True)
        return replace(times, rdflib=answer.seconds)

    def _ours(self, name: str) -> Sequence[Iterable[object]]:
        result = self.graph.query(name)
        if isinstance(result, Verdict):
            raise TypeError(name)
        return result.rows if isinstance(result, Table) else result.triples

    def _streamed(self, name: str) -> None:
        for _ in self.graph.stream(name):  # type: ignore[union-attr]
            pass

    def _bare(self, text: str) -> list[tuple[object, ...]]:
        answer = self.engine.query(text, use_default_graph_as_union=True)
        return [tuple(row) for row in answer]  # type: ignore[union-attr]


def race(contestants: Iterable[Callable[[], object]], seconds: float) -> list[float]:
    """The median seconds of each, in rounds of all, every other round in reverse."""
    order: list[tuple[Callable[[], object], list[float]]] = [(ask, []) for ask in contestants]
    start = time.perf_counter()
    for number in range(MOST):
        for ask, own in order[:: -1 if number % 2 else 1]:
            own.append(_seconds(ask))
        if number + 1 >= FEWEST and time.perf_counter() - start > seconds:
            break
    return [statistics.median(own) for _, own in order]


def _seconds(ask: Callable[[], object]) -> float:
    """As `timeit` does, without the collector, whose turn would fall to either."""
    gc.disable()
    start = time.perf_counter()
    answer = ask()
    took = time.perf_counter() - start
    del answer
    gc.enable()
    return took


def report(times: Sequence[Times], limit: float, shown: int) -> Iterator[str]:
    """The lines to print: the slowest queries, the totals, the ratios."""
    yield _line("in ms", "rows", "si-kg", "a stream", "pyoxigraph", "rdflib")
    yield from map(_row, sorted(times, key=lambda one: -one.ours)[:shown])
    engines = "ours", "streamed", "bare", "rdflib"
    totals = [sum(getattr(one, engine) or 0 for one in times) for engine in engines]
    yield _line("all", f"{sum(one.rows for one in times):,}", *map(_ms, totals))
    yield _ratios("si-kg / bare pyoxigraph", {one.name: one.ours / one.bare for one in times}, max)
    streamed = {one.name: one.streamed / one.bare for one in times}
    yield _ratios("a stream / bare pyoxigraph", streamed, max)
    asked = {one.name: one.rdflib / one.ours for one in times if one.rdflib is not None}
    if asked:
        yield _ratios("rdflib / si-kg, at least", asked, min)
        limited = sum(one.limited for one in times)
        yield f"rdflib reached the limit of {limit:.0f} s on {limited} of {len(asked)} queries"
    if others := [one.name for one in times if one.differs]:
        yield f"rdflib gives other rows, so does not count: {', '.join(others)}"


def _told(times: Times) -> Times:
    """The same, after it was told to who waits."""
    print(_row(times), file=sys.stderr, flush=True)
    return times


def _row(one: Times) -> str:
    aside = "" if one.rdflib is None else f"{'>' * one.limited}{_ms(one.rdflib)}"
    return _line(one.name, f"{one.rows:,}", *map(_ms, (one.ours, one.streamed, one.bare)), aside)


def _line(name: str, *cells: str) -> str:
    return f"{name:<34}" + "".join(f"{cell:>13}" for cell in cells)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f}" if seconds else ""


def _ratios(title: str, ratios: Mapping[str, float], worst: Callable[..., str]) -> str:
    mean = statistics.geometric_mean(ratios.values())
    name = worst(ratios, key=ratios.__getitem__)
    return f"{title:<27} geometric mean {mean:8.2f}   worst {ratios[name]:8.2f} ({name})"


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("si-kg", "pyoxigraph", "rdflib"))
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}"


@contextmanager
def _generated(given: Path | None, triples: int) -> Iterator[Path]:
    """The generated triples: those that were given, or as many as the shipped graph lacks."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "generated.nq"
        with (shipped.snapshot_folder() / shipped.GRAPH_FILE).open("rb") as lines:
            generate.write(file, triples - sum(1 for _ in lines))
        yield file


def _loaded(files: Sequence[Path]) -> ox.Store:
    engine = ox.Store()
    for file in files:
        engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    return engine


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    add = options.add_argument
    add("--triples", type=int, default=generate.TRIPLES, help="of the whole graph")
    add("--data", type=Path, help="a file that `generate.py` wrote, instead of a new one")
    add("--queries", help="names with commas in between, instead of all")
    add("--rdflib", action="store_true", help="ask rdflib too")
    add("--limit", type=float, default=60, help="seconds for rdflib on one query")
    add("--seconds", type=float, default=1, help="for the rounds of one query")
    add("--shown", type=int, default=SLOWEST, help="how many of the slowest to show")
    return options.parse_args()


def main() -> None:
    """Time each query on the same graph, side by side, and print the ratios."""
    given = _options()
    with ExitStack() as held:
        generated = held.enter_context(_generated(given.data, given.triples))
        files = [shipped.snapshot_folder() / shipped.GRAPH_FILE, generated]
        engine = _loaded(files)
        graph = KnowledgeGraph.at(EmbeddedStore(engine), "en")
        names = given.queries.split(",") if given.queries else list(graph.catalogue)
        print(f"{len(engine):,} triples, {len(names)} queries; {_machine()}", flush=True)
        aside = None
        if given.rdflib:
            texts = [graph.bound(name) for name in names]
            aside = held.enter_context(closing(RdflibAside(files, given.limit, texts)))
            print(f"rdflib loaded in {aside.load_seconds:.0f} s", flush=True)
        match = Match(graph, engine, given.seconds, given.limit, aside)
        times = [_told(match.times(name)) for name in names]
    print(*report(times, given.limit, given.shown), sep="\n")


if __name__ == "__main__":
    main()
