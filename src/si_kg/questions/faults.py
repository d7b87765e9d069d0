"""What can be wrong with a question in plain words."""

from collections.abc import Sequence

from si_kg.errors import NEGATIVE, SiKgError
from si_kg.language import Text
from si_kg.tables import printable


class QuestionTooLong(SiKgError):
    """A question of more characters than anybody asks."""

    nl = "De vraag telt {length} tekens; stel haar in ten hoogste {most}."
    en = "The question has {length} characters; ask it in at most {most}."


class QuestionNotUnderstood(SiKgError):
    """No canned query answers the question surely enough.

    `unknown` are words that nothing here has, `unplaced` known ones that do not fit the rest;
    `nearest` holds names and summaries of the queries that come nearest.
    """

    nl = "Ik weet niet welke vraag dit is."
    en = "I cannot tell which query this asks for."
    exit_code = NEGATIVE

    def __init__(
        self, unknown: Sequence[str], unplaced: Sequence[str], nearest: Sequence[tuple[str, Text]]
    ) -> None:
        self.unknown = tuple(unknown)
        self.unplaced = tuple(unplaced)
        self.nearest = tuple(nearest)
        super().__init__()

    def message(self, language: str) -> str:
        """What was not understood, what comes near, and where one sees what can be asked."""
        first = [super().message(language)]
        if self.unknown:
            first.append(_UNKNOWN.in_(language).format(_quoted(self.unknown, language)))
        if self.unplaced:
            first.append(_UNPLACED.in_(language).format(_quoted(self.unplaced, language)))
        lines = [" ".join(first)]
        if self.nearest:
            lines.append(_NEAREST.in_(language))
            lines += [f"  {summary.in_(language)} ({name})" for name, summary in self.nearest]
        return "\n".join([*lines, _SEE.in_(language)])


_UNKNOWN = Text("Ik ken {} niet.", "I do not know {}.")
_UNPLACED = Text("Ik kan {} niet plaatsen.", "I cannot place {}.")
_NEAREST = Text("Bedoel je:", "Do you mean:")
_SEE = Text("`si-kg queries` toont wat je kunt vragen.", "`si-kg queries` lists what you can ask.")
_AND = Text(" en ", " and ")
_LONGEST_WORD = 100


def _quoted(found: Sequence[str], language: str) -> str:
    return _AND.in_(language).join(f"‘{_shortened(printable(word))}’" for word in found)


def _shortened(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"
