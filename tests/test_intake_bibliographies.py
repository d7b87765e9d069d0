"""Bibliographies become sources: whole, once, and with each doubt at its entry."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from si_kg import intake
from si_kg.citing import latex
from si_kg.citing.forms import LIST_FORMS, written_list
from si_kg.citing.item import dated
from si_kg.citing.sources import every_reference, reference
from si_kg.findings import Finding
from si_kg.intake import Context, Incoming, bibliographies
from si_kg.intake.bibliographies import bibtex, csl_json
from si_kg.intake.bibliographies.latex_text import plain
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import ID
from si_kg.store import EmbeddedStore, Store
from si_kg.tables import printable

BASE = "https://data.gemeente.example/id/"
WILD = Path(__file__).parent / "fixtures" / "bibliographies" / "wild.bib"
EMPTY = EmbeddedStore.from_quads([])


def _context(store: Store = EMPTY, name: str = "library") -> Context:
    return Context(BASE, name, "Zoë", date(2026, 1, 31), "nl", store)


def _graph(incoming: Incoming) -> EmbeddedStore:
    return EmbeddedStore.from_quads(ox.Quad(*triple) for triple in incoming.triples)


Bring = Callable[[str, str], Incoming]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Read a text under a name of its own into an empty graph."""

    def brought(name: str, text: str) -> Incoming:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return intake.read(file, _context())

    return brought


# what a format cannot hold, so that it cannot come back either
LOST = {
    "bibtex": {"type", "title-short"},
    "biblatex": {"title-short"},
    "ris": {"title-short"},
    "csl-json": set[str](),
}


def _comparable(item: Mapping[str, Any], form: str) -> dict[str, Any]:
    """The record as this format holds it: initials closed up, in BibTeX no day of the month."""
    held = {field: value for field, value in item.items() if field not in {*LOST[form], "id"}}
    for role in {"author", "editor"} & held.keys():
        held[role] = [_name(name, form) for name in held[role]]
    if form == "bibtex" and "issued" in held:
        held["issued"] = dated(held["issued"])[:7]
    if form == "biblatex" and held["type"] == "collection":
        held["type"] = "document"
    return held


