"""A report as JSON: the same keys in every language, and the IRI of everything."""

import json

from si_kg.assessment.findings import Findings, Focus, Standing
from si_kg.assessment.instruments import Member
from si_kg.assessment.programmes import Programme
from si_kg.assessment.questions import Question
from si_kg.definitions.classification import Answer, Classification
from si_kg.definitions.corpus import Definition

Record = dict[str, object]


def write(found: Findings, language: str) -> str:
    """Everything that was found; labels are in the language, what is unknown is null."""
    return json.dumps(_Writer(found, language).everything(), ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Makes records in one language."""

    def __init__(self, found: Findings, language: str) -> None:
        self.found = found
        self.language = language

    def everything(self) -> Record:
        found = self.found
        return {
            "language": self.language,
            "name": found.plan.name or None,
            "description": found.plan.text("description") or None,
            "partly": found.reading.partly,
            "counts": {answer.value: len(found.answering(answer)) for answer in Answer},
            "definitions": [self._classification(each) for each in found.classifications],
            "questions": [
                self._question(found.criterion(iri)) | {"waiting": count}
                for iri, count in found.waiting
            ],
            "programme": self._programme(found.programme) if found.programme else None,
            "focus": [self._focus(focus) for focus in found.focus],
            "participation": self._standing(found.participation),
            "problem": {
                "axes": [
                    self._named(axis) | {"end": self._member(end)}
                    for axis, end in found.problem.ends
                ],
                "type": self._member(found.problem.type),
            },
            "partners": [
                self._named(party.question) | {"names": party.names, "helix": party.in_helix}
                for party in found.parties
            ],
            "scalers": self._rated("scalers"),
            "traits": self._rated("traits"),
            "phase": self._standing(found.phase),
            "evidence": self._standing(found.evidence),
            "criteria": self._rated("criteria"),
            "unknown": [question.key for question in found.unanswered()],
        }

    def _classification(self, each: Classification) -> Record:
        return self._definition(each.definition) | {
            "answer": each.answer.value,
            "lacking": each.lacking,
            "open": each.open,
        }

    def _definition(self, definition: Definition) -> Record:
        return {
            "iri": definition.iri,
            "label": definition.label.in_(self.language),
            "code": definition.notation,
            "restates": definition.restates,
        }

    def _programme(self, programme: Programme) -> Record:
        return {
            "iri": programme.iri,
            "label": programme.label.in_(self.language),
            "treatment": {
                "iri": programme.relation,
                "label": programme.treatment.in_(self.language),
            },
            "advice": programme.advice.in_(self.language) or None,
            "start": programme.start or None,
            "end": programme.end or None,
            "prescribes": programme.prescribed,
            "uses": programme.used,
            "untested": [definition.iri for definition in self.found.untested],
        }

    def _focus(self, focus: Focus) -> Record:
        """Each criterion of a definition, with its weight and what the plan says."""
        return self._classification(focus.classification) | {
            "prescribed": focus.prescribed,
            "criteria": [
                self._answered(self.found.criterion(iri)) | {"weight": strength.value}
                for iri, strength in focus.classification.definition.criteria.items()
            ],
        }

    def _standing(self, standing: Standing) -> Record:
        return {
            "framework": standing.framework.iri,
            "place": self._member(standing.place),
            "none": standing.nowhere,
            "next": self._member(standing.after),
        }

    def _rated(self, key: str) -> list[Record]:
        return list(map(self._answered, self.found.questionnaire.section(key).questions))

    def _answered(self, question: Question) -> Record:
        """A question with its outcome, unknown where it was left empty."""
        note = self.found.plan.notes.get(question.key)
        return self._named(question) | {
            "answer": self.found.plan.outcome(question.key).value,
            "note": note,
        }

    def _question(self, question: Question) -> Record:
        return self._answered(question) | {"question": question.ask.in_(self.language)}

    def _named(self, question: Question) -> Record:
        label = question.label.in_(self.language)
        return {"key": question.key, "iri": question.iri, "label": label}

    def _member(self, member: Member | None) -> Record | None:
        if member is None:
            return None
        label = member.label.in_(self.language)
        return {"iri": member.iri, "label": label, "number": member.number}
