"""A form that was filled in is read as people mean it; what is doubtful is told, in its cell."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from forms_kit import (
    TABLE,
    Rows,
    context,
    csv_of,
    initiative,
    json_of,
    said,
    taken,
    told,
    with_addition,
)

from si_kg.findings import Finding
from si_kg.intake.forms import read
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import PREFIXES
from si_kg.store import EmbeddedStore, Store
from si_kg.validation import findings_about, shapes_files

HERE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def store(graph: KnowledgeGraph) -> Store:
    """The real graph."""
    return graph.store


def test_eight_initiatives_with_two_mistakes_are_told_exactly(store: Store, tmp_path: Path) -> None:
    """As a municipality would: the mistakes, their cells, what is right, and nothing else."""
    rows = [initiative(number) for number in range(1, 9)]
    rows[2] = initiative(3, issue="eenzamheid")
    rows[5] = initiative(6, year="twintig")
    found = taken(csv_of(rows), "acht.csv", tmp_path, store)
    assert told(found) == [
        (
            "E4",
            (
                "We kennen geen maatschappelijk vraagstuk met de naam ‘eenzamheid’. "
                "Bedoel je ‘eenzaamheid’?"
            ),
        ),
        ("G7", "‘twintig’ is geen datum of jaar dat hier past; schrijf een jaar (2026)."),
    ]
    mended = taken(csv_of([initiative(n) for n in range(1, 9)]), "acht.csv", tmp_path, store)
    assert mended.faults == ()
    assert sum(t.predicate.value == f"{PREFIXES['si']}addresses" for t in mended.triples) == 8


def test_what_is_read_breaks_no_rule(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A complete row meets the shapes: also the demand that each thing says where it is stated."""
    assert isinstance(graph.store, EmbeddedStore)
    forms: Mapping[str, Rows] = {
        "initiatieven": [initiative(1)],
        "organisaties": [{head: initiative(2)[head] for head in list(TABLE.values())[:2]}],
        "metingen": [
            {
                "Gaat over": "Buurttuin 1",
                "Indicator": "aantal vrijwilligers",
                "Waarde": "12,5",
                "Eenheid": "persoon",
                "Peilmoment": "31-12-2025",
            }
        ],
        "oordelen": [
            {
                "Initiatief": "Buurttuin 1",
                "Criterium": "iets nieuws",
                "Uitkomst": "voldaan",
                "Bewijs (Nederlands)": "De tuin is er pas.",
                "Bewijs (Engels)": "The garden is new.",
                "Bron": "dossier",
                "Pagina": "7; 8",
            }
        ],
    }
    found = taken(json_of(forms), "alles.json", tmp_path, graph.store)
    assert found.faults == ()
    near = with_addition(graph.store, found.triples).engine
    ours = [t.subject for t in found.triples if isinstance(t.subject, ox.NamedNode)]
    findings = findings_about(near, ours, shapes_files(HERE))
    assert {finding.severity for finding in findings} <= {"Warning", "Info"}
    assert {finding.rule for finding in findings} <= {"sis:Thing-description-some"}


def test_words_ids_and_names_in_both_languages_mean_the_same(store: Store, tmp_path: Path) -> None:
    """A heading, a kind, a thing: by its Dutch or English name, its id, its CURIE or its IRI."""
    dutch = initiative(1) | {"Soort": "dienst", "Richt zich op": "actieve burgers"}
    english = {
        "Name (Dutch)": dutch["Naam (Nederlands)"],
        "label_en": dutch["Naam (Engels)"],
        "description_nl *": dutch["Beschrijving (Nederlands)"],
        "DESCRIPTION (ENGLISH)": dutch["Beschrijving (Engels)"],
        "addresses": "https://w3id.org/si-kg/id/loneliness",
        "si:takesPlaceIn": "id:arnhem",
        "Start year": "2020",
        "kind": "si:Service",
        "targets": "active-citizens",
    }
    both = [taken(csv_of([row]), "een.csv", tmp_path, store) for row in (dutch, english)]
    assert said(both[0]) == said(both[1])
    assert ("buurttuin-1", "si:addresses", "id:loneliness") in said(both[0])
    assert ("buurttuin-1", "rdf:type", "si:Service") in said(both[0])


