"""What a workspace costs: a large addition beside bare pyoxigraph, and one initiative on top.

`python benchmarks/additions.py [--triples 3300000] [--data FILE.nt]` loads generated
initiatives in both, and adds one initiative, derived and validated, in a process of its own.
What a large addition costs as a whole, `at_size.py` tells.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pyoxigraph as ox
from generate import REGION, SEED, statements

from si_kg import shipped
from si_kg.intake import Bulk
from si_kg.workspace import Workspace
from si_kg.workspace.generations import Generations
from si_kg.workspace.graphs import graph_of
from si_kg.workspace.records import Event

TRIPLES = 3_300_000
_GRAPH = graph_of("generated")
ONE = """
import sys
from functools import partial
from pathlib import Path
from si_kg import intake
from si_kg.workspace import Workspace
Workspace.at(Path(sys.argv[1])).add(partial(intake.read, Path(sys.argv[2])), name="one")
"""


def write(file: Path, triples: int) -> int:
    """Write what somebody would have stated about so many initiatives, as N-Triples."""
    written = 0
    with file.open("wb") as stream:
        for number in count():
            if written >= triples:
                return written
            region = [ox.Triple(*each) for each in statements(number, REGION, SEED)]
            ox.serialize(region, stream, format=ox.RdfFormat.N_TRIPLES)
            written += len(region)
    raise AssertionError


def bare(file: Path, folder: Path) -> None:
    """Load the file with nothing but the engine."""
    engine = ox.Store(str(folder))
    engine.bulk_load(path=file, format=ox.RdfFormat.N_TRIPLES, to_graph=_GRAPH)
    engine.flush()


def loaded(file: Path, workspace: Workspace) -> None:
    """Load the file into the next state of the workspace, and commit that."""
    generations = Generations.at(workspace.folder)
    state = generations.state()
    with generations.draft(state.number) as draft:
        Bulk(file, file, ox.RdfFormat.N_TRIPLES).load(draft.engine, _GRAPH)
        number, total = state.number + 1, len(draft.engine)
        event = Event(number, "add", "benchmark", "", number, state.number)
        events = (*state.events, event)
        generations.put(draft, replace(state, number=number, quads=total, events=events), b"")


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """How long it took, and how long a processor worked at it: others may be busy here too."""
    began, worked = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - began, time.process_time() - worked


def lines(file: Path, scratch: Path) -> Iterator[str]:
    """The figures, as they come."""
    workspace = Workspace.init(scratch / "workspace", who="benchmark")
    alone = seconds(partial(bare, file, scratch / "bare"))
    ours = seconds(partial(loaded, file, workspace))
    yield "bare bulk_load {:8.1f} s, {:.1f} s of a processor".format(*alone)
    yield "workspace      {:8.1f} s, {:.1f} s of a processor".format(*ours)
    yield "that is {:.2f} and {:.2f} times".format(
        *(a / b for a, b in zip(ours, alone, strict=True))
    )
    one = shipped.root() / "ontology" / "examples" / "own-initiative.ttl"
    command = [sys.executable, "-c", ONE, str(workspace.folder), str(one)]
    taken, _ = seconds(partial(subprocess.run, command, check=True))
    yield f"one initiative on top, whole process {taken:.2f} s"
    yield f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"


def told(lines: Callable[[Path, Path], Iterator[str]], about: str | None) -> None:
    """Print the lines on the file that was named, or generated, and a folder to work in."""
    options = argparse.ArgumentParser(description=about)
    options.add_argument("--triples", type=int, default=TRIPLES)
    options.add_argument("--data", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = given.data
        if file is None:
            file = Path(scratch) / "generated.nt"
            print(f"{write(file, given.triples):,} triples generated", flush=True)
        for line in lines(file, Path(scratch)):
            print(line, flush=True)


if __name__ == "__main__":
    told(lines, __doc__)
