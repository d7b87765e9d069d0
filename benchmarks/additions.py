"""What a workspace costs: a large addition beside bare pyoxigraph, and one initiative on top.

`python benchmarks/additions.py [--triples 3300000] [--data FILE.nt] [--whole]` loads generated
initiatives in both, and adds one initiative, derived and validated, in a process of its own. With
`--whole` the large addition is derived and validated too, and each step is timed.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path

import pyoxigraph as ox
from generate import REGION, SEED, statements

from si_kg import intake, shipped
from si_kg.intake import Bulk
from si_kg.progress import Progress
from si_kg.workspace import Workspace
from si_kg.workspace.generations import Generations
from si_kg.workspace.graphs import graph_of
from si_kg.workspace.records import Event

TRIPLES = 3_300_000
_GRAPH = graph_of("generated")
_ONE = """
import sys
from functools import partial
from pathlib import Path
from si_kg import intake
from si_kg.workspace import Workspace
Workspace.at(Path(sys.argv[1])).add(partial(intake.read, Path(sys.argv[2])), name="one")
"""


@dataclass
class Steps:
    """How long each step took, by its name."""

    seconds: dict[str, float] = field(default_factory=dict)
    _step: str = "read"
    _since: float = field(default_factory=time.perf_counter)

    def tell(self, progress: Progress) -> None:
        """Note when a step gives way to the next."""
        now = time.perf_counter()
        self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = progress.step, now


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


def lines(file: Path, scratch: Path, *, whole: bool) -> Iterator[str]:
    """The figures, as they come."""
    workspace = Workspace.init(scratch / "workspace", who="benchmark")
    if whole:
        steps = Steps()
        read = partial(intake.read, file)
        done = workspace.add(read, name="generated", accept_warnings=True, tell=steps.tell)
        steps.tell(Progress("end", 0))
        yield f"{done.added:,} triples added, {done.follows:,} follow"
        yield from (f"  {step:10} {taken:8.1f} s" for step, taken in steps.seconds.items())
    else:
        alone = seconds(partial(bare, file, scratch / "bare"))
        ours = seconds(partial(loaded, file, workspace))
        yield "bare bulk_load {:8.1f} s, {:.1f} s of a processor".format(*alone)
        yield "workspace      {:8.1f} s, {:.1f} s of a processor".format(*ours)
        yield "that is {:.2f} and {:.2f} times".format(
            *(a / b for a, b in zip(ours, alone, strict=True))
        )
    one = shipped.root() / "ontology" / "examples" / "own-initiative.ttl"
    command = [sys.executable, "-c", _ONE, str(workspace.folder), str(one)]
    taken, _ = seconds(partial(subprocess.run, command, check=True))
    yield f"one initiative on top, whole process {taken:.2f} s"
    yield f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--triples", type=int, default=TRIPLES)
    options.add_argument("--data", type=Path)
    options.add_argument("--whole", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = given.data
        if file is None:
            file = Path(scratch) / "generated.nt"
            print(f"{write(file, given.triples):,} triples generated", flush=True)
        for line in lines(file, Path(scratch), whole=given.whole):
            print(line, flush=True)


if __name__ == "__main__":
    main()