def test_rows_point_to_each_other(store: Store, tmp_path: Path) -> None:
    """A row may name what another row describes, by name or id, before or after it."""
    forms: Mapping[str, Rows] = {
        "initiatieven": [initiative(1, **{"Is opgericht door": "Stichting Zaad; tuin-bv"})],
        "organisaties": [
            {"Naam (Nederlands)": "Stichting Zaad", "Naam (Engels)": "Seed Foundation"},
            {"Id": "tuin-bv", "Naam (Nederlands)": "Tuin BV", "Naam (Engels)": "Garden Ltd"},
        ],
    }
    found = taken(json_of(forms), "samen.json", tmp_path, store)
    assert found.faults == ()
    assert ("buurttuin-1", "si:isFoundedBy", "stichting-zaad") in said(found)
    assert ("buurttuin-1", "si:isFoundedBy", "tuin-bv") in said(found)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        pytest.param(
            "issue",
            "Arnhem",
            "‘Arnhem’ is van de soort ‘gemeente’; hier past alleen iets van de soort "
            "‘maatschappelijk vraagstuk’.",
            id="another-kind",
        ),
        pytest.param(
            "Einddatum",
            "3/4/2025",
            "‘3/4/2025’ kan 2025-04-03 zijn en 2025-03-04; schrijf een van die twee.",
            id="two-days",
        ),
        pytest.param(
            "Is gelezen op",
            "www.example.org",
            "‘www.example.org’ is geen webadres; schrijf het voluit, met https:// ervoor en "
            "zonder spaties.",
            id="address",
        ),
        pytest.param(
            "Soort",
            "Dinst",
            "‘Dinst’ is geen soort die hier past. Bedoel je ‘Dienst’? Kies uit: Initiatief, "
            "Experiment, Idee, Juridisch experiment, Organisatiemodel, Platform, Product, Dienst.",
            id="kind",
        ),
        pytest.param(
            "Pagina",
            "7",
            "Er staat een plek, maar geen bron; noem de bron, of haal de plek weg.",
            id="page-without-source",
        ),
        pytest.param(
            "Id",
            "de tuin",
            "‘de tuin’ kan geen id zijn; schrijf letters, cijfers en streepjes, bijvoorbeeld "
            "de-tuin.",
            id="id",
        ),
        pytest.param(
            "Vroegere naam (andere taal)",
            "Le jardin",
            "Zet de code van de taal ervoor, zoals in ‘fr: Bonjour’.",
            id="no-language",
        ),
    ],
)
def test_each_mistake_is_told_with_what_is_right(
    column: str, value: str, message: str, store: Store, tmp_path: Path
) -> None:
    """One wrong cell gives one fault, in that cell, that says what is allowed."""
    row = initiative(1, **{column: value})
    found = taken(csv_of([row]), "fout.csv", tmp_path, store)
    place = f"{chr(ord('A') + list(row).index(TABLE.get(column, column)))}2"
    assert told(found) == [(place, message)]
    assert found.faults[0].severity == "Violation"


def test_all_mistakes_are_told_at_once(store: Store, tmp_path: Path) -> None:
    """Not the first only: every wrong cell of every row, in their order."""
    rows = [
        initiative(1, year="20", issue="Arnhem"),
        initiative(2, name_nl="", place="Arnhm") | {"Naam (Engels)": ""},
        initiative(3),
        initiative(3),
    ]
    found = taken(csv_of(rows), "fouten.csv", tmp_path, store)
    assert sorted(place for place, _ in told(found)) == ["A3", "A5", "E2", "F3", "G2"]


