"""The command line asked of an endpoint or folder, and what only the graph here can do."""

from pathlib import Path

import pytest
from conftest import Cli, Endpoint, complaint
from fake_store import fake_store

from si_kg.cli import wanted
from si_kg.cli.commands import make_cli
from si_kg.shipped import GRAPH_FILE
from si_kg.store import disk

ASKING = [
    pytest.param(["query", "concepts", "--format", "csv"], id="query"),
    pytest.param(["queries"], id="queries"),
    pytest.param(["show", "delen"], id="show"),
    pytest.param(["find", "dele", "--format", "csv"], id="find"),
]
HERE = ["validate", "reason", "check", "build"]
DUTCH = "Dit kan alleen met een graaf op deze computer; laat --endpoint (SI_KG_ENDPOINT) weg.\n"


@pytest.mark.parametrize("arguments", ASKING)
def test_the_endpoint_may_stand_anywhere(
    arguments: list[str], mini_cli: Cli, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the command, after it, or in SI_KG_ENDPOINT: the answer is that of the graph here."""
    ours = mini_cli(*arguments)
    assert ours.code == 0
    asked = len(endpoint.asked)
    option = ["--endpoint", endpoint.url]
    assert mini_cli(*option, *arguments) == ours
    assert mini_cli(*arguments, *option) == ours
    assert mini_cli(f"--endpoint={endpoint.url}", *arguments) == ours
    monkeypatch.setenv("SI_KG_ENDPOINT", endpoint.url)
    assert mini_cli(*arguments) == ours
    assert (len(endpoint.asked) > asked) == (arguments[0] != "queries")


def test_a_code_snippet_names_the_endpoint(mini_cli: Cli, endpoint: Endpoint) -> None:
    """Wherever it was given."""
    ran = mini_cli("--endpoint", endpoint.url, "query", "concepts", "--as", "python")
    assert repr(endpoint.url) in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["compare", "social innovation", "--resamples", "0"], id="compare"),
        pytest.param(["classify", "M-PESA"], id="classify"),
        pytest.param(["draw", "problem-typology", "--format", "csv"], id="draw"),
        pytest.param(["sample", "--seed", "1"], id="sample"),
    ],
)
def test_the_heavier_commands_ask_a_folder_too(
    arguments: list[str], cli: Cli, built: Path, tmp_path: Path
) -> None:
    """A store on disk gives what the graph in memory gives."""
    disk.write((built / GRAPH_FILE).read_bytes(), tmp_path / "store")
    ours = cli(*arguments)
    assert ours.code == 0
    assert cli("--endpoint", str(tmp_path / "store"), *arguments) == ours


@pytest.mark.parametrize("command", HERE)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_what_needs_the_graph_here_says_so(command: str, before: bool, mini_cli: Cli) -> None:  # noqa: FBT001
    """Nothing is asked, and nothing is silently done on another graph."""
    option = ["--endpoint", "http://127.0.0.1:1/"]
    line = [*option, command] if before else [command, *option]
    ran = mini_cli("--lang", "nl", *line)
    assert ran.code == 2
    assert complaint(ran) == DUTCH


@pytest.mark.parametrize("command", ["validate", "reason"])
def test_the_variable_counts_too(
    command: str, mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would ask the graph does not ask another one than SI_KG_ENDPOINT names."""
    monkeypatch.setenv("SI_KG_ENDPOINT", "http://127.0.0.1:1/")
    ran = mini_cli(command, "--lang", "nl")
    assert ran.code == 2
    assert complaint(ran) == DUTCH


def test_every_command_asks_elsewhere_or_says_why_not(mini_cli: Cli) -> None:
    """A new command is on one of the two sides."""
    commands = make_cli("en").commands
    takes = {
        name
        for name, command in commands.items()
        if any(param.name == "endpoint" for param in command.params)
    }
    assert takes >= {arguments.values[0][0] for arguments in ASKING}  # type: ignore[index]
    assert set(HERE) <= set(commands) - takes
    for name in set(commands) - takes:
        ran = mini_cli(name, "--endpoint", "x", "--lang", "nl")
        assert complaint(ran) == DUTCH


def test_publishing_goes_where_the_option_says(mini_cli: Cli) -> None:
    """`--endpoint` before the command is the same option."""
    with fake_store() as there:
        ran = mini_cli("--endpoint", f"{there.url}/query", "publish")
        assert (ran.code, ran.err) == (0, "")
        assert len(there.engine) > 100


def test_an_option_without_its_value_is_no_place() -> None:
    """Click tells what is missing."""
    assert wanted.place(["query", "--endpoint"]).endpoint is None
