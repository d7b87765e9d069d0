"""What a user says in one language only counts in both, outside the canned queries too.

The whole graph is put in that state: it must tell as much as when it speaks both.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import store_of
from test_queries_on_own_knowledge import OURS, QUOTED, opened, quads_of

from si_kg.assessment.instruments import Instruments
from si_kg.assessment.programmes import read_programmes
from si_kg.assistant import sources
from si_kg.definitions.comparison import compare
from si_kg.definitions.explanation import CaseFile, cases, open_case
from si_kg.definitions.judgements import read_evidence
from si_kg.descriptions import described, described_one
from si_kg.documents.places import mentions
from si_kg.drafts.claims import read_claims
from si_kg.drafts.glossary import Glossary
from si_kg.drafts.senses import read_homonyms
from si_kg.exports.cids import as_cids
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID
from si_kg.site.concepts.surroundings import uses
from si_kg.site.found import first
from si_kg.site.initiatives.judged import placed
from si_kg.site.initiatives.listing import initiatives
from si_kg.site.library.source_page import source_page
from si_kg.site.passages import gathered
from si_kg.site.place import Place, Visit
from si_kg.site.society.actor_page import actor_page
from si_kg.store import Store, rows
from si_kg.untranslated import in_both

Pair = tuple[KnowledgeGraph, KnowledgeGraph]
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_SI = "https://w3id.org/si-kg/ontology#"


def without(
    graph: KnowledgeGraph, language: str, of: frozenset[ox.NamedNode] = frozenset()
) -> KnowledgeGraph:
    """The graph without its texts in this language, or without those of some properties."""

    def left() -> Iterator[ox.Quad]:
        for quad in quads_of(graph):
            kept = quad.graph_name in OURS or quad.predicate in (QUOTED - of)
            is_text = isinstance(quad.object, ox.Literal) and quad.object.language == language
            if kept or not is_text or (of and quad.predicate not in of):
                yield quad

    return opened(left(), graph, language)


@pytest.fixture(scope="module", params=LANGUAGES)
def pair(request: pytest.FixtureRequest, graph: KnowledgeGraph) -> Pair:
    """The whole graph, and the one that says everything in the other language only."""
    language = request.param
    whole = KnowledgeGraph(graph.store, graph.catalogue, language)
    return whole, without(graph, language)


def things(store: Store, which: str) -> list[str]:
    """The things (IRIs) that a pattern binds."""
    text = f"PREFIX si: <{_SI}> SELECT DISTINCT ?thing WHERE {{ {which} }} ORDER BY ?thing"
    return [thing.value for (thing,) in rows(store, text)]


def told(file: CaseFile) -> object:
    """What a case file says, apart from the words."""
    return (
        dict(file.outcomes),
        [(each.definition.iri, each.answer, each.lacking) for each in file.classifications],
        {criterion: len(each.places) for criterion, each in file.evidence.items()},
        file.questions(),
    )


def test_every_case_is_classified_alike(pair: Pair) -> None:
    """No judgement, criterion or definition is lost, and each has a name and its evidence."""
    whole, half = (graph.store for graph in pair)
    language = pair[1].language
    assert language is not None
    assert cases(half) == cases(whole)
    judged_ = set(things(whole, "?judgement si:judges ?thing"))
    assert judged_
    for case in sorted(judged_):
        expected, file = open_case(whole, case), open_case(half, case)
        assert told(file) == told(expected)
        other = "en" if language == "nl" else "nl"
        assert file.name.in_(language) == expected.name.in_(other) != case
        for criterion, evidence in file.evidence.items():
            original = expected.evidence[criterion]
            assert evidence.text.in_(language) == original.text.in_(other)
            assert {each.in_(language) for each in evidence.places} == {
                each.in_(other) for each in original.places
            }


def test_concepts_are_compared_alike(pair: Pair) -> None:
    """The same definitions and criteria take part, and divide over the same cases."""
    whole, half = (compare(graph.store, f"{ID}social-innovation") for graph in pair)
    for one, other in zip(whole.corpus, half.corpus, strict=True):
        assert (one.iri, one.criteria) == (other.iri, other.criteria)
        assert other.label.nl == other.label.en
    assert half.corpus.criteria.keys() == whole.corpus.criteria.keys()
    assert [(d.case, d.fits, d.fails) for d in half.divisions] == [
        (d.case, d.fits, d.fails) for d in whole.divisions
    ]
    for iri, criterion in half.corpus.criteria.items():
        assert bool(criterion.dimension.nl) == bool(whole.corpus.criteria[iri].dimension.nl)


def test_a_draft_is_read_by_the_same_terms(pair: Pair) -> None:
    """A concept of one's own is as vague in both languages."""
    whole, half = (Glossary.from_store(graph.store).defined for graph in pair)
    assert {iri: (t.definitions, t.vague) for iri, t in half.items()} == {
        iri: (t.definitions, t.vague) for iri, t in whole.items()
    }


