"""Definitions to quote: which ones are chosen, what stands in the document, in every format."""

import re
from pathlib import Path

import pytest
from readers import READERS, text_of

from si_kg import documents
from si_kg.assessment.faults import ProgrammeNotFound
from si_kg.citing.faults import StyleNotFound
from si_kg.documents.document import Document
from si_kg.documents.faults import (
    AuthorNotFound,
    FormatUnclear,
    HouseStyleRefused,
    HouseStyleUnusable,
    NoDefinitionFits,
    NothingWanted,
)
from si_kg.documents.formats import format_of
from si_kg.errors import (
    DefinitionNotFound,
    FileUnreadable,
    FileUnwritable,
    FormatNotFound,
    SiKgError,
    ThingNotFound,
)
from si_kg.knowledge_graph import KnowledgeGraph

QUOTED = "Empowerment is een proces van versterking"
REGULATION = "that is social both as to its ends and its means"


@pytest.fixture(scope="module")
def dutch(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The real graph, in Dutch."""
    return KnowledgeGraph(graph.store, graph.catalogue, "nl")


@pytest.fixture(scope="module")
def pack(graph: KnowledgeGraph) -> Document:
    """Empowerment and social innovation, as the document itself chooses, in English."""
    return documents.definitions(graph, ["empowerment", "social innovation"])


def codes(pack: Document) -> list[str | None]:
    """The codes of the definitions in a pack."""
    assert pack.records is not None
    return [row["code"] for row in pack.records.records()]


def plain(pack: Document, style: str = "apa") -> str:
    """The document as text."""
    return pack.write("txt", documents.Typesetting(style)).decode()


@pytest.mark.parametrize("to", documents.FORMATS)
def test_every_format_holds_the_same_words(pack: Document, to: str) -> None:
    """Quotation, paraphrase and our translation come through; documents hold the references too."""
    found = text_of(pack.write(to), to).replace("\u00ad", "").replace("-", "")
    expected = [QUOTED, REGULATION, "gain a say, see more sharply"]
    if documents.FORMATS[to].writer:
        expected += ["Movisie", "Permanent addresses", "definitionvanregenmortel2004"]
    for words in expected:
        assert words.replace(" ", "").replace("-", "") in found


def test_every_format_has_a_reader() -> None:
    """No format goes unread."""
    assert set(READERS) == set(documents.FORMATS)


def test_a_citation_says_where_it_was_found(pack: Document) -> None:
    """A work that was read as others quote it names them, each with its page."""
    cited = "(Van Regenmortel, 2004, p. 5; as cited in Scheffelaar & Kuiper, 2017, p. 11)"
    assert cited in plain(pack)


def test_a_law_is_cited_by_its_short_title(pack: Document) -> None:
    """The article stands with it; the reference list gives the full title and the gazette."""
    text = plain(pack)
    assert "(Regulation (EU) 2021/1057, 2021, art. 2(1), point (8))" in text
    assert "L 231 Official Journal of the European Union 21 (2021)" in text


def test_the_choice_is_explained(pack: Document) -> None:
    """The rule stands in the document, and how this definition stands in it."""
    assert codes(pack) == ["EmpowermentVanRegenmortel2004", "ESFPlus2021"]
    assert "The first of 8 definitions by this rule" in plain(pack)
    assert "This one: in the words of the source; read in the source; law" in plain(pack)


def test_the_relation_to_the_others_counts(pack: Document) -> None:
    """What it requires, and how many others require that too."""
    assert re.search(r"Of the \d+ definitions compared, this one requires ‘", plain(pack))


def test_translations_are_ours_and_say_so(graph: KnowledgeGraph, dutch: KnowledgeGraph) -> None:
    """A quotation in another language is translated; one in the same language is not."""
    english = plain(documents.definitions(graph, ["empowerment"]))
    assert QUOTED in english
    assert "Translation by si-kg: “Empowerment is a process of strengthening" in english
    assert "Vertaling" not in plain(documents.definitions(dutch, ["empowerment"]))


def test_a_paraphrase_is_not_dressed_as_a_quotation(graph: KnowledgeGraph) -> None:
    """Where the graph has no words of the source, nothing stands between quotation marks."""
    text = plain(documents.definitions(graph, ["transdisciplinarity"]))
    assert "The graph holds no verbatim text of this definition" in text
    assert "“" not in text


def test_a_programme_chooses_its_definition(graph: KnowledgeGraph) -> None:
    """ESF+ prescribes the regulation's, and the document says what that means for applicants."""
    wanted = documents.Wanted(programme="ESF+")
    found = documents.definitions(graph, ["social innovation", "empowerment"], wanted)
    assert codes(found) == ["ESFPlus2021", "EmpowermentVanRegenmortel2004"]
    text = plain(found)
    assert "This programme prescribes this definition." in text
    assert "Applicants are bound by the definition of social innovation" in text
    assert "No definition of this concept by the programme is known" in text


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param({"authors": ("Regenmortel",)}, {2004, 2009}, id="author"),
        pytest.param({"since": 2009, "until": 2012}, {2009, 2012}, id="years"),
        pytest.param({"scope": "policy"}, {1995, 2002, 2006}, id="scope"),
        pytest.param({"scope": "science", "until": 2004}, {2004}, id="together"),
        pytest.param({"definitions": ("EmpowermentUN1995",)}, {1995}, id="code"),
        pytest.param({"every": True}, {1995, 2002, 2004, 2005, 2006, 2009, 2012, 2017}, id="every"),
    ],
)
def test_wishes_choose(
    graph: KnowledgeGraph, wanted: dict[str, object], expected: set[int]
) -> None:
    """All definitions that meet every wish stand in the document."""
    found = documents.definitions(graph, ["empowerment"], documents.Wanted(**wanted))  # type: ignore[arg-type]
    assert found.records is not None
    assert {int(row["year"] or 0) for row in found.records.records()} == expected


