"""A column of a form: what it is called, what may stand in it, and whether it must."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from si_kg.intake.forms.asks import Ask
from si_kg.intake.forms.selection import Selection
from si_kg.language import Text

# the column of texts in other languages: each text has its language in front, `fr: Bonjour`
OTHER = "*"


class Sort(Enum):
    """What the values of a column are."""

    IDENTIFIER = auto()
    KIND = auto()
    THING = auto()
    NAMES = auto()  # things in an order, which are makers too
    TEXT = auto()  # in the language of the column
    STRING = auto()  # in no language
    NUMBER = auto()
    MOMENT = auto()
    TRUTH = auto()
    ADDRESS = auto()
    SOURCE = auto()
    PAGE = auto()
    PLACE = auto()  # in a source, in the language of the column


# the columns that together say where something stands
CITING = frozenset({Sort.SOURCE, Sort.PAGE, Sort.PLACE})


@dataclass(frozen=True)
class Column:
    """A column about property `of` (IRI).

    `required` is the ask that a cell left empty breaks, or where it `is_shared` that all languages
    left empty break together; `advised` is whether a shape would like it filled in. Things are of
    one of the `classes`, or among `values`; where both are empty they may be anything. `offer` is a
    class of things to choose from, `assume` what an empty cell means.
    """

    name: str
    of: str
    sort: Sort
    heading: Text
    explanation: Text
    language: str = ""
    required: Ask | None = None
    advised: bool = False
    multiple: bool = False
    classes: Sequence[str] = ()
    values: Sequence[str] = ()
    datatypes: Sequence[str] = ()
    patterns: Sequence[Ask] = ()
    offer: str = ""
    assume: str = ""

    @property
    def is_shared(self) -> bool:
        """Whether one language of several has to be filled in."""
        return self.sort is Sort.TEXT and self.required is not None and not self.required.language

    def must(self, language: str) -> bool:
        """Whether people who write in `language` have to fill it in."""
        return self.required is not None and (not self.is_shared or self.language == language)

    @property
    def listed(self) -> str:
        """The class whose things a drop-down shows, "" for none."""
        return self.offer or (self.classes[0] if self.classes else "")


@dataclass(frozen=True)
class Form:
    """A form: what it is for, and its columns in order."""

    selection: Selection
    explanation: Text
    columns: Sequence[Column]

    @property
    def name(self) -> str:
        """The name of the form in every language, as on the command line."""
        return self.selection.name

    @property
    def title(self) -> Text:
        """What people call it, and the title of its sheet."""
        return self.selection.title

    def column(self, name: str) -> Column:
        """The column with this name."""
        return next(column for column in self.columns if column.name == name)

    def missing(self, present: Collection[str]) -> Iterator[Column]:
        """The columns that must be filled in and are not among those that are `present` (names)."""
        for column in self.columns:
            told = {each.name for each in self.of(column.of)} if column.is_shared else {column.name}
            if column.required and not told & set(present):
                yield column

    def of(self, property_: str) -> Sequence[Column]:
        """The columns about a property (IRI)."""
        return [column for column in self.columns if column.of == property_]
