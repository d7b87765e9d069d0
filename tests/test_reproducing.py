"""A cited answer is asked again: the same rows, or what changed, or why it cannot be asked."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pyoxigraph as ox
import pytest
from conftest import Cli, Ran, complaint, store_of

from si_kg.catalogue import Catalogue
from si_kg.citing.address import addresses, short_hash
from si_kg.citing.forms import FORMS
from si_kg.citing.reading import read_citations
from si_kg.citing.reproducing import reproduce
from si_kg.cli.commands.querying import CITED_AS
from si_kg.errors import PartMissing, UpdateRefused
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.result_formats.footnote import Footnote
from si_kg.results import NOTED_FORMATS
from si_kg.store import EmbeddedStore

FORM = pytest.mark.parametrize("form", FORMS)
ASKED = ("query", "definitions-of", "concept=delen", "since=2000")
OWN = "SELECT ?x { ?x a <https://w3id.org/si-kg/ontology#Concept> }"


@pytest.fixture
def cited(mini_cli: Cli, tmp_path: Path) -> Path:
    """A file with a citation in text."""
    file = tmp_path / "answer.md"
    assert mini_cli(*ASKED, "--cite", "text", "-o", str(file)).code == 0
    return file


def changed(graph: KnowledgeGraph, more: str) -> KnowledgeGraph:
    """The same graph with some triples more."""
    assert isinstance(graph.store, EmbeddedStore)
    quads = [*graph.store.engine, *store_of(more).engine]
    return KnowledgeGraph(EmbeddedStore.from_quads(quads), graph.catalogue, "en")


def altered(file: Path, old: str, new: str) -> Path:
    """The file with something in it changed."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return file


def renewed(address: str, old: str, new: str) -> str:
    """An address that somebody changed, and whose check was made anew."""
    whole = address.rpartition("&_check=")[0].replace(old, new)
    return f"{whole}&_check={short_hash(whole)}"


def test_the_forms_are_known_in_one_way() -> None:
    """The command line names them before it loads them."""
    assert tuple(FORMS) == CITED_AS


