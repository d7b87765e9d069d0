"""Lists and vocabularies are read, reviews written, and what a person accepted taken over."""

from datetime import date
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest
from conftest import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import FileUnreadable, SiKgError, SyntaxNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.linking import Entry, Job, Linker, ListSettings, Name, accepted, proposals, review_text
from si_kg.linking.faults import (
    BaseRefused,
    CellRefused,
    ColumnNotFound,
    ListEmpty,
    ListKindUnknown,
    ListNotText,
    NamesNotFound,
    NothingReviewed,
    QuoteOpen,
    ReviewContradicts,
    RowTooLong,
    SubjectWithoutIri,
    VocabularyEmpty,
)
from si_kg.linking.reading import read
from si_kg.linking.review import About
from si_kg.mappings import parsed
from si_kg.workbooks import WorkbookBroken

TOPICS = FIXTURES / "linking" / "topics.csv"
VOCABULARY = FIXTURES / "linking" / "vocabulary.ttl"
DAY = date(2026, 1, 31)
EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"


def written(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    """A file with this text."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


def test_headings_tell_what_a_column_holds(tmp_path: Path) -> None:
    """In either language, with the language of the names at the end."""
    file = written(
        tmp_path,
        "concept_iri\tprefLabel_en\tNaam (nl)\taltLabels_en\ttype\tdefinition\n"
        "https://example.org/1\tpoverty\tarmoede\twant | need\tConcept\tToo little to live on.\n",
        "list.tsv",
    )
    (found,) = read(file).entries
    assert found.iri == "https://example.org/1"
    assert found.names == [
        Name("poverty", "en"),
        Name("armoede", "nl"),
        Name("want", "en", preferred=False),
        Name("need", "en", preferred=False),
    ]
    assert set(found.kinds) == {"concept"}
    assert found.description == "Too little to live on."


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_quotes(tmp_path: Path, separator: str) -> None:
    """As spreadsheets write them; a mark at the start of the file is no part of a heading."""
    line = separator.join(['"Naam"', "Soort"]) + "\n" + separator.join([f'"a{separator}b"', "x"])
    (found,) = read(written(tmp_path, f"\ufeff{line}\n")).entries
    assert found.names == [Name(f"a{separator}b")]


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """Its first sheet; whole numbers without decimals."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("Nummer", "Onderwerp"), (7.0, "armoede"), (None, None), (8, "zorg")):
        sheet.append(row)
    file = tmp_path / "list.xlsx"
    book.save(file)
    found = read(file, language="nl", base="https://example.org/mine/").entries
    assert [each.names for each in found] == [[Name("armoede", "nl")], [Name("zorg", "nl")]]
    assert [each.place for each in found] == ["2", "4"]
    assert found[0].iri == "https://example.org/mine/armoede"


def test_a_column_can_be_chosen(tmp_path: Path) -> None:
    """Also one whose heading says nothing; other names then do not count."""
    file = written(tmp_path, "naam,gekozen\nzorg,armoede\n")
    (found,) = read(file, column="Gekozen").entries
    assert found.names == [Name("armoede")]


def test_rows_without_a_name_are_counted() -> None:
    """And left out."""
    found = read(TOPICS)
    assert (len(found.entries), found.nameless) == (6, 1)


def test_a_vocabulary_is_read() -> None:
    """Names in Dutch and English, however the language is written; no schemes, no other ones."""
    found = read(VOCABULARY)
    named = {each.iri.rpartition("/")[2]: each.names for each in found.entries}
    assert sorted(named) == ["ecosystem", "innovation", "jobless", "poverty"]
    assert named["poverty"] == [Name("poverty", "en"), Name("armoede", "nl")]
    assert Name("Unemployment", "en", preferred=False) in named["jobless"]
    assert found.nameless == 1


def test_things_without_a_type_count(tmp_path: Path) -> None:
    """Where they have a name, and are neither the class nor the scheme of another thing."""
    text = """
        @prefix : <https://example.org/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        :poverty skos:prefLabel "armoede"@nl .
        :care a :Field ; rdfs:label "zorg"@nl ; skos:inScheme :scheme ; rdfs:seeAlso :page .
        :Field rdfs:label "vakgebied"@nl .
        :scheme rdfs:label "lijst"@nl .
        :page rdfs:seeAlso :care .
    """
    found = read(written(tmp_path, text, "list.ttl"))
    assert {each.label for each in found.entries} == {"armoede", "zorg"}
    assert found.nameless == 0


def made(tmp_path: Path, text: str) -> list[str]:
    """What the IRIs end in that the rows of a list get."""
    base = "https://d.example/"
    return [
        each.iri.removeprefix(base) for each in read(written(tmp_path, text), base=base).entries
    ]


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        pytest.param(
            "naam;soort\nUtrecht;provincie\nUtrecht;gemeente\n",
            ["utrecht", "utrecht-gemeente"],
            id="type",
        ),
        pytest.param(
            "naam;soort\nDe Brug;\nde brug;\nDe Brug;\n",
            ["de-brug", "de-brug-3", "de-brug"],
            id="row",
        ),
        pytest.param(
            "naam;omschrijving\nBrug;hier\nBrug;daar\nBrug 3;\n",
            ["brug", "brug-3-2", "brug-3"],
            id="not-that-of-another-row",
        ),
        pytest.param(
            "iri;naam\n;Zorg\nhttps://d.example/zorg;Care\n", ["zorg-2", "zorg"], id="given-first"
        ),
        pytest.param("id;naam\nC#;a\nC++;b\n", ["C%23", "C%2B%2B"], id="signs"),
        pytest.param("id;naam\n1.1;a\n1-1;b\n-;c\n", ["1.1", "1-1", "c"], id="points"),
        pytest.param("id;naam\n7;a\n7;b\n", ["7", "7-3"], id="same-code"),
    ],
)
def test_rows_that_differ_get_iris_that_differ(tmp_path: Path, text: str, iris: list[str]) -> None:
    """A code stands in them as it is; rows that say the same share theirs."""
    assert made(tmp_path, text) == iris