def test_a_name_that_can_be_two_things_is_told(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Where two issues have a name, the cell says which ids there are to choose from."""
    si, skos = PREFIXES["si"], PREFIXES["skos"]
    double = [
        ox.Triple(ox.NamedNode(f"https://data.example.org/id/{each}"), ox.NamedNode(of), value)
        for each in ("leegte", "stilte")
        for of, value in (
            (f"{PREFIXES['rdf']}type", ox.NamedNode(f"{si}Issue")),
            (f"{skos}prefLabel", ox.Literal("Leegte en stilte", language="nl")),
        )
    ]
    assert isinstance(graph.store, EmbeddedStore)
    store = with_addition(graph.store, double)
    file = tmp_path / "twee.csv"
    file.write_text(csv_of([initiative(1, issue="Leegte en stilte")]), "utf-8")
    found = read(file, replace(context(store), name="ander"))
    assert told(found) == [
        ("E2", "‘Leegte en stilte’ kan meer dingen zijn; schrijf er een van: leegte, stilte.")
    ]


def test_a_thing_that_is_there_already_is_told(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """In another addition or in our graph: a warning, for it may be meant to add to that."""
    garden = ox.NamedNode("https://data.example.org/id/buurttuin-1")
    kind = ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{PREFIXES['si']}Idea")
    assert isinstance(graph.store, EmbeddedStore)
    store = with_addition(graph.store, [ox.Triple(garden, *kind)])
    again = taken(csv_of([initiative(1)]), "weer.csv", tmp_path, store)
    assert again.faults == ()
    (tmp_path / "ander.csv").write_text(csv_of([initiative(1)]), "utf-8")
    found = read(tmp_path / "ander.csv", replace(context(store), name="ander"))
    assert [(f.severity, f.message.nl[:48]) for f in found.faults] == [
        ("Warning", "‘buurttuin-1’ staat al in de toevoeging ‘proef’;")
    ]
    ours = initiative(1) | {"Id": "https://w3id.org/si-kg/id/repair-cafe"}
    shipped = taken(csv_of([ours]), "ons.csv", tmp_path, store)
    assert "meegeleverde kennisgraaf" in shipped.faults[0].message.nl


def test_a_row_without_a_source_cites_the_form(store: Store, tmp_path: Path) -> None:
    """The form is a source of which no more is said than is known, with the row as the place."""
    found = taken(csv_of([initiative(1)]), "een.csv", tmp_path, store)
    text = ox.serialize(found.triples, format=ox.RdfFormat.N_TRIPLES)
    assert text is not None
    assert b"<https://w3id.org/si-kg/ontology#incomplete>" in text
    assert "blad Initiatieven, id ‘buurttuin-1’" in text.decode()
    assert "een.csv" not in text.decode()


def test_a_page_that_the_graph_knows_is_cited_as_it_is(store: Store, tmp_path: Path) -> None:
    """A source and pages by their places: no page of a shipped source is written twice."""
    row = initiative(1, Bron="dossier; dossier; repair-cafe-nos", Pagina="7; 8; 3")
    found = taken(csv_of([row]), "een.csv", tmp_path, store)
    cited = {value for _, of, value in said(found) if of == "si:citation"}
    assert cited == {"id:dossier-p7", "id:dossier-p8", "repair-cafe-nos-p3"}
    assert ("repair-cafe-nos-p3", "si:page", "3^^integer") in said(found)


def test_findings_of_shapes_come_back_to_their_cell(store: Store, tmp_path: Path) -> None:
    """What validation says of a thing is placed in the cell that it is about."""
    found = taken(csv_of([initiative(1), initiative(2)]), "twee.csv", tmp_path, store)
    for path, rule, place in (
        ("si:startYear", "sis:Date-startYear-order", "G3"),
        ("rdfs:label", "sis:Thing-label-en", "B3"),
        ("si:nothing", "sis:Any", "A3"),
    ):
        focus = "https://data.example.org/id/buurttuin-2"
        finding = Finding("Violation", focus, path, "", rule, Text("", ""))
        assert found.located(finding).place() == f"twee.csv:3, {place}"
    elsewhere = Finding("Info", "id:dossier", "", "", "", Text("", ""))
    assert found.located(elsewhere) is elsewhere


@pytest.mark.parametrize(
    ("message", "rule", "place", "expected"),
    [
        (
            Text("Geef si:value, of maak het si:incomplete.", "Give si:value, or si:incomplete."),
            "sis:Measurement-value-or-bounds",
            "C2",
            Text("Geef ‘value’, of maak het si:incomplete.", "Give ‘value’, or si:incomplete."),
        ),
        (
            Text("Noem het met rdfs:label.", "Name it with rdfs:label."),
            "sis:Thing-label-en",
            "E2",
            Text("Noem het met ‘Naam (Engels)’.", "Name it with ‘Naam (Engels)’."),
        ),
        (
            Text("Geef si:lowerBound.", "Give si:lowerBound."),
            "sis:Any",
            "A2",
            Text("Geef ‘Ondergrens’.", "Give ‘Lower bound’."),
        ),
    ],
)
def test_findings_of_shapes_speak_of_columns(  # noqa: PLR0913, PLR0917  (all that varies)
    message: Text, rule: str, place: str, expected: Text, store: Store, tmp_path: Path
) -> None:
    """A property is named by the heading in the file, or by ours where it has no column there."""
    row = {"Gaat over": "Repair Café", "Indicator": "aantal vrijwilligers", "value": 3}
    row |= {"Eenheid": "persoon", "Naam  (Engels) *": "Volunteers", "Id": "m1"}
    found = taken(csv_of([row]), "metingen.csv", tmp_path, store)
    finding = Finding("Violation", "https://data.example.org/id/m1", "", "", rule, message)
    located = found.located(finding)
    assert (located.cell, located.message) == (place, expected)


def test_findings_about_a_citation_come_back_to_its_columns(store: Store, tmp_path: Path) -> None:
    """A place in one language alone is told where the other one belongs."""
    row = initiative(1, Bron="dossier") | {"Plek in de bron (Nederlands)": "bijlage"}
    row["Plek in de bron (Engels)"] = ""
    found = taken(csv_of([row]), "een.csv", tmp_path, store)
    (citation,) = (t.subject for t in found.triples if t.predicate.value.endswith("#locator"))
    assert isinstance(citation, ox.NamedNode)
    text = Text("Geef de plek met si:locator.", "Give the place with si:locator.")
    finding = Finding("Warning", citation.value, "si:locator", "", "sis:Citation-locator-en", text)
    located = found.located(finding)
    assert located.cell == "J2"
    assert located.message.nl == "Geef de plek met ‘Plek in de bron (Engels)’."


def test_columns_that_are_no_columns_are_told(store: Store, tmp_path: Path) -> None:
    """An unknown heading is a warning with the nearest right one, a double one a fault."""
    row = initiative(1, Beginjar="2020") | {"Opmerking": ""}
    found = taken(csv_of([row]), "koppen.csv", tmp_path, store)
    assert told(found) == [
        (
            "H1",
            (
                "Geen kolom heet ‘Beginjar’; wat eronder staat, is niet gelezen. "
                "Bedoel je ‘Beginjaar’ of ‘Eindjaar’ of ‘Begindatum’?"
            ),
        )
    ]
    assert found.faults[0].severity == "Warning"
    text = csv_of([initiative(1)]).replace("Vraagstuk", "Naam (Nederlands)")
    twice = taken(text, "twee.csv", tmp_path, store)
    assert told(twice)[0] == ("E1", "De kop ‘Naam (Nederlands)’ staat er twee keer; houd er één.")


def test_a_required_column_that_is_gone_is_told_once(store: Store, tmp_path: Path) -> None:
    """Not in each row: in the headings."""
    text = csv_of([{"Gaat over": "Repair Café", "Waarde": 3, "Eenheid": "persoon"}] * 2)
    found = taken(text, "metingen.csv", tmp_path, store)
    assert told(found)[0] == (
        "A1",
        "De kolom ‘Indicator’ ontbreekt, en die moet gevuld zijn.",
    )
    assert sum("Indicator" in message for _, message in told(found)) == 1


def test_a_cell_that_must_be_filled_in_is_told(store: Store, tmp_path: Path) -> None:
    """A shape that blocks is told in the empty cell, with what belongs there."""
    row = {"Gaat over": "Repair Café", "Indicator": "aantal vrijwilligers", "Eenheid": ""}
    found = taken(csv_of([row]), "metingen.csv", tmp_path, store)
    message = "‘Eenheid’ is nog leeg, en moet gevuld zijn."
    assert [(place, text[: len(message)]) for place, text in told(found)] == [("C2", message)]
    assert found.faults[0].rule == "sis:Measurement-hasUnit-one"


@pytest.mark.parametrize(("language", "place"), [("nl", "B2"), ("en", "C2")])
def test_a_name_in_one_language_will_do(
    language: str, place: str, store: Store, tmp_path: Path
) -> None:
    """The other one is wished for; a thing without any name is told in the writer's language."""
    row = {"Id": "x1"} | initiative(1)
    one = taken(csv_of([row | {"Naam (Engels)": ""}]), "een.csv", tmp_path, store, language)
    assert one.faults == ()
    none = row | {"Naam (Nederlands)": "", "Naam (Engels)": ""}
    found = taken(csv_of([none]), "geen.csv", tmp_path, store, language)
    assert [fault.cell for fault in found.faults] == [place]
    heading = {"nl": "Naam (Nederlands)", "en": "Naam (Engels)"}[language]
    assert found.faults[0].message.in_(language).startswith(f"‘{heading}’")


def test_only_unknown_makers_are_told(store: Store, tmp_path: Path) -> None:
    """A list of which no member is known is no list."""
    sources = [{"id": "bron", "label_nl": "Bron", "label_en": "Source", "authorList": "Niemand"}]
    found = taken(json_of({"sources": sources}), "bron.json", tmp_path, store)
    assert "sources[1].authorList" in dict(told(found))
    assert not any("authorList" in str(triple) for triple in found.triples)


def test_a_semicolon_in_a_name(store: Store, tmp_path: Path) -> None:
    """As the guide says it is written; where one value may stand, a bare one is left alone."""
    rows = [
        initiative(1, name_nl=r"Soep \; brood", name_en="Soup; bread"),
        initiative(2, name_nl=r"Ja \; nee") | {"Is geïnspireerd door": r"Soep \; brood"},
    ]
    found = taken(csv_of(rows), "een.csv", tmp_path, store)
    assert found.faults == ()
    names = {value for _, of, value in said(found) if of == "rdfs:label"}
    assert {"Soep ; brood@nl", "Soup; bread@en", "Ja ; nee@nl"} <= names
    assert ("ja-nee", "si:isInspiredBy", "soep-brood") in said(found)