@FORM
@pytest.mark.parametrize("style", [*NOTED_FORMATS, "csv", "tsv", "srj", "xml", "csv-nl"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_format_can_be_reproduced(
    form: str, style: str, language: str, mini_cli: Cli, tmp_path: Path
) -> None:
    """The citation stands in the file where there is room, else beside it; names change nothing."""
    file = tmp_path / f"answer.{style}"
    options = ("--cite", form, "-f", style, "-o", str(file), "--labels", "--lang", language)
    assert mini_cli(*ASKED, *options) == Ran(0, "", "")
    beside = tmp_path / f"answer.{style}{FORMS[form].ending}"
    assert beside.is_file() == (style not in NOTED_FORMATS)
    for found in [file, *([beside] if beside.is_file() else [])]:
        ran = mini_cli("reproduce", str(found), "--lang", "nl")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Dezelfde rijen (1): definitions-of, geraadpleegd op 20")


@FORM
@pytest.mark.parametrize("style", ["ttl", "nt", "jsonld"])
def test_a_graph_can_be_reproduced(form: str, style: str, mini_cli: Cli, tmp_path: Path) -> None:
    """Its citation stands beside it."""
    file = tmp_path / f"answer.{style}"
    asked = ("query", "description-of", "thing=sharing", "--cite", form, "-o", str(file))
    assert mini_cli(*asked).code == 0
    assert "The same rows" in mini_cli("reproduce", str(file)).out


@FORM
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OWN, id="rows"),
        pytest.param(f"{OWN} ORDER BY DESC(?x)", id="ordered"),
        pytest.param("ASK { ?s ?p '}&_check=; \\u00e9 \"' }", id="truth"),
        pytest.param("DESCRIBE <https://w3id.org/si-kg/id/sharing>", id="graph"),
    ],
)
def test_own_sparql_can_be_reproduced(form: str, text: str, mini_cli: Cli, tmp_path: Path) -> None:
    """Its text stands in the citation."""
    own, file = tmp_path / "own.rq", tmp_path / "answer.data"
    own.write_text(text)
    style = "nt" if text.startswith("DESCRIBE") else "json"
    asked = ("query", "--file", str(own), "--cite", form, "-f", style, "-o", str(file))
    assert mini_cli(*asked).code == 0
    ran = mini_cli("reproduce", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert "SPARQL query of one's own" in ran.out


def test_without_a_file_the_citation_is_apart(mini_cli: Cli) -> None:
    """Data on the screen stays data: what cites it goes to stderr."""
    plain = mini_cli(*ASKED)
    ran = mini_cli(*ASKED, "--cite", "ris")
    assert ran.out == plain.out
    assert ran.err.startswith("TY  - DATA")


def test_only_the_first_rows_are_compared(mini_cli: Cli, tmp_path: Path) -> None:
    """Of an answer that was cut, as many rows are asked again."""
    file = tmp_path / "answer.csv"
    options = ("--limit", "2", "--cite", "bibtex", "-o", str(file))
    assert mini_cli("query", "concepts", *options).code == 0
    assert mini_cli("reproduce", str(file)).out.startswith("The same rows (2)")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param(
            "nl",
            [
                "Niet dezelfde rijen (2): definitions-of, geraadpleegd op",
                "  versie van de gegevens: was onbekend, is nu 9.9.9",
                "  aantal rijen: was 1, is nu 2",
                "  SHA-256 van de rijen: was ",
            ],
            id="nl",
        ),
        pytest.param(
            "en",
            [
                "Not the same rows (2): definitions-of, accessed on",
                "  version of the data: was unknown, is now 9.9.9",
                "  number of rows: was 1, is now 2",
                "  SHA-256 of the rows: was ",
            ],
            id="en",
        ),
    ],
)
def test_what_changed_is_told(
    language: str, told: list[str], cited: Path, mini_graph: KnowledgeGraph
) -> None:
    """Data, text, rows, hash: each that differs, as it was and as it is."""
    more = """
    <https://w3id.org/si-kg/ontology> owl:versionInfo "9.9.9" .
    id:definition-new si:defines id:sharing ; si:year "2020"^^xsd:gYear ; rdfs:label "New"@en .
    """
    (found,) = changed(mini_graph, more).reproduce(cited)
    assert not found.same
    lines = found.write(language).splitlines()
    assert [line[: len(start)] for line, start in zip(lines, told, strict=True)] == told


def test_other_data_may_give_the_same_rows(cited: Path, mini_graph: KnowledgeGraph) -> None:
    """That is said, and is no failure."""
    more = '<https://w3id.org/si-kg/ontology> owl:versionInfo "9.9.9" .'
    (found,) = changed(mini_graph, more).reproduce(cited)
    assert found.same
    assert "is now 9.9.9" in found.write("en")


def test_another_text_of_the_query_is_told(cited: Path, mini_graph: KnowledgeGraph) -> None:
    """A query that was mended has another version."""
    name = "definitions-of"
    query = mini_graph.catalogue[name]
    catalogue = Catalogue(
        {**mini_graph.catalogue, name: replace(query, text=query.text + "# mended\n")}
    )
    (found,) = KnowledgeGraph(mini_graph.store, catalogue, "en").reproduce(cited)
    assert found.same
    assert "version of the query: was " in found.write("en")


def test_a_change_is_an_answer_that_is_no(mini_cli: Cli, cited: Path) -> None:
    """Exit code 1, but only where the rows themselves differ."""
    (address,) = addresses(cited.read_text("utf-8"))
    cited.write_text(renewed(address, "_rows=1", "_rows=2"))
    ran = mini_cli("reproduce", str(cited))
    assert ran.code == 0
    assert "number of rows: was 2, is now 1" in ran.out
    cited.write_text(renewed(address, "since=2000", "since=1990"))
    ran = mini_cli("reproduce", str(cited))
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("Not the same rows (2)")


