"""A rule is taken apart into what it looks at, and the rules are put in their order."""

import pyoxigraph as ox
import pytest
from deriving_world import RULES, term

from si_kg.deriving.feeding import feeds
from si_kg.deriving.reading import read_rule
from si_kg.deriving.rule import Everywhere, Rule
from si_kg.deriving.strata import strata
from si_kg.namespaces import GRAPH, shorten

HEAD = "PREFIX : <https://example.org/> "
NAMED_BY_THE_RULE = {"definition-classes", "definition-shapes"}


def rule(text: str, name: str = "rule") -> Rule:
    """The rule, with names of the examples' namespace."""
    return read_rule(name, HEAD + text)


def steps(text: str) -> list[str]:
    """The steps of a rule that concludes something of ?a; `?` after what is not needed."""
    read = rule(f"CONSTRUCT {{ ?a :is ?b }} WHERE {{ {text} }}")
    return [
        f"{_shown(step.subject)} {'|'.join(sorted(shorten(one.value) for one in step.predicates))}"
        f"{'+' * step.repeated}{'?' * (not step.needed)} {_shown(step.object)}"
        for way in read.ways
        for step in way.steps
    ]


def _shown(end: ox.NamedNode | ox.Variable) -> str:
    return str(end) if isinstance(end, ox.Variable) else shorten(end.value)


@pytest.mark.parametrize("name", RULES)
def test_our_rules_can_be_followed(name: str) -> None:
    """Each is understood, hangs together, and names things itself only where that is known."""
    read = read_rule(name, RULES[name][1])
    assert read.ways
    assert all(way.steps for way in read.ways)
    assert read.names_its_own == (name in NAMED_BY_THE_RULE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("?a :p ?b", ["?a ex:p ?b"], id="triple"),
        pytest.param("?a a :C.", ["?a rdf:type ex:C"], id="class-and-full-stop"),
        pytest.param(
            "?a :p ?b , ?c ; :q ?d", ["?a ex:p ?b", "?a ex:p ?c", "?a ex:q ?d"], id="lists"
        ),
        pytest.param("?a :p|:q ?b", ["?a ex:p|ex:q ?b"], id="alternatives"),
        pytest.param("?a :p+ ?b", ["?a ex:p+ ?b"], id="repeated"),
        pytest.param("?a :p/:q ?b", ["?a ex:p ?between0", "?between0 ex:q ?b"], id="path"),
        pytest.param("{ ?a :p ?b } UNION { ?b :q ?a }", ["?a ex:p ?b", "?b ex:q ?a"], id="union"),
        pytest.param(
            "?a :p ?b OPTIONAL { ?b :q ?c }", ["?a ex:p ?b", "?b ex:q? ?c"], id="optional"
        ),
        pytest.param(
            "?a :p ?b FILTER NOT EXISTS { ?b :q ?c }",
            ["?a ex:p ?b", "?b ex:q? ?c"],
            id="not-exists",
        ),
        pytest.param("GRAPH :g { ?a :p ?b }", ["?a ex:p ?b"], id="graph"),
        pytest.param(
            '?a :p "x"@nl ; :q 3 ; :r "2"^^:t .',
            ["?a ex:p ?between0", "?a ex:q ?between1", "?a ex:r ?between2"],
            id="literals",
        ),
        pytest.param(
            "VALUES (?p ?q) { (:x :y) (:z :y) } ?a ?p ?b",
            ["?a ex:x|ex:z ?b"],
            id="predicates-listed",
        ),
        pytest.param(
            "?a :p ?b { SELECT ?a (COUNT(?b) AS ?n) WHERE { ?a :q ?b } GROUP BY ?a }",
            ["?a ex:p ?b", "?a ex:q ?bwithin0"],
            id="select-within",
        ),
        pytest.param(
            '?a :p ?b BIND (CONCAT("{", STR(?b)) AS ?c) FILTER (LANG(?b) = "nl") ?a :q ?c',
            ["?a ex:p ?b", "?a ex:q ?c"],
            id="bind-and-filter",
        ),
    ],
)
def test_what_a_rule_looks_at(text: str, expected: list[str]) -> None:
    """Each way of saying it in SPARQL gives its steps."""
    assert steps(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("?a ?p ?b", id="any-predicate"),
        pytest.param("?a (:p|:q)/:r ?b", id="parentheses"),
        pytest.param("?a :p|:q/:r ?b", id="alternatives-and-path"),
        pytest.param("?a ^:p ?b", id="backward"),
        pytest.param("?a :p* ?b", id="none-or-more"),
        pytest.param("?a :p [ :q ?b ]", id="blank-node"),
        pytest.param("?a :p _:b", id="blank-node-label"),
        pytest.param("{ SELECT * { ?a :p ?b } }", id="all-chosen"),
        pytest.param("?a :p ?b FILTER (?b = 1 || EXISTS { ?b :q ?c })", id="exists-in-a-formula"),
        pytest.param("{ ?a :p ?b", id="no-end"),
    ],
)
def test_what_is_not_understood_reaches_everywhere(text: str) -> None:
    """Rather all over than wrong."""
    with pytest.raises(Everywhere):
        rule(f"CONSTRUCT {{ ?a :is ?b }} WHERE {{ {text} }}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("?a :p ?b", False, id="led-to"),
        pytest.param('?b :p ?c BIND (IRI(CONCAT(STR(?c), "x")) AS ?a)', True, id="named"),
        pytest.param("?a :p ?b . ?c :q ?d", True, id="in-two-parts"),
    ],
)
def test_what_a_rule_names_itself(text: str, expected: bool) -> None:  # noqa: FBT001 (a test's value)
    """What no step leads to cannot be found again."""
    assert rule(f"CONSTRUCT {{ ?a :is ?b }} WHERE {{ {text} }}").names_its_own == expected


