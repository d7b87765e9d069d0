"""Drawing on the command line: the list, a picture in a pipe, in a file, on a terminal."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from conftest import Cli, complaint

from si_kg.cli.commands.drawing import FORMATS
from si_kg.plots import FORMATS as LIBRARY_FORMATS
from si_kg.plots import PICTURES


@pytest.mark.parametrize(
    ("language", "kind"),
    [pytest.param("nl", "BEGRIP", id="nl"), pytest.param("en", "CONCEPT", id="en")],
)
def test_without_a_name_the_pictures_are_listed(language: str, kind: str, cli: Cli) -> None:
    """Each with what it shows one of, and its title."""
    ran = cli("draw", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == list(PICTURES)
    assert kind in lines[0]
    assert PICTURES["helix"].title.in_(language) in lines[-1]


def test_a_picture_in_a_pipe_is_svg(cli: Cli) -> None:
    """Without --format, plain SVG on stdout."""
    ran = cli("draw", "evidence-ladder", "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<svg")
    assert ' lang="nl"' in ran.out


def test_a_thing_is_named_as_people_name_it(cli: Cli) -> None:
    """By its label, in either language."""
    ran = cli("draw", "scaler-profile", "Buurtzorg", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["title"]["text"] == ["Bloom’s scalers: Buurtzorg"]


def test_the_rows_of_a_picture_can_be_asked(cli: Cli) -> None:
    """What is drawn, as CSV."""
    ran = cli("draw", "problem-typology", "-f", "csv", "--lang", "nl")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["position"] for row in rows} == {"1", "2", "3", "4"}


@pytest.mark.parametrize("style", FORMATS)
def test_the_name_of_the_file_tells_the_format(style: str, cli: Cli, tmp_path: Path) -> None:
    """The same bytes as with --format; nothing on the screen."""
    one, other = tmp_path / f"one.{style.upper()}", tmp_path / "other"
    ran = cli("draw", "evidence-ladder", "-o", str(one))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    cli("draw", "evidence-ladder", "-o", str(other), "-f", style)
    assert one.read_bytes() == other.read_bytes()


def test_a_file_without_an_ending_is_svg(cli: Cli, tmp_path: Path) -> None:
    """Where nothing tells another format."""
    cli("draw", "evidence-ladder", "-o", str(tmp_path / "picture"))
    assert (tmp_path / "picture").read_bytes().startswith(b"<svg")


def test_the_formats_are_those_of_the_library() -> None:
    """The command names them without reading the library."""
    assert FORMATS == LIBRARY_FORMATS


def test_a_png_goes_through_a_pipe(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As bytes, not as text."""
    with (tmp_path / "pipe").open("w+b") as pipe:
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, write_through=True))
        ran = cli("draw", "evidence-ladder", "--format", "png")
        monkeypatch.undo()
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "pipe").read_bytes().startswith(b"\x89PNG")


def test_a_png_is_not_for_a_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would print noise; the message says what to do."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = cli("draw", "evidence-ladder", "--format", "png")
    assert ran.code == 2
    assert "--output" in complaint(ran)


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        pytest.param(["heatmap"], 2, "heat-map", id="typo"),
        pytest.param(["helix"], 2, "choose for instance", id="no-thing"),
        pytest.param(["helix", "utrecht-sib"], 1, "Too little is known", id="too-little"),
        pytest.param(["evidence-ladder", "x"], 2, "leave out", id="too-much"),
        pytest.param(["evidence-ladder", "-f", "pdf"], 2, "svg, png, json, csv", id="format"),
        pytest.param(["evidence-ladder", "-o", "x.pdf"], 2, "svg, png, json, csv", id="ending"),
        pytest.param(["evidence-ladder", "-o", "/no/such/x.svg"], 2, "/no/such", id="unwritable"),
    ],
)
def test_a_wrong_wish_ends_in_one_line(
    arguments: list[str], code: int, hint: str, cli: Cli
) -> None:
    """The exit code and the message tell what to do."""
    ran = cli("draw", *arguments)
    assert ran.code == code
    assert hint in complaint(ran)


@pytest.mark.parametrize(
    ("language", "there"),
    [pytest.param("nl", "Teken", id="nl"), pytest.param("en", "Draw", id="en")],
)
def test_the_command_explains_itself(language: str, there: str, cli: Cli) -> None:
    """In both languages, with what may be left out in brackets."""
    ran = cli("draw", "--help", "--lang", language)
    assert ran.code == 0
    assert there in ran.out
    assert "[" in ran.out
