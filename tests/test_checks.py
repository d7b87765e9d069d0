"""Each check before a release passes where all is well, and fails where its own thing is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from si_kg import checks, snapshot
from si_kg.catalogue import Catalogue
from si_kg.checks import CHECKS, GOLDEN, Outcome
from si_kg.errors import CheckNotFound
from si_kg.knowledge_graph import KnowledgeGraph

NL_SBB = Path("shared") / "conformance" / "nl-sbb-skos-ap-nl.ttl"
RULE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sis: <https://w3id.org/si-kg/shapes#> .
sis:Rule a sh:NodeShape ; sh:targetClass skos:Concept ; sh:property sis:RuleProperty .
sis:Rule sh:property sis:RuleMatch .
sis:RuleProperty sh:path skos:prefLabel ; sh:minCount 1 ; sh:message "Geef een naam."@nl .
sis:RuleMatch sh:path skos:closeMatch ; sh:class skos:Concept ; sh:message "Koppel een begrip."@nl .
"""


@pytest.fixture
def good(mini_copy: Path) -> Path:
    """A copy of the mini root to which nothing is lacking: golden files and NL-SBB beside it."""
    graph = KnowledgeGraph(
        snapshot.compiled(mini_copy), Catalogue.from_folder(mini_copy / "queries"), "en"
    )
    folder = mini_copy / GOLDEN
    folder.mkdir(parents=True)
    for name in graph.catalogue:
        file = checks.golden_file(folder, graph, name)
        file.write_text(checks.golden_answer(graph, name), "utf-8", newline="")
    (mini_copy.parent / NL_SBB).parent.mkdir(parents=True)
    (mini_copy.parent / NL_SBB).write_text(RULE)
    return mini_copy


def outcome(root: Path, name: str) -> Outcome:
    """How one check goes."""
    (found,) = checks.run(root, [name])
    assert found.name == name
    return found


def test_all_is_well_in_a_good_root(good: Path) -> None:
    """Every check passes, none is skipped, and none has anything to say."""
    outcomes = list(checks.run(good))
    assert [found.name for found in outcomes] == list(CHECKS)
    assert [found for found in outcomes if not found.passed or found.skipped] == []
    assert [found.details for found in outcomes if found.details] == []


def append(name: str, text: str) -> Callable[[Path], None]:
    """Damage: `text` added to a file."""

    def damage(root: Path) -> None:
        file = root / name
        file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")

    return damage


def remove(name: str) -> Callable[[Path], None]:
    """Damage: a file taken away."""
    return lambda root: (root / name).unlink()


