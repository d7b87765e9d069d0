"""Reconciliation as a library: which things a query means, how sure that is, which values fit."""

import json
from typing import Any

import pytest
from conftest import store_of
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import SiKgError, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.reconciliation import Reconciler, asked
from si_kg.reconciliation.faults import (
    BatchTooLarge,
    JsonMalformed,
    PartRefused,
    PropertyNotFound,
    TypeNotFound,
)

ID = "https://w3id.org/si-kg/id/"
SMALL = """
si:Place a owl:Class ; rdfs:label "Plaats"@nl , "Place"@en .
si:Municipality a owl:Class ; rdfs:subClassOf si:Place ;
    rdfs:label "Gemeente"@nl , "Municipality"@en .
si:Province a owl:Class ; rdfs:subClassOf si:Place ; rdfs:label "Provincie"@nl , "Province"@en .
si:Claim a owl:Class ; rdfs:label "Bewering"@nl , "Claim"@en .
si:isLocatedIn a owl:ObjectProperty ; rdfs:label "ligt in"@nl , "is located in"@en .
si:startYear a owl:DatatypeProperty ; rdfs:label "beginjaar"@nl , "start year"@en .
id:north a si:Place ; rdfs:label "het Noorden"@nl , "the North"@en .
id:midden a si:Place ; rdfs:label "het Midden"@nl , "the Middle"@en .
id:groningen a si:Municipality , si:Place ; rdfs:label "Groningen"@nl , "Groningen"@en ;
    si:isLocatedIn id:north ; si:startYear "1040"^^xsd:gYear ;
    dcterms:description "Een gemeente."@nl , "A municipality."@en .
id:groningen-province a si:Province , si:Place ; rdfs:label "Groningen"@nl , "Groningen"@en ;
    schema:sameAs <http://www.wikidata.org/entity/Q752> , <https://example.org/provinces/gr> .
id:hengelo-gelderland a si:Municipality , si:Place ; rdfs:label "Hengelo"@nl , "Hengelo"@en ;
    si:isLocatedIn id:midden .
id:hengelo-overijssel a si:Municipality , si:Place ; rdfs:label "Hengelo"@nl , "Hengelo"@en ;
    si:isLocatedIn id:north .
id:claim-one a si:Claim ; rdfs:label "Utrecht is een stad"@nl , "Utrecht is a city"@en .
id:utrecht a si:Municipality , si:Place ; rdfs:label "Utrecht"@nl , "Utrecht"@en ;
    skos:altLabel "Domstad"@nl ; si:abbreviation "UTR" .
id:scheme rdfs:label "Zonder soort"@nl , "Of no kind"@en .
"""
WORLD = "Wereld <script>alert(1)</script> & co"


@pytest.fixture(scope="module")
def service(graph: KnowledgeGraph) -> Reconciler:
    """The service over the real graph."""
    return Reconciler.from_store(graph.store)


@pytest.fixture(scope="module")
def small() -> Reconciler:
    """The service over a few places that are easily confused."""
    return Reconciler.from_store(store_of(SMALL))


def found(service: Reconciler, text: str, language: str = "nl", **more: Any) -> list[Any]:
    """The candidates for one query."""
    batch = json.dumps({"q0": ({"query": text} if text else {}) | more})
    return service.reconcile(batch, language)["q0"]["result"]


def best(service: Reconciler, text: str, **more: Any) -> tuple[str, bool]:
    """The id of the first candidate, and whether it is certain."""
    [first, *_] = found(service, text, **more)
    return first["id"], first["match"]


def test_every_thing_is_found_by_its_labels(service: Reconciler) -> None:
    """In either language its own label gives a thing a full score; a single bearer is a match."""
    entities = [each for each in service.entities.known.values() if not each.is_serving]
    assert len(entities) > 1000
    for first in range(0, len(entities), 50):
        some = entities[first : first + 50]
        for tongue in ("nl", "en"):
            batch = {each.id: {"query": each.labels[tongue], "limit": 50} for each in some}
            told = service.reconcile(json.dumps(batch), "nl")
            for each in some:
                scores = {one["id"]: one for one in told[each.id]["result"]}
                assert scores[each.id]["score"] == 100, each.labels[tongue]
                full = [one for one in scores.values() if one["score"] == 100]
                assert scores[each.id]["match"] == (len(full) == 1), each.labels[tongue]