def test_an_open_quote_is_told_with_its_row(tmp_path: Path) -> None:
    """The row that it begins in, not the one where the file ends; inside a cell it is a sign."""
    rows = [f"buurt {number};20" for number in range(2, 202)]
    rows[4], rows[19] = '5" pipe;20', '"Nieuw;20'
    with pytest.raises(QuoteOpen) as caught:
        read(written(tmp_path, "\n".join(["naam;aantal", *rows])))
    assert "row 21" in caught.value.message("en")
    assert "rij 21" in caught.value.message("nl")
    rows[19] = '"Nieuw ""zuid""";20'
    found = read(written(tmp_path, "\n".join(["naam;aantal", *rows]))).entries
    assert len(found) == 200
    assert {found[4].label, found[19].label} == {'5" pipe', 'Nieuw "zuid"'}
    with pytest.raises(QuoteOpen, match="row 2"):
        read(written(tmp_path, 'naam;aantal\n"Nieuwe" buurt;20\n'))


def test_another_encoding_is_told_with_its_row(tmp_path: Path) -> None:
    """Also far into the file."""
    file = tmp_path / "list.csv"
    file.write_bytes(b"naam\n" + b"zorg\n" * 149 + "coöperatie\n".encode("cp1252"))
    with pytest.raises(ListNotText, match="row 151"):
        read(file)


