"""Tables: valid CSV on the Web, and RDF made of them by the rules of csv2rdf is in the graph."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import store_of
from csvw import CSVW
from uritemplate import expand

from si_kg import exports
from si_kg.catalogue import Catalogue
from si_kg.errors import FileUnwritable
from si_kg.exports.faults import FolderOfOthers
from si_kg.exports.kinds import CLASSES, REST, facts, table_of_each, tabulated
from si_kg.exports.tables import METADATA, Tables
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ID, PREFIXES
from si_kg.store import EmbeddedStore
from si_kg.store import rows as rows_of


@pytest.fixture(scope="module")
def tables(graph: KnowledgeGraph) -> Tables:
    """The tables of the real graph."""
    return exports.tables(graph)


@pytest.fixture(scope="module")
def folder(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, saved."""
    place = tmp_path_factory.mktemp("exports") / "tables"
    tables.save(place)
    return place


def rows(tables: Tables, name: str) -> list[dict[str, str]]:
    """The rows of one table."""
    return list(csv.DictReader(io.StringIO(tables.files[name].decode(), newline="")))


def of(turtle: str) -> Tables:
    """The tables of these triples."""
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"{GRAPH}data"))
        for quad in store_of(turtle).engine
    ]
    return exports.tables(KnowledgeGraph(EmbeddedStore.from_quads(quads), Catalogue({}), "en"))


def csv2rdf(tables: Tables) -> Iterator[ox.Triple]:
    """Minimal mode of csv2rdf (https://www.w3.org/TR/csv2rdf/), as far as our metadata goes."""
    for table in tables.metadata["tables"]:
        schema = table["tableSchema"]
        if table.get("suppressOutput"):
            continue
        for row in rows(tables, table["url"]):
            subject = ox.NamedNode(expand(schema["aboutUrl"], dict(row)))
            for column in schema["columns"]:
                if row[column["name"]] and not column.get("suppressOutput"):
                    for value in _values(column, row):
                        yield ox.Triple(subject, ox.NamedNode(column["propertyUrl"]), value)


def _values(column: Mapping[str, Any], row: Mapping[str, str]) -> Iterator[Any]:
    cell = row[column["name"]]
    if "valueUrl" in column:
        yield ox.NamedNode(expand(column["valueUrl"], dict(row)))
        return
    for text in cell.split(column["separator"]) if "separator" in column else [cell]:
        if "lang" in column:
            yield ox.Literal(text, language=column["lang"])
        else:
            kind = column["datatype"]
            iri = PREFIXES["xsd"] + kind if isinstance(kind, str) else kind["@id"]
            yield ox.Literal(text, datatype=ox.NamedNode(iri))


def test_the_package_is_valid_csvw(folder: Path) -> None:
    """Metadata, datatypes, primary and foreign keys hold, says the csvw package."""
    assert CSVW(str(folder / METADATA), validate=True).is_valid


def test_a_wrong_cell_is_no_valid_csvw(folder: Path, tmp_path: Path) -> None:
    """The validator does look: a definition of nothing is found."""
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    place = tmp_path / "requires.csv"
    place.write_bytes(place.read_bytes() + b"no-such-thing,criterion-emp-process\r\n")
    with pytest.raises(ValueError, match="no-such-thing"):
        _ = CSVW(str(tmp_path / METADATA), validate=True).is_valid


def test_rdf_made_of_the_tables_is_in_the_graph(tables: Tables, graph: KnowledgeGraph) -> None:
    """Every triple; and all that were put into tables, but blank nodes and IRIs beyond ASCII."""
    quads = exports.data(graph).quads
    wanted = {
        ox.Triple(ox.NamedNode(fact.thing), ox.NamedNode(fact.of), fact.value)
        for fact in facts(tabulated(quads), table_of_each(quads))
        if isinstance(fact.value, ox.Literal) or fact.value.value.isascii()
    }
    made = set(csv2rdf(tables))
    assert len(made) > 20_000
    assert made == wanted


def test_each_thing_stands_in_one_table(tables: Tables) -> None:
    """The list of all things names the table in which the thing has its one row."""
    index = {row["id"]: row["table"] for row in rows(tables, "things.csv")}
    found = [
        (row["id"], name)
        for name in (*CLASSES, REST)
        if f"{name}.csv" in tables.files
        for row in rows(tables, f"{name}.csv")
    ]
    assert len(found) == len(index) > 2_000
    assert dict(found) == index
    assert REST not in index.values()


