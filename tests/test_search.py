"""A search finds things as people type them, the likeliest first."""

import csv
import json

import pytest
from conftest import Cli, complaint, store_of
from hypothesis import given
from hypothesis import strategies as st

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import shorten
from si_kg.results import TABLE_FORMATS
from si_kg.search import KindNotFound, search
from si_kg.search_index import fold

STORE = store_of("""
si:Concept a owl:Class ; rdfs:label "Begrip"@nl , "Concept"@en .
si:Trait rdfs:subClassOf si:Concept ; rdfs:label "Eigenschap"@nl , "Trait"@en .
si:Criterion rdfs:label "Criterium"@nl , "Criterion"@en .
si:UnderTide a owl:Class ; rdfs:label "Getij volgens Maan"@nl , "Tide as Moon has it"@en .
id:definition-tide si:hasTestClass si:UnderTide .

id:harbour a si:Concept ; rdfs:label "haven"@nl , "harbour"@en ; skos:definition "Ligplaats."@nl .
id:harbour-fund a si:Concept ; rdfs:label "havenfonds"@nl , "harbour fund"@en .
id:old-port a si:Concept ; rdfs:label "oude haven"@nl , "old harbour"@en .
id:quay a si:Concept ; rdfs:label "kade"@nl , "quay"@en ; skos:altLabel "kade van de haven"@nl .
id:pilot a si:Concept ; rdfs:label "loods"@nl ; dcterms:description "Kent de haven."@nl .
id:shaven a si:Concept ; rdfs:label "havem"@nl .
id:criterion-harbour a si:Criterion ; rdfs:label "haven"@nl , "harbour"@en .

id:cafe a si:Trait , si:Concept ; rdfs:label "Café Coöperatie"@nl , "Cooperative café"@en .
id:union a si:Concept ; rdfs:label "Europese Unie"@nl ; si:abbreviation "EU" .
id:euro a si:Concept ; rdfs:label "euro"@nl ; skos:notation "E7" .
id:tide a si:Concept ; rdfs:label "getij"@nl , "tide"@en .
id:tide-table a si:Concept ; rdfs:label "getijtafel"@nl , "tide table"@en .
""")


def things(text: str, language: str = "nl", **settings: str | int) -> list[str]:
    """The CURIEs that a search of the tiny store gives."""
    found = search(STORE, text, language, **settings).records()  # type: ignore[arg-type]
    return [shorten(row["thing"] or "") for row in found]


def test_the_likeliest_comes_first() -> None:
    """Label, start of a label, words in it, alternative, definition, likeness; criteria after."""
    assert things("haven") == [
        "id:harbour",
        "id:criterion-harbour",
        "id:harbour-fund",
        "id:old-port",
        "id:quay",
        "id:pilot",
        "id:shaven",
    ]


@pytest.mark.parametrize(
    ("language", "reasons"),
    [
        ("nl", ["label", "label", "label", "label", "andere naam", "definitie", "lijkt erop"]),
        ("en", ["label", "label", "label", "label", "alternative", "definition", "resembles"]),
    ],
)
def test_each_row_says_why(language: str, reasons: list[str]) -> None:
    """The reason is in the language asked, and so are the titles."""
    table = search(STORE, "haven", language)
    assert [row["match"] for row in table.records()] == reasons
    assert table.variables == ("name", "kind", "match", "thing")


def test_either_language_finds_and_the_one_asked_answers() -> None:
    """A Dutch word finds the English name, and the other way round."""
    dutch, english = (
        search(STORE, *asked).records()[0] for asked in (("quay", "nl"), ("kade", "en"))
    )
    assert (dutch["name"], dutch["kind"]) == ("kade", "Begrip")
    assert (english["name"], english["kind"]) == ("quay", "Concept")


def test_a_name_in_one_language_says_so() -> None:
    """A thing without a name in this language is not hidden."""
    assert search(STORE, "loods", "en").records()[0]["name"] == "loods [nl]"


def test_the_kind_is_the_most_specific() -> None:
    """A thing of a class and of the class above it is called by the narrower one."""
    assert search(STORE, "cafe", "en").records()[0]["kind"] == "Trait"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        pytest.param("cafe cooperatie", "id:cafe", id="without-accents"),
        pytest.param("CAFÉ", "id:cafe", id="capitals"),
        pytest.param("Cafe\u0301", "id:cafe", id="accent-apart"),
        pytest.param("coöperatie café", "id:cafe", id="other-order"),
        pytest.param("coopratie", "id:cafe", id="typo-in-a-word"),
        pytest.param("hrabour fund", "id:harbour-fund", id="typo"),
        pytest.param("EU", "id:union", id="abbreviation-before-start"),
        pytest.param("E7", "id:euro", id="notation"),
        pytest.param("old-port", "id:old-port", id="slug"),
        pytest.param("id:old-port", "id:old-port", id="curie"),
        pytest.param("https://w3id.org/si-kg/id/old-port", "id:old-port", id="iri"),
        pytest.param("ligplaats", "id:harbour", id="definition"),
    ],
)
def test_a_thing_is_found_however_it_is_typed(text: str, thing: str) -> None:
    """Accents, capitals, order and a slip of the finger do not matter."""
    assert things(text)[0] == thing


def test_a_term_of_the_ontology_comes_after_things() -> None:
    """A derived test class stands behind the concepts that fit as well."""
    assert things("getij") == ["id:tide", "id:tide-table", "si:UnderTide"]


def test_the_number_of_rows_is_limited() -> None:
    """A table that leaves rows out tells so."""
    assert things("haven", limit=2) == ["id:harbour", "id:criterion-harbour"]
    assert search(STORE, "haven", "nl", limit=2).truncated
    assert not search(STORE, "haven", "nl").truncated


