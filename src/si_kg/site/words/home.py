"""The texts of the home page."""

from si_kg.language import Text

WORDS = {
    "title": Text(
        "Sociale innovatie: wat betekent het, wie zegt dat, en waar staat het?",
        "Social innovation: what does it mean, who says so, and where?",
    ),
    "lead": Text(
        "Iedereen kan het met ‘sociale innovatie’ eens zijn, tot iemand moet beslissen of jouw "
        "project er een is. Hier staan de definities naast elkaar, met bron en bladzijde, en "
        "uiteengelegd in kenmerken die je kunt nagaan.",
        "Everyone can agree with ‘social innovation’, until someone has to decide whether your "
        "project is one. Here the definitions stand side by side, with source and page, taken "
        "apart into features that you can check.",
    ),
    "search_label": Text("Zoek op naam", "Search by name"),
    "search_hint": Text(
        "Een begrip, initiatief, persoon of bron", "A concept, project, person or source"
    ),
    "ask_label": Text("Stel een vraag", "Ask a question"),
    "ask_hint": Text("In gewone woorden", "In plain words"),
    "ask": Text("Vraag", "Ask"),
    "examples": Text("Bijvoorbeeld", "For example"),
    "doors": Text("Waar kom je voor?", "What brings you here?"),
    "facts": Text("Wat opvalt", "What stands out"),
    "required": Text("Wat de definities eisen", "What the definitions require"),
    "most": Text(
        "Het vaakst geëist wordt ‘{}’: door {} van de {} definities van sociale innovatie die wij "
        "hebben nagelezen.",
        "Required most often is ‘{}’: by {} of the {} definitions of social innovation that we "
        "have read.",
    ),
    "no_half": Text(
        "Geen enkel kenmerk wordt door de helft geëist.", "No feature is required by half of them."
    ),
    "of": Text("{} van {}", "{} of {}"),
    "all_criteria": Text("Alle kenmerken", "All features"),
    "compare": Text("Vergelijk de definities", "Compare the definitions"),
}
QUESTIONS: tuple[Text, ...] = (
    Text("Wat is sociale innovatie?", "What is social innovation?"),
    Text(
        "Over welke initiatieven zijn definities het oneens?",
        "Which initiatives do definitions disagree on?",
    ),
    Text("Kan mijn initiatief opschalen?", "Can my initiative scale?"),
)
# what each fact says behind its number
FACTS = {
    "definitions": Text(
        "definities van sociale innovatie, van {} tot {}",
        "definitions of social innovation, from {} to {}",
    ),
    "contested": Text(
        "van die definities omvatten {}; {} andere sluiten het uit",
        "of those definitions cover {}; {} others rule it out",
    ),
    "initiatives": Text(
        "initiatieven, met plaats, partijen en waar het staat",
        "initiatives, with place, parties and where it is written",
    ),
    "sources": Text("bronnen, elk met wat erop berust", "sources, each with what rests on it"),
}
# who comes, what they can do here, and where: the path of each page with its query
DOORS: tuple[tuple[Text, tuple[tuple[str, Text], ...]], ...] = (
    (
        Text("Je schrijft een plan of aanvraag", "You write a plan or an application"),
        (
            (
                "concepts",
                Text("Vind een begrip met zijn definities", "Find a concept with its definitions"),
            ),
            (
                "basket",
                Text(
                    "Neem ze mee naar Word, met bronnenlijst", "Take them to Word, with references"
                ),
            ),
            (
                "assess",
                Text("Toets je plan aan de definities", "Assess your plan by the definitions"),
            ),
        ),
    ),
    (
        Text("Je doet onderzoek", "You do research"),
        (
            (
                "compare",
                Text(
                    "Vergelijk definities kenmerk voor kenmerk",
                    "Compare definitions feature by feature",
                ),
            ),
            ("q", Text("Kies uit de vaste vragen", "Choose from the canned queries")),
            (
                "frameworks",
                Text(
                    "Bekijk de ladders, stappen en typologieën",
                    "See the ladders, steps and typologies",
                ),
            ),
        ),
    ),
    (
        Text("Je koppelt gegevens", "You link data"),
        (
            (
                "data",
                Text(
                    "Download alles, of haal één ding op", "Download everything, or fetch one thing"
                ),
            ),
            ("sparql", Text("Vraag in SPARQL", "Query in SPARQL")),
            ("ontology", Text("Lees wat de termen betekenen", "Read what the terms mean")),
        ),
    ),
)
