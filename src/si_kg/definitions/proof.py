"""Prove with HermiT what the everyday classification says, from the OWL classes of definitions.

A case fits where it is proven to be in the class of the definition: everything that meets each
required criterion. It fails where it is proven to fall short of one of them. That nothing can do
both is proven too, so `undecided` is what the axioms leave open.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.definitions.classification import Answer, Classifier
from si_kg.definitions.corpus import Corpus, Definition
from si_kg.definitions.judgements import Outcome, Reading, read_clashes, read_outcomes
from si_kg.definitions.overlap import Containment, containments
from si_kg.namespaces import GRAPH, ONTOLOGY, PREFIXES
from si_kg.reasoning import Inference, infer
from si_kg.store import EmbeddedStore

_CLASSES = ox.NamedNode(f"{GRAPH}derived/definition-classes")
_LOGICAL = (PREFIXES["owl"], PREFIXES["rdf"], f"{PREFIXES['rdfs']}subClassOf")


def _term(prefix: str, local: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + local)


_TYPE, _FIRST, _REST = _term("rdf", "type"), _term("rdf", "first"), _term("rdf", "rest")
_CLASS, _SAME = _term("owl", "Class"), _term("owl", "equivalentClass")
_UNDER = _term("rdfs", "subClassOf")
_MEETS, _SHORT = _term("si", "meets"), _term("si", "fallsShortOf")


@dataclass(frozen=True)
class Disagreement:
    """A case (IRI) about which the proof and the everyday classification differ."""

    case: str
    definition: Definition
    everyday: Answer
    proven: Answer


@dataclass(frozen=True)
class DefinitionProof:
    """What HermiT finds about the classes of `definitions` and the judged cases.

    `clashes` are the pairs of case and criterion (IRIs) that make the axioms contradict each other;
    then nothing else is known. `empty` can have no member; `twofold` can be fitted and failed at
    once. `contained` says which class lies within which, `unfounded` where that differs from what
    the required criteria say.
    """

    definitions: tuple[Definition, ...]
    cases: int
    consistent: bool
    clashes: tuple[tuple[str, str], ...] = ()
    empty: tuple[Definition, ...] = ()
    twofold: tuple[Definition, ...] = ()
    contained: tuple[Containment, ...] = ()
    unfounded: tuple[tuple[str, str], ...] = ()
    fits: int = 0
    fails: int = 0
    disagreements: tuple[Disagreement, ...] = ()

    def __bool__(self) -> bool:
        faults = (self.empty, self.twofold, self.unfounded, self.disagreements, self.clashes)
        return self.consistent and not any(faults)


def prove_definitions(store: EmbeddedStore, reading: Reading | None = None) -> DefinitionProof:
    """Hold every test class and every judged case of `store` against HermiT.

    Raises PartMissing without the extra `reasoner`.
    """
    reading = reading or Reading()
    corpus = Corpus.from_store(store).testable()
    clashes = tuple(read_clashes(store, reading))
    cases = {} if clashes else read_outcomes(store)
    facts = list(_clashing(clashes)) if clashes else list(_judged(cases, reading))
    inference = infer([*_axioms(store), *_counterparts(corpus), *facts])
    if not inference.consistent:
        return DefinitionProof(corpus.definitions, len(cases), consistent=False, clashes=clashes)
    proven = _proven(corpus, cases, inference)
    contained = tuple(containments(corpus.definitions))
    return DefinitionProof(
        corpus.definitions,
        len(cases),
        consistent=True,
        clashes=clashes,
        empty=tuple(d for d in corpus if _class(d) in inference.unsatisfiable),
        twofold=tuple(d for d in corpus if _both(d) not in inference.unsatisfiable),
        contained=contained,
        unfounded=tuple(sorted(_pairs(contained) ^ _above(corpus, inference))),
        fits=sum(answer is Answer.FITS for answer in proven.values()),
        fails=sum(answer is Answer.FAILS for answer in proven.values()),
        disagreements=tuple(_disagreements(corpus, cases, proven, reading)),
    )


def _axioms(store: EmbeddedStore) -> Iterator[ox.Triple]:
    """The classes that the rule made, and that meeting and falling short exclude each other."""
    for quad in store.engine.quads_for_pattern(None, None, None, _CLASSES):
        if quad.predicate.value.startswith(_LOGICAL):
            yield quad.triple
    for name in ("Initiative", "Issue"):
        yield ox.Triple(_term("si", name), _TYPE, _CLASS)
    for relation in (_MEETS, _SHORT):
        yield ox.Triple(relation, _TYPE, _term("owl", "ObjectProperty"))
    yield ox.Triple(_MEETS, _term("owl", "propertyDisjointWith"), _SHORT)


def _counterparts(corpus: Corpus) -> Iterator[ox.Triple]:
    """For each definition the class of what falls short of one criterion, and what does both."""
    for definition in corpus:
        outside, both = ox.NamedNode(_outside(definition)), ox.NamedNode(_both(definition))
        union, cells = ox.BlankNode(), [ox.BlankNode() for _ in definition.required]
        rests: list[ox.BlankNode | ox.NamedNode] = [*cells[1:], _term("rdf", "nil")]
        yield ox.Triple(outside, _TYPE, _CLASS)
        yield ox.Triple(outside, _SAME, union)
        yield ox.Triple(union, _TYPE, _CLASS)
        yield ox.Triple(union, _term("owl", "unionOf"), cells[0])
        required = sorted(definition.required)
        for criterion, cell, following in zip(required, cells, rests, strict=True):
            condition = ox.BlankNode()
            yield ox.Triple(cell, _FIRST, condition)
            yield ox.Triple(cell, _REST, following)
            yield ox.Triple(condition, _TYPE, _term("owl", "Restriction"))
            yield ox.Triple(condition, _term("owl", "onProperty"), _SHORT)
            yield ox.Triple(condition, _term("owl", "hasValue"), ox.NamedNode(criterion))
        yield ox.Triple(both, _TYPE, _CLASS)
        yield ox.Triple(both, _UNDER, outside)
        yield ox.Triple(both, _UNDER, ox.NamedNode(_class(definition)))


def _judged(cases: Mapping[str, Mapping[str, Outcome]], reading: Reading) -> Iterator[ox.Triple]:
    for case, outcomes in cases.items():
        for criterion, outcome in outcomes.items():
            truth = reading.truth(outcome)
            if truth is not None:
                yield from _fact(case, _MEETS if truth else _SHORT, criterion)


def _clashing(clashes: Iterable[tuple[str, str]]) -> Iterator[ox.Triple]:
    for case, criterion in clashes:
        for relation in (_MEETS, _SHORT):
            yield from _fact(case, relation, criterion)


def _fact(case: str, relation: ox.NamedNode, criterion: str) -> Iterator[ox.Triple]:
    one, other = ox.NamedNode(case), ox.NamedNode(criterion)
    yield ox.Triple(one, relation, other)
    yield ox.Triple(one, _TYPE, _term("si", "Initiative"))
    for individual in (one, other):
        yield ox.Triple(individual, _TYPE, _term("owl", "NamedIndividual"))


def _proven(
    corpus: Corpus, cases: Iterable[str], inference: Inference
) -> dict[tuple[str, str], Answer]:
    found = {}
    for case in cases:
        classes = inference.classes.get(case, frozenset())
        for definition in corpus:
            if _class(definition) in classes:
                found[case, definition.iri] = Answer.FITS
            elif _outside(definition) in classes:
                found[case, definition.iri] = Answer.FAILS
            else:
                found[case, definition.iri] = Answer.UNDECIDED
    return found


def _disagreements(
    corpus: Corpus,
    cases: Mapping[str, Mapping[str, Outcome]],
    proven: Mapping[tuple[str, str], Answer],
    reading: Reading,
) -> Iterator[Disagreement]:
    classifier = Classifier(corpus, reading)
    for case, outcomes in cases.items():
        answers = classifier.answers(outcomes)
        for definition, everyday in zip(corpus, answers, strict=True):
            if everyday is not proven[case, definition.iri]:
                yield Disagreement(case, definition, everyday, proven[case, definition.iri])


def _pairs(contained: Iterable[Containment]) -> set[tuple[str, str]]:
    """Inner and outer class of each containment, both ways round where they are equal."""
    pairs = set()
    for each in contained:
        pairs.add((_class(each.inner), _class(each.outer)))
        if each.equal:
            pairs.add((_class(each.outer), _class(each.inner)))
    return pairs


def _above(corpus: Corpus, inference: Inference) -> set[tuple[str, str]]:
    ours = {_class(definition) for definition in corpus}
    return {(inner, outer) for inner in ours for outer in inference.above[inner] & ours}


def _class(definition: Definition) -> str:
    return f"{ONTOLOGY}Under{definition.notation}"


def _outside(definition: Definition) -> str:
    return f"{ONTOLOGY}Outside{definition.notation}"


def _both(definition: Definition) -> str:
    return f"{ONTOLOGY}Both{definition.notation}"
