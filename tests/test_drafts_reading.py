"""Drafts read from files: what is text, where it stands, and what is refused."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentText
from odf.style import Style
from odf.text import H, LineBreak, P, S, Span, TrackedChanges

from si_kg.drafts import thresholds
from si_kg.drafts.draft import Kind, Place
from si_kg.drafts.faults import (
    DraftBroken,
    DraftEncrypted,
    DraftKindUnknown,
    DraftNotText,
    DraftTooLarge,
    DraftUnsafe,
)
from si_kg.drafts.reading import markdown, opendocument, plain, read_draft, word
from si_kg.errors import FileUnreadable, SiKgError

TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"/>'
)


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document with these paragraphs, each with the name of its style."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a document of python-docx or odfpy."""
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def archive(**parts: bytes) -> bytes:
    """A zip file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def test_plain_text_keeps_its_lines() -> None:
    """A paragraph runs on over its lines; each character knows its line and column."""
    first, second = plain.paragraphs(b"\n  One line\nand more.\n\n\nNext.", "x.txt")
    assert (first.text, second.text) == ("One line and more.", "Next.")
    assert first.place(0) == Place(1, 2, 3)
    assert first.place(first.text.index("more")) == Place(1, 3, 5)
    assert second.place(0) == Place(2, 6, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_a_known_encoding(encoding: str) -> None:
    """UTF-8, with or without a mark, and UTF-16 that says so."""
    (paragraph,) = plain.paragraphs("Coöperatie".encode(encoding), "x.txt")
    assert paragraph.text == "Coöperatie"


@pytest.mark.parametrize("content", [b"caf\xe9", b"a\0b"])
def test_text_in_another_encoding_is_refused(content: bytes) -> None:
    """With the mend, instead of wrong letters."""
    with pytest.raises(DraftNotText, match="UTF-8"):
        list(plain.paragraphs(content, "x.txt"))


def test_markdown_is_read_as_commonmark_has_it() -> None:
    """Headings, emphasis, links, items, cells, escapes; no code, HTML or metadata."""
    text = (
        "---\ntitle: x\n---\n# A *big* plan\n\nSee [the **site**](http://a.b/c) `code` \\*now\\*"
        "\nand &amp; on.\n\n```\ncode\n```\n\n- item\n\n> quoted\n\n| a | b |\n|--|--|\n| c | d |\n"
    )
    found = list(markdown.paragraphs(text.encode(), "x.md"))
    assert [(p.text, p.kind, p.level) for p in found[:4]] == [
        ("A big plan", Kind.HEADING, 1),
        ("See the site code *now* and & on.", Kind.TEXT, 0),
        ("item", Kind.TEXT, 0),
        ("quoted", Kind.QUOTATION, 0),
    ]
    assert [p.text for p in found[4:]] == ["a", "b", "c", "d"]
    heading, body = found[:2]
    lines = text.splitlines()
    for paragraph, part in ((heading, "big"), (body, "site"), (body, "on."), (found[7], "d")):
        place = paragraph.place(paragraph.text.index(part))
        assert place.line
        assert place.column
        assert lines[place.line - 1][place.column - 1 :].startswith(part)
    start = body.text.index("code")
    assert body.masked == ((start, start + 4),)


def test_word_is_read_without_what_was_struck_out() -> None:
    """Headings, tables and links are read; deleted text and text boxes are not."""
    document = docx.Document()
    document.add_heading("Plan", 2)
    paragraph = document.add_paragraph("Kept ")
    deleted = OxmlElement("w:del")
    run = paragraph.add_run("gone ")
    paragraph._p.append(deleted)  # noqa: SLF001 (python-docx has no deletions)
    deleted.append(run._r)  # noqa: SLF001
    link = OxmlElement("w:hyperlink")
    linked = paragraph.add_run("linked")
    paragraph._p.append(link)  # noqa: SLF001
    link.append(linked._r)  # noqa: SLF001
    document.add_paragraph("   ")
    document.add_table(1, 1).cell(0, 0).text = "cell"
    document.add_paragraph("said", style="Intense Quote")
    found = list(word.paragraphs(saved(document), "x.docx"))
    assert [(p.number, p.text, p.kind, p.level) for p in found] == [
        (1, "Plan", Kind.HEADING, 2),
        (2, "Kept linked", Kind.TEXT, 0),
        (3, "cell", Kind.TEXT, 0),
        (4, "said", Kind.QUOTATION, 0),
    ]
    assert found[1].place(5) == Place(2)
    assert qn("w:del") in {child.tag for child in paragraph._p}  # noqa: SLF001


def test_opendocument_is_read_without_what_was_struck_out() -> None:
    """Spaces and line breaks are elements there."""
    document = OpenDocumentText()
    quoted = Style(name="P1", family="paragraph", parentstylename="Quotations")
    document.automaticstyles.addElement(quoted)
    changes = TrackedChanges()
    changes.addElement(P(text="gone"), check_grammar=False)
    document.text.addElement(H(outlinelevel=2, text="Plan"))
    document.text.addElement(changes)
    paragraph = P(text="one")
    paragraph.addElement(S(c=2))
    paragraph.addElement(Span(text="two"))
    paragraph.addElement(LineBreak())
    paragraph.addText("three")
    document.text.addElement(paragraph)
    document.text.addElement(P(text=" "))
    document.text.addElement(P(stylename=quoted, text="said"))
    found = list(opendocument.paragraphs(saved(document), "x.odt"))
    assert [(p.number, p.text, p.kind, p.level) for p in found] == [
        (1, "Plan", Kind.HEADING, 2),
        (2, "one  two three", Kind.TEXT, 0),
        (3, "said", Kind.QUOTATION, 0),
    ]


def test_a_reference_list_ends_at_the_next_heading_of_its_level(tmp_path: Path) -> None:
    """In Word too, and whatever number stands before its title."""
    file = tmp_path / "x.docx"
    file.write_bytes(
        word_file(
            ("4. Literatuur", "Heading 1"),
            ("Boeken", "Heading 2"),
            ("Bloom (2012)", "Normal"),
            ("Bijlage", "Heading 1"),
            ("Tekst", "Normal"),
        )
    )
    kinds = [paragraph.kind for paragraph in read_draft(file).paragraphs]
    assert kinds == [Kind.REFERENCE] * 3 + [Kind.HEADING, Kind.TEXT]


DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
BOMB = b"<x>" + b" " * 3_000_000 + b"</x>"
MANIFEST = b"<m><encryption-data/></m>"


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", DraftBroken, id="empty"),
        pytest.param(b"PK\x03\x04rubbish", DraftBroken, id="no-archive"),
        pytest.param(archive(a_xml=b"<x>"), DraftBroken, id="no-xml"),
        pytest.param(archive(a_xml=b"<x/>"), DraftBroken, id="no-document"),
        pytest.param(b"\xd0\xcf\x11\xe0 old", DraftEncrypted, id="compound-file"),
        pytest.param(archive(META_INF__manifest_xml=b""), DraftBroken, id="empty-part"),
        pytest.param(archive(a_xml=DTD), DraftUnsafe, id="external-entity"),
        pytest.param(archive(a_xml=DTD.decode().encode("utf-16")), DraftUnsafe, id="in-utf-16"),
        pytest.param(archive(a_xml=BOMB), DraftUnsafe, id="bomb"),
    ],
)
def test_unsafe_and_broken_documents_are_refused(
    tmp_path: Path, ending: str, content: bytes, error: type[SiKgError]
) -> None:
    """Before a word processor’s library sees them, with the mend."""
    file = tmp_path / f"x{ending}"
    file.write_bytes(content)
    with pytest.raises(error):
        read_draft(file)


def test_an_encrypted_opendocument_is_told_from_a_broken_one(tmp_path: Path) -> None:
    """Its manifest says that a password is needed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("META-INF/manifest.xml", MANIFEST)
    file = tmp_path / "x.odt"
    file.write_bytes(stream.getvalue())
    with pytest.raises(DraftEncrypted):
        read_draft(file)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param('a<text:s text:c="999999999999"/>b', "a" + " " * 100 + "b", id="spaces"),
        pytest.param('a<text:s text:c="many"/>b', "a b", id="no-number"),
        pytest.param("<text:span>" * 5000 + "a" + "</text:span>" * 5000, None, id="depth"),
    ],
)
def test_a_hostile_opendocument_takes_no_room(body: str, text: str | None) -> None:
    """A document that asks for a billion spaces, or nests without end."""
    names = "".join(
        f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "text")
    )
    inside = f"<office:body><office:text><text:p>{body}</text:p></office:text></office:body>"
    content = archive(content_xml=f"<office:document{names}>{inside}</office:document>".encode())
    if text is None:
        with pytest.raises(DraftBroken):
            opendocument.paragraphs(content, "x.odt")
    else:
        assert [each.text for each in opendocument.paragraphs(content, "x.odt")] == [text]


