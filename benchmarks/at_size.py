"""One large addition as a whole: loaded, validated, derived, asked, and added to.

`python benchmarks/at_size.py [--triples 3300000] [--data FILE.nt]` adds generated
initiatives to a new workspace, asks every canned query of it, and adds one initiative on top. Each
step is timed, with the most memory so far.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

import additions

import si_kg
from si_kg import intake, shipped
from si_kg.progress import Progress
from si_kg.workspace import Workspace

SLOWEST, TIMES = 10, 3


@dataclass
class Steps:
    """Tells each step when it gives way to the next: its seconds, and those of a processor."""

    step: str = "read"
    _since: float = field(default_factory=time.perf_counter)
    _worked: float = field(default_factory=time.process_time)

    def tell(self, progress: Progress) -> None:
        """Print the step that ended, where this is the next one."""
        if progress.step != self.step:
            self.end()
            self.step = progress.step

    def end(self) -> None:
        """Print the step that ends now."""
        now, worked = time.perf_counter(), time.process_time()
        taken = f"{now - self._since:9.1f} s, {worked - self._worked:8.1f} of a processor"
        print(f"  {self.step:12}{taken}, at most {_most():,.0f} MB", flush=True)
        self._since, self._worked = now, worked


def _most() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def added(workspace: Workspace, file: Path) -> Iterator[str]:
    """Add the file, warnings and all, and tell what came of it."""
    steps = Steps()
    read = partial(intake.read, file)
    done = workspace.add(read, name="generated", accept_warnings=True, tell=steps.tell)
    steps.end()
    on_disk = sum(each.stat().st_size for each in workspace.folder.rglob("*") if each.is_file())
    yield f"{done.added:,} triples added, {done.follows:,} follow, {on_disk / 1e6:,.0f} MB on disk"


def asked(folder: Path) -> Iterator[str]:
    """Ask each canned query once, with its defaults, and tell which were slow."""
    graph = si_kg.open(folder)
    taken: dict[str, float] = {}
    rows = 0
    for name in graph.catalogue:
        began = time.perf_counter()
        for _ in graph.stream(name):  # type: ignore[union-attr]
            rows += 1
        taken[name] = time.perf_counter() - began
    yield f"{len(taken)} canned queries: {rows:,} rows in {sum(taken.values()):,.1f} s, slowest:"
    slow = sorted(taken, key=lambda name: -taken[name])[:SLOWEST]
    yield from (f"  {name:40}{taken[name]:9.2f} s" for name in slow)
    yield f"at most {_most():,.0f} MB"


def added_on_top(folder: Path) -> Iterator[str]:
    """Add one initiative, in a process of its own, a few times."""
    one = shipped.root() / "ontology" / "examples" / "own-initiative.ttl"
    for _ in range(TIMES):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", additions.ONE, str(folder), str(one)], check=True)
        yield f"one initiative on top, whole process: {time.perf_counter() - began:.2f} s"
        Workspace.at(folder).undo()


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--triples", type=int, default=additions.TRIPLES)
    options.add_argument("--data", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = given.data
        if file is None:
            file = Path(scratch) / "generated.nt"
            print(f"{additions.write(file, given.triples):,} triples generated", flush=True)
        workspace = Workspace.init(Path(scratch) / "workspace", who="benchmark")
        folder = workspace.folder
        for line in chain(added(workspace, file), asked(folder), added_on_top(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
