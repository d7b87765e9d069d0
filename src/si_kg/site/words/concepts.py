"""The texts of the list of concepts, and of the pages of a concept, a definition, a criterion."""

from si_kg.language import Text
from si_kg.pages.words import WORDS as ENTRY_WORDS

WORDS = {
    **ENTRY_WORDS,
    # the list
    "title": Text("Begrippen", "Concepts"),
    "intro": Text(
        "Elk begrip in gewone taal. Het getal zegt hoeveel definities van auteurs, wetten en "
        "programma’s de graaf ervan kent.",
        "Each concept in plain language. The number says how many definitions by authors, laws and "
        "programmes the graph knows of it.",
    ),
    "filter": Text("Beperk de lijst", "Narrow the list"),
    "kind_of": Text("Soort", "Kind"),
    "definitions_of": Text("Definities uit de bronnen", "Definitions from the sources"),
    "with_definitions": Text("met definities", "with definitions"),
    "letters": Text("Naar een letter", "Go to a letter"),
    "most_defined": Text("Het vaakst gedefinieerd", "Defined most often"),
    "number_of_definitions": Text("{} definities", "{} definitions"),
    "one_definition": Text("1 definitie", "1 definition"),
    # a concept
    "on_page": Text("Op deze bladzijde", "On this page"),
    "side_by_side": Text("Definities naast elkaar", "Definitions side by side"),
    "which": Text("Welke definities", "Which definitions"),
    "all_scopes": Text("alle", "all"),
    "law": Text("wet", "law"),
    "policy": Text("beleid", "policy"),
    "academic": Text("wetenschap", "academic"),
    "practice": Text("praktijk", "practice"),
    "scope_refused": Text(
        "‘{}’ is geen soort definitie; hieronder staan ze allemaal. Kies wet, beleid, wetenschap "
        "of praktijk.",
        "‘{}’ is no kind of definition; below they all stand. Choose law, policy, academic or "
        "practice.",
    ),
    "none_here": Text("Geen definitie past bij deze keuze.", "No definition fits this choice."),
    "unread": Text(
        "{} definities die niemand heeft nagelezen, staan er niet bij.",
        "{} definitions that nobody has read are left out.",
    ),
    "unread_one": Text(
        "Eén definitie die niemand heeft nagelezen, staat er niet bij.",
        "One definition that nobody has read is left out.",
    ),
    "show_unread": Text("Toon ze ook", "Show these too"),
    "hide_unread": Text("Laat weg wat niemand heeft nagelezen", "Leave out what nobody has read"),
    "tick_hint": Text(
        "Vink aan wat je wilt meenemen; de knop onder de lijst legt het in je mand.",
        "Tick what you want to take along; the button below the list puts it in your basket.",
    ),
    "tick": Text("Meenemen", "Take along"),
    "put_in_basket": Text("Leg het aangevinkte in de mand", "Put the ticked in the basket"),
    "put_this": Text("Leg in de mand", "Put in the basket"),
    "compare": Text("Vergelijk de definities", "Compare the definitions"),
    "compare_this": Text("Vergelijk met de andere", "Compare with the others"),
    "verbatim": Text("Letterlijk", "Verbatim"),
    "quoted_in": Text("Letterlijk, in het {}", "Verbatim, in {}"),
    "circa": Text("ca. {}", "c. {}"),
    "relations": Text("Hoe het samenhangt", "How it hangs together"),
    "differs": Text("Verschil met andere begrippen", "Differences with other concepts"),
    "differs_from": Text("Anders dan {}", "Unlike {}"),
    "examples": Text("Voorbeelden", "Examples"),
    "criteria": Text("Waaraan je het toetst", "What it is tested on"),
    "criteria_hint": Text(
        "In deze criteria zijn de definities uiteengelegd. Het getal zegt hoeveel definities het "
        "criterium vereisen, ook die niemand heeft nagelezen.",
        "Into these criteria the definitions are taken apart. The number says how many definitions "
        "require the criterion, those that nobody has read included.",
    ),
    "uses": Text("Waar het wordt gebruikt", "Where it is used"),
    "more_of": Text("en {} andere", "and {} others"),
    "claims": Text("Wat erover wordt beweerd", "What is claimed about it"),
    "claims_hint": Text(
        "Bij elke bewering staat hoe stevig zij is: aangetoond, aangenomen, omstreden of niet "
        "bekend.",
        "Each claim says how firmly it stands: shown, assumed, contested or not known.",
    ),
    "claims_table": Text("Alle beweringen als tabel (CSV)", "All claims as a table (CSV)"),
    "according_to": Text("volgens {}", "according to {}"),
    "where": Text("Waar het in de bronnen staat", "Where it stands in the sources"),
    "references_hint": Text("De bronnen van alle definities", "The sources of all definitions"),
    "take": Text("Citeren en meenemen", "Cite and take along"),
    "take_definitions": Text(
        "Alle nagelezen definities, met citaat, bron en literatuurlijst",
        "All definitions that were read, with quotation, source and reference list",
    ),
    "take_concept": Text(
        "Wat het begrip hier betekent, met bron en literatuurlijst",
        "What the concept means here, with source and reference list",
    ),
    "take_this": Text(
        "Deze definitie, met citaat, bron en literatuurlijst",
        "This definition, with quotation, source and reference list",
    ),
    "as_docx": Text("Word", "Word"),
    "as_odt": Text("ODT", "ODT"),
    "as_pdf": Text("PDF", "PDF"),
    "as_html": Text("Webpagina (werkt ook offline)", "Web page (works offline too)"),
    "as_data": Text("Als gegevens", "As data"),
    "as_ttl": Text("Turtle", "Turtle"),
    "as_jsonld": Text("JSON-LD", "JSON-LD"),
    "permanent": Text("Vaste naam", "Permanent name"),
    # a definition
    "of_concept": Text("Definitie van {}", "Definition of {}"),
    "our_words_only": Text(
        "De graaf bevat geen letterlijke tekst van deze definitie: citeer haar als parafrase, "
        "zonder aanhalingstekens.",
        "The graph holds no verbatim text of this definition: cite it as a paraphrase, without "
        "quotation marks.",
    ),
    "what_it_asks": Text("Wat zij vraagt", "What it asks"),
    "what_it_asks_table": Text("Criteria van deze definitie", "Criteria of this definition"),
    "no_criteria": Text(
        "Deze definitie is niet in criteria uiteengelegd, en er is dus niets aan te toetsen.",
        "This definition is not taken apart into criteria, so nothing can be tested on it.",
    ),
    "strength": Text("Hoe sterk", "How strongly"),
    "criterion": Text("Criterium", "Criterion"),
    "question": Text("Vraag", "Question"),
    "beside_others": Text("Naast de andere definities", "Beside the other definitions"),
    "record": Text("Herkomst", "Origin"),
    "authors": Text("Door", "By"),
    "year": Text("Jaar", "Year"),
    "code": Text("Code", "Code"),
    "original_language": Text("Taal van de bron", "Language of the source"),
    "relation_to_source": Text("Verhouding tot de bron", "Relation to the source"),
    "partly_seen": Text(
        "Alleen een deel van de tekst is gezien.", "Only part of the text was seen."
    ),
    "read_at": Text("Gelezen op", "Read at"),
    "restates": Text("Herhaalt", "Restates"),
    "restated_by": Text("Herhaald door", "Restated by"),
    "doubt": Text("Aantekening van de redactie", "Editorial note"),
    "stumbles": Text("Waar de bron hapert", "Where the source stumbles"),
    "cases": Text("Wat valt eronder?", "What falls under it?"),
    "cases_hint": Text(
        "De gevallen die op deze criteria zijn beoordeeld. Onbeslist betekent dat de bronnen over "
        "het geval te weinig zeggen; het is geen nee.",
        "The cases that were judged on these criteria. Undecided means that the sources say too "
        "little about the case; it is not a no.",
    ),
    "case": Text("Geval", "Case"),
    "verdict": Text("Uitkomst", "Verdict"),
    "lacking": Text("Haalt niet", "Lacks"),
    "unsettled": Text("Niet beslist", "Not settled"),
    "programmes": Text("Programma’s die ermee werken", "Programmes that work with it"),
    "cite_source": Text("De bron van deze definitie", "The source of this definition"),
    "cite_entry": Text("Deze definitie in si-kg", "This definition in si-kg"),
    # a criterion
    "of_criterion": Text("Criterium voor {}", "Criterion for {}"),
    "evidence_hint": Text("Wat telt als bewijs", "What counts as evidence"),
    "dimension": Text("Dimensie", "Dimension"),
    "used_by": Text("Definities die het gebruiken", "Definitions that use it"),
    "used_by_hint": Text(
        "{} vereisen het, {} vinden het kenmerkend, {} noemen het; ook wat niemand heeft "
        "nagelezen, telt mee. Een definitie die hier niet staat, zwijgt erover; dat is geen "
        "ontkenning.",
        "{} require it, {} find it characteristic, {} mention it, those that nobody has read "
        "included. A definition that is not here is silent about it; that is no denial.",
    ),
    "used_by_none": Text(
        "Geen definitie in de graaf gebruikt dit criterium.",
        "No definition in the graph uses this criterion.",
    ),
    "initiatives": Text("Initiatieven die hierop zijn beoordeeld", "Initiatives judged on it"),
    "initiatives_none": Text(
        "Nog geen initiatief is hierop beoordeeld.", "No initiative has been judged on it yet."
    ),
    "initiative": Text("Initiatief", "Initiative"),
    "outcome": Text("Oordeel", "Judgement"),
    "evidence": Text("Bewijs", "Evidence"),
}

# the languages in which sources are written
TONGUES = {
    "nl": Text("Nederlands", "Dutch"),
    "en": Text("Engels", "English"),
    "fr": Text("Frans", "French"),
    "de": Text("Duits", "German"),
}
# how a definition was seen, by the local name of its verification
SEEN = {
    "primary": Text("gelezen in de bron", "read in the source"),
    "secondary": Text("gelezen bij anderen", "read as others give it"),
    "generalKnowledge": Text("door niemand nagelezen", "read by nobody"),
}
