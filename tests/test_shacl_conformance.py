"""W3C's own tests of SHACL, Core and SPARQL: each engine gives the results that they ask for."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from shacl_suite import SUITE, Case, Row, cases, path_text, read_case, rows, shown

from si_kg.validation import ENGINES, ShapesRefused, ShapeUnsupported, reports
from si_kg.validation.data import Data
from si_kg.validation.rulebook import Rulebook
from si_kg.validation.shapes_graph import ShapesGraph

# Where the report is another, or where there is none. What the direct engine does not know it hands
# to pySHACL, which does not know `$shapesGraph` either.
SHAPES_GRAPH = "sparql/pre-binding/shapesGraph-001.ttl"
BEYOND = {
    "direct": {SHAPES_GRAPH},
    "turbo": set(),
    "pyshacl": {SHAPES_GRAPH, "sparql/node/prefixes-001.ttl", "core/property/uniqueLang-002.ttl"},
}


# Components that the shapes define themselves, and a datatype that a store does not keep.
HANDED_OVER = {
    SHAPES_GRAPH,
    "core/property/datatype-ill-formed.ttl",
    "sparql/component/optional-001.ttl",
    "sparql/component/propertyValidator-select-001.ttl",
    "sparql/component/validator-001.ttl",
    "sparql/pre-binding/unsupported-sparql-006.ttl",
}


def _name(file: Path) -> str:
    return file.relative_to(SUITE).as_posix()


@pytest.mark.skipif(not SUITE.is_dir(), reason="the SHACL test suite is not here")
def test_the_suite_is_whole() -> None:
    """98 tests of Core and 22 of SPARQL."""
    parts = Counter(file.relative_to(SUITE).parts[0] for file in cases())
    assert parts == {"core": 98, "sparql": 22}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", cases(), ids=_name)
def test_the_report_is_as_w3c_asks(
    file: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same results: focus, path, value, shape, component and severity."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    case = read_case(file)
    same = reported(case, engine) == case.expected
    assert same is (_name(file) not in BEYOND[engine])


@pytest.mark.skipif(not SUITE.is_dir(), reason="the SHACL test suite is not here")
def test_few_shapes_are_handed_to_pyshacl() -> None:
    """Of the whole suite the direct engine does all but these itself."""
    assert {_name(file) for file in cases() if _is_handed_over(read_case(file))} == HANDED_OVER


def _is_handed_over(case: Case) -> bool:
    try:
        list(_direct(case))
    except ShapeUnsupported:
        return True
    except ShapesRefused:
        pass
    return False


def reported(case: Case, engine: str) -> Counter[Row] | str | None:
    """The results of an engine: None where it refuses the shapes, a text where it gives up."""
    try:
        return Counter(_direct(case) if engine == "direct" else _theirs(case, engine))
    except ShapeUnsupported:
        return reported(case, "pyshacl")
    except ShapesRefused:
        return None
    except Exception as error:  # noqa: BLE001 (pySHACL names no class for it)
        return str(error)


def _direct(case: Case) -> Iterator[Row]:
    rulebook, store = Rulebook(case.shapes), ox.Store()
    store.extend(ox.Quad(*triple) for triple in case.data)
    data = Data(store)
    for result in rulebook.results(data, rulebook.targets.candidates(data)):
        yield (
            shown(result.focus),
            path_text(rulebook.shapes, result.path),
            shown(result.value),
            shown(result.shape),
            result.component,
            result.severity,
        )


def _theirs(case: Case, engine: str) -> Iterator[Row]:
    report = reports.report_of(case.data, case.shapes, engine)
    text = report.serialize(format="nt")
    triples = [q.triple for q in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]
    return rows(ShapesGraph(triples))
