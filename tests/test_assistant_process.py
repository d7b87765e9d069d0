"""The server as a process, and the process in which its questions are answered."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import anyio
import pytest
from conftest import Cli
from mcp import Client, StdioServerParameters

import si_kg
from si_kg.assistant.answers import Answer
from si_kg.assistant.desk import Desk, Service
from si_kg.errors import FileUnreadable, QueryMalformed
from si_kg.workers import CallBroken, CallTookTooLong, Worker

PROGRAM = ["-c", "from si_kg.cli import main; main()", "mcp"]
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
FACTS = {"protocolVersion": "2025-06-18", "capabilities": {}}
HELLO: tuple[dict[str, Any], ...] = (
    {
        "id": 1,
        "method": "initialize",
        "params": FACTS | {"clientInfo": {"name": "test", "version": "1"}},
    },
    {"method": "notifications/initialized"},
)
QUICK = "ASK { ?s ?p ?o }"


def test_a_client_can_talk_to_the_command() -> None:
    """Initialise, list, call, and a wrong call, over standard input and output."""

    async def talk() -> None:
        command = StdioServerParameters(command=sys.executable, args=[*PROGRAM, "--lang", "nl"])
        async with Client(command) as client:
            tools = (await client.list_tools()).tools
            assert "definitions-of" in {tool.name for tool in tools}
            answer = await client.call_tool("definitions-of", {"concept": "empowerment"})
            assert answer.structured_content["rows"]
            refused = await client.call_tool("definitions-of", {"concept": "x" * 1_000_000})
            assert refused.is_error

    anyio.run(talk)


def started(*options: str) -> subprocess.Popen[str]:
    """The command, waiting for lines."""
    pipe = subprocess.PIPE
    program = [sys.executable, *PROGRAM, *options]
    return subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def send(process: subprocess.Popen[str], *messages: dict[str, Any] | str) -> None:
    """A line for each message; what is no message goes as it is."""
    assert process.stdin
    for each in messages:
        line = {"jsonrpc": "2.0", **each} if isinstance(each, dict) else each
        process.stdin.write(f"{json.dumps(line)}\n")
    process.stdin.flush()


def test_nothing_but_the_protocol_is_on_standard_output() -> None:
    """Line by line, by hand; the process ends by itself, well, when its input does."""
    asked: list[dict[str, Any]] = [
        {"id": 2, "method": "tools/call", "params": {"name": "scalers", "arguments": {}}},
        {"id": 3, "method": "tools/call", "params": {"name": "x\u202e\x00"}},
        {"id": 4, "method": "no/such"},
    ]
    with started() as process:
        send(process, *HELLO)
        send(process, "no JSON-RPC", *asked)
        assert process.stdout
        got = [json.loads(process.stdout.readline()) for _ in range(4)]
        rest, complaints = process.communicate(timeout=20)
    replies = {each.get("id"): each for each in got}
    assert all(each["jsonrpc"] == "2.0" for each in got)
    assert replies[1]["result"]["serverInfo"]["name"] == "si-kg"
    assert replies[2]["result"]["structuredContent"]["rows"]
    assert replies[3]["result"]["isError"] is True
    assert replies[4]["error"]["code"] == -32601
    assert (rest, process.returncode) == ("", 0)
    assert "Traceback" not in complaints


@pytest.mark.skipif(sys.platform != "linux", reason="looks the processes up in /proc")
def test_a_server_that_is_killed_takes_its_work_along() -> None:
    """No process goes on with a question that nobody can hear the answer to."""
    endless = {"name": "sparql", "arguments": {"query": ENDLESS}}
    with started("--sparql", "--timeout", "600") as process:
        send(process, *HELLO)
        assert process.stdout
        process.stdout.readline()
        children = [
            child
            for task in Path(f"/proc/{process.pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
        assert children
        send(process, {"id": 2, "method": "tools/call", "params": endless})
        time.sleep(0.5)
        process.kill()
    late = time.monotonic() + 10
    while any(map(alive, children)) and time.monotonic() < late:
        time.sleep(0.05)
    assert not any(map(alive, children))


def alive(pid: str) -> bool:
    """Whether a process is there and is no mere entry in the list of processes."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_theme_that_is_not_there_ends_the_command(language: str, mini_cli: Cli) -> None:
    """One line with the themes, before anything is served."""
    ran = mini_cli("mcp", "--theme", "definition", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert "definitions" in ran.err
    assert ran.err.count("\n") == 1


def test_without_its_extra_the_command_says_what_to_install(
    mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The protocol is an extra."""
    monkeypatch.delitem(sys.modules, "si_kg.assistant.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server.lowlevel", None)
    ran = mini_cli("mcp")
    assert ran.code == 2
    assert "si-kg[assistants]" in ran.err


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A worker over the shipped graph that may be asked SPARQL, for a short time a call."""
    made = Worker(Service("en", sparql=True).opened, 1.5)
    yield made
    made.stop()
    assert processes() == set()


def processes() -> set[int | None]:
    """The processes that answer now."""
    return {process.pid for process in active_children()}


async def ask(worker: Worker, query: str) -> Answer:
    """The answer to SPARQL."""
    answer: Answer = await worker.ask("call", "sparql", {"query": query})
    return answer


def test_a_call_that_takes_too_long_is_really_ended(worker: Worker) -> None:
    """Its process is gone, and the next call is answered by another."""

    async def act() -> None:
        await ask(worker, QUICK)
        before = processes()
        began = time.monotonic()
        with pytest.raises(CallTookTooLong, match=r"longer than 1\.5 s"):
            await ask(worker, ENDLESS)
        assert time.monotonic() - began < 10
        assert processes().isdisjoint(before)
        assert (await ask(worker, QUICK)).content["rows"] == [{"answer": "true"}]

    anyio.run(act)


def test_a_call_that_nobody_waits_for_is_ended(worker: Worker) -> None:
    """A client that gives up does not leave the work behind."""

    async def act() -> None:
        await ask(worker, QUICK)
        before = processes()
        with anyio.move_on_after(0.3) as scope:
            await ask(worker, ENDLESS)
        assert scope.cancelled_caught
        assert processes().isdisjoint(before)
        assert (await ask(worker, QUICK)).content["rows"]

    anyio.run(act)


def test_calls_take_turns(worker: Worker) -> None:
    """Asked at once, each gets its own answer."""
    found: dict[int, Any] = {}

    async def one(number: int) -> None:
        answer = await ask(worker, f"SELECT ?n {{ BIND ({number} AS ?n) }}")
        found[number] = answer.content["rows"]

    async def act() -> None:
        async with anyio.create_task_group() as group:
            for number in range(5):
                group.start_soon(one, number)

    anyio.run(act)
    assert found == {number: [{"n": str(number)}] for number in range(5)}


def test_a_process_that_dies_is_replaced(worker: Worker) -> None:
    """The next call is answered as if nothing happened."""
    anyio.run(ask, worker, QUICK)
    for process in active_children():
        process.kill()
        process.join()
    assert anyio.run(ask, worker, QUICK).content["rows"]


def test_errors_come_back_as_they_were(worker: Worker) -> None:
    """In both languages."""
    with pytest.raises(QueryMalformed) as caught:
        anyio.run(ask, worker, "SELECT")
    assert "onleesbaar" in caught.value.message("nl")


class BrokenDesk(Desk):
    """A desk with two faults of ours."""

    def about(self) -> str:
        """Something nobody expected."""
        raise ZeroDivisionError

    def portrait(self, thing: str) -> str:
        """The end of the process."""
        os._exit(len(thing))


def broken() -> Desk:
    """A desk that breaks."""
    return BrokenDesk(Service("en"), si_kg.open())


def test_a_fault_of_ours_is_an_answer_too() -> None:
    """No traceback, but the kind of fault."""
    worker = Worker(broken, 20)
    with pytest.raises(CallBroken, match="ZeroDivisionError"):
        anyio.run(worker.ask, "about")
    with pytest.raises(CallBroken, match="the process ended"):
        anyio.run(worker.ask, "portrait", "x")
    worker.stop()


def test_a_graph_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    """Opening is part of the first call."""
    worker = Worker(Service("en", tmp_path / "none").opened, 20)
    with pytest.raises(FileUnreadable):
        anyio.run(worker.ask, "about")
    worker.stop()


def test_a_folder_serves_as_well(mini_built: Path) -> None:
    """A build of one's own, asked with the canned queries."""
    worker = Worker(Service("en", mini_built).opened, 20)
    answer = anyio.run(worker.ask, "call", "defined-concepts", {})
    worker.stop()
    assert answer.content["rows"]
