"""The arguments of a tool: what each may be, and how what an assistant wrote is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from si_kg.assistant.faults import ArgumentNotFound, ArgumentsMissing
from si_kg.errors import ValueRefused
from si_kg.language import LANGUAGES, Text
from si_kg.parameters import Parameter

ROWS, MOST_ROWS, FURTHEST = 200, 1_000, 1_000_000
_LONGEST = 10_000
_MOST_VALUES = 50
_LARGEST = 10**18
Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Input:
    """One argument: its type and label stand in `parameter`.

    `choices` are the values of a short list, `many` tells that several may be given, `bounds` are
    the least and the largest number.
    """

    parameter: Parameter
    required: bool = False
    default: str | None = None
    example: str | None = None
    choices: tuple[str, ...] = ()
    many: bool = False
    bounds: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """The name under which it is given."""
        return self.parameter.name

    def read(self, given: object) -> Value:
        """What was given as text, checked against the type; raises ValueRefused.

        A thing is only checked for its length: the graph knows which things there are.
        """
        if not self.many:
            return self._one(given)
        items = given if isinstance(given, list) else [given]
        return tuple(self._one(item) for item in items[:_MOST_VALUES])

    def _one(self, given: object) -> str:
        text = _written(given)
        if text is None or len(text) > _LONGEST:
            raise self.parameter.refusal(str(given)[:_LONGEST])
        if self.parameter.type != "iri":
            self.parameter.term(text)
        if self.bounds and not self.bounds[0] <= int(text) <= self.bounds[1]:
            raise self._out_of_bounds(text)
        return text

    def _out_of_bounds(self, text: str) -> ValueRefused:
        least, most = self.bounds or (0, 0)
        allowed = Text(f"een getal van {least} tot {most}", f"a number from {least} to {most}")
        return self.parameter.refusal(text, expected=allowed)


@dataclass(frozen=True)
class Arguments:
    """The arguments of one call, read."""

    language: str
    values: Mapping[str, Value] = field(default_factory=dict)
    limit: int = ROWS
    offset: int = 0

    @property
    def most(self) -> int:
        """How many rows are needed to fill this page."""
        return self.offset + self.limit

    def text(self, name: str) -> str | None:
        """A single value, where it was given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """The values of an argument that takes many."""
        value = self.values.get(name, ())
        return (value,) if isinstance(value, str) else value

    def flag(self, name: str) -> bool:
        """Whether this was asked for."""
        return self.values.get(name) == "true"


LANG = Input(Parameter("lang", "language", Text("Taal van het antwoord", "Language of the answer")))
LIMIT = Input(
    Parameter("limit", "integer", Text("Aantal rijen", "Number of rows")),
    bounds=(1, MOST_ROWS),
)
OFFSET = Input(
    Parameter("offset", "integer", Text("Sla over", "Skip")),
    default="0",
    bounds=(0, FURTHEST),
)
# what every tool takes besides its own
COMMON = (LANG, LIMIT, OFFSET)


def read_arguments(
    tool: str, inputs: Sequence[Input], given: Mapping[str, object], standard: Arguments
) -> Arguments:
    """What was given to a tool, read; the language and page of `standard` hold where it is silent.

    What is null or empty counts as not given. Raises ArgumentNotFound, ArgumentsMissing or
    ValueRefused.
    """
    known = {each.name: each for each in (*inputs, *COMMON)}
    for name in given:
        if name not in known:
            raise ArgumentNotFound(name, known, tool=tool, choices=", ".join(known))
    filled = {name: value for name, value in given.items() if value not in (None, "", [])}
    missing = [each.name for each in inputs if each.required and each.name not in filled]
    if missing:
        raise ArgumentsMissing(tool=tool, names=", ".join(missing))
    values = {name: known[name].read(value) for name, value in filled.items()}
    return Arguments(
        language=str(values.pop("lang", standard.language)),
        limit=int(str(values.pop("limit", standard.limit))),
        offset=int(str(values.pop("offset", standard.offset))),
        values=values,
    )


def spoken(given: Mapping[str, object], language: str) -> str:
    """The language in which to complain about what was given."""
    wanted = given.get("lang")
    return wanted if isinstance(wanted, str) and wanted in LANGUAGES else language


def _written(given: object) -> str | None:
    """A JSON scalar as a person would type it; None for anything else.

    >>> [_written(given) for given in (True, 7, 7.0, "x", [])]
    ['true', '7', '7', 'x', None]
    """
    match given:
        case bool():
            return "true" if given else "false"
        case str():
            return given
        case int() | float() if abs(given) < _LARGEST:
            return str(int(given)) if given == int(given) else str(given)
    return None
