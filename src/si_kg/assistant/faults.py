"""What can be wrong with a call, told to an assistant with the mend."""

from si_kg.errors import (
    DefinitionNotFound,
    NotFound,
    ParameterNotFound,
    QueryNotFound,
    SiKgError,
    ThingNotFound,
    ValueRefused,
)
from si_kg.language import Text
from si_kg.parameters import EXPECTED

_FIND = Text("Zoek de juiste naam met de tool `find`.", "Look the right name up with `find`.")
_TOOLS = Text("De tool `queries` toont de vragen.", "The tool `queries` lists the questions.")


class ToolNotFound(NotFound):
    """There is no tool with this name."""

    nl = "Geen tool heet ‘{name}’."
    en = "No tool is named ‘{name}’."


class ArgumentNotFound(NotFound):
    """The tool takes no such argument."""

    nl = "De tool ‘{tool}’ kent geen ‘{name}’; wel {choices}."
    en = "The tool ‘{tool}’ takes no ‘{name}’; it takes {choices}."


class ArgumentsMissing(SiKgError):
    """The tool cannot do without these arguments."""

    nl = "De tool ‘{tool}’ vraagt een waarde voor {names}."
    en = "The tool ‘{tool}’ needs a value for {names}."


class ThemeNotFound(NotFound):
    """No canned query belongs to such a theme."""

    nl = "Geen thema heet ‘{name}’: kies {choices}."
    en = "No theme is named ‘{name}’: choose {choices}."


class ResourceNotFound(SiKgError):
    """Nothing can be read at this address."""

    nl = "Op ‘{uri}’ is niets te lezen; probeer si-kg://about of si-kg://thing/empowerment."
    en = "There is nothing to read at ‘{uri}’; try si-kg://about or si-kg://thing/empowerment."


class PromptNotFound(NotFound):
    """There is no prompt with this name."""

    nl = "Geen opdracht heet ‘{name}’: kies {choices}."
    en = "No prompt is named ‘{name}’: choose {choices}."


def told(error: SiKgError, language: str) -> str:
    """The error in words for an assistant: what is wrong, and the nearest names or a tool to use.

    >>> told(ToolNotFound("fnd", ["find", "cite"]), "en")
    'No tool is named ‘fnd’. Did you mean find?'
    """
    hint = _hint(error)
    if hint is None or not isinstance(error, NotFound) or error.close:
        return error.message(language)
    return f"{SiKgError.message(error, language)} {hint.in_(language)}"


def _hint(error: SiKgError) -> Text | None:
    """Where to look for the right name, where that is not said for a command line."""
    match error:
        case ToolNotFound() | QueryNotFound() | ParameterNotFound():
            return _TOOLS
        case ThingNotFound() | DefinitionNotFound():
            return _FIND
        case ValueRefused() if error.facts["expected_en"] == EXPECTED["iri"].en:
            return _FIND
    return None
