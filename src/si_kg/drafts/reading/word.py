"""Word: the paragraphs of the body and of its tables, without what was struck out."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml.etree import LxmlError

from si_kg.drafts.draft import Kind, Paragraph
from si_kg.drafts.faults import DraftBroken
from si_kg.drafts.reading.archive import refuse_unsafe

_QUOTING, _CODE, _HEADING = ("quote", "block text", "citaat"), ("code", "source"), "heading "


def paragraphs(content: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a Word document in order, those that are empty left out.

    Footnotes, text boxes, headers and footers are not read. Raises DraftBroken, DraftEncrypted
    or DraftUnsafe.
    """
    document = opened(content, name)
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    for number, element in enumerate(filled(document), 1):
        style = styles.get(element.style or "", "")
        kind, level = _kind(style)
        text = "".join(str(run.text) for run in runs(element))
        masked = ((0, len(text)),) if any(word in style for word in _CODE) else ()
        yield Paragraph(number, text, kind, level, masked=masked)


def opened(content: bytes, name: str) -> Document:
    """The document; raises DraftBroken, DraftEncrypted or DraftUnsafe."""
    refuse_unsafe(content, name, "Word")
    try:
        return docx.Document(BytesIO(content))
    except (LxmlError, KeyError, ValueError, AttributeError, IndexError):
        raise DraftBroken(file=name, kind="Word") from None


def filled(document: Document) -> Iterator[CT_P]:
    """The paragraphs, cells included, that hold text."""
    for element in document.element.body.iter("{*}p"):
        if any(run.text.strip() for run in runs(element)):
            yield element


def runs(paragraph: CT_P) -> list[CT_R]:
    """The runs of a paragraph, those in links and insertions included, without what was deleted."""
    found: list[CT_R] = paragraph.xpath(
        "./w:r | ./w:hyperlink//w:r | ./w:ins//w:r | ./w:smartTag//w:r | ./w:sdt//w:r"
        " | ./w:fldSimple//w:r"
    )
    return [run for run in found if not run.xpath("ancestor::w:del | ancestor::w:txbxContent")]


def _kind(style: str) -> tuple[Kind, int]:
    if style.startswith(_HEADING):
        level = style.removeprefix(_HEADING)
        return Kind.HEADING, int(level) if level.isdecimal() else 1
    if style == "title":
        return Kind.HEADING, 1
    quoting = any(word in style for word in _QUOTING)
    return (Kind.QUOTATION if quoting else Kind.TEXT), 0
