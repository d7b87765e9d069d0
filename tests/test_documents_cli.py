"""`si-kg export`: documents from the command line."""

from pathlib import Path

import pytest
from conftest import Cli, complaint

from si_kg.cli.commands import documenting
from si_kg.documents import FORMATS
from si_kg.documents.choosing import SCOPES
from si_kg.documents.formats import FORMATS as KNOWN


def test_the_choices_on_the_line_are_those_of_the_library() -> None:
    """Help names what there is, though it does not read the library."""
    assert tuple(FORMATS) == documenting.FORMATS
    assert tuple(SCOPES) == documenting.SCOPES
    assert set(KNOWN) >= documenting.TEXTS


def test_definitions_to_a_file(cli: Cli, tmp_path: Path) -> None:
    """The name of the file tells the format."""
    file = tmp_path / "pack.docx"
    ran = cli("export", "definitions", "empowerment", "--programme", "ESF+", "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.read_bytes().startswith(b"PK")


def test_definitions_to_the_screen(cli: Cli) -> None:
    """Without a file a document is text; --style and --lang say how."""
    ran = cli("export", "definitions", "empowerment", "--style", "ieee", "--lang", "nl")
    assert ran.code == 0
    assert "Literatuur" in ran.out
    assert "[1, p. 5]" in ran.out


def test_both_languages(cli: Cli) -> None:
    """Only a document can speak both at once."""
    ran = cli("export", "definitions", "empowerment", "--lang", "both", "--to", "md")
    assert ran.code == 0
    assert "In gewone taal" in ran.out
    assert "In plain language" in ran.out
    assert "both" in complaint(cli("show", "empowerment", "--lang", "both"))


@pytest.mark.parametrize(
    "wanted",
    [
        ["comparison", "empowerment"],
        ["glossary", "scalers"],
        ["glossary", "all"],
        ["initiative", "M-PESA"],
    ],
    ids=" ".join,
)
def test_the_other_documents(cli: Cli, tmp_path: Path, wanted: list[str]) -> None:
    """Each is written to a file in the language asked."""
    file = tmp_path / "made.pdf"
    ran = cli("export", *wanted, "--lang", "nl", "-o", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_plan_as_a_document(cli: Cli, tmp_path: Path) -> None:
    """A form that was made by `assess` becomes a report."""
    form, report = tmp_path / "plan.yaml", tmp_path / "report.odt"
    cli("assess", "--template", str(form))
    ran = cli("export", "assessment", str(form), "--programme", "ESF+", "-o", str(report))
    assert (ran.code, ran.err) == (0, "")
    assert report.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        pytest.param(["definitions", "empowermnet"], "empowerment", id="concept"),
        pytest.param(["definitions", "empowerment", "--style", "aap"], "apa", id="style"),
        pytest.param(["definitions", "empowerment", "--programme", "ESF-"], "ESF", id="programme"),
        pytest.param(
            ["definitions", "empowerment", "--author", "Regenmortl"], "Regenmortel", id="author"
        ),
        pytest.param(["definitions", "empowerment", "--to", "docs"], "docx", id="format"),
        pytest.param(["definitions", "empowerment", "-o", "pack.wrod"], "docx", id="ending"),
        pytest.param(["definitions", "empowerment", "--scope", "art"], "policy", id="scope"),
        pytest.param(["definitions"], "--definition", id="nothing"),
        pytest.param(["initiative", "Buurtzrog"], "buurtzorg", id="initiative"),
        pytest.param(["initiative", "../../etc"], "`si-kg query initiatives`", id="no-initiative"),
        pytest.param(["glosary"], "glossary", id="command"),
        pytest.param(["assessment", "none.yaml"], "none.yaml", id="plan"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mistake_is_one_line(cli: Cli, arguments: list[str], nearest: str, language: str) -> None:
    """Exit code 2, what is wrong and what may have been meant, in the language asked."""
    ran = cli("export", *arguments, "--lang", language)
    assert ran.code == 2
    assert nearest in complaint(ran)


def test_a_file_that_cannot_be_written_stays_unwritten(cli: Cli, tmp_path: Path) -> None:
    """No folder, no document, and no half of one."""
    file = tmp_path / "none" / "pack.docx"
    ran = cli("export", "definitions", "empowerment", "-o", str(file))
    assert ran.code == 2
    assert "pack.docx" in complaint(ran)
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_what_to_install(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing part is named with the command that brings it."""
    import sys

    for name in [each for each in sys.modules if each.startswith("si_kg.documents")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "panflute", None)
    ran = cli("export", "definitions", "empowerment")
    assert ran.code == 2
    assert "pip install 'si-kg[documents]'" in complaint(ran)
