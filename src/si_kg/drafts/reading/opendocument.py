"""OpenDocument: the headings and paragraphs of a text, without what was struck out."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from si_kg.drafts.draft import Kind, Paragraph
from si_kg.drafts.faults import DraftBroken
from si_kg.drafts.reading.archive import refuse_unsafe

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"


def _name(prefix: str, local: str) -> str:
    return _NAMESPACE.format(prefix, local)


_BODY = f"{_name('office', 'body')}/{_name('office', 'text')}"
_HEADING, _PARAGRAPH = _name("text", "h"), _name("text", "p")
_SPACES, _COUNT = _name("text", "s"), _name("text", "c")
_BREAKS = frozenset([_name("text", "tab"), _name("text", "line-break")])
_LEVEL, _STYLE_NAME = _name("text", "outline-level"), _name("text", "style-name")
_STYLE, _NAMED, _PARENT = (_name("style", each) for each in ("style", "name", "parent-style-name"))
# what stands inside a paragraph, or between paragraphs, and is no running text
_APART = frozenset(
    [
        _name("text", "tracked-changes"),
        _name("text", "note"),
        _name("office", "annotation"),
        _name("draw", "text-box"),
    ]
)
_MOST = 100
_QUOTING, _CODE = "quotation", "preformatted"


def paragraphs(content: bytes, name: str) -> list[Paragraph]:
    """The headings and paragraphs in order, those that are empty left out.

    Notes, comments and text boxes are not read. Raises DraftBroken, DraftEncrypted or DraftUnsafe.
    """
    root = _content(content, name)
    try:
        return list(_paragraphs(root))
    except RecursionError:  # elements nested as deep as no writer nests them
        raise DraftBroken(file=name, kind="OpenDocument") from None


def _paragraphs(root: Element) -> Iterator[Paragraph]:
    parents = {style.get(_NAMED, ""): style.get(_PARENT, "") for style in root.iter(_STYLE)}
    number = 0
    for element in _blocks(root.find(_BODY)):
        text = _text(element).strip()
        if text:
            number += 1
            named = element.get(_STYLE_NAME, "")
            style = f"{named} {parents.get(named, '')}".lower()
            heading = element.tag == _HEADING
            level = _number(element, _LEVEL) if heading else 0
            kind = Kind.HEADING if heading else Kind.QUOTATION if _QUOTING in style else Kind.TEXT
            masked = ((0, len(text)),) if _CODE in style else ()
            yield Paragraph(number, text, kind, level, masked=masked)


def _content(content: bytes, name: str) -> Element:
    refuse_unsafe(content, name, "OpenDocument")
    try:
        with ZipFile(BytesIO(content)) as archive:
            root = fromstring(archive.read("content.xml"), forbid_dtd=True)
    except (KeyError, ParseError):
        raise DraftBroken(file=name, kind="OpenDocument") from None
    if root.find(_BODY) is None:
        raise DraftBroken(file=name, kind="OpenDocument")
    return root


def _blocks(inside: Element | None) -> Iterator[Element]:
    """The headings and paragraphs below an element, in the order of the document."""
    for child in () if inside is None else inside:
        if child.tag in {_HEADING, _PARAGRAPH}:
            yield child
        elif child.tag not in _APART:
            yield from _blocks(child)


def _text(element: Element) -> str:
    """The text of a paragraph, in which spaces, tabs and line breaks are elements of their own."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _SPACES:
            parts.append(" " * _number(child, _COUNT))
        elif child.tag in _BREAKS:
            parts.append(" ")
        elif child.tag not in _APART:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _number(element: Element, name: str) -> int:
    """A small number in an attribute, 1 where it is not there or is none."""
    given = element.get(name, "1")
    return min(int(given), _MOST) if given.isascii() and given.isdecimal() else 1
