"""Definitions side by side: agreement, overlap, containment, lattice, families, vagueness."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.definitions.agreement import Agreement, Standing, agreements
from si_kg.definitions.clusters import clusters
from si_kg.definitions.comparison import Choice, compare
from si_kg.definitions.corpus import Corpus, Criterion, Definition, Strength
from si_kg.definitions.judgements import Outcome
from si_kg.definitions.lattice import lattice
from si_kg.definitions.overlap import (
    containments,
    nearest,
    overlaps,
    required_distances,
    weighted_distances,
)
from si_kg.definitions.parts import PARTS
from si_kg.definitions.report import FORMATS, Report
from si_kg.definitions.vagueness import Figure, Measure, Resampler, figures, groups
from si_kg.errors import (
    DefinitionNotFound,
    DefinitionsMissing,
    FormatNotFound,
    PartMissing,
    PartNotFound,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text

ID = "https://w3id.org/si-kg/id/"
CODED = Path(__file__).parents[2] / "shared" / "source" / "definitions-beyond-dossier.json"
LETTERS = {"r": Strength.REQUIRED, "c": Strength.CHARACTERISTIC, "m": Strength.MENTIONED}


def corpus(profiles: dict[str, str], years: dict[str, int] | None = None) -> Corpus:
    """Definitions by name: `{"A": "new:r used:c"}` requires `new` and finds `used` typical."""
    definitions = tuple(
        Definition(
            iri=name,
            concept="concept",
            kind="kind",
            label=Text(name, name),
            notation=name,
            year=(years or {}).get(name),
            scope="policy",
            verification="primary",
            restates=False,
            criteria={part.split(":")[0]: LETTERS[part.split(":")[1]] for part in profile.split()},
        )
        for name, profile in profiles.items()
    )
    used = sorted({criterion for d in definitions for criterion in d.criteria})
    empty = Text("", "")
    return Corpus(definitions, {c: Criterion(c, Text(c, c), empty, empty) for c in used})


THREE = corpus({"A": "new:r used:r", "B": "new:r used:r good:c", "C": "new:r kind:r good:m"})


def test_agreement_counts_each_strength() -> None:
    """The most required criterion comes first; its standing follows from the counts."""
    assert agreements(THREE) == [
        Agreement("new", 3, 0, 0, 3),
        Agreement("used", 2, 0, 0, 3),
        Agreement("kind", 1, 0, 0, 3),
        Agreement("good", 0, 1, 1, 3),
    ]


@pytest.mark.parametrize(
    ("counts", "standing", "divides"),
    [
        pytest.param((0, 5, 0, 10), Standing.CHARACTERISTIC, 0.0, id="characteristic"),
        pytest.param((5, 0, 0, 10), Standing.CORE, 1.0, id="half-require-it"),
        pytest.param((1, 0, 1, 10), Standing.CONTESTED, 0.36, id="a-fifth-use-it"),
        pytest.param((0, 0, 1, 10), Standing.IDIOSYNCRATIC, 0.0, id="a-tenth-mention-it"),
    ],
)
def test_the_standing_has_fixed_bounds(
    counts: tuple[int, int, int, int], standing: Standing, divides: float
) -> None:
    """Half require it; half require it or find it typical; more than a tenth use it; fewer."""
    found = Agreement("c", *counts)
    assert found.standing is standing
    assert found.divisiveness == pytest.approx(divides)


def test_agreement_equals_the_counts_that_came_with_the_coding(graph: KnowledgeGraph) -> None:
    """Every definition of social innovation counted, the repeated and the unread ones too."""
    if not CODED.is_file():
        pytest.skip("the coded definitions do not lie beside the project")
    every = Corpus.from_store(graph.store).about(f"{ID}social-innovation")
    found = {a.criterion: (a.required, a.characteristic, a.mentioned) for a in agreements(every)}
    counted = json.loads(CODED.read_text("utf-8"))["criteria_frequency"]
    assert len(counted) == 35
    assert found == {
        f"{ID}criterion-{c['criterion']}": (c["required"], c["characteristic"], c["mentioned"])
        for c in counted
    }


def test_overlap_is_the_shared_part_of_what_either_requires() -> None:
    """A and B require the same; both share one of three criteria with C."""
    assert [(o.one.iri, o.other.iri, round(o.share, 3)) for o in overlaps(THREE)] == [
        ("A", "B", 1.0),
        ("A", "C", 0.333),
        ("B", "C", 0.333),
    ]


def test_who_requires_more_lies_within_who_requires_less() -> None:
    """What follows by way of a third is found too, and can be left out."""
    nested = corpus({"A": "x:r", "B": "x:r y:r", "C": "x:r y:r z:r", "D": "y:r x:r", "E": "x:c"})
    found = containments(nested.definitions)
    pairs = {(c.inner.iri, c.outer.iri, c.equal) for c in found}
    assert pairs == {
        ("B", "A", False),
        ("C", "A", False),
        ("C", "B", False),
        ("C", "D", False),
        ("D", "A", False),
        ("B", "D", True),
    }
    assert ("C", "A") not in {(c.inner.iri, c.outer.iri) for c in nearest(found)}


def test_the_lattice_holds_every_largest_shared_set() -> None:
    """Extent and intent determine each other; the iceberg keeps what many share."""
    made = lattice(THREE)
    nodes = {(frozenset(n.extent), frozenset(n.intent)) for n in made.nodes}
    assert nodes == {
        (frozenset("ABC"), frozenset({"new"})),
        (frozenset("AB"), frozenset({"new", "used"})),
        (frozenset("C"), frozenset({"new", "kind"})),
        (frozenset(), frozenset({"new", "used", "kind"})),
    }
    top = made.supported(2)
    assert [len(node.extent) for node in top.nodes] == [3, 2]
    assert [node.above for node in top.nodes] == [(), (0,)]


def test_families_are_found_where_there_are_families() -> None:
    """Two groups that share nothing come apart completely."""
    mixed = corpus(
        {
            "A": "x:r y:r",
            "B": "x:r y:r",
            "C": "x:r y:c",
            "P": "p:r q:r",
            "Q": "p:r q:r",
            "R": "p:r q:c",
        }
    )
    made = clusters(mixed)
    assert [{d.iri for d in c.definitions} for c in made.clusters] == [set("ABC"), set("PQR")]
    assert [c.marks for c in made.clusters] == [("x", "y"), ("p", "q")]
    assert made.silhouette > 0.8


ALIKE = corpus(dict.fromkeys("ABCD", "x:r y:r"))
APART = corpus({name: f"{name}1:r {name}2:r" for name in "ABCD"})


def by_measure(found: list[Figure]) -> dict[Measure, Figure]:
    """The figures by what they measure."""
    return {figure.measure: figure for figure in found}


def test_the_bounds_of_vagueness_are_reached() -> None:
    """The same requirements give 0, nothing in common gives 1; opposite verdicts always clash."""
    alike, apart = (by_measure(figures(c, {}, Resampler(50))) for c in (ALIKE, APART))
    assert alike[Measure.REQUIREMENTS].value == alike[Measure.PROFILES].value == 0
    assert apart[Measure.REQUIREMENTS].value == apart[Measure.PROFILES].value == 1
    assert (apart[Measure.REQUIREMENTS].low, apart[Measure.REQUIREMENTS].high) == (1, 1)
    alpha = apart[Measure.ALPHA].value
    assert alpha is not None
    assert alpha < 0


def test_alpha_is_one_for_complete_agreement() -> None:
    """All definitions give every criterion the same strength, and strengths differ."""
    same = corpus(dict.fromkeys("ABC", "x:r y:c z:m"))
    value = by_measure(figures(same, {}, Resampler(0)))[Measure.ALPHA].value
    assert value == pytest.approx(1)


def test_contradiction_is_the_chance_of_opposite_answers() -> None:
    """Of three definitions that decide, two say yes and one no: 2 of 3 pairs contradict."""
    three = corpus({"A": "x:r", "B": "x:r", "C": "y:r"})
    cases = {"case": {"x": Outcome.MET, "y": Outcome.NOT_MET}, "idle": {"z": Outcome.MET}}
    figure = by_measure(figures(three, cases, Resampler(0)))[Measure.VERDICTS]
    assert figure.value == pytest.approx(2 / 3)
    assert (figure.low, figure.high) == (None, None)


def test_too_few_definitions_are_not_measured() -> None:
    """Two definitions have one distance; that is no figure about a concept."""
    two = corpus({"A": "x:r", "B": "y:r"})
    assert {f.value for f in figures(two, {}, Resampler(10))} == {None}


@given(
    st.lists(
        st.dictionaries(st.sampled_from("uvwxyz"), st.sampled_from("rcm"), min_size=1),
        min_size=3,
        max_size=7,
    )
)
def test_every_figure_stays_within_its_bounds(profiles: list[dict[str, str]]) -> None:
    """Distances lie between 0 and 1, alpha does not exceed 1, and an interval has two ends."""
    made = corpus(
        {f"D{n}": " ".join(f"{c}:{s}" for c, s in p.items()) for n, p in enumerate(profiles)}
    )
    for distances in (required_distances(made), weighted_distances(made)):
        assert (distances >= 0).all()
        assert (distances <= 1).all()
        assert (distances == distances.T).all()
    for figure in figures(made, {}, Resampler(20)):
        if figure.value is None:
            continue
        assert figure.value <= 1 + 1e-9
        assert figure.measure is Measure.ALPHA or figure.value >= 0
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


def test_the_same_seed_gives_the_same_interval() -> None:
    """A figure can be checked by whoever runs it again; another seed gives another."""
    one, again, other = (figures(THREE, {}, Resampler(200, seed))[1] for seed in (1, 1, 2))
    assert one == again
    assert (one.low, one.high) != (other.low, other.high) or one.low == other.low


def test_groups_are_scopes_and_periods() -> None:
    """A definition without a year stands in no period."""
    dated = corpus({"A": "x:r", "B": "x:r", "C": "x:r"}, {"A": 2009, "B": 2010})
    found = {name: [d.iri for d in group] for name, group in groups(dated).items()}
    assert found == {"policy": ["A", "B", "C"], "-2009": ["A"], "2010-2014": ["B"]}


# On the graph itself


def test_unread_and_repeated_definitions_are_left_out(graph: KnowledgeGraph) -> None:
    """They take part only where they are asked for, and their number is told."""
    plain = graph.compare("sociale innovatie", resamples=0)
    every = graph.compare("social innovation", Choice(unverified=True, restating=True), resamples=0)
    assert all(d.verified and not d.restates for d in plain.corpus)
    assert len(every.corpus) == len(plain.corpus) + plain.unverified + plain.restating
    assert plain.unverified > 0
    assert plain.restating > 0


def test_a_definition_can_be_left_out(graph: KnowledgeGraph) -> None:
    """A homonym can be set aside; a code that nothing has is refused with the nearest."""
    whole = graph.compare("social innovation", resamples=0)
    less = graph.compare("social innovation", Choice(without=("TNOEUWIN2013",)), resamples=0)
    assert {d.notation for d in whole.corpus} - {d.notation for d in less.corpus} == {
        "TNOEUWIN2013"
    }
    with pytest.raises(DefinitionNotFound, match="TNOEUWIN2013"):
        graph.compare("social innovation", Choice(without=("TNOEUWIN2014",)), resamples=0)


def test_one_definition_cannot_be_compared(graph: KnowledgeGraph) -> None:
    """The message counts what there is."""
    with pytest.raises(DefinitionsMissing, match="0 definitions"):
        compare(graph.store, f"{ID}quasi-concept")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", FORMATS)
def test_the_report_is_written_in_every_format(
    graph: KnowledgeGraph, style: str, language: str
) -> None:
    """Every part is there, with its heading and how to read it; CSV holds the matrix."""
    report = Report(graph.compare("empowerment", resamples=20))
    text = report.write(style, language, 0)
    if style == "csv":
        assert text.splitlines()[0].startswith("definition,year,emp-")
    elif style == "json":
        assert set(PARTS) <= set(json.loads(text))
    else:
        for part in PARTS.values():
            assert part.heading.in_(language) in text
            assert part.reading.in_(language) in text


def test_one_part_can_be_asked_for(graph: KnowledgeGraph) -> None:
    """And a part or a format that does not exist is refused."""
    made = graph.compare("empowerment", resamples=0)
    text = Report(made, "overlap").write("text", "nl")
    assert "Welke definities lijken op elkaar?" in text
    assert "Families van definities" not in text
    with pytest.raises(PartNotFound, match="overlap"):
        Report(made, "overlaps")
    with pytest.raises(FormatNotFound, match="csv"):
        Report(made).write("docx", "en")


@pytest.mark.parametrize("package", ["concepts", "krippendorff", "scipy.cluster.hierarchy"])
def test_without_the_extra_the_message_says_what_to_install(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """The extra is named in the words that pip takes."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PartMissing, match=r"pip install 'si-kg\[compare\]'"):
        graph.compare("social innovation", resamples=0)
