"""The network fails, or the writer is killed: what stands there is the old state or the new one."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from engines import oxigraph_server
from flaky_network import Network, network
from remote_workspaces import address, everything, founded, graphs, many, own_subjects
from workspaces import concept, incoming

from si_kg import shipped
from si_kg.errors import EndpointFailed
from si_kg.namespaces import WORKSPACE
from si_kg.store import transport
from si_kg.workspace import Workspace
from si_kg.workspace.faults import WorkspaceMissing
from si_kg.workspace.remote import RemoteWorkspace, claiming, committing, faults, laying
from si_kg.workspace.remote.held import Standing
from si_kg.workspace.remote.reading import read_standing
from si_kg.workspace.remote.there import There

CUTS = 40
KILLS = 30
LARGE = 60  # concepts, in pieces of fifty rows
PIECES = ((committing, "MOST"), (laying, "MOST"), (laying, "_AT_ONCE"))


@pytest.fixture(autouse=True)
def _mini(mini_shipped: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 (done)
    """The shipped graph is the mini one; pieces are small, and nobody waits for long."""
    monkeypatch.setattr(claiming, "LEASE", 1.0)
    monkeypatch.setattr(claiming, "_LONGEST_STEP_BACK", 0.05)
    for module, name in PIECES:
        monkeypatch.setattr(module, name, 50)
    monkeypatch.setattr(committing, "_PAUSE", 0.02)
    monkeypatch.setattr(committing, "_PATIENCE", 0.5)
    monkeypatch.setattr(transport, "sleep", lambda _: None)


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty store in another process."""
    with oxigraph_server() as url:
        yield url


@pytest.fixture
def wires(server: str) -> Iterator[Network]:
    """The network to it."""
    with network(server) as made:
        yield made


def _chance(seed: str) -> random.Random:
    """The same each time, so that a failure can be seen again."""
    return random.Random(seed)  # noqa: S311 (nothing secret)


class Turns:
    """Adds and removes in turn, and knows what stands there before and after each."""

    def __init__(self, server: str, folder: Path) -> None:
        self._server = server
        self._there = founded(server, folder)
        self.files = {
            "small": incoming(concept("small", more="skos:broader id:sharing")),
            "large": many(LARGE),
        }

    def act(self, place: Workspace, name: str) -> None:
        """Add what is not there, or remove it."""
        if place.state.has(name):
            place.remove(name)
        else:
            place.add(self.files[name], name=name)

    def seen(self) -> tuple[int, frozenset[str], set[str]]:
        """The state, counted, with the things it describes; raises where that is not whole.

        What a killed writer had sent may still arrive between two questions; they are asked
        until nothing did.
        """
        while True:
            state = self._there.state
            self._there.check()
            things = own_subjects(self._server)
            if self._there.state.number == state.number:
                return state.number, frozenset(each.name for each in state.additions), things

    def expected(self, names: frozenset[str]) -> set[str]:
        """The things described where these additions are there."""
        things = {"small"} if "small" in names else set()
        return things | ({f"many-{n}" for n in range(LARGE)} if "large" in names else set())

    def judged(self, before: tuple[int, frozenset[str], set[str]], name: str) -> bool:
        """Whether it is new; it is old, or new, and either way complete."""
        number, names, things = self.seen()
        assert things == self.expected(names)
        assert number in {before[0], before[0] + 1}
        if number == before[0]:
            assert (names, things) == before[1:]
            return False
        assert names == before[1] ^ {name}
        return True


