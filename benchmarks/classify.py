"""Classify generated cases under every definition: ours, the rule in SPARQL, and OWL-RL.

Run it after `si-kg build`: `python benchmarks/classify.py [CASES] [CASES FOR OWL-RL]`.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator

import pyoxigraph as ox
import rdflib
from owlrl import DeductiveClosure, OWLRL_Semantics

import si_kg
from si_kg.definitions.classification import Answer, Classifier
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.judgements import Outcome, read_outcomes
from si_kg.namespaces import GRAPH, ID, ONTOLOGY, PREFIXES
from si_kg.query_files import read_rules
from si_kg.shipped import root
from si_kg.store import EmbeddedStore

CASES, CASES_FOR_OWL_RL, JUDGEMENTS, SEED = 10_000, 300, 25, 2026
KNOWN = [outcome for outcome in Outcome if outcome is not Outcome.UNKNOWN]
ABOUT_CASES = ("judges", "meets", "fallsShortOf", "fitsDefinition", "failsDefinition")
TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")


def si(name: str) -> ox.NamedNode:
    """A term of the ontology."""
    return ox.NamedNode(ONTOLOGY + name)


def cases(criteria: list[str], number: int) -> Iterator[ox.Quad]:
    """`number` initiatives, each judged on JUDGEMENTS criteria, drawn with one seed."""
    draw = random.Random(SEED)  # noqa: S311 (a benchmark, not a secret)
    for place in range(number):
        case = ox.NamedNode(f"{ID}case-{place}")
        yield ox.Quad(case, TYPE, si("Initiative"))
        for count, criterion in enumerate(draw.sample(criteria, JUDGEMENTS)):
            judgement = ox.NamedNode(f"{ID}judgement-{place}-{count}")
            yield ox.Quad(judgement, si("judges"), case)
            yield ox.Quad(judgement, si("appliesCriterion"), ox.NamedNode(criterion))
            yield ox.Quad(judgement, si("hasOutcome"), si(draw.choice(KNOWN)))


def timed(name: str, work: Callable[[], int], number: int) -> None:
    """Print how long `work` took, and how many memberships it found."""
    start = time.perf_counter()
    found = work()
    seconds = time.perf_counter() - start
    print(f"{name:<34}{number:>8} cases{seconds:>9.2f} s{found:>10} fit")


def ours(store: EmbeddedStore) -> int:
    """Read the judgements, classify every case under every definition."""
    classifier = Classifier(Corpus.from_store(store).testable())
    answers = (classifier.answers(judged) for judged in read_outcomes(store).values())
    return sum(answer is Answer.FITS for row in answers for answer in row)


def by_rule(store: EmbeddedStore) -> int:
    """The same as two rules in SPARQL, as the build applies them."""
    rules = read_rules(root() / "queries" / "rules")
    for name in ("judgements", "classification"):
        made = store.engine.query(rules[name][1], use_default_graph_as_union=True)
        store.engine.extend(ox.Quad(*triple) for triple in made)  # type: ignore[union-attr]
    return sum(1 for _ in store.engine.quads_for_pattern(None, si("fitsDefinition"), None, None))


def by_owl_rl(store: EmbeddedStore) -> int:
    """The OWL classes of the definitions, materialised under OWL-RL by owlrl over rdflib."""
    graph = rdflib.Graph()
    classes = ox.NamedNode(f"{GRAPH}derived/definition-classes")
    wanted = [*store.engine.quads_for_pattern(None, None, None, classes)]
    for term in (si("meets"), TYPE):
        wanted += store.engine.quads_for_pattern(None, term, None, ox.DefaultGraph())
    text = ox.serialize((quad.triple for quad in wanted), format=ox.RdfFormat.N_TRIPLES)
    graph.parse(data=text or b"", format="nt")
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    under = f"{ONTOLOGY}Under"
    return sum(
        str(kind).startswith(under) and str(case).startswith(f"{ID}case-")
        for case, kind in graph.subject_objects(rdflib.RDF.type)
    )


def generated(number: int) -> EmbeddedStore:
    """The definitions of the shipped graph with generated cases instead of its own."""
    engine = si_kg.open().store.engine  # type: ignore[attr-defined]
    about_cases = {si(name) for name in ABOUT_CASES}
    kept = (quad for quad in engine if quad.predicate not in about_cases)
    store = EmbeddedStore.from_quads(kept)
    criteria = sorted(Corpus.from_store(store).about(f"{ID}social-innovation").criteria)
    store.engine.extend(cases(criteria, number))
    return store


def main(number: int = CASES, for_owl_rl: int = CASES_FOR_OWL_RL) -> None:
    """Print the three times."""
    store = generated(number)
    timed("si-kg (one core)", lambda: ours(store), number)
    timed("rules in SPARQL, pyoxigraph", lambda: by_rule(store), number)
    small = generated(for_owl_rl)
    timed("si-kg (one core)", lambda: ours(small), for_owl_rl)
    by_rule(small)
    timed("OWL-RL materialisation, owlrl", lambda: by_owl_rl(small), for_owl_rl)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
