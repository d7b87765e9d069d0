"""What stands in a file that is damaged, hostile or no form is told, never guessed."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from forms_kit import (
    TABLE,
    context,
    csv_of,
    initiative,
    json_of,
    said,
    taken,
    told,
)
from hypothesis import given
from hypothesis import strategies as st

from si_kg import intake
from si_kg.intake.forms import read
from si_kg.intake.forms.faults import FormBroken, FormNotRecognised, FormTooLarge
from si_kg.intake.forms.reading import limits
from si_kg.intake.forms.reading.separated import guarded
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.store import Store
from si_kg.yaml_files import YamlBroken


@pytest.fixture(scope="module")
def store(graph: KnowledgeGraph) -> Store:
    """The real graph."""
    return graph.store


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            lambda sheet: sheet.__setitem__("A2", "=1+1"),
            "Hier staat een formule; zet de waarde zelf in de cel.",
            id="formula",
        ),
        pytest.param(
            lambda sheet: sheet.merge_cells("A2:A3"),
            "Deze cellen zijn samengevoegd; maak dat ongedaan en zet de waarde in elke rij.",
            id="merged",
        ),
    ],
)
def test_cells_that_say_no_single_thing_are_told(
    change: Any, message: str, store: Store, tmp_path: Path
) -> None:
    """A formula is not calculated, merged cells are not guessed at."""
    file = tmp_path / "raar.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows = [initiative(1), initiative(2)]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    change(sheet)
    book.save(file)
    messages = [text for _, text in told(read(file, context(store)))]
    assert message in messages


def test_hidden_rows_are_read_and_told(store: Store, tmp_path: Path) -> None:
    """A row that a filter hides is not lost in silence."""
    file = tmp_path / "verborgen.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(initiative(1)))
    sheet.append(list(initiative(1).values()))
    sheet.append([])
    sheet.append(list(initiative(2).values()))
    sheet.row_dimensions[4].hidden = True
    book.save(file)
    found = read(file, context(store))
    assert told(found) == [("Sheet", "Verborgen rijen zijn ook gelezen: 4.")]
    assert found.faults[0].severity == "Info"
    assert ("buurttuin-2", "rdf:type", "si:Initiative") in said(found)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.csv", "Naam;Café\r\n".encode("cp1252"), "CSV UTF-8", id="cp1252"),
        pytest.param("a.xlsx", b"no zip", "beschadigd", id="no-zip"),
        pytest.param("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(99), "versleuteld", id="encrypted"),
        pytest.param("a.ods", b"PK\x03\x04", "beschadigd", id="half-a-zip"),
        pytest.param("a.yaml", b"initiatieven: &a [*a]", "verwijzingen", id="alias"),
        pytest.param("a.yaml", b"a: [[[[[[[[[[1]]]]]]]]]]", "te diep", id="deep"),
        pytest.param("a.yaml", b"initiatieven:\n- a: [\n", "Fout in a.yaml, regel ", id="half"),
        pytest.param("a.yaml", b"initiatieven: 3", "lijst van dingen", id="no-list"),
        pytest.param("a.yaml", b"- a: 1\n- {[b]: 2}", "regel 2 klopt niet", id="name-is-a-list"),
        pytest.param("a.json", b'{"initiatieven": [3]}', "een ding te staan", id="no-thing"),
        pytest.param("a.json", b'{\n"initiatieven": [', "regel 2", id="half-json"),
        pytest.param("a.json", b"[" * 5000, "nested deeper", id="deep-json"),
    ],
)
def test_files_that_are_no_form_say_why(
    name: str, content: bytes, words: str, store: Store, tmp_path: Path
) -> None:
    """A damaged or hostile file is refused with what to do about it."""
    with pytest.raises((FormBroken, YamlBroken)) as caught:
        taken(content, name, tmp_path, store)
    assert words in caught.value.message("nl")


def test_a_file_that_unpacks_into_much_is_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything of it is unpacked; and so are more rows than a form may have."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content.xml", bytes(70_000_000))
    for name in ("bom.ods", "bom.xlsx"):
        with pytest.raises(FormTooLarge):
            taken(out.getvalue(), name, tmp_path, store)
    monkeypatch.setattr(limits, "MOST_ROWS", 3)
    monkeypatch.setattr("si_kg.intake.forms.reading.grids.MOST_ROWS", 3)
    with pytest.raises(FormTooLarge):
        taken(csv_of([initiative(n) for n in range(9)]), "veel.csv", tmp_path, store)


def test_a_table_that_is_no_form_is_not_guessed(store: Store, tmp_path: Path) -> None:
    """Headings of nothing that we know are refused, with how to get a form."""
    with pytest.raises(FormNotRecognised) as caught:
        taken("kleur;prijs\r\nrood;3\r\n", "prijzen.csv", tmp_path, store)
    assert "si-kg template" in caught.value.message("nl")


def test_intake_reads_forms_by_their_ending(store: Store, tmp_path: Path) -> None:
    """The one door for all files leads to forms for a form."""
    file = tmp_path / "een.csv"
    file.write_text(csv_of([initiative(1)]), "utf-8")
    assert intake.read(file, context(store)).triples == read(file, context(store)).triples


def test_text_that_looks_like_a_formula_stays_text(store: Store, tmp_path: Path) -> None:
    """It is written as text, and read back as the same text."""
    file = tmp_path / "tekst.csv"
    name = "=HYPERLINK(1)"
    row = initiative(1, name_nl=guarded(name))
    file.write_text(csv_of([row]), "utf-8")
    found = read(file, context(store))
    assert ("hyperlink-1", "rdfs:label", f"{name}@nl") in said(found)


@given(
    row=st.dictionaries(
        st.sampled_from([*TABLE.values(), "Id", "Soort", "Bron", "Pagina", "Is gelezen op"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12),
    )
)
def test_no_text_breaks_the_reader(
    row: dict[str, str], store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stands in the cells of a form: triples and faults come out, never a surprise."""
    text = json_of({"initiatieven": [initiative(1) | row]})
    found = taken(text, "iets.json", tmp_path_factory.mktemp("any"), store)
    assert found.triples or found.faults
