"""Every source, concept and definition can be cited, and every format gives back what was meant."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import citeproc
import pypandoc
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from conftest import Cli, complaint, store_of
from fake_store import fake_store

from si_kg.catalogue import Catalogue
from si_kg.citing import plain
from si_kg.citing.faults import NotCitable, NothingToCite, StyleNotFound, StyleWithoutList
from si_kg.citing.forms import LIST_FORMS, written_list
from si_kg.citing.item import OTHERS, Day, Item, Name, dated
from si_kg.citing.sources import every_reference, reference
from si_kg.cli.commands import citing as command
from si_kg.errors import FormatNotFound, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.store import EmbeddedStore

DAY = "1795305600"  # 22 November 2026


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day in every test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


@pytest.fixture(scope="module", params=["nl", "en"])
def items(graph: KnowledgeGraph, request: pytest.FixtureRequest) -> list[Item]:
    """All sources of the graph as references, in one language."""
    found = list(every_reference(graph.store, request.param).values())
    assert len(found) > 200
    return found


def shown(name: Name) -> str:
    """A name as all readers can give it: the family name with its prefix, and the rest."""
    if "literal" in name:
        return name["literal"]
    given = name.get("given", "").replace(" ", "")
    parts: Mapping[str, str] = name  # type: ignore[assignment]  # readers may give other parts
    prefix = parts.get("non-dropping-particle", parts.get("dropping-particle", ""))
    family = f"{prefix} {name['family']}".strip()
    return ", ".join(filter(None, (family, name.get("suffix"), given)))


def names(item: Mapping[str, Any], role: str) -> list[str]:
    """The names of those with this role."""
    return [shown(name) for name in item.get(role, ())]


def bare(text: object) -> str:
    """A text without what readers add to it: marks of capitals, another kind of quotation mark."""
    plain = re.sub(r"</?span[^>]*>", "", str(text))
    return normalize("NFC", re.sub(r"\s", " ", re.sub("[“”‘’'\"]", "'", plain)))


def as_csl(items: Sequence[Item], form: str) -> dict[str, dict[str, Any]]:
    """What pandoc reads, as CSL-JSON, by key."""
    text = written_list(items, form).replace("\r\n", "\n")
    read = pypandoc.convert_text(text, "csljson", format=form.replace("-", ""))
    found = {each["id"]: each for each in json.loads(read)}
    assert set(found) == {item["id"] for item in items}
    return found


# fields that pandoc reads as they are, and those of which it makes one where a type has no place
SAME = (
    *("title", "volume", "page", "edition", "publisher-place", "genre", "note", "abstract"),
    *("DOI", "ISBN", "URL"),
)
WHOLES = ("publisher", "container-title", "collection-title")


def wholes(item: Mapping[str, Any]) -> list[str]:
    """In what it appeared and where, whichever field says so."""
    return sorted(
        each for field in WHOLES for each in bare(item.get(field, "")).split("; ") if each
    )


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_pandoc_reads_every_source(items: list[Item], form: str) -> None:
    """Field by field, by a reader that had no part in writing."""
    found = as_csl(items, form)
    for item in items:
        read = found[item["id"]]
        assert {field: bare(read.get(field, "")) for field in SAME} == {
            field: bare(item.get(field, "")) for field in SAME
        }
        assert names(read, "author") == names(item, "author")
        assert names(read, "editor") == names(item, "editor")
        assert wholes(read) == wholes(item)
        assert read["language"].partition("-")[0] == item["language"]
        if form == "biblatex":
            assert read.get("issued") == item.get("issued")


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_entries_have_all_numbers(items: list[Item], form: str) -> None:
    """Those of an article and its issue, of a report and its series, apart, and the year."""
    library = parse_string(written_list(items, form))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [item["id"] for item in items]
    for entry, item in zip(library.entries, items, strict=True):
        fields = {field.key: str(field.value) for field in entry.fields}
        own = item.get("number", item.get("collection-number"))
        article = entry.entry_type == "article"
        assert fields.get("eid" if article else "number") == own
        assert fields.get("number" if article else "issue") == item.get("issue")
        assert fields.get("year" if form == "bibtex" else "date", "") == _year(item, form)


def _year(item: Item, form: str) -> str:
    if "issued" not in item:
        return ""
    day = item["issued"]
    if form == "bibtex":
        return "ca. " * day.get("circa", False) + dated(day)[:4]
    return dated(day) + "~" * day.get("circa", False)


RIS = {
    "title": "title",
    "volume": "volume",
    "number": "issue",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "tertiary_title": "collection-title",
    "type_of_work": "genre",
    "language": "language",
    "doi": "DOI",
    "issn": "ISBN",
    "edition": "edition",
}


def test_rispy_reads_every_source(items: list[Item]) -> None:
    """Field by field; names as `Family, Given prefix`, pages as first and last."""
    text = written_list(items, "ris")
    assert text.count("\r\n") == text.count("\n")
    found = rispy.loads(text.replace("\r\n", "\n"))
    assert [read["id"] for read in found] == [item["id"] for item in items]
    for read, item in zip(found, items, strict=True):
        assert {tag: read.get(tag) for tag in RIS} == {
            tag: item.get(field) for tag, field in RIS.items()
        }
        assert read.get("authors", []) == _ris_names(item.get("author", ()))
        assert read.get("secondary_authors", []) == _ris_names(item.get("editor", ()))
        container = read.get("journal_name", read.get("secondary_title"))
        assert container == item.get("container-title")
        pages = "-".join(read[tag] for tag in ("start_page", "end_page") if tag in read)
        assert pages == item.get("page", "")
        assert read.get("note") == item.get("number", item.get("collection-number"))
        assert read.get("urls", []) == ([item["URL"]] if "URL" in item else [])
        assert read.get("year", "") == (dated(item["issued"])[:4] if "issued" in item else "")


def _ris_names(found: Sequence[Name]) -> list[str]:
    return [_ris_name(name) for name in found if name != OTHERS]


def _ris_name(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    given = f"{name.get('given', '')} {name.get('non-dropping-particle', '')}".strip()
    return ", ".join(filter(None, (name["family"], given, name.get("suffix"))))


def test_pandoc_reads_ris_of_every_source(items: list[Item]) -> None:
    """What its reader knows of RIS."""
    found = as_csl(items, "ris")
    for item in items:
        same = ("title", "volume", "issue", "page", "publisher", "language", "DOI")
        read = found[item["id"]]
        assert {each: bare(read.get(each, "")) for each in same} == {
            each: bare(item.get(each, "")) for each in same
        }


def test_csl_json_is_within_the_schema(items: list[Item]) -> None:
    """Types and fields are those of the Citation Style Language; pandoc reads all back."""
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    types, fields = (
        set(re.findall(r'"([\w-]+)"', (folder / f"csl-{each}.rnc").read_text("utf-8")))
        for each in ("types", "variables")
    )
    assert {"book", "webpage"} <= types
    assert {item["type"] for item in items} <= types
    assert {field for item in items for field in item} <= fields | {"id", "type"}
    found = as_csl(items, "csl-json")
    for item in items:
        read = found[item["id"]]
        texts = [field for field in item if isinstance(item.get(field), str)]
        assert set(read) == set(item)
        assert [bare(read[field]) for field in texts] == [bare(item.get(field)) for field in texts]
        others = ("author", "editor", "issued")
        assert [read.get(field) for field in others] == [item.get(field) for field in others]


def test_every_source_has_coins(items: list[Item]) -> None:
    """One span each, on a line of its own."""
    lines = written_list(items, "coins").splitlines()
    assert len(lines) == len(items)
    assert all(re.fullmatch(r'<span class="Z3988" title="[^"<>]+"></span>', line) for line in lines)


@pytest.mark.parametrize(("style", "language"), [("apa", "nl"), ("apa", "en"), ("ieee", "en")])
def test_text_lists_every_source(graph: KnowledgeGraph, style: str, language: str) -> None:
    """A reference each, with its title and year; a style may write some titles in capitals."""
    items = list(every_reference(graph.store, language).values())
    listed = written_list(items, "text", style=style, language=language).strip().split("\n\n")
    assert len(listed) == len(items)
    whole = bare("\n".join(listed)).lower()
    for item in items:
        assert bare(item["title"]).rstrip(".").lower() in whole
        assert "issued" not in item or dated(item["issued"])[:4] in whole


def apa(graph: KnowledgeGraph, *things: str, language: str = "nl") -> str:
    """The reference in APA."""
    return graph.cite(*things, language=language).strip()


def test_a_citation_style_does_what_it_should(graph: KnowledgeGraph) -> None:
    """Editors, approximate years, authors that are not named, suffixes to the year."""
    assert " (Red.). (2013)." in apa(graph, "moulaert-2013")
    assert " (Eds). (2013)." in apa(graph, "moulaert-2013", language="en")
    assert "(c. 2021)" in apa(graph, "oecd-2021")
    assert "Bria, F. et al. (2015)." in apa(graph, "bria-2015")
    assert "van der Zwaard, W. (2013)" in apa(graph, "kruiter-2013")
    assert "VLAS-Studies 3" in apa(graph, "ghys-oosterlynck-2013")
    listed = apa(graph, "empowerment", "definition-zapf-1989")
    assert "(2026a)" in listed
    assert "(2026b)" in listed


TYPES = (
    ("AcademicArticle", "article-journal"),
    ("Article", "article-magazine"),
    ("Book", "book"),
    ("EditedBook", "book"),
    ("Chapter", "chapter"),
    ("Report", "report"),
    ("Thesis", "thesis"),
    ("Standard", "standard"),
    ("Legislation", "legislation"),
    ("Webpage", "webpage"),
    ("Website", "webpage"),
    ("AudioVisualDocument", "motion_picture"),
    ("Image", "graphic"),
    ("Series", "collection"),
    ("Document", "document"),
)


@pytest.mark.parametrize(("bibo", "csl"), TYPES)
def test_the_class_gives_the_type(bibo: str, csl: str) -> None:
    """The most telling class counts, whatever is derived besides."""
    store = store_of(f"id:x a si:Source , bibo:Document , bibo:{bibo} .")
    assert reference(store, ID + "x") == {"id": "x", "type": csl}


def test_a_source_that_is_hardly_known() -> None:
    """Nothing is invented for what is not there."""
    assert reference(store_of(""), ID + "x") == {"id": "x", "type": "document"}
    store = store_of('id:x a si:Source ; dcterms:issued "spring" ; si:yearApproximate true .')
    assert reference(store, ID + "x") == {"id": "x", "type": "document"}


@pytest.mark.parametrize(
    ("issued", "parts"),
    [
        ('"2017"^^xsd:gYear', [2017]),
        ('"2017-01"^^xsd:gYearMonth', [2017, 1]),
        ('"2017-01-31"^^xsd:date', [2017, 1, 31]),
        ('"2017-01-31Z"^^xsd:date', [2017, 1, 31]),
    ],
)
def test_dates(issued: str, parts: list[int]) -> None:
    """As precise as they are."""
    store = store_of(f"id:x a si:Source ; dcterms:issued {issued} .")
    expected: Day = {"date-parts": [parts]}
    assert reference(store, ID + "x").get("issued") == expected


PEOPLE = """
id:a rdfs:label "Raad"@nl , "Council"@en .
id:b foaf:name "J. van der Berg" ; foaf:givenName "J." ; si:familyNamePrefix "van der" ;
    foaf:familyName "Berg" .