def _name(name: Mapping[str, str], form: str) -> dict[str, str]:
    """In RIS a family name without given name looks like an organisation."""
    parts = {part: text.replace(". ", ".") for part, text in name.items()}
    return {"literal": parts["family"]} if form == "ris" and set(parts) == {"family"} else parts


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", LOST)
def test_every_source_comes_back(
    form: str, language: str, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Written in a format and read again, each of our sources is the same work, field by field."""
    items = every_reference(graph.store, language)
    assert len(items) > 200
    file = tmp_path / f"all{LIST_FORMS[form].ending}"
    file.write_text(written_list(list(items.values()), form), "utf-8", newline="")
    incoming = intake.read(file, _context())
    assert not incoming.faults
    found = every_reference(_graph(incoming), language)
    assert {iri.removeprefix(BASE) for iri in found} == {iri.removeprefix(ID) for iri in items}
    for iri, item in items.items():
        again = found[BASE + item["id"]]
        assert _comparable(again, form) == _comparable(item, form), iri


@pytest.mark.parametrize("form", LOST)
def test_a_known_source_is_recognised(form: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Each of our sources that has a title is told by its name, and not doubled."""
    items = every_reference(graph.store, "en")
    titled = [item for item in items.values() if not item["title"].startswith("[")]
    assert len(titled) > 150
    file = tmp_path / f"titled{LIST_FORMS[form].ending}"
    file.write_text(written_list(titled, form), "utf-8", newline="")
    incoming = intake.read(file, _context(graph.store))
    assert not incoming.triples
    assert {fault.rule for fault in incoming.faults} == {"intake:known"}
    told = {fault.cell: fault.message.nl for fault in incoming.faults}
    assert set(told) == {item["id"] for item in titled}
    assert f"{ID}bloom-dees-2008" in told["bloom-dees-2008"]


def test_what_people_have() -> None:
    """Accents, macros, names in all orders: read as they are printed."""
    incoming = intake.read(WILD, _context())
    item = reference(_graph(incoming), f"{BASE}jansen2015")
    assert {**item, "id": ""} == {
        "id": "",
        "type": "article-journal",
        "title": "Sociale innovatie: 50% minder eenzaamheid – een “proef”",
        "author": [
            {"family": "Jansen", "given": "Jan"},
            {"family": "Berg", "given": "Jörg P.", "non-dropping-particle": "van der"},
            {"family": "Fontaine", "given": "Mariëtte", "non-dropping-particle": "de la"},
            {"literal": "Stichting De Brug"},
        ],
        "container-title": "World Development",
        "issued": {"date-parts": [[2015, 3]]},
        "volume": "12",
        "issue": "3",
        "page": "101-119",
        "DOI": "10.1000/abc_def",
        "URL": "https://example.org/a_b",
        "language": "nl",
    }
    smith = reference(_graph(incoming), f"{BASE}smith2018")
    assert smith["title"] == "A Paper: In Two Parts"
    assert smith["author"] == [
        {"family": "Smith", "given": "John", "suffix": "Jr."},
        {"literal": "others"},
    ]
    assert smith["editor"] == [{"family": "Lee", "given": "Ann"}]
    assert smith["note"] == "p. e1-e9"


def test_each_doubt_is_told_at_its_entry() -> None:
    """Severity, rule, line and key; fields without a place once, with their count."""
    faults = intake.read(WILD, _context()).faults
    assert all(fault.file == "wild.bib" for fault in faults)
    assert [(fault.severity, fault.rule, fault.line, fault.cell) for fault in faults] == [
        ("Violation", "intake:key-twice", 39, ""),
        ("Violation", "intake:broken-entry", 41, ""),
        ("Info", "intake:no-year-yet", 20, "smith2018"),
        ("Warning", "intake:no-day", 30, "web"),
        ("Warning", "intake:no-doi", 30, "web"),
        ("Warning", "intake:no-url", 30, "web"),
        ("Violation", "intake:no-title", 37, "untitled"),
        ("Info", "intake:no-place", 0, ""),
        ("Info", "intake:no-place", 0, ""),
        ("Info", "intake:no-title-language", 0, ""),
    ]
    values = [value for fault in faults for value in [fault.value] if value]
    assert values == ["in press", "2010/2012?", "not-a-doi", "www.example.org"]
    assert "‘file’" in faults[-3].message.en
    assert faults[0].place() == "wild.bib:39"


def test_a_finding_is_located_at_its_entry() -> None:
    """Also one about the place where the source is cited."""
    incoming = intake.read(WILD, _context())
    for focus, line in {"smith2018": 20, "web-page": 30, "elsewhere": 0}.items():
        told = Finding("Warning", BASE + focus, "", "", "sis:Rule", Text("", ""))
        assert incoming.located(told).line == line


def test_the_same_file_gives_the_same_triples() -> None:
    """Lists of authors included; without any blank node named at random."""
    first, again = (intake.read(WILD, _context()).triples for _ in range(2))
    assert first == again
    assert len(first) > 50


def test_another_work_under_a_key_of_the_graph_is_refused(bring: Bring, tmp_path: Path) -> None:
    """A key that another addition uses for another work; the own work of before may change."""
    text = "@book{a, title = {One}, year = 2001, langid = {english}}"
    own = ox.NamedNode("https://w3id.org/si-kg/graph/own/library")
    quads = [
        ox.Quad(triple.subject, triple.predicate, triple.object, own)
        for triple in bring("a.bib", text).triples
    ]
    file = tmp_path / "a.bib"
    file.write_text(text.replace("One", "Another"), "utf-8")
    store = EmbeddedStore.from_quads(quads)
    same = intake.read(file, _context(store))
    other = intake.read(file, _context(store, "second"))
    assert not same.faults
    assert [fault.rule for fault in other.faults] == ["intake:key-taken"]
    assert not other.triples


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        pytest.param("doi={10.1234/A}", "doi={10.1234/a}, title={B}", 1, id="doi"),
        pytest.param("year=2001, author={X, Y}", "year=2001, author={X, Z}", 1, id="family-name"),
        pytest.param("year=2001, author={X, Y}", "year=2001, author={Q, Y}", 2, id="other-maker"),
        pytest.param("year=2001", "year=2002", 2, id="other-year"),
        pytest.param("url={https://a.b/c}", "url={https://a.b/d}", 2, id="other-address"),
    ],
)
def test_one_work_comes_in_once(first: str, second: str, count: int, bring: Bring) -> None:
    """By DOI whatever its capitals; by title and year, unless makers or addresses differ."""
    text = f"@misc{{a, title={{T}}, langid={{dutch}}, {first}}}\n"
    other = f"@misc{{b, langid={{dutch}}, {second}, title={{T}}}}\n"
    incoming = bring(
        "a.bib", text + (other if "title" not in second else other[: other.rindex(", title")] + "}")
    )
    assert len(every_reference(_graph(incoming))) == count
    assert len(incoming.faults) == 2 - count