@pytest.mark.parametrize("text", ["id:empowerment", f"{ID}empowerment", f"<{ID}empowerment>"])
def test_an_identifier_is_a_match(service: Reconciler, text: str) -> None:
    """An IRI or a CURIE names one thing."""
    assert best(service, text) == ("empowerment", True)


def test_an_id_stands_on_top(service: Reconciler) -> None:
    """Of two things that are called `scaling`, that with this id; which is meant is not certain."""
    assert best(service, "scaling") == ("scaling", False)
    assert [each["score"] for each in found(service, "scaling")][:2] == [100, 100]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("empowermnt", "empowerment", id="a letter less"),
        pytest.param("EMPOWERMENT!", "empowerment", id="capitals and signs"),
        pytest.param("buurt zorg", "buurtzorg", id="a compound in two"),
        pytest.param("innovatie, sociale", "social-innovation", id="another order"),
        pytest.param("burgerparticipatie", "participation", id="a part of a compound"),
    ],
)
def test_another_spelling(service: Reconciler, text: str, expected: str) -> None:
    """It is found, with less than a full score unless only signs and capitals differ."""
    [first, *_] = [each for each in found(service, text) if each["id"] == expected]
    assert first["match"] == (text.casefold().strip("!") == expected)
    assert (first["score"] == 100) == first["match"]


def test_scores_fall(service: Reconciler) -> None:
    """The best come first, none above a hundred, as many as are wanted."""
    for text in ("innovatie", "sociaal ondernemerschap", "gemeente", "Utrecht"):
        scores = [each["score"] for each in found(service, text, limit=20)]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) > 3
        assert all(0 < score <= 100 for score in scores)
        assert len(found(service, text, limit=3)) == 3


def test_names_of_the_service_language(service: Reconciler) -> None:
    """Whatever language the query is in, names and types are those of the service."""
    [nl, *_] = found(service, "social innovation", "nl")
    [en, *_] = found(service, "sociale innovatie", "en")
    assert (nl["name"], nl["type"][0]["name"]) == ("sociale innovatie", "Begrip")
    assert (en["name"], en["type"][0]["name"]) == ("social innovation", "Concept")


def test_nothing_is_found(service: Reconciler) -> None:
    """For what is like nothing, has no letters, or is too long for a name."""
    for text in ("xyzzy qqq", "!!!", "…", "empowerment " * 100):
        assert found(service, text) == []


def test_namesakes_are_no_match(small: Reconciler) -> None:
    """Two things with one name: both are shown, neither is chosen."""
    both = found(small, "Groningen")[:2]
    assert {each["id"] for each in both} == {"groningen", "groningen-province"}
    assert [each["match"] for each in both] == [False, False]


def test_a_type_tells_namesakes_apart(small: Reconciler) -> None:
    """By id, CURIE or IRI; a list of types is any of them unless said otherwise."""
    for named in ("Province", "si:Province", "https://w3id.org/si-kg/ontology#Province"):
        assert best(small, "Groningen", type=named) == ("groningen-province", True)
    either = found(small, "Groningen", type=["Province", "Municipality"])
    assert len(either) == 2
    every = found(small, "Groningen", type=["Province", "Place"], type_strict="all")
    assert [(each["id"], each["match"]) for each in every] == [("groningen-province", True)]


def test_a_type_that_should_fit(small: Reconciler) -> None:
    """What is of another type stays, with a lower score, and is no match."""
    first, second, *_ = found(small, "Groningen", type=["Province"], type_strict="should")
    assert (first["id"], first["match"], first["score"]) == ("groningen-province", True, 100)
    assert (second["id"], second["match"], second["score"]) == ("groningen", False, 80)


@pytest.mark.parametrize(
    "value",
    ["the North", "het noorden", "north", "id:north", {"id": "north"}, ["x", {"id": "north"}]],
)
def test_a_property_tells_namesakes_apart(small: Reconciler, value: object) -> None:
    """A value by name in either language, by id, or one of a list."""
    evidence = [{"pid": "place", "v": value}]
    first, second = found(small, "Hengelo", properties=evidence)[:2]
    assert (first["id"], first["match"], first["score"]) == ("hengelo-overijssel", True, 100)
    assert (second["id"], second["match"], second["score"]) == ("hengelo-gelderland", False, 70)


