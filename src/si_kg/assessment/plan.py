"""A plan as its form describes it; what it does not say is unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from si_kg.assessment.instruments import Member
from si_kg.assessment.questions import JUDGEMENTS, NOBODY, Kind, Question
from si_kg.definitions.judgements import Outcome

Answer = Outcome | Member | tuple[str, ...] | str


@dataclass(frozen=True)
class Plan:
    """The answers by key of the question, and the notes beside them.

    An answer is an outcome, the option that was chosen, names (none at all: certainly nobody
    takes part) or a text.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the plan is called; empty where that is unknown."""
        return self.text("name")

    def text(self, key: str) -> str:
        """The text that was given; empty where it is unknown."""
        answer = self.answers.get(key)
        return answer if isinstance(answer, str) and not isinstance(answer, Outcome) else ""

    def outcome(self, key: str) -> Outcome:
        """The yes, partly or no that was given."""
        answer = self.answers.get(key)
        return answer if isinstance(answer, Outcome) else Outcome.UNKNOWN

    def choice(self, key: str) -> Member | None:
        """The option that was chosen; None where it is unknown."""
        answer = self.answers.get(key)
        return answer if isinstance(answer, Member) else None

    def names(self, key: str) -> tuple[str, ...] | None:
        """The names that were given; None where it is unknown whether there are any."""
        answer = self.answers.get(key)
        return answer if isinstance(answer, tuple) else None

    def written(self, question: Question, language: str) -> str:
        """The answer as a form writes it; empty where it is unknown."""
        match question.kind:
            case Kind.TEXT:
                return self.text(question.key)
            case Kind.CHOICE:
                option = self.choice(question.key)
                return option.shown(language) if option else ""
            case Kind.NAMES:
                names = self.names(question.key)
                return "" if names is None else _listed(names) or NOBODY.in_(language)
        outcome = self.outcome(question.key)
        return JUDGEMENTS[outcome].in_(language) if outcome in JUDGEMENTS else ""


def _listed(names: tuple[str, ...]) -> str:
    """The names with semicolons; a comma within the only name does not part it in two."""
    alone = len(names) == 1 and "," in names[0]
    return f"{names[0]};" if alone else "; ".join(names)
