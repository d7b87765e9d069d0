"""What a document must withstand and keep: hostile texts, structure, language, the same bytes."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pyoxigraph as ox
import pytest
from docx.oxml.ns import qn
from odf.opendocument import load
from odf.text import H
from pypdf import PdfReader
from readers import page, squeezed, text_of

from si_kg import documents
from si_kg.documents.document import Document
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, PREFIXES
from si_kg.store import EmbeddedStore

MARKUP = (
    "=cmd|'/C calc'!A0 <script>alert(\"1\")</script> <b>B</b> &amp; \\input{/etc/passwd} "
    '#eval("1+1") #import "x" $x^2$ *b* _i_ `c` [l](javascript:x) ![i](x.png) {=html} @dossier '
    "| a | b | <!-- c --> ]]> %d {{x}} ~s~ ^t^ # h"
)
TURNED = "\u202eturned\u200f back again"
LONG = " ".join(f"word{number}" for number in range(1400))
_MOMENT = "1767225600"  # 1 January 2026
_HOSTILE = {
    (f"{ID}empowerment", f"{PREFIXES['rdfs']}label"): f"{MARKUP} concept",
    (f"{ID}empowerment", f"{PREFIXES['rdfs']}comment"): LONG,
    (f"{ID}definition-van-regenmortel-2004", f"{PREFIXES['rdfs']}label"): f"{MARKUP} label",
    (f"{ID}definition-van-regenmortel-2004", f"{PREFIXES['si']}quotation"): f"{MARKUP} quoted",
    (f"{ID}definition-van-regenmortel-2004", f"{PREFIXES['si']}paraphrase"): TURNED,
    (f"{ID}dossier", f"{PREFIXES['dcterms']}title"): f"{MARKUP} title",
    (f"{ID}scheffelaar-a", f"{PREFIXES['foaf']}familyName"): f"{MARKUP} author",
}


@pytest.fixture(scope="module")
def pack(graph: KnowledgeGraph) -> Document:
    """A quotation in Dutch in a document in English, cited by way of another work."""
    return documents.definitions(graph, ["empowerment"])


@pytest.fixture(scope="module")
def hostile(graph: KnowledgeGraph) -> Document:
    """The same, of a graph whose texts look like markup, code and formulas."""
    assert isinstance(graph.store, EmbeddedStore)
    store = EmbeddedStore.from_quads(_replaced(graph.store.engine))
    asked = KnowledgeGraph(store, graph.catalogue, "en")
    wanted = documents.Wanted(definitions=("EmpowermentVanRegenmortel2004",))
    return documents.definitions(asked, (), wanted)


def _replaced(quads: ox.Store) -> Iterator[ox.Quad]:
    for quad in quads:
        subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        text = _HOSTILE.get((subject, quad.predicate.value))
        if text and isinstance(quad.object, ox.Literal):
            literal = (
                ox.Literal(text, language=quad.object.language)
                if quad.object.language
                else ox.Literal(text)
            )
            yield ox.Quad(quad.subject, quad.predicate, literal, quad.graph_name)
        else:
            yield quad


def unbroken(text: str) -> str:
    """The text without hyphens, of which a PDF has more where lines end."""
    return text.replace("-", "")


@pytest.mark.parametrize("to", documents.FORMATS)
def test_hostile_text_comes_out_as_text(hostile: Document, to: str) -> None:
    """No text of the graph becomes markup, code, formula or file; every sign of it is there."""
    found = unbroken(text_of(hostile.write(to), to))
    for text in (f"{MARKUP} concept", f"{MARKUP} label", f"{MARKUP} quoted", TURNED, LONG):
        assert unbroken(squeezed(text)) in found


def test_hostile_references_stay_text(hostile: Document) -> None:
    """A title or name in the reference list is no markup either."""
    found = text_of(hostile.write("html"), "html")
    assert squeezed("<b>B</b>") in found
    assert squeezed("</script>") in found
    elements = {name for name, _ in page(hostile.write("html")).elements}
    assert not elements & {"script", "b", "img", "iframe"}


def test_word_has_real_styles_and_languages(pack: Document) -> None:
    """Title, headings, quotation and references have their styles; each text knows its language."""
    book = docx.Document(io.BytesIO(pack.write("docx")))
    styles = [each.style.name for each in book.paragraphs if each.style]
    for name in ("Title", "Heading 1", "Heading 2", "Block Text", "Bibliography"):
        assert name in styles
    assert book.core_properties.title == pack.title
    assert book.core_properties.author == pack.origin
    assert book.core_properties.language == "en-GB"
    assert book.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    spoken = {
        run.text: lang.get(qn("w:val"))
        for paragraph in book.paragraphs
        for run in paragraph.runs
        for lang in run._element.findall(f".//{qn('w:lang')}")  # noqa: SLF001 (no other way)
    }
    assert next(lang for text, lang in spoken.items() if "Empowerment is een" in text) == "nl"


def test_a_table_in_word_has_a_header_row(graph: KnowledgeGraph) -> None:
    """The first row is repeated on each page, and is read out as a header."""
    book = docx.Document(io.BytesIO(documents.comparison(graph, "empowerment").write("docx")))
    for table in book.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None  # noqa: SLF001
    assert len(book.inline_shapes) == 3
    drawn = book.element.findall(f".//{qn('wp:docPr')}")
    assert all(each.get("descr") for each in drawn)


def test_a_note_style_makes_footnotes(pack: Document) -> None:
    """Word gets footnotes of its own, not numbers in the text."""
    made = pack.write("docx", documents.Typesetting("chicago-notes-bibliography"))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"Van Regenmortel" in parts.read("word/footnotes.xml")


def test_odf_has_headings(pack: Document) -> None:
    """The outline of the document is one."""
    levels = [
        each.getAttribute("outlinelevel") for each in load(_file(pack, "odt")).getElementsByType(H)
    ]
    assert "1" in levels
    assert "2" in levels


def test_a_pdf_is_tagged_titled_and_spoken(pack: Document) -> None:
    """A screen reader finds structure, title and language; fonts come along."""
    book = PdfReader(_file(pack, "pdf"))
    catalogue: Any = book.trailer["/Root"]
    assert book.metadata is not None
    assert book.metadata.title == pack.title
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"


def test_html_stands_on_its_own(pack: Document) -> None:
    """A page in its language that fetches nothing."""
    elements = page(pack.write("html")).elements
    assert ("html", "en-GB") in [(name, facts.get("lang")) for name, facts in elements]
    assert not [facts for name, facts in elements if facts.get("src") or name == "script"]
    assert not [facts for name, facts in elements if name == "link"]


def test_an_own_reference_document_sets_the_look(pack: Document, tmp_path: Path) -> None:
    """The styles of a docx of one's own are taken over."""
    own = docx.Document(io.BytesIO(pack.write("docx")))
    own.styles["Title"].font.name = "Georgia"
    file = tmp_path / "own.docx"
    own.save(str(file))
    made = pack.write("docx", documents.Typesetting(reference_doc=file))
    assert docx.Document(io.BytesIO(made)).styles["Title"].font.name == "Georgia"


@pytest.mark.parametrize("to", documents.FORMATS)
def test_the_same_graph_gives_the_same_bytes(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    """With SOURCE_DATE_EPOCH a document is the same every time, and of that day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _MOMENT)
    first = documents.definitions(graph, ["empowerment"]).write(to)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    again = documents.definitions(graph, ["empowerment"])
    assert again.day == "1 January 2026"
    assert again.write(to) == first


def _file(pack: Document, to: str) -> io.BytesIO:
    return io.BytesIO(pack.write(to))