@pytest.mark.parametrize(
    ("name", "text", "error", "told"),
    [
        pytest.param("x.doc", "", ListKindUnknown, "x.doc", id="kind"),
        pytest.param("x.csv", "", NamesNotFound, "row 1", id="empty"),
        pytest.param("x.csv", "a,b\n1,2\n", NamesNotFound, "a, b", id="no-names"),
        pytest.param("x.csv", "naam\n", ListEmpty, "x.csv", id="no-rows"),
        pytest.param("x.csv", "naam,b\n1,2,3\n", RowTooLong, "row 2", id="too-long"),
        pytest.param(
            "x.csv", "iri,naam\nhttp://a b,c\n", CellRefused, "row 2, column ‘iri’", id="no-iri"
        ),
        pytest.param("x.xlsx", "naam", WorkbookBroken, "x.xlsx", id="no-spreadsheet"),
        pytest.param("x.ttl", "<a> <b>", SiKgError, "line 1", id="no-turtle"),
        pytest.param("x.ttl", "<a> a <b> .", VocabularyEmpty, "prefLabel", id="no-label"),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, name: str, text: str, error: type[SiKgError], told: str
) -> None:
    """With file, row and column, in both languages."""
    with pytest.raises(error) as caught:
        read(written(tmp_path, text, name))
    assert told in caught.value.message("en")
    assert name in caught.value.message("nl")


def test_other_faults_of_a_list(tmp_path: Path) -> None:
    """A column that is not there, a file in another encoding, no file."""
    file = written(tmp_path, "naam,soort\nzorg,x\n")
    with pytest.raises(ColumnNotFound, match="naam"):
        read(file, column="naan")
    latin = tmp_path / "latin.csv"
    latin.write_bytes("naam\ncoöperatie\n".encode("latin-1"))
    with pytest.raises(ListNotText, match="UTF-8"):
        read(latin)
    for name in ("gone.csv", "gone.xlsx", "gone.ttl"):
        with pytest.raises(FileUnreadable):
            read(tmp_path / name)


@pytest.mark.parametrize("iri", ["http://[x/1", "http://a.example/%zz", "http://a.example/\u200b"])
def test_an_iri_of_a_list_is_one_that_is_taken_over(iri: str, tmp_path: Path) -> None:
    """In a cell, and as what new ones begin with."""
    file = written(tmp_path, f"id,naam\n{iri},zorg\n")
    with pytest.raises(CellRefused, match="row 2"):
        read(file)
    with pytest.raises(BaseRefused):
        read(file, base=iri)


def review(graph: KnowledgeGraph, base: str = "https://example.org/mine/") -> str:
    """The proposals for the list of topics."""
    job = Job.of_list(graph.store, TOPICS, "concepts", ListSettings(base=base, language="nl"))
    return review_text(proposals(job.links(), job.about("1", "en", DAY)))


def rows_of(text: str) -> list[list[str]]:
    """The cells below the head."""
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_a_review_is_sssom(graph: KnowledgeGraph) -> None:
    """Read without a fault; with an empty column for who reviews; the same bytes each time."""
    text = review(graph)
    found, faults = parsed(text)
    assert not faults
    heading, *rows = rows_of(text)
    assert {row[heading.index("reviewer_label")] for row in rows} == {""}
    assert all(row[heading.index("comment")] for row in rows)
    assert len(rows) == len(found.mappings) > 4
    assert review(graph) == text
    exact = {each.subject_label for each in found.mappings if each.predicate_id == EXACT}
    assert exact == {"Sociale innovatie", "armoede"}


def reviewed(text: str, decisions: dict[str, tuple[str, str]]) -> str:
    """The review with, for each subject label, a modifier and a name in its first row."""
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    heading, *rows = rows_of(text)
    heading = [*heading, "predicate_modifier"]
    done = set[str]()
    for row in rows:
        label = row[heading.index("subject_label")]
        exact = row[heading.index("predicate_id")] == "skos:exactMatch"
        modifier, name = decisions.get(label, ("", "")) if exact and label not in done else ("", "")
        row[heading.index("reviewer_label")] = name
        row.append(modifier)
        done |= {label} if name else set()
    return head + "".join("\t".join(row) + "\n" for row in [heading, *rows])


def test_only_what_was_accepted_is_taken_over(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A link for a name, no link but a record for a Not, nothing for a row without a name."""
    text = reviewed(review(graph), {"armoede": ("", "Ada"), "Sociale innovatie": ("Not", "Ada")})
    found = accepted(written(tmp_path, text, "review.sssom.tsv"))
    assert (len(found.mappings.mappings), found.denied) == (2, 1)
    assert found.unreviewed > 2
    triples = {
        (each.subject.value, each.object.value)
        for each in ox.parse(found.write("links.ttl").encode(), format=ox.RdfFormat.TURTLE)
        if each.predicate.value == EXACT and isinstance(each.subject, ox.NamedNode)
    }
    assert triples == {("https://example.org/mine/armoede", "https://w3id.org/si-kg/id/poverty")}
    again, faults = parsed(found.write("links.sssom.tsv"))
    assert not faults
    assert again.mappings == found.mappings.mappings


def test_a_reviewer_of_all_that_is_left(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Where rows that are wrong were deleted."""
    lines = [line for line in review(graph).splitlines() if "#" in line[:1] or "exact" in line]
    heading = next(line for line in review(graph).splitlines() if line.startswith("subject_id"))
    place = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    text = "\n".join([*lines[:place], heading, *lines[place:]]) + "\n"
    file = written(tmp_path, text, "review.sssom.tsv")
    with pytest.raises(NothingReviewed):
        accepted(file)
    found = accepted(file, "Ada")
    assert (len(found.mappings.mappings), found.unreviewed) == (2, 0)


def test_one_thing_is_not_the_same_as_two(tmp_path: Path) -> None:
    """The row that says so is named."""
    names = [Entry(f"https://example.org/{at}", [Name("care")]) for at in (1, 2, 3)]
    links = [*Linker(names[:1], names[1:2]).links(), *Linker(names[:1], names[2:]).links()]
    about = About("a", "b", "1", DAY, "en", concepts=True)
    text = review_text(proposals(links, about))
    with pytest.raises(ReviewContradicts, match="row 13: care is the same as care \\(ex:2\\)"):
        accepted(written(tmp_path, text, "review.sssom.tsv"), "Ada")


def test_the_language_of_a_review_is_that_of_its_labels(tmp_path: Path) -> None:
    """Where the subject has a name in it."""
    file = written(tmp_path, "Onderwerp (nl);Topic_en\nArmoede;Poverty\n;Care\n")
    mine = read(file).entries
    for language, labels in (("nl", {"Armoede", "Care"}), ("en", {"Poverty", "Care"})):
        about = About("a", "b", "1", DAY, language, concepts=True)
        found = proposals(Linker(mine, mine).links(), about).mappings
        assert {each.subject_label for each in found} == labels


def test_of_a_thing_named_twice_the_best_stays() -> None:
    """A pair is proposed once: as the match, else with the highest score."""
    iri = "https://example.org/mine"
    theirs = [Entry("https://example.org/theirs", [Name("social care")])]
    about = About("a", "b", "1", DAY, "en", concepts=True)
    for names in (("care", "social care"), ("social care", "care")):
        links = Linker([Entry(iri, [Name(name)]) for name in names], theirs).links()
        (mapping,) = proposals(links, about).mappings
        assert mapping.predicate_id == EXACT


def test_rdf_needs_iris_of_ones_own(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A row that got an IRI for want of one can be kept as SSSOM only."""
    file = written(tmp_path, review(graph, base=""), "review.sssom.tsv")
    found = accepted(file, "Ada")
    assert found.write("links.sssom.tsv").startswith("#")
    with pytest.raises(SubjectWithoutIri, match="--base"):
        found.write("links.ttl")
    with pytest.raises(SyntaxNotFound):
        found.write("links.docx")


def test_ours_against_a_vocabulary(graph: KnowledgeGraph) -> None:
    """Ours are the subjects; an ecosystem of species is no match, nor what is filed elsewhere."""
    job = Job.of_vocabulary(graph.store, VOCABULARY, "concepts", ListSettings())
    found = {each.subject.iri.rpartition("/")[2]: each for each in job.links()}
    poverty = found["poverty"].match
    assert poverty
    assert poverty.entry.iri == "https://example.org/voc/poverty"
    for name in ("social-ecosystem", "unemployment"):
        assert found[name].candidates
        assert found[name].match is None


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(names, min_size=1, max_size=5))
def test_any_name_stays_in_its_cell(written_names: list[str]) -> None:
    """Tabs, quotes and line ends in a name never make another row or cell."""
    entries = [Entry(f"https://example.org/{i}", [Name(n)]) for i, n in enumerate(written_names)]
    about = About("a", "b", "1", DAY, "en", concepts=True)
    found = proposals(Linker(entries, entries).links(), about)
    again, faults = parsed(review_text(found))
    assert not faults
    assert len(again.mappings) == len(found.mappings)
