"""A document in a format: pandoc makes it and its citations, Typst makes a PDF of that."""

import io
import os
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import panflute as pf

from si_kg.citing.answers import DATE
from si_kg.citing.styles import style_named
from si_kg.documents.content import Content
from si_kg.documents.elements import heading, metadata, reference_list
from si_kg.documents.faults import HouseStyleUnusable, TypesettingFailed
from si_kg.documents.formats import Format
from si_kg.documents.typesetting import Typesetting
from si_kg.documents.words import REFERENCES
from si_kg.errors import FileUnreadable, PartMissing

_LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_CITEPROC = "--citeproc"
_TITLE = 1
# pandoc leaves what looks like an entity as it is in Markdown, where a reader sees another sign
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LOOKS = Path(__file__).parent / "looks"
_PAGE: dict[str, dict[str, object]] = {
    "typst": {"papersize": "a4", "fontsize": "10.5pt", "margin": {"x": "2.6cm", "y": "2.4cm"}},
    "latex": {"papersize": "a4", "fontsize": "11pt", "geometry": ["margin=2.5cm"]},
    "html": {"maxwidth": "46em", "mainfont": "system-ui, sans-serif", "linestretch": "1.5"},
}


def converted(content: Content, form: Format, typesetting: Typesetting) -> bytes:
    """The bytes of the document in this format; raises what `Document.write` raises."""
    own = typesetting.template or typesetting.reference_doc
    try:
        return _made(content, form, typesetting)
    except TypesettingFailed as error:
        if own is None:
            raise
        raise HouseStyleUnusable(file=own, **error.facts) from None


def _made(content: Content, form: Format, typesetting: Typesetting) -> bytes:
    style = style_named(typesetting.style)
    with TemporaryDirectory() as folder:
        options = [f"--csl={style.file}", *_options(form, typesetting, Path(folder))]
        tree = _tree(content, form, listed=style.lists)
        if not form.titled:
            tree = _without_entities(_pandoc(tree, "json", options, Path(folder)))
            options = [each for each in options if each != _CITEPROC]
        made = _pandoc(tree, form.writer, options, Path(folder))
        return _typst(made, content, Path(folder)) if form.writer == "typst" else made


def _options(form: Format, typesetting: Typesetting, folder: Path) -> Iterator[str]:
    yield from ("--quiet", "--sandbox", _CITEPROC, "--wrap=none")
    if form.titled:
        yield from ("--standalone", f"--shift-heading-level-by=-{_TITLE}")
    look = _LOOKS / f"{form.writer}.txt"
    if look.exists():
        yield f"--include-in-header={look}"
    if typesetting.template:
        yield f"--template={_readable(typesetting.template)}"
    if typesetting.reference_doc:
        yield f"--reference-doc={_readable(typesetting.reference_doc)}"
    elif form.house_style:
        from si_kg.documents.house_style import reference_document

        file = folder / f"reference.{form.writer}"
        file.write_bytes(reference_document(form.writer))
        yield f"--reference-doc={file}"


def _pandoc(tree: str, writer: str, options: list[str], folder: Path) -> bytes:
    try:
        import pypandoc
    except ImportError:
        raise PartMissing(extra="documents") from None
    made = folder / "made"
    try:
        pypandoc.convert_text(tree, writer, format="json", extra_args=options, outputfile=str(made))
    except (RuntimeError, OSError) as error:
        raise TypesettingFailed(reason=str(error).strip().rpartition("\n")[2]) from None
    return made.read_bytes()


def _typst(text: bytes, content: Content, folder: Path) -> bytes:
    try:
        import typst
    except ImportError:
        raise PartMissing(extra="documents") from None
    moment = os.environ.get(DATE)
    main = folder / "main.typ"
    for name, part in {main.name: text, **content.pictures}.items():
        (folder / name).write_bytes(part)
    try:
        return typst.compile(
            main,
            root=folder,
            ignore_system_fonts=True,
            timestamp=int(moment) if moment else None,
        )
    except typst.TypstError as error:
        raise TypesettingFailed(reason=str(error)) from None


def _tree(content: Content, form: Format, *, listed: bool) -> str:
    """The document as pandoc reads it; with a reference list where the style has one."""
    facts: dict[str, object] = {
        "lang": _LOCALES[content.language],
        "author": [content.origin],
        "date": content.day,
        "references": content.references,
        **_PAGE.get(form.writer, {}),
    }
    tree = pf.Doc(
        heading(content.title, _TITLE),
        *content.blocks,
        *(_references(content) if listed and content.references else ()),
        *content.end,
        metadata={name: metadata(value) for name, value in facts.items()},
    )
    return _dumped(_illustrated(tree, content, form))


def _references(content: Content) -> Iterator[Any]:
    yield heading(REFERENCES.in_(content.language), _TITLE + 1)
    yield reference_list()


def _illustrated(tree: Any, content: Content, form: Format) -> Any:
    """The same, with pictures that need no file; without them where the format holds none."""
    if not content.pictures or form.writer == "typst":
        return tree

    def act(element: Any, _: Any) -> Any:
        if isinstance(element, pf.Figure) and not form.pictures:
            return []
        if isinstance(element, pf.Image):
            data = b64encode(content.pictures[element.url]).decode()
            element.url = f"data:image/png;base64,{data}"
        return None

    return pf.load(io.StringIO(_dumped(tree))).walk(act)


def _without_entities(tree: bytes) -> str:
    """The document with its citations written, for Markdown."""

    def act(element: Any, _: Any) -> Any:
        if not isinstance(element, pf.Str) or not _ENTITY.search(element.text):
            return None
        first, *rest = _ENTITY.split(element.text)
        escaped = [(pf.RawInline("&amp;", format="markdown"), pf.Str(each)) for each in rest]
        return [pf.Str(first), *(piece for pair in escaped for piece in pair)]

    return _dumped(pf.load(io.StringIO(tree.decode())).walk(act))


def _dumped(tree: Any) -> str:
    text = io.StringIO()
    pf.dump(tree, text)
    return text.getvalue()


def _readable(file: Path) -> Path:
    try:
        file.read_bytes()
    except OSError:
        raise FileUnreadable(file=file) from None
    return file
