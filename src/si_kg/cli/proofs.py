"""A proof about definitions, told to people."""

from collections.abc import Iterator

from si_kg.cli.words import say
from si_kg.definitions.labels import ANSWERS
from si_kg.definitions.overlap import nearest
from si_kg.definitions.proof import DefinitionProof
from si_kg.namespaces import shorten


def tell_proof(proof: DefinitionProof, language: str) -> str:
    """What was proven, or what stands in the way, line by line."""
    return "\n".join(_lines(proof, language)) + "\n"


def _lines(proof: DefinitionProof, language: str) -> Iterator[str]:
    if not proof.consistent:
        yield say("inconsistent", language)
        for case, criterion in proof.clashes:
            names = {"case": shorten(case), "criterion": shorten(criterion)}
            yield say("clash", language, **names)
        return
    yield say("consistent", language, definitions=len(proof.definitions))
    yield _satisfiability(proof, language)
    yield say("contained", language, count=len(proof.contained))
    for each in nearest(proof.contained):
        relation = "same" if each.equal else "within"
        yield say(relation, language, each.inner.notation, each.outer.notation)
    if proof.unfounded:
        pairs = "; ".join(f"{shorten(one)}, {shorten(other)}" for one, other in proof.unfounded)
        yield say("unfounded", language, pairs)
    yield from _agreement(proof, language)


def _satisfiability(proof: DefinitionProof, language: str) -> str:
    wrong = [definition.notation for definition in (*proof.empty, *proof.twofold)]
    if wrong:
        return say("unsatisfiable", language, ", ".join(wrong))
    return say("satisfiable", language)


def _agreement(proof: DefinitionProof, language: str) -> Iterator[str]:
    if not proof.disagreements:
        counts = {"cases": proof.cases, "fits": proof.fits, "fails": proof.fails}
        yield say("agrees", language, **counts)
    for each in proof.disagreements:
        yield say(
            "disagrees",
            language,
            case=shorten(each.case),
            definition=each.definition.notation,
            everyday=ANSWERS[each.everyday].in_(language),
            proven=ANSWERS[each.proven].in_(language),
        )
