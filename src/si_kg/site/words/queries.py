"""The texts of the pages with the canned queries."""

from si_kg.language import Text

TITLE = Text("Vragen aan de graaf", "Questions to the graph")
WORDS = {
    "intro": Text(
        "Dit zijn vragen die de graaf kan beantwoorden. Kies er een; soms vul je nog iets in, "
        "zoals een begrip.",
        "These are questions that the graph can answer. Choose one; sometimes you fill in "
        "something more, such as a concept.",
    ),
    "own": Text("Liever in je eigen woorden?", "Rather in your own words?"),
    "to_ask": Text("Stel je vraag", "Ask your question"),
    "filter": Text("Zoek in deze vragen", "Search these questions"),
    "filter_hint": Text(
        "Bijvoorbeeld: definitie, of gemeente", "For example: definition, or place"
    ),
    "show": Text("Toon", "Show"),
    "all": Text("Toon alle vragen", "Show all questions"),
    "themes": Text("Onderwerpen", "Subjects"),
    "one_query": Text("1 vraag", "1 question"),
    "some_queries": Text("{} vragen", "{} questions"),
    "no_queries": Text(
        "Geen vraag met deze woorden. Probeer één woord, of een ander.",
        "No question has these words. Try a single word, or another.",
    ),
    "unknown_query": Text(
        "Een vraag met de naam ‘{}’ is er niet.", "There is no question named ‘{}’."
    ),
    "meant": Text("Bedoelde je", "Did you mean"),
    "questions": Text("Vragen", "Questions"),
    "choose": Text("Kies …", "Choose …"),
    "any": Text("alle", "any"),
    "optional": Text("mag leeg blijven", "may stay empty"),
    "example": Text("Bijvoorbeeld:", "For example:"),
    "ask": Text("Vraag", "Ask"),
    "mend": Text(
        "Iets klopt nog niet; bij het veld staat wat.",
        "Something is not right yet; the field says what.",
    ),
    "asked_as": Text("Zo vragen mensen dit", "How people ask this"),
    "to_editor": Text("Open in de SPARQL-editor", "Open in the SPARQL editor"),
}
UNKNOWN = Text(
    "‘{value}’ is hier geen keuze. Kies een naam uit de graaf.",
    "‘{value}’ is no choice here. Choose a name from the graph.",
)
REFUSED = Text(
    "‘{value}’ past hier niet: verwacht wordt {expected}.",
    "‘{value}’ does not fit here: expected is {expected}.",
)
SEVERAL = Text(
    "‘{value}’ kan meer dan één ding zijn. Kies er een:",
    "‘{value}’ may be more than one thing. Choose one:",
)
TRUTHS = {"false": Text("nee", "no"), "true": Text("ja", "yes")}
LANGUAGES = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}
# by how a field is filled in
HINTS = {
    "listed": Text(
        "Typ een deel van de naam en kies uit de lijst.",
        "Type part of the name and choose from the list.",
    ),
    "typed": Text("Typ een naam uit de graaf.", "Type a name from the graph."),
    "year": Text("Een jaar van vier cijfers.", "A year of four digits."),
    "integer": Text("Een geheel getal.", "A whole number."),
    "decimal": Text(
        "Een getal, met een punt voor de decimalen.", "A number, with a decimal point."
    ),
    "date": Text("Zoals 2026-01-31.", "Such as 2026-01-31."),
}
