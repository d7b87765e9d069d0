"""The formats for people and their programs: a page, a spreadsheet, a Dutch Excel, XML, pandas."""

import csv
import io
import subprocess
import sys
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pyoxigraph as ox
import pytest
from conftest import Cli, complaint
from hypothesis import given
from hypothesis import strategies as st

from si_kg.cli.output import FormatNeedsFile
from si_kg.errors import FormatNotFound, PartMissing
from si_kg.language import Text
from si_kg.namespaces import PREFIXES
from si_kg.result_formats import workbook
from si_kg.results import FILE_FORMATS, Graph, Row, Table, Verdict, rendered
from si_kg.spreadsheet_text import like_a_formula

XSD = PREFIXES["xsd"]
SPARQL = "{http://www.w3.org/2005/sparql-results#}"
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


def literal(text: str, kind: str) -> ox.Literal:
    """A literal of a type of XML Schema."""
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def one(*cells: ox.Literal | ox.NamedNode | ox.BlankNode | None) -> Table:
    """A table of one column."""
    return Table(("x",), tuple((cell,) for cell in cells))


def sheet_of(table: Table, language: str = "nl") -> Any:
    """The sheet that a reader of spreadsheets finds."""
    return openpyxl.load_workbook(io.BytesIO(table.to_xlsx(language))).worksheets[0]


def xlsx_cells(table: Table) -> list[object]:
    """The values of the one column, as they are read back."""
    sheet = sheet_of(table)
    return [sheet.cell(row, 1).value for row in range(2, len(table) + 2)]


