"""Why a cell was not read, in both languages, with what would be right."""

from collections.abc import Sequence

from si_kg.language import LANGUAGES, Text

_FEW = 12
_DID_YOU_MEAN = Text(" Bedoel je {}?", " Did you mean {}?")
_CHOOSE = Text(" Kies uit: {}.", " Choose from: {}.")
_OR = Text(" of ", " or ")
_LONGEST = 80

FORMULA = Text(
    "Hier staat een formule; zet de waarde zelf in de cel.",
    "This is a formula; put the value itself in the cell.",
)
ERROR_VALUE = Text(
    "Hier staat een foutwaarde van het rekenblad; zet de waarde zelf in de cel.",
    "This is an error value of the spreadsheet; put the value itself in the cell.",
)
MERGED = Text(
    "Deze cellen zijn samengevoegd; maak dat ongedaan en zet de waarde in elke rij.",
    "These cells are merged; undo that and put the value in each row.",
)
HIDDEN = Text(
    "Verborgen rijen zijn ook gelezen: {}.",
    "Hidden rows were read too: {}.",
)
NOT_A_FORM = Text(
    "Het blad ‘{}’ is geen formulier dat we kennen en is niet gelezen.",
    "The sheet ‘{}’ is no form that we know, and was not read.",
)
UNREADABLE_SHEET = Text(
    "Het blad ‘{}’ is niet als formulier te herkennen; de koppen passen bij {}.",
    "The sheet ‘{}’ cannot be told for one form; its headings fit {}.",
)
UNKNOWN_HEADING = Text(
    "Geen kolom heet ‘{}’; wat eronder staat, is niet gelezen.",
    "No column is called ‘{}’; what stands below it was not read.",
)
DOUBLE_HEADING = Text(
    "De kop ‘{}’ staat er twee keer; houd er één.", "The heading ‘{}’ is there twice; keep one."
)
MISSING_HEADING = Text(
    "De kolom ‘{}’ ontbreekt, en die moet gevuld zijn.",
    "The column ‘{}’ is missing, and it must be filled in.",
)
DOUBLE_ID = Text(
    "De id ‘{}’ staat ook in {}; geef elk ding een eigen id.",
    "The id ‘{}’ is in {} too; give each thing an id of its own.",
)
DOUBLE_NAME = Text(
    "Een ding met deze naam staat ook in {}; geef elk een eigen id.",
    "A thing of this name is in {} too; give each an id of its own.",
)
IN_ADDITION = Text(
    "‘{0}’ staat al in de toevoeging ‘{1}’; wat hier staat, komt daarbij. Is het iets anders, geef "
    "het dan een andere id.",
    "‘{0}’ is in the addition ‘{1}’ already; what is said here is added to that. If it is "
    "something else, give it another id.",
)
IN_SHIPPED = Text(
    "‘{0}’ staat al in de meegeleverde kennisgraaf; wat hier staat, komt daarbij. Is het iets "
    "anders, geef het dan een andere id.",
    "‘{0}’ is in the graph that comes along already; what is said here is added to that. If it is "
    "something else, give it another id.",
)
BAD_ID = Text(
    "‘{}’ kan geen id zijn; schrijf letters, cijfers en streepjes, bijvoorbeeld {}.",
    "‘{}’ cannot be an id; write letters, digits and hyphens, for instance {}.",
)
UNKNOWN_THING = Text(
    "We kennen geen {kind} met de naam ‘{name}’.", "No {kind} is known by ‘{name}’."
)
ANYTHING = Text("ding", "thing")
WRONG_KIND = Text(
    "‘{name}’ is {found}; hier past alleen iets {kind}.",
    "‘{name}’ is {found}; only something {kind} fits here.",
)
OF_KIND = Text("van de soort ‘{}’", "of the kind ‘{}’")
AMBIGUOUS = Text(
    "‘{}’ kan meer dingen zijn; schrijf er een van: {}.",
    "‘{}’ can be several things; write one of: {}.",
)
EMPTY = Text("‘{}’ is nog leeg, en moet gevuld zijn.", "‘{}’ is empty, and must be filled in.")
ONE_ONLY = Text("Hier past één waarde; er staan er {}.", "Only one value fits here; there are {}.")
NOT_A_NUMBER = Text(
    "‘{}’ is geen getal; schrijf het als 1234,5 of 1234.5, zonder eenheid.",
    "‘{}’ is not a number; write it as 1234.5 or 1234,5, without a unit.",
)
TWO_NUMBERS = Text(
    "‘{0}’ kan {1} zijn en {2}; schrijf {3} of {4}.",
    "‘{0}’ can be {1} and {2}; write {3} or {4}.",
)
NOT_A_MOMENT = Text("‘{}’ is {}; schrijf {}.", "‘{}’ is {}; write {}.")
NO_MOMENT = Text("geen datum of jaar dat hier past", "no date or year that fits here")
TWO_DAYS = Text(
    "‘{0}’ kan {1} zijn en {2}; schrijf een van die twee.",
    "‘{0}’ can be {1} and {2}; write one of the two.",
)
NOT_A_TRUTH = Text("‘{}’ is geen ja of nee.", "‘{}’ is neither yes nor no.")
NOT_AN_ADDRESS = Text(
    "‘{}’ is geen webadres; schrijf het voluit, met https:// ervoor en zonder spaties.",
    "‘{}’ is not a web address; write it in full, with https:// in front and without spaces.",
)
NOT_A_PAGE = Text(
    "‘{}’ is geen paginanummer; schrijf een geheel getal vanaf 1, en bij meer een ; ertussen.",
    "‘{}’ is not a page number; write a whole number from 1, with a ; between several.",
)
NO_SOURCE_FOR_PLACE = Text(
    "Er staat een plek, maar geen bron; noem de bron, of haal de plek weg.",
    "There is a place but no source; name the source, or take the place away.",
)
UNEVEN = Text(
    "Er zijn {} bronnen en {} plekken; zet bij elke bron één plek, met een ; ertussen.",
    "There are {} sources and {} places; give each source one place, with a ; in between.",
)
NO_TAG = Text(
    "Zet de code van de taal ervoor, zoals in ‘fr: Bonjour’.",
    "Put the code of the language in front, as in ‘fr: Bonjour’.",
)
OWN_COLUMN = Text(
    "Nederlands en Engels hebben een eigen kolom; zet de tekst daar.",
    "Dutch and English have a column of their own; put the text there.",
)
DATE_NOT_TEXT = Text(
    "Het rekenblad heeft hier een datum van gemaakt; maak de cel op als tekst en typ hem opnieuw.",
    "The spreadsheet made a date of this; format the cell as text and type it again.",
)
UNKNOWN_KIND = Text("‘{}’ is geen soort die hier past.", "‘{}’ is no kind that fits here.")
NOT_TEXT = Text(
    "Hier staat een tekst met tekens die niet bestaan; typ haar opnieuw.",
    "This text has characters that do not exist; type it again.",
)