def test_other_files_are_refused(tmp_path: Path) -> None:
    """A kind that is not read, a file that is not there."""
    with pytest.raises(DraftKindUnknown, match="docx"):
        read_draft(tmp_path / "x.pdf")
    with pytest.raises(FileUnreadable):
        read_draft(tmp_path / "x.md")


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By bytes, and by words."""
    file = tmp_path / "x.txt"
    file.write_bytes(b"a " * (thresholds.MOST_WORDS + 1))
    with pytest.raises(DraftTooLarge, match="200000 words"):
        read_draft(file)
    file.write_bytes(b"a" * (thresholds.MOST_TEXT_BYTES + 1))
    with pytest.raises(DraftTooLarge, match="5 MB"):
        read_draft(file)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Plan")))
    assert [p.text for p in read_draft(Path("-")).paragraphs] == ["Plan"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """Every character of a paragraph has a place; nothing but our errors is raised."""
    for read in (plain.paragraphs, markdown.paragraphs):
        try:
            found = list(read(text.encode("utf-8", "surrogatepass"), "x"))
        except DraftNotText:
            continue
        for paragraph in found:
            assert all(paragraph.place(n).line for n in range(len(paragraph.text)))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Also behind the signature of an archive."""
    for read in (plain.paragraphs, markdown.paragraphs, word.paragraphs, opendocument.paragraphs):
        for start in (b"", b"PK\x03\x04"):
            with suppress(SiKgError):
                list(read(start + content, "x"))
