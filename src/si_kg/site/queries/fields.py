"""A field of a form for each parameter of a canned query: what was given, and what may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from si_kg.catalogue import CannedQuery
from si_kg.errors import NameAmbiguous, NotFound, SiKgError, ValueRefused
from si_kg.labelling import labels_of
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import expand, shorten
from si_kg.parameters import Parameter, read_terms
from si_kg.query_layer import QueryLayer
from si_kg.site.addresses import local
from si_kg.site.queries.examples import Value, examples
from si_kg.site.queries.options import Option, by_label, options
from si_kg.site.words import queries as words

SPOKEN = "lang"
# a longer list is searched by typing in it
_MOST_CHOICES = 60
_SWITCHES = ("language", "boolean")
_LONGEST_ECHO = 80


@dataclass(frozen=True)
class Field:
    """A parameter, what was `given` for it, and what that is: a SPARQL `term`, or an `error`."""

    parameter: Parameter
    label: str
    given: str
    options: Sequence[Option]
    example: Value | None
    language: str
    term: str = ""
    error: str = ""
    near: Sequence[Value] = ()

    @property
    def name(self) -> str:
        """What the address calls it."""
        return self.parameter.name

    @property
    def needed(self) -> bool:
        """Whether nothing can be asked without a value."""
        return is_needed(self.parameter)

    @property
    def kind(self) -> str:
        """How it is filled in: "choice", "typed", "radios", or the type of a field."""
        if self.parameter.enum or self.parameter.type in _SWITCHES:
            return "radios"
        if self.parameter.type == "iri":
            few = 0 < len(self.options) <= _MOST_CHOICES and not self.error
            return "choice" if few else "typed"
        return self.parameter.type

    @property
    def hint(self) -> str:
        """What to fill in; empty where the field shows that by itself."""
        kind = "listed" if self.kind == "typed" and self.options else self.kind
        return words.HINTS[kind].in_(self.language) if kind in words.HINTS else ""

    @property
    def choices(self) -> list[Value]:
        """The values of a parameter that has few, in words; what may stay empty, can."""
        kind, language = self.parameter.type, self.language
        few = tuple(words.TRUTHS) if kind == "boolean" else LANGUAGES if kind == "language" else ()
        spelled = words.TRUTHS if kind == "boolean" else words.LANGUAGES
        found = [
            Value(value, spelled[value].in_(language) if value in spelled else value)
            for value in self.parameter.enum or few
        ]
        any_ = [Value("", words.WORDS["any"].in_(language))]
        return any_ + found if self.parameter.optional else found

    @property
    def value(self) -> str:
        """What was given as an address says it; a thing by its name in the graph."""
        thing = self.thing
        return (local(thing) or thing) if thing else self.given

    @property
    def thing(self) -> str:
        """The IRI that was given, if any."""
        return self.term[1:-1] if self.term.startswith("<") else ""

    @property
    def shown(self) -> str:
        """What stands in a field in which one types: the name of the thing that was given."""
        named = {each.iri: each.label for each in self.options}
        unique = by_label(self.options)
        label = named.get(self.thing, "")
        return label if label.casefold() in unique else self.given


def is_needed(parameter: Parameter) -> bool:
    """Whether a query cannot be asked without a value for it; a switch always has one."""
    return not parameter.optional and parameter.type not in _SWITCHES


def fields(layer: QueryLayer, query: CannedQuery, given: Mapping[str, str]) -> list[Field]:
    """A field for each parameter but the language of the answer, which is that of the page."""
    known = examples(layer, query)
    found = []
    for parameter in query.parameters:
        if parameter.name != SPOKEN:
            blank = Field(
                parameter,
                parameter.label.in_(layer.language),
                given.get(parameter.name) or _default(layer, query, parameter),
                options(layer, query, parameter) if parameter.type == "iri" else (),
                known.get(parameter.name),
                layer.language,
            )
            found.append(_read(layer, query, blank) if blank.given else blank)
    return found


def _read(layer: QueryLayer, query: CannedQuery, field: Field) -> Field:
    """The field with the term that was given, or with what is wrong with that."""
    by_name = by_label(field.options).get(field.given.casefold())
    value = by_name.iri if by_name else field.given
    try:
        terms = layer.terms(query.name, {field.name: value})
    except (ValueRefused, NameAmbiguous) as error:
        told, near = _told(layer, field, error)
        return replace(field, error=told, near=near)
    return replace(field, term=terms[field.name])


def _default(layer: QueryLayer, query: CannedQuery, parameter: Parameter) -> str:
    """What a choice between few stands at where nothing is chosen."""
    if parameter.optional or parameter.type not in _SWITCHES:
        return ""
    return read_terms(layer.terms(query.name)[parameter.name])[0].value


def _told(layer: QueryLayer, field: Field, error: SiKgError) -> tuple[str, list[Value]]:
    """What is wrong with a value, and what may have been meant."""
    language, given = layer.language, field.given
    echo = given if len(given) <= _LONGEST_ECHO else f"{given[:_LONGEST_ECHO]}…"
    if isinstance(error, NotFound):
        expected = Text(str(error.facts["expected_nl"]), str(error.facts["expected_en"]))
        template = words.UNKNOWN if field.parameter.type == "iri" else words.REFUSED
        told = template.in_(language).format(value=echo, expected=expected.in_(language))
        return told, [Value(name, name) for name in error.close]
    curies = str(error.facts["things"]).split(", ")
    things = [expand(curie) or curie for curie in curies]
    labels = labels_of(layer.store, things, language)
    near = [
        Value(local(thing) or thing, f"{labels[thing].value} ({shorten(thing)})")
        for thing in things
    ]
    return words.SEVERAL.in_(language).format(value=echo), near
