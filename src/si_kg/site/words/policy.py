"""The texts of the pages about policy."""

from si_kg.language import Text

MEASURE_FACTS = {
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:canBeTakenBy": Text("Wie kan het doen", "Who can do it"),
    "skos:example": Text("Bijvoorbeeld", "For example"),
    "skos:related": Text("Hangt samen met", "Related to"),
}
PROGRAMME_FACTS = {
    "si:abbreviation": Text("Afkorting", "Abbreviation"),
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:hasLevel": Text("Niveau", "Level"),
    "si:appliesIn": Text("Geldt in", "Applies in"),
    "si:takesPlaceIn": Text("Plaats", "Place"),
    "si:isFundedBy": Text("Geld van", "Money from"),
    "si:isCarriedOutBy": Text("Uitgevoerd door", "Carried out by"),
    "si:isCoordinatedBy": Text("Geleid door", "Led by"),
    "si:isFoundedBy": Text("Opgezet door", "Set up by"),
    "si:bringsTogether": Text("Brengt bijeen", "Brings together"),
    "si:appliesInField": Text("Beleidsveld", "Policy field"),
    "si:addresses": Text("Pakt aan", "Tackles"),
    "si:targets": Text("Voor wie", "For whom"),
    "si:pursues": Text("Doelen", "Goals"),
    "si:contributesTo": Text("Draagt bij aan", "Contributes to"),
    "si:illustrates": Text("Voorbeeld bij maatregel", "Example with the measure"),
    "si:isExampleOf": Text("Voorbeeld van", "Example of"),
    "si:isPartOf": Text("Deel van", "Part of"),
    "si:hasLegalBasis": Text("Grondslag in de wet", "Basis in law"),
    "si:originalSource": Text("Oorspronkelijke bron", "Original source"),
    "si:verification": Text("Hoe het is nagegaan", "How it was checked"),
    "si:wasReadAt": Text("Gelezen op", "Read at"),
    "foaf:page": Text("Website", "Website"),
}
WORDS = {
    "title": Text("Beleid", "Policy"),
    "intro": Text(
        "Wat een overheid kan doen om sociale innovatie te bevorderen, welke programma’s er geld "
        "voor geven, en welke definitie die gebruiken.",
        "What a government can do to further social innovation, which programmes give money for "
        "it, and which definition they use.",
    ),
    "all_of": Text("Alles hierover als tabel", "All of this as a table"),
    "measures": Text("Maatregelen", "Measures"),
    "measures_more": Text("De maatregelen met voorbeelden", "The measures with examples"),
    "without_example": Text("De bron geeft geen voorbeeld.", "The source gives no example."),
    "examples": Text("Voorbeelden", "Examples"),
    "taken_by": Text("Te nemen door", "Can be taken by"),
    "numbering": Text("De nummers", "The numbers"),
    "rests_on": Text("Berust op", "Rests on"),
    "before": Text("Vorige", "Previous"),
    "after": Text("Volgende", "Next"),
    "step": Text("Maatregel {}", "Measure {}"),
    "neighbours": Text("Andere maatregelen", "Other measures"),
    "programmes": Text("Programma’s en strategieën", "Programmes and strategies"),
    "programmes_intro": Text(
        "Fondsen, oproepen, projecten en strategieën. Wie subsidie aanvraagt, ziet hier welke "
        "definitie van sociale innovatie er geldt.",
        "Funds, calls, projects and strategies. Who applies for a grant sees here which definition "
        "of social innovation holds.",
    ),
    "programmes_count": Text(
        "Er staan {} programma’s en strategieën in de graaf.",
        "There are {} programmes and strategies in the graph.",
    ),
    "programmes_all": Text("Bekijk ze allemaal", "See them all"),
    "by_level": Text("Van {} is het niveau bekend:", "Of {} the level is known:"),
    "narrowing": Text("Programma’s kiezen", "Choose programmes"),
    "level": Text("Niveau", "Level"),
    "treatment": Text("Definitie", "Definition"),
    "ran_in": Text("Liep in", "Ran in"),
    "programme": Text("Programma", "Programme"),
    "period": Text("Periode", "Period"),
    "budget": Text("Budget", "Budget"),
    "definition": Text("De definitie", "The definition"),
    "about_programme": Text("Over het programma", "About the programme"),
    "no_treatment": Text(
        "Hoe dit programma met de definitie omgaat, is niet nagegaan.",
        "How this programme treats the definition was not looked into.",
    ),
    "for_applicants": Text("Wat dat betekent als je aanvraagt", "What that means if you apply"),
    "si:prescribesDefinition": Text("Schrijft voor", "Prescribes"),
    "si:usesDefinition": Text("Gebruikt", "Uses"),
    "take_definitions": Text(
        "Deze definities als document, met bronnen", "These definitions as a document, with sources"
    ),
    "assess": Text(
        "Toets je plan aan deze definities", "Assess your plan against these definitions"
    ),
    "parts": Text("Onderdelen", "Parts"),
    "laws": Text("Wetten", "Laws"),
    "law": Text("Wet", "Law"),
    "executor": Text("Uitgevoerd door", "Carried out by"),
    "funders": Text("Wie geld geven", "Who gives money"),
    "funder": Text("Geldgever", "Funder"),
    "funded": Text("Aantal", "Number"),
    "goals": Text("Doelen", "Goals"),
    "goal": Text("Doel", "Goal"),
    "pursuer": Text("Nagestreefd door", "Pursued by"),
    "advice": Text("Aanbevelingen", "Recommendations"),
    "advice_intro": Text("Wie krijgt hoeveel aanbevelingen?", "Who gets how many recommendations?"),
    "party": Text("Voor", "For"),
    "also": Text("Verder over beleid", "More on policy"),
}
# canned queries that go on where the page stops
QUERIES = {
    "proposals": Text("Voorstellen en wie ze deed", "Proposals and who made them"),
    "policy-fields": Text("Beleidsvelden", "Policy fields"),
    "municipalities-in-experiments": Text("Wat gemeenten doen", "What municipalities do"),
    "programmes-for-definition": Text(
        "Welke programma’s met een definitie werken", "Which programmes work with a definition"
    ),
    "definition-treatments": Text(
        "Hoe programma’s regelen wat sociale innovatie is",
        "How programmes settle what social innovation is",
    ),
    "programmes-running-in": Text(
        "Welke programma’s in een jaar liepen", "Which programmes ran in a year"
    ),
}