def test_a_definition_brings_its_concept(graph: KnowledgeGraph) -> None:
    """Whoever names a definition need not name what it defines."""
    found = documents.definitions(graph, (), documents.Wanted(definitions=("OECD2021",)))
    assert found.title == "Definitions of social innovation"


def test_both_languages_are_two_parts_with_one_reference_list(dutch: KnowledgeGraph) -> None:
    """The language of the graph comes first; each part is marked with its language."""
    found = documents.definitions(dutch, ["empowerment"], both=True)
    text = plain(found)
    assert text.index("In gewone taal") < text.index("In plain language")
    assert text.count("Literatuur") == 1
    html = found.write("html").decode()
    assert 'lang="en-GB"' not in html
    assert '<div lang="en">' in html


@pytest.mark.parametrize(
    ("style", "nl", "en"),
    [
        pytest.param("apa", "2017, p. 4)", "2017, p. 4)", id="apa"),
        pytest.param("ieee", "[1]", "[1]", id="ieee"),
        pytest.param("chicago-author-date", "Scheffelaar en Kuiper", "and Kuiper", id="chicago"),
        pytest.param("harvard-cite-them-right", "en Kuiper", "and Kuiper", id="harvard"),
        pytest.param("chicago-notes-bibliography", "[1]", "[1]", id="notes"),
    ],
)
def test_styles_in_two_languages(
    graph: KnowledgeGraph, dutch: KnowledgeGraph, style: str, nl: str, en: str
) -> None:
    """A style is used by its name, in the words of the language."""
    for asked, expected, heading in ((dutch, nl, "Literatuur"), (graph, en, "References")):
        found = documents.definitions(asked, ["transformatie"])
        text = plain(found, style)
        assert expected in text
        assert f"\n{heading}\n" in text
        assert "Wat werkt bij sociale innovatie" in text


def test_a_style_without_list_has_no_empty_heading(graph: KnowledgeGraph) -> None:
    """A style with notes alone gets notes alone."""
    text = plain(documents.definitions(graph, ["empowerment"]), "chicago-notes")
    assert "[1]" in text
    assert "\nReferences\n" not in text


def test_authors_left_out_are_et_al(graph: KnowledgeGraph) -> None:
    """The graph knows one author of several, and the reference says that there are more."""
    wanted = documents.Wanted(definitions=("EmpowermentJacobs2005",))
    assert "Jacobs, G. et al. (2005)" in plain(documents.definitions(graph, (), wanted))