def test_several_citations_are_all_asked_again(mini_cli: Cli, tmp_path: Path) -> None:
    """A list of references may hold more than one; each is told once."""
    file = tmp_path / "references.bib"
    texts = [
        mini_cli("query", name, "--cite", "bibtex", "-f", "csv").err
        for name in ("concepts", "definitions-of", "concepts")
    ]
    file.write_text("\n".join(texts), "utf-8")
    ran = mini_cli("reproduce", str(file))
    assert ran.code == 0
    assert [line.split()[4] for line in ran.out.splitlines() if line] == [
        "concepts,",
        "definitions-of,",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("since=2000", "since=2001", id="value"),
        pytest.param("_rows=1", "_rows=2", id="rows"),
        pytest.param("definitions-of?", "concepts?", id="query"),
        pytest.param("&_check=", "&_chec=", id="check"),
        pytest.param("&_check=", "…", id="cut-off"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_changed_citation_is_refused(
    old: str, new: str, language: str, mini_cli: Cli, cited: Path
) -> None:
    """A slip or a careless change is seen before anything is asked."""
    ran = mini_cli("reproduce", str(altered(cited, old, new)), "--lang", language)
    assert ran.code == 2
    assert {"nl": "niet zoals --cite haar gaf", "en": "not as --cite gave it"}[
        language
    ] in complaint(ran)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("/definitions-of?", "/definitons-of?", "definitons-of", id="no-query"),
        pytest.param("/definitions-of?", "/ASK%20%7B%7D?", "No query", id="text-as-a-name"),
        pytest.param("concept=", "notion=", "notion", id="no-parameter"),
        pytest.param("since=2000", "since=%7D%20DELETE", "since", id="value-of-no-year"),
        pytest.param("id:sharing", "id:nothing", "id:nothing", id="no-thing"),
    ],
)
def test_what_is_no_longer_there(
    old: str, new: str, words: str, mini_cli: Cli, cited: Path
) -> None:
    """The query and its values are checked as always; nothing of the file is run."""
    (address,) = addresses(cited.read_text("utf-8"))
    cited.write_text(renewed(address, old, new))
    ran = mini_cli("reproduce", str(cited))
    assert ran.code == 2
    assert words in complaint(ran)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("DELETE WHERE { ?s ?p ?o }", "DELETE", id="update"),
        pytest.param("ASK { SERVICE <http://x/> {} }", "SERVICE", id="service"),
    ],
)
def test_own_sparql_in_a_citation_is_guarded(
    text: str, word: str, mini_cli: Cli, mini_graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """As any SPARQL is, even where the check was made anew."""
    _, citation = mini_graph.cited("ASK {}")
    file = tmp_path / "forged.txt"
    address = citation.cited.address()
    file.write_text(renewed(address, quote("ASK {}", safe=":/,"), quote(text, safe=":/,")))
    ran = mini_cli("reproduce", str(file))
    assert ran.code == 2
    assert word in complaint(ran)
    if word == "DELETE":
        with pytest.raises(UpdateRefused):
            mini_graph.reproduce(file)


def test_a_long_text_is_only_named(mini_cli: Cli, tmp_path: Path) -> None:
    """The message says that it has to be asked from its file."""
    own, file = tmp_path / "own.rq", tmp_path / "answer.csv"
    own.write_text(f"{OWN} # {'x' * 2_000}")
    assert mini_cli("query", "--file", str(own), "--cite", "text", "-o", str(file)).code == 0
    ran = mini_cli("reproduce", str(file))
    assert ran.code == 2
    assert "--file" in complaint(ran)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"name,year\r\ndelen,2010\r\n", id="no-citation"),
        pytest.param(b"https://w3id.org/si-kg/query/concepts?lang=nl", id="an-address"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_without_a_citation(
    content: bytes, language: str, mini_cli: Cli, tmp_path: Path
) -> None:
    """The message says how to make one."""
    file = tmp_path / "answer.csv"
    file.write_bytes(content)
    ran = mini_cli("reproduce", str(file), "--lang", language)
    assert ran.code == 2
    assert "--cite" in complaint(ran)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xff\xfe\x00", id="no-text"),
        pytest.param(b"PK\x03\x04 and no more", id="half-a-spreadsheet"),
        pytest.param(None, id="missing"),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes | None, mini_cli: Cli, tmp_path: Path) -> None:
    """One line, whatever is wrong with it."""
    file = tmp_path / "answer.xlsx"
    if content is not None:
        file.write_bytes(content)
    ran = mini_cli("reproduce", str(file))
    assert ran.code == 2
    assert "answer.xlsx" in complaint(ran)


