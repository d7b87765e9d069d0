"""References in BibTeX, RIS, CSL-JSON and text: what is written is what a reader finds."""

import json
import sys
import warnings
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from si_kg.citing.forms import FORMS, require, written
from si_kg.citing.item import Item
from si_kg.errors import FormatNotFound, PartMissing
from si_kg.tables import printable

ARTICLE: Item = {
    "id": "vdberg-2020",
    "type": "article-journal",
    "title": "50 % of {a_b} & more: ‘co-creatie’",
    "author": [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"literal": "Movisie & De Nieuwe Club"},
    ],
    "editor": [{"family": "Doe", "given": "Jane", "suffix": "Jr."}],
    "container-title": "Journal of Things",
    "publisher": "Uitgeverij",
    "publisher-place": "Utrecht",
    "issued": {"date-parts": [[2020, 3]]},
    "accessed": {"date-parts": [[2026, 1, 31]]},
    "volume": "7",
    "issue": "2",
    "page": "1–9",
    "DOI": "10.1000/a_b",
    "ISSN": "1234-5678",
    "URL": "https://example.org/a?b=c%20d&e=_f",
    "language": "nl",
    "abstract": "Kort.",
    "note": "Zie ook hier.",
}
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(printable)
HOSTILE = st.sampled_from(
    [
        "@article{x, title = {y}}",
        "}, note = {z",
        "a -- b --- c",
        "``x'' ?` !` << >> ,, ''",
        "\\input{/etc/passwd}",
        "$x^2_1$ 100 % # ~ &amp;",
        "TY  - BOOK",
        "ER  - ",
        "a\r\nER  - \r\nTY  - JOUR",
        "\\",
        "\\\\{",
        "{",
        "}",
        '"',
    ]
)
SHOWN = TEXTS | HOSTILE


def bibtex_of(item: Item) -> tuple[str, str, dict[str, str]]:
    """The type, the key and the fields that a reader of BibTeX finds, as LaTeX prints them."""
    library = parse_string(written(item, "bibtex"))
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    (entry,) = library.entries
    verbatim = {"url", "doi"}
    printed = {
        field.key: field.value if field.key in verbatim else _printed(str(field.value))
        for field in entry.fields
    }
    return entry.entry_type, entry.key, printed


def _printed(latex: str) -> str:
    """As LaTeX prints it; the reader does not know all commands, or takes an accent for a sign."""
    known = get_default_latex_context_db()
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    macros = [MacroTextSpec(name, sign) for name, sign in signs.items()]
    known.add_context_category("signs", macros=macros, prepend=True)
    reader = LatexNodes2Text(latex_context=known, strict_latex_spaces=True)
    return str(reader.latex_to_text(latex))


def ris_of(item: Item) -> dict[str, Any]:
    """The record that a reader of RIS finds."""
    (record,) = rispy.loads(written(item, "ris").replace("\r\n", "\n"))
    return dict(record)


def test_bibtex_is_read_back() -> None:
    """An article, field by field."""
    kind, key, fields = bibtex_of(ARTICLE)
    assert (kind, key) == ("article", "vdberg-2020")
    assert fields == {
        "author": "van den Berg, Jan and Movisie & De Nieuwe Club",
        "editor": "Doe, Jr., Jane",
        "title": "50 % of {a_b} & more: ‘co-creatie’",
        "journal": "Journal of Things",
        "publisher": "Uitgeverij",
        "address": "Utrecht",
        "date": "2020-03",
        "year": "2020",
        "urldate": "2026-01-31",
        "volume": "7",
        "number": "2",
        "pages": "1–9",
        "doi": "10.1000/a_b",
        "issn": "1234-5678",
        "url": "https://example.org/a?b=c%20d&e=_f",
        "langid": "dutch",
        "abstract": "Kort.",
        "note": "Zie ook hier.",
    }


def test_an_organisation_stays_in_one_piece() -> None:
    """BibTeX divides names at `and` and at commas, unless braces hold them together."""
    names = [{"literal": "Health and Care, Ltd"}, {"family": "Sand and Sea", "given": "A"}]
    item: Item = {"id": "x", "type": "book", "author": names}  # type: ignore[typeddict-item]
    text = written(item, "bibtex")
    assert "author = {{Health and Care, Ltd} and {Sand and Sea}, A}" in text