id:c rdfs:label "Alleen Nederlands"@nl .
"""


def test_names_stand_in_their_order() -> None:
    """A list has an order; organisations by their name in the language, or in the one there is."""
    store = store_of(PEOPLE + "id:x a si:Source ; bibo:authorList ( id:c id:b id:a ) .")
    person: Name = {"family": "Berg", "given": "J.", "non-dropping-particle": "van der"}
    for language, council in (("nl", "Raad"), ("en", "Council")):
        assert reference(store, ID + "x", language).get("author") == [
            {"literal": "Alleen Nederlands"},
            person,
            {"literal": council},
        ]


def test_makers_without_a_list_are_named_too() -> None:
    """But whoever made something as an editor is not an author."""
    plain = store_of(PEOPLE + "id:x a si:Source ; dcterms:creator id:c , id:a .")
    assert reference(plain, ID + "x", "nl").get("author") == [
        {"literal": "Raad"},
        {"literal": "Alleen Nederlands"},
    ]
    edited = store_of(
        PEOPLE + "id:x a si:Source ; dcterms:creator id:a ; bibo:editorList ( id:a ) ."
    )
    found = reference(edited, ID + "x", "nl")
    assert "author" not in found
    assert found.get("editor") == [{"literal": "Raad"}]


def test_a_part_names_its_whole() -> None:
    """A series or another work; a number belongs to the series."""
    store = store_of("""
        id:x a si:Source ; si:isPartOf id:series ; bibo:number "3" .
        id:y a si:Source ; si:isPartOf id:book ; dcterms:publisher id:press .
        id:series a si:Source , bibo:Series ; dcterms:title "Reeks"@nl .
        id:book a si:Source , bibo:Book ; dcterms:title "Boek"@nl .
        id:press rdfs:label "Pers"@nl .
    """)
    assert reference(store, ID + "x", "nl").get("collection-title") == "Reeks"
    assert reference(store, ID + "x", "nl").get("collection-number") == "3"
    assert reference(store, ID + "y", "nl").get("container-title") == "Boek"
    assert reference(store, ID + "y", "nl").get("publisher") == "Pers"


def test_one_source_is_as_it_is_among_all(graph: KnowledgeGraph) -> None:
    """Whichever way it is asked for."""
    everything = every_reference(graph.store, "en")
    for source in list(everything)[::40]:
        assert reference(graph.store, source, "en") == everything[source]


def cited(graph: KnowledgeGraph, *things: str, language: str = "en") -> list[Item]:
    """The references as CSL-JSON."""
    found: list[Item] = json.loads(graph.cite(*things, to="csl-json", language=language))
    return found


def test_a_concept_is_an_entry_of_the_graph(graph: KnowledgeGraph) -> None:
    """With its definition, the version and address, and the places that it rests on."""
    (item,) = cited(graph, "eigen kracht", language="nl")
    assert item["type"] == "entry-dictionary"
    assert item["URL"] == ID + "own-strength"
    assert item["title"] == "eigen kracht"
    assert item["container-title"] == "si-kg: ontologie van sociale innovatie"
    assert item["author"] == [{"literal": "beheerders van si-kg"}]
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert item["abstract"]
    assert item["version"]
    assert re.match(r"te vinden op Scheffelaar & Kuiper \(2017\), pp?\. \d+[,;]", item["note"])
    assert item["note"].endswith(f"gegevens: https://w3id.org/si-kg/ontology/{item['version']}")


def test_a_definition_is_an_entry_that_names_its_source(graph: KnowledgeGraph) -> None:
    """Our words in `abstract`, whose they follow in `note`."""
    (item,) = cited(graph, "definition-zapf-1989")
    assert item["title"] == "Social innovation according to Zapf (1989)"
    assert item["note"].startswith("after Zapf (1989); found at Zapf (1989), ")


def test_the_graph_is_a_data_set(graph: KnowledgeGraph) -> None:
    """Without a thing, or by its name."""
    (item,) = cited(graph)
    assert cited(graph, "graph") == [item]
    assert item["type"] == "dataset"
    assert item["title"] == "si-kg: ontology of social innovation"
    assert item["URL"] == f"https://w3id.org/si-kg/ontology/{item['version']}"


def test_several_things_stand_in_one_list_each_once(graph: KnowledgeGraph) -> None:
    """By whatever name they are called; all sources come after what was named."""
    found = cited(graph, "zapf-1989", "empowerment", ID + "zapf-1989", "graph")
    assert [item["id"] for item in found] == ["zapf-1989", "empowerment", "si-kg"]
    text = graph.cite("zapf-1989", to="csl-json", every_source=True)
    listed = [item["id"] for item in json.loads(text)]
    assert listed[0] == "zapf-1989"
    assert len(listed) == len(set(listed)) == len(every_reference(graph.store))


FAULTS: list[tuple[Callable[[KnowledgeGraph], str], type[Exception], str]] = [
    (lambda graph: graph.cite("zapf-1998"), ThingNotFound, "zapf-1989"),
    (lambda graph: graph.cite("m-pesa"), NotCitable, "si-kg cite m-pesa-"),
    (lambda graph: graph.cite("si:Initiative"), NothingToCite, "graph"),
    (lambda graph: graph.cite(to="bibtx"), FormatNotFound, "Did you mean bibtex"),
    (lambda graph: graph.cite(style="appa"), StyleNotFound, "Did you mean apa"),
    (lambda graph: graph.cite(style="chicago-notes"), StyleWithoutList, "apa"),
]


@pytest.mark.parametrize(("ask", "fault", "hint"), FAULTS)
def test_what_cannot_be_cited_says_what_can(
    graph: KnowledgeGraph,
    ask: Callable[[KnowledgeGraph], str],
    fault: type[Exception],
    hint: str,
) -> None:
    """The nearest right name, or what to cite instead."""
    with pytest.raises(fault, match=hint):
        ask(graph)


def test_an_initiative_names_sources_that_can_be_cited(graph: KnowledgeGraph) -> None:
    """What the message says can be done."""
    with pytest.raises(NotCitable) as refused:
        graph.cite("m-pesa")
    named = str(refused.value.facts["sources"]).split()
    assert {item["type"] for item in cited(graph, *named)} <= {"webpage", "article-journal"}


def test_the_command_writes_what_the_file_promises(cli: Cli, tmp_path: Path) -> None:
    """Without --to the ending tells; on the screen it is text."""
    file = tmp_path / "list.ris"
    assert cli("cite", "zapf-1989", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"TY  - JOUR\r\n")
    ran = cli("cite", "zapf-1989", "--lang", "nl")
    assert ran.out.startswith("Zapf, W. (1989). Über soziale Innovationen. Soziale Welt")


def test_the_command_takes_all_sources(cli: Cli, graph: KnowledgeGraph) -> None:
    """In one file."""
    ran = cli("cite", "--all-sources", "--to", "biblatex")
    assert len(parse_string(ran.out).entries) == len(every_reference(graph.store))


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["cite", "emporwerment", "--lang", "nl"], "Bedoel je empowerment"),
        (["cite", "--to", "endnote", "--lang", "nl"], "kies text, bibtex, biblatex, ris"),
        (["cite", "--style", "vancuver", "--lang", "nl"], "Bedoel je"),
        (["cite", "m-pesa", "--lang", "nl"], "citeer zijn bronnen: si-kg cite m-pesa-"),
    ],
)
def test_the_command_says_what_is_wrong(cli: Cli, arguments: list[str], hint: str) -> None:
    """In one line."""
    ran = cli(*arguments)
    assert ran.code == 2
    assert hint in complaint(ran)


def test_the_command_names_the_forms_that_there_are() -> None:
    """Its help does not load them."""
    assert list(LIST_FORMS) == list(command.FORMS)


def test_another_graph_is_cited_too(mini_graph: KnowledgeGraph) -> None:
    """A graph whose header says nothing of itself is a data set all the same."""
    silent = KnowledgeGraph(store_of("id:x a si:Source ."), Catalogue({}), "en")
    (item,) = json.loads(silent.cite(to="csl-json"))
    assert (item["id"], item["type"]) == ("si-kg", "dataset")
    assert "title" not in item
    assert len(mini_graph.cite("graph", to="bibtex")) > len("@dataset")


HOSTILE = [
    "@article{x, title = {y}}",
    "}, note = {z",
    "\\input{/etc/passwd} \\",
    "$x^2_1$ 100 % # ~ &amp;",
    "TY - BOOK ER -",
    "[@cite] *a* _b_ {.c}",
    "---\nreferences: []\n---",
    "مرحبا بالعالم",
    "x" * 10_000,
]


@pytest.mark.parametrize("style", ["apa", "ieee"])
def test_text_of_anything_stays_text(style: str) -> None:
    """Nothing is read as markup of the list, as a citation or as another record."""
    items: list[Item] = [
        {"id": f"x{place}", "type": "book", "title": title, "publisher": title}
        for place, title in enumerate(HOSTILE)
    ]
    listed = written_list(items, "text", style=style)
    assert len(listed.strip().split("\n\n")) == len(items)
    for title in HOSTILE:
        assert bare(title) in bare(listed)


def test_a_graph_elsewhere_is_cited_the_same(graph: KnowledgeGraph) -> None:
    """By three questions, however many sources there are: what is said, the names, the wholes."""
    assert isinstance(graph.store, EmbeddedStore)
    with fake_store() as there:
        there.engine = graph.store.engine
        elsewhere = KnowledgeGraph.at(there.url, "en")
        assert every_reference(elsewhere.store) == every_reference(graph.store)
        assert len(there.asked) == 3
        assert cited(elsewhere, "empowerment") == cited(graph, "empowerment")


def test_a_plain_reference_says_that_there_are_more_authors(graph: KnowledgeGraph) -> None:
    """Not by the word that CSL uses for them."""
    assert "; et al. (" in plain.write([reference(graph.store, graph.find("benzies-2024"))])