def test_makers_of_the_graph_are_named_again(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """An organisation by its name in either language, a person by a given name in full."""
    author = '{Social and Economic Council} and Howaldt, J{\\"u}rgen and Dees, J.G.'
    file = tmp_path / "a.bib"
    file.write_text(f"@misc{{a, title={{New}}, langid={{english}}, author={{{author}}}}}", "utf-8")
    triples = intake.read(file, _context(graph.store)).triples
    made = [str(t.object) for t in triples if t.predicate.value.endswith("terms/creator")]
    assert [iri.startswith(f"<{ID}") for iri in made] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.bib", "@book{a, title={A}, author={{} and , and B}}", id="bib"),
        pytest.param("a.ris", "TY  - BOOK\nTI  - A\nAU  - ,\nAU  - B\nER  - \n", id="ris"),
        pytest.param(
            "a.csl.json",
            '[{"id": "a", "type": "book", "title": "A", "author": [{}, {"family": "B"}]}]',
            id="csl",
        ),
    ],
)
def test_a_name_in_which_nothing_stands_is_none(name: str, text: str, bring: Bring) -> None:
    """The other makers come in."""
    [item] = every_reference(_graph(bring(name, text))).values()
    assert [maker.get("family", maker.get("literal")) for maker in item["author"]] == ["B"]


