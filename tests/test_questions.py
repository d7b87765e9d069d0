"""Questions in plain words: what is heard in them, and what is not guessed."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import NEGATIVE, SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.questions import lexicon
from si_kg.questions.faults import QuestionNotUnderstood, QuestionTooLong
from si_kg.questions.mentions import Names
from si_kg.questions.phrasings import Phrasing
from si_kg.questions.understanding import LONGEST, SURE_ENOUGH
from si_kg.questions.vocabulary import MENDED, PART, SAME, Vocabulary
from si_kg.questions.words import stem, words
from si_kg.results import Result, Table

NAMES = Names(
    [
        ("buurtzorg", "buurtzorg", 1.0),
        ("innovation", "innovatie", 1.0),
        ("social-innovation", "sociale innovatie", 1.0),
        ("mulgan", "sociale innovatie volgens mulgan 2006", 1.0),
        (f"{ONTOLOGY}Barrier", "belemmering", 1.0),
        ("barrier", "belemmering", 0.9),
    ]
)
VOCABULARY = Vocabulary.of(words("subsidie programma definities"), NAMES.forms)


def labels(result: Result) -> set[str | None]:
    """The column of labels."""
    assert isinstance(result, Table)
    return {row["label"] for row in result.records()}


def heard(text: str) -> dict[str, float]:
    """The things that a text may name, and how surely."""
    said = words(text)
    terms = [VOCABULARY.terms(word) for word in said]
    return {mention.thing: mention.surety for mention in NAMES.mentions(said, terms)}


@pytest.mark.parametrize(
    "forms",
    [
        "definitie definities",
        "initiatief initiatieven",
        "gemeente gemeenten gemeentes",
        "programma programma’s programma's programmas",
        "eis eisen eist geëist",
        "huis huizen",
        "definieert gedefinieerd definiëren",
        "betaalt betalen betaald",
        "policy policies",
        "measure measures measured measuring",
        "plaats plaatsen",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    """Number, verb ending, participle, doubled letters and accents make no difference."""
    assert len({word.stem for word in words(forms)}) == 1


@pytest.mark.parametrize("pair", ["bron brood", "eis ijs", "criteria kritiek"])
def test_other_words_keep_other_stems(pair: str) -> None:
    """Stemming is not so rough that it confuses what people ask about."""
    assert len({word.stem for word in words(pair)}) == 2


@given(st.text(max_size=60))
def test_stemming_never_fails(text: str) -> None:
    """Any text has words, each with a stem, the same every time."""
    assert words(text) == words(text)
    assert all(stem(word.folded) == word.stem for word in words(text))


def test_a_sense_joins_the_languages() -> None:
    """Words that ask the same have a sense in common, across Dutch and English."""
    senses = lexicon.senses()
    assert senses[stem("omschrijving")] & senses[stem("definition")]
    assert not senses[stem("omschrijving")] & senses[stem("budget")]


def test_a_known_word_stands_for_itself() -> None:
    """A word of a phrasing is not taken for anything else."""
    (word,) = words("subsidie")
    terms = VOCABULARY.terms(word)
    assert terms[word.stem] == SAME
    assert stem("programma") not in terms


def test_a_compound_stands_for_its_parts() -> None:
    """Dutch writes as one word what a phrasing may say in two."""
    (word,) = words("definitieprogramma")
    terms = VOCABULARY.terms(word)
    assert terms[stem("definities")] == terms[stem("programma")] == PART


@pytest.mark.parametrize("typo", ["definitis", "defnities", "deifnities", "definitiies"])
def test_a_typo_is_mended(typo: str) -> None:
    """A missing, doubled, wrong or swapped letter still gives the word, less surely."""
    (word,) = words(typo)
    assert VOCABULARY.terms(word)[stem("definities")] >= MENDED**2


def test_an_unknown_word_stands_for_nothing() -> None:
    """A word that resembles none is not bent into one."""
    (word,) = words("xylofoon")
    assert VOCABULARY.terms(word) == {}


def test_the_longest_name_comes_first() -> None:
    """`sociale innovatie` is the concept, rather than the innovation in it."""
    found = list(heard("wat is sociale innovatie"))
    assert found.index("social-innovation") < found.index("innovation")


def test_a_name_may_be_given_in_part() -> None:
    """Author and year name a definition, less surely than its whole name."""
    found = heard("sociale innovatie bij mulgan in 2006")
    assert 0.5 < found["mulgan"] < heard("sociale innovatie volgens mulgan 2006")["mulgan"]


def test_a_synonym_names_a_kind_but_no_thing() -> None:
    """An obstacle is a barrier where that is a kind; names in the graph are not paraphrased."""
    found = heard("welke obstakels")
    assert f"{ONTOLOGY}Barrier" in found
    assert "barrier" not in found


def test_a_phrasing_has_slots() -> None:
    """What stands between braces is a parameter, and no word of the phrasing."""
    phrasing = Phrasing.of("page", "Wat zegt {source} op pagina {page}?")
    assert phrasing.slots == {"source": stem("zegt"), "page": stem("pagina")}
    assert phrasing.stems == tuple(map(stem, ["wat", "zegt", "op", "pagina"]))


@pytest.mark.parametrize(
    ("question", "query", "things"),
    [
        pytest.param(
            "Welke definities van empowerment zijn er?",
            "definitions-of",
            {"concept": f"{ID}empowerment"},
            id="dutch",
        ),
        pytest.param(
            "How is social innovation defined?",
            "definitions-of",
            {"concept": f"{ID}social-innovation"},
            id="english",
        ),
        pytest.param(
            "Welke programma’s liepen er in 2015?",
            "programmes-running-in",
            {"year": "2015"},
            id="year",
        ),
        pytest.param(
            "Wat staat er op pagina 7 van het dossier?",
            "page",
            {"source": f"{ID}dossier", "page": "7"},
            id="two-parameters",
        ),
        pytest.param(
            "Welke definities van sociale innovatie zijn er, ook wat niet is nagegaan?",
            "definitions-of",
            {"concept": f"{ID}social-innovation", "unverified": "true"},
            id="boolean",
        ),
        pytest.param("Welke raamwerken zijn er?", "frameworks", {}, id="no-parameter"),
    ],
)
def test_a_question_finds_its_query(
    graph: KnowledgeGraph, question: str, query: str, things: dict[str, str]
) -> None:
    """The query, its parameters, and an answer with rows."""
    answered = graph.ask(question)
    assert (answered.reading.query, answered.reading.things) == (query, things)
    assert isinstance(answered.result, Table)
    assert answered.result.rows


def test_the_answer_is_in_the_language_of_the_question(graph: KnowledgeGraph) -> None:
    """Unless another one is asked for."""
    dutch = graph.ask("Welke soorten beweringen zijn er?")
    assert dutch.understanding.language == "nl"
    assert "Belemmering" in labels(dutch.result)
    assert "Barrier" in labels(graph.ask("Welke soorten beweringen zijn er?", language="en").result)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Hoe maak ik erwtensoep?", "erwtensoep", id="everyday"),
        pytest.param("Wat zegt Xantippozz over quarks?", "Xantippozz", id="foreign-name"),
    ],
)
def test_what_is_not_known_is_named(graph: KnowledgeGraph, question: str, unknown: str) -> None:
    """A refusal says in both languages which words nobody knows, and ends with code 1."""
    with pytest.raises(QuestionNotUnderstood) as refusal:
        graph.ask(question)
    assert unknown in refusal.value.unknown
    assert refusal.value.exit_code == NEGATIVE
    assert f"Ik ken ‘{unknown}’" in refusal.value.message("nl")
    assert f"I do not know ‘{unknown}’" in refusal.value.message("en")


@pytest.mark.parametrize(
    "question", ["", "?", "???", "en toen", "42", "{concept}", "'; DROP TABLE x"]
)
def test_noise_is_refused(graph: KnowledgeGraph, question: str) -> None:
    """Nothing is made of what is no question."""
    with pytest.raises(QuestionNotUnderstood):
        graph.ask(question)


@given(st.text(max_size=LONGEST))
def test_any_text_is_answered_or_refused(graph: KnowledgeGraph, text: str) -> None:
    """Nothing but an error of ours, and the same understanding every time."""
    assert graph.listener.understand(text) == graph.listener.understand(text)
    with suppress(SiKgError):
        assert SURE_ENOUGH <= graph.ask(text, limit=1).reading.confidence <= 1


@pytest.mark.parametrize("text", ["a" * 10_000, "welke definities " * 700])
def test_a_long_text_is_refused_at_once(graph: KnowledgeGraph, text: str) -> None:
    """Ten thousand characters are no question, and cost nothing."""
    start = time.perf_counter()
    with pytest.raises(QuestionTooLong):
        graph.ask(text)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("text", "language"),
    [("Wat zijn de scalers?", "nl"), ("What are the scalers?", "en"), ("scalers", "en")],
)
def test_the_language_is_that_of_most_words(
    graph: KnowledgeGraph, text: str, language: str
) -> None:
    """Where no word tells, it is the language of the graph."""
    assert graph.listener.understand(text).language == language
