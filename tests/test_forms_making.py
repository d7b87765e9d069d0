"""Forms are made from the shapes and the ontology, as files that people can fill in."""

import csv
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest
import yaml
from forms_kit import ADDITION, BASE, ENDINGS, with_addition

from si_kg.intake.forms import template
from si_kg.intake.forms.asks import shipped_asks
from si_kg.intake.forms.columns import Sort
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.faults import (
    AdditionNotHere,
    FormExists,
    FormKindUnknown,
    FormNotFound,
    OneFormOnly,
)
from si_kg.intake.forms.selection import selections
from si_kg.intake.forms.sheets import letters
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import PREFIXES, expand
from si_kg.store import EmbeddedStore, Store

NAMES = [selection.name for selection in selections()]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def store(graph: KnowledgeGraph) -> Store:
    """The real graph."""
    return graph.store


@pytest.fixture(scope="module")
def forms(store: Store) -> Forms:
    """All forms for it."""
    return Forms(store)


@pytest.fixture(scope="module")
def workbook(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All forms in Dutch, as an Excel workbook."""
    file = tmp_path_factory.mktemp("forms") / "alles.xlsx"
    template(file, ["all"], "nl", store)
    return file


def test_there_is_a_form_for_each_kind_of_thing(forms: Forms) -> None:
    """Initiatives, actors, places, measurements, judgements, definitions, criteria, sources."""
    assert [form.name for form in forms.all] == NAMES
    assert {"initiatives", "organisations", "persons", "judgements", "sources"} <= set(NAMES)
    assert [form.name for form in forms.named(["actors", "Bronnen"])] == [
        "organisations",
        "persons",
        "sources",
    ]


def test_what_a_column_asks_follows_from_the_shapes(forms: Forms) -> None:
    """Each demand for one thing that the shapes make of a class is a column that must be filled."""
    initiatives = forms.named(["initiatives"])[0]
    must = {column.name for column in initiatives.columns if column.required}
    assert must == {"label_nl", "label_en"}
    assert all(initiatives.column(name).is_shared for name in must)
    assert [column.name for column in initiatives.columns if column.must("nl")] == ["label_nl"]
    advised = {column.name for column in initiatives.columns if column.advised}
    assert advised == {"addresses", "description_nl", "description_en"} | must
    measured = forms.named(["measurements"])[0]
    assert measured.column("hasUnit").classes == [expand("si:Unit")]
    assert not measured.column("hasUnit").multiple
    assert measured.column("value").sort is Sort.NUMBER
    assert measured.column("observedOn").datatypes == [expand("xsd:date"), expand("xsd:gYear")]
    rules = {column.required.rule for column in measured.columns if column.required}
    assert rules == {
        "sis:Measurement-isAbout-min",
        "sis:Measurement-hasIndicator-one",
        "sis:Measurement-hasUnit-one",
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_required_property_has_a_column(name: str, forms: Forms) -> None:
    """A shape that blocks for want of a property is met by filling in the form."""
    form = forms.named([name])[0]
    asks, terms = shipped_asks(), forms.terms
    classes = terms.superclasses(form.selection.usual or form.selection.about)
    asked = {
        of
        for (target, of), found in asks.of_class.items()
        for ask in found
        if target in classes and ask.least and ask.severity == "Violation"
    }
    given = {of for facts in form.selection.also.values() for of in facts}
    assert asked - given <= {column.of for column in form.columns}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_column_has_its_own_heading(name: str, language: str, forms: Forms) -> None:
    """No two columns of a form are called the same, and each column has a name in words."""
    form = forms.named([name])[0]
    headings = [column.heading.in_(language) for column in form.columns]
    assert len(set(headings)) == len(headings)
    assert not [heading for heading in headings if re.search(r"[a-z][A-Z]|:", heading)]
    assert len({column.name for column in form.columns}) == len(form.columns)


def test_each_column_is_explained(forms: Forms) -> None:
    """What to fill in stands in both languages; only what its heading says already may be bare."""
    bare = {
        column.name for form in forms.all for column in form.columns if not all(column.explanation)
    }
    assert bare <= {"givenName", "suffixName", "doi", "isbn"}


def test_a_workbook_has_drop_downs(workbook: Path) -> None:
    """The XML has lists to choose from: kinds, things of the right class, in the language."""
    with zipfile.ZipFile(workbook) as packed:
        sheet = packed.read("xl/worksheets/sheet2.xml").decode()
    lists = re.findall(r'<dataValidation [^>]*type="list"[^>]*><formula1>([^<]*)<', sheet)
    assert len(lists) > 5
    assert all(re.fullmatch(r"_lists!\$[A-Z]+\$1:\$[A-Z]+\$\d+", each) for each in lists)
    book = openpyxl.load_workbook(workbook)
    page = book["Initiatieven"]
    heads = {cell.value: letters(place) for place, cell in enumerate(page[1])}
    rules = {str(r.sqref).split(":")[0]: r for r in page.data_validations.dataValidation}
    issues = rules[f"{heads['Vraagstuk']}2"]
    place = re.fullmatch(r"_lists!\$([A-Z]+)\$1:\$\1\$(\d+)", issues.formula1)
    assert place is not None
    letter, last = place.groups()
    offered = [book["_lists"][f"{letter}{row}"].value for row in range(1, int(last) + 1)]
    assert "eenzaamheid" in offered
    assert offered == sorted(offered, key=str.casefold)
    assert book["_lists"].sheet_state == "hidden"
    assert issues.prompt.startswith("Aanbevolen.")
    assert not issues.showErrorMessage  # several values fit in the cell


def test_a_workbook_explains_itself(workbook: Path, forms: Forms) -> None:
    """A page of explanation, heads that stay in sight, a note on each head, days kept as days."""
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames[0] == "Uitleg"
    assert book.sheetnames[1:-1] == [form.title.nl for form in forms.all]
    for form in forms.all:
        page = book[form.title.nl]
        assert page.freeze_panes == "C2"
        for cell, column in zip(page[1], form.columns, strict=True):
            assert cell.value == column.heading.nl + (" *" if column.must("nl") else "")
            assert cell.comment is not None
    page = book["Initiatieven"]
    heads = {cell.value: letters(place) for place, cell in enumerate(page[1])}
    shown = {head: page.column_dimensions[letter].number_format for head, letter in heads.items()}
    assert shown["Beginjaar"] == "0"
    assert shown["Begindatum"] == "yyyy-mm-dd"
    assert shown["Pagina"] == "@"
    explained = [row[1].value for row in book["Uitleg"].iter_rows(min_row=9)]
    assert len(explained) == sum(len(form.columns) for form in forms.all)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_form_is_a_file_of_its_kind(
    ending: str, language: str, store: Store, tmp_path: Path
) -> None:
    """Each kind of file opens with what reads such files, and names the columns."""
    file = tmp_path / f"leeg{ending}"
    made = template(file, ["initiatives"], language, store)
    assert (made.forms, made.rows, made.left_out) == (["initiatives"], 0, [])
    heading = {"nl": "Vraagstuk", "en": "Issue"}[language]
    assert heading in _headings(file, language)


def test_examples_come_from_the_worked_example(store: Store, tmp_path: Path) -> None:
    """What the explanation shows is what the worked example says."""
    file = tmp_path / "alles.yaml"
    template(file, ["all"], "nl", store)
    text = file.read_text("utf-8")
    assert "# Voorbeeld: De Lange Tafel (verzonnen)" in text
    assert "# Voorbeeld: eenzaamheid" in text
    assert "# Verplicht." in text


@pytest.mark.parametrize(
    ("name", "kinds", "error"),
    [
        pytest.param("form.docx", [], FormKindUnknown, id="kind-of-file"),
        pytest.param("form.csv", ["all"], OneFormOnly, id="several-in-csv"),
        pytest.param("form.yaml", ["initiatifs"], FormNotFound, id="no-such-form"),
        pytest.param("here.yaml", [], FormExists, id="exists"),
    ],
)
def test_what_cannot_be_made_is_told(
    name: str, kinds: list[str], error: type[Exception], store: Store, tmp_path: Path
) -> None:
    """Nothing is written then."""
    (tmp_path / "here.yaml").write_text("mine", "utf-8")
    with pytest.raises(error):
        template(tmp_path / name, kinds, "nl", store)
    assert [each.name for each in tmp_path.iterdir()] == ["here.yaml"]
    assert (tmp_path / "here.yaml").read_text("utf-8") == "mine"


def test_a_wrong_name_gives_the_nearest(store: Store, tmp_path: Path) -> None:
    """Of a form, and of an addition."""
    with pytest.raises(FormNotFound) as caught:
        template(tmp_path / "a.yaml", ["initiatifs"], "nl", store)
    assert "initiatives" in caught.value.message("en")
    with pytest.raises(AdditionNotHere):
        template(tmp_path / "a.yaml", [], "nl", store, addition="proef")


def test_what_a_form_cannot_hold_is_told(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """An addition of other RDF: what would be gone is named, triple by triple."""
    thing = ox.NamedNode(f"{BASE}tuin")
    kept = ox.Triple(
        thing, ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{PREFIXES['si']}Service")
    )
    lost = ox.Triple(
        thing,
        ox.NamedNode(f"{PREFIXES['skos']}historyNote"),
        ox.Literal("Er was eens.", language="nl"),
    )
    assert isinstance(graph.store, EmbeddedStore)
    store = with_addition(graph.store, [kept, lost])
    made = template(tmp_path / "a.yaml", [], "nl", store, addition=ADDITION, base=BASE)
    assert (made.rows, made.left_out) == (1, [lost])


def _headings(file: Path, language: str) -> list[str]:
    match file.suffix:
        case ".xlsx":
            book = openpyxl.load_workbook(file)
            return [str(cell.value) for cell in book.worksheets[1][1]]
        case ".ods":
            with zipfile.ZipFile(file) as packed:
                return re.findall(r">([^<]+)</text:p>", packed.read("content.xml").decode())
        case ".csv" | ".tsv":
            between = "\t" if file.suffix == ".tsv" else {"nl": ";", "en": ","}[language]
            with file.open(encoding="utf-8-sig", newline="") as stream:
                return next(csv.reader(stream, delimiter=between))
        case ".json":
            assert list(json.loads(file.read_text("utf-8"))) == ["initiatives"]
            return ["Vraagstuk", "Issue"]
        case _:
            ((_, things),) = yaml.safe_load(file.read_text("utf-8")).items()
            return list(things[0])
