"""What stands in a workspace goes into a form and comes back; one edit changes one triple."""

import csv
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest
from forms_kit import ADDITION, BASE, ENDINGS, context, json_of, replaced, taken, with_addition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from si_kg.intake import Context
from si_kg.intake.forms import read, template
from si_kg.intake.forms.selection import selections
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import PREFIXES
from si_kg.rdf_files import read as rdf
from si_kg.store import EmbeddedStore

COMPLETE = Path(__file__).parent / "fixtures" / "valid" / "complete-things.ttl"
NAMES = [selection.name for selection in selections()]
ONE_FORM = {".csv", ".tsv"}
SHIPPED = "https://w3id.org/si-kg/id/"
WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40
).filter(lambda text: text.strip() == text)
TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")
ISSUES = ["eenzaamheid", "armoede", "dementie"]


@pytest.fixture(scope="module")
def complete(graph: KnowledgeGraph) -> tuple[EmbeddedStore, list[ox.Triple]]:
    """The real graph with one complete thing of each kind, as an addition."""
    triples = rdf(COMPLETE)
    assert isinstance(graph.store, EmbeddedStore)
    return with_addition(graph.store, triples), triples


@pytest.fixture(scope="module")
def own(graph: KnowledgeGraph) -> EmbeddedStore:
    """A copy of the real graph, to which a test may add."""
    assert isinstance(graph.store, EmbeddedStore)
    return with_addition(graph.store, [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", sorted(set(ENDINGS) - ONE_FORM))
def test_all_kinds_come_back_from_each_kind_of_file(
    ending: str, language: str, complete: tuple[EmbeddedStore, list[ox.Triple]], tmp_path: Path
) -> None:
    """All that the forms say they hold is read again; else only what points to what they do not."""
    store, triples = complete
    file = tmp_path / f"terug{ending}"
    made = template(file, NAMES, language, store, addition=ADDITION, base=SHIPPED)
    again = read(file, _beside(store, language))
    assert len(again.faults) == made.rows
    assert all(f"‘{ADDITION}’" in fault.message.in_(language) for fault in again.faults)
    kept = {triple for triple in triples if triple not in made.left_out and not _of_list(triple)}
    found = {triple for triple in again.triples if not _of_list(triple)}
    absent = {triple.subject for triple in made.left_out if triple.predicate == TYPE}
    assert found == kept | {triple for triple in made.left_out if triple.object in absent} & found
    assert sum(not _of_list(triple) for triple in kept) > 200


@pytest.mark.parametrize("ending", sorted(ONE_FORM))
@pytest.mark.parametrize("name", NAMES)
def test_each_kind_comes_back_from_a_file_of_one_form(
    name: str, ending: str, complete: tuple[EmbeddedStore, list[ox.Triple]], tmp_path: Path
) -> None:
    """A CSV is known by its headings alone; what it holds is read again without a fault."""
    store, triples = complete
    file = tmp_path / f"terug{ending}"
    made = template(file, [name], "nl", store, addition=ADDITION, base=SHIPPED)
    assert made.rows
    again = read(file, _beside(store, "nl"))
    assert len(again.faults) == made.rows
    assert all(f"‘{ADDITION}’" in fault.message.nl for fault in again.faults)
    kept = {triple for triple in triples if triple not in made.left_out and not _of_list(triple)}
    assert kept <= set(again.triples)


def test_the_worked_example_comes_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """An initiative with its plan, people, judgements and numbers, from RDF and back."""
    triples = rdf(COMPLETE.parents[3] / "ontology" / "examples" / "own-initiative.ttl")
    assert isinstance(graph.store, EmbeddedStore)
    store = with_addition(graph.store, triples)
    base = "https://example.org/"
    made = template(tmp_path / "a.ods", [], "nl", store, addition=ADDITION, base=base)
    lost = {str(triple.subject).removeprefix(f"<{base}").split("-")[0] for triple in made.left_out}
    # a partnership, a placement and a claim have no form, and a concept is no top concept there
    assert lost == {"partnership", "placement", "claim", "indicator"}
    again = read(tmp_path / "a.ods", replace(context(store), base=base))
    assert again.faults == ()
    kept = {t for t in set(triples) - set(made.left_out) if not _of_list(t)}
    assert kept <= set(again.triples)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {f"{name}_{each}": WORDS for name in ("label", "description") for each in LANGUAGES},
            optional={
                "addresses": st.lists(st.sampled_from(ISSUES), unique=True),
                "startYear": st.integers(1900, 2100),
                "startDate": st.dates().filter(lambda day: day.year > 1900).map(str),
                "formerName_other": WORDS.map(lambda text: f"fr: {text}"),
                "abbreviation": WORDS,
                "source": st.just("dossier"),
                "page": st.lists(st.integers(1, 42), min_size=1, max_size=3, unique=True),
            },
        ),
        min_size=1,
        max_size=4,
    ),
    ending=st.sampled_from([".xlsx", ".ods", ".csv", ".yaml", ".json"]),
    language=st.sampled_from(LANGUAGES),
    data=st.data(),
)
def test_one_edit_changes_one_triple(  # noqa: PLR0913, PLR0917  (all that varies)
    rows: list[dict[str, object]],
    ending: str,
    language: str,
    data: st.DataObject,
    own: EmbeddedStore,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Random initiatives, written to a form, one cell edited, read again: just that differs."""
    folder = tmp_path_factory.mktemp("edit")
    given_ids = [
        {key: value for key, value in row.items() if key != "page" or "source" in row}
        | {"id": f"x{at}"}
        for at, row in enumerate(rows)
    ]
    text = json_of({"initiatives": given_ids})
    replaced(own, [])
    first = taken(text, "eerst.json", folder, own, language)
    assert first.faults == ()
    replaced(own, first.triples)
    file = folder / f"terug{ending}"
    made = template(file, [], language, own, addition=ADDITION, base=BASE)
    assert made.left_out == []
    assert set(read(file, context(own, language)).triples) == set(first.triples)
    row = data.draw(st.integers(0, len(rows) - 1))
    _edit(file, row, language)
    edited = read(file, context(own, language))
    assert edited.faults == ()
    thing = ox.NamedNode(f"{BASE}{sorted(str(each['id']) for each in given_ids)[row]}")
    name = ox.NamedNode(f"{PREFIXES['rdfs']}label")
    changed = set(edited.triples) ^ set(first.triples)
    assert {(t.subject, t.predicate) for t in changed} == {(thing, name)}
    assert ox.Triple(thing, name, ox.Literal("Nieuwe naam!", language="nl")) in edited.triples
    assert len(changed) == 2


@pytest.mark.parametrize("ending", ENDINGS)
def test_semicolons_come_back(ending: str, own: EmbeddedStore, tmp_path: Path) -> None:
    """With a backslash before them or without, where one value may stand and where several may."""
    name, other = r"a; b\; c\\; d", [r"fr: x; y\; z"]
    row = {"id": "x", "label_nl": [name], "label_en": "e", "formerName_other": other}
    said = {"description_nl": "t", "description_en": "t", "addresses": ISSUES}
    replaced(own, [])
    first = taken(json_of({"initiatives": [row | said]}), "eerst.json", tmp_path, own)
    assert first.faults == ()
    assert ox.Literal(name, language="nl") in {triple.object for triple in first.triples}
    replaced(own, first.triples)
    file = tmp_path / f"terug{ending}"
    template(file, [], "nl", own, addition=ADDITION, base=BASE)
    assert set(read(file, context(own)).triples) == set(first.triples)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_what_libreoffice_makes_of_a_form_says_the_same(own: EmbeddedStore, tmp_path: Path) -> None:
    """Opened and saved as the other kind of spreadsheet: the same triples, and its drop-downs."""
    rows = [{"id": "tuin", "label_nl": "Tuin; met bank", "label_en": "=Garden", "startYear": 2020}]
    rows[0] |= {"addresses": ISSUES, "startDate": "2020-05-17", "page": [7, 8], "source": "dossier"}
    replaced(own, [])
    first = taken(json_of({"initiatives": rows}), "eerst.json", tmp_path, own)
    assert first.faults == ()
    replaced(own, first.triples)
    for ending, other in ((".ods", "xlsx"), (".xlsx", "ods")):
        file = tmp_path / f"terug{ending}"
        template(file, [], "nl", own, addition=ADDITION, base=BASE)
        command = ["soffice", "--headless", "--convert-to", other, "--outdir", str(tmp_path / "o")]
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run([*command, profile, str(file)], check=True, capture_output=True, timeout=120)
        saved = read(tmp_path / "o" / f"terug.{other}", context(own))
        assert saved.faults == ()
        assert set(saved.triples) == set(first.triples)
    book = openpyxl.load_workbook(tmp_path / "o" / "terug.xlsx")
    rules = book["Initiatieven"].data_validations.dataValidation
    lists = {rule.formula1 for rule in rules if rule.type == "list"}
    assert any(str(each).startswith("_lists!$A$1:$A$") for each in lists)


def _beside(store: EmbeddedStore, language: str) -> Context:
    """Reading for another addition: in the place of this one, nothing of it would be there."""
    return replace(context(store, language), base=SHIPPED, name="ander")


def _edit(file: Path, row: int, language: str) -> None:
    """Another Dutch name in that row, as a person changes it."""
    heading = {"nl": "Naam (Nederlands)", "en": "Name (Dutch)"}[language]
    match file.suffix:
        case ".xlsx":
            book = openpyxl.load_workbook(file)
            book.worksheets[1].cell(row + 2, 2).value = "Nieuwe naam!"
            book.save(file)
        case ".ods":
            _edit_ods(file, row)
        case ".csv":
            between = {"nl": ";", "en": ","}[language]
            with file.open(encoding="utf-8-sig", newline="") as stream:
                lines = list(csv.reader(stream, delimiter=between))
            lines[row + 1][1] = "Nieuwe naam!"
            with file.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, delimiter=between).writerows(lines)
        case ".json":
            said = json.loads(file.read_text("utf-8"))
            said["initiatives"][row]["label_nl"] = "Nieuwe naam!"
            file.write_text(json.dumps(said), "utf-8")
        case _:
            text = file.read_text("utf-8").splitlines()
            places = [n for n, line in enumerate(text) if line.strip().startswith(f"{heading}: ")]
            text[places[row]] = f"    {heading}: Nieuwe naam!"
            file.write_text("\n".join(text), "utf-8")


def _edit_ods(file: Path, row: int) -> None:
    from odf.opendocument import load
    from odf.table import Table, TableRow
    from odf.text import P

    document = load(str(file))
    table = document.spreadsheet.getElementsByType(Table)[1]
    cell = table.getElementsByType(TableRow)[row + 1].childNodes[1]
    for child in list(cell.childNodes):
        cell.removeChild(child)
    cell.addElement(P(text="Nieuwe naam!"))
    document.save(str(file))


def _of_list(triple: ox.Triple) -> bool:
    """Whether it is of a list, whose cells have names that a file of RDF makes up."""
    return isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode)
