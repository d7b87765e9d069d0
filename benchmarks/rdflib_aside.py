"""rdflib in a process of its own: each question in a fork, which can be ended in time."""

import gc
import re
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

Cells = list[tuple[str, ...]]
# A question that takes less is asked again, so that its median means something.
_SHORT, _ROUNDS = 1.0, 5
# The canned queries join the pieces of a cell so; the order of the pieces is the engine's choice.
_BETWEEN = "; "
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Answered:
    """The seconds that an answer took, and its cells as `cells` gives them."""

    seconds: float
    cells: Cells


class RdflibAside:
    """rdflib's graphs over the N-Quads `files`, in memory; `load_seconds` tells what that took.

    A plain Graph answers, as most would use it; a Dataset where a query names a graph.
    """

    def __init__(self, files: Sequence[Path], limit: float, texts: Iterable[str]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        whole, named = _needed(texts)
        arguments = (theirs, [str(file) for file in files], limit, whole, named)
        self._process = context.Process(target=_serve, args=arguments, daemon=False)
        self._process.start()
        self.load_seconds: float = self._pipe.recv()

    def ask(self, text: str) -> Answered | None:
        """The answer, or None where the limit was reached; raises RuntimeError where it failed."""
        self._pipe.send(text)
        answer: Answered | None
        answer, fault = self._pipe.recv()
        if fault:
            raise RuntimeError(fault)
        return answer

    def close(self) -> None:
        """End the process."""
        self._pipe.send(None)
        self._process.join()


def cells(rows: Iterable[Iterable[Any]]) -> Cells:
    """The rows of either engine, sorted, in a form in which they can be compared.

    Numbers by value; texts without language, as engines differ in what GROUP_CONCAT gives.
    """
    return sorted(tuple(map(_cell, row)) for row in rows)


def _cell(term: Any) -> str:
    if term is None:
        return ""
    value = term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else str(term)
    if _NUMBER.fullmatch(value):
        value = f"{float(value):.9g}"
    return _BETWEEN.join(sorted(value.split(_BETWEEN)))


def _needed(texts: Iterable[str]) -> tuple[bool, bool]:
    """Whether the queries need a graph of all triples, and one with named graphs."""
    kinds = set(map(_names_a_graph, texts))
    return False in kinds, True in kinds


def _names_a_graph(text: str) -> bool:
    return bool(re.search(r"\bGRAPH\s*[<?]", text))


def _serve(pipe: Connection, files: list[str], limit: float, *wanted: bool) -> None:
    start = time.perf_counter()
    graphs = [_plain(files) if wanted[0] else None, _dataset(files) if wanted[1] else None]
    gc.collect()
    gc.freeze()  # a fork would otherwise copy whatever the collector touches
    pipe.send(time.perf_counter() - start)
    while (text := pipe.recv()) is not None:
        pipe.send(_within(limit, graphs[_names_a_graph(text)], text))


def _plain(files: list[str]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in files:
        for quad in ox.parse(path=file, format=ox.RdfFormat.N_QUADS):
            graph.add(tuple(map(_term, (quad.subject, quad.predicate, quad.object))))
    return graph


def _dataset(files: list[str]) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    for file in files:
        dataset.parse(file, format="nquads")
    return dataset


def _term(term: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    plain = term.datatype.value == str(rdflib.XSD.string) or term.language
    datatype = None if plain else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, lang=term.language, datatype=datatype)


def _within(limit: float, graph: Any, text: str) -> Any:
    """What `_answer` sends; nothing and no fault where it sends nothing within `limit` seconds."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(theirs, graph, text))
    child.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(limit) else (None, "")
    except EOFError:
        return None, "the process of rdflib ended by itself"
    finally:
        child.kill()
        child.join()


def _answer(pipe: Connection, graph: Any, text: str) -> None:
    """Send the answer and what went wrong; one of the two is empty."""
    try:
        times: list[float] = []
        while len(times) < _ROUNDS and sum(times) < _SHORT:
            start = time.perf_counter()
            rows = [tuple(row) for row in graph.query(text)]
            times.append(time.perf_counter() - start)
        pipe.send((Answered(statistics.median(times), cells(rows)), ""))
    except Exception as error:  # noqa: BLE001 (whatever a foreign engine raises is its answer)
        pipe.send((None, f"{type(error).__name__}: {error}"))