@pytest.mark.parametrize("name", ["small", "large"])
@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_connection_is_cut_at_any_byte(
    name: str, direction: str, server: str, wires: Network, tmp_path: Path
) -> None:
    """After each the state is old or new, and what the writer was told is true."""
    turns = Turns(server, tmp_path / "there")
    place = RemoteWorkspace.found(tmp_path / "flaky", address(wires.url), who="Piet")
    wires.heal()
    turns.act(place, name)
    whole = wires.sent if direction == "up" else wires.received
    chance = _chance(name + direction)
    tally = {"done": 0, "not done": 0}
    for _ in range(CUTS // 4):
        before = turns.seen()
        wires.heal()
        setattr(wires, direction, chance.randrange(whole))
        try:
            turns.act(place, name)
            told = True
        except faults.PerhapsWritten:
            told = None
        except EndpointFailed:
            told = False
        wires.heal()
        is_new = turns.judged(before, name)
        assert told in {None, is_new}
        tally["done" if is_new else "not done"] += 1
    assert tally["not done"]


@pytest.mark.parametrize("name", ["small", "large"])
def test_one_cut_is_overcome(name: str, server: str, wires: Network, tmp_path: Path) -> None:
    """A connection that fails once, at any moment, does not stop the change."""
    turns = Turns(server, tmp_path / "there")
    place = RemoteWorkspace.found(tmp_path / "flaky", address(wires.url), who="Piet")
    chance = _chance(name)
    cuts = 0
    for _ in range(CUTS // 4):
        before = turns.seen()
        wires.heal()
        healing = _heals_after_a_cut(wires, chance.randrange(20_000))
        turns.act(place, name)
        cuts += healing()
        assert turns.judged(before, name)
    assert cuts


def _heals_after_a_cut(wires: Network, after: int) -> Callable[[], int]:
    original = wires.passes
    seen = {"bytes": 0, "cut": 0}

    def passes(size: int, *, is_up: bool) -> int:
        seen["bytes"] += size
        if not seen["cut"] and seen["bytes"] > after:
            seen["cut"] = 1
            return size // 2
        return original(size, is_up=is_up)

    wires.passes = passes  # type: ignore[method-assign]

    def end() -> int:
        wires.passes = original  # type: ignore[method-assign]
        return seen["cut"]

    return end


def test_the_answer_to_the_change_is_swallowed(
    server: str, wires: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store did it and its answer was lost: it is asked, and told to be done."""
    place = founded(wires.url, tmp_path / "there")
    send = committing.Committing._sent  # noqa: SLF001 (the moment to fail)

    def cut(self: committing.Committing, *parts: object) -> object:
        wires.swallowing = True
        fault = send(self, *parts)  # type: ignore[arg-type]
        wires.swallowing = False
        return fault

    monkeypatch.setattr(committing.Committing, "_sent", cut)
    monkeypatch.setenv("SI_KG_TIMEOUT", "1")
    place = Workspace.at(place.folder)  # type: ignore[assignment]
    outcome = place.add(incoming(concept("swap")), name="swap")
    assert (outcome.changed, outcome.number) == (True, 2)
    assert own_subjects(server) == {"swap"}
    assert [event.number for event in place.history] == [1, 2]


def test_a_change_that_arrives_too_late_does_not_count(
    server: str, wires: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was told to be not done; when it reaches the store after all, it finds the door shut."""
    place = founded(wires.url, tmp_path / "there")
    late: list[str] = []

    def kept(_: committing.Committing, parts: Iterator[str], __: int) -> EndpointFailed:
        late.append(";\n".join(parts))
        return EndpointFailed(url=wires.url, reason="slow")

    with monkeypatch.context() as patched:
        patched.setattr(committing.Committing, "_sent", kept)
        with pytest.raises(faults.NotWritten):
            place.add(incoming(concept("swap")), name="swap")
    before = everything(server)
    assert len(late) == 3
    for text in late:
        place._there.update(text, again=False)  # noqa: SLF001 (as the network would)
    assert everything(server) == before
    assert place.state.number == 1
    assert place.add(incoming(concept("swap")), name="swap").number == 2


def test_a_change_that_arrives_while_it_is_asked_after_is_told(
    server: str, wires: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store was asked, and did it right after: the second look sees it, and it is done once."""
    place = founded(wires.url, tmp_path / "there")
    late: list[str] = []
    look = read_standing

    def kept(_: committing.Committing, parts: Iterator[str], __: int) -> EndpointFailed:
        late.append(";\n".join(parts))
        return EndpointFailed(url=wires.url, reason="slow")

    def seen(there: There) -> Standing:
        standing = look(there)
        if late:
            there.update(late.pop(), again=False)
        return standing

    monkeypatch.setattr(committing.Committing, "_sent", kept)
    monkeypatch.setattr(committing, "read_standing", seen)
    assert place.add(incoming(concept("swap")), name="swap").number == 2
    assert [event.name for event in place.history][1:] == ["swap"]
    assert own_subjects(server) == {"swap"}


def test_a_store_that_falls_silent_leaves_it_unknown(
    wires: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can tell then, and that is what is told; the history says it afterwards."""
    place = founded(wires.url, tmp_path / "there")
    send = committing.Committing._sent  # noqa: SLF001 (the moment to fail)

    def last_words(self: committing.Committing, *parts: object) -> object:
        fault = send(self, *parts)  # type: ignore[arg-type]
        wires.down_for_good = True
        return fault

    with monkeypatch.context() as patched:
        patched.setattr(committing.Committing, "_sent", last_words)
        with pytest.raises(faults.PerhapsWritten) as unknown:
            place.add(incoming(concept("swap")), name="swap")
    assert unknown.value.facts["number"] == 2
    assert "si-kg history" in unknown.value.message("nl")
    wires.heal()
    assert [event.name for event in place.history][1:] == ["swap"]


def test_a_workspace_is_founded_or_not(server: str, wires: Network, tmp_path: Path) -> None:
    """Cut at any moment: the next time goes on, and what stands there is complete."""
    chance = _chance("found")
    folder = tmp_path / "there"
    failed = 0
    for _ in range(10):
        wires.heal()
        wires.up = chance.randrange(60_000)
        try:
            founded(wires.url, folder)
        except EndpointFailed:
            failed += 1
            with pytest.raises(WorkspaceMissing):
                Workspace.at(folder)
        else:
            break
    wires.heal()
    if failed == 10:
        founded(server, folder)
    assert failed
    Workspace.at(folder).check()
    laid = [name for name in graphs(server) if name.startswith(f"{WORKSPACE}/changes/")]
    Workspace.at(folder).add(incoming(concept("swap")), name="swap")
    assert own_subjects(server) == {"swap"}
    assert len(laid) <= failed


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_remote_network import in_a_process
in_a_process(*map(Path, sys.argv[1:4]), sys.argv[4])
"""


def in_a_process(folder: Path, root: Path, build: Path, name: str) -> None:
    """Add or remove, in a process that may be killed."""
    shipped.root = lambda: root
    shipped.snapshot_folder = lambda: build
    claiming.LEASE = 1.0
    for module, size in PIECES:
        setattr(module, size, 50)  # so that there are many moments
    turns = Turns.__new__(Turns)
    turns.files = {
        "small": incoming(concept("small", more="skos:broader id:sharing")),
        "large": many(LARGE),
    }
    place = Workspace.at(folder)
    print("ready", flush=True)  # noqa: T201 (to the test)
    turns.act(place, name)


@pytest.mark.parametrize("on_disk", [False, True], ids=["memory", "disk"])
def test_the_writer_is_killed_at_any_moment(
    on_disk: bool,  # noqa: FBT001 (a case)
    mini: Path,
    mini_built: Path,
    tmp_path: Path,
) -> None:
    """Each time the state is the old or the new one, complete; and the next can write."""
    with oxigraph_server(location=tmp_path / "store" if on_disk else None) as server:
        turns = Turns(server, tmp_path / "there")
        folders = [str(path) for path in (tmp_path / "there", mini, mini_built)]
        chance = _chance("kill")
        took = {name: _run(folders, name, None) for name in ("small", "large")}
        tally = {True: 0, False: 0}
        for turn in range(KILLS // 2):
            name = ("small", "large")[turn % 2]
            before = turns.seen()
            _run(folders, name, chance.uniform(0, took[name] * 1.1))
            tally[turns.judged(before, name)] += 1
        assert tally[False]
        for name in ("small", "large"):
            before = turns.seen()
            turns.act(Workspace.at(tmp_path / "there"), name)
            assert turns.judged(before, name)


def _run(folders: list[str], name: str, seconds: float | None) -> float:
    """Run the writer, and kill it so many seconds after it began; how long it went on."""
    program = _WRITER.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", program, *folders, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        since = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        if seconds is None:
            assert process.returncode == 0
        took = time.monotonic() - since
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
    return took