def test_a_property_that_denies(small: Reconciler) -> None:
    """The only bearer of a name is no match where what is known of it is different."""
    assert best(small, "Hengelo", type="Municipality", properties=[{"pid": "place", "v": "x"}]) == (
        "hengelo-gelderland",
        False,
    )
    first, *_ = found(
        small, "groningen", type="Municipality", properties=[{"pid": "place", "v": "het Midden"}]
    )
    assert (first["match"], first["score"]) == (False, 70)


def test_silence_is_no_denial(small: Reconciler) -> None:
    """A thing without any value for the property is as good as without evidence."""
    first, *_ = found(small, "Utrecht", properties=[{"pid": "place", "v": "het Midden"}])
    assert (first["id"], first["match"], first["score"]) == ("utrecht", True, 100)
    assert "property_agreement" not in {each["id"] for each in first["features"]}


def test_numbers_are_evidence(small: Reconciler) -> None:
    """A year by a number or by its text."""
    for value in (1040, "1040", 1040.0):
        first, *_ = found(small, "", properties=[{"pid": "startYear", "v": value}])
        assert (first["id"], first["score"], first["match"]) == ("groningen", 80, False)
    assert found(small, "", properties=[{"pid": "startYear", "v": True}]) == []


def test_only_properties(small: Reconciler) -> None:
    """All that have such a value, of a type where one is asked for."""
    evidence = [{"pid": "isLocatedIn", "v": "het Noorden"}]
    assert {each["id"] for each in found(small, "", properties=evidence)} == {
        "groningen",
        "hengelo-overijssel",
    }
    assert found(small, "", properties=evidence, type="Province") == []


def test_another_name_is_a_match(small: Reconciler) -> None:
    """A synonym or an abbreviation, where no label is the same."""
    for text in ("domstad", "UTR"):
        assert best(small, text) == ("utrecht", True)


def test_another_name_yields_to_a_label(service: Reconciler) -> None:
    """Also where a property speaks against the one with that label: no other is certain then."""
    assert best(service, "Buurtzorg") == ("buurtzorg", True)
    evidence = [{"pid": "place", "v": "Nergens"}]
    assert not any(each["match"] for each in found(service, "Buurtzorg", properties=evidence))


def test_a_blank_cell_has_no_candidates(small: Reconciler) -> None:
    """The others in its batch have theirs."""
    assert found(small, "  ") == []


def test_the_same_elsewhere_is_a_match(small: Reconciler) -> None:
    """The IRI of a thing in another vocabulary."""
    assert best(small, "http://www.wikidata.org/entity/Q752") == ("groningen-province", True)


def test_what_serves_is_found_when_asked_for(small: Reconciler) -> None:
    """Nobody has a list of claims: they are found by type or by id alone."""
    assert "claim-one" not in {each["id"] for each in found(small, "Utrecht is een stad")}
    assert best(small, "Utrecht is een stad", type="Claim") == ("claim-one", True)
    assert best(small, "id:claim-one") == ("claim-one", True)


