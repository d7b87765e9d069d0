"""Our own look of Word and ODF documents: pandoc's reference document, made calm."""

from functools import cache
from io import BytesIO
from subprocess import run
from typing import Any
from zipfile import ZipFile

from si_kg.errors import PartMissing

_INK = "1F4E79"
_WORD_FONT, _ODF_FONT = "Calibri", "Liberation Sans"
_TEXT = 11.0
# size in points; headings are in ink and bold
_HEADINGS = {"Title": 20.0, "Heading 1": 15.0, "Heading 2": 12.5, "Heading 3": 11.5}
_SMALL = {"Compact": 9.5, "Footnote Text": 9.5, "Date": 10.0, "Author": 10.0}
_A4 = (21.0, 29.7)
_MARGIN = 2.5
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


@cache
def reference_document(kind: str) -> bytes:
    """The bytes of a docx or odt of which pandoc takes the styles.

    Raises PartMissing without the extra `documents`.
    """
    try:
        return _word() if kind == "docx" else _odf()
    except ImportError:
        raise PartMissing(extra="documents") from None


def _pandocs(name: str) -> BytesIO:
    """A data file that comes with pandoc."""
    import pypandoc

    asked = [pypandoc.get_pandoc_path(), "--print-default-data-file", name]
    return BytesIO(run(asked, check=True, capture_output=True).stdout)  # noqa: S603 (our pandoc)


def _word() -> bytes:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    book = docx.Document(_pandocs("reference.docx"))
    for section in book.sections:
        section.page_width, section.page_height = (Cm(size) for size in _A4)
        section.left_margin = section.right_margin = Cm(_MARGIN)
        section.top_margin = section.bottom_margin = Cm(_MARGIN)
    _word_font(book.styles["Normal"], _TEXT)
    for name, size in _HEADINGS.items():
        style = book.styles[name]
        _word_font(style, size)
        style.font.bold = True
        style.font.color.rgb = RGBColor.from_string(_INK)
        style.paragraph_format.keep_with_next = True
    for name, size in _SMALL.items():
        book.styles[name].font.size = Pt(size)
    for name in ("Title", "Author", "Date"):
        book.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in ("Author", "Date"):
        book.styles[name].font.bold = False
    book.styles["Date"].paragraph_format.space_after = Pt(14)
    book.styles["Body Text"].paragraph_format.space_before = Pt(0)
    book.styles["Body Text"].paragraph_format.space_after = Pt(7)
    book.styles["Block Text"].paragraph_format.left_indent = Cm(1)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _word_font(style: Any, size: float) -> None:
    """Name a font in place of the one of the theme."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name = _WORD_FONT
    style.font.size = Pt(size)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _odf() -> bytes:
    """The styles of pandoc with other values; its other parts as they are."""
    out = BytesIO()
    with ZipFile(_pandocs("reference.odt")) as old, ZipFile(out, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part, _odf_styles(text) if part.filename == "styles.xml" else text)
    return out.getvalue()


def _odf_styles(text: bytes) -> bytes:
    from lxml import etree

    tree = etree.fromstring(text)
    page = {"page-width": f"{_A4[0]}cm", "page-height": f"{_A4[1]}cm"}
    margins = {f"margin-{side}": f"{_MARGIN}cm" for side in ("left", "right", "top", "bottom")}
    for layout in tree.iter(f"{_STYLE}page-layout-properties"):
        _set(layout, page | margins)
    looks = {"Standard": {"font-family": _ODF_FONT, "font-size": f"{_TEXT - 1}pt"}} | {
        name: {
            "font-family": _ODF_FONT,
            "font-size": f"{size}pt",
            "font-style": "normal",
            "font-weight": "bold",
            "color": f"#{_INK}",
        }
        for name, size in _HEADINGS.items()
    }
    there = {style.get(f"{_STYLE}name"): style for style in tree.iter(f"{_STYLE}style")}
    for name, look in looks.items():
        key = name.replace(" ", "_20_")
        style = there[key] if key in there else _added(tree, key)
        _set(_text_properties(style), look)
    made: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
    return made


def _added(tree: Any, name: str) -> Any:
    """A paragraph style that pandoc uses and its reference document leaves out: the title."""
    from lxml import etree

    facts = {"name": name, "family": "paragraph", "parent-style-name": "Heading"}
    given = {f"{_STYLE}{key}": value for key, value in facts.items()}
    return etree.SubElement(tree.find(f"{_OFFICE}styles"), f"{_STYLE}style", given)


def _text_properties(style: Any) -> Any:
    """The text properties of a style, which name their font in another way than we do."""
    from lxml import etree

    found = style.find(f"{_STYLE}text-properties")
    if found is None:
        found = etree.SubElement(style, f"{_STYLE}text-properties")
    found.attrib.pop(f"{_STYLE}font-name", None)
    return found


def _set(element: Any, values: dict[str, str]) -> None:
    for name, value in values.items():
        element.set(f"{_FO}{name}", value)