def dutch_rows(text: str) -> list[list[str]]:
    """What a Dutch Excel reads."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


class Page(HTMLParser):
    """The elements, links and cells of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self._inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.tags.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        self._inside &= tag != "td"

    def handle_data(self, data: str) -> None:
        """Text belongs to the cell that is open."""
        if self._inside:
            self.cells[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a kind."""
        return [attrs for name, attrs in self.tags if name == tag]


TABLE = Table(
    ("thing", "year", "score", "open", "day", "text"),
    (
        (
            ox.NamedNode("https://w3id.org/si-kg/id/sharing"),
            literal("2010", "gYear"),
            literal("3.5", "decimal"),
            literal("true", "boolean"),
            literal("2021-05-01", "date"),
            ox.Literal("delen; lenen", language="nl"),
        ),
        (ox.NamedNode("urn:x"), None, literal("-2", "integer"), None, None, None),
    ),
    {"thing": Text("Ding", "Thing"), "year": Text("Jaar", "Year")},
)
HOSTILE = (
    '=HYPERLINK("http://evil.example","klik")',
    "@SUM(A1)",
    "+1+1",
    "-1+1|cmd",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    "#N/A",
    "<script>alert(1)</script>",
    "a\x00b\x0bc\ufffe",
    'zij zei "ja"; en\nging',
    "&lt;b&gt;",
    "' OR 1=1",
    "",
)
WRITTEN = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(HOSTILE)
TEXTS = WRITTEN.map(ox.Literal) | WRITTEN.map(lambda text: ox.Literal(text, language="nl"))
KINDS = ["integer", "decimal", "double", "boolean", "gYear", "date", "dateTime", "anyURI"]
FIGURES = st.text("0123456789.-+eETZ:", max_size=20)
LITERALS = (
    TEXTS
    | st.builds(literal, WRITTEN | FIGURES, st.sampled_from(KINDS))
    | st.integers().map(lambda number: literal(str(number), "integer"))
    | st.dates().map(lambda day: literal(day.isoformat(), "date"))
    | st.datetimes(timezones=st.none() | st.just(UTC)).map(
        lambda moment: literal(moment.isoformat(), "dateTime")
    )
)
IRIS = st.from_regex(r"[a-z0-9/?=&~é-]{0,12}", fullmatch=True).map(
    lambda tail: ox.NamedNode(f"http://example.org/{tail}")
)
CELLS = st.none() | LITERALS | IRIS | st.just(ox.BlankNode("b1"))
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=4)


@given(ROWS)
def test_xml_is_read_back(rows: list[Row]) -> None:
    """Any XML reader finds every term; only what XML cannot hold is marked as lost."""
    text = Table(("a", "b"), tuple(rows)).write("xml", "en")
    root = ET.fromstring(text)  # noqa: S314 (our own text)
    assert [each.get("name") for each in root.iter(f"{SPARQL}variable")] == ["a", "b"]
    found = []
    for result in root.iter(f"{SPARQL}result"):
        cells = {each.get("name"): each[0] for each in result}
        found.append(tuple(_xml_cell(cells.get(name)) for name in ("a", "b")))
    assert found == [tuple(map(_xml_wanted, row)) for row in rows]


def _xml_cell(element: ET.Element | None) -> tuple[str, ...] | None:
    if element is None:
        return None
    tongue = element.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    kind = element.get("datatype", "")
    return element.tag.removeprefix(SPARQL), element.text or "", tongue, kind


def _xml_wanted(term: object) -> tuple[str, ...] | None:
    if isinstance(term, ox.NamedNode):
        return "uri", term.value, "", ""
    if isinstance(term, ox.BlankNode):
        return "bnode", term.value, "", ""
    if not isinstance(term, ox.Literal):
        return None
    typed = not term.language and term.datatype.value != f"{XSD}string"
    kind = term.datatype.value if typed else ""
    return "literal", _legible(term.value), term.language or "", kind


def _legible(text: str) -> str:
    lost = "\N{REPLACEMENT CHARACTER}"
    return "".join(
        lost if (ord(char) < 32 and char not in "\t\n\r") or char in "\ufffe\uffff" else char
        for char in text
    )


@LANGUAGES
def test_a_sheet_has_types_and_titles(language: str) -> None:
    """Numbers, years, dates and truths are what they are; an unbound cell is empty."""
    sheet = sheet_of(TABLE, language)
    head, first, second = [[cell.value for cell in row] for row in sheet.iter_rows()]
    titles = {"nl": ["Ding", "Jaar"], "en": ["Thing", "Year"]}[language]
    assert head == [*titles, "score", "open", "day", "text"]
    assert first == [
        "https://w3id.org/si-kg/id/sharing",
        2010,
        3.5,
        True,
        datetime(2021, 5, 1),
        "delen; lenen",
    ]
    assert second == ["urn:x", None, -2, None, None, None]
    assert sheet.title == {"nl": "Antwoord", "en": "Answer"}[language]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F3")
    assert sheet["B2"].number_format == "0"
    assert 10 <= sheet.column_dimensions["A"].width <= 60


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_a_sheet_is_never_a_formula(text: str) -> None:
    """Not now, and not when the cell is edited; nothing of it breaks the file."""
    cell = sheet_of(one(ox.Literal(text)))["A2"]
    assert (cell.value or "") == _legible(text)
    assert cell.data_type in {"s", "inlineStr"}
    assert bool(cell.quotePrefix) == like_a_formula(text)


@given(st.lists(CELLS, max_size=4))
def test_any_cell_can_be_in_a_sheet(cells: list[Any]) -> None:
    """Whatever the terms are, the file opens, with a row for each and no formula."""
    sheet = sheet_of(one(*cells))
    assert sheet.max_row <= len(cells) + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    "term",
    [
        pytest.param(literal("1234567890123456789", "integer"), id="too-many-digits"),
        pytest.param(literal("9" * 5_000, "integer"), id="far-too-many-digits"),
        pytest.param(literal("1850-01-01", "date"), id="before-the-calendar"),
        pytest.param(literal("2021-02-30", "date"), id="no-such-day"),
        pytest.param(literal("2021-05-01T10:00:00Z", "dateTime"), id="zoned"),
        pytest.param(literal("INF", "double"), id="infinite"),
        pytest.param(literal("1e999", "double"), id="too-large"),
        pytest.param(literal("veel", "integer"), id="ill-typed"),
    ],
)
def test_what_a_sheet_would_change_stays_text(term: ox.Literal) -> None:
    """Excel rounds long numbers and has no dates before 1900."""
    assert xlsx_cells(one(term)) == [term.value]


def test_a_very_long_text_is_cut_off_visibly() -> None:
    """A cell holds 32,767 characters."""
    (text,) = xlsx_cells(one(ox.Literal("a" * 40_000)))
    assert isinstance(text, str)
    assert (len(text), text[-1]) == (32_767, "…")


@LANGUAGES
def test_too_many_rows_for_a_sheet_are_refused(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to do."""
    monkeypatch.setattr(workbook, "_MOST_ROWS", 1)
    with pytest.raises(workbook.TooManyRows) as caught:
        TABLE.to_xlsx("nl")
    assert "--limit" in caught.value.message(language)


@pytest.mark.parametrize(("module", "extra"), [("openpyxl", "export"), ("pandas", "pandas")])
def test_a_missing_part_is_named(module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, the message says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PartMissing, match=f"si-kg\\[{extra}\\]"):
        TABLE.to_xlsx("nl") if extra == "export" else TABLE.to_pandas()


def test_csv_for_a_dutch_excel() -> None:
    """A byte order mark, semicolons, CRLF, decimal commas, titles, truths in Dutch."""
    assert TABLE.write("csv-nl", "nl") == (
        "\ufeffDing;Jaar;score;open;day;text\r\n"
        'https://w3id.org/si-kg/id/sharing;2010;3,5;WAAR;2021-05-01;"delen; lenen"\r\n'
        "urn:x;;-2;;;\r\n"
    )
    assert TABLE.write("csv-nl", "en").startswith("\ufeffThing;Year;")


@given(st.lists(TEXTS, max_size=4))
def test_text_for_a_dutch_excel_is_never_a_formula(cells: list[ox.Literal]) -> None:
    """An apostrophe in front where needed; all other text is read back as it was."""
    _, *rows = dutch_rows(one(*cells).write("csv-nl", "nl"))
    shown = [row[0] if row else "" for row in rows]
    marked = [f"'{cell.value}" if like_a_formula(cell.value) else cell.value for cell in cells]
    assert shown == marked
    assert not any(map(like_a_formula, shown))


def test_a_number_is_not_taken_for_a_formula_nor_a_formula_for_a_number() -> None:
    """What counts is what the cell holds, not only its type."""
    numbers = one(
        literal("-3.25", "decimal"), literal("-1.5E3", "double"), literal("=1", "integer")
    )
    assert dutch_rows(numbers.write("csv-nl", "nl"))[1:] == [["-3,25"], ["-1,5E3"], ["'=1"]]


def test_a_hostile_title_is_text_too() -> None:
    """Variables are harmless, titles may be anything."""
    table = Table(("x",), (), {"x": Text("=1+1", "<b>")})
    assert dutch_rows(table.write("csv-nl", "nl")) == [["'=1+1"]]
    assert sheet_of(table)["A1"].data_type == "s"
    assert "<b>" not in table.write("html", "en")


@LANGUAGES
def test_a_page_is_complete_and_accessible(language: str) -> None:
    """Language, caption, scope, and the language of a text that is in another."""
    page = Page(TABLE.write("html", language))
    assert page.all("html") == [{"lang": language}]
    assert len(page.all("caption")) == len(page.all("title")) == len(page.all("main")) == 1
    assert page.all("th") == [{"scope": "col"}] * 6
    assert page.all("a") == [{"href": "https://w3id.org/si-kg/id/sharing"}]
    assert page.cells[:3] == ["id:sharing", "2010", "3.5"]
    tongues = [cell["lang"] for cell in page.all("td") if "lang" in cell]
    assert tongues == {"nl": [], "en": ["nl"]}[language]


@pytest.mark.parametrize(
    ("count", "language", "caption"),
    [(0, "nl", "0 rijen"), (1, "nl", "1 rij<"), (1, "en", "1 row<"), (2, "en", "2 rows")],
)
def test_a_page_counts_its_rows(count: int, language: str, caption: str) -> None:
    """In words of the language."""
    assert caption in one(*[ox.Literal("x")] * count).write("html", language)


@given(st.lists(LITERALS, max_size=4))
def test_no_cell_breaks_out_of_a_page(cells: list[ox.Literal]) -> None:
    """Whatever the text, the page has the same elements, and shows it."""
    page = Page(one(*cells).write("html", "nl"))
    assert page.cells == [_legible(cell.value) for cell in cells]
    assert not page.all("script")
    assert len(page.all("td")) == len(cells)


@pytest.mark.parametrize("iri", ["javascript:alert(1)", "data:text/html,x", "urn:x", "file:///x"])
def test_only_web_addresses_are_links(iri: str) -> None:
    """Other IRIs are text."""
    page = Page(one(ox.NamedNode(iri)).write("html", "en"))
    assert page.all("a") == []
    assert page.cells == [iri]


def test_a_cut_page_says_so() -> None:
    """Nobody takes the first rows for all rows."""
    assert "Alleen de eerste 1 rijen" in Table(("x",), ((ox.Literal("x"),),), truncated=True).write(
        "html", "nl"
    )


@pytest.mark.parametrize("table", [Table(("x",), ()), Table((), ((),)), one(None)])
def test_little_can_be_written_too(table: Table) -> None:
    """No rows, no columns, nothing bound."""
    assert len(Page(table.write("html", "nl")).all("table")) == 1
    assert ET.fromstring(table.write("xml", "nl")).tag == f"{SPARQL}sparql"  # noqa: S314
    assert table.write("csv-nl", "nl").startswith("\ufeff")
    assert sheet_of(table).max_row <= 2
    assert table.to_pandas().shape == (len(table), len(table.variables))


@pytest.mark.parametrize(
    ("style", "language", "text"),
    [
        pytest.param("html", "nl", "<p>ja</p>", id="html-nl"),
        pytest.param("html", "en", "<p>yes</p>", id="html-en"),
        pytest.param("csv-nl", "nl", "\ufeffWAAR\r\n", id="csv-nl"),
        pytest.param("xml", "nl", "<boolean>true</boolean>", id="xml"),
    ],
)
def test_a_verdict_has_the_text_formats(style: str, language: str, text: str) -> None:
    """Yes or no, as that format says it."""
    assert text in Verdict(value=True).write(style, language)


def test_any_format_through_one_door() -> None:
    """Text or bytes; what a kind of answer does not have is refused with what it has."""
    assert rendered(TABLE, "csv", "nl") == TABLE.write("csv", "nl")
    content = rendered(TABLE, "xlsx", "nl")
    assert isinstance(content, bytes)
    assert content.startswith(b"PK")
    with pytest.raises(FormatNotFound, match=f"xml, {FILE_FORMATS[0]}"):
        rendered(TABLE, "pdf", "nl")
    with pytest.raises(FormatNotFound):
        rendered(Verdict(value=True), "xlsx", "nl")


def test_a_data_frame_is_typed() -> None:
    """Numbers, years, dates and truths; what is unbound is missing; tags are gone."""
    frame = TABLE.to_pandas()
    assert list(frame.columns) == list(TABLE.variables)
    assert [str(kind) for kind in frame.dtypes] == [
        "string",
        "Int64",
        "Float64",
        "boolean",
        "datetime64[us]",
        "string",
    ]
    assert frame["year"].isna().tolist() == [False, True]
    assert frame["score"].tolist() == [3.5, -2.0]
    assert frame["day"][0].date() == date(2021, 5, 1)
    assert frame["text"][0] == "delen; lenen"


def test_a_mixed_column_keeps_its_values() -> None:
    """Where the cells differ in kind, each is as Python has it."""
    mixed = one(ox.Literal(1), ox.Literal("een"), None, literal("9" * 30, "integer"))
    values = mixed.to_pandas()["x"].tolist()
    assert values[:2] == [1, "een"]
    assert values[3] == int("9" * 30)
    assert one(literal("9" * 30, "integer")).to_pandas()["x"].tolist() == [int("9" * 30)]


@given(ROWS)
def test_any_table_can_be_a_data_frame(rows: list[Row]) -> None:
    """Whatever the terms are; a cell is missing only where it is unbound."""
    frame = Table(("a", "b"), tuple(rows)).to_pandas()
    wanted = [[cell is None for cell in row] for row in rows]
    assert frame.isna().to_numpy().tolist() == wanted


def test_the_library_loads_without_the_heavy_parts() -> None:
    """Neither pandas nor openpyxl nor rdflib is read before it is asked for."""
    test = "import sys, si_kg.results; print({'pandas', 'openpyxl', 'rdflib'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", test], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


