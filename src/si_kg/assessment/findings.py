"""What is found about a plan: which definitions it fits, and where it stands."""

from dataclasses import dataclass

from si_kg.assessment.instruments import Framework, Member
from si_kg.assessment.plan import Plan
from si_kg.assessment.programmes import Programme
from si_kg.assessment.questions import Kind, Question, Questionnaire
from si_kg.definitions.classification import Answer, Classification
from si_kg.definitions.corpus import Definition
from si_kg.definitions.judgements import Reading
from si_kg.language import Text
from si_kg.namespaces import shorten


@dataclass(frozen=True)
class Standing:
    """Where the plan stands on a framework, and what comes after it.

    `place` is None where that is unknown; `nowhere` tells that none of the members fits.
    """

    framework: Framework
    place: Member | None
    nowhere: bool
    after: Member | None
    role: Text
    style: Text


@dataclass(frozen=True)
class Problem:
    """The end that was chosen on each axis (None: unknown), and the type that lies on them all."""

    ends: tuple[tuple[Question, Member | None], ...]
    type: Member | None


@dataclass(frozen=True)
class Party:
    """Who of one kind takes part: names, nobody at all, or None where that is unknown."""

    question: Question
    names: tuple[str, ...] | None
    in_helix: bool


@dataclass(frozen=True)
class Focus:
    """A definition to look at closely; `prescribed` by the programme, used by it, or None."""

    classification: Classification
    paraphrase: Text
    prescribed: bool | None


@dataclass(frozen=True)
class Findings:
    """Everything that is found about a plan; nothing of it is said where the plan is silent.

    `waiting` are the open criteria (IRIs), each with the number of definitions that wait for it.
    `untested` are definitions of the programme about which the form does not ask.
    """

    plan: Plan
    questionnaire: Questionnaire
    reading: Reading
    classifications: tuple[Classification, ...]
    waiting: tuple[tuple[str, int], ...]
    programme: Programme | None
    focus: tuple[Focus, ...]
    untested: tuple[Definition, ...]
    participation: Standing
    phase: Standing
    evidence: Standing
    problem: Problem
    parties: tuple[Party, ...]

    def answering(self, answer: Answer) -> list[Classification]:
        """The classifications with this answer, the nearest to a change first."""
        found = [each for each in self.classifications if each.answer is answer]
        return sorted(found, key=lambda each: (len(each.lacking), len(each.open)))

    def criterion(self, iri: str) -> Question:
        """The question about a criterion; by its bare name where the graph has no texts for it."""
        for question in self.questionnaire.section("criteria").questions:
            if question.iri == iri:
                return question
        name = shorten(iri)
        return Question("", Kind.JUDGEMENT, Text(name, name), Text(name, name), iri=iri)

    def unanswered(self) -> list[Question]:
        """The questions that were left empty, all of them unknown."""
        return [each for each in self.questionnaire if each.key not in self.plan.answers]
