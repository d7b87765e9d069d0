"""What a form tells the person who fills it in, column by column."""

from collections.abc import Iterator, Sequence

from si_kg.intake.forms.columns import OTHER, Column, Form, Sort
from si_kg.intake.forms.examples import Examples
from si_kg.intake.forms.offers import Offers
from si_kg.intake.forms.words import (
    A_NUMBER,
    A_TRUTH,
    ADVISED,
    AN_ADDRESS,
    ASSUMED,
    CHOICES,
    EXAMPLE,
    GUIDE_COLUMNS,
    HEADLINE,
    HOW,
    NO,
    OR,
    OTHER_LANGUAGES,
    RECOMMENDED,
    REQUIRED,
    SEVERAL,
    WRITE,
    WRITTEN_AS,
    YES,
)
from si_kg.language import Text
from si_kg.namespaces import PREFIXES

_XSD = PREFIXES["xsd"]
_MOST_LISTED, _FEW = 60, 15
_LONGEST_EXAMPLE = 160


class Guide:
    """Explains forms in one language."""

    def __init__(self, offers: Offers, examples: Examples) -> None:
        self._offers, self._examples = offers, examples
        self._language = offers.language

    def note(self, form: Form, column: Column) -> str:
        """What to fill in, how, and an example, as a few sentences."""
        example = self.example(form, column)
        parts = [
            self.need(column, REQUIRED, RECOMMENDED),
            self.meaning(column),
            self._say(EXAMPLE).format(example) if example else "",
            self._choices(column),
        ]
        return "\n".join(filter(None, parts))

    def meaning(self, column: Column) -> str:
        """What to fill in, and how to write it."""
        return " ".join(filter(None, [column.explanation.in_(self._language), *self._how(column)]))

    def need(self, column: Column, must: Text, should: Text, free: Text | None = None) -> str:
        """Whether the column must be filled in, in the words given."""
        wanted = column.advised or column.required is not None
        need = must if column.must(self._language) else should if wanted else free
        return self._say(need) if need else ""

    def example(self, form: Form, column: Column) -> str:
        """An example, cut off where it is long."""
        found = self._examples.of(form, column)
        long = len(found) > _LONGEST_EXAMPLE
        return f"{found[:_LONGEST_EXAMPLE].rsplit(' ', 1)[0]} …" if long else found

    def lines(self, forms: Sequence[Form]) -> Iterator[Sequence[str]]:
        """The rows of the page that explains all: how, then each column of each form."""
        yield [self._say(HEADLINE)]
        yield from ([self._say(text)] for text in HOW)
        yield []
        yield [self._say(text) for text in GUIDE_COLUMNS]
        for form in forms:
            for column in form.columns:
                yield [
                    form.title.in_(self._language),
                    column.heading.in_(self._language),
                    self.need(column, YES, ADVISED, NO),
                    self.meaning(column),
                    self.example(form, column),
                    self._listed(column, _FEW),
                ]

    def _choices(self, column: Column) -> str:
        listed = self._listed(column, _MOST_LISTED)
        return self._say(CHOICES).format(listed) if listed else ""

    def _listed(self, column: Column, most: int) -> str:
        """All values where they can be taken in at a glance; else a drop-down has them."""
        offered = self._offers.of(column)
        return ", ".join(offered) if len(offered) <= most else ""

    def _how(self, column: Column) -> Iterator[str]:
        """How a value is written."""
        if column.sort is Sort.MOMENT:
            kinds = {each.removeprefix(_XSD) for each in column.datatypes}
            forms = [self._say(text) for kind, text in WRITTEN_AS.items() if kind in kinds]
            yield self._say(WRITE).format(self._say(OR).join(forms))
        simple = {Sort.NUMBER: A_NUMBER, Sort.TRUTH: A_TRUTH, Sort.ADDRESS: AN_ADDRESS}
        if column.sort in simple:
            yield self._say(simple[column.sort])
        if column.language == OTHER:
            yield self._say(OTHER_LANGUAGES)
        if column.multiple and column.sort is not Sort.ADDRESS:
            yield self._say(SEVERAL)
        if column.assume:
            yield self._say(ASSUMED).format(self._offers.name(column.assume, column))

    def _say(self, text: Text) -> str:
        return text.in_(self._language)
