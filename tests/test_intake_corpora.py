"""Corpora come in by a mapping: every cell is stated, left out on purpose, or told."""

import json
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyoxigraph as ox
import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from si_kg import intake
from si_kg.errors import FileUnreadable, SiKgError
from si_kg.findings import Finding
from si_kg.intake import Context, Incoming, corpora
from si_kg.intake.corpora.datatypes import NAMES, datatype
from si_kg.intake.corpora.faults import (
    MappingMalformed,
    SheetNotFound,
    TableNotFound,
    TableUnreadable,
)
from si_kg.intake.corpora.loading import load
from si_kg.intake.corpora.templates import Template
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import expand
from si_kg.store import EmbeddedStore, Store
from si_kg.workbooks import WorkbookBroken

BASE = "https://data.gemeente.example/id/"
ESID = ROOT / "tests" / "fixtures" / "corpora" / "esid"
EMPTY = EmbeddedStore.from_quads([])
Json = dict[str, Any]
Bring = Callable[..., Incoming]


def _context(store: Store = EMPTY) -> Context:
    return Context(BASE, "corpus", "Zoë", date(2026, 1, 31), "nl", store)


def _column(name: str, **said: Any) -> Json:
    return {"name": name, "propertyUrl": f"dcterms:{name}", **said}


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Read rows by a mapping of their columns."""

    def brought(text: str, *columns: Json, **said: Any) -> Incoming:
        file, mapping = tmp_path / "a.csv", tmp_path / "m.yaml"
        file.write_text(text, "utf-8")
        table = {"url": "a.csv", "tableSchema": {"aboutUrl": "{id}", "columns": list(columns)}}
        mapping.write_text(json.dumps({**table, **said}), "utf-8")
        return intake.read(file, _context(), mapping)

    return brought


ID = {"name": "id"}


def _said(incoming: Incoming, of: str) -> list[str]:
    prop = ox.NamedNode(expand(of) or of)
    return [str(triple.object) for triple in incoming.triples if triple.predicate == prop]


@pytest.mark.parametrize(
    ("column", "cell", "values"),
    [
        pytest.param({}, " a ", ['"a"'], id="text"),
        pytest.param({"lang": "nl"}, "a", ['"a"@nl'], id="language"),
        pytest.param({"lang": "en", "si:alsoIn": "nl"}, "a", ['"a"@en', '"a"@nl'], id="languages"),
        pytest.param({"separator": ";"}, "a; b;;", ['"a"', '"b"'], id="several"),
        pytest.param({"default": "x"}, "", ['"x"'], id="default"),
        pytest.param({"null": ["", "-"]}, "-", [], id="null"),
        pytest.param({"datatype": "integer"}, "12", ['"12"^^xsd:integer'], id="integer"),
        pytest.param(
            {"datatype": {"base": "decimal", "format": {"decimalChar": ",", "groupChar": "."}}},
            '"1.234,5"',
            ['"1234.5"^^xsd:decimal'],
            id="dutch-number",
        ),
        pytest.param(
            {"datatype": {"base": "date", "format": "d-M-yyyy"}},
            "1-2-2015",
            ['"2015-02-01"^^xsd:date'],
            id="dutch-day",
        ),
        pytest.param(
            {"datatype": {"base": "date", "format": "d-M-yyyy"}},
            "2015-02-01",
            ['"2015-02-01"^^xsd:date'],
            id="day-as-iso",
        ),
        pytest.param(
            {"datatype": {"base": "gYear", "format": "yyyy-MM-dd"}},
            "2015-02-01",
            ['"2015"^^xsd:gYear'],
            id="year-of-day",
        ),
        pytest.param(
            {"datatype": {"base": "boolean", "format": "ja|nee"}},
            "nee",
            ['"false"^^xsd:boolean'],
            id="boolean",
        ),
        pytest.param({"datatype": "anyURI"}, "https://a.b/c", ["<https://a.b/c>"], id="address"),
        pytest.param({"valueUrl": "x-{v}"}, "a b/c", [f"<{BASE}x-a%20b%2Fc>"], id="iri-of-text"),
        pytest.param(
            {"valueUrl": "{+v}"}, "https://a.b/c d", ["<https://a.b/c%20d>"], id="iri-as-it-is"
        ),
        pytest.param(
            {"valueUrl": "si:{v}"}, "met", ["<https://w3id.org/si-kg/ontology#met>"], id="prefix"
        ),
        pytest.param(
            {"si:values": {"ja": "id:care", "no": ["id:food", "id:water"]}},
            "no",
            ["<https://w3id.org/si-kg/id/food>", "<https://w3id.org/si-kg/id/water>"],
            id="values",
        ),
        pytest.param(
            {"si:values": {"a": "id:care"}, "si:unlisted": "keep", "lang": "nl"},
            "b",
            ['"b"@nl'],
            id="unlisted-kept",
        ),
        pytest.param(
            {"si:values": {"a": "id:care"}, "si:unlisted": "leave-out"},
            "b",
            [],
            id="unlisted-left-out",
        ),
        pytest.param({"suppressOutput": True}, "a", [], id="suppressed"),
        pytest.param({"si:where": {"id": ["1", "2"]}}, "a", ['"a"'], id="where"),
        pytest.param({"si:where": {"id": "2"}}, "a", [], id="elsewhere"),
        pytest.param({"titles": ["Kop", "v"]}, "a", ['"a"'], id="titles"),
        pytest.param({}, "=1+1\x07", ['"=1+1�"'], id="no-formula-no-control"),
    ],
)
def test_a_cell(column: Json, cell: str, values: list[str], bring: Bring) -> None:
    """Each word of the mapping does what CSV on the Web, or the manual, says."""
    incoming = bring(f"id,V\n1,{cell}\n", ID, _column("v", **column))
    wanted = [
        each.replace("xsd:", "<http://www.w3.org/2001/XMLSchema#") + ">" if "^^" in each else each
        for each in values
    ]
    assert _said(incoming, "dcterms:v") == wanted
    assert {fault.severity for fault in incoming.faults} <= {"Info"}


@pytest.mark.parametrize(
    ("column", "cell", "rule", "told"),
    [
        pytest.param(
            {"datatype": "integer"},
            "12a",
            "intake:unfit",
            "een geheel getal als 1200",
            id="integer",
        ),
        pytest.param(
            {"datatype": "date"}, "2015-02-30", "intake:unfit", "een datum als 2015-03-31", id="day"
        ),
        pytest.param(
            {"datatype": {"base": "boolean", "format": "ja|nee"}},
            "yes",
            "intake:unfit",
            "ja of nee",
            id="boolean",
        ),
        pytest.param({"datatype": "anyURI"}, "www.a.b", "intake:unfit", "https://", id="address"),
        pytest.param(
            {"valueUrl": "{+v}"}, "javascript:alert(1)", "intake:no-iri", "{+v}", id="scheme"
        ),
        pytest.param(
            {"si:values": {"zorg": "id:care", "water": "id:water"}},
            "zrog",
            "intake:not-listed",
            "Bedoel je ‘zorg’?",
            id="not-listed",
        ),
        pytest.param({"required": True}, "", "intake:empty-cell", "is leeg", id="required"),
    ],
)
def test_a_wrong_cell(column: Json, cell: str, rule: str, told: str, bring: Bring) -> None:
    """Row, column, value, what is allowed and what comes near; all at once."""
    incoming = bring(
        f'id,V\n"1\n2",x\n3,{cell}\n4,{cell}\n', ID, _column("v", **{"null": ["", "x"], **column})
    )
    faults = [fault for fault in incoming.faults if fault.line > 2]
    assert [
        (fault.rule, fault.severity, fault.file, fault.line, fault.cell) for fault in faults
    ] == [(rule, "Violation", "a.csv", line, "V") for line in (4, 5)]
    assert faults[0].value == cell
    assert told in faults[0].message.nl
    assert cell in faults[0].message.en


@pytest.mark.parametrize(
    ("text", "rule", "severity", "place"),
    [
        pytest.param(
            "id,w\n1,2\n", "intake:column-missing", "Violation", "a.csv:1", id="column-missing"
        ),
        pytest.param("id,v,w\n1,2,3\n", "intake:not-mapped", "Info", "a.csv:1", id="not-mapped"),
        pytest.param("id,v\n1,2\n1,2,3\n", "intake:ragged", "Violation", "a.csv:3", id="ragged"),
        pytest.param(
            "id,v\n1,2\n\n1,3\n", "intake:key-twice", "Violation", "a.csv:4, id", id="key-twice"
        ),
    ],
)
def test_a_wrong_table(text: str, rule: str, severity: str, place: str, bring: Bring) -> None:
    """Headings that are missing or not spoken of, rows that are too long, keys that return."""
    schema = {"aboutUrl": "{id}", "primaryKey": "id", "columns": [ID, _column("v")]}
    faults = {fault.rule: fault for fault in bring(text, tableSchema=schema).faults}
    assert (faults[rule].severity, faults[rule].place()) == (severity, place)


@pytest.mark.parametrize(
    ("content", "said", "kind", "told"),
    [
        pytest.param("", {}, TableUnreadable, "koppen", id="empty"),
        pytest.param(b"id,v\n1,\xe9\n", {}, TableUnreadable, "utf-8", id="encoding"),
        pytest.param('id,v\n1,"a\n', {}, TableUnreadable, "regel 2", id="quote-open"),
        pytest.param("id,v\n", {"url": "a.csv#Blad"}, WorkbookBroken, ".xlsx", id="no-workbook"),
        pytest.param(
            "id,v\n",
            {"dialect": {"encoding": "klingon"}},
            TableUnreadable,
            "klingon",
            id="encoding-unknown",
        ),
    ],
)
def test_what_is_no_table(
    content: str | bytes, said: Json, kind: type[SiKgError], told: str, tmp_path: Path
) -> None:
    """It is named, with the reason."""
    file, mapping = tmp_path / "a.csv", tmp_path / "m.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = {"url": "a.csv", "tableSchema": {"aboutUrl": "{id}", "columns": [ID]}, **said}
    mapping.write_text(json.dumps(table), "utf-8")
    with pytest.raises(kind) as refused:
        intake.read(file, _context(), mapping)
    assert told in refused.value.message("nl")
    assert "a.csv" in refused.value.message("en")


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        pytest.param("{", "1:2", "YAML", id="yaml"),
        pytest.param("[" * 5_000, "-", "YAML", id="deep"),
        pytest.param("- a", "-", "velden", id="list"),
        pytest.param(
            "{url: a, tableSchema: {colums: []}}", "tableSchema.colums", "‘columns’", id="typo"
        ),
        pytest.param("{url: a, hello: b}", "hello", "dc:", id="unknown-word"),
        pytest.param(
            "{url: a, tableSchema: {columns: []}}",
            "tableSchema.columns",
            "ontbreekt",
            id="no-columns",
        ),
        pytest.param("{tableSchema: {columns: [{name: a}]}}", "url", "ontbreekt", id="no-url"),
        pytest.param(
            "{url: a, tableSchema: {columns: [{titles: a}]}}",
            "tableSchema.columns[0].name",
            "ontbreekt",
            id="no-name",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a}, {name: a}]}}",
            "tableSchema.columns",
            "twee keer",
            id="name-twice",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a, propertyUrl: 'dct:title'}]}}",
            "tableSchema.columns[0].propertyUrl",
            "voorvoegsel",
            id="prefix-unknown",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a, valueUrl: 'x-{b}'}]}}",
            "tableSchema.columns[0]",
            "er zijn a",
            id="column-unknown",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a, datatype: day}]}}",
            "tableSchema.columns[0].datatype",
            "gYear",
            id="datatype",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a, required: perhaps}]}}",
            "tableSchema.columns[0].required",
            "true",
            id="no-flag",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a, si:unlisted: drop}]}}",
            "tableSchema.columns[0].si:unlisted",
            "leave-out",
            id="no-choice",
        ),
        pytest.param(
            "{url: a, tableSchema: {primaryKey: b, columns: [{name: a}]}}",
            "tableSchema.primaryKey",
            "er zijn a",
            id="key-unknown",
        ),
        pytest.param(
            "{url: a, tableSchema: {columns: [{name: a}], foreignKeys: "
            "[{columnReference: a, reference: {resource: b, columnReference: c}}]}}",
            "foreignKeys",
            "‘b’",
            id="no-such-table",
        ),
        pytest.param(
            "{url: a, dc:issued: soon, tableSchema: {columns: [{name: a}]}}",
            "dc:issued",
            "2015-03-31",
            id="no-day",
        ),
        pytest.param(
            "{tables: [{url: 'a.xlsx#A', tableSchema: {columns: [{name: a}]}}, "
            "{url: 'b.xlsx#A', tableSchema: {columns: [{name: a}]}}]}",
            "tables",
            "spreadsheets",
            id="two-workbooks",
        ),
    ],
)
def test_a_wrong_mapping(text: str, where: str, told: str, tmp_path: Path) -> None:
    """The part that breaks a rule is named, with what may stand there."""
    mapping = tmp_path / "m.yaml"
    mapping.write_text(text, "utf-8")
    with pytest.raises(MappingMalformed) as refused:
        load(mapping, BASE)
    assert refused.value.message("nl").startswith(f"Fout in m.yaml, {where}: ")
    assert told in refused.value.message("nl")
    assert refused.value.message("en") != refused.value.message("nl")


def test_tables_refer_to_each_other(tmp_path: Path) -> None:
    """A cell that is in no row of the other table is told, with the nearest that is."""
    (tmp_path / "p.csv").write_text("id,who\n1,anna;bob\n2,boob\n", "utf-8")
    (tmp_path / "o.csv").write_text("id\nanna\nbob\n", "utf-8")
    reference = {
        "columnReference": "who",
        "reference": {"resource": "o.csv", "columnReference": "id"},
    }
    who = {"name": "who", "separator": ";", "propertyUrl": "si:involves", "valueUrl": "o-{who}"}
    back = {
        "virtual": True,
        "aboutUrl": "o-{who}",
        "propertyUrl": "dcterms:relation",
        "valueUrl": "p-{id}",
    }
    projects = {"aboutUrl": "p-{id}", "columns": [ID, who, back], "foreignKeys": [reference]}
    tables = [
        {"url": "p.csv", "tableSchema": projects},
        {"url": "o.csv", "tableSchema": {"columns": [ID]}},
    ]
    mapping = tmp_path / "m.yaml"
    mapping.write_text(yaml.safe_dump({"tables": tables}), "utf-8")
    incoming = intake.read(tmp_path / "p.csv", _context(), mapping)
    [fault] = incoming.faults
    assert (fault.rule, fault.place()) == ("intake:not-there", "p.csv:3, who")
    assert "Did you mean ‘bob’?" in fault.message.en
    assert _said(incoming, "si:involves") == [f"<{BASE}o-{who}>" for who in ("anna", "bob", "boob")]
    assert _said(incoming, "dcterms:relation") == [f"<{BASE}p-{at}>" for at in (1, 1, 2)]
    for focus, place in {"o-bob": "p.csv:2", "p-2": "p.csv:3, who"}.items():
        told = Finding("Warning", BASE + focus, "si:involves", "", "", Text("", ""))
        assert incoming.located(told).place() == place
    with pytest.raises(TableNotFound, match=r"p\.csv, o\.csv"):
        intake.read(ESID / "Projects.csv", _context(), mapping)
    (tmp_path / "o.csv").unlink()
    with pytest.raises(FileUnreadable):
        intake.read(tmp_path / "p.csv", _context(), mapping)


def test_a_workbook(tmp_path: Path) -> None:
    """Sheets of a workbook, with its own days and numbers; a fault names sheet and cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Projecten"
    for row in (
        ["lijst van 2026"],
        ["id", "start", "aantal"],
        [1.0, datetime(2015, 3, 31), 12],
        [2, "31-3-2015", "veel"],
    ):
        sheet.append(row)
    file, mapping = tmp_path / "anders.xlsx", tmp_path / "m.yaml"
    book.save(file)
    columns = [
        ID,
        _column("start", datatype={"base": "date", "format": "d-M-yyyy"}),
        _column("aantal", datatype="integer"),
    ]
    table = {
        "url": "projecten.xlsx#Projecten",
        "dialect": {"skipRows": 1},
        "tableSchema": {"aboutUrl": "p-{id}", "columns": columns},
    }
    mapping.write_text(json.dumps(table), "utf-8")
    incoming = intake.read(file, _context(), mapping)
    assert [value[:12] for value in _said(incoming, "dcterms:start")] == ['"2015-03-31"'] * 2
    assert [fault.place() for fault in incoming.faults] == ["anders.xlsx, Projecten!C4"]
    told = Finding("Warning", f"{BASE}p-2", "dcterms:start", "", "", Text("", ""))
    assert incoming.located(told).place() == "anders.xlsx, Projecten!B4"
    mapping.write_text(json.dumps({**table, "url": "projecten.xlsx#Project"}), "utf-8")
    with pytest.raises(SheetNotFound) as refused:
        intake.read(file, _context(), mapping)
    assert "Projecten" in refused.value.message("nl")


