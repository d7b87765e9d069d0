"""The error tree: each error says in Dutch and in English what is wrong and what to do."""

from collections.abc import Iterable
from typing import ClassVar

NEGATIVE, WRONG_USE, BROKEN = 1, 2, 3


class SiKgError(Exception):
    """Base of all errors of this package.

    A subclass holds one sentence per language, in which `{name}` stands for a fact given to the
    constructor; `exit_code` is what a command returns when the error ends it.
    """

    nl: ClassVar[str]
    en: ClassVar[str]
    exit_code: ClassVar[int] = WRONG_USE

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    def __reduce__(self) -> tuple[object, ...]:
        return _revived, (type(self), self.__dict__)

    def message(self, language: str) -> str:
        """The message in `language` ("nl" or "en")."""
        template: str = getattr(self, language)
        return template.format(**{name: _shown(value) for name, value in self.facts.items()})


class NotFound(SiKgError):
    """A name that nothing carries; `close` holds the names that resemble it."""

    see_nl: ClassVar[str] = ""
    see_en: ClassVar[str] = ""

    def __init__(self, name: str, known: Iterable[str], **facts: object) -> None:
        self.name = name
        self.close = resembling(name, known)
        super().__init__(name=name, **facts)

    def message(self, language: str) -> str:
        """The sentence, followed by the nearest right names or by where to look."""
        ask, join, see = {
            "nl": ("Bedoel je {}?", " of ", self.see_nl),
            "en": ("Did you mean {}?", " or ", self.see_en),
        }[language]
        hint = ask.format(join.join(map(_shown, self.close))) if self.close else see
        return f"{super().message(language)} {hint}".rstrip()


class QueryNotFound(NotFound):
    """No canned query has this name."""

    nl = "Geen query heet ‘{name}’."
    en = "No query is named ‘{name}’."
    see_nl = "`si-kg queries` toont de lijst."
    see_en = "Run `si-kg queries` for the list."


class NothingAsked(SiKgError):
    """Neither a canned query nor SPARQL was given."""

    nl = "Noem een vaste vraag, of geef SPARQL met --file; `si-kg queries` toont de vragen."
    en = "Name a canned query, or give SPARQL with --file; run `si-kg queries` for the list."


class ParameterNotFound(NotFound):
    """The query has no parameter with this name."""

    nl = "Query ‘{query}’ heeft geen parameter ‘{name}’."
    en = "Query ‘{query}’ has no parameter ‘{name}’."
    see_nl = "`si-kg queries {query}` toont de parameters."
    see_en = "Run `si-kg queries {query}` for its parameters."

    def message(self, language: str) -> str:
        """The hint names the query too."""
        return super().message(language).replace("{query}", _shown(self.facts["query"]))


class ParameterMissing(SiKgError):
    """A required parameter has no value."""

    nl = "Query ‘{query}’ vraagt een waarde voor {names}."
    en = "Query ‘{query}’ needs a value for {names}."


class ParameterWithoutValue(SiKgError):
    """An argument is not of the form name=value."""

    nl = "‘{argument}’ is geen parameter; schrijf naam=waarde."
    en = "‘{argument}’ is not a parameter; write name=value."


class ValueRefused(NotFound):
    """A parameter's value is not of its type, or not among its options."""

    nl = "‘{name}’ past niet bij parameter ‘{parameter}’: verwacht wordt {expected_nl}."
    en = "‘{name}’ does not fit parameter ‘{parameter}’: expected is {expected_en}."


class ThingNotFound(NotFound):
    """Nothing in the graph carries this name."""

    nl = "Niets in de graaf heet ‘{name}’."
    en = "Nothing in the graph is named ‘{name}’."
    see_nl = "`si-kg query concepts` toont de begrippen."
    see_en = "Run `si-kg query concepts` for the concepts."


class NameAmbiguous(SiKgError):
    """Several things carry this name equally well."""

    nl = "‘{name}’ kan meer dan één ding zijn: kies {things}."
    en = "‘{name}’ may be more than one thing: choose {things}."


class LanguageNotFound(NotFound):
    """Neither Dutch nor English."""

    nl = "Taal ‘{name}’ is er niet: kies nl of en."
    en = "There is no language ‘{name}’: choose nl or en."


class FormatNotFound(NotFound):
    """No such format for this kind of answer."""

    nl = "Dit antwoord kan niet als ‘{name}’: kies {formats}."
    en = "This answer cannot be given as ‘{name}’: choose {formats}."


class PartNotFound(NotFound):
    """A report has no part with this name."""

    nl = "Dit verslag heeft geen deel ‘{name}’: kies {parts}."
    en = "This report has no part ‘{name}’: choose {parts}."


class CheckNotFound(NotFound):
    """No check has this name."""

    nl = "Geen controle heet ‘{name}’."
    en = "No check is named ‘{name}’."


class QueryRefused(SiKgError):
    """The text is not a query that may be run here; `nl` and `en` say why."""


class UpdateRefused(QueryRefused):
    """An update where only questions are allowed."""

    nl = "Deze tekst wijzigt gegevens ({keyword}); hier kan alleen worden gevraagd."
    en = "This text changes data ({keyword}); only questions can be asked here."