@pytest.mark.parametrize("kind", ["Criterium", "criterion", "si:Criterion", "Criterion"])
def test_a_kind_narrows_the_search(kind: str) -> None:
    """A class may be named by label or CURIE, in either language."""
    assert things("haven", kind=kind) == ["id:criterion-harbour"]


def test_a_kind_holds_what_is_below_it() -> None:
    """Whoever asks for concepts gets traits too."""
    assert things("cafe", kind="Concept") == things("cafe", kind="Trait") == ["id:cafe"]


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        pytest.param("Criterum", "Did you mean Criterium", id="typo"),
        pytest.param("zzz", "Name a class", id="nonsense"),
        pytest.param('"} #', "Name a class", id="hostile"),
        pytest.param("", "Name a class", id="empty"),
    ],
)
def test_an_unknown_kind_is_refused(kind: str, hint: str) -> None:
    """The nearest kinds are offered, or an example."""
    with pytest.raises(KindNotFound, match=hint):
        things("haven", kind=kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \t\n", id="white-space"),
        pytest.param("?!…", id="marks"),
        pytest.param('" . } #', id="quote"),
        pytest.param("{{{}}}", id="braces"),
        pytest.param("(*[\\", id="pattern"),
        pytest.param("\\u0022", id="escape"),
        pytest.param("\x00\x07\x1b[31m", id="control-characters"),
        pytest.param("\udcff", id="undecodable-byte"),
        pytest.param("x" * 10_000, id="long"),
        pytest.param("xyzzy " * 2_000, id="many-words"),
    ],
)
def test_hostile_text_finds_nothing(text: str) -> None:
    """No text breaks the search."""
    assert things(text) == []


@given(text=st.text(max_size=20))
def test_any_text_gives_a_table(text: str) -> None:
    """There is no other outcome."""
    assert len(things(text, limit=3)) <= 3


def test_an_empty_store_holds_nothing() -> None:
    """A graph without names is searched in vain."""
    assert len(search(store_of(""), "haven", "nl")) == 0


@given(text=st.text())
def test_folding_twice_is_folding_once_for_plain_letters(text: str) -> None:
    """Folding leaves no accent and adds no line."""
    assert fold("é" + text).startswith("e")
    assert fold(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("empowermnet", "id:empowerment"),
        ("sociale inovatie", "id:social-innovation"),
        ("social inovation", "id:social-innovation"),
        ("M-PESSA", "id:m-pesa"),
        ("social innovation", "id:social-innovation"),
        ("repair cafe", "id:repair-cafe"),
    ],
)
def test_the_real_graph_is_searched(text: str, thing: str, graph: KnowledgeGraph) -> None:
    """What people look for stands first, typos and all."""
    assert shorten(graph.search(text).records()[0]["thing"] or "") == thing


def test_a_kind_of_the_real_graph(graph: KnowledgeGraph) -> None:
    """Initiatives alone are found where only they are asked."""
    found = graph.search("repair cafe", kind="initiatief")
    assert [row["name"] for row in found.records()][:1] == ["Repair Café"]
    assert not any("judgement" in (row["thing"] or "") for row in found.records())


@pytest.mark.parametrize(
    ("language", "title", "kind", "why"),
    [("nl", "Gevonden in", "Begrip", "lijkt erop"), ("en", "Matched by", "Concept", "resembles")],
)
def test_the_command_speaks_both_languages(
    language: str, title: str, kind: str, why: str, cli: Cli
) -> None:
    """Titles, kinds and reasons are in the language asked."""
    ran = cli("find", "empowermnet", "--limit", "1", "--format", "table", "--lang", language)
    assert ran.code == 0
    assert all(word in ran.out for word in (title, kind, why, "id:empowerment"))


@pytest.mark.parametrize("style", TABLE_FORMATS)
def test_the_command_writes_every_format(style: str, cli: Cli) -> None:
    """All formats of a table, the empty table too."""
    assert "empowerment" in cli("find", "empowerment", "-f", style).out
    assert cli("find", "xyzzyx", "-f", style).code == 0


@pytest.mark.parametrize(("language", "none"), [("nl", "(geen rijen)"), ("en", "(no rows)")])
def test_nothing_found_is_no_failure(language: str, none: str, cli: Cli) -> None:
    """An empty table, as any other."""
    ran = cli("find", "xyzzyx", "-f", "table", "--lang", language)
    assert (ran.code, ran.out, ran.err) == (0, none + "\n", "")


def test_rows_left_out_are_told_where_the_format_can(cli: Cli) -> None:
    """A search gives its best hits without a remark; JSON says that there are more."""
    ran = cli("find", "innovatie", "--limit", "2", "-f", "csv", "--lang", "nl")
    assert len(list(csv.DictReader(ran.out.splitlines()))) == 2
    assert ran.err == ""
    told = json.loads(cli("find", "innovatie", "--limit", "2", "-f", "json").out)
    assert told["truncated"] is True


@pytest.mark.parametrize(
    ("language", "hint"), [("nl", "Bedoel je Initiatief"), ("en", "Did you mean Initiatief")]
)
def test_the_command_refuses_an_unknown_kind(language: str, hint: str, cli: Cli) -> None:
    """One line on stderr, with the nearest kind."""
    ran = cli("find", "bank", "--kind", "Initiatef", "--lang", language)
    assert ran.code == 2
    assert hint in complaint(ran)


@pytest.mark.parametrize("text", ['" } #', "x" * 10_000, "\x1b[31m", "--", "\udcff"])
def test_the_command_survives_hostile_text(text: str, cli: Cli) -> None:
    """Nothing breaks, whatever is typed."""
    assert cli("find", "-f", "csv", "--", text).code == 0