@pytest.mark.parametrize(
    ("name", "text", "rule", "line"),
    [
        pytest.param("a.ris", "\nTY  - BOOK\nTI  - A\n", "intake:no-end", 2, id="ris-without-end"),
        pytest.param("a.ris", "hello", "intake:empty", 0, id="ris-empty"),
        pytest.param(
            "a.csl.json",
            '[{"id": "a", "type": "book", "title": "A"},\n{"id": }]',
            "intake:broken-json",
            2,
            id="json",
        ),
        pytest.param(
            "a.csl.json",
            '[{"id": "a", "type": "book", "title": "A"},\n'
            f'{{"id": "b", "type": "book", "issued": {{"date-parts": [[{"9" * 5000}]]}}}}]',
            "intake:broken-json",
            2,
            id="json-with-a-long-number",
        ),
        pytest.param("a.bib", "hello", "intake:empty", 0, id="bib-empty"),
        pytest.param(
            "a.bib", "@book{a, title={A}, title={B}}", "intake:field-twice", 1, id="field-twice"
        ),
    ],
)
def test_a_broken_file_is_told(name: str, text: str, rule: str, line: int, tmp_path: Path) -> None:
    """As a violation, with its line."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    faults = bibliographies.read(file, _context()).faults
    [fault] = [fault for fault in faults if fault.severity == "Violation"]
    assert (fault.rule, fault.line) == (rule, line)


def test_ris_as_other_programs_write_it(bring: Bring) -> None:
    """Older tags, a byte-order mark, an id that is missing."""
    text = (
        "\ufeffTY  - JOUR\r\nA1  - Berg, Jan van den\r\nT1  - Een titel\r\nJA  - Tijdschrift\r\n"
        "Y1  - 2011/05//\r\nSP  - 1\r\nEP  - 9\r\nSN  - 1234-567X\r\nLA  - Nederlands\r\n"
        "N1  - et al.\r\nKW  - buurt\r\nXX  - iets\r\nER  - \r\n"
    )
    incoming = bring("a.ris", text)
    [item] = every_reference(_graph(incoming)).values()
    assert item["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"literal": "others"},
    ]
    assert (item["title"], item["container-title"], item["page"]) == (
        "Een titel",
        "Tijdschrift",
        "1-9",
    )
    assert (item["issued"], item["ISSN"], item["language"]) == (
        {"date-parts": [[2011, 5]]},
        "1234-567X",
        "nl",
    )
    assert item["id"] == f"{BASE}van-den-berg-et-al-2011-een-titel"
    assert {fault.rule for fault in incoming.faults} == {"intake:no-place"}


def test_csl_json_as_zotero_writes_it(bring: Bring) -> None:
    """Marks of italics, dates as texts, numbers as numbers, what is no item."""
    items = [
        {
            "id": "http://zotero.org/groups/1/items/ABC",
            "citation-key": "abc",
            "type": "article-journal",
            "title": "A <i>new</i> title",
            "author": [{"family": "van Dijk", "given": "Bea"}, {"literal": "OECD"}, "odd"],
            "issued": {"raw": "2013-04-05"},
            "volume": 7,
            "language": "en-GB",
        },
        {
            "id": 7,
            "type": "song",
            "title": "B",
            "issued": {"date-parts": [["2013", 4]]},
            "language": "Klingon",
        },
    ]
    incoming = bring("a.json", json.dumps(items))
    found = every_reference(_graph(incoming))
    first = found[f"{BASE}abc"]
    assert first["title"] == "A new title"
    assert first["author"][0] == {"family": "Dijk", "given": "Bea", "non-dropping-particle": "van"}
    assert (first["issued"], first["volume"], first["language"]) == (
        {"date-parts": [[2013, 4, 5]]},
        "7",
        "en",
    )
    assert found[f"{BASE}7"]["type"] == "document"
    assert [fault.rule for fault in incoming.faults] == [
        "intake:no-kind",
        "intake:no-language",
        "intake:no-title-language",
    ]


_SIGNS = st.text("\\{}$%~^_&#-'`abc \"?!<>,é") | st.text(st.characters(codec="utf-8"))


@given(_SIGNS)
def test_latex_that_we_write_is_read(text: str) -> None:
    """Whatever stands in a title comes back, but for spaces."""
    assert plain(latex.escaped(text)) == " ".join(printable(text).split())


@settings(max_examples=300)
@given(st.text("\\{}$%~^_&#-'`abchrefurltx \"?!<>,é[]@=\n"))
def test_any_bibtex_is_read_or_told(text: str) -> None:
    """Never an error of the parser."""
    for each in (text, f"@book{{a, title={{{text}}}, author={{{text}}}}}"):
        reading = bibtex.read(each)
        assert all(fault.message.nl for fault in reading.faults)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda each: (
            st.lists(each)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "type",
                        "title",
                        "author",
                        "family",
                        "given",
                        "issued",
                        "date-parts",
                        "raw",
                        "literal",
                    ]
                ),
                each,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_or_told(content: Any) -> None:
    """Whatever stands where a name or a day should."""
    reading = csl_json.read(
        json.dumps([content, {"id": "a", "type": "book", "author": content, "issued": content}])
    )
    assert reading.entries