def test_a_spreadsheet_needs_its_part(
    mini_cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to install."""
    file = tmp_path / "answer.xlsx"
    assert mini_cli("query", "concepts", "--cite", "text", "-o", str(file)).code == 0
    sheets = openpyxl.load_workbook(file).sheetnames
    assert sheets == ["Answer", "Citation"]
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PartMissing, match="export"):
        read_citations(file)


def test_a_citation_beside_goes_first(mini_cli: Cli, cited: Path) -> None:
    """Where a file has one inside and one beside it, the one beside it counts."""
    beside = cited.with_name(cited.name + ".bib")
    beside.write_text(mini_cli("query", "concepts", "--cite", "bibtex", "-f", "csv").err, "utf-8")
    assert [found.name for found in read_citations(cited)] == ["concepts"]


def test_json_holds_the_citation(mini_cli: Cli) -> None:
    """As CSL-JSON where that was asked, else as text; a verdict has it too."""
    found = json.loads(mini_cli("query", "concepts", "--cite", "csl-json", "-f", "json").out)
    assert found["citation"]["URL"].startswith("https://w3id.org/si-kg/query/concepts?")
    found = json.loads(mini_cli("query", "concepts", "--cite", "text", "-f", "json").out)
    assert "https://w3id.org/si-kg/query/concepts?" in found["citation"]


def test_a_missing_writer_is_named_before_anything_is_asked(
    mini_cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No answer is left without the citation that was asked for."""
    monkeypatch.setitem(sys.modules, "rispy", None)
    file = tmp_path / "answer.csv"
    ran = mini_cli("query", "concepts", "--cite", "ris", "-o", str(file))
    assert ran.code == 2
    assert "si-kg[cite]" in complaint(ran)
    assert not file.exists()


@pytest.mark.parametrize("value", ["soon", "-"])
def test_a_wrong_date_is_named_first(
    value: str, mini_cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    file = tmp_path / "answer.csv"
    ran = mini_cli("query", "concepts", "--cite", "text", "-o", str(file))
    assert ran.code == 2
    assert "SOURCE_DATE_EPOCH" in complaint(ran)
    assert not file.exists()


def test_a_citation_is_the_same_twice(mini_cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the date given from outside, to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")
    first, second = (mini_cli(*ASKED, "--cite", "bibtex", "-f", "md").out for _ in range(2))
    assert first == second
    assert "urldate = {2026-01-31}" in first


def test_rows_far_beyond_those_cited_are_not_counted(mini_graph: KnowledgeGraph) -> None:
    """A forged citation cannot make the machine walk through everything."""
    _, citation = mini_graph.cited("SELECT * { ?a ?b ?c . ?d ?e ?f }", limit=5)
    found = reproduce(mini_graph, replace(citation.cited, limit=None))
    assert found.now.rows == 5 + 10_000
    assert not found.same


def test_a_page_is_not_broken_by_its_citation(mini_cli: Cli, tmp_path: Path) -> None:
    """What a user gave stands in it as text."""
    own = tmp_path / "own.rq"
    own.write_text("ASK { ?x ?y '</pre><script>' }")
    out = mini_cli("query", "--file", str(own), "--cite", "csl-json", "-f", "html").out
    assert "<script>" not in out
    assert out.count("</pre>") == 1


def test_a_block_in_markdown_is_not_ended_by_its_text() -> None:
    """However many ticks stand in it."""
    shown = Footnote(Text("x", "x"), "a\n````\nb", None).markdown()
    assert shown == "\n`````text\na\n````\nb\n`````\n"


def test_the_graph_may_be_elsewhere(mini_graph: KnowledgeGraph, cited: Path) -> None:
    """Any store that gives the rows gives the same hash."""
    assert isinstance(mini_graph.store, EmbeddedStore)
    copy = EmbeddedStore(ox.Store())
    copy.engine.extend(sorted(mini_graph.store.engine, key=str, reverse=True))
    (found,) = KnowledgeGraph(copy, mini_graph.catalogue, "nl").reproduce(cited)
    assert found.same