NAMELESS = "\nid:nameless a si:Concept .\n"
DAMAGE = [
    pytest.param("parse", append("data/concepts.ttl", "id:x a"), "concepts.ttl", id="parse-data"),
    pytest.param("parse", append("ontology/core.ttl", "x"), "core.ttl", id="parse-ontology"),
    pytest.param(
        "parse", append("ontology/shapes/concepts.ttl", "x"), "concepts.ttl", id="parse-shapes"
    ),
    pytest.param(
        "parse", append("queries/things/bad.rq", "ASK {}"), "bad.rq, line 1", id="parse-query"
    ),
    pytest.param(
        "parse",
        append("queries/rules/bad.rq", "ASK {}"),
        "bad.rq, line 1",
        id="parse-rule",
    ),
    pytest.param(
        "mappings",
        append("data/mappings/elsewhere.sssom.tsv", "id:sharing\n"),
        "line 11: 1: the row has another number of cells",
        id="mappings",
    ),
    pytest.param("shapes", append("data/concepts.ttl", NAMELESS), "Name the concept", id="shapes"),
    pytest.param("shapes", remove("ontology/shapes/concepts.ttl"), "shapes", id="shapes-gone"),
    pytest.param(
        "example",
        append("ontology/examples/example.ttl", NAMELESS),
        "id:nameless: Name the concept with skos:prefLabel. [sis:Concept-label]",
        id="example",
    ),
    pytest.param("nl-sbb", append("data/concepts.ttl", NAMELESS), "id:nameless", id="nl-sbb"),
    pytest.param(
        "owl",
        append("ontology/core.ttl", "\nsi:Both rdfs:subClassOf si:Concept , si:Definition ."),
        "si:Both cannot have any member.",
        id="owl-empty-class",
    ),
    pytest.param(
        "owl",
        append("ontology/examples/example.ttl", "\nid:example-gift a si:Definition ."),
        "The ontology contradicts itself.",
        id="owl-contradiction",
    ),
    pytest.param(
        "golden", append(f"{GOLDEN}/concepts.csv", "x"), "than concepts.csv", id="golden-other"
    ),
    pytest.param(
        "golden", remove(f"{GOLDEN}/concepts.csv"), "concepts.csv is missing", id="golden-gone"
    ),
    pytest.param(
        "golden", append(f"{GOLDEN}/more.csv", ""), "more.csv belongs to no", id="golden-more"
    ),
    pytest.param(
        "golden",
        append("data/concepts.ttl", '\nid:new a si:Concept ; skos:prefLabel "new"@en .'),
        "concepts gives something else",
        id="golden-data",
    ),
    pytest.param(
        "ledger",
        append("data/ledger.csv", "book,3,a,b,nothing,,\n"),
        "ledger.csv, line 5: ‘nothing’ does not exist.",
        id="ledger",
    ),
    pytest.param(
        "wording",
        append(
            "data/concepts.ttl",
            '\nid:odd a si:Concept ; skos:prefLabel "raar"@nl , "odd"@en ;'
            ' skos:definition "Iets anders."@nl , "Something else."@en .',
        ),
        "id:odd",
        id="wording",
    ),
    pytest.param(
        "pitfalls",
        append("ontology/core.ttl", "\nsi:Issue rdfs:subClassOf si:Issue ."),
        "si:Issue: Break the circle",
        id="pitfalls",
    ),
    pytest.param(
        "pitfalls",
        append("data/waivers.csv", "si:Issue,oops-p06,nodig,needed\n"),
        "si:Issue: Remove the waiver",
        id="pitfalls-waiver",
    ),
    pytest.param("ledger", append("data/ledger.csv", "book\n"), "line 5", id="ledger-malformed"),
    pytest.param("ledger", remove("data/ledger.csv"), "cannot be read", id="ledger-gone"),
]


@pytest.mark.parametrize(("name", "damage", "said"), DAMAGE)
def test_a_check_fails_where_its_thing_is_wrong(
    name: str, damage: Callable[[Path], None], said: str, good: Path
) -> None:
    """What is wrong is said in both languages."""
    damage(good)
    found = outcome(good, name)
    assert not found.passed
    assert said in " ".join(text.en for text in found.details)
    assert all(text.nl for text in found.details)


def test_every_check_has_a_damage_of_its_own() -> None:
    """The table above leaves no check out."""
    assert {row.values[0] for row in DAMAGE} == set(CHECKS)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("golden", lambda root: root / GOLDEN, id="golden"),
        pytest.param("nl-sbb", lambda root: root.parent / NL_SBB, id="nl-sbb"),
    ],
)
def test_what_cannot_be_checked_is_skipped_with_a_reason(
    name: str, place: Callable[[Path], Path], good: Path
) -> None:
    """An installed package has no golden files; that is said, and is no failure."""
    place(good).rename(good.parent / "away")
    found = outcome(good, name)
    assert (found.skipped, found.passed, len(found.details)) == (True, True, 1)


def test_only_the_checks_that_are_named_run(good: Path) -> None:
    """In the order of the list, whatever the order asked."""
    found = checks.run(good, ["ledger", "parse"])
    assert [each.name for each in found] == ["parse", "ledger"]


def test_an_unknown_check_is_refused(good: Path) -> None:
    """Before anything runs, with a hint."""
    with pytest.raises(CheckNotFound, match="Did you mean shapes"):
        next(checks.run(good, ["parse", "shape"]))


def test_a_long_list_is_cut_with_its_number(good: Path) -> None:
    """Twenty faults are enough to begin with; how many more there are is said."""
    append("data/ledger.csv", "book,3,a,b,nothing,,\n" * 25)(good)
    details = outcome(good, "ledger").details
    assert len(details) == 21
    assert details[-1] == ("en nog 5.", "and 5 more.")


@pytest.mark.parametrize("name", CHECKS)
def test_the_real_sources_pass(name: str, root: Path) -> None:
    """What stands here can be released."""
    found = outcome(root, name)
    assert [text.en for text in found.details if not found.skipped] == []
