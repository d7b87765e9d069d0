"""A case file as a report: what fits, what does not, what nobody knows, and what to find out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from si_kg.definitions.classification import Answer, Classification
from si_kg.definitions.explanation import CaseFile, Step
from si_kg.definitions.labels import ANSWERS, OUTCOMES, STRENGTHS
from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.results import Table
from si_kg.tables import filled, heading

FORMATS = ("text", "md", "json", "csv")
_MOST_QUESTIONS = 5
_HEADINGS = {
    Answer.FITS: Text("Past bij", "Fits"),
    Answer.FAILS: Text("Past niet bij", "Does not fit"),
    Answer.UNDECIDED: Text("Onbeslist bij", "Undecided for"),
    Answer.NO_TEST: Text("Geen toets", "No test"),
}
_WAYS = {
    Answer.FITS: Text("Elk vereist criterium wordt gehaald.", "Every required criterion is met."),
    Answer.FAILS: Text("Niet gehaald: {lacking}.", "Not met: {lacking}."),
    Answer.UNDECIDED: Text(
        "Het past zodra dit is aangetoond: {open}. Eén keer nee, en het past niet.",
        "It fits once this has been shown: {open}. A single no, and it does not fit.",
    ),
    Answer.NO_TEST: Text(
        "Deze definitie eist niets en beslist dus niets.",
        "This definition requires nothing, and so decides nothing.",
    ),
}
_QUESTIONS = Text("Dit valt het eerst uit te zoeken", "What to find out first")
_WAITING = Text("Wachtende definities", "Definitions waiting")
_UNTOUCHED = Text(
    "Definities waarvan geen enkel vereist criterium is beoordeeld: {count}.",
    "Definitions of which no required criterion has been judged: {count}.",
)
_SUMMARY = Text(
    "Past bij {fits}, past niet bij {fails}, onbeslist bij {undecided} van {all} definities.",
    "Fits {fits}, does not fit {fails}, undecided for {undecided} of {all} definitions.",
)


@dataclass(frozen=True)
class CaseReport:
    """A case file to be written; with `explained`, each criterion of each definition."""

    file: CaseFile
    explained: bool = False

    def write(self, style: str, language: str, width: int = 0) -> str:
        """The report in one of FORMATS; raises FormatNotFound for any other."""
        match style:
            case "text" | "md":
                return "\n".join(self._sections(style, language, width))
            case "json":
                return self._json(language)
            case "csv":
                return self._overview(self.file.classifications, language).write("csv", language)
        raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))

    def _sections(self, style: str, language: str, width: int) -> Iterator[str]:
        yield heading(self.file.name.in_(language), style, 1)
        if self.explained:
            yield from self._explanations(style, language, width)
        else:
            yield self._summary(language) + "\n"
            yield from self._lists(style, language, width)
        yield from self._open_questions(style, language, width)

    def _summary(self, language: str) -> str:
        counts = {a.name.lower(): len(self.file.answered(a)) for a in Answer}
        return _SUMMARY.in_(language).format(**counts, all=len(self.file.classifications))

    def _lists(self, style: str, language: str, width: int) -> Iterator[str]:
        idle = self.file.untouched()
        for answer in Answer:
            listed = [each for each in self.file.answered(answer) if each not in idle]
            if listed:
                yield heading(_HEADINGS[answer].in_(language), style, 2)
                table = _without_empty(self._overview(listed, language))
                yield table.write(_table(style), language, width)
        if idle:
            yield filled(_UNTOUCHED.in_(language).format(count=len(idle)), width) + "\n"

    def _explanations(self, style: str, language: str, width: int) -> Iterator[str]:
        for each in self.file.classifications:
            answer = ANSWERS[each.answer].in_(language)
            label = each.definition.label.in_(language)
            yield heading(f"{label}: {answer}", style, 2)
            yield filled(self._way(each, language), width) + "\n"
            steps = self.file.steps(each.definition)
            yield self._steps(steps, language).write(_table(style), language, width)

    def _open_questions(self, style: str, language: str, width: int) -> Iterator[str]:
        questions = self.file.questions()[:_MOST_QUESTIONS]
        if questions:
            yield heading(_QUESTIONS.in_(language), style, 2)
            titles = {"question": Text("Vraag", "Question"), "waiting": _WAITING}
            known = self.file.corpus.criteria
            rows = ((known[c].question.in_(language), count) for c, count in questions)
            yield Table.from_values(titles, rows).write(_table(style), language, width)

    def _way(self, each: Classification, language: str) -> str:
        lacking, unknown = self._names(each.lacking, language), self._names(each.open, language)
        return _WAYS[each.answer].in_(language).format(lacking=lacking, open=unknown)

    def _names(self, criteria: Sequence[str], language: str) -> str:
        return "; ".join(self.file.corpus.criteria[c].label.in_(language) for c in criteria)

    def _overview(self, listed: Sequence[Classification], language: str) -> Table:
        titles = {
            "definition": Text("Definitie", "Definition"),
            "code": Text("Code", "Code"),
            "answer": Text("Antwoord", "Answer"),
            "lacking": Text("Niet gehaald", "Not met"),
            "open": Text("Nog onbekend", "Still unknown"),
        }
        rows = [
            (
                each.definition.label.in_(language),
                each.definition.notation,
                ANSWERS[each.answer].in_(language),
                self._names(each.lacking, language) or None,
                self._names(each.open, language) or None,
            )
            for each in listed
        ]
        return Table.from_values(titles, rows)

    def _steps(self, steps: Sequence[Step], language: str) -> Table:
        titles = {
            "criterion": Text("Criterium", "Criterion"),
            "strength": Text("Gewicht", "Weight"),
            "outcome": Text("Oordeel", "Judgement"),
            "evidence": Text("Bewijs", "Evidence"),
            "places": Text("Gevonden in", "Found in"),
        }
        rows = ((*self._step(step, language).values(),) for step in steps)
        return Table.from_values(titles, rows)

    def _step(self, step: Step, language: str) -> dict[str, str | None]:
        evidence = step.evidence
        return {
            "criterion": self.file.corpus.criteria[step.criterion].label.in_(language),
            "strength": STRENGTHS[step.strength].in_(language),
            "outcome": OUTCOMES[step.outcome].in_(language),
            "evidence": evidence.text.in_(language) if evidence else None,
            "places": "; ".join(p.in_(language) for p in evidence.places) if evidence else None,
        }

    def _json(self, language: str) -> str:
        content = {
            "case": self.file.case,
            "name": self.file.name.in_(language),
            "definitions": [self._record(each, language) for each in self.file.classifications],
            "questions": [
                {"criterion": criterion, "waiting": count}
                for criterion, count in self.file.questions()
            ],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _record(self, each: Classification, language: str) -> dict[str, object]:
        record: dict[str, object] = {
            "definition": each.definition.iri,
            "label": each.definition.label.in_(language),
            "code": each.definition.notation,
            "answer": each.answer.value,
            "lacking": each.lacking,
            "open": each.open,
        }
        if self.explained:
            steps = self.file.steps(each.definition)
            record["steps"] = [{"iri": s.criterion, **self._step(s, language)} for s in steps]
        return record


def _without_empty(table: Table) -> Table:
    """Without the answer, which stands above the table, and without columns that hold nothing."""
    kept = [
        place
        for place, name in enumerate(table.variables)
        if name != "answer" and any(row[place] is not None for row in table.rows)
    ]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.variables[place] for place in kept), rows, table.titles)


def _table(style: str) -> str:
    return "table" if style == "text" else "md"
