"""What the documents promise: their commands run, their examples hold."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "README.nl.md",
        "docs/definitions.md",
        "docs/definities.md",
        "docs/asking.md",
        "docs/vragen.md",
        "docs/documents.md",
        "docs/documenten.md",
        "docs/data-exports.md",
        "docs/gegevens-exporteren.md",
        "docs/scaling.md",
        "docs/opschalen.md",
        "docs/server.md",
        "docs/aanbieden.md",
        "docs/reconciling.md",
        "docs/afstemmen.md",
        "docs/site.md",
        "docs/website.md",
        "docs/check-text.md",
        "docs/tekst-nakijken.md",
        "docs/federation.md",
        "docs/federatie.md",
        "docs/linking.md",
        "docs/koppelen.md",
        "docs/own-knowledge.md",
        "docs/eigen-kennis.md",
    )
]
SLOW = ("make ", "pip ", "si-kg check ", "si-kg reason ")


def commands(document: Path) -> list[str]:
    """The lines of the shell blocks, without the slow ones that other tests cover."""
    blocks = re.findall(r"```sh\n(.*?)```", document.read_text("utf-8"), re.DOTALL)
    lines = [
        line.split("#")[0].strip() if "echo" not in line else line.strip()
        for block in blocks
        for line in block.splitlines()
    ]
    return [line for line in lines if line and not f"{line} ".startswith(SLOW)]


CASES = [(document, line) for document in DOCUMENTS for line in commands(document)]


def test_there_are_commands() -> None:
    """A check of nothing would pass."""
    assert len(CASES) > 10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands write, each after the one before it, as a reader would run them."""
    return tmp_path_factory.mktemp("reader")


@pytest.mark.parametrize(("document", "line"), CASES, ids=lambda value: str(value)[-40:])
def test_a_command_of_the_documents_answers(document: Path, line: str, folder: Path) -> None:
    """Each command ends well and says something, on the terminal or in a file."""
    here = folder / document.stem
    here.mkdir(exist_ok=True)
    written = set(here.iterdir())
    programs = shlex.quote(str(Path(sys.executable).parent))
    ran = subprocess.run(
        ["/bin/sh", "-c", f"PATH={programs}:$PATH\n{line}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=here,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout or set(here.iterdir()) - written


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_python_examples_hold(document: Path) -> None:
    """The session in the document gives what it shows."""
    outcome = doctest.testfile(str(document), module_relative=False)
    assert outcome.attempted > 2
    assert outcome.failed == 0
