"""A user names a thing in any of its ways, and gets that thing, or a hint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import NameAmbiguous, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.things import find, known_names


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        pytest.param("https://w3id.org/si-kg/id/sharing", "sharing", id="iri"),
        pytest.param("<https://w3id.org/si-kg/id/sharing>", "sharing", id="iri-in-brackets"),
        pytest.param("id:sharing", "sharing", id="curie"),
        pytest.param("sharing", "sharing", id="slug"),
        pytest.param("definition-late", "definition-late", id="slug-with-hyphen"),
        pytest.param("delen", "sharing", id="label-nl"),
        pytest.param("lending", "lending", id="label-en"),
        pytest.param("samen gebruiken", "sharing", id="alternative-label"),
        pytest.param("DELEN", "sharing", id="capitals"),
        pytest.param("  delen ", "sharing", id="white-space"),
        pytest.param("late Definition", "definition-late", id="other-case-in-between"),
        pytest.param("oever", "bank-of-river", id="label-in-one-language"),
    ],
)
def test_a_thing_is_found(name: str, slug: str, mini_graph: KnowledgeGraph) -> None:
    """IRI, CURIE, slug and label, in either language and any case, lead to the same thing."""
    assert find(mini_graph.store, name) == ID + slug


def test_a_term_is_found_by_curie_and_by_name(mini_graph: KnowledgeGraph) -> None:
    """The terms of the ontology can be asked about too."""
    term = "https://w3id.org/si-kg/ontology#Concept"
    assert find(mini_graph.store, "si:Concept") == term
    assert find(mini_graph.store, "Begrip") == term


def test_a_shared_name_is_ambiguous(mini_graph: KnowledgeGraph) -> None:
    """Where two things carry the name equally well, both are offered by name."""
    with pytest.raises(NameAmbiguous, match="id:bank-of-money, id:bank-of-river"):
        find(mini_graph.store, "bank")


def test_a_list_of_choices_settles_it(mini_graph: KnowledgeGraph) -> None:
    """Among the things that are allowed, the name may be clear."""
    allowed = {ID + "bank-of-river", ID + "sharing"}
    assert find(mini_graph.store, "bank", allowed) == ID + "bank-of-river"


@pytest.mark.parametrize("name", ["lending", "id:lending", "lenen", ID + "lending"])
def test_a_thing_outside_the_choices_is_not_found(name: str, mini_graph: KnowledgeGraph) -> None:
    """A list of choices holds however the thing is named."""
    with pytest.raises(ThingNotFound):
        find(mini_graph.store, name, {ID + "sharing"})


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("sharin", "Did you mean .*sharing", id="near-slug"),
        pytest.param("leenen", "Did you mean .*lenen", id="near-label"),
        pytest.param("xyzzy", "Run `si-kg query concepts`", id="nonsense"),
        pytest.param("", "Run `si-kg query concepts`", id="empty"),
        pytest.param(ID, "Nothing in the graph", id="namespace"),
        pytest.param("id:", "Nothing in the graph", id="prefix"),
        pytest.param("id:nothing", "Nothing in the graph", id="unknown-curie"),
        pytest.param("100%", "Nothing in the graph", id="percent"),
        pytest.param("[sharing", "Nothing in the graph", id="bracket"),
        pytest.param("<sharing", "Nothing in the graph", id="angle-bracket"),
        pytest.param('" . } #', "Nothing in the graph", id="quote"),
        pytest.param("\\u0022", "Nothing in the graph", id="escape"),
        pytest.param("a\nb", "Nothing in the graph", id="newline"),
        pytest.param("\udcff", "Nothing in the graph", id="undecodable-byte"),
        pytest.param("x" * 1_000_000, "Nothing in the graph", id="megabyte"),
    ],
)
def test_an_unknown_name_gives_a_hint(name: str, hint: str, mini_graph: KnowledgeGraph) -> None:
    """The nearest names are offered, or where to look; no text breaks the query."""
    with pytest.raises(ThingNotFound, match=hint):
        find(mini_graph.store, name)


@given(name=st.text(max_size=20))
def test_any_name_is_found_or_not(name: str, mini_graph: KnowledgeGraph) -> None:
    """There is no third outcome."""
    try:
        thing = find(mini_graph.store, name)
    except (ThingNotFound, NameAmbiguous):
        return
    assert thing.startswith("http")


def test_names_are_listed(mini_graph: KnowledgeGraph) -> None:
    """Labels in both languages and slugs, of all things or of the allowed ones."""
    assert {"delen", "sharing", "samen gebruiken", "lending"} <= set(known_names(mini_graph.store))
    assert known_names(mini_graph.store, {ID + "lending"}) == ["lending", "lenen"]


@pytest.mark.parametrize(
    "name",
    ["sociale innovatie", "social innovation", "Social Innovation", "social-innovation"],
)
def test_the_main_concept_is_found(name: str, graph: KnowledgeGraph) -> None:
    """The concept that all is about answers to its name in both languages."""
    assert graph.find(name) == ID + "social-innovation"


def test_a_concept_goes_before_the_criterion_of_that_name(graph: KnowledgeGraph) -> None:
    """Whoever says participation means the concept, not a criterion of empowerment."""
    assert graph.find("participatie") == ID + "participation"
    assert graph.find("participation") == ID + "participation"
