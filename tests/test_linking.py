"""Names are linked where nothing is in doubt; where something is, the doubt is told."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.linking import Entry, Link, Linker, Name, told
from si_kg.linking.folding import Compounds, stems, words
from si_kg.linking.relations import justification, proposed

OURS = "https://w3id.org/si-kg/id/"
THEIRS = "https://example.org/voc/"


def entry(
    name: str,
    *names: str,
    types: Sequence[str] = (),
    broader: Sequence[str] = (),
    description: str = "",
    space: str = THEIRS,
) -> Entry:
    """A thing; a name ends in @nl or @en where that is known; ~ begins an alternative one."""
    made = [_name(each) for each in (name, *names)]
    iri = space + "-".join(words(f"{made[0].text} {' '.join(types)}"))
    return Entry(iri, made, types, broader, description)


def _name(text: str) -> Name:
    written, _, language = text.removeprefix("~").partition("@")
    return Name(written, language, preferred=not text.startswith("~"))


def link(subject: Entry, *targets: Entry) -> Link:
    """The link of one thing to others."""
    (found,) = Linker([subject], targets).links()
    return found


def doubts(found: Link) -> list[str]:
    """What is in doubt about the first candidate."""
    return [doubt.name for doubt in found.candidates[0].likeness.doubts]


OTHERS = (entry("water management@en"), entry("public opinion@en"), entry("openbare orde@nl"))


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        pytest.param("Poverty@en", "poverty@en", "label-equal", id="equal"),
        pytest.param("coöperatie@nl", "Cooperatie@nl", "label-equal", id="accent"),
        pytest.param("social movement@en", "Social movements@en", "spelling", id="plural"),
        pytest.param("subsidie@nl", "subsidies@nl", "spelling", id="dutch-plural"),
        pytest.param(
            "learning organisation@en", "Learning organization@en", "spelling", id="american"
        ),
        pytest.param("gezin@nl", "gezinnen@nl", "spelling", id="doubled-consonant"),
        pytest.param("e-health@en", "eHealth@en", "spacing", id="hyphen"),
        pytest.param("gemeente Tilburg", "Tilburg", "label-equal", id="designator"),
    ],
)
def test_what_matches(mine: str, theirs: str, reason: str) -> None:
    """Names that differ in spelling, number or case only."""
    types = ("gemeente",) if "Tilburg" in mine else ()
    found = link(entry(mine, types=types), entry(theirs, types=types), *OTHERS)
    assert found.match is found.candidates[0]
    assert found.candidates[0].likeness.reasons[0].name == reason


def test_compounds_are_taken_apart() -> None:
    """Where their parts stand by themselves elsewhere; turned around with ‘voor’."""
    others = (entry("ouderen@nl"), entry("zorg@nl"))
    found = link(entry("ouderenzorg@nl"), entry("zorg voor ouderen@nl"), *others)
    assert found.match
    assert found.match.likeness.reasons[0].name == "compound"
    assert Compounds({"ouder"}).parts("ouderenzorg") == stems(["ouderenzorg"])


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        pytest.param("empowermnet@en", "empowerment@en", "typo", id="typo"),
        pytest.param("innovation policy@en", "policy innovation@en", "reordered", id="order"),
        pytest.param("CSR", "corporate social responsibility", "abbreviation", id="acronym"),
        pytest.param("social policy@en", "policy@en", "shared", id="shared"),
    ],
)
def test_what_is_a_candidate_only(mine: str, theirs: str, reason: str) -> None:
    """Likenesses that are often right, and too often not."""
    found = link(entry(mine), entry(theirs), *OTHERS)
    assert found.match is None
    assert found.candidates[0].likeness.reasons[0].name == reason


@pytest.mark.parametrize(
    ("mine", "theirs", "doubt"),
    [
        pytest.param(
            entry("De Empowerment", types=["molen"]),
            entry("empowerment", types=["Concept"]),
            "kinds-differ",
            id="mill-named-like-a-method",
        ),
        pytest.param(
            entry("Groningen", types=["Municipality"]),
            entry("Groningen", types=["provincie"]),
            "kinds-differ",
            id="municipality-and-province",
        ),
        pytest.param(
            entry("Amsterdam", types=["Municipality"]),
            entry("Amsterdam"),
            "kind-open",
            id="municipality-and-city",
        ),
        pytest.param(
            entry("Utrecht"), entry("Utrecht", types=["Municipality"]), "kind-open", id="bare-name"
        ),
        pytest.param(
            entry("social ecosystem@en", "~ecosystem@en", space=OURS),
            entry("ecosystem@en"),
            "short-name",
            id="short-name",
        ),
        pytest.param(
            entry("network@en", description="A group of people.", types=["Concept"]),
            entry("network@en", description="A web of species and habitat.", types=["Concept"]),
            "field-differs",
            id="nature",
        ),
        pytest.param(
            entry("government@en", "overheid@nl"),
            entry("cabinet@en", "overheid@nl"),
            "english-differs",
            id="dutch-only",
        ),
        pytest.param(
            entry("procurement@en", "aanbesteding@nl"),
            entry("procurement@en", "inkoop@nl"),
            "dutch-differs",
            id="english-only",
        ),
        pytest.param(
            entry("Role (class)"),
            entry("Role", types=["Class"]),
            "only-named",
            id="class-without-a-definition",
        ),
        pytest.param(
            entry("social issues@en"),
            entry("societal challenge@en", "~social issue@en", types=["Concept"], space=OURS),
            "filed-under",
            id="near-synonym-of-our-concept",
        ),
        pytest.param(
            entry("child marriage@en", "kindhuwelijk@nl"),
            entry("forced marriage@en", "gedwongen huwelijk@nl", "~child marriage@en"),
            "other-name-only",
            id="filed-under-something-else",
        ),
        pytest.param(
            entry("social media@en"),
            entry("Social Web@en", "~Social media@en"),
            "filed-under",
            id="thesaurus-files-narrower-things",
        ),
    ],
)
def test_what_is_in_doubt(mine: Entry, theirs: Entry, doubt: str) -> None:
    """An equal name is no match where kind, language or field speak against it."""
    found = link(mine, theirs, *OTHERS)
    assert found.match is None
    assert doubt in doubts(found)
    for language, word in (("nl", "twijfel: "), ("en", "doubt: ")):
        assert word in told(found.candidates[0], language)


def test_two_equals_are_no_match() -> None:
    """Both are candidates, and each tells of the other."""
    two = entry("Hengelo", types=["Municipality"]), entry("Hengelo", types=["gemeente"])
    found = link(entry("gemeente Hengelo"), *two)
    assert found.match is None
    assert [doubts_.name for each in found.candidates for doubts_ in each.likeness.doubts] == [
        "equals",
        "equals",
    ]


def test_the_kind_decides_between_equal_names() -> None:
    """Of a city and a municipality, the municipality is meant."""
    city = entry("Tilburg", description="city in the province of North Brabant")
    municipality = entry("Tilburg", description="municipality in the Netherlands", space=OURS)
    found = link(entry("gemeente Tilburg"), city, municipality)
    assert found.match
    assert found.match.entry is municipality


def test_other_names_of_an_organisation_of_ours_are_its_names() -> None:
    """Unlike those of a thesaurus, or of a concept."""
    ours = entry("European Union@en", "~EU@en", types=["Organisation"], space=OURS)
    assert link(entry("EU@en"), ours).match


def test_the_alternative_name_is_told_whichever_side_has_it() -> None:
    """Of theirs, or of ours."""
    plain, filed = entry("social media@en"), entry("Social Web@en", "~Social media@en")
    for mine, theirs in ((plain, filed), (filed, plain)):
        (candidate,) = link(mine, theirs).candidates
        assert "‘Social media’ is an alternative label" in told(candidate, "en")


def test_a_class_that_is_described_may_match() -> None:
    """By its definition or by what is broader, people can judge what it is."""
    described = entry("Role", types=["Class"], description="What somebody does in an organisation.")
    assert link(entry("Role (class)"), described).match


def test_names_that_differ_in_a_hyphen_are_equals() -> None:
    """A vocabulary that writes one word in two ways leaves open which is meant."""
    two = entry("Cooperative@en"), entry("Co-operative@en")
    assert doubts(link(entry("cooperative@en"), *two)) == ["equals"]
    assert link(entry("damage@en"), entry("damage@en"), entry("damages@en")).match


def test_a_compound_agrees_in_the_other_language() -> None:
    """‘Zorg voor ouderen’ is no other name than ‘ouderenzorg’."""
    others = (entry("ouderen@nl"), entry("zorg@nl"))
    theirs = entry("elderly care@en", "zorg voor ouderen@nl")
    found = link(entry("elderly care@en", "ouderenzorg@nl"), theirs, *others)
    assert found.match
    assert "equal in the other language too (nl)" in told(found.match, "en")


def test_both_languages_say_more_than_one() -> None:
    """A name that is equal in the other language too scores higher."""
    mine = entry("poverty@en", "armoede@nl")
    both, one = entry("poverty@en", "armoede@nl"), entry("poverty@en")
    assert link(mine, both).candidates[0].score > link(mine, one).candidates[0].score


def test_false_friends_are_not_compared() -> None:
    """The Dutch ‘gift’ is no English ‘gift’."""
    assert link(entry("gift@nl"), entry("gift@en")).candidates == []


@pytest.mark.parametrize(
    ("mine", "theirs", "relation"),
    [
        pytest.param("poverty@en", "Poverty@en", "exactMatch", id="match"),
        pytest.param("social entrepreneurship@en", "entrepreneurship@en", "broadMatch", id="up"),
        pytest.param("marriage@en", "forced marriage@en", "narrowMatch", id="down"),
        pytest.param("poverty policy@en", "poverty@en", "relatedMatch", id="beside"),
        pytest.param("empowermnet@en", "empowerment@en", "closeMatch", id="typo"),
    ],
)
def test_the_relation_that_is_proposed(mine: str, theirs: str, relation: str) -> None:
    """Of concepts; things that are no concepts get no relation of SKOS."""
    found = link(entry(mine), entry(theirs))
    candidate = found.candidates[0]
    assert proposed(found, candidate, concepts=True).endswith(relation)
    thing = proposed(found, candidate, concepts=False)
    assert thing.endswith("schema.org/sameAs" if relation == "exactMatch" else "#seeAlso")
    assert justification(candidate).endswith("LexicalMatching")


def test_more_than_names_is_a_composite_justification() -> None:
    """A kind, a broader thing or a description counted too."""
    mine = entry("poverty@en", broader=["social problems"])
    found = link(mine, entry("poverty@en", broader=["Social problem"]))
    assert justification(found.candidates[0]).endswith("CompositeMatching")
    assert "same broader term: social problem" in told(found.candidates[0], "en")


def test_at_most_five_candidates_the_best_first() -> None:
    """And the subjects in their order."""
    targets = [entry(f"policy {word}@en") for word in "abcdefghij"]
    subjects = [entry("policy z@en"), entry("policy c@en")]
    links = [*Linker(subjects, targets).links()]
    assert [each.subject for each in links] == subjects
    assert len(links[0].candidates) <= 5
    assert links[1].candidates[0].entry is targets[2]
    scores = [each.score for each in links[1].candidates]
    assert scores == sorted(scores, reverse=True)


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_can_be_linked(mine: list[str], theirs: list[str]) -> None:
    """Scores lie between 0 and 1, and what is told is text."""
    subjects = [Entry(f"{OURS}{at}", [Name(text)]) for at, text in enumerate(mine)]
    targets = [Entry(f"{THEIRS}{at}", [Name(text)]) for at, text in enumerate(theirs)]
    for found in Linker(subjects, targets).links():
        for candidate in found.candidates:
            assert 0 < candidate.score <= 1
            assert told(candidate, "nl")