def test_a_plan_is_asked_the_same(pair: Pair) -> None:
    """Every programme, and every member of a framework, has its texts."""
    programmes = [read_programmes(graph.store) for graph in pair]
    assert programmes[0].keys() == programmes[1].keys()
    assert all(
        bool(each.advice.nl) == bool(programmes[0][iri].advice.nl)
        for iri, each in programmes[1].items()
    )
    whole, half = (
        Instruments.from_store(graph.store).framework("scalers", "Scaler").members for graph in pair
    )
    assert [each.iri for each in half] == [each.iri for each in whole]
    assert all(each.label.nl == each.label.en != "" for each in half)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_says_what_is_untested_and_where(graph: KnowledgeGraph, language: str) -> None:
    """An asserter or a place that a user adds need not have a name in both languages."""
    half = without(graph, language, frozenset({_LABEL})).store
    for read in (read_claims, read_homonyms):
        facts = [
            [_counted(each) for each in read(store, language)] for store in (graph.store, half)
        ]
        assert facts[0] == facts[1]
        assert facts[0]


def _counted(fact: Any) -> object:
    """Which claim or homonym it is, and how many say so or how many places do."""
    if hasattr(fact, "asserters"):
        return fact.iri, len(fact.asserters), len(fact.places)
    return fact.difference, len(fact.places), len(fact.senses)


def test_each_statement_keeps_its_places(pair: Pair) -> None:
    """In a document, and in what an assistant is told."""
    whole, half = pair
    language = str(half.language)
    which = things(whole.store, "?thing si:citation/si:locator ?where")[::10]
    assert which
    for thing in which:
        found = [mentions(graph.store, thing, language) for graph in pair]
        assert [(m.source, bool(m.locator)) for m in found[1]] == [
            (m.source, bool(m.locator)) for m in found[0]
        ]
        assert len(sources.sources_of(half.store, thing, language)) == len(
            sources.sources_of(whole.store, thing, language)
        )
    kept = [sources.places(graph.store, which, language) for graph in pair]
    assert {thing: len(p) for thing, p in kept[0].items()} == {
        thing: len(p) for thing, p in kept[1].items()
    }


def test_an_impact_model_names_all_that_takes_part(pair: Pair) -> None:
    """CIDS has texts without a language: each is there in one or the other."""
    whole, half = (as_cids(graph, "buurtzorg") for graph in pair)
    assert len(list(half.quads)) == len(list(whole.quads))


def _place(graph: KnowledgeGraph) -> Place:
    return Place(graph, Visit(str(graph.language)))


def _initiatives(place: Place) -> object:
    return [
        (e.thing.iri, bool(e.description), len(e.issues), len(e.within))
        for e in sorted(initiatives(place).values["list"].found, key=lambda e: e.thing.iri)
    ]


def _placed(place: Place) -> object:
    which = things(place.graph.store, "?placement si:places ?thing")
    return {
        thing: sorted(
            (p.framework.iri, p.member.iri, bool(p.evidence)) for p in placed(place, thing)
        )
        for thing in which
    }