def test_each_row_is_a_place_in_a_source(bring: Bring) -> None:
    """The data set is the source; a row is known by its key, so that it keeps its name."""
    schema = {"aboutUrl": "p-{id}", "primaryKey": "id", "columns": [ID, _column("v")]}
    incoming = bring(
        "id,v\n7,a\n",
        tableSchema=schema,
        **{
            "dc:title": {"@value": "Lijst", "@language": "nl"},
            "dc:creator": ["Gemeente"],
            "dc:issued": "2026",
        },
    )
    graph = EmbeddedStore.from_quads(ox.Quad(*triple) for triple in incoming.triples)
    text = """PREFIX si: <https://w3id.org/si-kg/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
    SELECT ?title ?locator { ?thing dcterms:v "a" ; si:citation ?place .
      ?place si:locator ?locator ; si:inSource [ dcterms:title ?title ; dcterms:issued ?year ] }
    ORDER BY ?locator"""
    found = [[str(value) for value in row] for row in graph.query(text)]  # type: ignore[union-attr]
    assert found == [
        ['"Lijst"@nl', '"a.csv, rij met id 7"@nl'],
        ['"Lijst"@nl', '"a.csv, row with id 7"@en'],
    ]


def test_what_changes_a_shipped_thing_is_a_warning(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Also where a mapping makes the IRI."""
    file, mapping = tmp_path / "a.csv", tmp_path / "m.yaml"
    file.write_text("id,v\narnhem,7\n", "utf-8")
    schema = {"aboutUrl": "id:{id}", "columns": [ID, _column("v")]}
    mapping.write_text(json.dumps({"url": "a.csv", "tableSchema": schema}), "utf-8")
    faults = intake.read(file, _context(graph.store), mapping).faults
    assert [(fault.severity, fault.focus, fault.path) for fault in faults] == [
        ("Warning", "id:arnhem", "dcterms:v"),
        ("Warning", "id:arnhem", "si:citation"),
    ]


def test_many_faults_are_counted(bring: Bring) -> None:
    """The first of each rule in full, the rest by their number."""
    text = "id,v\n" + "".join(f"{number},x\n" for number in range(500))
    faults = bring(text, ID, _column("v", datatype="integer")).faults
    assert len(faults) == 101
    assert "400" in faults[-1].message.nl
    assert faults[-1].severity == "Violation"


def test_the_mapping_is_part_of_the_fingerprint(bring: Bring) -> None:
    """The same table, read otherwise, is another addition."""
    one, same, other = (
        bring("id,v\n1,a\n", ID, _column("v", lang=language)) for language in ("nl", "nl", "en")
    )
    assert one.sha256 == same.sha256 != other.sha256
    assert one.triples == same.triples


def test_a_large_table_is_not_held(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its triples go to a file row by row, and memory does not grow with them."""
    monkeypatch.setattr(corpora, "MOST_HELD", 1_000)
    peaks = []
    for rows in (2_000, 8_000):
        text = "id,v\n" + "".join(f"{number},{'x' * 200}\n" for number in range(rows))
        tracemalloc.start()
        incoming = bring(text, ID, _column("v"))
        peaks.append(tracemalloc.get_traced_memory()[1] - 2 * len(text))
        tracemalloc.stop()
        assert incoming.bulk is not None
        assert not incoming.triples
        engine = ox.Store()
        incoming.bulk.load(engine, ox.NamedNode("http://e/g"))
        assert len(engine) > 6 * rows
    assert peaks[1] < 2 * max(peaks[0], 2_000_000)


@given(st.text(), st.sampled_from(["x-{v}", "{+v}", "https://a.b/{v}", "si:{v}"]))
def test_no_text_breaks_out_of_an_iri(text: str, template: str) -> None:
    """Whatever stands in a cell, what comes of it is one IRI of the shape of its template."""
    try:
        made = Template(template, BASE).expanded({"v": text})
    except ValueError:
        return
    if made is not None:
        assert not set(made.value) & set(' <>"{}|\\^`\n')
        assert "+" in template or made.value.count("/") == Template(template, BASE).expanded(
            {"v": "a"}
        ).value.count("/")  # type: ignore[union-attr]


@given(st.sampled_from(NAMES), st.text("0123456789-+.,eE/ jantrue") | st.text())
def test_what_a_datatype_reads_it_reads_again(name: str, text: str) -> None:
    """A value is in the form of XML Schema, or is none."""
    read = datatype(name).read
    value = read(text)
    assert value is None or read(value) == value
