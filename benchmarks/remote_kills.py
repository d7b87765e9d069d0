"""Kill whoever changes a workspace elsewhere, at random moments, and look at what is left.

`python benchmarks/remote_kills.py [--times 200] [--seed 2026]` starts an Oxigraph server on disk,
adds, removes and upgrades in turn, and kills the writer each time. It prints the tally: the old
state, the new one, or anything else, which is a fault. The next writer goes on from what it finds.
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import kills
from contestants import oxigraph_to_write
from kills import NAME, Stage, Tally

from si_kg import shipped
from si_kg.errors import SiKgError
from si_kg.workspace import State, Workspace
from si_kg.workspace.remote import Address, RemoteWorkspace

TIMES, SEED = 200, 2026
_LATEST = 1.6  # times as long as an act takes where nobody else works
_ROUND = ("add", "upgrade", "remove", "upgrade")


@dataclass
class Turns:
    """Acts in turn on the workspace in `folder`, and what it holds after each of them."""

    stage: Stage
    folder: Path

    def __post_init__(self) -> None:
        self._known: dict[tuple[bool, str], str] = {}
        self._lasts: dict[str, float] = {}

    def rehearse(self) -> None:
        """One round in which nobody is killed, to know each state and how long each act takes."""
        for act in _ROUND:
            self._lasts[act] = kills.run(self._stage(), act, self.folder, None)
            self._known[_kind(self._state())] = kills.digest(self.folder)

    def kill(self, moment: float) -> str:
        """Kill the next act at this part of its time: which state is there now, or what is wrong.

        Raises SiKgError where it does not open, or is not complete.
        """
        before = self._state()
        acts = ("remove", "upgrade") if before.has(NAME) else ("add", "upgrade")
        act = acts[before.number % len(acts)]
        kills.run(self._stage(), act, self.folder, moment * self._lasts[act])
        Workspace.at(self.folder).check()
        after = self._state()
        if kills.digest(self.folder) != self._known[_kind(after)]:
            return f"{act}: state {after.number} is not what it should be"
        if after == before:
            return "old"
        is_next = after.number == before.number + 1 and after.events[:-1] == before.events
        return "new" if is_next else f"{act}: {before.number} became {after.number}"

    def _stage(self) -> Stage:
        """Where an upgrade goes to the build that is not there."""
        is_new = self._state().shipped.hash != self._first
        return replace(self.stage, newer=self.stage.build) if is_new else self.stage

    @property
    def _first(self) -> str:
        from si_kg.workspace.upgrading import shipped_in

        return shipped_in(self.stage.build).hash

    def _state(self) -> State:
        return Workspace.at(self.folder).state


def killed(stage: Stage, times: int, seed: int, scratch: Path) -> Tally:
    """The tally of so many kills."""
    draw = random.Random(seed)  # noqa: S311 (moments, not secrets)
    tally = Tally()
    with oxigraph_to_write(scratch / "store") as server:
        folder = scratch / "there"
        address = Address.given(server.address("/query"))
        RemoteWorkspace.found(folder, address, who="Somebody", build=stage.build)
        turns = Turns(stage, folder)
        turns.rehearse()
        for _ in range(times):
            try:
                found = turns.kill(draw.uniform(0, _LATEST))
            except SiKgError as error:
                found = repr(error)
            is_sound = found in {"old", "new"}
            tally.found[found if is_sound else "neither"] += 1
            tally.faults += [] if is_sound else [found]
    return tally


def _kind(state: State) -> tuple[bool, str]:
    """What tells which content it should have."""
    return state.has(NAME), state.shipped.hash


def main() -> None:
    """Print the tally."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=TIMES)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    root, build = shipped.root(), shipped.snapshot_folder()
    example = root / "ontology" / "examples" / "own-initiative.ttl"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        stage = Stage(root, build, kills.newer_build(build, scratch / "newer"), example)
        tally = killed(stage, given.times, given.seed, scratch)
    counts = ", ".join(f"{count} {state}" for state, count in sorted(tally.found.items()))
    print("\n".join([f"{given.times} kills: {counts}", *tally.faults]))
    sys.exit(bool(tally.faults))


if __name__ == "__main__":
    main()
