"""The shapes of some files, ready to hold data against, and what they say about a breach."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.rdf_files import read
from si_kg.validation.data import Data
from si_kg.validation.shapes import Result
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.targets import Targets
from si_kg.validation.vocabulary import OWN_SEVERITY, Term, sh

_BATCH = 1000


class Rulebook:
    """Holds nodes of a store against shapes where they stand, without a copy of the store."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.shapes = ShapesGraph(triples)
        self.targets = Targets(self.shapes)

    @classmethod
    def of(cls, files: Sequence[Path]) -> "Rulebook":
        """The shapes in `files`; raises FileMalformed, FileUnreadable or ShapeUnsupported."""
        return cls(triple for file in files for triple in read(file))

    @classmethod
    def kept(cls, files: Sequence[Path]) -> "Rulebook":
        """The same, read again only where a file has changed."""
        return _kept(tuple((file, _stamp(file)) for file in files))

    def results(self, data: Data, nodes: Iterable[Term]) -> Iterator[Result]:
        """What is wrong with `nodes`, in batches of them; raises ShapeUnsupported."""
        waiting = iter(nodes)
        while batch := list(islice(waiting, _BATCH)):
            for shape, aimed in self.targets.aimed_at(data, batch).values():
                for node in aimed:
                    yield from shape.core_results(data, node)
                yield from shape.sparql_results(data, aimed)

    def finding(self, result: Result, *, own: bool = False) -> Finding:
        """A result as it is told; what is `own`, and not shipped, may be judged less severely."""
        rule = result.constraint if isinstance(result.constraint, ox.NamedNode) else result.shape
        severity = self.shapes.value(rule, OWN_SEVERITY) if own else None
        severity = severity or self.shapes.value(rule, sh("severity"))
        told = severity.value if isinstance(severity, ox.NamedNode) else result.severity
        return Finding(
            severity=told.rpartition("#")[2],
            focus=name(result.focus),
            path=name(result.path),
            value=name(result.value),
            rule=name(rule),
            message=self.shapes.message(rule),
        )


@lru_cache(maxsize=4)
def _kept(files: tuple[tuple[Path, tuple[int, int]], ...]) -> Rulebook:
    return Rulebook.of([file for file, _ in files])


def _stamp(file: Path) -> tuple[int, int]:
    """What tells whether a file has changed: nothing where it is not there."""
    if not file.is_file():
        return 0, 0
    told = file.stat()
    return told.st_mtime_ns, told.st_size
