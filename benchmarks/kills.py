"""Kill whoever changes a workspace, at random moments, and look at what is left.

`python benchmarks/kills.py [--times 200] [--seed 2026]` divides the kills over adding, removing and
upgrading, and prints the tally: the old state, the new one, or anything else, which is a fault.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from si_kg import intake, shipped
from si_kg.errors import SiKgError
from si_kg.namespaces import GRAPH, WORKSPACE
from si_kg.shipped import GRAPH_FILE, SUMMARY_FILE
from si_kg.workspace import Workspace

TIMES, SEED = 200, 2026
NAME = "example"
_BLANK = re.compile(r"_:\w+")
_MORE = f'<https://example.org/more> <https://example.org/says> "more" <{GRAPH}data> .\n'


@dataclass(frozen=True)
class Stage:
    """What the acts are about: the root of shapes and rules, two builds, and a file to add."""

    root: Path
    build: Path
    newer: Path
    file: Path

    def add(self, workspace: Workspace) -> None:
        """Add the file."""
        workspace.add(partial(intake.read, self.file), name=NAME, accept_warnings=True)

    def remove(self, workspace: Workspace) -> None:
        """Remove it again."""
        workspace.remove(NAME)

    def upgrade(self, workspace: Workspace) -> None:
        """Go over to the newer build."""
        workspace.upgrade(self.newer, accept_warnings=True)

    @property
    def acts(self) -> dict[str, tuple[Callable[[Workspace], None], bool]]:
        """Each act by its name, and whether the file must have been added before it."""
        return {
            "add": (self.add, False),
            "remove": (self.remove, True),
            "upgrade": (self.upgrade, True),
        }


@dataclass
class Tally:
    """How often each state was found, and what was wrong besides."""

    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def newer_build(build: Path, folder: Path) -> Path:
    """The same build with one triple more, in `folder`."""
    body = (build / GRAPH_FILE).read_bytes() + _MORE.encode()
    summary = json.loads((build / SUMMARY_FILE).read_text("utf-8"))
    summary["hash"] = sha256(body).hexdigest()
    summary["graphs"]["data"] += 1
    folder.mkdir()
    (folder / GRAPH_FILE).write_bytes(body)
    (folder / SUMMARY_FILE).write_text(json.dumps(summary), "utf-8")
    return folder


def killed(stage: Stage, act: str, times: int, seed: int, scratch: Path) -> Tally:
    """The tally of so many kills during one act; each leaves a workspace that can go on."""
    perform, prepared = stage.acts[act]
    before = scratch / f"{act}-before"
    workspace = Workspace.init(before, who="Somebody", build=stage.build)
    if prepared:
        stage.add(workspace)
    after = _copied(before, scratch / f"{act}-after")
    states = {digest(before): "old"}
    perform(Workspace.at(after))
    states[digest(after)] = "new"
    draw = random.Random(f"{seed}/{act}")  # noqa: S311 (moments, not secrets)
    duration = run(stage, act, _copied(before, scratch / f"{act}-timed"), None)
    tally = Tally()
    for number in range(times):
        folder = _copied(before, scratch / f"{act}-{number}")
        run(stage, act, folder, draw.uniform(0, duration))
        tally.found[_state(folder, states, tally)] += 1
        if act != "remove" or Workspace.at(folder).state.has(NAME):
            perform(Workspace.at(folder))
        if states.get(digest(folder)) != "new":
            tally.faults.append(f"{folder.name}: cannot go on")
        shutil.rmtree(folder)
    return tally


def digest(folder: Path) -> str:
    """What the workspace holds, but for when it was done and how blank nodes are called."""
    quads = Workspace.at(folder).store().engine
    lines = sorted(_BLANK.sub("_:", str(q)) for q in quads if _name(q) != WORKSPACE)
    return sha256("\n".join(lines).encode()).hexdigest()


def run(stage: Stage, act: str, folder: Path, moment: float | None) -> float:
    """Perform the act in a process of its own, killed so many seconds after it began.

    Gives how long it took.
    """
    given = stage.root, stage.build, stage.newer, stage.file
    command = [sys.executable, __file__, "--act", act, str(folder), *map(str, given)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout  # noqa: S101 (it was asked for)
        process.stdout.readline()
        began = time.perf_counter()
        if moment is not None:
            time.sleep(moment)
            process.kill()
        process.wait()
        return time.perf_counter() - began


def _name(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""


def _copied(old: Path, new: Path) -> Path:
    return Path(shutil.copytree(old, new))


def _state(folder: Path, states: dict[str, str], tally: Tally) -> str:
    """Which state the workspace is in; one that does not open or is not complete is none."""
    try:
        Workspace.at(folder).check()
        return states[digest(folder)]
    except (SiKgError, OSError, KeyError) as error:
        tally.faults.append(f"{folder.name}: {error!r}")
        return "neither"


def _perform(act: str, folder: str, *given: str) -> None:
    """What the process does: it says that it begins, once all is loaded."""
    stage = Stage(*map(Path, given))
    shipped.root = lambda: stage.root
    import si_kg.deriving
    import si_kg.validation  # noqa: F401

    workspace = Workspace.at(Path(folder))
    print("begun", flush=True)
    stage.acts[act][0](workspace)


def main() -> None:
    """Print the tally, act by act."""
    if sys.argv[1:2] == ["--act"]:
        _perform(*sys.argv[2:])
        return
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=TIMES)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        for line, wrong in _tallied(given.times, given.seed, Path(scratch)):
            print(line, flush=True)
            faults += wrong
    sys.exit(bool(faults))


def _tallied(times: int, seed: int, scratch: Path) -> Iterator[tuple[str, int]]:
    root, build = shipped.root(), shipped.snapshot_folder()
    example = root / "ontology" / "examples" / "own-initiative.ttl"
    stage = Stage(root, build, newer_build(build, scratch / "newer"), example)
    for number, act in enumerate(stage.acts):
        share = times // len(stage.acts) + (number < times % len(stage.acts))
        tally = killed(stage, act, share, seed, scratch)
        counts = ", ".join(f"{count} {state}" for state, count in sorted(tally.found.items()))
        yield "\n".join([f"{act}: {share} kills: {counts}", *tally.faults]), len(tally.faults)


if __name__ == "__main__":
    main()
