"""References in BibTeX, biblatex, RIS, COinS, CSL-JSON: what is written is what a reader finds."""

import json
import sys
import warnings
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs

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

from si_kg.citing.forms import FORMS, LIST_FORMS, require, written, written_list
from si_kg.citing.item import OTHERS, Item, Name
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
    "number": "12",
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


def bibtex_of(item: Item, form: str = "bibtex") -> tuple[str, str, dict[str, str]]:
    """The type, the key and the fields that a reader of BibTeX finds, as LaTeX prints them."""
    library = parse_string(written_list([item], form))
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


def coins_of(text: str) -> list[dict[str, list[str]]]:
    """The values of each span that a reader of web pages finds."""
    found: list[dict[str, list[str]]] = []

    class Reader(HTMLParser):
        """Takes spans of COinS."""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            assert (tag, given["class"]) == ("span", "Z3988")
            found.append(parse_qs(given["title"] or "", strict_parsing=True))

        def handle_data(self, data: str) -> None:
            assert not data.strip()

    Reader().feed(text)
    return found


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
        "year": "2020",
        "month": "3",
        "urldate": "2026-01-31",
        "volume": "7",
        "number": "2",
        "eid": "12",
        "pages": "1–9",
        "doi": "10.1000/a_b",
        "issn": "1234-5678",
        "url": "https://example.org/a?b=c%20d&e=_f",
        "langid": "dutch",
        "abstract": "Kort.",
        "note": "Zie ook hier.",
    }
    assert "pages = {1--9}" in written(ARTICLE, "bibtex")
    assert written(ARTICLE, "bibtex").isascii()


def test_biblatex_has_names_of_its_own() -> None:
    """Other fields, a date, and UTF-8; the prefix of a name counts, as it does in Dutch."""
    _, _, bibtex = bibtex_of(ARTICLE)
    kind, key, fields = bibtex_of(ARTICLE, "biblatex")
    assert (kind, key) == ("article", "vdberg-2020")
    renamed = {"journal": "journaltitle", "address": "location"}
    changed = {name for name in fields if fields[name] != bibtex.get(name)}
    assert changed == {*renamed.values(), "date", "options"}
    assert {new: fields[new] for new in renamed.values()} == {
        new: bibtex[old] for old, new in renamed.items()
    }
    assert fields["date"] == "2020-03"
    assert fields["options"] == "useprefix=true"
    assert "‘co-creatie’" in written_list([ARTICLE], "biblatex")


@pytest.mark.parametrize(
    ("form", "line"),
    [("bibtex", "year = {ca. 2020}"), ("biblatex", "date = {2020~}"), ("ris", "DA  - 2020///ca.")],
)
def test_an_approximate_year_says_so(form: str, line: str) -> None:
    """As each format can."""
    item: Item = {"id": "x", "type": "book", "issued": {"date-parts": [[2020]], "circa": True}}
    assert line in written_list([item], form)


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("bibtex", "author = {Doe, J. and others}"),
        ("biblatex", "author = {Doe, J. and others}"),
        ("ris", "AU  - Doe, J.\r\nN1  - et al.\r\nER"),
        ("coins", "rft.au=Doe%2C%20J.&quot;"),
    ],
)
def test_authors_that_are_not_named(form: str, line: str) -> None:
    """BibTeX has a word for them; elsewhere nobody is called `others`."""
    item: Item = {"id": "x", "type": "book", "author": [{"family": "Doe", "given": "J."}, OTHERS]}
    assert line.replace("&quot;", '"') in written_list([item], form)


@pytest.mark.parametrize(
    ("name", "written_name"),
    [
        ({"family": "Herrero de Egaña", "given": "B."}, "{Herrero de Egaña}, B."),
        ({"family": "Van Regenmortel", "given": "T."}, "{Van Regenmortel}, T."),
        ({"family": "Bekkers", "given": "V.J.J.M."}, "Bekkers, V. J. J. M."),
        ({"family": "Zwet", "non-dropping-particle": "van der"}, "van der Zwet"),
        ({"literal": "Ministerie van X & Y"}, "{Ministerie van X \\& Y}"),
    ],
)
def test_bibtex_divides_names_as_their_bearers_do(name: Name, written_name: str) -> None:
    """Braces hold together what BibTeX would divide at a small letter."""
    item: Item = {"id": "x", "type": "book", "author": [name]}
    assert f"author = {{{written_name}}}" in written_list([item], "biblatex")


