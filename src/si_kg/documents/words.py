"""What documents with definitions say around the texts of the graph."""

from si_kg.language import Text

TITLE = Text("Definities van {}", "Definitions of {}")
AND = Text("{} en {}", "{} and {}")
PART = Text("Nederlands", "English")
INTRODUCTION = Text(
    "Citaten staan in de taal van de bron. Wat tussen aanhalingstekens staat, is letterlijk; een "
    "vertaling of parafrase is van si-kg en zegt dat erbij.",
    "Quotations stand in the language of the source. What is between quotation marks is verbatim; "
    "a translation or paraphrase is by si-kg and says so.",
)
PLAIN = Text("In gewone taal", "In plain language")
NOTE = Text("Toelichting", "Scope note")
CHOICE = Text("Waarom deze keuze", "Why this choice")
TRANSLATION = Text("Vertaling door si-kg", "Translation by si-kg")
PARAPHRASE = Text("Parafrase door si-kg", "Paraphrase by si-kg")
NOT_QUOTED = Text(
    "Van deze definitie bevat de graaf geen letterlijke tekst: citeer haar als parafrase, zonder "
    "aanhalingstekens.",
    "The graph holds no verbatim text of this definition: cite it as a paraphrase, without "
    "quotation marks.",
)
BESIDE = Text("Naast de andere definities", "Beside the other definitions")
SEEN = Text("Gelezen", "Read")
SEEN_HOW = {
    "primary": Text("in de bron zelf.", "in the source itself."),
    "secondary": Text(
        "zoals anderen haar weergeven; ga de bron na voordat je citeert.",
        "as others present it; check the source before you quote.",
    ),
    "generalKnowledge": Text(
        "door niemand; ga de bron eerst na.", "by nobody; check the source first."
    ),
}
PROGRAMME = Text("Het programma: {}", "The programme: {}")
TREATMENT = Text("Omgang met de definitie", "Treatment of the definition")
FOR_APPLICANTS = Text("Voor aanvragers", "For applicants")
BINDING = Text(
    "Dit programma schrijft deze definitie voor.", "This programme prescribes this definition."
)
USING = Text(
    "Dit programma werkt met deze definitie.", "This programme works with this definition."
)
NOT_BY_PROGRAMME = Text(
    "Van dit begrip is geen definitie van het programma bekend; hieronder staat een eigen keuze.",
    "No definition of this concept by the programme is known; below stands a choice of our own.",
)
REFERENCES = Text("Literatuur", "References")
INCOMPLETE = Text(
    "Van deze bronnen kent de graaf niet alle gegevens; zoek ze op voordat je ze aanhaalt",
    "Of these sources the graph does not know every detail; look them up before you cite them",
)

RULE = Text(
    "eerst die met de woorden van de bron zelf, dan die iets vereisen waaraan te toetsen is, dan "
    "die in de bron zijn gelezen, dan wet vóór beleid, wetenschap en praktijk, dan die waarmee de "
    "meeste programma’s werken, dan de nieuwste",
    "first those in the words of the source itself, then those that require something testable, "
    "then those read in the source, then law before policy, science and practice, then the one "
    "that most programmes work with, then the newest",
)
BEST = Text(
    "De eerste van {} definities naar deze regel: {}. Deze: {}.",
    "The first of {} definitions by this rule: {}. This one: {}.",
)
ONLY_ONE = Text("De enige definitie in de graaf: {}.", "The only definition in the graph: {}.")
QUOTABLE = Text("met de woorden van de bron", "in the words of the source")
UNQUOTABLE = Text("alleen in onze woorden", "in our words only")
FIRST_HAND = Text("in de bron gelezen", "read in the source")
SECOND_HAND = Text("gelezen zoals anderen haar weergeven", "read as others present it")
USED_ONCE = Text("één programma werkt ermee", "one programme works with it")
USED = Text("{} programma’s werken ermee", "{} programmes work with it")
REASONS = {
    ("programme", True): Text(
        "De definitie waarmee het programma ‘{programme}’ werkt.",
        "The definition that the programme ‘{programme}’ works with.",
    ),
    ("programme", False): Text(
        "De {} definities waarmee het programma ‘{programme}’ werkt.",
        "The {} definitions that the programme ‘{programme}’ works with.",
    ),
    ("named", True): Text(
        "De definitie die met naam is gevraagd.", "The definition that was asked for by name."
    ),
    ("named", False): Text(
        "De {} definities die met naam zijn gevraagd.",
        "The {} definitions that were asked for by name.",
    ),
    ("wishes", True): Text(
        "De enige definitie die bij de gevraagde keuze past.",
        "The only definition that fits the choice that was asked for.",
    ),
    ("wishes", False): Text(
        "Alle {} definities die bij de gevraagde keuze passen.",
        "All {} definitions that fit the choice that was asked for.",
    ),
    ("every", True): Text("De enige definitie in de graaf.", "The only definition in the graph."),
    ("every", False): Text(
        "Alle {} definities in de graaf die iemand heeft gelezen, de oudste eerst.",
        "All {} definitions in the graph that somebody has read, the oldest first.",
    ),
    ("none", False): Text(
        "De graaf bevat geen gelezen definitie van een auteur; hieronder staat wat het begrip in "
        "de graaf betekent.",
        "The graph holds no definition by an author that somebody has read; below stands what the "
        "concept means in the graph.",
    ),
}
OUR_DEFINITION = Text("In de graaf", "In the graph")

ALONE = Text("{} (als enige)", "{} (no other)")
SHARED_ONCE = Text("{} (net als 1 andere)", "{} (as does 1 other)")
SHARED = Text("{} (net als {} andere)", "{} (as do {} others)")
REQUIRES = Text(
    "Van de {} vergeleken definities vereist deze {}.",
    "Of the {} definitions compared, this one requires {}.",
)
REQUIRES_NOTHING = Text(
    "Deze definitie vereist niets waaraan een geval te toetsen is.",
    "This definition requires nothing that a case can be tested on.",
)
WITHIN = Text(
    "Wat eronder valt, valt ook onder {}.", "Whatever falls under it falls under {} as well."
)

COLOPHON = Text("Over dit document", "About this document")
GRAPH = Text("Bron", "Source")
MADE = Text("Gemaakt op {}", "Made on {}")
VERSION = Text("{}, versie {}", "{}, version {}")
LICENCE = Text("Licentie", "Licence")
LICENCE_TEXT = Text(
    "citaten blijven van hun auteurs; voor alle andere tekst geldt",
    "quotations remain their authors’; for all other text this holds:",
)
LICENCE_TEXT_ADDED = Text(
    "citaten blijven van hun auteurs, en eigen toevoegingen van wie ze deed; voor alle andere "
    "tekst geldt",
    "quotations remain their authors’, and additions those of who made them; for all other text "
    "this holds:",
)
THINGS = Text("Blijvende adressen", "Permanent addresses")
