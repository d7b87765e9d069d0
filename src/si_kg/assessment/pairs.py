"""A plan as pairs of a key and a text: what an address carries, and what a program gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from si_kg.assessment.answers import Entry, answer
from si_kg.assessment.faults import AnswerRefused
from si_kg.assessment.instruments import NOTHING
from si_kg.assessment.plan import Answer, Plan
from si_kg.assessment.questions import Kind, Question, Questionnaire
from si_kg.tables import printable

# a note has the key of its question, with this behind it
NOTE = ".note"


@dataclass(frozen=True)
class Given:
    """The plan that pairs describe; `refused` are the answers that it lacks because they are wrong.

    They stand under the key of their question, which is then left open.
    """

    plan: Plan
    refused: Mapping[str, AnswerRefused]

    def checked(self) -> Plan:
        """The plan; raises the first AnswerRefused where there is any."""
        for fault in self.refused.values():
            raise fault
        return self.plan


def given(questionnaire: Questionnaire, pairs: Iterable[tuple[str, str]]) -> Given:
    """The plan that the pairs describe: the last of a key counts, a key of no question nothing."""
    written = dict(pairs)
    answers: dict[str, Answer] = {}
    notes: dict[str, str] = {}
    refused: dict[str, AnswerRefused] = {}
    for question in questionnaire:
        key = question.key
        try:
            found = answer(question, Entry(key, (written.get(key, ""),), NOTHING), file="")
        except AnswerRefused as fault:
            refused[key] = fault
        else:
            if found is not None:
                answers[key] = found
        if note := printable(written.get(key + NOTE, "")):
            notes[key] = note
    return Given(Plan(answers, notes), refused)


def pairs_of(questionnaire: Questionnaire, plan: Plan) -> Iterator[tuple[str, str]]:
    """The pairs that describe the plan in the same way in every language, in the order of the form.

    `given` makes the same plan of them.
    """
    for question in questionnaire:
        if text := _text(question, plan):
            yield question.key, text
        if note := plan.notes.get(question.key):
            yield question.key + NOTE, note


def _text(question: Question, plan: Plan) -> str:
    option = plan.choice(question.key)
    if question.kind is Kind.CHOICE and option:
        return option.slug or option.label.en
    return plan.written(question, "en")