def test_triples_go_to_rdflib() -> None:
    """The same triples, under another API."""
    sharing = ox.NamedNode("https://w3id.org/si-kg/id/sharing")
    label = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
    graph = Graph((ox.Triple(sharing, label, ox.Literal("delen", language="nl")),))
    ((_, _, found),) = graph.to_rdflib()
    assert found.n3() == '"delen"@nl'
    assert len(Graph(()).to_rdflib()) == 0


@pytest.mark.parametrize(
    ("name", "start"),
    [
        pytest.param("a.xlsx", b"PK", id="xlsx"),
        pytest.param("a.XLSX", b"PK", id="capitals"),
        pytest.param("a.html", b"<!doctype html>", id="html"),
        pytest.param("a.xml", b"<?xml", id="xml"),
        pytest.param("a.json", b"{", id="json"),
        pytest.param("a.csv", b"concept,", id="csv"),
        pytest.param("a.txt", b"concept,", id="unknown"),
        pytest.param("a", b"concept,", id="none"),
    ],
)
def test_the_name_of_the_file_tells_the_format(
    name: str, start: bytes, mini_cli: Cli, tmp_path: Path
) -> None:
    """Without --format, where the ending is known."""
    file = tmp_path / name
    ran = mini_cli("query", "concepts", "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.read_bytes().startswith(start)


def test_a_format_that_was_asked_wins(mini_cli: Cli, tmp_path: Path) -> None:
    """Over the ending of the file; a byte order mark goes first."""
    file = tmp_path / "a.csv"
    mini_cli("query", "concepts", "-f", "csv-nl", "-o", str(file), "--lang", "nl")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfDing;")


def test_triples_are_not_put_in_a_spreadsheet(mini_cli: Cli, tmp_path: Path) -> None:
    """A name that promises what cannot be is refused, and no file is made."""
    file = tmp_path / "a.xlsx"
    ran = mini_cli("query", "description-of", "thing=sharing", "-o", str(file))
    assert ran.code == 2
    assert "ttl" in complaint(ran)
    assert not file.exists()


@LANGUAGES
@pytest.mark.parametrize("command", [["query", "concepts"], ["sample", "--seed", "1"]])
def test_a_spreadsheet_is_not_for_a_terminal(
    command: list[str], language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would print noise; the message says what to do."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = cli(*command, "--format", "xlsx", "--lang", language)
    assert ran.code == 2
    assert complaint(ran).rstrip("\n") == getattr(FormatNeedsFile, language)