def test_columns_speak_both_languages(tables: Tables) -> None:
    """Every column and table has a title in Dutch and one in English."""
    for table in tables.metadata["tables"]:
        assert {each["@language"] for each in table["dc:title"]} == {"nl", "en"}
        for column in table["tableSchema"]["columns"]:
            assert set(column["titles"]) == {"und", "nl", "en"}
    (defines,) = _columns(tables, "definitions.csv", "defines")
    assert defines["titles"]["nl"] == ["Definieert"]
    assert defines["valueUrl"] == f"{ID}{{defines}}"
    assert tables.metadata["dc:license"]["@id"].startswith("https://creativecommons.org/")
    assert tables.metadata["schema:version"]


def _columns(tables: Tables, table: str, name: str) -> list[dict[str, Any]]:
    return [
        column
        for each in tables.metadata["tables"]
        if each["url"] == table
        for column in each["tableSchema"]["columns"]
        if column["name"] == name
    ]


def test_authors_stand_in_their_order(tables: Tables, graph: KnowledgeGraph) -> None:
    """The lists of authors, which are no plain triples, have a table of their own."""
    text = f"""
      PREFIX bibo: <{PREFIXES["bibo"]}> PREFIX rdf: <{PREFIXES["rdf"]}>
      SELECT (COUNT(*) AS ?count) {{
        ?source bibo:authorList|bibo:editorList ?list . ?list rdf:rest*/rdf:first ?name
      }}
    """
    names = rows(tables, "source-names.csv")
    ((count,),) = rows_of(graph.store, text)
    assert len(names) == int(count.value)
    first = [row["name"] for row in names if row["source"] == "anderson-curtis-wittig-2014"]
    assert first[0].startswith("anderson")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a "b", c', id="quotes-and-commas"),
        pytest.param("a\nb\r\nc", id="lines"),
        pytest.param(" a ", id="spaces"),
        pytest.param("=1+1|2", id="formula"),
        pytest.param("<script>&amp;", id="markup"),
    ],
)
def test_texts_come_back_as_they_were(text: str) -> None:
    """No text breaks out of its cell, and none is changed."""
    written = json.dumps(text)
    made = of(
        f"id:a a si:Claim ; rdfs:label {written}@nl ; skos:altLabel {written}@nl , 'b|c'@nl ."
    )
    literals = {t.object.value for t in csv2rdf(made) if isinstance(t.object, ox.Literal)}
    assert literals == {text, "b|c"}


def test_odd_values_get_their_own_columns() -> None:
    """Datatypes, languages, other namespaces and other datatypes are all kept apart."""
    made = of(
        """
        id:a a si:Claim ; si:x 1 , "t" ; si:y "fr"@fr , "pt"@pt-br ; si:z <https://example.org/ü> .
        id:b a si:Claim ; si:x "p"^^si:page ; si:w id:a , <https://example.org/q?a=b#c> .
        """
    )
    names = csv.DictReader(io.StringIO(made.files["claims.csv"].decode())).fieldnames
    assert names == ["id", "kind", "x_integer", "x_page", "x_string", "y_fr", "y_pt_br", "z_iri"]
    (foreign,) = _columns(made, "claims.csv", "z_iri")
    assert foreign["suppressOutput"] is True  # a URI template would change this IRI
    assert len(set(csv2rdf(made))) == 9


def test_a_graph_without_things_has_an_empty_list() -> None:
    """Nothing is no fault."""
    assert of("").files == {"things.csv": b"id,table,label_nl,label_en\r\n"}


def test_a_zip_file_holds_the_same(tables: Tables, folder: Path, tmp_path: Path) -> None:
    """The same files, and twice the same bytes."""
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    tables.save(first)
    tables.save(second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.read_bytes() for file in folder.iterdir()
        }


def test_only_a_folder_of_tables_is_replaced(tmp_path: Path) -> None:
    """An empty folder is filled and our own replaced; any other stays as it is."""
    made = of("id:a a si:Claim .")
    place = tmp_path / "tables"
    place.mkdir()
    made.save(place)
    (place / "old.csv").write_text("id\r\n")
    made.save(place)
    assert sorted(file.name for file in place.iterdir()) == ["claims.csv", METADATA, "things.csv"]
    (place / "thesis.docx").write_bytes(b"precious")
    with pytest.raises(FolderOfOthers):
        made.save(place)
    assert (place / "thesis.docx").read_bytes() == b"precious"
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    """A file stays what it is."""
    file = tmp_path / "notes.txt"
    file.write_text("notes")
    with pytest.raises(FileUnwritable):
        of("id:a a si:Claim .").save(file)
    assert file.read_text() == "notes"
