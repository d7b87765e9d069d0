"""The words of forms: headings that the ontology does not have, and what a form says of itself."""

from si_kg.language import Text
from si_kg.namespaces import expand

# what people ask for in one word, and the forms that this takes
TOGETHER = {
    "actors": ["organisations", "persons"],
    "actoren": ["organisations", "persons"],
}
ALL = ("all", "alles")
IN_LANGUAGE = {
    "": Text("{}", "{}"),
    "nl": Text("{} (Nederlands)", "{} (Dutch)"),
    "en": Text("{} (Engels)", "{} (English)"),
    "*": Text("{} (andere taal)", "{} (other language)"),
}


def _by_property(texts: dict[str, Text]) -> dict[str, Text]:
    return {expand(curie) or curie: text for curie, text in texts.items()}


HEADINGS = _by_property(
    {
        "dcterms:identifier": Text("Id", "Id"),
        "rdf:type": Text("Soort", "Kind"),
        "si:inSource": Text("Bron", "Source"),
        "si:page": Text("Pagina", "Page"),
        "si:locator": Text("Plek in de bron", "Place in the source"),
        "bibo:authorList": Text("Auteurs", "Authors"),
        "bibo:editorList": Text("Redacteuren", "Editors"),
    }
)
MEANINGS = _by_property(
    {
        "dcterms:identifier": Text(
            "Hieraan is het ding later te herkennen: kleine letters, cijfers en streepjes. Laat je "
            "dit leeg, dan maken we het van de naam.",
            "This is how the thing is recognised later: small letters, digits and hyphens. Where "
            "you leave it empty, it is made of the name.",
        ),
        "rdf:type": Text("Wat voor ding het is.", "What kind of thing it is."),
        "si:inSource": Text(
            "Waar dit staat: een bron uit de kennisgraaf of uit het blad Bronnen. Laat je dit "
            "leeg, dan geldt dit formulier als de bron.",
            "Where this is stated: a source in the graph or on the sheet Sources. Where you leave "
            "it empty, this form counts as the source.",
        ),
        "si:page": Text(
            "Het nummer van de pagina. Bij meer plekken staat op elke plaats de pagina van de bron "
            "op die plaats.",
            "The number of the page. With several places, each stands where its source stands.",
        ),
        "si:locator": Text(
            "Het artikel of de paragraaf, waar een paginanummer niet volstaat; in beide talen.",
            "The article or section, where a page number does not do; in both languages.",
        ),
        "bibo:authorList": Text(
            "Wie het werk schreef, in de volgorde van de titelpagina.",
            "Who wrote the work, in the order of the title page.",
        ),
        "bibo:editorList": Text(
            "Wie het werk samenstelde, in de volgorde van de titelpagina.",
            "Who edited the work, in the order of the title page.",
        ),
    }
)

GUIDE = Text("Uitleg", "Explanation")
HEADLINE = Text("Formulier voor eigen kennis in si-kg", "Form for knowledge of your own in si-kg")
HOW = (
    Text(
        "Vul op elk blad één rij per ding in. Kolommen met een * moeten gevuld zijn; laat een blad "
        "dat je niet nodig hebt leeg.",
        "Fill in one row for each thing on each sheet. Columns with a * must be filled in; leave a "
        "sheet that you do not need empty.",
    ),
    Text(
        "Meer dan één waarde in een cel: zet er een puntkomma tussen. Hoort een puntkomma bij de "
        "naam zelf, schrijf dan \\; ervoor in de plaats.",
        "More than one value in a cell: put a semicolon between them. Where a semicolon belongs to "
        "the name itself, write \\; instead.",
    ),
    Text(
        "Verwijs naar iets met zijn naam, in het Nederlands of het Engels, of met zijn id. Dat mag "
        "iets uit de kennisgraaf zijn, of een rij op een ander blad.",
        "Point to something by its name, in Dutch or in English, or by its id. It may be something "
        "in the graph, or a row on another sheet.",
    ),
    Text(
        "Een getal: 1234,5 of 1234.5. Een datum: 2026-12-31 of 31-12-2026. Een jaar: 2026.",
        "A number: 1234.5 or 1234,5. A date: 2026-12-31 or 31 December 2026. A year: 2026.",
    ),
    Text(
        "Laat cellen met een formule, samengevoegde cellen en andere koppen achterwege: die leest "
        "si-kg niet. Lees het formulier in met `si-kg add`.",
        "Keep away from formulas, merged cells and other headings: si-kg does not read them. Bring "
        "the form in with `si-kg add`.",
    ),
)
GUIDE_COLUMNS = (
    Text("Blad", "Sheet"),
    Text("Kolom", "Column"),
    Text("Verplicht", "Required"),
    Text("Wat je invult", "What to fill in"),
    Text("Voorbeeld", "Example"),
    Text("Keuzes", "Choices"),
)
YES, NO, ADVISED = Text("ja", "yes"), Text("nee", "no"), Text("aanbevolen", "advised")
EXAMPLE = Text("Voorbeeld: {}", "Example: {}")
CHOICES = Text("Kies uit: {}.", "Choose from: {}.")
REQUIRED = Text("Verplicht.", "Required.")
RECOMMENDED = Text("Aanbevolen.", "Recommended.")
SEVERAL = Text("Meer dan één: zet er een ; tussen.", "More than one: put a ; between them.")
ASSUMED = Text("Leeg betekent: {}.", "Empty means: {}.")
WRITTEN_AS = {
    "date": Text("een dag (2026-12-31)", "a day (2026-12-31)"),
    "gYearMonth": Text("een maand (2026-12)", "a month (2026-12)"),
    "gYear": Text("een jaar (2026)", "a year (2026)"),
}
WRITE = Text("Schrijf {}.", "Write {}.")
OR = Text(" of ", " or ")
A_NUMBER = Text("Schrijf alleen het getal.", "Write just the number.")
A_TRUTH = Text("Schrijf ja of nee.", "Write yes or no.")
AN_ADDRESS = Text(
    "Een webadres dat begint met https://.", "A web address that begins with https://."
)
OTHER_LANGUAGES = Text(
    "Zet de taalcode ervoor: fr: Bonjour.", "Put the code of the language in front: fr: Bonjour."
)

FORM_SOURCE = Text("Formulier bij de toevoeging ‘{}’", "Form of the addition ‘{}’")
FORM_PLACE = Text("blad {}, id ‘{}’", "sheet {}, id ‘{}’")
TRUTHS = {True: Text("ja", "yes"), False: Text("nee", "no")}
MARK = " *"
PICK = Text(
    "Kies een waarde uit de lijst, of de naam of id van een rij op een ander blad.",
    "Choose a value from the list, or the name or id of a row on another sheet.",
)
MORE_THINGS = Text(
    "Elk streepje begint een ding; neem de velden over voor een volgend ding, en laat weg wat leeg "
    "blijft. Meer dan één waarde staat tussen blokhaken: [een, twee].",
    "Each hyphen begins a thing; copy the fields for a next one, and leave out what stays empty. "
    "More than one value stands between brackets: [one, two].",
)