def test_a_thing_of_no_kind(small: Reconciler) -> None:
    """It has no types, and is found all the same."""
    [only] = found(small, "zonder soort")
    assert (only["id"], only["type"]) == ("scheme", [])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", JsonMalformed),
        ("{", JsonMalformed),
        ("[" * 100_000, JsonMalformed),
        ('{"q": {"query": "x", "limit": NaN}}', JsonMalformed),
        ('{"q": {"query": "\\ud800"}}', JsonMalformed),
        ('{"\\udfff": {"query": "x"}}', JsonMalformed),
        ('{"q": {"query": "x", "limit": ' + "9" * 5000 + "}}", JsonMalformed),
        ("[]", PartRefused),
        ("3", PartRefused),
        ('{"q": "x"}', PartRefused),
        ('{"q": {}}', PartRefused),
        ('{"q": {"query": 3}}', PartRefused),
        ('{"q": {"properties": []}}', PartRefused),
        ('{"q": {"query": "x", "property": []}}', PartRefused),
        ('{"q": {"query": "x", "limit": 0}}', PartRefused),
        ('{"q": {"query": "x", "limit": true}}', PartRefused),
        ('{"q": {"query": "x", "limit": "5"}}', PartRefused),
        ('{"q": {"query": "x", "type": 3}}', PartRefused),
        ('{"q": {"query": "x", "type": [["Concept"]]}}', PartRefused),
        ('{"q": {"query": "x", "type_strict": "none"}}', PartRefused),
        ('{"q": {"query": "x", "type_strict": []}}', PartRefused),
        ('{"q": {"query": "x", "properties": {}}}', PartRefused),
        ('{"q": {"query": "x", "properties": [{"pid": "place"}]}}', PartRefused),
        ('{"q": {"query": "x", "properties": [{"v": "x"}]}}', PartRefused),
        ('{"q": {"query": "x", "properties": [{"pid": "place", "v": null}]}}', PartRefused),
        ('{"q": {"query": "x", "properties": [{"pid": "place", "v": {}}]}}', PartRefused),
        ('{"q": {"query": "x", "type": "Q5"}}', TypeNotFound),
        ('{"q": {"query": "x", "type": "Place> } DROP ALL #"}}', TypeNotFound),
        ('{"q": {"query": "x", "properties": [{"pid": "P31", "v": "x"}]}}', PropertyNotFound),
    ],
)
def test_what_is_no_batch(small: Reconciler, text: str, error: type[SiKgError]) -> None:
    """It is refused with a message in both languages that says where and what is expected."""
    with pytest.raises(error) as caught:
        small.reconcile(text, "nl")
    assert caught.value.message("nl") != caught.value.message("en")
    assert len(caught.value.message("en")) < 300


def test_a_batch_has_a_size(small: Reconciler) -> None:
    """Fifty queries, ten properties in a query, ten values in a property."""
    queries = {f"q{each}": {"query": "Utrecht"} for each in range(51)}
    with pytest.raises(BatchTooLarge, match="50"):
        small.reconcile(json.dumps(queries), "nl")
    queries.pop("q0")
    assert len(small.reconcile(json.dumps(queries), "nl")) == 50
    for evidence in ([{"pid": "place", "v": "x"}] * 11, [{"pid": "place", "v": ["x"] * 11}]):
        with pytest.raises(BatchTooLarge, match="10"):
            found(small, "Utrecht", properties=evidence)
    assert len(found(small, "Utrecht", limit=1e308)) == 1


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_may_be_a_name(text: str, value: str) -> None:
    """Whatever is typed, the answer is a list of things that are there."""
    service = _SMALL
    batch = {"q0": {"query": text or "x", "properties": [{"pid": "other_names", "v": value}]}}
    try:
        told = service.reconcile(json.dumps(batch), "en")
    except PartRefused:
        assert not text.strip()
    else:
        assert all(each["id"] in _IDS for each in told["q0"]["result"])


_SMALL = Reconciler.from_store(store_of(SMALL))
_IDS = {each.id for each in _SMALL.entities.known.values()}


def cells(service: Reconciler, thing: str, *properties: str, language: str = "nl") -> list[Any]:
    """The cells of one thing, a list for each property."""
    wanted = {"ids": [thing], "properties": [{"id": each} for each in properties]}
    told: Any = service.extend(json.dumps(wanted), language)
    assert [each["id"] for each in told["meta"]] == list(properties)
    return [told["rows"][thing][each] for each in properties]


def test_definitions_in_each_language(service: Reconciler) -> None:
    """That of the service, and those that are named."""
    own, nl, en = cells(
        service, "empowerment", "definition", "definition_nl", "definition_en", language="en"
    )
    assert own == en != nl
    assert own[0]["str"].startswith("Empowerment is a process")
    [plain] = cells(service, "empowerment", "plain_definition")
    assert plain[0]["str"].startswith("Mensen krijgen meer grip")