def _spots(place: Place) -> object:
    which = things(place.graph.store, "?place si:inSource ?thing")[::20]
    return {
        thing: sorted((s.place.iri, s.things) for s in source_page(place, thing).values["spots"])
        for thing in which
    }


def _roles(place: Place) -> object:
    which = things(place.graph.store, "?thing a si:Actor")[::5]
    return {
        actor: sorted(
            (role, t.iri)
            for role, each in actor_page(place, actor).values["roles"].items()
            for t in each
        )
        for actor in which
    }


def _uses(place: Place) -> object:
    store = place.graph.store
    return {
        thing: sorted(
            (r, t.iri) for r, each in uses(store, thing, place.language).items() for t in each
        )
        for thing in things(store, "?thing a si:Concept")[::10]
    }


def _lines(place: Place) -> object:
    names = ("M-PESA", "Buurtzorg", "Housing First")
    best = [first(place, name, 1)[0] for name in names]
    return [(each.iri, each.kind, bool(each.line)) for each in best]


def _passages(place: Place) -> object:
    return [
        (s.key, sorted((p.thing.iri, p.kind, bool(p.text), len(p.places)) for p in s.passages))
        for s in gathered(place, "?thing si:citation/si:inSource ?source .")
    ]


@pytest.mark.parametrize("tell", [_initiatives, _placed, _spots, _roles, _uses, _lines, _passages])
def test_pages_tell_as_much(tell: Callable[[Place], object], pair: Pair) -> None:
    """Nothing that stands on a page is missing there for want of a translation."""
    expected = tell(_place(pair[0]))
    assert expected
    assert tell(_place(pair[1])) == expected


def test_other_names_stay_in_their_language(graph: KnowledgeGraph) -> None:
    """What need not exist in both languages is no name or description without a counterpart."""
    soup = """id:soup rdfs:label "Soep"@nl , "Soup"@en ; skos:altLabel "Buurtsoep"@nl ;
        dcterms:description "Soep"@nl ."""
    store = opened(store_of(soup).engine, graph, "en").store
    said = described_one(
        store, f"{ID}soup", ("rdfs:label", "skos:altLabel", "dcterms:description"), "en"
    )
    assert said.texts("rdfs:label") == ("Soup",)
    assert said.texts("skos:altLabel") == ()
    assert said.texts("dcterms:description") == ("Soep",)


def test_the_name_of_a_value_is_the_only_one_that_it_has(graph: KnowledgeGraph) -> None:
    """A thing that another leads to is told by its name, not by its address."""
    soup = """id:soup si:takesPlaceIn id:house . id:house rdfs:label "Het huis"@nl ."""
    store = opened(store_of(soup).engine, graph, "en").store
    (said,) = described(
        store, "?thing si:takesPlaceIn ?place .", ["si:takesPlaceIn"], "en"
    ).values()
    assert [each.label for each in said.things("si:takesPlaceIn")] == ["Het huis"]


def test_each_judgement_has_evidence_of_its_own() -> None:
    """Evidence of two judgements is never put together to a pair."""
    two = """id:one si:judges id:soup ; si:appliesCriterion id:new ; si:hasOutcome si:met ;
          si:evidence "A"@nl .
        id:two si:judges id:soup ; si:appliesCriterion id:new ; si:hasOutcome si:met ;
          si:evidence "B"@en ."""
    (evidence,) = read_evidence(store_of(two), f"{ID}soup").values()
    assert evidence.text in {Text("A", "A"), Text("B", "B")}


def test_a_pair_of_texts_takes_what_there_is() -> None:
    """Dutch and English stand for each other; a third language for both, where it is the only."""

    def text(value: str, language: str) -> tuple[str, ox.Literal]:
        return value[0], ox.Literal(value, language=language)

    said = [
        text("ab", "nl"),
        text("ac", "nl"),
        text("ad", "en"),
        text("b", "de"),
        text("c", "en"),
        text("cd", "de"),
    ]
    assert in_both(said) == {"a": Text("ab", "ad"), "b": Text("b", "b"), "c": Text("c", "c")}
