"""W3C's test suite of SHACL: what a test holds against what, and which results it expects."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from conftest import ROOT

from si_kg.validation.paths import read_path
from si_kg.validation.shapes_graph import ShapesGraph
from si_kg.validation.vocabulary import SHACL, TYPE, Term, sh

SUITE = ROOT.parent / "shared" / "conformance" / "shacl"
MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
TESTING = "http://www.w3.org/ns/shacl-test#"

# Focus, path, value, shape, component and severity of a result.
Row = tuple[str, ...]


class Case(NamedTuple):
    """A test of the suite: None is what must be refused."""

    data: list[ox.Triple]
    shapes: list[ox.Triple]
    expected: Counter[Row] | None


def cases() -> list[Path]:
    """The files that hold a test, in the order of the manifests."""
    return list(_included(SUITE / "manifest.ttl")) if SUITE.is_dir() else []


def rows(report: ShapesGraph) -> Iterator[Row]:
    """The results of the one report in a graph."""
    for result in (
        result
        for root in report.having(sh("result"))
        for result in report.values(root, sh("result"))
    ):
        yield (
            shown(report.value(result, sh("focusNode"))),
            path_text(report, report.value(result, sh("resultPath"))),
            shown(report.value(result, sh("value"))),
            shown(report.value(result, sh("sourceShape"))),
            report.text(result, sh("sourceConstraintComponent")).removeprefix(SHACL),
            report.text(result, sh("resultSeverity")).removeprefix(SHACL),
        )


def shown(term: Term | None) -> str:
    """A blank node has no name that two graphs share."""
    return "_" if isinstance(term, ox.BlankNode) else str(term or "")


def path_text(graph: ShapesGraph, path: Term | None) -> str:
    """A path in SPARQL, "" where there is none."""
    return str(read_path(graph, path)) if path is not None else ""


def read_case(file: Path) -> Case:
    """What a test holds against what, and what it expects."""
    entry = ShapesGraph(_parsed(file))
    (test,) = entry.having(TYPE, ox.NamedNode(f"{TESTING}Validate"))
    action, result = (
        entry.value(test, ox.NamedNode(MANIFEST + name)) for name in ("action", "result")
    )
    assert action is not None
    data, shapes = (
        _parsed(_file(entry.text(action, ox.NamedNode(f"{TESTING}{name}Graph"))))
        for name in ("data", "shapes")
    )
    refused = result == ox.NamedNode(f"{TESTING}Failure")
    return Case(data, shapes, None if refused else Counter(rows(entry)))


def _parsed(file: Path) -> list[ox.Triple]:
    """The triples of a file; without its expected report nothing is confused with it."""
    quads = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=file.as_uri())
    return [quad.triple for quad in quads]


def _file(address: str) -> Path:
    return Path(address.removeprefix("file://"))


def _included(manifest: Path) -> Iterator[Path]:
    """The tests that a manifest lists, those of the manifests that it includes among them."""
    graph = ShapesGraph(_parsed(manifest))
    here = ox.NamedNode(manifest.as_uri())
    for address in graph.values(here, ox.NamedNode(f"{MANIFEST}include")):
        assert isinstance(address, ox.NamedNode)
        yield from _included(_file(address.value))
    if graph.having(TYPE, ox.NamedNode(f"{TESTING}Validate")):
        yield manifest
