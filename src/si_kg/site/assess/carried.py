"""What a visitor gave so far, which goes along from page to page: in the address while it fits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

from si_kg.assessment.faults import AnswerRefused
from si_kg.assessment.pairs import NOTE, Given, given, pairs_of
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Question, Questionnaire
from si_kg.definitions.judgements import Reading
from si_kg.site.place import Place

Pairs = tuple[tuple[str, str], ...]
# the field of a form that holds all that the form itself does not ask
FIELD = "given"
OPTIONS = ("definition", "programme", "partly")
_WITHOUT = {"partly": Reading().partly}
# many servers in between refuse longer headers, and longer addresses
_LONGEST_MOVE, _LONGEST_ADDRESS = 3_000, 7_500
_MOST_PAIRS = 190
_MOST_READ = 2_000


@dataclass(frozen=True)
class Carried:
    """The answers that were given, and the options of the report; `written` is all as it came."""

    questionnaire: Questionnaire
    written: Mapping[str, str]

    @classmethod
    def by(cls, place: Place) -> "Carried":
        """What the address of a visit says, or the form that was sent."""
        questionnaire = place.graph.assessor.questionnaire
        return cls(questionnaire, dict(sent(place.visit.pairs, place.visit.posted)))

    @classmethod
    def of(cls, place: Place, plan: Plan) -> "Carried":
        """The answers of a plan that came as a file."""
        questionnaire = place.graph.assessor.questionnaire
        return cls(questionnaire, dict(pairs_of(questionnaire, plan)))

    @cached_property
    def given(self) -> Given:
        """The plan, and which answers are none."""
        return given(self.questionnaire, self.written.items())

    @property
    def plan(self) -> Plan:
        """The plan as far as it is understood."""
        return self.given.plan

    @property
    def empty(self) -> bool:
        """Whether nothing was given at all."""
        return not (self.plan.answers or self.plan.notes)

    def option(self, name: str) -> str:
        """One of OPTIONS; empty where it was not given, or is what it would be without."""
        text = self.written.get(name, "").strip()
        return "" if text == _WITHOUT.get(name) else text

    def refused(self, questions: Iterable[Question]) -> list[tuple[Question, AnswerRefused]]:
        """The questions among these with an answer that is none, each with what is wrong."""
        faults = self.given.refused
        return [(each, faults[each.key]) for each in questions if each.key in faults]

    @cached_property
    def pairs(self) -> Pairs:
        """All that was given and understood, the same in every language."""
        options = ((name, self.option(name)) for name in OPTIONS)
        answers = pairs_of(self.questionnaire, self.plan)
        return (*answers, *(pair for pair in options if pair[1]))

    def beside(self, names: Iterable[str]) -> str:
        """All of that as the value of one field, but for what a form asks under these names."""
        asked = set(names)
        return urlencode([pair for pair in self.pairs if pair[0] not in asked])

    def address(self, language: str, step: str = "") -> str:
        """The address of a step, or of the first page, with all that was given."""
        query = f"?{urlencode(self.pairs)}" if self.pairs else ""
        return f"/{language}/assess{'/' if step else ''}{step}{query}"

    @cached_property
    def fits(self) -> bool:
        """Whether all that was given can stand in the address of a page."""
        return len(urlencode(self.pairs)) <= _LONGEST_ADDRESS and len(self.pairs) <= _MOST_PAIRS

    @property
    def moves(self) -> bool:
        """Whether a visitor can be sent to such an address."""
        return self.fits and len(urlencode(self.pairs)) <= _LONGEST_MOVE


def names_of(questions: Iterable[Question]) -> list[str]:
    """The names of the fields in which questions are answered."""
    return [name for question in questions for name in (question.key, question.key + NOTE)]


def sent(pairs: Pairs, posted: Pairs | None) -> Pairs:
    """What an address says, or else the form that was sent: its own fields come last, and count."""
    if posted is None:
        return pairs
    carried = [value for name, value in posted if name == FIELD]
    return (*(pair for text in carried for pair in _read(text)), *posted)


def _read(text: str) -> Pairs:
    """The pairs in the value of a field; none where nobody could have sent it from our form."""
    try:
        return tuple(parse_qsl(text, max_num_fields=_MOST_READ))
    except ValueError:
        return ()