class Refused(Exception):
    """A value that cannot be taken as it stands; `reason` says why and what would be right.

    `rule` is the shape that asks otherwise, "" where none does.
    """

    def __init__(self, reason: Text, rule: str = "") -> None:
        super().__init__(reason.en)
        self.reason, self.rule = reason, rule


def filled(text: Text, *facts: object, **named: object) -> Text:
    """The text with facts in it, each in the language of the text where it has one."""
    return Text(
        *(
            text.in_(each).format(
                *(_said(fact, each) for fact in facts),
                **{name: _said(fact, each) for name, fact in named.items()},
            )
            for each in LANGUAGES
        )
    )


def with_hint(text: Text, close: Sequence[str], allowed: Sequence[str | Text] = ()) -> Text:
    """The text, then the nearest right values, and all allowed ones where they are few."""
    hints = [""] * len(LANGUAGES)
    for place, language in enumerate(LANGUAGES):
        if close:
            named = _OR.in_(language).join(f"‘{_said(each, language)}’" for each in close)
            hints[place] += _DID_YOU_MEAN.in_(language).format(named)
        if 0 < len(allowed) <= _FEW:
            listed = ", ".join(_said(each, language) for each in allowed)
            hints[place] += _CHOOSE.in_(language).format(listed)
    return Text(*(said + hint for said, hint in zip(text, hints, strict=True)))


def _said(fact: object, language: str) -> str:
    text = fact.in_(language) if isinstance(fact, Text) else str(fact)
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if isinstance(fact, Text) or len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
