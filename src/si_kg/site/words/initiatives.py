"""The texts of the pages about initiatives."""

from si_kg.language import Text

# what is told of an initiative in few words, under these headings
FACTS = {
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:abbreviation": Text("Afkorting", "Abbreviation"),
    "si:hasCaseCategory": Text("Soort geval", "Sort of case"),
    "si:addresses": Text("Pakt aan", "Tackles"),
    "si:targets": Text("Voor wie", "For whom"),
    "si:takesPlaceIn": Text("Plaats", "Place"),
    "si:appliesIn": Text("Geldt in", "Applies in"),
    "si:startYear": Text("Begonnen in", "Began in"),
    "si:startDate": Text("Begonnen op", "Began on"),
    "si:endYear": Text("Geëindigd in", "Ended in"),
    "si:endDate": Text("Geëindigd op", "Ended on"),
    "si:appliesInField": Text("Beleidsveld", "Policy field"),
    "si:contributesTo": Text("Draagt bij aan", "Contributes to"),
    "si:isExampleOf": Text("Voorbeeld van", "Example of"),
    "si:illustrates": Text("Voorbeeld bij maatregel", "Example with the measure"),
    "si:isInspiredBy": Text("Geïnspireerd door", "Inspired by"),
    "si:hasLegalBasis": Text("Grondslag in de wet", "Basis in law"),
    "foaf:page": Text("Website", "Website"),
}
WORDS = {
    "title": Text("Initiatieven", "Initiatives"),
    "intro": Text(
        "Diensten, platforms, experimenten en werkwijzen die de bronnen beschrijven. Bij elk "
        "initiatief zie je wie meedoet, welke definities erbij passen, en waarom.",
        "Services, platforms, experiments and ways of working that the sources describe. For each "
        "initiative you see who takes part, which definitions it fits, and why.",
    ),
    "narrowing": Text("Initiatieven kiezen", "Choose initiatives"),
    "issue": Text("Vraagstuk", "Issue"),
    "place": Text("Land of plaats", "Country or place"),
    "kind": Text("Soort", "Kind"),
    "since": Text("sinds {}", "since {}"),
    "counts": Text(
        "Definities van sociale innovatie: past bij {fits}, niet bij {fails}",
        "Definitions of social innovation: fits {fits}, does not fit {fails}",
    ),
    "parties": Text("Wie meedoen", "Who takes part"),
    "discussion": Text("Wat de definities hier verdeelt", "What divides the definitions here"),
    "verdicts": Text("Past het bij de definities?", "Does it fit the definitions?"),
    "verdicts_sum": Text(
        "Van de {total} nagelezen definities passen er {fits}; {fails} passen niet, en over "
        "{open} is niets te beslissen.",
        "Of the {total} definitions that were read, {fits} fit; {fails} do not, and {open} cannot "
        "be decided.",
    ),
    "verdicts_hint": Text(
        "Een definitie past als elk criterium dat zij vereist, is gehaald. Zij past niet als er "
        "een niet is gehaald, of als ernaar is gezocht en er geen bewijs is. ‘Onbeslist’ is geen "
        "nee: van een vereist criterium is niets bekend, of het is maar deels gehaald.",
        "A definition fits if each criterion that it requires is met. It does not fit if one is "
        "not met, or if evidence was looked for and not found. ‘Undecided’ is not a no: nothing is "
        "known of a required criterion, or it is met only in part.",
    ),
    "fits": Text("Past", "Fits"),
    "fails": Text("Past niet", "Does not fit"),
    "undecided": Text("Onbeslist", "Undecided"),
    "untouched": Text("Nog op geen punt beoordeeld", "Not yet judged on any point"),
    "without_test": Text("Vereist niets, dus geen toets", "Requires nothing, so no test"),
    "lacking": Text("niet gehaald", "not met"),
    "unknown": Text("niet bekend", "not known"),
    "not_judged": Text(
        "Dit initiatief is nog niet aan criteria getoetst. Er is dus niets te zeggen over de "
        "definities: dat het onbekend is, betekent niet dat het niet past.",
        "This initiative has not been held against criteria yet. So nothing can be said about the "
        "definitions: that it is unknown does not mean that it does not fit.",
    ),
    "judgements": Text("Oordelen per criterium", "Judgements by criterion"),
    "judgements_hint": Text(
        "De oordelen zijn van ons; bij elk staat het bewijs en waar dat is gevonden.",
        "The judgements are ours; with each stands the evidence and where it was found.",
    ),
    "together": Text(
        "Op grond van alle bronnen samen, zonder vindplaats per oordeel:",
        "On the ground of all sources together, without a place for each judgement:",
    ),
    "placed": Text("Plaats in raamwerken", "Place in frameworks"),
    "ours": Text("door ons geplaatst", "placed by us"),
    "pictures": Text("In beeld", "In pictures"),
    "as_table": Text("Hetzelfde als tabel", "The same as a table"),
    "export": Text("Dit blad als document", "This sheet as a document"),
    "source_list": Text("Bronnen bij deze bladzijde", "Sources of this page"),
    "cite_sources": Text(
        "Deze bronnen voor je literatuurlijst", "These sources for your references"
    ),
}
