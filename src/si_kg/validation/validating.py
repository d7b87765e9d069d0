"""Hold data against the SHACL shapes, with the engine of your choice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding, gravest_first
from si_kg.rdf_files import read, turtle_files
from si_kg.validation.data import Data
from si_kg.validation.described import described_at
from si_kg.validation.faults import ShapeUnsupported
from si_kg.validation.literals import is_kept
from si_kg.validation.rulebook import Rulebook
from si_kg.validation.shapes_graph import name

ENGINES = ("direct", "turbo", "pyshacl")


def shapes_files(root: Path) -> list[Path]:
    """The files with our own shapes."""
    return turtle_files(root / "ontology" / "shapes")


def validate(
    triples: Iterable[ox.Triple],
    shapes: Sequence[Path],
    sources: Sequence[Path] = (),
    engine: str = "direct",
) -> list[Finding]:
    """Every finding about `triples` under the shapes in `shapes`, the gravest first.

    `sources` are the files in which the focus of a finding is looked up. `engine` is one of
    ENGINES: pySHACL is the reference, "direct" the everyday choice; tests hold them equal. Where
    the shapes or the data use what "direct" does not know, pySHACL takes over. Raises
    FileMalformed where a shapes file cannot be read, and ShapesRefused.
    """
    rules = [triple for file in shapes for triple in read(file)]
    places = described_at(sources)
    return gravest_first(_placed(found, places) for found in _found(list(triples), rules, engine))


def _placed(finding: Finding, places: Mapping[str, tuple[str, int]]) -> Finding:
    file, line = places.get(finding.focus, ("", 0))
    return replace(finding, file=file, line=line)


def _found(
    triples: Sequence[ox.Triple], rules: Sequence[ox.Triple], engine: str
) -> Iterable[Finding]:
    if engine == "direct":
        try:
            return list(_directly(triples, rules))
        except ShapeUnsupported:
            engine = "pyshacl"
    from si_kg.validation import reports  # rdflib is slow to load

    return reports.findings(triples, rules, engine)


def _directly(triples: Sequence[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Finding]:
    rulebook, store = Rulebook(rules), ox.Store()
    for _, predicate, value in triples:
        if isinstance(value, ox.Literal) and not is_kept(value.datatype.value):
            raise ShapeUnsupported(name(predicate), name(value.datatype))
    store.bulk_extend(ox.Quad(*triple) for triple in triples)
    data = Data(store)
    for result in rulebook.results(data, rulebook.targets.candidates(data)):
        yield rulebook.finding(result)
