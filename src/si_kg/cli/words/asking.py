"""What the commands that ask say of themselves."""

from si_kg.language import Text

ASKING = {
    "query": Text(
        "Stel een vaste vraag of een eigen SPARQL-vraag. "
        "Parameters van de vaste vraag NAAM staan erachter, zoals concept=empowerment.",
        "Ask a canned query, or SPARQL of your own. "
        "Parameters of the canned query NAME come after it, such as concept=empowerment.",
    ),
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
    "name": Text("[NAAM]", "[NAME]"),
    "values": Text("[PARAMETER=WAARDE] ...", "[PARAMETER=VALUE] ..."),
    "word": Text("[WOORD]", "[WORD]"),
    "thing": Text("DING", "THING"),
    "--file": Text(
        "Lees SPARQL uit dit bestand, of met - van de invoer.",
        "Read SPARQL from this file, or with - from standard input.",
    ),
    "--limit": Text(
        "Ten hoogste zoveel rijen (standaard {}).",
        "At most this many rows ({}).",
    ),
    "--timeout": Text(
        "Ten hoogste zoveel seconden (standaard {}).", "At most so many seconds ({})."
    ),
    "--seed": Text("Hetzelfde getal trekt hetzelfde.", "The same number draws the same."),
    "--size": Text("Zoveel uitspraken (standaard {}).", "So many statements ({})."),
    "--endpoint": Text(
        "Vraag dit SPARQL-adres of deze map in plaats van de meegeleverde graaf.",
        "Ask this SPARQL endpoint or folder instead of the graph that comes along.",
    ),
    "parameters": Text("Parameters", "Parameters"),
    "optional": Text("mag ontbreken", "may be absent"),
    "example": Text("Voorbeeld", "Example"),
    "truncated": Text(
        "Alleen de eerste {} staan hier; --limit laat er meer toe.",
        "Only the first {} are given; --limit allows more.",
    ),
}