def test_the_order_of_rules() -> None:
    """What others build on goes first; what builds on each other goes together."""
    rules = [
        rule("CONSTRUCT { ?a :last ?b } WHERE { ?a :round ?b }", "a-last"),
        rule("CONSTRUCT { ?a :round ?b } WHERE { ?a :again ?b ; :first ?b }", "b-round"),
        rule("CONSTRUCT { ?a :again ?b } WHERE { ?a :round ?b }", "c-again"),
        rule("CONSTRUCT { ?a :first ?b } WHERE { ?a :told ?b }", "d-first"),
    ]
    order = [[one.name for one in group] for group in strata(rules)]
    assert order == [["d-first"], ["c-again", "b-round"], ["a-last"]]


def test_our_rules_in_order() -> None:
    """A case meets criteria before it falls under definitions, and is involved in after that."""
    groups = strata([read_rule(name, text) for name, (_, text) in RULES.items()])
    order = [one.name for group in groups for one in group]
    assert sorted(order) == sorted(RULES)
    assert order.index("judgements") < order.index("classification") < order.index("involvement")


@pytest.mark.parametrize(
    ("stated", "derived", "expected"),
    [
        pytest.param("ex:a ex:p ex:b", "ex:b ex:q ex:c", True, id="meets-the-rest"),
        pytest.param("ex:a ex:p ex:b", "ex:x ex:q ex:c", False, id="meets-nothing"),
        pytest.param("ex:b ex:q ex:c", "ex:x ex:y ex:z", False, id="is-not-looked-for"),
    ],
)
def test_what_feeds_a_rule(stated: str, derived: str, expected: bool) -> None:  # noqa: FBT001 (a test's value)
    """What is new is part of all that the rule looks for."""
    engine, graph = ox.Store(), ox.NamedNode(f"{GRAPH}derived/other")
    for text, place in ((stated, ox.DefaultGraph()), (derived, graph)):
        subject, predicate, value = map(term, text.split())
        engine.add(ox.Quad(subject, predicate, value, place))
    looking = rule("CONSTRUCT { ?a :is ?c } WHERE { ?a :p ?b . ?b :q ?c }")
    assert feeds(engine, [graph], looking) == expected