def test_sources_references_and_keys_go_together(service: Reconciler) -> None:
    """Of a definition the work that it comes from; a source is its own source."""
    source, reference, keyed, year, author = cells(
        service, "definition-zapf-1989", "source", "citation", "bibtex_key", "year", "author"
    )
    assert source == [{"id": "zapf-1989", "name": "Zapf (1989)"}]
    assert reference[0]["str"].startswith("Zapf, Wolfgang (1989). Über soziale Innovationen.")
    assert (keyed, year) == ([{"str": "zapf-1989"}], [{"int": 1989}])
    assert author == [{"id": "zapf-w", "name": "Wolfgang Zapf"}]
    [own] = cells(service, "bloom-dees-2008", "source")
    assert own == [{"id": "bloom-dees-2008", "name": "Bloom & Dees (2008)"}]


def test_the_key_is_that_of_the_bibliography(service: Reconciler, graph: KnowledgeGraph) -> None:
    """What `cite` writes as BibTeX has the same keys."""
    sources = [each.id for each in service.entities.known.values() if "Source" in each.kinds]
    assert len(sources) > 100
    written = graph.cite(*sources, to="bibtex")
    wanted = {"ids": sources, "properties": [{"id": "bibtex_key"}]}
    rows: Any = service.extend(json.dumps(wanted), "nl")["rows"]
    for source in sources:
        [cell] = rows[source]["bibtex_key"]
        assert f"{{{cell['str']}," in written


def test_the_same_elsewhere_as_cells(small: Reconciler) -> None:
    """Every IRI elsewhere as text; an item of Wikidata as an entity of its own service."""
    same, item, iri = cells(small, "groningen-province", "exactMatch", "wikidata", "iri")
    assert [each["str"] for each in same] == [
        "http://www.wikidata.org/entity/Q752",
        "https://example.org/provinces/gr",
    ]
    assert item == [{"id": "Q752", "name": "Groningen"}]
    assert iri == [{"str": f"{ID}groningen-province"}]
    wanted = {"ids": [], "properties": [{"id": "wikidata"}, {"id": "iri"}]}
    meta: Any = small.extend(json.dumps(wanted), "nl")["meta"]
    assert [("service" in each) for each in meta] == [True, False]


def test_settings_of_a_column(service: Reconciler) -> None:
    """How many values, and whether things come as entities, names or ids."""

    def related(**settings: object) -> list[Any]:
        column = {"id": "related", "settings": settings}
        wanted = {"ids": ["empowerment"], "properties": [column]}
        told: Any = service.extend(json.dumps(wanted), "en")
        return list(told["rows"]["empowerment"]["related"])

    assert len(related()) > 3
    assert len(related(limit="2")) == len(related(limit=2)) == 2
    assert related(limit=0) == related()
    assert [{"str": each["name"]} for each in related()] == related(content="literal")
    assert [{"str": each["id"]} for each in related()] == related(content="id")


def test_what_is_not_here_has_empty_cells(service: Reconciler) -> None:
    """Each id that is asked for has a row, whatever it is."""
    strange = ["nothing-of-the-kind", "", "> } DROP ALL #", f"{ID}empowerment", "\u202e"]
    wanted = {"ids": strange, "properties": [{"id": "iri"}]}
    rows: Any = service.extend(json.dumps(wanted), "en")["rows"]
    assert list(rows) == strange
    assert [bool(row["iri"]) for row in rows.values()] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[]", PartRefused),
        ('{"ids": ["a"]}', PartRefused),
        ('{"ids": [1], "properties": []}', PartRefused),
        ('{"ids": [], "properties": [{}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "iri", "settings": []}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "iri", "settings": {"limit": "x"}}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "iri", "settings": {"limit": -1}}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "iri", "settings": {"limit": 1e999}}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "iri", "settings": {"content": []}}]}', PartRefused),
        ('{"ids": [], "properties": [{"id": "P31"}]}', PropertyNotFound),
        (json.dumps({"ids": [str(n) for n in range(501)], "properties": []}), BatchTooLarge),
        (json.dumps({"ids": [], "properties": [{"id": "iri"}] * 51}), BatchTooLarge),
    ],
)
def test_what_is_no_extension(small: Reconciler, text: str, error: type[SiKgError]) -> None:
    """It is refused."""
    with pytest.raises(error):
        small.extend(text, "nl")


