"""The texts of the pages about sources and about the dossier."""

from si_kg.language import Text

FACTS = {
    "dcterms:creator": Text("Door", "By"),
    "dcterms:contributor": Text("Met bijdrage van", "With a contribution by"),
    "dcterms:publisher": Text("Uitgever", "Publisher"),
    "si:isPartOf": Text("Deel van", "Part of"),
    "si:isCitedVia": Text("Aangehaald via", "Cited through"),
    "si:citedAs": Text("Zo staat het in het dossier", "As the dossier writes it"),
    "si:isAbout": Text("Gaat over", "Is about"),
    "rdfs:seeAlso": Text("Zie ook", "See also"),
}
WORDS = {
    "title": Text("Bronnen", "Sources"),
    "intro": Text(
        "Alles in de graaf staat ergens. Dit zijn de werken waar het vandaan komt, en wat er van "
        "elk werk bekend is.",
        "Everything in the graph stands somewhere. These are the works that it comes from, and "
        "what is known of each.",
    ),
    "narrowing": Text("Bronnen kiezen", "Choose sources"),
    "kind": Text("Soort", "Kind"),
    "status": Text("Gegevens", "Record"),
    "year": Text("Jaar", "Year"),
    "source": Text("Bron", "Source"),
    "work_title": Text("Titel", "Title"),
    "to_dossier": Text(
        "Lees het dossier bladzijde voor bladzijde", "Read the dossier page by page"
    ),
    "reference": Text("Verwijzing", "Reference"),
    "reference_hint": Text(
        "Zo staat de bron in een literatuurlijst volgens APA. Wat de graaf niet weet, ontbreekt.",
        "This is the source in a reference list after APA. What the graph does not know is absent.",
    ),
    "missing": Text(
        "De gegevens van deze bron zijn niet volledig. Nog niet bekend: {}. Er is niets geraden.",
        "The record of this source is not complete. Not yet known: {}. Nothing was guessed.",
    ),
    "complete": Text(
        "Alle gegevens die in een literatuurlijst horen, zijn bekend.",
        "All details that belong in a reference list are known.",
    ),
    "identifiers": Text("Waar je het vindt", "Where to find it"),
    "doi": Text("DOI", "DOI"),
    "isbn": Text("ISBN", "ISBN"),
    "web": Text("Web", "Web"),
    "about_source": Text("Over deze bron", "About this source"),
    "cited_at": Text("Waar naar deze bron wordt verwezen", "Where this source is referred to"),
    "spots": Text("Plaatsen in deze bron", "Places in this source"),
    "things": Text("{} dingen", "{} things"),
    "one_thing": Text("1 ding", "1 thing"),
    "rests": Text("Wat op deze bron steunt", "What rests on this source"),
    "rests_none": Text(
        "Niets in de graaf steunt op deze bron.", "Nothing in the graph rests on it."
    ),
    "rests_direct": Text(
        "Dit zijn de dingen die de bron zelf als oorsprong noemen. Wat op een plaats in de bron is "
        "gevonden, staat bij die plaats.",
        "These are the things that name the source itself as their origin. What was found at a "
        "place in the source stands with that place.",
    ),
    "dossier": Text("Het dossier, bladzijde voor bladzijde", "The dossier, page by page"),
    "dossier_intro": Text(
        "De graaf begon met dit dossier. Hieronder zie je per bladzijde hoeveel eruit is gehaald. "
        "Kies een bladzijde om te lezen wat er staat, in onze woorden.",
        "The graph began with this dossier. Below you see for each page how much was taken from "
        "it. Choose a page to read what it says, in our words.",
    ),
    "rights": Text(
        "Het dossier zelf staat hier niet: daar heeft de uitgever de rechten op. Wat je leest is "
        "onze weergave, met korte citaten waar het dossier iets letterlijk vastlegt.",
        "The dossier itself is not reproduced here: its publisher holds the rights. What you read "
        "is our rendering, with short quotations where the dossier states something verbatim.",
    ),
    "map": Text("De bladzijden", "The pages"),
    "map_hint": Text(
        "Hoe langer de balk, hoe meer er van die bladzijde in de graaf staat.",
        "The longer the bar, the more of that page is in the graph.",
    ),
    "page_short": Text("blz. {}", "p. {}"),
    "dossier_page": Text("Bladzijde {} van het dossier", "Page {} of the dossier"),
    "on_page": Text(
        "{} dingen in de graaf verwijzen naar deze bladzijde. Dit staat er, in onze woorden.",
        "{} things in the graph refer to this page. This is what it says, in our words.",
    ),
    "empty_page": Text(
        "Van deze bladzijde staat nog niets in de graaf.",
        "Nothing of this page is in the graph yet.",
    ),
    "stumbles": Text("Waar de bron hapert", "Where the source stumbles"),
    "stumbles_intro": Text(
        "Op {} plaatsen spreekt het dossier zichzelf tegen, telt het verkeerd of is het "
        "onduidelijk. De graaf herstelt dat niet, maar zegt het.",
        "At {} places the dossier contradicts itself, miscounts or is unclear. The graph does not "
        "mend that, but says so.",
    ),
    "stumbles_show": Text("Toon ze", "Show them"),
    "subject": Text("Waarover", "About"),
    "what_is_odd": Text("Wat er niet klopt", "What does not add up"),
    "before": Text("Vorige bladzijde", "Previous page"),
    "after": Text("Volgende bladzijde", "Next page"),
    "pages_nav": Text("Andere bladzijden", "Other pages"),
    "about_dossier": Text("Over dit dossier als bron", "About this dossier as a source"),
    "is_in": Text("Deze plaats staat in", "This place is in"),
    "taken": Text("Wat hier vandaan komt", "What was taken from here"),
    "taken_none": Text("Hier is nog niets uit gehaald.", "Nothing was taken from here yet."),
}