def test_ris_is_read_back() -> None:
    """An article, tag by tag; lines end with CRLF, the type first and the end last."""
    assert ris_of(ARTICLE) == {
        "type_of_reference": "JOUR",
        "id": "vdberg-2020",
        "title": "50 % of {a_b} & more: ‘co-creatie’",
        "authors": ["Berg, Jan van den", "Movisie & De Nieuwe Club"],
        "secondary_authors": ["Doe, Jane, Jr."],
        "journal_name": "Journal of Things",
        "publisher": "Uitgeverij",
        "place_published": "Utrecht",
        "year": "2020",
        "date": "2020/03",
        "access_date": "2026/01/31",
        "volume": "7",
        "number": "2",
        "start_page": "1",
        "end_page": "9",
        "doi": "10.1000/a_b",
        "issn": "1234-5678",
        "urls": ["https://example.org/a?b=c%20d&e=_f"],
        "language": "nl",
        "abstract": "Kort.",
        "notes": ["Zie ook hier."],
    }
    text = written(ARTICLE, "ris")
    assert text.startswith("TY  - JOUR\r\n")
    assert text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n")


def test_csl_json_is_the_model_itself() -> None:
    """A list of one reference."""
    assert json.loads(written(ARTICLE, "csl-json")) == [ARTICLE]


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "versie 2. Geraadpleegd op"), ("en", "version 2. Accessed on")],
)
def test_text_is_one_line_in_the_language(language: str, words: str) -> None:
    """The address comes last, so that nothing sticks to it."""
    item: Item = {
        "id": "x",
        "type": "dataset",
        "title": "What is\nit?",
        "author": [{"literal": "Club"}],
        "container-title": "graph",
        "publisher": "Club",
        "version": "2",
        "issued": {"date-parts": [[2026]]},
        "accessed": {"date-parts": [[2026, 1, 31]]},
        "URL": "https://example.org/",
        "language": language,
    }
    assert written(item, "text") == (
        f"Club (2026). What is it? graph, {words} 2026-01-31. https://example.org/\n"
    )


def test_little_is_enough() -> None:
    """Nothing but an id and a type can be written too."""
    item: Item = {"id": "x", "type": "webpage"}
    assert bibtex_of(item) == ("misc", "x", {})
    assert ris_of(item) == {"type_of_reference": "ELEC", "id": "x"}
    assert written(item, "text").strip() == ""


@pytest.mark.parametrize(
    ("kind", "bibtex", "ris"),
    [
        ("article-journal", "article", "JOUR"),
        ("book", "book", "BOOK"),
        ("chapter", "incollection", "CHAP"),
        ("report", "techreport", "RPRT"),
        ("thesis", "phdthesis", "THES"),
        ("webpage", "misc", "ELEC"),
        ("dataset", "misc", "DATA"),
        ("legislation", "misc", "STAT"),
        ("standard", "misc", "STAND"),
        ("entry-dictionary", "misc", "DICT"),
        ("motion_picture", "misc", "GEN"),
    ],
)
def test_each_type_has_its_own(kind: str, bibtex: str, ris: str) -> None:
    """As the two formats name them."""
    item: Item = {"id": "x", "type": kind}
    assert bibtex_of(item)[0] == bibtex
    assert ris_of(item)["type_of_reference"] == ris


@given(SHOWN, SHOWN, SHOWN)
def test_no_text_breaks_out_of_bibtex(title: str, note: str, name: str) -> None:
    """Whatever the texts are, there is one entry, and LaTeX prints them on one line."""
    item: Item = {
        "id": title,
        "type": "dataset",
        "title": title,
        "note": note,
        "author": [{"literal": name}],
    }
    _, key, fields = bibtex_of(item)
    assert set(fields) == {"title", "note", "author"}
    assert key
    assert not set(key) & set(" ,{}\\\"'%#~")
    assert fields["title"] == printable(title)
    assert fields["note"] == printable(note)
    assert fields["author"] == printable(name)


@given(SHOWN, SHOWN, SHOWN)
def test_no_text_breaks_out_of_ris(title: str, note: str, name: str) -> None:
    """Whatever the texts are, there is one record with these lines."""
    item: Item = {
        "id": "x",
        "type": "dataset",
        "title": title,
        "note": note,
        "author": [{"literal": name}],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = ris_of(item)
    assert found == {
        "type_of_reference": "DATA",
        "id": "x",
        "title": printable(title),
        "notes": [printable(note)],
        "authors": [printable(name)],
    }


@pytest.mark.parametrize(("form", "module"), [("bibtex", "bibtexparser"), ("ris", "rispy")])
def test_a_missing_part_is_named(form: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, the message says what to install; text and CSL-JSON need none."""
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PartMissing, match=r"si-kg\[cite\]"):
        require(form)
    require("text")
    require("csl-json")


def test_an_unknown_form_is_refused() -> None:
    """The message lists the forms."""
    with pytest.raises(FormatNotFound, match=", ".join(FORMS)):
        written(ARTICLE, "endnote")