def test_every_property_can_be_fetched(service: Reconciler) -> None:
    """Each that is suggested has a name, and gives cells of the kinds that the API knows."""
    ids = [each.id for each in service.entities.known.values()][:300]
    kinds = set()
    for first in range(0, len(service.properties.known), 50):
        columns = list(service.properties.known)[first : first + 50]
        wanted = {"ids": ids, "properties": [{"id": each} for each in columns]}
        told: Any = service.extend(json.dumps(wanted), "nl")
        assert all(each["name"] for each in told["meta"])
        kinds |= {
            tuple(cell)
            for row in told["rows"].values()
            for column in row.values()
            for cell in column
        }
    assert kinds >= {("str",), ("id", "name"), ("int",)}
    assert kinds <= {("str",), ("id", "name"), ("int",), ("float",), ("date",)}


def test_proposals_fit_the_type(service: Reconciler) -> None:
    """Only what things of that type have; all, where no type is named."""
    people = {each["id"] for each in _properties(service, "Person")}
    concepts = {each["id"] for each in _properties(service, "Concept")}
    assert "familyNamePrefix" in people - concepts
    assert "broader" in concepts - people
    assert len(_properties(service, "")) == len(service.properties.known) > 80
    assert len(_properties(service, "Concept", 3)) == 3


def _properties(service: Reconciler, kind: str, limit: int | None = None) -> list[Any]:
    told: Any = service.proposed(kind, limit, "nl")
    return list(told["properties"])


def _ids(told: Any) -> list[str]:
    return [each["id"] for each in told["result"]]


@pytest.mark.parametrize(
    ("what", "prefix", "expected"),
    [
        ("entity", "empow", "empowerment"),
        ("entity", "id:empowerment", "empowerment"),
        ("entity", "scaling", "scaling"),
        ("entity", "sociale inn", "social-innovation"),
        ("entity", "intrapreneurs", "social-intrapreneurs"),
        ("property", "ruim", "broader"),
        ("property", "broad", "broader"),
        ("property", "sec", "sector"),
        ("type", "gem", "Municipality"),
        ("type", "munic", "Municipality"),
        ("type", "si:Concept", "Concept"),
    ],
)
def test_suggestions(service: Reconciler, what: str, prefix: str, expected: str) -> None:
    """By the beginning of a name in either language, of a word in it, or by id."""
    assert expected in _ids(service.suggested(what, prefix, 0, "nl"))[:5]


def test_suggestions_go_on(service: Reconciler) -> None:
    """The cursor says how many to skip; every one comes once."""
    first, second = (_ids(service.suggested("entity", "soc", skip, "nl")) for skip in (0, 20))
    assert len(first) == 20
    assert second
    assert not set(first) & set(second)
    assert _ids(service.suggested("entity", "soc", 10_000, "nl")) == []
    assert _ids(service.suggested("entity", "", 0, "nl")) == []
    assert _ids(service.suggested("type", "", 0, "nl"))[0] == "Claim"


def test_types_tell_what_is_above_them(service: Reconciler) -> None:
    """With its name in the language of the service."""
    told: Any = service.suggested("type", "Municipality", 0, "nl")
    assert told["result"][0]["broader"] == [{"id": "Place", "name": "Plaats"}]


def test_cards_are_escaped() -> None:
    """What stands in a label is text, whatever it looks like."""
    quoted = json.dumps(WORLD, ensure_ascii=False)
    service = Reconciler.from_store(store_of(f"id:world rdfs:label {quoted}@nl , {quoted}@en ."))
    told = service.flyout("entity", "world", "nl")
    assert told["id"] == "world"
    assert "<script" not in str(told["html"])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in str(told["html"])
    for what in ("property", "type"):
        with pytest.raises((PropertyNotFound, TypeNotFound)):
            service.flyout(what, WORLD, "nl")
    with pytest.raises(ThingNotFound):
        service.flyout("entity", WORLD, "nl")


def test_the_text_of_a_query_is_kept_whole() -> None:
    """Spaces at the ends do not count; nothing else is taken off."""
    [query] = asked.queries('{"a": {"query": "  X & <Y>  ", "limit": 7.0}}').values()
    assert (query.text, query.limit) == ("X & <Y>", 7)
