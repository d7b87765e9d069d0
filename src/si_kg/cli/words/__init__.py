"""What the command line says of itself, in Dutch and English."""

from si_kg.cli.words.asking import ASKING
from si_kg.cli.words.assessing import ASSESSING
from si_kg.cli.words.checking import CHECKING
from si_kg.cli.words.comparing import COMPARING
from si_kg.cli.words.drawing import DRAWING
from si_kg.cli.words.shared import SHARED

WORDS = SHARED | ASKING | ASSESSING | CHECKING | COMPARING | DRAWING


def say(name: str, language: str, *facts: object, **named: object) -> str:
    """The words `name` in `language`, with facts filled in."""
    text = WORDS[name].in_(language)
    return text.format(*facts, **named) if facts or named else text
