"""What validating costs: pySHACL beside ours on a part that it can manage, and ours at size.

`python benchmarks/validate.py [--triples 330000] [--part 10000] [--faults 500]` holds invented
initiatives against all shapes; one thing in so many has a planted fault. The part stands beside
the ontology, the rest beside the whole shipped graph, with which pySHACL needs ten minutes.
"""

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

import generate
import pyoxigraph as ox

from si_kg import shipped
from si_kg.findings import Finding
from si_kg.namespaces import GRAPH, ONTOLOGY, PREFIXES
from si_kg.progress import untold
from si_kg.validation import findings_in_batches, shapes_files, validate

OWN = ox.NamedNode(f"{GRAPH}own/invented")
_TYPE, _LABEL = ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{PREFIXES['rdfs']}label")
_START = ox.NamedNode(f"{ONTOLOGY}startYear")
_T = TypeVar("_T")


def planted(file: Path, one_in: int) -> Iterator[ox.Quad]:
    """The quads of `file` as a user's own; one in so many names and kinds has a fault.

    A name is left out in one language, or a thing gets a second kind that excludes its own, or a
    start that is no year.
    """
    seen: Counter[ox.NamedNode] = Counter()
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS):
        subject, predicate, value = quad.triple
        graph = str(quad.graph_name).removeprefix(f"<{GRAPH}").removesuffix(">")
        own = OWN if graph == "data" else ox.NamedNode(f"{GRAPH}own-{graph}")
        seen[predicate] += 1
        faulty = seen[predicate] % one_in == 0
        if faulty and predicate == _LABEL:
            continue
        if faulty and predicate == _TYPE:
            yield ox.Quad(subject, predicate, ox.NamedNode(f"{ONTOLOGY}Citation"), own)
        if faulty and predicate == _START:
            value = ox.Literal("long ago")
        yield ox.Quad(subject, predicate, value, own)


def store(folder: Path, quads: Iterable[ox.Quad]) -> ox.Store:
    """The shipped graph with `quads`, on disk, to be read."""
    engine = ox.Store(str(folder))
    graph = shipped.snapshot_folder() / shipped.GRAPH_FILE
    engine.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
    engine.bulk_extend(quads)
    engine.flush()
    del engine
    return ox.Store.read_only(str(folder))


def build(folder: Path, triples: int, one_in: int) -> None:
    """A store with so many invented triples in `folder`."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "invented.nq"
        generate.write(file, triples)
        store(folder, planted(file, one_in))


def timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What comes of it, and the seconds of a processor that it took."""
    start = time.process_time()
    return work(), time.process_time() - start


def compare(engine: ox.Store) -> Iterator[str]:
    """Each engine on the ontology with what was invented, its findings beside pySHACL's."""
    triples = [quad.triple for quad in engine if _is_compared(quad)]
    shapes = shapes_files(shipped.root())
    reference, slowest = timed(lambda: validate(triples, shapes, engine="pyshacl"))
    yield f"{len(triples):,} triples, {len(reference)} findings; seconds of one processor"
    yield _line("pyshacl", slowest, len(triples), "")
    for name in ("turbo", "direct"):
        found, took = timed(lambda name=name: validate(triples, shapes, engine=name))  # type: ignore[misc]
        same = "the same findings" if found == reference else "OTHER FINDINGS"
        yield _line(name, took, len(triples), f"{slowest / took:6.1f} times as fast, {same}")


def _is_compared(quad: ox.Quad) -> bool:
    return str(quad.graph_name).startswith((f"<{GRAPH}own", f"<{GRAPH}ontology>"))


def at_size(engine: ox.Store) -> Iterator[str]:
    """Ours on all own things of a store on disk, in batches."""
    shapes = shapes_files(shipped.root())
    found, took = timed(lambda: list(findings_in_batches(engine, shapes, untold)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{len(engine):,} triples on disk, {_tally(found)}; peak of the process {peak:,.0f} MB"
    yield _line("direct", took, len(engine), "")


def _line(name: str, seconds: float, triples: int, more: str) -> str:
    return (
        f"{name:<10}{seconds:10.1f} s {seconds / triples * 1e6:10.1f} µs a triple  {more}".rstrip()
    )


def _tally(found: list[Finding]) -> str:
    counts = Counter(finding.severity for finding in found)
    return ", ".join(f"{count} {severity}" for severity, count in sorted(counts.items()))


def main() -> None:
    """Measure both, and print them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--triples", type=int, default=330_000, help="of the large store")
    options.add_argument(
        "--part", type=int, default=10_000, help="invented, for pySHACL; 0 is none"
    )
    options.add_argument("--faults", type=int, default=500, help="one thing in so many is wrong")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for triples, measure in ((given.part, compare), (given.triples, at_size)):
            if triples:
                folder = Path(name) / measure.__name__
                with ProcessPoolExecutor(1) as other:  # whose memory does not count
                    other.submit(build, folder, triples, given.faults).result()
                for line in measure(ox.Store.read_only(str(folder))):
                    print(line, flush=True)


if __name__ == "__main__":
    main()