@pytest.mark.parametrize(
    ("concept", "wanted", "error", "hint"),
    [
        pytest.param("empowermnet", {}, ThingNotFound, "empowerment", id="concept"),
        pytest.param(
            "empowerment", {"programme": "ESF++"}, ProgrammeNotFound, "ESF", id="programme"
        ),
        pytest.param(
            "empowerment", {"authors": ("Regenmortl",)}, AuthorNotFound, "Regenmortel", id="author"
        ),
        pytest.param(
            "empowerment", {"definitions": ("OECD2O21",)}, DefinitionNotFound, "OECD2021", id="code"
        ),
        pytest.param(
            "empowerment", {"since": 2030}, NoDefinitionFits, "EmpowermentUN1995", id="nothing-fits"
        ),
    ],
)
def test_a_mistake_gives_the_nearest(
    graph: KnowledgeGraph,
    concept: str,
    wanted: dict[str, object],
    error: type[SiKgError],
    hint: str,
) -> None:
    """What is wrong is named in both languages, with what may have been meant."""
    with pytest.raises(error, match=re.escape(hint)) as caught:
        documents.definitions(graph, [concept], documents.Wanted(**wanted))  # type: ignore[arg-type]
    assert hint in caught.value.message("nl")


def test_nothing_asked_is_said(graph: KnowledgeGraph) -> None:
    """A document about nothing is not made."""
    with pytest.raises(NothingWanted):
        documents.definitions(graph)


@pytest.mark.parametrize("style", ["appa", "../apa", "apa\x00"])
def test_an_unknown_style_gives_the_nearest(pack: Document, style: str) -> None:
    """Only names of the collection are styles; a path is none."""
    with pytest.raises(StyleNotFound, match="apa"):
        pack.write("txt", documents.Typesetting(style))


def test_a_dependent_style_is_followed(pack: Document) -> None:
    """A journal that writes as APA does is as good a name."""
    assert "(Van Regenmortel, 2004, p. 5;" in plain(pack, "accounting-forum")


def test_the_name_of_a_file_tells_the_format() -> None:
    """Endings in use are known; another one is asked about."""
    assert format_of(None, Path("a.DOCX")) == "docx"
    assert format_of(None, Path("a.tex")) == "latex"
    assert format_of("md", Path("a.docx")) == "md"
    assert format_of(None, None) == "txt"
    with pytest.raises(FormatUnclear, match=r"a\.doc"):
        format_of(None, Path("a.doc"))
    with pytest.raises(FormatNotFound, match="docx"):
        format_of("dox", None)


def test_a_broken_look_is_named(pack: Document, tmp_path: Path) -> None:
    """A file of one's own that is no document is told from a fault of the program."""
    file = tmp_path / "house.docx"
    file.write_text("no zip", "utf-8")
    with pytest.raises(HouseStyleUnusable, match=r"house\.docx"):
        pack.write("docx", documents.Typesetting(reference_doc=file))
    template = tmp_path / "house.html"
    template.write_text("$if(title)$", "utf-8")
    with pytest.raises(HouseStyleUnusable, match=r"house\.html"):
        pack.write("html", documents.Typesetting(template=template))


def test_an_incomplete_record_is_named(graph: KnowledgeGraph, pack: Document) -> None:
    """The reader hears which references are to be looked up, and no others."""
    text = plain(pack)
    assert "look them up before you cite them: Van Regenmortel (2004)" in text
    law = documents.definitions(graph, ["social innovation"])
    assert "look them up" not in plain(law)


def test_an_own_look_goes_with_its_format(pack: Document, tmp_path: Path) -> None:
    """A reference document for docx and odt, a template for text; anything else is refused."""
    look = documents.Typesetting(reference_doc=tmp_path / "none.docx")
    with pytest.raises(FileUnreadable):
        pack.write("docx", look)
    with pytest.raises(HouseStyleRefused):
        pack.write("pdf", look)
    template = tmp_path / "house.html"
    template.write_text("<title>$title$</title><main>$body$</main>", "utf-8")
    made = pack.write("html", documents.Typesetting(template=template)).decode()
    assert made.startswith("<title>Definitions of empowerment and social innovation</title><main>")
    with pytest.raises(HouseStyleRefused):
        pack.write("docx", documents.Typesetting(template=template))


def test_a_file_appears_whole_or_not_at_all(pack: Document, tmp_path: Path) -> None:
    """What stood there stays where the document cannot be made."""
    file = tmp_path / "pack.txt"
    file.write_text("old", "utf-8")
    with pytest.raises(StyleNotFound):
        pack.save(file, documents.Typesetting("nothing-like-it"))
    assert file.read_text("utf-8") == "old"
    pack.save(file)
    assert QUOTED in file.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(FileUnwritable):
        pack.save(tmp_path / "no-folder" / "pack.txt")
