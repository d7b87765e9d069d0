"""One large addition as a whole: loaded, validated, derived, asked, and added to.

`python benchmarks/at_size.py [--triples 3300000] [--data FILE.nt]` adds generated
initiatives to a new workspace, asks every canned query of it, and adds one initiative on top. Each
step is timed, with the most memory so far.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
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


def lines(file: Path, scratch: Path) -> Iterator[str]:
    """The figures, as they come."""
    workspace = Workspace.init(scratch / "workspace", who="benchmark")
    yield from added(workspace, file)
    yield from asked(workspace.folder)
    yield from added_on_top(workspace.folder)


if __name__ == "__main__":
    additions.told(lines, __doc__)
