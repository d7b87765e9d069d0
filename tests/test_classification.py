"""A case held against definitions: it fits, it fails, or nobody can tell yet."""

from collections.abc import Mapping

import pytest
from conftest import store_of
from hypothesis import given
from hypothesis import strategies as st

from si_kg.definitions.classification import (
    Answer,
    Classification,
    Classifier,
    next_questions,
    tally,
)
from si_kg.definitions.corpus import Definition, Strength
from si_kg.definitions.judgements import Outcome, Reading, read_clashes, read_outcomes
from si_kg.errors import JudgementsContradict
from si_kg.language import Text

REQUIRED, TYPICAL = Strength.REQUIRED, Strength.CHARACTERISTIC


def definition(name: str, criteria: Mapping[str, Strength]) -> Definition:
    """A definition of social innovation with these criteria."""
    text = Text(name, name)
    return Definition(name, "c", "k", text, name, 2020, "policy", "primary", False, criteria)  # noqa: FBT003


TWO = definition("Two", {"new": REQUIRED, "used": REQUIRED, "shared": TYPICAL})
NONE = definition("None", {"shared": TYPICAL})


@pytest.mark.parametrize(
    ("outcomes", "answer"),
    [
        pytest.param({"new": "met", "used": "met"}, "fits", id="all-met"),
        pytest.param({"new": "met", "used": "notMet"}, "fails", id="one-not-met"),
        pytest.param({"used": "notMet"}, "fails", id="one-not-met-the-other-unknown"),
        pytest.param({"new": "met"}, "undecided", id="one-unknown"),
        pytest.param({"new": "met", "used": "undetermined"}, "undecided", id="one-undetermined"),
        pytest.param({"new": "met", "used": "partlyMet"}, "undecided", id="one-partly"),
        pytest.param({"new": "met", "used": "noEvidence"}, "fails", id="one-without-evidence"),
        pytest.param({"new": "met", "used": "met", "shared": "notMet"}, "fits", id="typical-only"),
        pytest.param({}, "undecided", id="nothing-known"),
    ],
)
def test_the_answer_follows_from_the_required_criteria(
    outcomes: dict[str, str], answer: str
) -> None:
    """What a definition only finds characteristic decides nothing."""
    judged = {criterion: Outcome(outcome) for criterion, outcome in outcomes.items()}
    assert Classifier([TWO]).answers(judged) == [Answer(answer)]


@pytest.mark.parametrize(
    ("reading", "outcome", "answer"),
    [
        pytest.param(Reading(partly="met"), "partlyMet", "fits", id="partly-is-yes"),
        pytest.param(Reading(partly="not-met"), "partlyMet", "fails", id="partly-is-no"),
        pytest.param(Reading(no_evidence="undecided"), "noEvidence", "undecided", id="open"),
    ],
)
def test_the_reading_is_a_switch(reading: Reading, outcome: str, answer: str) -> None:
    """Partly, and looked for in vain, count as the reader says."""
    judged = {"new": Outcome.MET, "used": Outcome(outcome)}
    assert Classifier([TWO], reading).answers(judged) == [Answer(answer)]


def test_a_reading_takes_only_what_it_knows() -> None:
    """A word that means nothing is refused at once."""
    with pytest.raises(ValueError, match="maybe"):
        Reading(partly="maybe")


def test_a_definition_that_requires_nothing_is_no_test() -> None:
    """It says neither yes nor no to anything."""
    assert Classifier([NONE]).answers({"shared": Outcome.MET}) == [Answer.NO_TEST]


def test_an_answer_says_what_it_rests_on() -> None:
    """Lacking are the criteria not met; open those that would decide."""
    judged = {"new": Outcome.NOT_MET}
    assert Classifier([TWO]).classify(judged) == [
        Classification(TWO, Answer.FAILS, lacking=("new",), open=("used",))
    ]


def test_the_next_question_is_the_one_most_definitions_wait_for() -> None:
    """Definitions that already said no do not wait for anything."""
    other = definition("Other", {"used": REQUIRED})
    third = definition("Third", {"bad": REQUIRED, "new": REQUIRED})
    judged = {"bad": Outcome.NOT_MET}
    found = Classifier([TWO, other, third]).classify(judged)
    assert next_questions(found) == [("used", 2), ("new", 1)]
    assert tally(each.answer for each in found)[Answer.UNDECIDED] == 2


CRITERIA = [f"c{number}" for number in range(6)]


@given(
    required=st.sets(st.sampled_from(CRITERIA)),
    judged=st.dictionaries(st.sampled_from([*CRITERIA, "else"]), st.sampled_from(list(Outcome))),
    partly=st.sampled_from(Reading.PARTLY),
    no_evidence=st.sampled_from(Reading.NO_EVIDENCE),
)
def test_the_fast_way_and_the_plain_way_agree(
    required: set[str], judged: dict[str, Outcome], partly: str, no_evidence: str
) -> None:
    """Numbers made of bits say the same as sets of criteria, whatever was judged."""
    reading = Reading(partly, no_evidence)
    held = definition("Held", dict.fromkeys(required, REQUIRED))
    truths = [reading.truth(judged.get(criterion, Outcome.UNKNOWN)) for criterion in required]
    if not required:
        plain = Answer.NO_TEST
    elif False in truths:
        plain = Answer.FAILS
    else:
        plain = Answer.FITS if all(truths) else Answer.UNDECIDED
    (found,) = Classifier([held], reading).classify(judged)
    assert found.answer is plain
    assert len(found.lacking) == truths.count(False)
    assert len(found.open) == truths.count(None)


JUDGED = """
id:j1 a si:Judgement ; si:judges id:x ; si:appliesCriterion id:c ; si:hasOutcome si:{one} .
id:j2 a si:Judgement ; si:judges id:x ; si:appliesCriterion id:c ; si:hasOutcome si:{other} .
"""
ID = "https://w3id.org/si-kg/id/"


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        pytest.param("met", "partlyMet", "met", id="yes-outweighs-partly"),
        pytest.param("partlyMet", "undetermined", "partlyMet", id="partly-outweighs-nothing"),
        pytest.param("noEvidence", "partlyMet", "noEvidence", id="no-outweighs-partly"),
    ],
)
def test_of_several_judgements_the_firmest_counts(one: str, other: str, counts: str) -> None:
    """Whichever of them was written first."""
    for pair in ((one, other), (other, one)):
        store = store_of(JUDGED.format(one=pair[0], other=pair[1]))
        assert read_outcomes(store) == {f"{ID}x": {f"{ID}c": Outcome(counts)}}
        assert read_clashes(store, Reading()) == []


def test_judgements_that_contradict_each_other_are_named() -> None:
    """A case cannot meet a criterion and fall short of it."""
    store = store_of(JUDGED.format(one="met", other="notMet"))
    with pytest.raises(JudgementsContradict, match="id:x contradict each other: id:c") as raised:
        read_outcomes(store)
    assert "spreken elkaar tegen" in raised.value.message("nl")
    assert read_clashes(store, Reading()) == [(f"{ID}x", f"{ID}c")]
