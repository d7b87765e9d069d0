"""What the commands that ask say of themselves."""

from si_kg.language import Text

ASKING = {
    "queries": Text(
        "Toon de vaste vragen. Met een WOORD alleen die erover gaan; met een naam alles over die "
        "ene vraag.",
        "List the canned queries. With a WORD only those about it; with a name everything about "
        "that one query.",
    ),
    "show": Text(
        "Toon alles over één DING. Noem het bij IRI, CURIE, korte naam of label, in nl of en.",
        "Show everything about one THING. Name it by IRI, CURIE, slug or label, in nl or en.",
    ),
    "sample": Text(
        "Trek willekeurige uitspraken, met hun pagina. Leg ze ernaast om de graaf te toetsen.",
        "Draw random statements, with their page. Hold them side by side to test the graph.",
    ),
    "find": Text(
        "Zoek dingen op TEKST: in namen en omschrijvingen, in nl en en. Een tikfout mag.",
        "Search things by TEXT: in names and descriptions, in nl and en. Typos are allowed.",
    ),
    "text": Text("TEKST", "TEXT"),
    "word": Text("[WOORD]", "[WORD]"),
    "thing": Text("DING", "THING"),
    "--kind": Text(
        "Alleen dingen van deze soort, zoals Initiatief of si:Initiative.",
        "Only things of this kind, such as Initiative or si:Initiative.",
    ),
    "CLASS": Text("SOORT", "CLASS"),
    "--seed": Text("Hetzelfde getal trekt hetzelfde.", "The same number draws the same."),
    "--size": Text("Zoveel uitspraken (standaard {}).", "So many statements ({})."),
    "--endpoint": Text(
        "Vraag dit SPARQL-adres of deze map in plaats van de meegeleverde graaf.",
        "Ask this SPARQL endpoint or folder instead of the graph that comes along.",
    ),
    "asks": Text("Wat deze vraag vraagt", "What this query asks"),
    "counts": Text("Wat meetelt en wat niet", "What counts and what does not"),
    "columns": Text("Kolommen", "Columns"),
    "given": Text("gegeven", "given"),
    "default": Text("standaard", "default"),
    "absent": Text("afwezig", "absent"),
    "runs": Text("Deze SPARQL zou worden uitgevoerd", "This SPARQL would run"),
    "parameters": Text("Parameters", "Parameters"),
    "also": Text("ook te geven als", "may also be given as"),
    "optional": Text("mag ontbreken", "may be absent"),
    "example": Text("Voorbeeld", "Example"),
}
