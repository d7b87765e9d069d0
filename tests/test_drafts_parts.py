"""The parts by which a draft is checked: words, names, citations, sentences, lists of words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from si_kg.drafts.advice import Adviser
from si_kg.drafts.checking import check
from si_kg.drafts.citations import citations
from si_kg.drafts.claims import CLAIM_WORDS, read_claims
from si_kg.drafts.defining import defines
from si_kg.drafts.draft import MASK, Draft, Paragraph
from si_kg.drafts.glossary import Glossary
from si_kg.drafts.known_works import Library, Verdict
from si_kg.drafts.running_text import running_text
from si_kg.drafts.senses import SENSE_WORDS, read_homonyms
from si_kg.drafts.sentences import sentence_spans
from si_kg.drafts.signs import Signs
from si_kg.drafts.terms import Name, Terms
from si_kg.drafts.tokens import tokens
from si_kg.drafts.wordings import read_words
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.results import Table

TERMS = Terms.of(
    [
        Name("sociale innovatie", "si"),
        Name("digitale sociale innovatie", "dsi"),
        Name("opschalen", "scaling"),
        Name("scaling", "scaling"),
        Name("co-creatie", "cc"),
        Name("coproductie", "cp"),
        Name("SIB", "sib"),
        Name("innovation of work", "iw"),
        Name("work places in town", "wp"),
    ]
)
NAMES = st.sampled_from(
    [
        "Bloom",
        "Van der Zwet",
        "& ",
        "et al. ",
        "(2012)",
        "[AWT 2014]",
        ", ",
        "; ",
        "en ",
        " ",
        "“",
        "‘",
    ]
)

PARAPHRASES = """
PREFIX si: <https://w3id.org/si-kg/ontology#>
SELECT ?text ?criterion (EXISTS { ?definition si:requires ?criterion } AS ?required)
WHERE {
  ?definition si:defines ?concept ; si:paraphrase ?text .
  ?criterion si:isCriterionFor ?concept .
  FILTER (EXISTS { ?definition si:requires ?criterion }
    || NOT EXISTS { ?definition si:usesCriterion ?criterion })
  FILTER (LANG(?text) = "@language")
}
"""


@pytest.fixture(scope="module")
def library(graph: KnowledgeGraph) -> Library:
    """The sources of the real graph, in Dutch."""
    return Library.from_store(graph.store, "nl")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("sociale innovaties", ["sociale innovaties"], id="plural"),
        pytest.param("Digitale sociale innovatie", ["Digitale sociale innovatie"], id="longest"),
        pytest.param("sociale-innovatieproject", ["sociale-innovatieproject"], id="compound"),
        pytest.param("opschalingsstrategie", ["opschalingsstrategie"], id="linking-sound"),
        pytest.param("on a large scale", [], id="family-only"),
        pytest.param("cocreatie en co-creatie", ["cocreatie", "co-creatie"], id="hyphen"),
        pytest.param("co-productie", ["co-productie"], id="hyphen-that-the-name-lacks"),
        pytest.param("een SIB of een sib", ["SIB"], id="acronym"),
        pytest.param("sociale, innovatie", [], id="comma-between"),
        pytest.param("innovation of work places in town", ["work places in town"], id="overlap"),
    ],
)
def test_names_are_found_in_any_form(text: str, found: list[str]) -> None:
    """Inflected, in compounds, with or without hyphen; of two that overlap the longer."""
    assert [text[use.start : use.end] for use in TERMS.uses(text, tokens(text))] == found


@pytest.mark.parametrize(
    ("text", "verdict", "source"),
    [
        pytest.param("(Bloom, 2012)", Verdict.KNOWN, "bloom-2012", id="brackets"),
        pytest.param("(Bloom 2008)", Verdict.KNOWN, "bloom-2008", id="one-author-first"),
        pytest.param("Mulgan e.a. (2007, p. 5)", Verdict.KNOWN, "mulgan-2007", id="page"),
        pytest.param("[AWT 2014]", Verdict.KNOWN, "awt-2014", id="organisation"),
        pytest.param(
            "European Commission (2013)",
            Verdict.KNOWN,
            "european-commission-2013",
            id="other-language",
        ),
        pytest.param(
            "(zie Evers en Brandsen, 2014)", Verdict.KNOWN, "evers-brandsen-2014", id="see"
        ),
        pytest.param(
            "Volgens De Groot & Van der Zwet (2016)", Verdict.KNOWN, "de-groot-2016", id="particles"
        ),
        pytest.param("het werk van Bloom (2012)", Verdict.KNOWN, "bloom-2012", id="work-by"),
        pytest.param(
            "(Hisschemoler & Hoppe, 1996)", Verdict.MISSPELT, "hisschemoller-1996", id="typo"
        ),
        pytest.param("(Fenger & Vaandrager, 2015)", Verdict.OTHER_YEAR, "fenger-2014", id="year"),
        pytest.param("Vermeulen & Bloom (2012)", Verdict.UNKNOWN, None, id="second-author"),
        pytest.param(
            "Brandsen, Evers & Cattacin (2016)", Verdict.KNOWN, "brandsen-2016", id="omitted"
        ),
        pytest.param("de WRR (2012)", Verdict.KNOWN, "wrr-2012", id="article"),
        pytest.param("Buurtzorg (2006)", Verdict.NO_CITATION, None, id="initiative"),
        pytest.param("(Rotterdam, 2014)", Verdict.NO_CITATION, None, id="place"),
    ],
)
def test_a_citation_is_looked_up(
    library: Library, text: str, verdict: Verdict, source: str | None
) -> None:
    """By authors in any of their names, and by year."""
    (citation,) = citations(text)
    found = library.look_up(citation)
    assert found.verdict is verdict
    assert (found.sources[0].iri if found.sources else None) == (source and ID + source)


def test_several_citations_in_one_pair_of_brackets() -> None:
    """Parted by semicolons, or one author with two years."""
    found = citations("(cf. Bloom & Dees, 2008, 2012; Moulaert et al., 2005, pp. 8–9)")
    assert [(c.names, c.others, c.year) for c in found] == [
        (("Bloom", "Dees"), False, 2008),
        (("Bloom", "Dees"), False, 2012),
        (("Moulaert",), True, 2005),
    ]


@pytest.mark.parametrize(
    "text", ["(in 2014)", "(mei 2014)", "(Horizon 2020)", "(12)", "(Tabel 2014)"]
)
def test_not_all_that_has_a_year_is_a_citation(text: str) -> None:
    """Dates, programmes and tables."""
    assert citations(text) == []


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Onder empowerment verstaan wij dat mensen kiezen.", True),
        ("Met empowerment bedoelt de gemeente zeggenschap.", True),
        ("Zij definieert empowerment als zeggenschap.", True),
        ("Empowerment is een proces waarin mensen kiezen.", True),
        ("Empowerment: het vergroten van de zeggenschap van mensen.", True),
        ("By empowerment we mean choice.", True),
        ("We define empowerment as choice.", True),
        ("Empowerment is a process in which people gain that.", True),
        ("Empowerment is een belangrijk thema.", False),
        ("Empowerment is een belangrijk thema, dat leeft.", False),
        ("Empowerment is at the core of a plan that works.", False),
        ("Wij werken aan empowerment in de wijk.", False),
        ("Empowerment is growing.", False),
    ],
)
def test_what_defines_a_term(sentence: str, *, holds: bool) -> None:
    """A sentence that says what it is, not one that only says something of it."""
    start = sentence.lower().index("empowerment")
    assert defines(sentence, start, start + len("empowerment")) is holds


def test_sentences_end_after_no_abbreviation() -> None:
    """Dutch and English ones, initials, quotation marks."""
    text = "Zie bijv. De Groot e.a. (p. 5). “Ja!” Zegt J. Smit, i.e. She. Wel 3 keer."
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "Zie bijv. De Groot e.a. (p. 5).",
        "“Ja!”",
        "Zegt J. Smit, i.e. She.",
        "Wel 3 keer.",
    ]


def test_what_is_no_running_text_is_masked() -> None:
    """Character for character; an apostrophe opens no quotation."""
    text = "De baby’s zeiden ‘een hele zin van zes woorden’, zie www.x.nl/a en ‘term’."
    masked = running_text(Paragraph(1, text))
    assert len(masked) == len(text)
    assert masked.replace(MASK, "") == "De baby’s zeiden , zie  en ‘term’."


def test_every_claim_word_stands_for_a_claim(graph: KnowledgeGraph) -> None:
    """The claims are in the graph, nobody has shown them, and they are about their subjects."""
    named = {ID + claim for entry in read_words(CLAIM_WORDS) for claim in entry["claims"]}
    claims = read_claims(graph.store, "nl")
    assert {claim.iri for claim in claims} == named
    assert all(claim.subjects and claim.wordings and claim.places for claim in claims)


def test_every_sense_is_kept_apart_by_the_graph(graph: KnowledgeGraph) -> None:
    """The difference is in the graph, and distinguishes the two concepts."""
    homonyms = read_homonyms(graph.store, "en")
    assert len(homonyms) == len(read_words(SENSE_WORDS))
    assert all(len(homonym.senses) == 2 for homonym in homonyms)


def test_vague_terms_are_those_on_which_authors_disagree(graph: KnowledgeGraph) -> None:
    """The quasi-concept, and terms with many definitions that share no requirement."""
    terms = Glossary.from_store(graph.store).defined
    assert terms[f"{ID}social-innovation"].quasi
    vague = {term.iri.removeprefix(ID) for term in terms.values() if term.vague}
    assert {"social-innovation", "empowerment"} <= vague
    assert "social-entrepreneurship" not in vague


@pytest.mark.parametrize("language", ["nl", "en"])
def test_signs_tell_what_a_definition_requires(graph: KnowledgeGraph, language: str) -> None:
    """Held against our paraphrases: what is required mostly shows, what is not used mostly not."""
    table = graph.sparql(PARAPHRASES.replace("@language", language))
    assert isinstance(table, Table)
    signs = Signs.from_store(graph.store)
    seen: dict[bool, list[bool]] = {True: [], False: []}
    for row in table.records():
        required = row["required"] in {True, "true"}
        seen[required].append(signs.seen(str(row["criterion"]), tokens(str(row["text"]))))
    shares = {required: sum(found) / len(found) for required, found in seen.items()}
    assert shares[True] > 0.8
    assert shares[False] < 0.5


@given(st.lists(NAMES | st.text(max_size=8), max_size=25).map("".join))
def test_citations_of_any_text(text: str) -> None:
    """Each stands where it says, with a name."""
    for citation in citations(text):
        assert 0 <= citation.start < citation.end <= len(text)
        assert all(citation.names)


@settings(max_examples=15)
@given(text=st.lists(NAMES | st.text(max_size=12), max_size=25).map("".join))
def test_any_text_can_be_checked(graph: KnowledgeGraph, text: str) -> None:
    """Findings stand inside their paragraph, in the order of the text."""
    prefix = "Sociale innovatie is goedkoper (Bloom, 2011). "
    draft = Draft.of("x", [Paragraph(1, prefix + text)])
    report = check(graph.store, draft, "nl", rules=["assumed-claim", "unknown-source"])
    starts = [finding.at.start for finding in report.findings]
    assert starts == sorted(starts)
    assert all(finding.at.end <= len(prefix + text) for finding in report.findings)


@pytest.mark.parametrize(
    "text", ["Aaa Bbb, ", "(", "“a b ", "‘a b’c ", "van de ", "a.b.", "◊ is ", "A & "]
)
def test_no_text_takes_long(graph: KnowledgeGraph, text: str) -> None:
    """What a pattern might stumble over, 40,000 characters of it."""
    draft = Draft.of("x", [Paragraph(1, text * (40_000 // len(text)))])
    begin = time.process_time()
    check(graph.store, draft, "en", rules=["unknown-source"])
    assert time.process_time() - begin < 15


def test_an_adviser_without_programme_offers_what_can_be_quoted(graph: KnowledgeGraph) -> None:
    """And says with which command."""
    advice, offered = Adviser.for_programme(graph.store, "nl", None).advise(f"{ID}empowerment")
    assert advice.startswith("Goed te citeren: Empowerment volgens")
    assert "`si-kg export definitions empowerment -o definitions.docx`" in advice
    assert offered
