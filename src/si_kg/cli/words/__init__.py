"""What the command line says of itself, in Dutch and English."""

from si_kg.cli.words.asking import ASKING
from si_kg.cli.words.assessing import ASSESSING
from si_kg.cli.words.checking import CHECKING
from si_kg.cli.words.citing import CITING
from si_kg.cli.words.comparing import COMPARING
from si_kg.cli.words.crossing import CROSSING
from si_kg.cli.words.data_exporting import DATA_EXPORTING
from si_kg.cli.words.drawing import DRAWING
from si_kg.cli.words.exporting import EXPORTING
from si_kg.cli.words.formatting import FORMATTING
from si_kg.cli.words.linking import LINKING
from si_kg.cli.words.plainly import PLAINLY
from si_kg.cli.words.publishing import PUBLISHING
from si_kg.cli.words.querying import QUERYING
from si_kg.cli.words.questioning import QUESTIONING
from si_kg.cli.words.reviewing import REVIEWING
from si_kg.cli.words.serving import SERVING
from si_kg.cli.words.serving_http import SERVING_HTTP
from si_kg.cli.words.shared import SHARED
from si_kg.cli.words.steps import STEPS
from si_kg.cli.words.templating import TEMPLATING
from si_kg.cli.words.workspaces import WORKSPACES

WORDS = (
    SHARED
    | ASKING
    | QUERYING
    | QUESTIONING
    | ASSESSING
    | CHECKING
    | CITING
    | COMPARING
    | CROSSING
    | DATA_EXPORTING
    | DRAWING
    | EXPORTING
    | FORMATTING
    | LINKING
    | PLAINLY
    | PUBLISHING
    | REVIEWING
    | SERVING
    | SERVING_HTTP
    | TEMPLATING
    | STEPS
    | WORKSPACES
)


def say(name: str, language: str, *facts: object, **named: object) -> str:
    """The words `name` in `language`, with facts filled in."""
    text = WORDS[name].in_(language)
    return text.format(*facts, **named) if facts or named else text
