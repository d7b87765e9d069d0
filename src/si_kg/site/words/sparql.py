"""The texts of the page with the SPARQL editor."""

from si_kg.language import Text

TITLE = Text("Vraag het zelf in SPARQL", "Ask it yourself in SPARQL")
WORDS = {
    "intro": Text(
        "SPARQL is de taal waarin je deze graaf alles kunt vragen. Begin met een voorbeeld en pas "
        "het aan; wat je vraagt, staat in het adres, dus je kunt het bewaren en delen.",
        "SPARQL is the language in which you can ask this graph anything. Start from an example "
        "and change it; what you ask stands in the address, so you can keep and share it.",
    ),
    "field": Text("Je vraag in SPARQL", "Your question in SPARQL"),
    "limits": Text(
        "Alleen lezen. Een vraag duurt hooguit {seconds} seconden; deze pagina toont hooguit "
        "{shown} rijen, een download heeft er hooguit {rows}.",
        "Read-only. A question takes {seconds} seconds at most; this page shows {shown} rows at "
        "most, a download has {rows} at most.",
    ),
    "run": Text("Voer uit", "Run"),
    "afresh": Text("Begin opnieuw", "Start afresh"),
    "share": Text("Adres van deze vraag", "Address of this question"),
    "absent": Text(
        "De editor met kleur en aanvulling is op deze server niet geïnstalleerd. Wie de server "
        "beheert, haalt hem op met {command}; daar is npm of Python’s pip voor nodig.",
        "The editor with colour and completion is not installed on this server. Whoever runs the "
        "server fetches it with {command}, which needs npm or Python’s pip.",
    ),
    "line_place": Text("Regel {line}, kolom {column}:", "Line {line}, column {column}:"),
    "answer": Text("Antwoord", "Answer"),
    "yes": Text("Ja.", "Yes."),
    "no": Text("Nee.", "No."),
    "row": Text("1 rij", "1 row"),
    "rows": Text("{} rijen", "{} rows"),
    "triple": Text("1 triple", "1 triple"),
    "triples": Text("{} triples", "{} triples"),
    "nothing": Text(
        "Niets in de graaf past bij deze vraag.", "Nothing in the graph fits this question."
    ),
    "cut": Text(
        "Het antwoord is langer: hier staat het begin.",
        "The answer is longer: this is its beginning.",
    ),
    "download": Text("Download", "Download"),
    "examples": Text("Voorbeelden", "Examples"),
    "examples_intro": Text(
        "Elke vaste vraag is SPARQL. Kies er een om haar hier te lezen en te veranderen.",
        "Each canned query is SPARQL. Choose one to read and change it here.",
    ),
    "names": Text("Namen die je kunt gebruiken", "Names that you can use"),
    "names_intro": Text(
        "De klassen en eigenschappen van de graaf, met hun betekenis, staan bij",
        "The classes and properties of the graph, with what they mean, are listed at",
    ),
    "terms": Text("de termen", "the terms"),
    "keys": Text("Toetsen", "Keys"),
    "leave": Text("de editor uit", "leave the editor"),
    "leave_keys": Text("Esc, dan Tab", "Esc, then Tab"),
    "run_keys": Text("Ctrl+Enter", "Ctrl+Enter"),
    "complete_keys": Text("Ctrl+spatie", "Ctrl+Space"),
    "complete": Text("vul aan", "complete"),
    "comment_keys": Text("Ctrl+/", "Ctrl+/"),
    "comment": Text("maak er commentaar van", "turn into a comment"),
    "licences": Text("Licenties van de editor", "Licences of the editor"),
}
# said by the editor itself
SPOKEN = {
    "wrong": Text("Op regel {} klopt de syntaxis niet.", "The syntax goes wrong on line {}."),
    "leaving": Text("Tab gaat nu de editor uit.", "Tab now leaves the editor."),
    "offers": Text("Namen om uit te kiezen", "Names to choose from"),
    "class": Text("klasse", "class"),
    "property": Text("eigenschap", "property"),
}
UNDECLARED = Text(
    "de prefix ‘{}’ is niet bekend; zet bovenaan: {}",
    "the prefix ‘{}’ is unknown; put at the top: {}",
)
# what the engine says of a text that it cannot read, and what that means
REASONS = (
    (
        "a variable that is unbound",
        Text(
            "SELECT noemt een variabele die GROUP BY niet noemt; zet haar daar ook in.",
            "SELECT names a variable that GROUP BY does not; put it there too.",
        ),
    ),
    (
        "IRI parsing failed",
        Text(
            "een IRI tussen < en > is niet volledig of heeft een teken dat niet mag.",
            "an IRI between < and > is not absolute or has a character that it may not have.",
        ),
    ),
)
REASON = Text(
    "hier past dit niet in SPARQL, of net ervoor ontbreekt iets, zoals een punt of een haakje.",
    "this does not fit in SPARQL here, or something just before it is missing, such as a full "
    "stop or a bracket.",
)
# the formats that only SPARQL has
STYLES = {
    "tsv": Text("TSV", "TSV"),
    "srj": Text("JSON (SPARQL)", "JSON (SPARQL)"),
    "xml": Text("XML (SPARQL)", "XML (SPARQL)"),
}