def test_each_entry_has_a_key_of_its_own() -> None:
    """Ids that differ only in what a key cannot hold are told apart."""
    items: list[Item] = [{"id": name, "type": "book"} for name in ("a b", "a/b", "a-b")]
    entries = parse_string(written_list(items, "bibtex")).entries
    assert len({entry.key for entry in entries}) == 3


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
        "note": "12",
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
    ("kind", "bibtex", "biblatex", "ris"),
    [
        ("article-journal", "article", "article", "JOUR"),
        ("article-magazine", "article", "article", "MGZN"),
        ("book", "book", "book", "BOOK"),
        ("chapter", "incollection", "incollection", "CHAP"),
        ("report", "techreport", "report", "RPRT"),
        ("thesis", "phdthesis", "thesis", "THES"),
        ("webpage", "misc", "online", "ELEC"),
        ("dataset", "misc", "dataset", "DATA"),
        ("legislation", "misc", "legislation", "STAT"),
        ("standard", "misc", "standard", "STAND"),
        ("entry-dictionary", "misc", "inreference", "DICT"),
        ("motion_picture", "misc", "video", "VIDEO"),
        ("graphic", "misc", "image", "ART"),
        ("collection", "misc", "misc", "SER"),
        ("document", "misc", "misc", "GEN"),
    ],
)
def test_each_type_has_its_own(kind: str, bibtex: str, biblatex: str, ris: str) -> None:
    """As the formats name them."""
    item: Item = {"id": "x", "type": kind}
    assert bibtex_of(item)[0] == bibtex
    assert bibtex_of(item, "biblatex")[0] == biblatex
    assert ris_of(item)["type_of_reference"] == ris


@given(st.sampled_from(["bibtex", "biblatex"]), SHOWN, SHOWN, SHOWN)
def test_no_text_breaks_out_of_bibtex(form: str, title: str, note: str, name: str) -> None:
    """Whatever the texts are, there is one entry, and LaTeX prints them on one line."""
    item: Item = {
        "id": title,
        "type": "dataset",
        "title": title,
        "note": note,
        "author": [{"literal": name}],
    }
    _, key, fields = bibtex_of(item, form)
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


@given(SHOWN, SHOWN, SHOWN)
def test_no_text_breaks_out_of_coins(title: str, container: str, name: str) -> None:
    """Whatever the texts are, there is one span, with these values."""
    item: Item = {
        "id": "x",
        "type": "chapter",
        "title": title,
        "container-title": container,
        "author": [{"literal": name}],
    }
    (values,) = coins_of(written_list([item], "coins"))
    assert values == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"],
        "rft.genre": ["bookitem"],
        "rft.atitle": [printable(title)],
        "rft.btitle": [printable(container)],
        "rft.aucorp": [printable(name)],
    }


def test_coins_are_read_back() -> None:
    """An article: the persons as `au`, the organisations as `aucorp`, a DOI and an address."""
    (values,) = coins_of(written_list([ARTICLE], "coins"))
    assert values == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["50 % of {a_b} & more: ‘co-creatie’"],
        "rft.jtitle": ["Journal of Things"],
        "rft.pub": ["Uitgeverij"],
        "rft.place": ["Utrecht"],
        "rft.volume": ["7"],
        "rft.issue": ["2"],
        "rft.pages": ["1–9"],
        "rft.issn": ["1234-5678"],
        "rft.language": ["nl"],
        "rft.description": ["Kort."],
        "rft.au": ["van den Berg, Jan"],
        "rft.aucorp": ["Movisie & De Nieuwe Club"],
        "rft.date": ["2020-03"],
        "rft_id": ["info:doi/10.1000/a_b", "https://example.org/a?b=c%20d&e=_f"],
    }


@pytest.mark.parametrize("form", [form for form in LIST_FORMS if form != "text"])
def test_a_very_long_text_stays_whole(form: str) -> None:
    """Ten thousand characters, in Arabic too, which LaTeX has no commands for."""
    title = "مرحبا & é \\ " * 1_000 + "x"
    item: Item = {"id": "x", "type": "book", "title": title}
    text = written_list([item], form)
    held: dict[str, Callable[[], Any]] = {
        "bibtex": lambda: bibtex_of(item)[2]["title"],
        "biblatex": lambda: bibtex_of(item, "biblatex")[2]["title"],
        "ris": lambda: ris_of(item)["title"],
        "coins": lambda: coins_of(text)[0]["rft.btitle"][0],
        "csl-json": lambda: json.loads(text)[0]["title"],
    }
    assert held[form]() == title


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
