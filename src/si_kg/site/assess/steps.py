"""The questions about a plan in steps, each short enough for a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Question, Questionnaire, Section
from si_kg.language import Text
from si_kg.site.assess.faults import StepNotFound

REPORT = "report"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Step:
    """A section, or its questions under one heading; `key` is its name in addresses."""

    key: str
    section: Section
    group: Text
    questions: tuple[Question, ...]

    def name(self, language: str) -> str:
        """What it is called among the other steps."""
        group = self.group.in_(language)
        return f"{group[:1].upper()}{group[1:]}" or self.section.name.in_(language)

    def title(self, language: str) -> str:
        """The heading of its page."""
        title, group = self.section.title.in_(language), self.group.in_(language)
        return f"{title}: {group}" if group else title

    def answered(self, plan: Plan) -> int:
        """How many of its questions the plan answers."""
        return sum(question.key in plan.answers for question in self.questions)


def steps_of(questionnaire: Questionnaire) -> tuple[Step, ...]:
    """All steps, in the order in which the questions stand."""
    return tuple(
        Step(_key(section, group), section, group, tuple(questions))
        for section in questionnaire.sections
        for group, questions in groupby(section.questions, key=lambda question: question.group)
    )


def place_of(steps: Sequence[Step], key: str) -> int:
    """How many steps come before the one with this key; raises StepNotFound."""
    keys = [step.key for step in steps]
    if key not in keys:
        raise StepNotFound(key, keys)
    return keys.index(key)


def _key(section: Section, group: Text) -> str:
    part = _NOT_IN_A_NAME.sub("-", group.en.lower()).strip("-")
    return f"{section.key}-{part}" if part else section.key