class ServiceRefused(QueryRefused):
    """A query that would fetch from elsewhere."""

    nl = "Deze query haalt gegevens elders op (SERVICE); dat kan hier niet."
    en = "This query fetches from elsewhere (SERVICE); that is not possible here."


class QueryMalformed(QueryRefused):
    """The SPARQL engine cannot read the text."""

    nl = "De query is onleesbaar: {where}: {reason}."
    en = "The query cannot be read: {where}: {reason}."


class QueryTookTooLong(SiKgError):
    """A query passed its time limit."""

    nl = "De query duurde langer dan {seconds} s; maak haar kleiner of verhoog --timeout."
    en = "The query took longer than {seconds} s; make it smaller or raise --timeout."
    exit_code = BROKEN


class CatalogueError(SiKgError):
    """A query file breaks a rule of the catalogue."""

    nl = "{file}, regel {line}: {reason_nl}."
    en = "{file}, line {line}: {reason_en}."
    exit_code = NEGATIVE


class FileMalformed(SiKgError):
    """A data file cannot be parsed."""

    nl = "{file}, regel {line}: onleesbaar als {syntax}: {reason}."
    en = "{file}, line {line}: cannot be read as {syntax}: {reason}."
    exit_code = NEGATIVE


class FileUnreadable(SiKgError):
    """A file or folder is not there, or may not be read."""

    nl = "‘{file}’ is niet te lezen; controleer naam en rechten."
    en = "‘{file}’ cannot be read; check its name and permissions."


class PagesNotFound(SiKgError):
    """A source text without page marks."""

    nl = "‘{file}’ heeft geen paginamarkeringen; zet boven elke pagina `<!-- page N -->`."
    en = "‘{file}’ has no page marks; put `<!-- page N -->` above each page."


class FileUnwritable(SiKgError):
    """A file or folder cannot be written."""

    nl = "‘{file}’ is niet te schrijven; kies een andere plaats."
    en = "‘{file}’ cannot be written; choose another place."


class SyntaxNotFound(NotFound):
    """A file name that does not tell which RDF syntax it holds."""

    nl = "Aan ‘{name}’ is de RDF-vorm niet te zien; gebruik .ttl, .nt, .nq, .trig, .rdf of .jsonld."
    en = "‘{name}’ does not tell its RDF syntax; use .ttl, .nt, .nq, .trig, .rdf or .jsonld."


class SnapshotMissing(SiKgError):
    """No snapshot has been built yet."""

    nl = "Er is nog geen gebouwde graaf in ‘{folder}’; draai `si-kg build`."
    en = "There is no built graph in ‘{folder}’ yet; run `si-kg build`."
    exit_code = BROKEN


class SnapshotBroken(SiKgError):
    """The snapshot cannot be read."""

    nl = "De gebouwde graaf in ‘{folder}’ is beschadigd; draai `si-kg build`."
    en = "The built graph in ‘{folder}’ is damaged; run `si-kg build`."
    exit_code = BROKEN


class EndpointFailed(SiKgError):
    """A remote endpoint did not give an answer."""

    nl = "Het SPARQL-adres ‘{url}’ gaf geen antwoord: {reason}."
    en = "The SPARQL endpoint ‘{url}’ gave no answer: {reason}."
    exit_code = BROKEN


class JudgementsContradict(SiKgError):
    """A case is said both to meet a criterion and to fall short of it."""

    nl = "De oordelen over {case} spreken elkaar tegen: {criterion} wordt gehaald én niet gehaald."
    en = "The judgements on {case} contradict each other: {criterion} is met and is not met."
    exit_code = NEGATIVE


class DefinitionNotFound(NotFound):
    """No definition has this notation."""

    nl = "Geen definitie heeft de code ‘{name}’."
    en = "No definition has the code ‘{name}’."
    see_nl = "`si-kg query definitions` toont de definities."
    see_en = "Run `si-kg query definitions` for the definitions."


class DefinitionsMissing(SiKgError):
    """There are too few definitions of a concept to compare."""

    nl = "Van ‘{concept}’ zijn er {count} definities met criteria; vergelijken vraagt er twee."
    en = "‘{concept}’ has {count} definitions with criteria; comparing takes two."


class PartMissing(SiKgError):
    """An optional part of the package is not installed."""

    nl = "Hiervoor is ‘{extra}’ nodig: pip install 'si-kg[{extra}]'."
    en = "This needs ‘{extra}’: pip install 'si-kg[{extra}]'."


def resembling(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of the `known` names that look like `name`, the likest first."""
    from difflib import get_close_matches  # only a mistake needs it

    folded = {candidate.casefold(): candidate for candidate in known}
    return [folded[match] for match in get_close_matches(name.casefold(), folded, most, 0.6)]


def _revived(kind: type[SiKgError], facts: dict[str, object]) -> SiKgError:
    """An error that came from another process, as it was there."""
    error = kind.__new__(kind)
    error.__dict__.update(facts)
    error.args = (error.message("en"),)
    return error


def _shown(value: object, longest: int = 200) -> str:
    """`value` on one line, without control characters, cut off where it is long."""
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
